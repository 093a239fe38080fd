"""Accounts to test with: hashing that takes a millisecond, and people who are signed in."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher

from assessment.domain.access.account import Scope
from assessment.domain.access.permissions import AccessRole
from assessment.services.attempts import Place
from assessment.services.authority import LOCAL_ACTOR
from assessment.services.passwords import Passwords
from assessment.services.plumbline import Plumbline
from assessment.services.signing_in import SignedIn
from assessment.settings import Settings
from assessment.store import open_store
from tests.store.databases import sqlite_url

FAST = Passwords(PasswordHash((Argon2Hasher(time_cost=1, memory_cost=8, parallelism=1),)))
PASSWORD = "lantern-gravel-otter"
HOME = Place(address="192.0.2.1")
ADMINISTRATOR = Scope(role=AccessRole.ADMINISTRATOR)
START = datetime(2026, 3, 2, 9, tzinfo=UTC)


class Clock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        return self.now

    def go_on(self, **time: float) -> None:
        """Let so much time pass."""
        self.now += timedelta(**time)


@cache
def empty_file() -> bytes:
    """An SQLite file with every table and no row: migrating one for each test would take most of its time."""
    with TemporaryDirectory() as folder:
        open_store(sqlite_url(Path(folder)), Path(folder)).close()
        return (Path(folder) / "plumbline.db").read_bytes()


@contextmanager
def opened(settings: Settings, clock: Clock) -> Iterator[Plumbline]:
    """Plumbline at a time that the test says, with hashing that is quick."""
    if settings.database_url == sqlite_url(settings.data_folder):
        (settings.data_folder / "plumbline.db").write_bytes(empty_file())
    store = open_store(settings.database_url, settings.data_folder, clock=clock)
    plumbline = Plumbline(settings, store, passwords=FAST)
    try:
        yield plumbline
    finally:
        plumbline.close()


def made(plumbline: Plumbline, email: str, *scopes: Scope, password: str = PASSWORD, place: Place = HOME) -> SignedIn:
    """A new account that took up its invitation, signed in."""
    token = plumbline.accounts.invite(LOCAL_ACTOR, email, scopes or (ADMINISTRATOR,))
    return plumbline.accounts.accept(token, email.partition("@")[0].title(), password, place)
