"""The sign-in page and its files, asked as a browser asks."""

from __future__ import annotations

import html
import re

import pytest

from assessment.charts import tokens
from assessment.errors import SignInRefused, StoreUnavailable
from assessment.services.plumbline import Plumbline
from assessment.views.wording.pages import gate as gate_words
from assessment.views.wording.pages import signing_in as words
from assessment.web import forms
from tests.services.accounts import PASSWORD
from tests.web.browsing import HERE, Browser, said


def test_the_page_asks_for_address_and_password_and_runs_nothing(browser: Browser) -> None:
    answer = browser.get("/sign-in")
    assert answer.status_code == 200
    assert re.findall(r'<input id="(\w+)" name="\w+" type="(\w+)" value="" autocomplete="([\w-]+)"', answer.text) == [
        ("email", "email", "username"),
        ("password", "password", "current-password"),
    ]
    assert "<script" not in answer.text
    assert not re.search(r"\son\w+=", answer.text)
    assert words.FORGOTTEN in answer.text


def test_a_password_signs_in_and_leads_where_one_wanted_to_go(
    browser: Browser, email: str, plumbline: Plumbline
) -> None:
    answer = browser.sign_in(email, next="/report?assessment=a")
    assert (answer.status_code, answer.headers["location"]) == (303, "/report?assessment=a")
    found = plumbline.accounts.actor_of(browser.token)
    assert found is not None
    assert found.name == email.partition("@")[0].title()
    assert browser.get("/sign-in").headers["location"] == "/"


@pytest.mark.parametrize("is_https", [False, True])
def test_no_script_reads_the_cookies_and_no_other_site_sends_them(
    plumbline: Plumbline, email: str, is_https: bool
) -> None:
    at = "https://team.example" if is_https else HERE
    browser = Browser(plumbline, base_url=at if is_https else "", at=at)
    cookies = browser.get("/sign-in").headers.get_list("set-cookie")
    cookies += browser.sign_in(email).headers.get_list("set-cookie")
    prefix = "__Host-" if is_https else ""
    kept = {one.partition("=")[0]: one.lower().split("; ")[1:] for one in cookies}
    assert set(kept) == {f"{prefix}plumbline_{name}" for name in ("form", "sign_in", "browser")}
    for attributes in kept.values():
        assert {"httponly", "samesite=lax", "path=/"} <= set(attributes)
        assert ("secure" in attributes) is is_https
        assert not any(one.startswith("domain") for one in attributes)
    ages = {name: [one for one in attributes if "max-age" in one] for name, attributes in kept.items()}
    assert ages[f"{prefix}plumbline_sign_in"] == [f"max-age={7 * 24 * 3600}"]
    assert ages[f"{prefix}plumbline_form"] == []


@pytest.mark.parametrize(
    "next_path",
    [
        "https://evil.test",
        "//evil.test",
        "///evil.test",
        "/\\evil.test",
        "/\t/evil.test",
        "javascript:alert(1)",
        "x",
        "/sign-in",
    ],
)
def test_nobody_is_led_to_another_site(browser: Browser, email: str, next_path: str) -> None:
    assert 'name="next" value="/"' in browser.get("/sign-in", params={"next": next_path}).text
    assert browser.sign_in(email, next=next_path).headers["location"] == "/"


def test_an_address_that_is_not_known_and_a_wrong_password_read_the_same(browser: Browser, email: str) -> None:
    pages = [browser.sign_in(who, "wrong-password") for who in (email, "nobody@example.org")]
    assert [one.status_code for one in pages] == [403, 403]
    assert [said(one) for one in pages] == [str(SignInRefused())] * 2
    assert pages[0].text.replace(email, "nobody@example.org").split("form")[0] == pages[1].text.split("form")[0]
    assert browser.token is None


