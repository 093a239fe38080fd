"""The way in through the company: there with what has to be remembered sealed in a cookie, and back once."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import httpx
import pytest
from starlette.applications import Starlette
from starlette.types import ASGIApp

from assessment.domain.access.account import Scope
from assessment.domain.access.permissions import AccessRole
from assessment.services import plumbline as plumbline_module
from assessment.services.authority import LOCAL_ACTOR
from assessment.services.plumbline import Plumbline, open_plumbline
from assessment.services.provider import ProviderService
from assessment.settings import Settings
from assessment.web.access import Access, Listening
from assessment.web.cookies import DEPARTURE
from assessment.web.gate import Doors, Gate
from assessment.web.routes import OPEN_ROUTES, ROUTES
from tests.provider.pretended import ISSUER, Pretended, claims_for, settings_for
from tests.services.accounts import ADMINISTRATOR, FAST, made
from tests.store.databases import sqlite_url

HERE = "http://127.0.0.1:8501"
SIGN_IN = "plumbline_sign_in"


class Browser:
    """Asks the app, and keeps its cookies; follows nothing by itself."""

    def __init__(self, app: ASGIApp) -> None:
        transport = httpx.ASGITransport(app)
        self._client = httpx.AsyncClient(transport=transport, base_url=HERE)
        self.cookies = self._client.cookies

    def get(self, path: str, params: dict[str, str] | None = None) -> httpx.Response:
        """The answer to one request."""
        return asyncio.run(self._client.get(path, params=params))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("company")


@pytest.fixture(scope="module")
def plumbline(folder: Path) -> Iterator[Plumbline]:
    settings = Settings(
        database_url=sqlite_url(folder),
        data_folder=folder,
        questionnaires_folder=folder,
        sample_file=folder / "sample.json",
    )
    opened = open_plumbline(settings, passwords=FAST)
    made(opened, "admin@tamarind.example", ADMINISTRATOR)
    plumbline_module._OPEN.append(opened)
    yield opened
    plumbline_module._OPEN.remove(opened)
    opened.close()


@pytest.fixture
def provider(plumbline: Plumbline) -> Pretended:
    """The provider behind the button."""
    pretended = Pretended()
    settings = settings_for(ISSUER, NAME="Tamarind", DOMAINS="tamarind.example")
    plumbline.provider = ProviderService(settings, plumbline._store, httpx.MockTransport(pretended))
    return pretended


@pytest.fixture
def browser(plumbline: Plumbline) -> Browser:
    """A browser before the gate and the routes."""
    access = Access(listening=lambda: Listening(address="127.0.0.1"), has_accounts=lambda: True)
    doors = Doors(
        access=access, actor_of=plumbline.accounts.actor_of, open_routes=OPEN_ROUTES, keeps_sessions_apart=True
    )
    return Browser(Gate(Starlette(routes=ROUTES), doors))


def departed(browser: Browser, provider: Pretended, next_path: str = "/", **changed: object) -> str:
    """Press the button; the state that the provider gives back, after it signed."""
    answer = browser.get("/sign-in/provider", params={"next": next_path})
    assert answer.status_code == 303
    asked = dict(parse_qsl(urlsplit(answer.headers["location"]).query))
    assert asked["redirect_uri"] == f"{HERE}/sign-in/callback"
    provider.claims = claims_for(asked["nonce"], **changed)
    return asked["state"]


def test_the_button_leads_there_and_back_to_where_one_wanted_to_go(browser: Browser, provider: Pretended) -> None:
    page = browser.get("/sign-in", params={"next": "/report?assessment=a"})
    assert 'href="/sign-in/provider?next=%2Freport%3Fassessment%3Da">Sign in through Tamarind</a>' in page.text
    state = departed(browser, provider, "/report?assessment=a")
    sealed = browser.cookies[DEPARTURE]
    answer = browser.get("/sign-in/callback", params={"state": state, "code": "c", "iss": ISSUER})
    assert (answer.status_code, answer.headers["location"]) == (303, "/report?assessment=a")
    assert DEPARTURE not in browser.cookies
    kept = browser.cookies[SIGN_IN]
    assert kept not in sealed
    cookie = next(one for one in answer.headers.get_list("set-cookie") if one.startswith(f"{SIGN_IN}="))
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie


def test_nothing_of_the_providers_tokens_is_kept(browser: Browser, provider: Pretended, folder: Path) -> None:
    state = departed(browser, provider)
    browser.get("/sign-in/callback", params={"state": state, "code": "the-code"})
    signed = provider.signs(provider.claims)
    stored = b"".join(file.read_bytes() for file in folder.glob("plumbline.db*"))
    for secret in (signed.encode(), signed.split(".")[2].encode(), b"the-code", b"access_token"):
        assert secret not in stored
    assert signed not in str(dict(browser.cookies))


def test_another_browsers_answer_signs_nobody_in(browser: Browser, provider: Pretended) -> None:
    state = departed(browser, provider)
    sealed = browser.cookies[DEPARTURE]
    browser.cookies.clear()
    answers = [browser.get("/sign-in/callback", params={"state": state, "code": "c"})]
    browser.cookies.set(DEPARTURE, sealed[:-2])
    answers.append(browser.get("/sign-in/callback", params={"state": state, "code": "c"}))
    browser.cookies.set(DEPARTURE, sealed)
    answers.append(browser.get("/sign-in/callback", params={"state": f"{state}x", "code": "c"}))
    for answer in answers:
        assert answer.status_code == 403
        assert "does not belong to a sign-in that began here" in answer.text
    assert SIGN_IN not in browser.cookies
    assert provider.forms == []


def test_an_answer_is_good_once(browser: Browser, provider: Pretended) -> None:
    state = departed(browser, provider)
    assert browser.get("/sign-in/callback", params={"state": state, "code": "c"}).status_code == 303
    again = browser.get("/sign-in/callback", params={"state": state, "code": "c"})
    assert (again.status_code, len(provider.forms)) == (403, 1)


@pytest.mark.parametrize(
    ("changed", "asked", "told"),
    [
        ({"email": "ann@elsewhere.example"}, {}, "does not let you into Plumbline"),
        ({"nonce": "another"}, {}, "what it answered is not valid"),
        ({}, {"error": "access_denied", "error_description": "<b>no</b>"}, "it did not sign you in"),
        ({}, {"iss": "https://elsewhere.example"}, "another provider answered"),
    ],
)
def test_whoever_is_turned_away_reads_why_on_the_sign_in_page(
    browser: Browser, provider: Pretended, changed: dict[str, str], asked: dict[str, str], told: str
) -> None:
    state = departed(browser, provider, **changed)
    answer = browser.get("/sign-in/callback", params={"state": state, "code": "c", **asked})
    assert answer.status_code == 403
    assert told in answer.text
    assert "<b>" not in answer.text
    assert "Sign in through Tamarind" in answer.text
    assert SIGN_IN not in browser.cookies


def test_a_provider_that_is_down_is_told_on_the_sign_in_page(browser: Browser, plumbline: Plumbline) -> None:
    def down(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("refused", request=request)

    settings = settings_for(ISSUER, NAME="Tamarind")
    plumbline.provider = ProviderService(settings, plumbline._store, httpx.MockTransport(down))
    answer = browser.get("/sign-in/provider")
    assert answer.status_code == 403
    assert "You were not signed in through Tamarind: it cannot be reached now." in answer.text


def test_a_path_of_elsewhere_is_not_gone_on_to(browser: Browser, provider: Pretended) -> None:
    state = departed(browser, provider, "https://elsewhere.example/")
    answer = browser.get("/sign-in/callback", params={"state": state, "code": "c"})
    assert answer.headers["location"] == "/"


def test_without_a_provider_there_is_neither_button_nor_way(browser: Browser, plumbline: Plumbline) -> None:
    plumbline.provider = ProviderService(None)
    assert "provider" not in browser.get("/sign-in").text
    for path in ("/sign-in/provider", "/sign-in/callback?state=s&code=c"):
        answer = browser.get(path)
        assert answer.status_code == 403
        assert "it is not set up" in answer.text


def test_whoever_is_invited_may_come_through_the_company(
    browser: Browser, provider: Pretended, plumbline: Plumbline
) -> None:
    analyst = Scope(role=AccessRole.ANALYST)
    link = plumbline.accounts.invite(LOCAL_ACTOR, "fay@elsewhere.example", (analyst,))
    assert "Sign in through Tamarind" in browser.get(f"/invitation/{link}").text
    state = departed(browser, provider, email="fay@elsewhere.example", sub="fay", name="Fay")
    browser.get("/sign-in/callback", params={"state": state, "code": "c"})
    (fay,) = (one for one in plumbline.accounts.list_accounts(LOCAL_ACTOR) if one.name == "Fay")
    assert [grant.scope for grant in fay.grants] == [analyst]
    assert browser.get(f"/invitation/{link}").status_code == 404
