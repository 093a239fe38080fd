"""The gate: who asks by a foreign name, from a foreign page or without a sign-in reaches nothing behind it."""

from __future__ import annotations

from typing import Any

import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from assessment.errors import StoreUnavailable
from assessment.services.authority import Actor
from assessment.services.signed_in import ACCOUNT_HEADER, ALONE, HEADER
from assessment.views.wording.pages import gate as words
from assessment.web.access import Access, Listening, access_of
from assessment.web.gate import Doors, Gate
from tests.web.asking import HERE, Answer, Behind, ask, scope_of

ANN = Actor(id="ann", name="Ann Example")
LIVE = "plumbline_sign_in=live"
SOCKET = {"type": "websocket", "path": "/_stcore/stream"}
NAVIGATE = {"sec_fetch_mode": "navigate"}


def health(request: Request) -> PlainTextResponse:
    return PlainTextResponse(access_of(request).origin(request.scope))


class Guarded:
    """A gate with something behind it, and one person who is signed in by the token "live"."""

    def __init__(self, *, has_accounts: bool = True, keeps: bool = True, is_down: bool = False, **access: Any) -> None:
        self.behind, self.is_down, self.has_accounts = Behind(), is_down, has_accounts
        self.signed_in = {"live": ANN}
        doors = Doors(
            access=Access(listening=lambda: Listening(address="127.0.0.1"), has_accounts=self._has_accounts, **access),
            actor_of=self._actor_of,
            open_routes=(Route("/health", health), Route("/invitation/{link}", health, methods=["GET", "POST"])),
            keeps_sessions_apart=keeps,
        )
        self.gate = Gate(self.behind, doors)

    def _has_accounts(self) -> bool:
        self._fail_when_down()
        return self.has_accounts

    def _actor_of(self, token: str) -> Actor | None:
        self._fail_when_down()
        return self.signed_in.get(token)

    def _fail_when_down(self) -> None:
        if self.is_down:
            raise StoreUnavailable("it is closed", "Start again.")

    def ask(self, path: str = "/", **more: Any) -> Answer:
        return ask(self.gate, scope_of(path, **more))

    def connect(self, **more: Any) -> Answer:
        return ask(self.gate, scope_of("/_stcore/stream", **{"type": "websocket", **more}))


@pytest.mark.parametrize("path", ["/", "/health", "/_stcore/health", "/media/a.pdf"])
def test_a_foreign_name_is_refused_in_words_at_every_door(path: str) -> None:
    guarded = Guarded(has_accounts=False)
    answer = guarded.ask(path, host="evil.test:8501", cookie=LIVE)
    assert (answer.status, answer.text) == (400, words.FOREIGN_HOST)
    assert guarded.connect(host="evil.test:8501", cookie=LIVE).status == 403
    assert guarded.behind.reached == []


@pytest.mark.parametrize("origin", ["http://evil.test", "http://localhost:8501", "http://127.0.0.1:3000", "null"])
def test_a_page_of_another_origin_opens_no_websocket_and_changes_nothing(origin: str) -> None:
    for guarded in (Guarded(has_accounts=False), Guarded()):
        assert guarded.connect(origin=origin, cookie=LIVE).status == 403
        for method in ("POST", "PUT", "DELETE", "PATCH"):
            answer = guarded.ask("/sign-out", method=method, origin=origin, cookie=LIVE)
            assert (answer.status, answer.text) == (403, words.FOREIGN_ORIGIN)
        assert guarded.behind.reached == []


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_another_site_may_lead_a_reader_here_but_take_nothing_into_its_own_page(site: str) -> None:
    guarded = Guarded(has_accounts=False)
    assert guarded.ask(sec_fetch_site=site, sec_fetch_mode="navigate").status == 200
    assert guarded.ask(sec_fetch_site=site, sec_fetch_mode="no-cors").status == 403
    assert guarded.ask(sec_fetch_site=site, sec_fetch_mode="cors").status == 403
    assert guarded.ask(method="POST", sec_fetch_site=site, sec_fetch_mode="navigate").status == 403
    assert guarded.ask(method="POST", sec_fetch_site="same-origin").status == 200


def test_alone_nobody_signs_in_and_the_pages_are_told_so() -> None:
    guarded = Guarded(has_accounts=False)
    assert guarded.ask().status == 200
    assert guarded.connect(origin=f"http://{HERE}").status == 101
    assert guarded.behind.header(HEADER) == guarded.behind.header(ACCOUNT_HEADER) == ALONE


def test_a_stranger_who_opens_a_page_is_taken_to_the_sign_in_page_and_back() -> None:
    guarded = Guarded()
    answer = guarded.ask("/results?assessment=a&x=//evil.test", **NAVIGATE)
    assert answer.status == 303
    assert answer.headers["location"] == "/sign-in?next=%2Fresults%3Fassessment%3Da%26x%3D%2F%2Fevil.test"
    assert guarded.ask("/results", accept="text/html,*/*").status == 303
    assert guarded.ask("/sign-out", method="POST", **NAVIGATE).headers["location"] == "/sign-in?next=%2F"
    assert guarded.behind.reached == []


@pytest.mark.parametrize(
    "path",
    ["/static/js/index.js", "/app/static/fonts/a.woff2", "/media/abc.pdf", "/_stcore/health", "/_stcore/host-config"],
)
@pytest.mark.parametrize("cookie", ["", "plumbline_sign_in=dead", "plumbline_sign_in=alone", "other=live"])
def test_a_stranger_gets_nothing_else_either(path: str, cookie: str) -> None:
    guarded = Guarded()
    answer = guarded.ask(path, cookie=cookie, sec_fetch_mode="no-cors")
    assert (answer.status, answer.text) == (401, words.SIGN_IN_FIRST)
    assert guarded.ask("/_stcore/upload_file/s/f", method="PUT", cookie=cookie).status == 401
    assert guarded.connect(cookie=cookie).status == 403
    assert guarded.behind.reached == []


