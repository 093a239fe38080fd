"""Signing in, in a real browser: by the first link, by an invitation, by a password, through the company; and the ends
of it, which hold from the next click of a page that is open.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect, sync_playwright

from assessment.domain.access.account import IDLE, Scope
from assessment.domain.access.permissions import AccessRole
from assessment.services.authority import LOCAL_ACTOR
from assessment.services.identity import token_hash
from assessment.services.plumbline import Plumbline, open_plumbline
from assessment.services.signed_in import COOKIE
from benchmarks.clicking import CHROMIUM, CHROMIUM_FLAGS
from benchmarks.serving import free_port, start_server
from tests.durability.setting import settings_in
from tests.journeys.written import PROCESS, TYPIST, begun_app
from tests.provider.running import CLIENT_ID, CLIENT_SECRET, RunningProvider, running_provider
from tests.services.accounts import FAST, made

pytestmark = pytest.mark.browser
PASSWORD = "lantern gravel otter seven"
FACILITATOR = Scope(role=AccessRole.FACILITATOR)
HEADING = "Assessments"
LONG_NAME = "Bartholomew Featherstonehaugh-Cholmondeley"


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """The app at an address, with an assessment of two people, and the company's provider."""

    folder: Path
    url: str
    assessment_id: str
    provider: RunningProvider

    @contextmanager
    def services(self) -> Iterator[Plumbline]:
        """The services beside the app, on the same database."""
        plumbline = open_plumbline(settings_in(self.folder), passwords=FAST)
        try:
            yield plumbline
        finally:
            plumbline.close()

    def signed_in(self, context: BrowserContext, email: str, *scopes: Scope) -> str:
        """Let a browser be signed in to a new account; the account's id."""
        with self.services() as plumbline:
            begun = made(plumbline, email, *scopes)
        context.add_cookies([{"name": COOKIE, "value": begun.token, "url": self.url, "httpOnly": True}])
        return begun.account_id


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("signing-in")
    app = begun_app(folder)
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    with running_provider(f"{url}/sign-in/callback") as provider, pytest.MonkeyPatch.context() as patch:
        wanted = {
            "ISSUER": provider.issuer,
            "CLIENT_ID": CLIENT_ID,
            "CLIENT_SECRET": CLIENT_SECRET,
            "NAME": "Tamarind",
            "DOMAINS": "tamarind.example",
            "ROLE": "reader",
        }
        for name, value in wanted.items():
            patch.setenv(f"PLUMBLINE_OIDC_{name}", value)
        server = start_server(folder, port)
        try:
            yield Site(folder=folder, url=url, assessment_id=app.assessment_id, provider=provider)
        finally:
            server.kill()
            server.wait(timeout=20)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(CHROMIUM_FLAGS))
        yield browser
        browser.close()


@pytest.fixture
def new_browser(chromium: Browser) -> Iterator[Callable[[], BrowserContext]]:
    """Makes browsers that know nothing of each other."""
    contexts: list[BrowserContext] = []

    def make() -> BrowserContext:
        context = chromium.new_context(viewport={"width": 1440, "height": 900})
        context.set_default_timeout(60_000)
        contexts.append(context)
        return context

    yield make
    for context in contexts:
        context.close()


def opened(site: Site, context: BrowserContext, path: str = "/") -> Page:
    page = context.new_page()
    page.goto(f"{site.url}{path}")
    return page


def is_in(page: Page, name: str) -> None:
    """The page is the app's, and says who is signed in."""
    expect(page.get_by_text(f"Signed in as {name}")).to_be_visible(timeout=60_000)


def is_out(page: Page) -> None:
    """The browser went to the sign-in page by itself."""
    page.wait_for_url("**/sign-in**")
    expect(page.get_by_role("button", name="Sign in")).to_be_visible()


def is_one_line_on_a_phone(page: Page) -> None:
    """Who is signed in and both ways on from there stand beside each other, whatever the name."""
    page.set_viewport_size({"width": 390, "height": 844})
    password = page.get_by_role("link", name="Your password").bounding_box()
    way_out = page.get_by_role("button", name="Sign out").bounding_box()
    assert password is not None
    assert way_out is not None
    assert abs(password["y"] + password["height"] / 2 - way_out["y"] - way_out["height"] / 2) < 6
    assert way_out["x"] + way_out["width"] <= 390


def take_up(page: Page, link: str, name: str) -> None:
    """Open a one-time link, choose a name and a password."""
    page.goto(link)
    page.get_by_label("Your name").fill(name)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_label("The same once more").fill(PASSWORD)
    page.get_by_role("button", name="Make the account").click()
    is_in(page, name)


def link_for(page: Page, label: str, email: str) -> str:
    """Make a link on the page of accounts; what it shows."""
    page.get_by_label(label).fill(email)
    page.get_by_label(label).press("Tab")
    page.get_by_role("button", name="Make the link").click()
    shown = page.get_by_test_id("stCode")
    shown.wait_for()
    return shown.inner_text().strip()


