"""Databases as a released version wrote them: `tests/data/released/schema-<revision>.sql`, made by that version.

Beside each lies what it exported, by assessment id. The file of schema 0001 holds six assessments: one with every kind
of entry, one signed off, and an organisation and a unit in several spellings.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import closing
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path
from typing import Any

from alembic import command
from sqlalchemy import Column, Connection, MetaData, create_engine, insert, make_url, types

from assessment.store import sqlite
from assessment.store.canonical import canonical
from assessment.store.journal import JournalEntry, entry_hash
from assessment.store.migrate import configuration

Content = dict[str, Any] | None

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


WORDS = ("Zenobia", "her calls", "never answers")


def add_words(file: Path, chain_id: str) -> Path:
    """Put entries with words that people wrote into the journal of a released file, as they were kept up to 0011."""
    note = {"respondent_id": "r1", "item_id": "planning.deliver-1", "kind": "note"}
    said: tuple[tuple[str, Content, Content], ...] = (
        ("note r1 planning.deliver-1 note", None, {**note, "text": "Zenobia never answers\r\nher calls"}),
        (
            "answer r2 planning.deliver-2 as-is",
            {"answer_code": None, "answer_kind": "not-applicable", "answer_reason": "Zenobia does it elsewhere"},
            {"answer_code": 3, "answer_kind": "rated", "answer_reason": None},
        ),
        (
            "respondent r9",
            {
                "respondents": [{"id": "r9", "name": "p-1", "role": "other", "unit": "The desk of Zenobia"}],
                "notes": [{"text": "Zenobia again"}],
                "ratings": [{"answer_code": 2, "answer_reason": None}],
            },
            None,
        ),
        ("header", {"name": "First"}, {"name": "The name of an assessment stays"}),
        ("target planning", None, {"level": 4, "rationale": "Zenobia wants it"}),
        ("note r1 planning.deliver-1 note", {**note, "text": "Zenobia never answers\r\nher calls"}, None),
        ("critical service s1", None, {"id": "s1", "name": "Payroll"}),
    )
    with closing(sqlite.MODULE.connect(file)) as connection, connection:
        seq, head = connection.execute("SELECT revision, head FROM chain WHERE id = ?", (chain_id,)).fetchone()
        for what, before, after in said:
            seq += 1
            entry = JournalEntry(
                seq=seq,
                at=f"2026-03-03T09:00:{seq:02}+00:00",
                actor_id="local",
                operation="test",
                what=what,
                before=None if before is None else canonical(before),
                after=None if after is None else canonical(after),
                hash="",
            )
            head = entry_hash(head, chain_id, entry)
            row = {**asdict(entry), "chain_id": chain_id, "hash": head}
            names = ", ".join(row)
            places = ", ".join(f":{name}" for name in row)
            connection.execute(f"INSERT INTO journal ({names}) VALUES ({places})", row)
        connection.execute("UPDATE chain SET revision = ?, head = ? WHERE id = ?", (seq, head, chain_id))
    return file
