"""Putting a copy of a database into an empty place: looked at first, wholly or not at all."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from sqlalchemy import URL, inspect

from assessment.domain.checked import DatabaseCheck
from assessment.errors import InvalidInput, StoreUnavailable
from assessment.store import sqlite
from assessment.store.copies import finish, partial_of, remove_file
from assessment.store.counted import close_copy, has_log, head_of, log_of, mark_of
from assessment.store.database_file import require_ours
from assessment.store.dumps import is_dump, restore_dump
from assessment.store.engine import new_migration_engine, parsed_url, sqlite_file
from assessment.store.errors import translated
from assessment.store.held_file import hold
from assessment.store.store import open_store


def restore(database_url: str, data_folder: Path, source: Path, *, as_it_is: bool = False) -> DatabaseCheck:
    """Put a copy where the database is to be, brought to this version; the copy stays as it was.

    Raises InvalidInput where the copy cannot be taken and StoreUnavailable where the place is not empty or the copy is
    damaged. `as_it_is` takes also one whose check finds faults, or whose log seems to be missing.
    """
    url = parsed_url(database_url)
    _require_copy(url, source)
    file = sqlite_file(url)
    if file is None:
        return _restore_dump(url, database_url, data_folder, source)
    if file.exists() or log_of(file).exists():
        raise StoreUnavailable(
            f"there is a database at {file} already, and a copy goes into an empty place only",
            "Stop Plumbline and move that file away with everything beside it, or name another PLUMBLINE_DATA.",
        )
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    partial = partial_of(file)
    try:
        with translated():
            _copy(source, partial, as_it_is=as_it_is)
            checked = _checked(partial, data_folder, as_it_is=as_it_is)
        finish(partial, file)
        mark_of(file).unlink(missing_ok=True)  # of the database that was here before
    finally:
        remove_file(partial)
    return checked


def _require_copy(url: URL, source: Path) -> None:
    if not source.is_file():
        raise InvalidInput(
            str(source), "there is no such file", "Name a copy; what lies in the bin is put back with `put-back`."
        )
    is_for_postgresql = url.get_backend_name() == "postgresql"
    if is_dump(source) != is_for_postgresql:
        kinds = ("PostgreSQL", "SQLite") if is_for_postgresql else ("SQLite", "PostgreSQL")
        raise InvalidInput(
            str(source),
            f"PLUMBLINE_DATABASE_URL names a {kinds[0]} database, and this is no copy of one",
            f"Restore it with the address of an empty {kinds[1]} database, or name another copy.",
        )


def _copy(source: Path, partial: Path, *, as_it_is: bool) -> None:
    with source.open("rb") as opened:
        head = head_of(opened.read(100))
    if head.is_in_use and not has_log(source) and not as_it_is:
        raise StoreUnavailable(
            f"{source} was copied while it was in use and without its log, which has the newest changes",
            "Take another copy, or add --as-it-is to restore what it has.",
        )
    with closing(sqlite.connect(source, is_read_only=True, is_whole=not has_log(source))) as connection:
        require_ours(connection)
        held = hold(partial)
        try:
            with closing(sqlite.connect(partial)) as copy:
                connection.backup(copy)
            close_copy(partial)
        finally:
            held.release()


def _checked(partial: Path, data_folder: Path, *, as_it_is: bool) -> DatabaseCheck:
    """The copy brought to this version, and what is wrong with it."""
    store = open_store(f"sqlite:///{partial}", data_folder)
    try:
        checked = store.check()
    finally:
        store.close()
    if checked.faults and not as_it_is:
        raise StoreUnavailable(
            f"the copy has {len(checked.faults)} faults",
            "Restore another copy, or add --as-it-is to take this one and see them with `check-database`.",
        )
    return checked


def _restore_dump(url: URL, database_url: str, data_folder: Path, source: Path) -> DatabaseCheck:
    engine = new_migration_engine(url)
    try:
        with translated(), engine.connect() as connection:
            if inspect(connection).get_table_names():
                raise StoreUnavailable(
                    "the database holds tables already, and a copy goes into an empty one only",
                    "Make an empty database and name it in PLUMBLINE_DATABASE_URL.",
                )
    finally:
        engine.dispose()
    restore_dump(url, source)
    store = open_store(database_url, data_folder)
    try:
        return store.check()
    finally:
        store.close()
