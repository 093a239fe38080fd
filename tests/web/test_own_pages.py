"""One-time links, one's own password and signing out, asked as a browser asks."""

from __future__ import annotations

import secrets

import pytest

from assessment.errors import LinkRefused
from assessment.services.attempts import Place
from assessment.services.authority import LOCAL_ACTOR as ME
from assessment.services.plumbline import Plumbline
from assessment.views.wording.pages import signing_in as words
from tests.services.accounts import ADMINISTRATOR, PASSWORD
from tests.web.browsing import OTHER_PASSWORD, Browser, said


def test_an_invitation_makes_an_account_and_signs_in(browser: Browser, plumbline: Plumbline) -> None:
    address = f"{secrets.token_hex(4)}@example.org"
    path = f"/invitation/{plumbline.accounts.invite(ME, address, (ADMINISTRATOR,))}"
    for _ in range(3):  # looking at it does not use it
        page = browser.get(path)
    assert page.status_code == 200
    assert address in page.text
    answer = browser.send(path, name="Zoë <b>", password=PASSWORD, again=PASSWORD)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    found = plumbline.accounts.actor_of(browser.token)
    assert found is not None
    assert found.name == "Zoë <b>"
    again = Browser(plumbline).get(path)
    assert (again.status_code, said(again)) == (404, str(LinkRefused()))


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"again": OTHER_PASSWORD}, "Password: the two are not the same. Type it twice, the same both times."),
        ({"password": "short", "again": "short"}, "Password: it has 5 characters, at least 12 are needed."),
        ({"name": " "}, "Your name: it is empty."),
    ],
)
def test_what_will_not_do_is_said_and_the_rest_stays_typed(
    browser: Browser, plumbline: Plumbline, fields: dict[str, str], sentence: str
) -> None:
    path = f"/invitation/{plumbline.accounts.invite(ME, f'{secrets.token_hex(4)}@example.org', (ADMINISTRATOR,))}"
    answer = browser.send(path, **{"name": "Zoë", "password": PASSWORD, "again": PASSWORD} | fields)
    assert answer.status_code == 400
    assert said(answer).startswith(sentence)
    assert f'value="{fields.get("name", "Zoë")}"' in answer.text
    assert PASSWORD not in answer.text
    assert browser.send(path, name="Zoë", password=PASSWORD, again=PASSWORD).status_code == 303


def test_a_link_to_a_new_password_asks_for_nothing_else(browser: Browser, plumbline: Plumbline, email: str) -> None:
    before = plumbline.accounts.sign_in(email, PASSWORD, Place(address="192.0.2.1"))
    path = f"/invitation/{plumbline.accounts.renew_password(ME, before.account_id)}"
    page = browser.get(path)
    assert 'name="name"' not in page.text
    assert email in page.text
    assert browser.send(path, password=OTHER_PASSWORD, again=OTHER_PASSWORD).status_code == 303
    assert plumbline.accounts.actor_of(before.token) is None
    assert browser.token is not None


def test_a_link_that_opens_nothing_says_so_however_it_looks(browser: Browser) -> None:
    for token in ("x", "a" * 43, "%00", "%ED%A0%80", "a" * 5_000, "<script>"):
        answer = browser.get(f"/invitation/{token}")
        assert (answer.status_code, said(answer)) == (404, str(LinkRefused()))
        assert "<script" not in answer.text
        assert browser.send(f"/invitation/{token}", "/sign-in", name="Eve", password=PASSWORD).status_code == 404


def test_the_first_administrator_writes_an_address_too(
    browser: Browser, plumbline: Plumbline, monkeypatch: pytest.MonkeyPatch
) -> None:
    from assessment.store import AccessReader

    monkeypatch.setattr(AccessReader, "has_accounts", lambda self: False)
    path = f"/invitation/{plumbline.accounts.first_link()}"
    assert words.FIRST_NOTE in browser.get(path).text
    fields = {"name": "Anna", "password": PASSWORD, "again": PASSWORD}
    refused = browser.send(path, email="no address", **fields)
    assert said(refused).startswith("E-mail address: it is not one.")
    assert 'value="no address"' in refused.text
    assert browser.send(path, email=f"{secrets.token_hex(4)}@example.org", **fields).status_code == 303


