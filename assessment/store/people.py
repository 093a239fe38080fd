"""Names of people: one table to erase them from; every other row holds the random id of a row in it."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from assessment.store.archive import PERSON
from assessment.store.rows import Row
from assessment.store.sections import Section


def names_of(connection: Connection, assessment_id: str) -> Mapping[str, str]:
    """The name of each person of an assessment, by id."""
    query = select(PERSON.c.id, PERSON.c.name).where(PERSON.c.assessment_id == assessment_id)
    return {row[0]: row[1] for row in connection.execute(query)}


def with_names(section: Section, row: Mapping[str, Any], names: Mapping[str, str]) -> Mapping[str, Any]:
    """The row with people's names in place of their ids; an erased name is None."""
    if not section.people:
        return row
    return {**row, **{field: names.get(row[field]) for field in section.people}}


def with_ids(
    connection: Connection, section: Section, assessment_id: str, row: Row, before: Row | None, names: Mapping[str, str]
) -> Row:
    """The row with ids in place of names; a changed name gets a new id, so that the journal shows the change."""
    for field in section.people:
        old_id = before[field] if before else None
        if row[field] is not None and old_id is not None and names.get(old_id) == row[field]:
            row[field] = old_id
            continue
        forget(connection, assessment_id, [old_id])
        row[field] = None if row[field] is None else add_person(connection, assessment_id, row[field])
    return row


def add_person(connection: Connection, assessment_id: str, name: str) -> str:
    """Keep a name; returns the id to refer to it by."""
    person_id = f"p-{secrets.token_hex(8)}"
    connection.execute(insert(PERSON), {"assessment_id": assessment_id, "id": person_id, "name": name})
    return person_id


def forget(connection: Connection, assessment_id: str, person_ids: Iterable[str | None]) -> None:
    """Erase names."""
    for person_id in person_ids:
        if person_id is not None:
            where = (PERSON.c.assessment_id == assessment_id, PERSON.c.id == person_id)
            connection.execute(delete(PERSON).where(*where))
