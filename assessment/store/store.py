"""The store: one database, opened once, migrated, and read and written in short transactions."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine
from sqlalchemy.exc import OperationalError
from tenacity import Retrying, retry_if_exception_type, stop_after_delay, wait_random_exponential

from assessment.errors import StoreUnavailable
from assessment.store.engine import (
    BUSY_SECONDS,
    FileGuard,
    for_reading,
    for_writing,
    new_engine,
    parsed_url,
    sqlite_file,
)
from assessment.store.errors import translated
from assessment.store.migrate import migrate
from assessment.store.reader import Reader
from assessment.store.writer import Writer

WRITES_BETWEEN_CHECKPOINTS = 200
WAL_BYTES_BEFORE_CHECKPOINT = 8_000_000
SECONDS_TO_WAIT_FOR_SERVER = 8


def _now() -> datetime:
    return datetime.now(UTC)


def open_store(database_url: str, data_folder: Path, *, clock: Callable[[], datetime] = _now) -> Store:
    """Open a database: keep others away from its file, back it up and migrate it where needed.

    Raises StoreUnavailable when it is in use, damaged, newer, not writable, or cannot be reached.
    """
    url = parsed_url(database_url)
    file = sqlite_file(url)
    guard = None if file is None else _guard(file)
    try:
        with translated():
            migrate(url, data_folder / "backups", clock())
            return Store(url, guard=guard, clock=clock)
    except BaseException:
        if guard is not None:
            guard.release()
        raise


def _guard(file: Path) -> FileGuard:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreUnavailable(
            f"the folder {file.parent} cannot be made",
            "Give the account that runs Plumbline write access above it, or name another folder in PLUMBLINE_DATA.",
        ) from error
    return FileGuard(file)


class Store:
    """An open database. Safe to use from many threads; on SQLite their writes take turns."""

    def __init__(self, url: URL, *, guard: FileGuard | None, clock: Callable[[], datetime]) -> None:
        self._file = sqlite_file(url)
        self._engine: Engine = new_engine(url)
        self._guard = guard
        self._clock = clock
        self._turn = threading.Lock()
        self._write_count = 0
        self._is_closed = False
        self._keeper: Any = self._engine.raw_connection() if self._file is not None else None

    def now(self) -> datetime:
        """The moment it is, by the clock that changes are timed with."""
        return self._clock()

    @contextmanager
    def reading(self) -> Iterator[Reader]:
        """A transaction that only reads, and sees one moment."""
        with translated(), self._connected() as plain:
            connection = for_reading(plain)
            with connection.begin():
                yield Reader(connection)

    @contextmanager
    def writing(self, *, actor_id: str, operation: str) -> Iterator[Writer]:
        """A transaction that writes: all of it is durable when this ends, none of it if it raises."""
        with self._taking_turns(), translated():
            with self._connected() as plain:
                connection = for_writing(plain)
                with connection.begin():
                    yield Writer(connection, actor_id=actor_id, operation=operation, now=self._clock())
            self._write_count += 1
            self._checkpoint_when_due()

    def close(self) -> None:
        """Close every connection and let other processes open the file. Closing twice is harmless."""
        with self._taking_turns():
            if self._is_closed:
                return
            self._is_closed = True
            if self._keeper is not None:
                with suppress(sqlite3.Error):
                    self._checkpoint("TRUNCATE")
                self._keeper.close()
            self._engine.dispose()
        if self._guard is not None:
            self._guard.release()

    def _connected(self) -> Connection:
        """A connection. A restarting PostgreSQL server is waited for: nothing was begun yet, so nothing is repeated."""
        if self._is_closed:
            raise StoreUnavailable("it is closed", "Start Plumbline again with 'make run'.")
        if self._file is not None:
            return self._engine.connect()
        waiting = Retrying(
            retry=retry_if_exception_type(OperationalError),
            stop=stop_after_delay(SECONDS_TO_WAIT_FOR_SERVER),
            wait=wait_random_exponential(multiplier=0.1, max=1),
            reraise=True,
        )
        return waiting(self._engine.connect)

    @contextmanager
    def _taking_turns(self) -> Iterator[None]:
        if self._file is None:
            yield
            return
        if not self._turn.acquire(timeout=BUSY_SECONDS):
            raise StoreUnavailable(
                "it is busy with another change", "Wait a moment and try again; what was saved before is safe."
            )
        try:
            yield
        finally:
            self._turn.release()

    def _checkpoint_when_due(self) -> None:
        if self._file is None:
            return
        if self._write_count >= WRITES_BETWEEN_CHECKPOINTS or self._wal_bytes() > WAL_BYTES_BEFORE_CHECKPOINT:
            with suppress(sqlite3.Error):  # what was committed is safe without it; the next one moves it too
                self._checkpoint("PASSIVE")

    def _checkpoint(self, mode: str) -> None:
        """Move the write-ahead log into the file."""
        self._write_count = 0
        self._keeper.execute(f"PRAGMA wal_checkpoint({mode})").close()

    def _wal_bytes(self) -> int:
        try:
            return Path(f"{self._file}-wal").stat().st_size
        except OSError:
            return 0
