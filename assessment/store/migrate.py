"""Bringing a database to the schema of this version, with a copy of the file before.

On SQLite everything happens in one transaction: a process killed anywhere in it leaves the file as it was.
"""

from __future__ import annotations

from contextlib import closing
from datetime import datetime
from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import URL, Connection, inspect, text

from assessment.errors import StoreUnavailable
from assessment.store import sqlite
from assessment.store.copies import newest_good_copy, write_copy
from assessment.store.engine import new_migration_engine, sqlite_file
from assessment.store.errors import damage_remedy
from assessment.store.sections import table_of
from assessment.store.tables import AssessmentRow

MIGRATIONS_FOLDER = Path(__file__).parent / "migrations"
POSTGRESQL_LOCK = 0x706C756D  # one migration at a time across processes
_NOT_COPIED: tuple[type[Exception], ...] = (OSError, *sqlite.ERRORS)


def migrate(url: URL, backup_folder: Path, now: datetime) -> None:
    """Make or upgrade the tables. An existing SQLite file is copied into `backup_folder` before it changes.

    Raises StoreUnavailable for a file that a newer Plumbline wrote, that belongs to something else, or that is damaged.
    """
    engine = new_migration_engine(url)
    try:
        with engine.connect() as connection, connection.begin():
            if connection.dialect.name == "postgresql":
                connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": POSTGRESQL_LOCK})
            _require_whole(connection, url, backup_folder)
            script = _script(MIGRATIONS_FOLDER)
            current = _current_revision(connection, script)
            if current == script.get_current_head():
                return
            file = sqlite_file(url)
            if file is not None and current is not None:
                _require_references(connection, file, backup_folder)
                back_up(file, backup_folder / f"{file.stem}-{current}-{now:%Y%m%dT%H%M%S%f}.db")
            command.upgrade(configuration(connection), "head")
            _check_references(connection)
    finally:
        engine.dispose()


def configuration(connection: Connection) -> Config:
    """Alembic's configuration for the migrations of this package over an open connection."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS_FOLDER).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


@cache
def _script(folder: Path) -> ScriptDirectory:
    """The migrations of a folder, read once: every opening of a database asks which the last one is."""
    return ScriptDirectory(str(folder))


def back_up(file: Path, target: Path) -> None:
    """Copy a database, its write-ahead log included; the copy is whole or not there."""
    try:
        with closing(sqlite.connect(file, is_read_only=True)) as source:
            write_copy(source, target)
    except _NOT_COPIED as error:
        raise StoreUnavailable(
            f"it must be upgraded, and no copy could be put into {target.parent} before",
            "Free some space there or give write access to it, and start again. Nothing was changed.",
        ) from error


def _current_revision(connection: Connection, script: ScriptDirectory) -> str | None:
    current = MigrationContext.configure(connection).get_current_revision()
    if current is None:
        if inspect(connection).has_table(table_of(AssessmentRow).name):
            raise StoreUnavailable(
                "it holds tables that are not Plumbline's", "Name another database in PLUMBLINE_DATABASE_URL."
            )
        return None
    if current not in {revision.revision for revision in script.walk_revisions()}:
        raise StoreUnavailable(
            f"a newer version of Plumbline wrote it (schema {current})",
            "Install that version or a later one, or restore a backup made before the upgrade. Nothing was changed.",
        )
    return current


def _require_whole(connection: Connection, url: URL, backup_folder: Path) -> None:
    """Raise StoreUnavailable for a damaged SQLite file, before anything is read from it or written to it."""
    file = sqlite_file(url)
    if file is not None and connection.exec_driver_sql("PRAGMA quick_check(1)").scalar() != "ok":
        raise StoreUnavailable("the file is damaged", damage_remedy(newest_good_copy(backup_folder, file.stem)))


def _require_references(connection: Connection, file: Path, backup_folder: Path) -> None:
    """Raise StoreUnavailable where rows that belong together do not, before an upgrade would be blamed for it."""
    if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
        copy = newest_good_copy(backup_folder, file.stem)
        raise StoreUnavailable("it is damaged: rows that belong together do not", damage_remedy(copy))


def _check_references(connection: Connection) -> None:
    if connection.dialect.name != "sqlite":
        return
    if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
        raise StoreUnavailable(
            "the upgrade would have lost the connection between some rows",
            "Nothing was changed. Keep the file and go back to the version that wrote it.",
        )
