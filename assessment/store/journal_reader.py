"""Reading the journal for people: filtered, page by page, over one chain or all."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, RowMapping, func, or_, select

from assessment.domain.anchor import Anchor
from assessment.domain.journal import JournalFilter, Recorded
from assessment.store import people
from assessment.store.journal import CHAIN, JOURNAL, STORE_CHAIN, Chain
from assessment.store.sections import SECTIONS

OTHER_NOUNS = (
    *("header", "assessment", "snapshot", "bin", "journal", "erasure", "framework of the import"),
    *("organisation", "unit", "benchmark", "layout", "account", "access", "sign-in", "link"),
)
"""Kinds of things beside the entries of an assessment."""
NOUNS = (*(section.noun for section in SECTIONS), *OTHER_NOUNS)
"""Every kind of thing that the journal has entries of."""


class JournalReader:
    """Reads chains within one transaction; `chain_id` None: every chain."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def entries(
        self, chain_id: str | None, wanted: JournalFilter, *, limit: int, skip: int = 0
    ) -> tuple[Recorded, ...]:
        """The wanted entries, the newest first, `limit` of them behind the first `skip`."""
        query = select(JOURNAL).where(*_where(chain_id, wanted)).limit(limit).offset(skip)
        columns = JOURNAL.c
        newest = (columns.at.desc(), columns.chain_id) if chain_id is None else ()
        rows = self._connection.execute(query.order_by(*newest, columns.seq.desc())).mappings()
        return tuple(_recorded(row) for row in rows)

    def count(self, chain_id: str | None, wanted: JournalFilter) -> int:
        """How many entries are wanted."""
        query = select(func.count()).select_from(JOURNAL).where(*_where(chain_id, wanted))
        return self._connection.execute(query).scalar_one()

    def actor_ids(self, chain_id: str | None) -> tuple[str, ...]:
        """Who made the entries, by id."""
        query = select(JOURNAL.c.actor_id).where(*_where(chain_id, JournalFilter())).distinct()
        return tuple(sorted(self._connection.scalars(query)))

    def chain(self, chain_id: str) -> Chain | None:
        """The end of one chain."""
        row = self._connection.execute(select(CHAIN).where(CHAIN.c.id == chain_id)).mappings().one_or_none()
        return None if row is None else Chain(**row)

    def chains(self) -> tuple[Chain, ...]:
        """The end of every chain, by id; that of the installation comes first."""
        rows = self._connection.execute(select(CHAIN)).mappings()
        return tuple(sorted((Chain(**row) for row in rows), key=lambda one: (one.id != STORE_CHAIN, one.id)))

    def holds(self, chain_id: str, anchor: Anchor) -> bool:
        """Whether a chain has an entry of that number and hash."""
        columns = JOURNAL.c
        query = select(columns.hash).where(columns.chain_id == chain_id, columns.seq == anchor.seq)
        return self._connection.scalar(query) == anchor.head

    def signed_at(self, chain_id: str) -> Anchor | None:
        """The entry with which an assessment was signed off; None for one that was not."""
        columns = JOURNAL.c
        signing = select(columns.seq, columns.hash).where(columns.chain_id == chain_id, columns.what == "snapshot")
        row = self._connection.execute(signing.order_by(columns.seq.desc()).limit(1)).one_or_none()
        return None if row is None else Anchor(seq=row.seq, head=row.hash)

    def removed(self) -> tuple[Recorded, ...]:
        """The entries of the installation's chain that say that an assessment was removed for good, newest first."""
        columns = JOURNAL.c
        of_assessment = columns.what.startswith("assessment ")
        query = select(JOURNAL).where(columns.chain_id == STORE_CHAIN, of_assessment, columns.after.is_(None))
        rows = self._connection.execute(query.order_by(columns.seq.desc())).mappings()
        return tuple(_recorded(row) for row in rows)

    def person_names(self, assessment_id: str) -> Mapping[str, str]:
        """What people of an assessment are called whose names stand in no entry, by the ids that entries hold."""
        return people.names_of(self._connection, assessment_id)


def _where(chain_id: str | None, wanted: JournalFilter) -> list[ColumnElement[bool]]:
    columns = JOURNAL.c
    where: list[ColumnElement[bool]] = [] if chain_id is None else [columns.chain_id == chain_id]
    if wanted.actor_id is not None:
        where.append(columns.actor_id == wanted.actor_id)
    if wanted.noun is not None:
        where.append(or_(columns.what == wanted.noun, columns.what.startswith(f"{wanted.noun} ", autoescape=True)))
    if wanted.since is not None:
        where.append(columns.at >= wanted.since.isoformat())
    if wanted.until is not None:
        where.append(columns.at < wanted.until.isoformat())
    return where


def _recorded(row: RowMapping) -> Recorded:
    noun = next((one for one in NOUNS if row["what"] == one or row["what"].startswith(f"{one} ")), "")
    return Recorded(
        chain_id=row["chain_id"],
        seq=row["seq"],
        at=_moment(row["at"]),
        actor_id=row["actor_id"],
        operation=row["operation"],
        noun=noun or row["what"].split(" ")[0],
        key=tuple(row["what"].removeprefix(noun).split(" ")[1:]),
        before=_decoded(row["before"]),
        after=_decoded(row["after"]),
        hash=row["hash"],
    )


def _moment(text: str) -> datetime:
    """When an entry was made; of one that somebody altered into no moment, the first there is."""
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return datetime.min.replace(tzinfo=UTC)


def _decoded(content: str | None) -> Mapping[str, Any] | None:
    """The content of an entry; of one that somebody altered into no JSON nothing can be told."""
    if content is None:
        return None
    try:
        decoded = json.loads(content)
    except ValueError:
        return {}
    return decoded if isinstance(decoded, dict) else {}
