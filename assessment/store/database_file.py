"""An SQLite file while this process has it open: opened only if it is ours and whole, watched, closed in good order."""

from __future__ import annotations

import os
import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import structlog

from assessment.errors import StoreUnavailable
from assessment.store import counted, sqlite
from assessment.store.counted import FileHead, Mark, has_log, head_of, is_behind, mark_of, read_count, read_mark
from assessment.store.held_file import FileId, hold, id_of

_log = structlog.get_logger(__name__)
_BESIDE = ("-wal", "-shm")
SECONDS_TO_CLOSE = 5
_LOG_HEAD_BYTES = 32


class DatabaseFile:
    """Holds a file from before the first connection to it until after the last."""

    def __init__(self, file: Path) -> None:
        """Raises StoreUnavailable, and makes nothing, where the file is another's, is gone, or lacks its log."""
        self.path = file
        self._seen: dict[str, FileId] = {}
        self._log_size = 0
        self._log_begun = b""
        self._is_marked = True
        self._lock = threading.Lock()
        _require_not_gone(file)
        self._held = hold(file)
        try:
            _require_ours_and_whole(file, self._held.descriptor)
            self.keeper: Any = _keeper_of(file)
        except BaseException:
            self._held.release()
            raise
        self._mark: Mark | None = None

    def begin(self) -> None:
        """Say in the file that it is open, log and all, and begin to watch it. After migrations."""
        connection = self.keeper
        connection.execute("PRAGMA synchronous=FULL").close()
        connection.execute("BEGIN IMMEDIATE").close()
        count, _ = read_count(connection)
        count = counted.next_count(count)
        counted.write_count(connection, count, is_in_use=True)
        connection.execute(f"PRAGMA application_id={counted.APPLICATION_ID}").close()
        connection.execute("COMMIT").close()
        head = self._head()
        if not head.is_in_use or head.application_id != counted.APPLICATION_ID:
            connection.execute("PRAGMA wal_checkpoint(FULL)").close()
            self._is_marked = self._head().application_id == counted.APPLICATION_ID
        self._mark = Mark(self.path)
        self._mark.write(count)
        self._seen = {suffix: id_of(self._beside(suffix).stat()) for suffix in _BESIDE}
        self._log_size, self._log_begun = self._log_size_now(), self._log_head()

    def count_change(self, connection: Any) -> int:
        """Count the change that a transaction is about to end with."""
        count = counted.next_count(read_count(connection)[0])
        counted.write_count(connection, count, is_in_use=True)
        return count

    def acknowledge(self, count: int) -> None:
        """Set the mark to a change that is durable. Raises StoreUnavailable where it went into a file that is gone."""
        self.require_in_place()
        if self._mark is not None:
            self._mark.write(count)

    def require_in_place(self) -> None:
        """Raise StoreUnavailable where what is at the file's place is not what this process has open."""
        reason = self._what_happened()
        if reason is not None:
            raise StoreUnavailable(
                f"{self.path} {reason} while Plumbline had it open",
                "Stop Plumbline, put back the file with everything beside it, and start again; then look at what was "
                "entered last.",
            )

    def close(self) -> None:
        """Close it after every other connection; the last process to do so leaves a file that needs no log."""
        with suppress(*sqlite.ERRORS):
            if self._mark is not None and self._what_happened() is None and self._held.become_only_holder():
                self._leave_whole()
        if self._mark is not None:
            self.keeper.close()
            self._mark.close()
        else:
            _close_unchanged(self.keeper, self.path)
        self._held.release()

    def log_bytes(self) -> int:
        """The size of the log."""
        try:
            return self._log_size_now()
        except OSError:
            return 0

    def _leave_whole(self) -> None:
        connection = self.keeper
        connection.execute(f"PRAGMA busy_timeout={SECONDS_TO_CLOSE * 1000}").close()
        connection.execute("BEGIN IMMEDIATE").close()
        count, _ = read_count(connection)
        counted.write_count(connection, count, is_in_use=False)
        connection.execute("COMMIT").close()
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").close()

    def _what_happened(self) -> str | None:
        try:
            if id_of(self.path.stat()) != self._held.id:
                return "was replaced"
        except OSError:
            return "was moved away or removed"
        if not self._seen:
            return None
        try:
            if {suffix: id_of(self._beside(suffix).stat()) for suffix in _BESIDE} != self._seen:
                return "lost its log"
            if self._is_cut():
                return "lost a part of its log"
        except OSError:
            return "lost its log"
        return "was overwritten" if self._is_overwritten() else None

    def _is_cut(self) -> bool:
        """Whether the log is shorter than when it was last looked at; who looks first is done before the next looks."""
        with self._lock:
            begun, size = self._log_head(), self._log_size_now()
            while begun != (again := self._log_head()):  # begun anew in between: the size may be that of before
                begun, size = again, self._log_size_now()
            if size < self._log_size and begun == self._log_begun and not self._is_emptied(size):
                return True
            self._log_size, self._log_begun = size, begun
            return False

    def _log_size_now(self) -> int:
        """The size of the log; OSError where there is none."""
        return self._beside("-wal").stat().st_size

    def _is_emptied(self, size: int) -> bool:
        """Whether a log without anything in it was emptied in good order: what was acknowledged last is in the file."""
        mark = read_mark(self.path)
        return size == 0 and (mark is None or not is_behind(self._head().change_count, mark))

    def _log_head(self) -> bytes:
        """The first bytes of the log, others whenever SQLite begins it anew; those of before for an empty one."""
        with suppress(OSError), self._beside("-wal").open("rb") as log:
            return log.read(_LOG_HEAD_BYTES) or self._log_begun
        return self._log_begun

    def _is_overwritten(self) -> bool:
        """Whether the first bytes are no longer ours; looked at three times, as one is being written now and then."""
        for seconds in (0.05, 0.2):
            if self._begins_as_ours():
                return False
            time.sleep(seconds)
        return not self._begins_as_ours()

    def _begins_as_ours(self) -> bool:
        return self._head().application_id == counted.APPLICATION_ID or not self._is_marked

    def _head(self) -> FileHead:
        return head_of(os.pread(self._held.descriptor, 100, 0))

    def _beside(self, suffix: str) -> Path:
        return Path(f"{self.path}{suffix}")