def test_what_is_open_to_strangers_is_the_routes_and_not_what_begins_like_them() -> None:
    guarded = Guarded()
    assert guarded.ask("/health").status == 200
    assert guarded.ask("/invitation/abc", method="POST").status == 200
    for path in ("/healthy", "/health/", "/invitation/abc/../../media/x", "/Health", "//health", "/invitation"):
        assert guarded.ask(path).status == 401
    assert guarded.ask("/health", method="PUT").status == 401
    assert len(guarded.behind.reached) == 2
    assert guarded.behind.header(HEADER) == ""


def test_whoever_is_signed_in_comes_in_and_the_pages_are_told_by_which_token() -> None:
    guarded = Guarded()
    assert guarded.ask(cookie=LIVE).status == 200
    assert guarded.connect(cookie=LIVE, origin=f"http://{HERE}").status == 101
    assert guarded.behind.header(HEADER) == "live"
    assert guarded.behind.header(ACCOUNT_HEADER) == "ann"


def test_a_sign_in_that_ended_lets_nobody_in_with_the_next_request() -> None:
    guarded = Guarded()
    assert guarded.ask(cookie=LIVE).status == 200
    guarded.signed_in.clear()
    assert guarded.ask(cookie=LIVE).status == 401
    assert guarded.connect(cookie=LIVE).status == 403


def test_the_first_account_closes_the_doors_for_whoever_was_alone_until_then() -> None:
    guarded = Guarded(has_accounts=False)
    assert guarded.ask().status == 200
    guarded.has_accounts = True
    assert guarded.ask().status == 401


def test_nobody_says_themselves_by_which_token_they_are_signed_in() -> None:
    alone = (Guarded(has_accounts=False), {HEADER: ALONE, ACCOUNT_HEADER: ALONE})
    for guarded, told in ((Guarded(), {HEADER: "live", ACCOUNT_HEADER: "ann"}), alone):
        for claim in ("alone", "live", "other"):
            claimed = {"x_plumbline_sign_in": claim, "x_plumbline_account": claim}
            assert guarded.connect(cookie=LIVE, **claimed).status == 101
            names = [name for name, _ in guarded.behind.reached[-1]["headers"]]
            for name, value in told.items():
                assert names.count(name.lower().encode()) == 1
                assert guarded.behind.header(name) == value


def test_a_database_that_cannot_be_asked_lets_nobody_in() -> None:
    for guarded in (Guarded(is_down=True), Guarded(is_down=True, has_accounts=False)):
        assert guarded.ask(cookie=LIVE).status == 503
        assert guarded.connect(cookie=LIVE).status == 403
        assert guarded.ask("/health").status == 200
        answer = guarded.ask("/results", **NAVIGATE)
        assert (answer.status, answer.text) == (503, "The database cannot be used: it is closed. Start again.")


@pytest.mark.parametrize(
    "path",
    [
        "/_stcore/metrics",
        "/_stcore/script-health-check",
        "/_stcore/agent/openapi.json",
        "/_stcore/agent/mcp",
        "/_stcore/healthy",
        "/component/a/b",
        "/auth/login",
        "/oauth2callback",
    ],
)
def test_what_streamlit_offers_beside_its_pages_is_off_for_everybody(path: str) -> None:
    for guarded in (Guarded(), Guarded(has_accounts=False)):
        answer = guarded.ask(path, cookie=LIVE)
        assert (answer.status, answer.text) == (404, words.NOT_HERE)
        assert guarded.behind.reached == []


@pytest.mark.parametrize("path", ["health", "host-config", "upload_file/s/f", "bidi-components/a/b.js"])
def test_what_its_pages_need_of_it_is_there(path: str) -> None:
    assert Guarded(has_accounts=False).ask(f"/_stcore/{path}").status == 200


def test_streamlit_never_compares_two_names_of_the_host_and_so_asks_nobody_outside() -> None:
    guarded = Guarded(base_url="https://maturity.test:8443")
    cookie = "__Host-plumbline_sign_in=live"
    assert guarded.connect(host="maturity.test", origin="https://maturity.test:8443", cookie=cookie).status == 101
    assert guarded.behind.header("host") == "maturity.test:8443"
    assert guarded.ask("/results", host="maturity.test", cookie=cookie).status == 200
    assert guarded.behind.header("host") == "maturity.test"


def test_a_session_is_given_back_only_where_streamlit_keeps_whose_it_is() -> None:
    asked = {"cookie": LIVE, "sec_websocket_protocol": "streamlit, token, 7f3a"}
    keeping, forgetting = Guarded(), Guarded(keeps=False)
    assert keeping.connect(**asked).status == forgetting.connect(**asked).status == 101
    assert keeping.behind.header("sec-websocket-protocol") == "streamlit, token, 7f3a"
    assert forgetting.behind.header("sec-websocket-protocol") == "streamlit, token"


def test_a_route_is_told_at_which_address_people_reach_it() -> None:
    guarded = Guarded(base_url="https://maturity.test")
    guarded.ask("/health", host="maturity.test")
    assert access_of(Request(guarded.behind.reached[-1])).base_url == "https://maturity.test"


def test_the_life_of_the_server_passes_the_gate() -> None:
    class Living:
        async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
            del receive
            await send({"type": scope["type"], "status": 0, "headers": []})

    guarded = Guarded(is_down=True)
    assert ask(Gate(Living(), guarded.gate._doors), {"type": "lifespan"}).status == 0
