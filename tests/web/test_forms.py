"""Our own forms: nothing is done that was not sent from a page which we gave to this very browser."""

from __future__ import annotations

from typing import Any

import pytest

from assessment.errors import FormRefused
from assessment.services.plumbline import Plumbline
from assessment.views.wording.pages import gate as gate_words
from assessment.web import forms
from tests.services.accounts import PASSWORD
from tests.web.browsing import HERE, Browser, said


def test_a_form_without_its_mark_does_nothing(browser: Browser, plumbline: Plumbline, email: str) -> None:
    other = Browser(plumbline)
    own = browser.mark("/sign-in")
    marks = (
        "",
        "x",
        own[:-1],
        own + "x",
        other.mark("/sign-in"),
        forms.marked("link", browser.client.cookies["plumbline_form"]),
    )
    for mark in marks:
        answer = browser.post("/sign-in", data={"form": mark, "email": email, "password": PASSWORD})
        assert (answer.status_code, said(answer)) == (403, str(FormRefused()))
        assert browser.token is None
    assert browser.post("/sign-in", data={"form": own, "email": email, "password": PASSWORD}).status_code == 303


def test_a_mark_is_worth_nothing_without_the_cookie_it_was_given_with(
    browser: Browser, plumbline: Plumbline, email: str
) -> None:
    mark = browser.mark("/sign-in")
    stranger = Browser(plumbline)
    for cookie in (None, "", "short"):
        if cookie is not None:
            stranger.client.cookies.set("plumbline_form", cookie)
        marks = (mark, forms.marked("sign-in", cookie or "x"))
        for one in marks:
            answer = stranger.post("/sign-in", data={"form": one, "email": email, "password": PASSWORD})
            assert answer.status_code == 403
            assert stranger.token is None


def test_a_page_that_was_open_for_half_a_day_is_filled_in_once_more(
    browser: Browser, email: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(forms, "HOLDS_SECONDS", -1)
    assert said(browser.sign_in(email)) == str(FormRefused())
    monkeypatch.undo()
    assert browser.sign_in(email).status_code == 303


def test_a_page_of_another_origin_sends_no_form(browser: Browser, email: str) -> None:
    data = {"form": browser.mark("/sign-in"), "email": email, "password": PASSWORD}
    for headers in ({"origin": "https://evil.test"}, {"origin": "null"}, {"sec-fetch-site": "cross-site"}):
        answer = browser.post("/sign-in", data=data, headers=headers)
        assert (answer.status_code, answer.text) == (403, gate_words.FOREIGN_ORIGIN)
    assert browser.post("/sign-in", data=data, headers={"origin": HERE}).status_code == 303


def test_what_is_no_form_of_ours_is_refused_and_no_more_of_it_is_read(browser: Browser, email: str) -> None:
    mark = browser.mark("/sign-in")
    pairs = f"form={mark}&email={email}&password={PASSWORD}"
    kind = {"content-type": "application/x-www-form-urlencoded"}
    for content, headers in (
        (f"{pairs}&x={'x' * forms.LARGEST_BYTES}".encode(), kind),
        (f"{pairs}{'&x=1' * 20}".encode(), kind),
        (f"{pairs}&x=\xff".encode("latin-1"), kind),
        (b"", kind),
        (pairs.encode(), {"content-type": "text/plain"}),
        (b'{"email": "x"}', {"content-type": "application/json"}),
        (pairs.encode(), {"content-type": "multipart/form-data; boundary=x"}),
    ):
        answer = browser.post("/sign-in", content=content, headers=headers)
        assert (answer.status_code, said(answer)) == (403, str(FormRefused()))
    assert browser.post("/sign-in", content=pairs.encode(), headers=kind).status_code == 303


def test_an_endless_body_is_given_up(plumbline: Plumbline) -> None:
    browser, read = Browser(plumbline), [0]

    async def endless() -> Any:
        while True:
            read[0] += 4096
            yield b"x" * 4096

    kind = {"content-type": "application/x-www-form-urlencoded"}
    assert browser.post("/sign-in", content=endless(), headers=kind).status_code == 403
    assert read[0] <= 2 * forms.LARGEST_BYTES
