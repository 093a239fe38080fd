"""The server for phones: it has what phones may ask and nothing else, begins and ends when told, and says why not."""

from __future__ import annotations

import re
import socket
from collections.abc import Iterator
from contextlib import closing

import httpx
import pytest
from starlette.routing import Mount, Route

from assessment.errors import PhonesShut
from assessment.services.interfaces import interfaces
from assessment.services.plumbline import Plumbline
from assessment.views.wording.pages import gate as words
from assessment.views.wording.workshop import joining
from assessment.web.phones_server import PhonesServer, phones_app
from assessment.web.routes import PHONE_ROUTES, ROUTES
from tests.web.asking import ask, scope_of

NAMES = frozenset({"laptop", "laptop.local"})
# what Streamlit serves beside our own routes
STREAMLIT = (
    *("/", "/workshop", "/questionnaire", "/static/js/index.js", "/media/a.pdf", "/_stcore/health", "/_stcore/stream"),
    *("/_stcore/host-config", "/_stcore/upload_file/s/f", "/app/static/a.woff2", "/component/a", "/favicon.png"),
)


def free_port() -> int:
    with closing(socket.socket()) as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@pytest.fixture
def phones(plumbline: Plumbline) -> Iterator[PhonesServer]:
    del plumbline
    server = PhonesServer(PHONE_ROUTES, free_port(), names=lambda: NAMES)
    yield server
    server.end()


def at(phones: PhonesServer, path: str, **more: str) -> httpx.Response:
    return httpx.get(f"http://127.0.0.1:{phones.port}{path}", **more)  # type: ignore[arg-type]


def paths(routes: tuple[object, ...]) -> set[str]:
    """A path for each route, its parameters filled in."""
    found = set()
    for one in routes:
        assert isinstance(one, Route | Mount)
        found.add(re.sub(r"\{[^}]+\}", "x", one.path))
    return found


def asked(path: str, **more: str) -> tuple[int, str]:
    answer = ask(phones_app(PHONE_ROUTES, 8601, NAMES), scope_of(path, server=("10.0.0.4", 8601), **more))
    return answer.status, answer.text


def test_every_route_of_the_app_that_is_not_for_phones_is_not_there() -> None:
    others = paths(ROUTES) - paths(PHONE_ROUTES)
    assert {"/sign-in", "/sign-out", "/password", "/invitation/x", "/projector/x", "/projector/x/state"} <= others
    for path in sorted(others | set(STREAMLIT)):
        for method in ("GET", "POST", "PUT", "DELETE"):
            assert asked(path, method=method, host="10.0.0.4:8601") == (404, words.NOT_HERE), path


def test_no_websocket_is_accepted_there() -> None:
    app = phones_app(PHONE_ROUTES, 8601, NAMES)
    for path in ("/_stcore/stream", "/health", "/join"):
        assert ask(app, scope_of(path, type="websocket", host="10.0.0.4:8601")).status == 403


@pytest.mark.parametrize(
    "host", ["10.0.0.4:8601", "[2001:db8::1]:8601", "LAPTOP:8601", "laptop.local:8601", "10.0.0.4"]
)
def test_it_is_asked_by_a_number_or_a_name_of_this_machine(host: str) -> None:
    assert asked("/health", host=host)[0] in (200, 503)


@pytest.mark.parametrize("host", ["evil.test:8601", "laptop.evil.test", "10.0.0.4.evil.test:8601", "", "a b"])
def test_a_name_that_anybody_can_point_here_gets_nothing(host: str) -> None:
    assert asked("/health", host=host) == (400, words.FOREIGN_HOST)


def test_a_page_of_another_origin_sends_nothing() -> None:
    foreign = {"host": "10.0.0.4:8601", "origin": "http://evil.test", "method": "POST"}
    assert asked("/join", **foreign) == (403, words.FOREIGN_ORIGIN)


def test_every_answer_has_the_headers_of_the_house() -> None:
    for path in ("/see", "/join", "/nothing"):
        answer = ask(phones_app(PHONE_ROUTES, 8601, NAMES), scope_of(path, host="10.0.0.4:8601"))
        assert answer.headers["x-frame-options"] == "DENY"
        assert "default-src 'none'" in answer.headers["content-security-policy"]
        assert "unsafe" not in answer.headers["content-security-policy"].replace("style-src 'self' 'unsafe-inline'", "")


def test_it_begins_ends_and_begins_again_when_told_and_a_second_time_changes_nothing(phones: PhonesServer) -> None:
    assert not phones.is_running
    for _ in range(2):
        phones.begin()
        phones.begin()
        assert phones.is_running
        assert at(phones, "/health").json() == {"status": "ok"}
        assert at(phones, "/sign-in").status_code == 404
        phones.end()
        phones.end()
        assert not phones.is_running
        with pytest.raises(httpx.ConnectError):
            at(phones, "/health")


def test_it_is_there_on_every_network_of_this_machine(phones: PhonesServer) -> None:
    phones.begin()
    outside = [one.address for one in interfaces() if "." in one.address and not one.address.startswith("127.")]
    for address in outside:
        answer = httpx.get(f"http://{address}:{phones.port}/see")
        assert joining.SEE_YES in answer.text


def test_a_phone_is_not_told_what_serves_it_and_its_address_is_no_claim_of_its_own(phones: PhonesServer) -> None:
    phones.begin()
    answer = at(phones, "/see", headers={"x-forwarded-for": "192.0.2.9"})  # type: ignore[arg-type]
    assert "server" not in answer.headers
    assert joining.SEE_THIS_MACHINE in answer.text


def test_a_port_that_another_program_has_is_said_in_words_and_nothing_begins(phones: PhonesServer) -> None:
    with closing(socket.socket()) as other:
        other.bind(("0.0.0.0", phones.port))
        other.listen()
        with pytest.raises(PhonesShut) as told:
            phones.begin()
    assert str(told.value) == (
        f"Phones cannot be let in at port {phones.port}: another program has it, perhaps another Plumbline. "
        "Close the other program, or start Plumbline with another number in PLUMBLINE_PHONES_PORT."
    )
    assert not phones.is_running
    phones.begin()
    assert phones.is_running


def test_where_it_may_not_be_it_does_not_begin() -> None:
    with pytest.raises(PhonesShut, match="whoever runs Plumbline here does not allow it"):
        PhonesServer(PHONE_ROUTES, 0).begin()
