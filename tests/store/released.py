"""Databases as a released version wrote them: `tests/data/released/schema-<revision>.sql`, made by that version.

Beside each lies what it exported, by assessment id. The file of schema 0001 holds six assessments: one with every kind
of entry, one signed off, and an organisation and a unit in several spellings.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import Any

from alembic import command
from sqlalchemy import Column, Connection, MetaData, create_engine, insert, make_url, types

from assessment.store import sqlite
from assessment.store.migrate import configuration

FOLDER = Path(__file__).resolve().parents[1] / "data" / "released"


def released_sql(revision: str) -> str:
    """The database as SQL for SQLite."""
    return (FOLDER / f"schema-{revision}.sql").read_text(encoding="utf-8")


def released_exports(revision: str) -> dict[str, Any]:
    """What the released version exported, by assessment id."""
    exports: dict[str, Any] = json.loads((FOLDER / f"schema-{revision}.json").read_text(encoding="utf-8"))
    return exports


def write_released_file(revision: str, file: Path) -> Path:
    """A database file of a released schema."""
    with closing(sqlite.MODULE.connect(file)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.executescript(released_sql(revision))
    return file


def copy_into_postgresql(revision: str, file: Path, url: str) -> None:
    """Fill an empty PostgreSQL database with the rows of a file of the same released schema."""
    engine = create_engine(make_url(url).set(drivername="postgresql+psycopg"))
    with engine.begin() as connection, closing(sqlite.MODULE.connect(file)) as source:
        command.upgrade(configuration(connection), revision)
        _copy_rows(source, connection)
    engine.dispose()


def _copy_rows(source: Any, connection: Connection) -> None:
    source.row_factory = sqlite.MODULE.Row
    tables = MetaData()
    tables.reflect(connection)
    for table in tables.sorted_tables:
        if table.name == "alembic_version":
            continue
        found = source.execute(f'SELECT * FROM "{table.name}"').fetchall()
        rows = [{column.name: _value(column, row[column.name]) for column in table.columns} for row in found]
        if rows:
            connection.execute(insert(table), rows)


def _value(column: Column[Any], value: Any) -> Any:
    """A value of SQLite as PostgreSQL takes it."""
    if value is None:
        return None
    kinds: dict[type, Callable[[Any], Any]] = {
        types.JSON: json.loads,
        types.Boolean: bool,
        types.DateTime: datetime.fromisoformat,
        types.Date: date.fromisoformat,
    }
    return next((convert(value) for kind, convert in kinds.items() if isinstance(column.type, kind)), value)