def test_ones_own_password_is_changed_and_other_browsers_are_out(
    signed_in: Browser, email: str, plumbline: Plumbline
) -> None:
    other = plumbline.accounts.sign_in(email, PASSWORD, Place(address="192.0.2.1"))
    answer = signed_in.send("/password", present=PASSWORD, password=OTHER_PASSWORD, again=OTHER_PASSWORD)
    assert answer.status_code == 200
    assert words.CHANGED in answer.text
    assert plumbline.accounts.actor_of(signed_in.token) is not None
    assert plumbline.accounts.actor_of(other.token) is None
    assert Browser(plumbline).sign_in(email).status_code == 403
    assert Browser(plumbline).sign_in(email, OTHER_PASSWORD).status_code == 303


@pytest.mark.parametrize(
    ("fields", "where"),
    [
        ({"present": "x"}, "Present password: it is another one."),
        ({"again": "x"}, "Password: the two are not the same."),
        ({"password": "password1234", "again": "password1234"}, "Password: it is one of those that are tried first."),
    ],
)
def test_without_the_present_one_or_with_a_poor_new_one_it_stays(
    signed_in: Browser, email: str, plumbline: Plumbline, fields: dict[str, str], where: str
) -> None:
    new = {"present": PASSWORD, "password": OTHER_PASSWORD, "again": OTHER_PASSWORD} | fields
    answer = signed_in.send("/password", **new)
    assert answer.status_code == 400
    assert said(answer).startswith(where)
    assert Browser(plumbline).sign_in(email).status_code == 303


def test_signing_out_ends_the_sign_in_and_takes_the_cookie(signed_in: Browser, plumbline: Plumbline) -> None:
    token = signed_in.token
    answer = signed_in.post("/sign-out", data={"form": signed_in.mark("/password", 1)})
    assert (answer.status_code, answer.headers["location"]) == (303, "/sign-in")
    assert plumbline.accounts.actor_of(token) is None
    assert signed_in.token is None
    assert signed_in.get("/password", headers={"accept": "text/html"}).headers["location"].startswith("/sign-in")


def test_no_other_page_signs_somebody_out_or_changes_their_password(signed_in: Browser, plumbline: Plumbline) -> None:
    other = Browser(plumbline)
    marks = ["", "x", other.mark("/sign-in"), signed_in.mark("/password", 0)]
    for mark in marks:
        assert signed_in.post("/sign-out", data={"form": mark}).status_code == 403
    for mark in (*marks[:3], signed_in.mark("/password", 1)):
        fields = {"form": mark, "present": PASSWORD, "password": OTHER_PASSWORD, "again": OTHER_PASSWORD}
        assert signed_in.post("/password", data=fields).status_code == 403
    assert signed_in.get("/sign-out").status_code == 405
    assert plumbline.accounts.actor_of(signed_in.token) is not None


def test_the_pages_of_ones_own_are_for_nobody_else(plumbline: Plumbline) -> None:
    stranger = Browser(plumbline)
    for path in ("/password", "/sign-out"):
        assert stranger.post(path, data={"form": "x"}).status_code == 401
    assert stranger.get("/password", headers={"accept": "text/html"}).headers["location"] == "/sign-in?next=%2Fpassword"


def test_a_sign_in_that_ends_meanwhile_changes_no_password(
    signed_in: Browser, plumbline: Plumbline, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = plumbline.accounts.actor_of(signed_in.token)
    assert found is not None
    mark = signed_in.mark("/password")
    monkeypatch.setattr("assessment.web.pages.own.require_alike", lambda form: plumbline.accounts.sign_out(found))
    fields = {"form": mark, "present": PASSWORD, "password": OTHER_PASSWORD, "again": OTHER_PASSWORD}
    assert signed_in.post("/password", data=fields).headers["location"] == "/sign-in"
