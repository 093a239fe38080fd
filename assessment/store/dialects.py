"""What SQLite and PostgreSQL say differently."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite


def insert_if_absent(connection: Connection, table: Table, row: Mapping[str, Any]) -> None:
    """Add a row unless there is one with its key; waits for another transaction that is adding it now."""
    dialect = sqlite if connection.dialect.name == "sqlite" else postgresql
    connection.execute(dialect.insert(table).values(row).on_conflict_do_nothing())


def upserting(
    connection: Connection, table: Table, row: Mapping[str, Any], changes: Mapping[str, Any], key: Sequence[str]
) -> sqlite.Insert | postgresql.Insert:
    """Add a row, or make changes to the one that has its key."""
    if connection.dialect.name == "sqlite":
        return sqlite.insert(table).values(row).on_conflict_do_update(index_elements=list(key), set_=dict(changes))
    return postgresql.insert(table).values(row).on_conflict_do_update(index_elements=list(key), set_=dict(changes))