def _keeper_of(file: Path) -> Any:
    """A connection that stays open, so that no other one is the last to close and moves the log into the file."""
    keeper = sqlite.connect(file)
    try:
        keeper.execute("PRAGMA journal_mode=WAL").close()
        keeper.execute("SELECT count(*) FROM sqlite_master").close()
    except BaseException:
        _close_unchanged(keeper, file)
        raise
    return keeper


def _close_unchanged(connection: Any, file: Path) -> None:
    """Close a connection and leave file and log as they are: the last to close may only read."""
    reader = sqlite.connect(file, is_read_only=True)
    with suppress(*sqlite.ERRORS):
        reader.execute("SELECT count(*) FROM sqlite_master").close()
    connection.close()
    reader.close()


def _require_not_gone(file: Path) -> None:
    mark = read_mark(file)
    if mark and not file.exists():
        raise StoreUnavailable(
            f"{file} is not there any more, though changes were saved in it",
            f"Put it back or restore a backup. To begin with an empty database remove {mark_of(file)}.",
        )


def _require_ours_and_whole(file: Path, descriptor: int) -> None:
    """Raise StoreUnavailable before anything is written: for another program's file, and for one without its log."""
    if os.fstat(descriptor).st_size == 0:
        if read_mark(file) or has_log(file):
            raise _lacking(file, "is empty, though changes were saved in it")
        return
    mark = read_mark(file)  # before the count: another process may be adding to both
    head = head_of(os.pread(descriptor, 100, 0))
    if head.is_in_use and not has_log(file) and (mark is None or is_behind(head.change_count, mark)):
        raise _lacking(file, "is here without its log, which has the newest changes")
    connection = sqlite.connect(file, is_read_only=True)
    try:
        require_ours(connection)
        count, is_in_use = read_count(connection)
        is_made = bool(tables_of(connection))
    finally:
        connection.close()
    if mark is None or not is_behind(count, mark):
        return
    if is_in_use:
        raise _lacking(file, "is here with a log that was cut: the newest changes are missing")
    if not is_made:
        raise _lacking(file, "is empty, though changes were saved in it")
    _log.warning("an older copy of the database was put in its place", file=str(file))


def tables_of(connection: Any) -> frozenset[str]:
    """The names of the tables in a file."""
    rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    return frozenset(row[0] for row in rows.fetchall())


def require_ours(connection: Any) -> None:
    """Raise StoreUnavailable where a file has another program's tables, or another program's mark."""
    application_id = connection.execute("PRAGMA application_id").fetchone()[0]
    tables = tables_of(connection)
    is_made_by_us = {"alembic_version", "assessment", "journal"} <= tables
    if application_id not in (0, counted.APPLICATION_ID) or (tables and not is_made_by_us):
        raise StoreUnavailable(
            "it holds tables that are not Plumbline's", "Name another database in PLUMBLINE_DATABASE_URL."
        )


def _lacking(file: Path, what: str) -> StoreUnavailable:
    return StoreUnavailable(
        f"{file} {what}",
        "Put the log back beside it ('-wal'), or restore a backup. A copy that is whole all the same, as one that "
        "sqlite3 made with .backup, is taken with: python -m assessment restore FILE --as-it-is",
    )
