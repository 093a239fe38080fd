"""In front of a running app: frames, foreign names and pages, strangers, and sockets that know somebody's session."""

from __future__ import annotations

import socket
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import BrowserContext, ConsoleMessage, Page, sync_playwright

from assessment.services.signed_in import COOKIE
from assessment.views.wording.pages import gate as words
from assessment.views.wording.pages.shared import ASSESSMENTS
from benchmarks.clicking import CHROMIUM, CHROMIUM_FLAGS
from benchmarks.serving import served
from tests.journeys.team import Run, Team, run, team_served

pytestmark = pytest.mark.browser
SAMPLE = "assessment=sample-tamarind-mutual"
PAGES = ("", "set-up", "questionnaire", "results", "roadmap", "report")


@pytest.fixture(scope="module")
def team(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Team]:
    with team_served(tmp_path_factory.mktemp("team")) as team:
        yield team


@pytest.fixture
def context() -> Iterator[BrowserContext]:
    """A browser that keeps to what the headers say."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(CHROMIUM_FLAGS))
        try:
            yield browser.new_context(viewport={"width": 1440, "height": 900})
        finally:
            browser.close()


def status(url: str, **headers: str) -> int:
    asked = urllib.request.Request(url, headers=headers)
    try:
        with urllib.request.urlopen(asked, timeout=10) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as refused:
        return refused.code


def page_of(team: Team, context: BrowserContext, token: str) -> Page:
    context.add_cookies([{"name": COOKIE, "value": token, "url": team.url, "httpOnly": True, "sameSite": "Lax"}])
    return context.new_page()


def test_a_foreign_name_and_a_stranger_get_nothing(team: Team) -> None:
    signed_in = {"Cookie": f"{COOKIE}={team.ann}"}
    assert status(f"{team.url}/", **signed_in) == 200
    assert status(f"{team.url}/", Host="evil.test", **signed_in) == 400
    assert status(f"{team.url}/_stcore/health") == 401
    assert status(f"{team.url}/_stcore/metrics", **signed_in) == 404
    assert status(f"{team.url}/health") == 200


def test_a_socket_of_a_foreign_page_or_a_stranger_is_refused(team: Team) -> None:
    assert isinstance(run(team, team.ann, origin=team.url), Run)
    for origin in ("http://evil.test", "http://localhost:3000", team.url.replace("127.0.0.1", "localhost")):
        assert run(team, team.ann, origin=origin) == 403
    assert run(team, "") == run(team, "x" * 43) == 403


def test_the_id_of_a_session_is_worth_nothing_to_somebody_else_who_is_signed_in(team: Team) -> None:
    anns = run(team, team.ann, query=SAMPLE)
    assert isinstance(anns, Run)
    bobs = run(team, team.bob, session_id=anns.session_id)
    assert isinstance(bobs, Run)
    assert bobs.session_id != anns.session_id
    assert "Tamarind" not in bobs.drawn.partition("page-scripts")[0]
    assert run(team, "", session_id=anns.session_id) == 403
    again = run(team, team.ann, session_id=anns.session_id)
    assert isinstance(again, Run)
    assert again.session_id == anns.session_id


def test_a_page_runs_nothing_that_its_headers_do_not_name(team: Team, context: BrowserContext) -> None:
    page = page_of(team, context, team.ann)
    complaints: list[str] = []

    def keep(message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            complaints.append(message.text)

    page.on("console", keep)
    for name in PAGES:
        page.goto(f"{team.url}/{name}?{SAMPLE}")
        page.get_by_role("heading", level=1).first.wait_for()
        for tab in page.get_by_role("tab").all():
            tab.click()
            page.wait_for_timeout(300)
    assert complaints == []
    page.evaluate(
        """() => {
          const script = document.createElement("script");
          script.text = "window.ran = 1";
          document.body.append(script);
          setTimeout("window.ran = 2");
        }"""
    )
    page.wait_for_timeout(200)
    assert page.evaluate("window.ran") is None
    assert complaints


def test_no_other_page_shows_it_in_a_frame(team: Team, context: BrowserContext) -> None:
    class Framing(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(f'<iframe src="{team.url}/"></iframe>'.encode())

    with listening(Framing) as address:
        page = page_of(team, context, team.ann)
        refused: list[str] = []
        page.on("console", lambda message: refused.append(message.text))
        page.goto(address)
        page.wait_for_timeout(1500)
    assert any("frame" in text.lower() for text in refused)
    assert "Plumbline" not in page.frames[-1].content()


def test_who_signs_out_is_out_in_every_tab_at_its_next_click(team: Team, context: BrowserContext) -> None:
    first = page_of(team, context, team.bob)
    second = context.new_page()
    for page in (first, second):
        page.goto(f"{team.url}/results?{SAMPLE}")
        page.get_by_text("Signed in as Bob").wait_for()
    first.get_by_role("button", name=words.SIGN_OUT).click()
    first.wait_for_url("**/sign-in?next=*")
    second.get_by_role("link", name=ASSESSMENTS).first.click()
    second.wait_for_url("**/sign-in?next=*")
    assert status(f"{team.url}/", Cookie=f"{COOKIE}={team.bob}") == 401


@contextmanager
def listening(handler: type[BaseHTTPRequestHandler]) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def test_listening_for_all_asks_nobody_outside_and_serves_nothing_without_a_sign_in(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    class Outside(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(502)

        do_CONNECT = do_GET

    folder = tmp_path_factory.mktemp("for-all")
    monkeypatch.setenv("STREAMLIT_SERVER_ADDRESS", "0.0.0.0")
    with listening(Outside) as proxy:
        for name in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"):
            monkeypatch.setenv(name, proxy)
        monkeypatch.setenv("no_proxy", "127.0.0.1")
        with served(folder) as url:
            port = url.rpartition(":")[2]
            assert status(f"{url}/") == 401
            assert status(f"{url}/", Host=f"evil.test:{port}") == 400
            assert run(Team(url=url, ann="", bob=""), "") == 403
            with socket.create_connection(("127.0.0.1", int(port))):
                pass
    assert asked == []
    said = (folder / "server.log").read_text()
    assert f"{url}/invitation/" in said
    assert words.without_https(has_base_url=False) in said