def test_the_first_link_makes_an_administrator_who_invites_somebody_who_signs_in(
    site: Site, new_browser: Callable[[], BrowserContext]
) -> None:
    own = opened(site, new_browser(), "/accounts")
    take_up(own, link_for(own, "Your e-mail address", "ann@tamarind.example"), "Ann")
    stranger = opened(site, new_browser(), "/accounts")
    is_out(stranger)
    own.goto(f"{site.url}/accounts")
    link = link_for(own, "Their e-mail address", "bob@elsewhere.example")
    take_up(stranger, link, LONG_NAME)
    expect(stranger.get_by_role("link", name="Accounts")).to_have_count(0)
    stranger.get_by_role("button", name="Sign out").click()
    is_out(stranger)
    stranger.goto(link)
    expect(stranger.get_by_text("This link was used already")).to_be_visible()
    stranger.goto(f"{site.url}/results")
    stranger.get_by_label("E-mail address").fill("Bob@Elsewhere.example")
    stranger.get_by_label("Password").fill(PASSWORD)
    stranger.get_by_role("button", name="Sign in", exact=True).click()
    is_in(stranger, LONG_NAME)
    is_one_line_on_a_phone(stranger)
    assert stranger.url.startswith(f"{site.url}/results")


def through_the_company(page: Page, login: str) -> None:
    """Press the button, sign in over there, and agree to what Plumbline asks for."""
    page.get_by_role("link", name="Sign in through Tamarind").click()
    page.locator("input[name=login]").fill(login)
    page.locator("input[name=password]").fill("any")
    page.get_by_role("button", name="Sign-in").click()
    page.get_by_role("button", name="Continue").click()


def test_the_company_signs_its_people_in_and_nobody_else(site: Site, new_browser: Callable[[], BrowserContext]) -> None:
    site.signed_in(new_browser(), "admin@tamarind.example")
    page = opened(site, new_browser(), "/roadmap")
    is_out(page)
    through_the_company(page, "eve")
    is_in(page, "Eve Easton")
    assert page.url.startswith(f"{site.url}/roadmap")
    for login in ("cid", "dan"):
        other = opened(site, new_browser(), "/sign-in")
        through_the_company(other, login)
        expect(other.get_by_role("alert")).to_contain_text("that does not let you into Plumbline")
    page.get_by_role("button", name="Sign out").click()
    is_out(page)


def test_signing_out_holds_in_every_tab(site: Site, new_browser: Callable[[], BrowserContext]) -> None:
    context = new_browser()
    site.signed_in(context, "tabs@tamarind.example", FACILITATOR)
    first, second = opened(site, context), opened(site, context, "/frameworks")
    is_in(first, "Tabs")
    is_in(second, "Tabs")
    first.get_by_role("button", name="Sign out").click()
    is_out(first)
    second.get_by_role("link", name="Layouts").click()
    is_out(second)


@pytest.mark.parametrize("end", ["idle", "disabled"])
def test_an_open_page_goes_to_the_sign_in_page_when_the_sign_in_is_over(
    site: Site, new_browser: Callable[[], BrowserContext], end: str
) -> None:
    context = new_browser()
    account_id = site.signed_in(context, f"{end}@tamarind.example", FACILITATOR)
    page = opened(site, context)
    is_in(page, end.title())
    with site.services() as plumbline:
        if end == "disabled":
            plumbline.accounts.disable(LOCAL_ACTOR, account_id)
        else:
            hashed = token_hash(next(one["value"] for one in context.cookies() if one["name"] == COOKIE))
            with plumbline._store.writing(actor_id="test", operation="test") as writer:
                writer.access_writer.see(hashed, account_id, plumbline._store.now() - IDLE - timedelta(minutes=1))
    page.get_by_role("link", name="Layouts").click()
    is_out(page)
    page.reload()
    is_out(page)


def statement(page: Page) -> Locator:
    """The second answer of the first question."""
    return page.locator("[class*=st-key-question-]").first.locator("[data-testid=stRadioOption]").nth(1)


def test_an_access_role_that_is_taken_away_refuses_the_next_click_of_an_open_page(
    site: Site, new_browser: Callable[[], BrowserContext]
) -> None:
    context = new_browser()
    account_id = site.signed_in(context, "analyst@tamarind.example", Scope(role=AccessRole.ANALYST))
    page = opened(
        site, context, f"/questionnaire?assessment={site.assessment_id}&respondent={TYPIST}&process={PROCESS}"
    )
    statement(page).wait_for()
    with site.services() as plumbline:
        before = plumbline.assessments.load(LOCAL_ACTOR, site.assessment_id).ratings
        (grant,) = next(one.grants for one in plumbline.accounts.list_accounts(LOCAL_ACTOR) if one.id == account_id)
        plumbline.accounts.remove_grant(LOCAL_ACTOR, account_id, grant.id)
    statement(page).click()
    expect(page.get_by_text("is not available").first).to_be_visible()
    with site.services() as plumbline:
        assert plumbline.assessments.load(LOCAL_ACTOR, site.assessment_id).ratings == before
