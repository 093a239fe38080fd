"""Looking through a whole database for what is wrong with it: file, journal, rows against the journal, hashes.

Each part is looked at by itself, so that one that cannot be read hides no other.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, TypeAlias

from sqlalchemy import Connection, Table, func, select

from assessment.domain.checked import DatabaseCheck, Fault, FaultKind
from assessment.errors import StoreUnavailable
from assessment.store.archive import CONTENT, FRAMEWORK, PERSON, SNAPSHOT
from assessment.store.checking_rows import row_faults
from assessment.store.errors import translated
from assessment.store.headers import ASSESSMENT
from assessment.store.journal import CHAIN, JOURNAL, STORE_CHAIN, broken_link
from assessment.store.sections import SECTIONS, table_of
from assessment.store.tables import REGISTRY, BinRow

BIN = table_of(BinRow)
_MOST_FROM_SQLITE = 20
Part: TypeAlias = tuple[str, str | None, Callable[[], Iterator[Fault]]]


def check_database(connection: Connection, called: str) -> DatabaseCheck:
    """Everything that is wrong, and how much was looked at."""
    faults = _faults(connection)
    try:
        with translated():
            change_count = int(connection.scalar(select(func.count()).select_from(JOURNAL)) or 0)
    except StoreUnavailable:
        change_count = 0
    return DatabaseCheck(
        called=called,
        assessment_count=len(_assessment_ids(connection)),
        change_count=change_count,
        faults=faults,
    )


def _faults(connection: Connection) -> tuple[Fault, ...]:
    found: list[Fault] = []
    for what, assessment_id, look in (*_parts_of_all(connection), *_parts_of_each(connection)):
        try:
            with translated(), connection.begin_nested():  # PostgreSQL reads nothing more after an error
                found.extend(look())
        except StoreUnavailable:
            found.append(Fault(kind=FaultKind.UNREADABLE, what=what, assessment_id=assessment_id))
    return tuple(found)


def _parts_of_all(connection: Connection) -> tuple[Part, ...]:
    return (
        ("file", None, lambda: _file_faults(connection)),
        *((table.name, None, partial(_read_all, connection, table)) for table in REGISTRY.metadata.sorted_tables),
        ("references", None, lambda: _reference_faults(connection)),
        ("chains", None, lambda: _chain_orphans(connection)),
        ("persons", None, lambda: _person_orphans(connection)),
        ("frameworks", None, lambda: _hash_faults(connection, FRAMEWORK, "framework", FRAMEWORK.c.content_hash)),
        ("snapshots", None, lambda: _hash_faults(connection, SNAPSHOT, "snapshot", SNAPSHOT.c.hash)),
        ("evidence", None, lambda: _hash_faults(connection, CONTENT, "evidence", CONTENT.c.content_hash)),
        (f"journal {STORE_CHAIN}", None, lambda: _link_faults(connection, STORE_CHAIN)),
    )


def _parts_of_each(connection: Connection) -> Iterator[Part]:
    for assessment_id in _assessment_ids(connection):
        yield "journal", assessment_id, lambda one=assessment_id: _link_faults(connection, one)  # type: ignore[misc]
        yield "rows", assessment_id, lambda one=assessment_id: row_faults(connection, one)  # type: ignore[misc]


def _assessment_ids(connection: Connection) -> tuple[str, ...]:
    """Every assessment, in the bin or not; none where they cannot be read."""
    try:
        with translated():
            return tuple(sorted(connection.scalars(select(ASSESSMENT.c.id))))
    except StoreUnavailable:
        return ()


def _file_faults(connection: Connection) -> Iterator[Fault]:
    if connection.dialect.name != "sqlite":
        return
    rows = connection.exec_driver_sql(f"PRAGMA integrity_check({_MOST_FROM_SQLITE})").scalars().all()
    if list(rows) != ["ok"]:
        yield Fault(kind=FaultKind.FILE, what=f"integrity_check {len(rows)}")


def _read_all(connection: Connection, table: Table) -> Iterator[Fault]:
    """No fault; raises what reading a value raises."""
    for _ in connection.execute(select(table)):
        pass
    yield from ()


def _reference_faults(connection: Connection) -> Iterator[Fault]:
    if connection.dialect.name != "sqlite":  # PostgreSQL keeps them itself
        return
    for row in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield Fault(kind=FaultKind.ORPHAN, what=f"{row[0]} {row[1]}")


def _chain_orphans(connection: Connection) -> Iterator[Fault]:
    chains = set(connection.scalars(select(CHAIN.c.id).where(CHAIN.c.revision > 0)))
    journals = set(connection.scalars(select(JOURNAL.c.chain_id).distinct()))
    known = {*connection.scalars(select(ASSESSMENT.c.id)), STORE_CHAIN}
    for chain_id in sorted((chains | journals) - known):
        yield Fault(kind=FaultKind.ORPHAN, what=f"chain {chain_id}")
    for assessment_id in sorted(known - chains - {STORE_CHAIN}):
        yield Fault(kind=FaultKind.MISSING, what="chain", assessment_id=assessment_id)


def _person_orphans(connection: Connection) -> Iterator[Fault]:
    """Names that nothing refers to: they would outlive whoever asked to be forgotten."""
    columns = [section.table.c[field] for section in SECTIONS for field in section.people] + [SNAPSHOT.c.approver]
    named = {person_id for column in columns for person_id in connection.scalars(select(column).distinct())}
    binned = "\n".join(connection.scalars(select(BIN.c.content)))
    for assessment_id, person_id in connection.execute(select(PERSON.c.assessment_id, PERSON.c.id)):
        if person_id not in named and person_id not in binned:
            yield Fault(kind=FaultKind.ORPHAN, what=f"person {person_id}", assessment_id=assessment_id)


def _hash_faults(connection: Connection, table: Table, noun: str, hash_column: Any) -> Iterator[Fault]:
    for wanted in connection.scalars(select(hash_column)).all():
        query = select(table.c.content).where(hash_column == wanted)
        content: str | bytes = connection.execute(query).scalars().first() or ""
        found = hashlib.sha256(content.encode() if isinstance(content, str) else content).hexdigest()
        if found != wanted:
            yield Fault(kind=FaultKind.HASH, what=f"{noun} {wanted[:12]}")


def _link_faults(connection: Connection, chain_id: str) -> Iterator[Fault]:
    seq = broken_link(connection, chain_id)
    if seq is not None:
        assessment_id = None if chain_id == STORE_CHAIN else chain_id
        yield Fault(kind=FaultKind.CHAIN, what="journal", assessment_id=assessment_id, seq=seq)
