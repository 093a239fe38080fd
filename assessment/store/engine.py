"""Engines: how a connection is opened, how a transaction begins, and the one lock of an SQLite file.

SQLite 3.7.0 to 3.51.2 can corrupt a WAL that two connections write or checkpoint at once. So every connection has
`wal_autocheckpoint=0`, writes and checkpoints of a process run one at a time under `Store`'s lock, one keeper
connection stays open so that no reader is the last to close, and `FileGuard` keeps a second process away.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout
from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import NullPool

from assessment.errors import StoreUnavailable

BUSY_SECONDS = 30
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
    """The file of an SQLite database; None for PostgreSQL."""
    if url.get_backend_name() != "sqlite" or url.database is None:
        return None
    return Path(url.database).absolute()


def new_engine(url: URL) -> Engine:
    """An engine for serving: pooled, checked before use, foreign keys on."""
    if sqlite_file(url) is None:
        return create_engine(
            url,
            pool_size=10,
            max_overflow=20,
            pool_timeout=BUSY_SECONDS,
            pool_pre_ping=True,
            connect_args={"connect_timeout": 10, "options": _POSTGRESQL_OPTIONS},
        )
    arguments = {"timeout": BUSY_SECONDS, "check_same_thread": False}
    engine = create_engine(url, pool_size=10, max_overflow=40, pool_timeout=BUSY_SECONDS, connect_args=arguments)
    _listen(engine, foreign_keys=True)
    return engine


def new_migration_engine(url: URL) -> Engine:
    """An engine for migrations: unpooled, and without foreign keys, or rebuilding a table empties its children."""
    if sqlite_file(url) is None:
        return create_engine(url, poolclass=NullPool, connect_args={"connect_timeout": 10})
    engine = create_engine(url, poolclass=NullPool, connect_args={"timeout": BUSY_SECONDS})
    _listen(engine, foreign_keys=False)
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


def _listen(engine: Engine, *, foreign_keys: bool) -> None:
    @event.listens_for(engine, "connect")
    def prepare(connection: Any, record: Any) -> None:
        del record
        connection.isolation_level = None  # transactions begin where we say, not where the driver guesses
        for pragma in (
            f"busy_timeout={BUSY_SECONDS * 1000}",
            "journal_mode=WAL",
            "synchronous=FULL",
            "wal_autocheckpoint=0",
            "mmap_size=0",
            "secure_delete=ON",
            f"foreign_keys={'ON' if foreign_keys else 'OFF'}",
        ):
            connection.execute(f"PRAGMA {pragma}").close()

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        statement = connection.get_execution_options().get(_BEGIN_OPTION, "BEGIN IMMEDIATE")
        connection.exec_driver_sql(statement)


class FileGuard:
    """Keeps a second process away from an SQLite file for as long as this one has it open."""

    def __init__(self, file: Path) -> None:
        self._lock = FileLock(f"{file}.lock", thread_local=False)
        try:
            self._lock.acquire(timeout=0)
        except Timeout as error:
            raise StoreUnavailable(
                f"another Plumbline already has {file} open",
                "Close the app or the command that uses it and try again, or let both use PostgreSQL.",
            ) from error
        except OSError as error:
            raise StoreUnavailable(
                f"the folder {file.parent} cannot be written to",
                "Give the account that runs Plumbline write access to the data folder and try again.",
            ) from error

    def release(self) -> None:
        """Let others open the file."""
        self._lock.release()
