"""Every answer says what a browser may load, show and keep of it."""

from __future__ import annotations

import base64
import hashlib
from typing import Any

import pytest

from assessment.web.access import Access, Listening
from assessment.web.headers import Looks, SafeHeaders
from tests.web.asking import Answer, Behind, ask, scope_of

SCRIPT = "window.told = 'ä'"


def asked(path: str = "/", base_url: str = "", *headers: tuple[bytes, bytes], **more: Any) -> Answer:
    access = Access(listening=lambda: Listening(address="127.0.0.1"), has_accounts=lambda: False, base_url=base_url)
    app = SafeHeaders(Behind(headers=headers), Looks(access=access, scripts=lambda: (SCRIPT,)))
    return ask(app, scope_of(path, **more))


def directives(answer: Answer) -> dict[str, list[str]]:
    parts = [part.split() for part in answer.headers["content-security-policy"].split(";")]
    return {name: sources for name, *sources in parts}


@pytest.mark.parametrize("path", ["/", "/sign-in", "/media/a.pdf", "/static/js/a.js", "/health", "/nothing"])
def test_every_answer_refuses_frames_and_guesses_of_its_kind(path: str) -> None:
    answer = asked(path)
    for name in ("default-src", "frame-ancestors", "base-uri", "object-src"):
        assert directives(answer)[name] == ["'none'"]
    assert answer.headers["x-frame-options"] == "DENY"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "same-origin"
    assert answer.headers["cross-origin-resource-policy"] == "same-origin"
    assert "camera=()" in answer.headers["permissions-policy"]


def test_a_page_runs_files_of_the_app_and_the_inline_scripts_that_are_named_and_nothing_else() -> None:
    digest = base64.b64encode(hashlib.sha256(SCRIPT.encode()).digest()).decode()
    assert directives(asked())["script-src"] == ["'self'", "blob:", f"'sha256-{digest}'"]
    assert directives(asked())["default-src"] == ["'none'"]
    assert directives(asked())["connect-src"] == ["'self'"]


def test_a_plain_page_runs_no_script_at_all() -> None:
    for path in ("/sign-in", "/invitation/abc", "/password", "/see", "/see/x"):
        assert "script-src" not in directives(asked(path))
        assert directives(asked(path))["default-src"] == ["'none'"]
        assert directives(asked(path))["form-action"] == ["'self'"]


@pytest.mark.parametrize("path", ["/join", "/join/k/x", "/survey", "/projector/x", "/projector/x/state"])
def test_a_page_of_ours_with_a_script_runs_files_of_ours_and_nothing_inline(path: str) -> None:
    for name in ("script-src", "style-src", "connect-src", "img-src", "form-action"):
        assert directives(asked(path))[name] == ["'self'"]
    assert directives(asked(path))["default-src"] == ["'none'"]


@pytest.mark.parametrize("path", ["/", "/media/a.pdf", "/sign-in", "/_stcore/host-config", "/invitation/abc"])
def test_what_is_somebodys_is_kept_by_no_browser_and_no_proxy(path: str) -> None:
    assert asked(path, "", (b"cache-control", b"public")).headers["cache-control"] == "no-store"


def test_files_that_are_the_same_for_everybody_may_be_kept() -> None:
    assert asked("/static/js/a.js", "", (b"cache-control", b"public")).headers["cache-control"] == "public"


def test_no_other_origin_is_let_in_by_a_header_of_streamlit() -> None:
    answer = asked("/app/static/a.woff2", "", (b"access-control-allow-origin", b"*"))
    assert "access-control-allow-origin" not in answer.headers


def test_under_https_a_browser_stays_there_and_sends_streamlits_cookie_nowhere_else() -> None:
    cookies = ((b"set-cookie", b"_streamlit_xsrf=2|a; Path=/; SameSite=Lax"), (b"set-cookie", b"other=1"))
    plain = asked("/", "", *cookies)
    assert "strict-transport-security" not in plain.headers
    safe = asked("/", "https://maturity.test", cookies[0], host="maturity.test")
    assert safe.headers["strict-transport-security"] == "max-age=31536000"
    assert safe.headers["set-cookie"] == "_streamlit_xsrf=2|a; Path=/; SameSite=Lax; Secure"
    assert asked("/", "https://maturity.test", cookies[1], host="maturity.test").headers["set-cookie"] == "other=1"


def test_over_plain_http_a_browser_is_not_told_what_it_would_only_complain_of() -> None:
    assert asked().headers["cross-origin-opener-policy"] == "same-origin"
    assert "cross-origin-opener-policy" not in asked(host="10.0.0.4:8501").headers