def test_whoever_tries_too_often_is_told_how_long_to_wait(plumbline: Plumbline, email: str) -> None:
    browser = Browser(plumbline, base_url="https://team.example", at="https://team.example")
    for _ in range(10):
        assert browser.sign_in(email, "wrong-password").status_code == 403
    answer = browser.sign_in(email)
    assert answer.status_code == 429
    assert 800 < int(answer.headers["retry-after"]) <= 900
    assert said(answer).startswith("There were too many attempts to sign in. Wait 15 minutes")


def test_what_one_wrote_comes_back_as_text(browser: Browser) -> None:
    hostile = '"><script>alert(1)</script>@example.org'
    answer = browser.sign_in(hostile, "<b>x</b>")
    assert "<script" not in answer.text
    assert f'value="{html.escape(hostile, quote=True).replace("&quot;", "&#34;")}"' in answer.text
    assert "<b>x" not in answer.text  # no password comes back


def test_signing_in_again_ends_what_this_browser_had(browser: Browser, email: str, plumbline: Plumbline) -> None:
    browser.sign_in(email)
    first = browser.token
    mark = forms.marked("sign-in", browser.client.cookies["plumbline_form"])
    browser.post("/sign-in", data={"form": mark, "email": email, "password": PASSWORD})
    assert plumbline.accounts.actor_of(browser.token) is not None
    assert browser.token != first
    assert plumbline.accounts.actor_of(first) is None


def test_while_nobody_has_an_account_the_page_says_how_the_first_one_comes(
    plumbline: Plumbline, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plumbline.accounts, "has_accounts", lambda: False)
    answer = Browser(plumbline, base_url="https://team.example", at="https://team.example").get("/sign-in")
    assert words.NOBODY_YET in answer.text
    assert "<form" not in answer.text


def test_alone_there_is_nothing_to_sign_in_to(plumbline: Plumbline) -> None:
    browser = Browser(plumbline, has_accounts=False)
    assert browser.get("/sign-in?next=/results").headers["location"] == "/results"
    assert browser.get("/password").headers["location"] == "/"


def test_where_others_can_listen_the_page_says_so(plumbline: Plumbline) -> None:
    open_one = Browser(plumbline, base_url="http://team.example", at="http://team.example").get("/sign-in")
    assert html.escape(gate_words.without_https(has_base_url=True)) in open_one.text
    for base_url in ("https://team.example", ""):
        closed = Browser(plumbline, base_url=base_url, at=base_url or HERE).get("/sign-in")
        assert "said care" not in closed.text


def test_a_database_that_is_down_tells_strangers_nothing_about_it(
    browser: Browser, plumbline: Plumbline, monkeypatch: pytest.MonkeyPatch
) -> None:
    def down(*given: object) -> None:
        raise StoreUnavailable("the file /srv/secret.db is damaged", "Restore it.")

    mark = browser.mark("/sign-in")
    for name in ("sign_in", "invited", "actor_of"):
        monkeypatch.setattr(plumbline.accounts, name, down)
    data = {"form": mark, "email": "anna@example.org", "password": PASSWORD}
    for answer in (browser.post("/sign-in", data=data), browser.get("/invitation/x"), browser.get("/sign-in")):
        assert (answer.status_code, said(answer)) == (503, words.UNAVAILABLE)
        assert "secret" not in answer.text


def test_the_files_of_the_pages_are_open_and_no_others(browser: Browser) -> None:
    style = browser.get("/sign-in/files/style.css")
    assert style.headers["content-type"].startswith("text/css")
    assert f"--accent: light-dark({tokens.LIGHT.accent}, {tokens.DARK.accent});" in style.text
    fonts = re.findall(r'url\("([^"]+)"\)', style.text)
    assert len(fonts) == 4
    for name in (*fonts, "wordmark.svg", "plumbline.svg"):
        assert browser.get(f"/sign-in/files/{name}").status_code == 200
    for name in ("grid.js", "../app.py", "%2e%2e/app.py", "passwords/common.txt", "fonts/../grid.js", "", "fonts"):
        assert browser.get(f"/sign-in/files/{name}").status_code in (401, 404)
