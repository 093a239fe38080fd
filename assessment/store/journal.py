"""The journal: every change, in the transaction that makes it, chained so that a later alteration shows.

An entry's hash is SHA-256 over the previous entry's hash and the canonical JSON of its content. The end of each chain
(`chain.head`) is kept beside it, so that entries cut off the end are missed too. Names of people never enter: their
place holds the id of their row in `person`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, insert, select, update

from assessment.store.canonical import canonical, digest
from assessment.store.sections import table_of
from assessment.store.tables import ChainRow, JournalRow

STORE_CHAIN = "store"
START = "0" * 64
HEADER = "header"
"""What a change of an assessment's header or scope is called in its chain."""
CHAIN = table_of(ChainRow)
JOURNAL = table_of(JournalRow)


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalEntry:
    """One change. `at` is ISO 8601 in UTC; `before` and `after` are canonical JSON, None where nothing was or is."""

    seq: int
    at: str
    actor_id: str
    operation: str
    what: str
    before: str | None
    after: str | None
    hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """The end of a chain: how many changes there were, and the hash of the last."""

    id: str
    revision: int
    head: str
    updated_at: datetime


def entry_hash(previous: str, chain_id: str, entry: JournalEntry) -> str:
    """The hash an entry must have after the hash `previous`."""
    content = [entry.seq, entry.at, entry.actor_id, entry.operation, entry.what, entry.before, entry.after]
    return digest(f"{previous}\n{canonical([chain_id, *content])}")


def append(
    connection: Connection,
    chain: Chain,
    *,
    at: datetime,
    actor_id: str,
    operation: str,
    what: str,
    before: str | None,
    after: str | None,
) -> Chain:
    """Add one entry to a chain that this transaction has locked; returns the new end."""
    entry = JournalEntry(
        seq=chain.revision + 1,
        at=at.isoformat(),
        actor_id=actor_id,
        operation=operation,
        what=what,
        before=before,
        after=after,
        hash="",
    )
    head = entry_hash(chain.head, chain.id, entry)
    connection.execute(insert(JOURNAL), {**asdict(entry), "chain_id": chain.id, "hash": head})
    connection.execute(update(CHAIN).where(CHAIN.c.id == chain.id).values(revision=entry.seq, head=head, updated_at=at))
    return Chain(id=chain.id, revision=chain.revision + 1, head=head, updated_at=at)


def read_journal(connection: Connection, chain_id: str, limit: int | None) -> tuple[JournalEntry, ...]:
    """The newest `limit` entries of a chain, newest first; all of them without a limit."""
    columns = [column for column in JOURNAL.c if column.name != "chain_id"]
    query = select(*columns).where(JOURNAL.c.chain_id == chain_id).order_by(JOURNAL.c.seq.desc()).limit(limit)
    return tuple(JournalEntry(**row) for row in connection.execute(query).mappings())


def read_changes(connection: Connection, chain_id: str, what: str) -> tuple[JournalEntry, ...]:
    """The entries of a chain about one thing, oldest first."""
    columns = [column for column in JOURNAL.c if column.name != "chain_id"]
    query = select(*columns).where(JOURNAL.c.chain_id == chain_id, JOURNAL.c.what == what).order_by(JOURNAL.c.seq)
    return tuple(JournalEntry(**row) for row in connection.execute(query).mappings())


def changes_since(
    connection: Connection, chain_id: str, what: str, seq: int
) -> tuple[tuple[Mapping[str, Any] | None, Mapping[str, Any] | None], ...]:
    """What one thing was before and after each of its changes that came after entry `seq`, oldest first."""
    query = (
        select(JOURNAL.c.before, JOURNAL.c.after)
        .where(JOURNAL.c.chain_id == chain_id, JOURNAL.c.seq > seq, JOURNAL.c.what == what)
        .order_by(JOURNAL.c.seq)
    )
    rows = connection.execute(query).all()
    return tuple((_decoded(before), _decoded(after)) for before, after in rows)


def scope_changes(connection: Connection, chain_id: str) -> tuple[tuple[int, frozenset[str]], ...]:
    """The ids of the processes that each change of an assessment's scope put in, with its number, oldest first."""
    query = (
        select(JOURNAL.c.seq, JOURNAL.c.before, JOURNAL.c.after)
        .where(JOURNAL.c.chain_id == chain_id, JOURNAL.c.what == HEADER, JOURNAL.c.after.contains('"scope":'))
        .order_by(JOURNAL.c.seq)
    )
    found = ((seq, _decoded(before) or {}, _decoded(after) or {}) for seq, before, after in connection.execute(query))
    return tuple(
        (seq, frozenset(after["scope"]) - frozenset(before["scope"]))
        for seq, before, after in found
        if "scope" in after
    )


def last_changes(connection: Connection, chain_id: str, prefix: str) -> Mapping[str, int]:
    """The number of the last entry of each thing whose name begins with a prefix."""
    columns = JOURNAL.c
    query = select(columns.what, func.max(columns.seq)).where(
        columns.chain_id == chain_id, columns.what.startswith(prefix, autoescape=True)
    )
    return {row[0]: row[1] for row in connection.execute(query.group_by(columns.what))}


def _decoded(content: str | None) -> Mapping[str, Any] | None:
    decoded: Mapping[str, Any] | None = None if content is None else json.loads(content)
    return decoded


def hash_at(connection: Connection, chain_id: str, seq: int) -> str | None:
    """The hash of one entry."""
    return connection.scalar(select(JOURNAL.c.hash).where(JOURNAL.c.chain_id == chain_id, JOURNAL.c.seq == seq))


def broken_link(connection: Connection, chain_id: str) -> int | None:
    """The number of the first entry that was changed, removed or cut off; None when the chain is whole."""
    head = START
    count = 0
    for entry in reversed(read_journal(connection, chain_id, None)):
        count += 1
        if entry.seq != count or entry.hash != entry_hash(head, chain_id, entry):
            return count
        head = entry.hash
    end = connection.execute(select(CHAIN.c.revision, CHAIN.c.head).where(CHAIN.c.id == chain_id)).one_or_none()
    if end is None:
        return None if count == 0 else count + 1
    return None if tuple(end) == (count, head) else count + 1
