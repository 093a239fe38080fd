"""The store: one database, opened once, migrated, and read and written in short transactions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine
from sqlalchemy.exc import OperationalError
from tenacity import Retrying, retry_if_exception_type, stop_after_delay, wait_random_exponential

from assessment.domain.checked import DatabaseCheck
from assessment.errors import InvalidInput, StoreUnavailable
from assessment.store import sqlite
from assessment.store.checking import check_database
from assessment.store.copies import (
    clean_partials,
    copy_name,
    daily_copies,
    keep_newest,
    newest_good_copy,
    write_copy,
)
from assessment.store.database_file import DatabaseFile
from assessment.store.dumps import write_dump
from assessment.store.engine import (
    BUSY_SECONDS,
    CONNECTION_COUNT,
    for_reading,
    for_writing,
    new_engine,
    parsed_url,
    sqlite_file,
)
from assessment.store.errors import translated
from assessment.store.migrate import migrate
from assessment.store.reader import Reader
from assessment.store.scrubbing import scrub
from assessment.store.turns import TooLongError, Turns
from assessment.store.writer import Writer

SECONDS_TO_WAIT_FOR_A_TURN = 120
"""More than a crowd of hundreds needs; beyond it something is wrong, and says so."""
WRITES_BETWEEN_CHECKPOINTS = 200
WAL_BYTES_BEFORE_CHECKPOINT = 8_000_000
SECONDS_TO_WAIT_FOR_SERVER = 8


def _now() -> datetime:
    return datetime.now(UTC)


def open_store(database_url: str, data_folder: Path, *, clock: Callable[[], datetime] = _now) -> Store:
    """Open a database: back it up and migrate it where needed.

    Raises StoreUnavailable when it is in use by a process that needs it alone, damaged, not whole, newer, another
    program's, not writable, or cannot be reached.
    """
    url = parsed_url(database_url)
    file = sqlite_file(url)
    backups = data_folder / "backups"
    find_copy = partial(newest_good_copy, backups, _stem(url))
    opened: DatabaseFile | None = None
    try:
        with translated(find_copy):
            if file is not None:
                _make_folder(file.parent)
                opened = DatabaseFile(file)
            migrate(url, backups, clock())
            clean_partials(backups)
            return Store(url, backups=backups, file=opened, clock=clock)
    except BaseException:
        if opened is not None:
            opened.close()
        raise


def _stem(url: URL) -> str:
    """What copies of a database are called by."""
    file = sqlite_file(url)
    return file.stem if file is not None else str(url.database)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise StoreUnavailable(
            f"the folder {folder} cannot be made",
            "Give the account that runs Plumbline write access above it, or name another folder in PLUMBLINE_DATA.",
        ) from error


class Store:
    """An open database. Safe to use from many threads and, but for an SQLite that is not sound, from many processes.

    On SQLite the writes of this process take turns among themselves.
    """

    def __init__(self, url: URL, *, backups: Path, file: DatabaseFile | None, clock: Callable[[], datetime]) -> None:
        self._url = url
        self._file = file
        self._stem = _stem(url)
        self._backups = backups
        self._engine: Engine = new_engine(url)
        self._clock = clock
        self._turns = Turns()
        self._connections = Turns(CONNECTION_COUNT)
        self._write_count = 0
        self._is_closed = False
        if file is not None:
            file.begin()

    def now(self) -> datetime:
        """The moment it is, by the clock that changes are timed with."""
        return self._clock()

    @property
    def called(self) -> str:
        """Which database it is: file and SQLite in use, or server and name."""
        if self._file is not None:
            use = "shared by processes" if sqlite.is_sound() else "for one process at a time"
            return f"{self._file.path}: {sqlite.called()}, {use}"
        return f"PostgreSQL, {self._url.render_as_string(hide_password=True)}"

    def back_up(self, target: Path) -> None:
        """Copy the database into a file that is not there yet, as it is at one moment; whoever writes goes on.

        Raises InvalidInput where the file cannot be written, StoreUnavailable where the database cannot be copied.
        """
        if target.exists():
            raise InvalidInput(str(target), "there is a file of that name already", "Give the copy another name.")
        self._require_open()
        with translated(self.newest_copy):
            try:
                if self._file is None:
                    write_dump(self._url, target)
                else:
                    with closing(sqlite.connect(self._file.path, is_read_only=True)) as source:
                        write_copy(source, target)
            except OSError as error:
                reason = f"the copy cannot be written ({error.strerror or 'unknown reason'})"
                raise InvalidInput(
                    str(target), reason, "Name a folder that has room and that you may write to."
                ) from error

    def back_up_daily(self, kept_count: int) -> Path | None:
        """Make the copy of today in the folder of backups, unless it is there, and keep the newest `kept_count`."""
        if kept_count < 1:
            return None
        clean_partials(self._backups)
        suffix = ".dump" if self._file is None else ".db"
        target = self._backups / copy_name(self._stem, self._clock(), suffix)
        is_new = not target.exists()
        if is_new:
            self.back_up(target)
        keep_newest(daily_copies(self._backups, self._stem), kept_count)
        return target if is_new else None

    def check(self) -> DatabaseCheck:
        """Look through the whole database for what is wrong with it."""
        with translated(self.newest_copy), self._connected() as plain:
            connection = for_reading(plain)
            with connection.begin():
                return check_database(connection, self.called)

    def newest_copy(self) -> Path | None:
        """The newest good copy of the database in the folder of backups."""
        return newest_good_copy(self._backups, self._stem)

    @contextmanager
    def reading(self) -> Iterator[Reader]:
        """A transaction that only reads, and sees one moment."""
        with translated(self.newest_copy), self._line(), self._connected() as plain:
            connection = for_reading(plain)
            with connection.begin():
                yield Reader(connection)

    @contextmanager
    def writing(self, *, actor_id: str, operation: str, assessment_id: str | None = None) -> Iterator[Writer]:
        """A transaction that writes: all of it is durable when this ends, none of it if it raises.

        Where it is about one assessment, whoever else of this process writes to that waits its turn without a
        connection.
        """
        with self._taking_turns(assessment_id), translated(self.newest_copy):
            with self._line(), self._connected() as plain:
                connection = for_writing(plain)
                with connection.begin():
                    before = self._change_count(connection)
                    yield Writer(connection, actor_id=actor_id, operation=operation, now=self._clock())
                    counted = self._count(connection, before)
            if self._file is not None and counted is not None:
                self._file.acknowledge(counted)
            self._write_count += 1
            self._checkpoint_when_due()

    def scrub(self) -> None:
        """Get what was deleted out of the files of the database; StoreUnavailable where others keep it from that."""
        with self._taking_turns(None), translated(self.newest_copy):
            self._connected().close()  # in its place, and not closed
            scrub(self._engine)

    def close(self) -> None:
        """Close every connection and let other processes have the file. Closing twice is harmless."""
        with self._taking_turns(None):
            if self._is_closed:
                return
            self._is_closed = True
            self._engine.dispose()
            if self._file is not None:
                self._file.close()

    def _connected(self) -> Connection:
        """A connection. A restarting PostgreSQL server is waited for: nothing was begun yet, so nothing is repeated."""
        self._require_open()
        if self._file is not None:
            return self._engine.connect()
        waiting = Retrying(
            retry=retry_if_exception_type(OperationalError),
            stop=stop_after_delay(SECONDS_TO_WAIT_FOR_SERVER),
            wait=wait_random_exponential(multiplier=0.1, max=1),
            reraise=True,
        )
        return waiting(self._engine.connect)

    def _require_open(self) -> None:
        if self._is_closed:
            raise StoreUnavailable("it is closed", "Start Plumbline again with 'make run'.")
        if self._file is not None:
            self._file.require_in_place()

    @contextmanager
    def _taking_turns(self, assessment_id: str | None) -> Iterator[None]:
        """One after the other: on SQLite all who write, on PostgreSQL those who write to one assessment."""
        if self._file is not None:
            with _in_time(self._turns, "file", BUSY_SECONDS):
                yield
        elif assessment_id is not None:
            with _in_time(self._turns, assessment_id, SECONDS_TO_WAIT_FOR_A_TURN):
                yield
        else:
            yield

    @contextmanager
    def _line(self) -> Iterator[None]:
        """Stand in line for a connection to PostgreSQL, rather than be refused one."""
        if self._file is not None:
            yield
            return
        with _in_time(self._connections, "connection", SECONDS_TO_WAIT_FOR_A_TURN):
            yield

    def _change_count(self, connection: Connection) -> int:
        """How many rows the connection has ever changed."""
        return 0 if self._file is None else int(_driver(connection).total_changes)

    def _count(self, connection: Connection, before: int) -> int | None:
        """Count the change that a transaction ends with; None where it changed nothing."""
        if self._file is None or self._change_count(connection) == before:
            return None
        return self._file.count_change(_driver(connection))

    def _checkpoint_when_due(self) -> None:
        """Move the log into the file, where SQLite is not left to do so by itself."""
        if self._file is None or sqlite.is_sound():
            return
        if self._write_count >= WRITES_BETWEEN_CHECKPOINTS or self._file.log_bytes() > WAL_BYTES_BEFORE_CHECKPOINT:
            with suppress(*sqlite.ERRORS):  # what was committed is safe without it; the next one moves it too
                self._write_count = 0
                self._file.keeper.execute("PRAGMA wal_checkpoint(PASSIVE)").close()


def _driver(connection: Connection) -> Any:
    """The connection of the driver below."""
    return connection.connection.dbapi_connection


@contextmanager
def _in_time(turns: Turns, what: str, seconds: float) -> Iterator[None]:
    try:
        with turns.taking(what, seconds):
            yield
    except TooLongError as error:
        raise StoreUnavailable(
            "it is busy with another change", "Wait a moment and try again; what was saved before is safe."
        ) from error
