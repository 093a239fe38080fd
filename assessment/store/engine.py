"""Engines: how a connection is opened and how a transaction begins.

With a sound SQLite (see `sqlite`) several processes write one file: a transaction that writes takes the lock when it
begins, waits for it in steps of random length, and the log is moved into the file as it grows. With one that is not,
every connection has `wal_autocheckpoint=0`, and writes and checkpoints run one at a time under `Store`'s lock.
"""

from __future__ import annotations

import random
import time
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import NullPool

from assessment.errors import StoreUnavailable
from assessment.store import sqlite

BUSY_SECONDS = 30
SECONDS_TO_WAIT_FOR_AN_UPGRADE = 600
"""How long a process waits at start for another one that migrates."""
PAGES_BETWEEN_CHECKPOINTS = 1000
_LONGEST_STEP_SECONDS = 0.05
CONNECTION_COUNT = 20
"""At most so many connections of one process to PostgreSQL; whoever comes then waits in line."""
_BEGIN_OPTION = "plumbline_begin"
_POSTGRESQL_OPTIONS = f"-c lock_timeout={BUSY_SECONDS}s -c statement_timeout=120s -c timezone=UTC"


def parsed_url(text: str) -> URL:
    """The URL of a database Plumbline can use; raises StoreUnavailable for any other."""
    try:
        url = make_url(text)
    except ArgumentError as error:
        raise StoreUnavailable("its address is not a database URL", "Correct PLUMBLINE_DATABASE_URL.") from error
    if url.get_backend_name() == "sqlite":
        if not url.database or url.database == ":memory:":
            raise StoreUnavailable("a database in memory loses every answer", "Name a file in PLUMBLINE_DATABASE_URL.")
        return url.set(drivername="sqlite+pysqlite")
    if url.get_backend_name() == "postgresql":
        return url.set(drivername="postgresql+psycopg")
    raise StoreUnavailable(
        f"'{url.get_backend_name()}' is no database that Plumbline knows",
        "Use sqlite:///<file> or postgresql+psycopg://<user>@<host>/<name> in PLUMBLINE_DATABASE_URL.",
    )


def sqlite_file(url: URL) -> Path | None:
    """The file of an SQLite database, links to it followed; None for PostgreSQL."""
    if url.get_backend_name() != "sqlite" or url.database is None:
        return None
    return Path(url.database).resolve()


def new_engine(url: URL) -> Engine:
    """An engine for serving: pooled, checked before use, foreign keys on."""
    if sqlite_file(url) is None:
        return create_engine(
            url,
            pool_size=CONNECTION_COUNT,
            max_overflow=0,
            pool_timeout=BUSY_SECONDS,
            pool_pre_ping=True,
            hide_parameters=True,
            connect_args={"connect_timeout": 10, "options": _POSTGRESQL_OPTIONS},
        )
    engine = create_engine(
        url,
        module=sqlite.MODULE,
        pool_size=10,
        max_overflow=40,
        pool_timeout=BUSY_SECONDS,
        hide_parameters=True,
        connect_args={"timeout": BUSY_SECONDS, "check_same_thread": False},
    )
    _listen(engine, foreign_keys=True, seconds=BUSY_SECONDS)
    return engine


def new_migration_engine(url: URL) -> Engine:
    """An engine for migrations: unpooled, and without foreign keys, or rebuilding a table empties its children."""
    if sqlite_file(url) is None:
        return create_engine(url, poolclass=NullPool, hide_parameters=True, connect_args={"connect_timeout": 10})
    arguments = {"timeout": BUSY_SECONDS}
    engine = create_engine(url, module=sqlite.MODULE, poolclass=NullPool, hide_parameters=True, connect_args=arguments)
    _listen(engine, foreign_keys=False, seconds=SECONDS_TO_WAIT_FOR_AN_UPGRADE)
    return engine


def for_reading(connection: Connection) -> Connection:
    """A connection whose transaction sees one state of the database and changes nothing."""
    if connection.dialect.name == "sqlite":
        return connection.execution_options(**{_BEGIN_OPTION: "BEGIN"})
    return connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)


def for_writing(connection: Connection) -> Connection:
    """A connection whose transaction takes the write lock at once."""
    if connection.dialect.name == "sqlite":
        return connection.execution_options(**{_BEGIN_OPTION: "BEGIN IMMEDIATE"})
    return connection.execution_options(isolation_level="READ COMMITTED", postgresql_readonly=False)


def begin_immediately(connection: Any, seconds: float) -> None:
    """Take the write lock of an SQLite file, waiting for it in steps of random length: whoever comes gets a turn.

    Raises what SQLite raises where it is still taken after `seconds`.
    """
    end = time.monotonic() + seconds
    step = 0.001
    connection.execute("PRAGMA busy_timeout=0").close()
    try:
        while True:
            try:
                connection.execute("BEGIN IMMEDIATE").close()
                return
            except sqlite.ERRORS as error:
                if not is_busy(error) or time.monotonic() >= end:
                    raise
            time.sleep(random.uniform(step / 2, step))  # noqa: S311 (no secret: so that two do not keep meeting)
            step = min(2 * step, _LONGEST_STEP_SECONDS)
    finally:
        connection.execute(f"PRAGMA busy_timeout={int(BUSY_SECONDS * 1000)}").close()


def is_busy(error: Exception) -> bool:
    """Whether SQLite says that somebody else has the lock."""
    return str(getattr(error, "sqlite_errorname", "")).startswith("SQLITE_BUSY")


def _listen(engine: Engine, *, foreign_keys: bool, seconds: float) -> None:
    @event.listens_for(engine, "connect")
    def prepare(connection: Any, record: Any) -> None:
        del record
        connection.isolation_level = None  # transactions begin where we say, not where the driver guesses
        for pragma in (
            f"busy_timeout={int(BUSY_SECONDS * 1000)}",
            "journal_mode=WAL",
            "synchronous=FULL",
            f"wal_autocheckpoint={PAGES_BETWEEN_CHECKPOINTS if sqlite.is_sound() else 0}",
            "mmap_size=0",
            "secure_delete=ON",
            f"foreign_keys={'ON' if foreign_keys else 'OFF'}",
        ):
            connection.execute(f"PRAGMA {pragma}").close()

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        statement = connection.get_execution_options().get(_BEGIN_OPTION, "BEGIN IMMEDIATE")
        if statement == "BEGIN IMMEDIATE":
            begin_immediately(connection.connection.dbapi_connection, seconds)
        else:
            connection.exec_driver_sql(statement)
