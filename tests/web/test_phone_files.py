"""What a phone has to load for its page: little, kept by name, and run under a policy of its own."""

from __future__ import annotations

import gzip
import re

import pytest

from assessment.charts import tokens
from assessment.services.plumbline import Plumbline
from assessment.views.wording.workshop import phone as words
from assessment.web.access import Access, Listening
from assessment.web.headers import Looks, SafeHeaders
from assessment.web.phone.files import files
from assessment.web.routes import PHONE_ROUTES
from tests.web.asking import Answer, Behind, ask, scope_of
from tests.web.phones import Phone, Workshop

MOST_BYTES, WANTED_BYTES = 50_000, 30_000


@pytest.fixture
def phone(workshop: Workshop) -> Phone:
    phone = Phone(workshop)
    phone.join("Ann")
    workshop.ask()
    phone.open()
    return phone


def asked(path: str) -> Answer:
    access = Access(listening=lambda: Listening(address="127.0.0.1"), has_accounts=lambda: False)
    behind = Behind(headers=((b"cache-control", b"public"),))
    return ask(SafeHeaders(behind, Looks(access=access, scripts=tuple)), scope_of(path))


def test_all_of_the_page_weighs_less_than_a_photograph_of_it(phone: Phone) -> None:
    loaded = re.findall(r'(?:src|href)="(/join/files/[^"]+)"', phone.seen.text)
    assert {name.rpartition(".")[2] for name in loaded} == {"css", "js", "svg"}
    parts = [phone.seen.content, *(phone.browser.get(path).content for path in loaded)]
    assert sum(map(len, parts)) < WANTED_BYTES < MOST_BYTES
    assert sum(len(gzip.compress(part)) for part in parts) < MOST_BYTES / 5


def test_nothing_is_loaded_but_from_the_folder_of_these_files(phone: Phone) -> None:
    for path in re.findall(r'(?:src|href)="([^"]+)"', phone.seen.text):
        assert path.startswith(("/join/files/", "/room")), path
    style = phone.browser.get(files().style).text
    assert "url(" not in style
    assert "@import" not in style
    assert "@font-face" not in style


@pytest.mark.parametrize("page", ["phone", "survey"])
def test_a_file_is_kept_by_the_name_that_its_content_gave_it_and_not_by_another(phone: Phone, page: str) -> None:
    answer = phone.browser.get({"phone": files().script, "survey": files().survey_script}[page])
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert answer.headers["content-type"].startswith("text/javascript")
    older = phone.browser.get(f"/join/files/{page}-000000000000.js")
    assert older.text == answer.text
    assert older.headers["cache-control"] == "no-cache"
    for name in ("phone.py", "other-1.js", "phone-1.html", "survey-1.svg"):
        assert phone.browser.get(f"/join/files/{name}").status_code == 404


def test_the_style_has_the_colours_of_the_house_light_and_dark(phone: Phone) -> None:
    style = phone.browser.get(files().style).text
    light, dark = style.split("prefers-color-scheme: dark")
    for palette, part in ((tokens.LIGHT, light), (tokens.DARK, dark)):
        for name in ("ground", "ink", "quiet_ink", "accent", "trouble", "good", "care", "edge"):
            assert f"--{name.replace('_', '-')}: {getattr(palette, name)};" in part


def test_the_script_says_nothing_of_its_own_and_asks_nobody_else(phone: Phone) -> None:
    script = phone.browser.get(files().script).text
    code = re.sub(r"/\*.*?\*/|//[^\n]*", "", script, flags=re.DOTALL)
    texts = re.findall(r'"([^"\n]*)"', code)
    assert [text for text in texts if re.search(r"[a-z]{2,} [a-z]{2,}", text)] == ["use strict"]
    assert "http" not in code
    assert not re.search(r"\?\.|\?\?|=>|\bimport\b|\bawait\b|\beval\b", code)
    for fact in re.findall(r"\bsaid\.(\w+)", code):
        if fact != "sequence":
            assert phone.fact(re.sub(r"([A-Z])", lambda one: f"-{one[1].lower()}", fact)) is not None


@pytest.mark.parametrize("path", ["/join", "/join/k/abc", "/room", "/room/state"])
def test_the_pages_run_files_of_ours_and_no_inline_script(path: str) -> None:
    answer = asked(path)
    policy = dict(part.strip().split(" ", 1) for part in answer.headers["content-security-policy"].split(";"))
    assert policy["script-src"] == policy["connect-src"] == policy["style-src"] == "'self'"
    assert policy["default-src"] == "'none'"
    assert answer.headers["cache-control"] == "no-store"


def test_the_files_may_be_kept() -> None:
    assert asked(files().script).headers["cache-control"] == "public"


def test_every_route_of_a_phone_is_open_to_strangers() -> None:
    paths = {getattr(route, "path", "") for route in PHONE_ROUTES}
    assert {"/join", "/join/k/{key}", "/join/p/{key}", "/join/d/{key}", "/room", "/room/state", "/room/vote"} <= paths


def test_without_a_script_a_page_without_a_form_looks_again_by_itself(with_framework: Plumbline, phone: Phone) -> None:
    assert 'http-equiv="refresh"' not in phone.seen.text
    assert words.LOOK_AGAIN in phone.seen.text
    workshop = Workshop(with_framework)
    waiting = Phone(workshop)
    waiting.join("Ben")
    assert '<noscript><meta http-equiv="refresh" content="8"></noscript>' in waiting.seen.text
