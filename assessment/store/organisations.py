"""Organisations and their units: rows of their own, found by what two spellings of one name have in common."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from assessment.store.headers import ASSESSMENT, ORGANISATION, UNIT
from assessment.store.journal import STORE_CHAIN, last_changes


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredUnit:
    """A unit, and how many assessments there are of it. `version` grows when it is called otherwise, 0 before."""

    id: str
    name: str
    assessment_count: int
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredOrganisation:
    """An organisation with its units by name; `assessment_count` includes those of its units, `version` is as there."""

    id: str
    name: str
    assessment_count: int
    units: tuple[StoredUnit, ...]
    version: int = 0


def folded(name: str) -> str:
    """What the spellings of one name have in common: its words without their case, one space between them.

    >>> folded("  Invented   LTD ") == folded("invented ltd")
    True
    >>> folded("Invented Ltd") == folded("Invented Limited")
    False
    """
    return " ".join(name.split()).casefold()


def read_organisations(connection: Connection) -> tuple[StoredOrganisation, ...]:
    """Every organisation, and the units of each, by name; those that only the bin knows are not among them."""
    place = (ASSESSMENT.c.organisation_id, ASSESSMENT.c.unit_id)
    counting = select(*place, func.count()).where(ASSESSMENT.c.binned_at.is_(None)).group_by(*place)
    counts = {(row[0], row[1]): row[2] for row in connection.execute(counting)}
    used_ids = {one for place in counts for one in place}
    versions = {
        **last_changes(connection, STORE_CHAIN, "organisation "),
        **last_changes(connection, STORE_CHAIN, "unit "),
    }
    units: dict[str, list[StoredUnit]] = {}
    for organisation_id, unit_id, name in connection.execute(select(UNIT.c.organisation_id, UNIT.c.id, UNIT.c.name)):
        if unit_id not in used_ids:
            continue
        unit = StoredUnit(
            id=unit_id,
            name=name,
            assessment_count=counts.get((organisation_id, unit_id), 0),
            version=versions.get(f"unit {unit_id}", 0),
        )
        units.setdefault(organisation_id, []).append(unit)
    organisations = [
        StoredOrganisation(
            id=organisation_id,
            name=name,
            assessment_count=sum(count for place, count in counts.items() if place[0] == organisation_id),
            units=tuple(sorted(units.get(organisation_id, ()), key=lambda unit: folded(unit.name))),
            version=versions.get(f"organisation {organisation_id}", 0),
        )
        for organisation_id, name in connection.execute(select(ORGANISATION.c.id, ORGANISATION.c.name))
        if organisation_id in used_ids
    ]
    return tuple(sorted(organisations, key=lambda organisation: folded(organisation.name)))
