"""Copies of a database beside it: whole or not there, each checked, the newest good one found when one is needed."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import closing, suppress
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from assessment.errors import StoreUnavailable
from assessment.store import sqlite
from assessment.store.counted import close_copy
from assessment.store.held_file import hold, is_held_by_nobody

PARTIAL = ".partial"
_LOOKED_AT = 5
DUMP_MAGIC = b"PGDMP"
_NOT_GOOD: tuple[type[Exception], ...] = (OSError, StoreUnavailable, *sqlite.ERRORS)


def copy_name(stem: str, now: datetime, suffix: str) -> str:
    """What the copy of a day is called."""
    return f"{stem}-daily-{now:%Y%m%d}{suffix}"


def partial_of(target: Path) -> Path:
    """Where a file is written before it is whole: beside its place, by this process alone."""
    return target.with_name(f"{target.name}-{os.getpid()}{PARTIAL}")


def write_copy(source: Any, target: Path) -> None:
    """Copy what a connection sees, log included; whoever writes meanwhile goes on.

    Raises OSError, SQLite's errors, and StoreUnavailable where the copy is damaged as its source is.
    """
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    partial = partial_of(target)
    try:
        held = hold(partial)
        try:
            with closing(sqlite.connect(partial)) as copy:
                source.backup(copy)
            close_copy(partial)
            require_whole(partial)
        finally:
            held.release()
        finish(partial, target)
    finally:
        remove_file(partial)


def finish(partial: Path, target: Path) -> None:
    """Put a file that is whole into its place, for good even if the power fails now."""
    partial.replace(target)
    folder = os.open(target.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def require_whole(file: Path) -> None:
    """Raise StoreUnavailable where a file that nobody has open is damaged: in its structure, or in a text of it."""
    with closing(sqlite.connect(file, is_whole=True)) as connection:
        is_whole = connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
        is_whole = is_whole and connection.execute("PRAGMA foreign_key_check").fetchone() is None
        if not is_whole or not _can_be_read(connection):
            raise StoreUnavailable(f"{file.name} is damaged", "Keep the file, and restore another copy.")


def _can_be_read(connection: Any) -> bool:
    """Whether every text is one: what SQLite itself does not look at."""
    try:
        for table in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            name = table[0].replace('"', '""')
            for _ in connection.execute(f'SELECT * FROM "{name}"'):  # noqa: S608 (the file's own names, quoted)
                pass
    except sqlite.ERRORS:
        return False
    return True


def remove_file(file: Path) -> None:
    """Remove a database file with everything beside it."""
    for suffix in ("", "-wal", "-shm", "-journal", "-mark"):
        Path(f"{file}{suffix}").unlink(missing_ok=True)


def clean_partials(folder: Path) -> None:
    """Remove half-made files that nobody is making any more."""
    with suppress(OSError):
        for partial in folder.glob(f"*{PARTIAL}"):
            if is_held_by_nobody(partial):
                remove_file(partial)


def daily_copies(folder: Path, stem: str) -> tuple[Path, ...]:
    """The copies that were made day by day, oldest first."""
    return tuple(sorted(path for path in folder.glob(f"{stem}-daily-*") if not path.name.endswith(PARTIAL)))


def keep_newest(copies: Iterable[Path], count: int) -> None:
    """Remove all but the last `count` of some copies, oldest first; what cannot be removed stays."""
    ordered = tuple(copies)
    for copy in ordered[: max(0, len(ordered) - count)]:
        with suppress(OSError):
            copy.unlink()


def newest_good_copy(folder: Path, stem: str) -> Path | None:
    """The newest copy of a database in a folder that is whole; None where there is none among the newest."""
    with suppress(OSError):
        copies = [*folder.glob(f"{stem}*.db"), *folder.glob(f"{stem}*.dump")]
        found = [(path.stat().st_mtime_ns, path) for path in copies]
        for changed_at, path in sorted(found, reverse=True)[:_LOOKED_AT]:
            if _is_good(path, changed_at):
                return path
    return None


@lru_cache(maxsize=32)
def _is_good(file: Path, changed_at: int) -> bool:
    del changed_at
    try:
        if file.suffix == ".dump":
            with file.open("rb") as opened:
                return opened.read(len(DUMP_MAGIC)) == DUMP_MAGIC
        require_whole(file)
    except _NOT_GOOD:
        return False
    return True
