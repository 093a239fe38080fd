"""An open Plumbline with an administrator, browsers before it, and one with a framework for rooms."""

from __future__ import annotations

import secrets
from collections.abc import Iterator

import pytest

from assessment.services import plumbline as plumbline_module
from assessment.services.plumbline import Plumbline, open_plumbline
from assessment.settings import Settings
from tests.services.accounts import ADMINISTRATOR, FAST, made
from tests.store.databases import sqlite_url
from tests.web.browsing import Browser
from tests.web.phones import Workshop
from tests.web.rooms import opened_with_framework


@pytest.fixture(scope="module")
def plumbline(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Plumbline]:
    folder = tmp_path_factory.mktemp("pages")
    settings = Settings(
        database_url=sqlite_url(folder), data_folder=folder, questionnaires_folder=folder, sample_file=folder / "none"
    )
    opened = open_plumbline(settings, passwords=FAST)
    made(opened, "admin@example.org", ADMINISTRATOR)
    plumbline_module._OPEN.append(opened)
    yield opened
    plumbline_module._OPEN.remove(opened)
    opened.close()


@pytest.fixture(scope="module")
def with_framework(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Plumbline]:
    """Another one, with the invented framework and without an account."""
    with opened_with_framework(tmp_path_factory.mktemp("rooms")) as opened:
        yield opened


@pytest.fixture
def workshop(with_framework: Plumbline) -> Workshop:
    return Workshop(with_framework)


@pytest.fixture
def browser(plumbline: Plumbline) -> Browser:
    return Browser(plumbline)


@pytest.fixture
def email(plumbline: Plumbline) -> str:
    """The address of a new account."""
    address = f"{secrets.token_hex(4)}@example.org"
    made(plumbline, address)
    return address


@pytest.fixture
def signed_in(browser: Browser, email: str) -> Browser:
    browser.sign_in(email)
    return browser
