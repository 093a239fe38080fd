"""The headers of assessments, each with its scope, the names of organisation and unit, and the state it is in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, bindparam, select

from assessment.domain.answered.assessment import AssessmentHeader
from assessment.store.journal import CHAIN
from assessment.store.rows import Row, from_row, to_row
from assessment.store.sections import table_of
from assessment.store.tables import AssessmentRow, OrganisationRow, UnitRow

ASSESSMENT = table_of(AssessmentRow)
ORGANISATION = table_of(OrganisationRow)
UNIT = table_of(UnitRow)


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredHeader:
    """A header with its scope. `head` names the exact state of the whole assessment: equal heads, equal content."""

    header: AssessmentHeader
    scope: tuple[str, ...]
    organisation_id: str
    unit_id: str | None
    version: int
    revision: int
    head: str
    updated_at: datetime
    binned_at: datetime | None = None


def read_headers(connection: Connection, *, is_binned: bool = False) -> tuple[StoredHeader, ...]:
    """Every assessment's header, or that of each in the bin; newest assessment date first, then by name and id."""
    found = [_stored(row) for row in connection.execute(_BINNED if is_binned else _ALL).mappings()]
    found.sort(key=lambda stored: (stored.header.name, stored.header.id))
    return tuple(sorted(found, key=lambda stored: stored.header.assessed_on, reverse=True))


def read_header(connection: Connection, assessment_id: str) -> StoredHeader | None:
    """One assessment's header; None if there is none of that id, or it is in the bin."""
    found = read_any_header(connection, assessment_id)
    return None if found is None or found.binned_at is not None else found


def read_any_header(connection: Connection, assessment_id: str) -> StoredHeader | None:
    """One assessment's header, in the bin or not; None if there is none of that id."""
    row = connection.execute(_ONE, {"assessment_id": assessment_id}).mappings().one_or_none()
    return None if row is None else _stored(row)


def header_row(header: AssessmentHeader, scope: tuple[str, ...]) -> Row:
    """The columns of a header and its scope, without those that place it in an organisation."""
    row = to_row(header)
    del row["organisation"], row["unit"]
    return {**row, "scope": list(scope)}


def _headers() -> Select[Any]:
    in_unit = (UNIT.c.organisation_id == ASSESSMENT.c.organisation_id) & (UNIT.c.id == ASSESSMENT.c.unit_id)
    joined = (
        ASSESSMENT.join(CHAIN, CHAIN.c.id == ASSESSMENT.c.id)
        .join(ORGANISATION, ORGANISATION.c.id == ASSESSMENT.c.organisation_id)
        .join(UNIT, in_unit, isouter=True)
    )
    names = (ORGANISATION.c.name.label("organisation"), UNIT.c.name.label("unit"))
    state = (CHAIN.c.revision, CHAIN.c.head, CHAIN.c.updated_at.label("changed_at"))
    return select(ASSESSMENT, *names, *state).select_from(joined)


_ALL = _headers().where(ASSESSMENT.c.binned_at.is_(None))
_BINNED = _headers().where(ASSESSMENT.c.binned_at.is_not(None))
_ONE = _headers().where(ASSESSMENT.c.id == bindparam("assessment_id"))


def _stored(row: RowMapping) -> StoredHeader:
    return StoredHeader(
        header=from_row(AssessmentHeader, dict(row)),
        scope=tuple(row["scope"]),
        organisation_id=row["organisation_id"],
        unit_id=row["unit_id"],
        version=row["version"],
        revision=row["revision"],
        head=row["head"],
        updated_at=row["changed_at"],
        binned_at=row["binned_at"],
    )
