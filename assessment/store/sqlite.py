"""The SQLite that is in use: the one Python was linked with, or that of `pysqlite3` where it is newer and needed.

SQLite 3.7.0 to 3.51.2 can corrupt a write-ahead log that two connections write or checkpoint at once. From 3.51.3 on it
is *sound*: several processes may have one file open. Everything in Plumbline that opens an SQLite file does so through
this module: two copies of SQLite in one process drop each other's locks.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any
from urllib.parse import quote

SOUND_SINCE = (3, 51, 3)


def _chosen() -> Any:
    if sqlite3.sqlite_version_info >= SOUND_SINCE:
        return sqlite3
    try:
        from pysqlite3 import dbapi2  # type: ignore[import-untyped]  # ships no type information
    except ImportError:
        return sqlite3
    return dbapi2 if dbapi2.sqlite_version_info > sqlite3.sqlite_version_info else sqlite3


MODULE = _chosen()
"""The DB-API module in use."""
ERRORS: tuple[type[Exception], ...] = (sqlite3.Error, MODULE.Error)
"""What either of the two modules raises."""


def is_sound() -> bool:
    """Whether several processes may have one file open."""
    return bool(MODULE.sqlite_version_info >= SOUND_SINCE)


def called() -> str:
    """Which SQLite it is, for people: version and where it comes from."""
    origin = "linked with Python" if MODULE is sqlite3 else "from pysqlite3"
    return f"SQLite {MODULE.sqlite_version} {origin}"


def connect(file: Path, *, is_read_only: bool = False, is_whole: bool = False, seconds: float = 30) -> Any:
    """A connection whose transactions begin where they are said to.

    `is_whole` says that nobody writes to the file and that it has no log: it is read as it lies there, and nothing is
    made beside it.
    """
    options = "immutable=1" if is_whole else "mode=ro" if is_read_only else "mode=rwc"
    address = f"file:{quote(str(file))}?{options}"
    return MODULE.connect(address, uri=True, timeout=seconds, isolation_level=None, check_same_thread=False)
