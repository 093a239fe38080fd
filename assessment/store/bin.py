"""The rows of the bin: one entry each with what went with it, until it is put back, forgotten, or its time is over.

Names of people stay in `person`, where the content refers to them by id, and can be erased from there alone.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from sqlalchemy import Connection, RowMapping, delete, insert, select

from assessment.domain.answered.assessment import AgreedValue, CriticalService, Respondent
from assessment.domain.answered.binned import TIME_IN_BIN, Binned
from assessment.domain.answered.entries import AssessmentModel
from assessment.store import people
from assessment.store.sections import SECTIONS, Section, table_of
from assessment.store.tables import BinRow

BIN = table_of(BinRow)
_SECTIONS = {section.field: section for section in SECTIONS}
_BY_NOUN = {section.noun: section for section in SECTIONS}
_BINNED = frozenset({"respondents", "critical_services"})
_AGREED = "agreed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A row of the bin with the names of people: the entry, and by their fields the entries that went with it.

    `agreed` are the values of the room at which a person was present: they did not go, but are without the person now.
    """

    binned: Binned
    section: Section
    parts: Mapping[str, tuple[AssessmentModel, ...]]
    agreed: tuple[AgreedValue, ...]
    person_ids: tuple[str, ...]


def goes_to_bin(section: Section) -> bool:
    """Whether an entry that is removed goes to the bin; what is taken back of any other kind is typed again."""
    return section.field in _BINNED


def keep(
    connection: Connection,
    assessment_id: str,
    section: Section,
    parts: Mapping[str, Sequence[AssessmentModel]],
    agreed: Sequence[AgreedValue],
    at: datetime,
) -> None:
    """Put an entry, the only one of its own section, into the bin; in place of names the parts hold ids of people."""
    content = {
        field: [entry.model_dump(mode="json") for entry in entries]
        for field, entries in {**parts, _AGREED: agreed}.items()
        if entries
    }
    row = {"assessment_id": assessment_id, "id": f"b-{secrets.token_hex(8)}", "noun": section.noun}
    connection.execute(insert(BIN), {**row, "removed_at": at, "content": json.dumps(content, ensure_ascii=False)})


def read_kept(connection: Connection, assessment_id: str) -> tuple[Kept, ...]:
    """What the bin of an assessment holds, the last removed first; also what is over and not forgotten yet."""
    query = select(BIN).where(BIN.c.assessment_id == assessment_id).order_by(BIN.c.removed_at.desc(), BIN.c.id)
    rows = connection.execute(query).mappings().all()
    names = people.names_of(connection, assessment_id) if rows else {}
    return tuple(_kept(row, names) for row in rows)


def forget(connection: Connection, kept: Kept) -> None:
    """Take a row out of the bin, and the names of people in it out of the database."""
    binned = kept.binned
    connection.execute(delete(BIN).where(BIN.c.assessment_id == binned.assessment_id, BIN.c.id == binned.id))
    people.forget(connection, binned.assessment_id, kept.person_ids)


def with_something_over(connection: Connection, now: datetime) -> tuple[str, ...]:
    """The ids of the assessments whose bin holds something whose time is over."""
    query = select(BIN.c.assessment_id).where(BIN.c.removed_at <= now - TIME_IN_BIN).distinct()
    return tuple(connection.scalars(query.order_by(BIN.c.assessment_id)))


def _kept(row: RowMapping, names: Mapping[str, str]) -> Kept:
    section = _BY_NOUN[row["noun"]]
    content: dict[str, list[dict[str, Any]]] = json.loads(row["content"])
    agreed = content.pop(_AGREED, [])
    (entry,) = content[section.field]
    person_ids = tuple(entry[field] for field in section.people if entry[field] is not None)
    content[section.field] = [{**entry, **{field: names.get(entry[field]) for field in section.people}}]
    parts = {
        field: tuple(_SECTIONS[field].model.model_validate(one, strict=False) for one in entries)
        for field, entries in content.items()
    }
    return Kept(
        binned=Binned(
            id=row["id"],
            assessment_id=row["assessment_id"],
            entry=cast("Respondent | CriticalService", parts[section.field][0]),
            counts={field: len(entries) for field, entries in parts.items() if field != section.field},
            removed_at=row["removed_at"],
        ),
        section=section,
        parts=parts,
        agreed=tuple(AgreedValue.model_validate(one, strict=False) for one in agreed),
        person_ids=person_ids,
    )
