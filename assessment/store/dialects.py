"""What SQLite and PostgreSQL say differently."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, text
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


def wait_in_line(connection: Connection, name: str) -> None:
    """On PostgreSQL, wait for other transactions of all processes that stand in line for a name, and hold it.

    A row lock is not given in the order it was asked for, this one is. SQLite has one writer anyway.
    """
    if connection.dialect.name == "postgresql":
        key = int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], signed=True)
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": key})
