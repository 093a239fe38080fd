"""How a missing or cut log of an SQLite file is noticed: a count of changes in the file, and a mark beside it.

The count is the file's `user_version`: every transaction that changes something raises it. It is negative while
somebody has the file open, which stands in the main file too: then its newest changes are in the log beside it, and
without the log the file is not whole. Whoever closes it last moves the log into the file and makes the count positive.
The mark, a small file of its own, has the count that was last acknowledged; it is written without waiting for the disk
after a change that did wait, so it never runs ahead of the file.
"""

from __future__ import annotations

import os
import re
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assessment.store import sqlite

APPLICATION_ID = 0x506C756D  # "Plum"
MAGIC = b"SQLite format 3\x00"
_COUNTS = 1 << 31
_WIDTH = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class FileHead:
    """What an SQLite file says of itself in its first bytes, its log aside."""

    application_id: int
    change_count: int
    is_in_use: bool


def mark_of(file: Path) -> Path:
    """The mark beside a file."""
    return Path(f"{file}-mark")


def log_of(file: Path) -> Path:
    """The write-ahead log beside a file."""
    return Path(f"{file}-wal")


def has_log(file: Path) -> bool:
    """Whether a log with something in it lies beside a file; its own head is 32 bytes."""
    try:
        return log_of(file).stat().st_size > 32
    except OSError:
        return False


def read_mark(file: Path) -> int | None:
    """The count that was last acknowledged; None without a readable mark."""
    with suppress(OSError, ValueError):
        text = mark_of(file).read_text("ascii")
        if re.fullmatch(r"\d{1,10}\s*", text):
            return int(text)
    return None


class Mark:
    """The mark of an open file, kept open so that writing it costs next to nothing."""

    def __init__(self, file: Path) -> None:
        self._descriptor = os.open(mark_of(file), os.O_WRONLY | os.O_CREAT | os.O_CLOEXEC, 0o600)

    def write(self, count: int) -> None:
        """Say how many changes were acknowledged."""
        os.pwrite(self._descriptor, f"{count:<{_WIDTH}}".encode("ascii"), 0)

    def close(self) -> None:
        """Close it."""
        os.close(self._descriptor)


def head_of(first_bytes: bytes) -> FileHead:
    """What the first 100 bytes of a file say; nothing of ours where they are not those of an SQLite file."""
    if len(first_bytes) < 100 or not first_bytes.startswith(MAGIC):
        return FileHead(application_id=0, change_count=0, is_in_use=False)
    count = int.from_bytes(first_bytes[60:64], "big", signed=True)
    application_id = int.from_bytes(first_bytes[68:72], "big", signed=True)
    return FileHead(application_id=application_id, change_count=abs(count), is_in_use=count < 0)


def is_behind(count: int, other: int) -> bool:
    """Whether a count is below another one; counts begin anew when they reach their end.

    >>> is_behind(4, 5), is_behind(5, 5), is_behind(6, 5), is_behind(2**31 - 1, 1)
    (True, False, False, True)
    """
    return 0 < (other - count) % _COUNTS < _COUNTS // 2


def read_count(connection: Any) -> tuple[int, bool]:
    """The count as a transaction sees it, log included, and whether the file is in use."""
    value = int(connection.execute("PRAGMA user_version").fetchone()[0])
    return abs(value), value < 0


def write_count(connection: Any, count: int, *, is_in_use: bool) -> None:
    """Set the count within a transaction."""
    connection.execute(f"PRAGMA user_version={-count if is_in_use else count}").close()


def next_count(count: int) -> int:
    """The count after one more change; never 0, which is a file that was never counted."""
    return count % (_COUNTS - 1) + 1


def close_copy(file: Path) -> None:
    """Make a copy of a database one that nobody has open and that needs no log. Raises what SQLite raises."""
    connection = sqlite.connect(file)
    try:
        count, _ = read_count(connection)
        write_count(connection, max(count, 1), is_in_use=False)
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").close()
    finally:
        connection.close()
