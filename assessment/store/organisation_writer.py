"""Changing organisations and units; every assessment that is called otherwise afterwards has it in its journal."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, Table, delete, exists, select, update
from sqlalchemy.exc import IntegrityError

from assessment.domain.answered.assessment import AssessmentHeader
from assessment.errors import InvalidInput, NotAvailable
from assessment.store.dialects import insert_if_absent
from assessment.store.headers import ASSESSMENT, ORGANISATION, UNIT, read_any_header
from assessment.store.journal import HEADER, STORE_CHAIN, last_changes
from assessment.store.organisations import folded
from assessment.store.outdated import OutdatedName
from assessment.store.portfolio import move_benchmark
from assessment.store.recorder import Recorder


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where an assessment belongs: the ids of organisation and unit, and both names as they are kept."""

    organisation_id: str
    organisation: str
    unit_id: str | None = None
    unit: str | None = None


class OrganisationWriter:
    """Writes organisations and units within one transaction.

    An assessment that is called otherwise gets an entry in its journal, and with it a new head, signed off or not; the
    bytes of a snapshot stay as they were signed. NotAvailable for an organisation or unit that is not there.
    """

    def __init__(self, connection: Connection, recorder: Recorder) -> None:
        self._connection = connection
        self._recorder = recorder

    def place(self, organisation: str, unit: str | None) -> Place:
        """Where an assessment of these names belongs; a name gets a row unless another spelling of it has one."""
        organisation_id, kept = self._found_or_made(ORGANISATION, organisation)
        if unit is None:
            return Place(organisation_id=organisation_id, organisation=kept)
        unit_id, kept_unit = self._found_or_made(UNIT, unit, organisation_id=organisation_id)
        return Place(organisation_id=organisation_id, organisation=kept, unit_id=unit_id, unit=kept_unit)

    def remove_unused(self, organisation_id: str, unit_id: str | None) -> None:
        """Forget a unit, and an organisation, that no assessment is of any more."""
        if unit_id is not None:
            self._remove_unused(UNIT, unit_id, ASSESSMENT.c.unit_id == unit_id)
        self._remove_unused(ORGANISATION, organisation_id, ASSESSMENT.c.organisation_id == organisation_id)

    def rename(self, organisation_id: str, name: str, expected_version: int | None = None) -> None:
        """Call an organisation otherwise; InvalidInput when another one has the name, in whatever spelling.

        OutdatedName where it is not called what it was at `expected_version`; so for units and merges.
        """
        with self._calling_otherwise(ASSESSMENT.c.organisation_id == organisation_id, organisation_id):
            self._rename(ORGANISATION, organisation_id, name, expected_version)

    def rename_unit(self, organisation_id: str, unit_id: str, name: str, expected_version: int | None = None) -> None:
        """Call a unit otherwise; InvalidInput when another one of its organisation has the name."""
        with self._calling_otherwise(ASSESSMENT.c.unit_id == unit_id, organisation_id, unit_ids=(unit_id,)):
            self._rename(UNIT, unit_id, name, expected_version)

    def merge(self, from_id: str, into_id: str, expected_versions: tuple[int, int] | None = None) -> None:
        """Move every assessment of one organisation into another, whose spelling is kept; units of one name meet.

        `expected_versions` are those of the one that goes and of the one that stays.
        """
        with self._calling_otherwise(ASSESSMENT.c.organisation_id == from_id, from_id, into_id):
            self._require_names(ORGANISATION, (from_id, into_id), expected_versions)
            for unit_id, name in self._connection.execute(
                select(UNIT.c.id, UNIT.c.name).where(UNIT.c.organisation_id == from_id)
            ).all():
                kept_id, _ = self._found_or_made(UNIT, name, organisation_id=into_id)
                self._move(ASSESSMENT.c.unit_id == unit_id, into_id, kept_id)
            self._move(ASSESSMENT.c.organisation_id == from_id, into_id, None)
            self._connection.execute(delete(UNIT).where(UNIT.c.organisation_id == from_id))
            move_benchmark(self._connection, from_id, into_id)
            self._drop(ORGANISATION, from_id, into_id)

    def merge_units(
        self, organisation_id: str, from_id: str, into_id: str, expected_versions: tuple[int, int] | None = None
    ) -> None:
        """Move every assessment of one unit into another of its organisation, whose spelling is kept."""
        with self._calling_otherwise(ASSESSMENT.c.unit_id == from_id, organisation_id, unit_ids=(from_id, into_id)):
            self._require_names(UNIT, (from_id, into_id), expected_versions)
            self._move(ASSESSMENT.c.unit_id == from_id, organisation_id, into_id)
            self._drop(UNIT, from_id, into_id)

    def _found_or_made(self, table: Table, name: str, **within: str) -> tuple[str, str]:
        """The id and the kept spelling of a name; the row stays until the transaction ends."""
        row = {"id": f"{table.name[0]}-{secrets.token_hex(8)}", "name": name, "folded_name": folded(name), **within}
        same = [table.c[column] == row[column] for column in ("folded_name", *within)]
        query = select(table.c.id, table.c.name).where(*same).with_for_update(read=True, key_share=True)
        while True:  # a row that another transaction removes between the two statements is made again
            insert_if_absent(self._connection, table, row)
            found = self._connection.execute(query).one_or_none()
            if found is not None:
                return found.id, found.name

    def _remove_unused(self, table: Table, row_id: str, use: ColumnElement[bool]) -> None:
        free = select(table.c.id).where(table.c.id == row_id).with_for_update(skip_locked=True)
        if self._connection.scalar(free) is None or self._connection.scalar(select(exists().where(use))):
            return  # locked: another transaction is about to refer to it
        if table is ORGANISATION:
            self._connection.execute(delete(UNIT).where(UNIT.c.organisation_id == row_id))
        self._connection.execute(delete(table).where(table.c.id == row_id))

    def _rename(self, table: Table, row_id: str, name: str, expected_version: int | None) -> None:
        was = self._connection.scalar(select(table.c.name).where(table.c.id == row_id))
        if name == was:
            return
        if expected_version is not None:
            self._require_name(table, row_id, expected_version, name)
        values = {"name": name, "folded_name": folded(name)}
        try:
            self._connection.execute(update(table).where(table.c.id == row_id).values(**values))
        except IntegrityError as error:
            where = table.name.capitalize()
            raise InvalidInput(where, f"there is another one called '{name}'", "Merge the two instead.") from error
        self._recorder.record(None, f"{table.name} {row_id}", {"name": was}, {"name": name})

    def _require_names(self, table: Table, row_ids: tuple[str, str], expected_versions: tuple[int, int] | None) -> None:
        for row_id, version in zip(row_ids, expected_versions or (), strict=expected_versions is not None):
            self._require_name(table, row_id, version, None)

    def _require_name(self, table: Table, row_id: str, expected_version: int, wanted: str | None) -> None:
        """Raise OutdatedName where a locked row was called otherwise since."""
        what = f"{table.name} {row_id}"
        version = last_changes(self._connection, STORE_CHAIN, what).get(what, 0)
        if version != expected_version:
            name = self._connection.scalars(select(table.c.name).where(table.c.id == row_id)).one()
            raise OutdatedName(kind=table.name, theirs=name, yours=wanted, version=version)

    def _move(self, where: ColumnElement[bool], organisation_id: str, unit_id: str | None) -> None:
        place = {"organisation_id": organisation_id, "unit_id": unit_id}
        self._connection.execute(update(ASSESSMENT).where(where).values(**place))

    def _drop(self, table: Table, row_id: str, into_id: str) -> None:
        was = self._connection.scalar(select(table.c.name).where(table.c.id == row_id))
        self._connection.execute(delete(table).where(table.c.id == row_id))
        self._recorder.record(None, f"{table.name} {row_id}", {"name": was}, {"merged_into": into_id})

    @contextmanager
    def _calling_otherwise(
        self, where: ColumnElement[bool], *organisation_ids: str, unit_ids: tuple[str, ...] = ()
    ) -> Iterator[None]:
        """Lock assessments, then what they are called by; in the end journal how their headers read now."""
        self._lock_assessments(where)
        self._lock_rows(ORGANISATION, organisation_ids)
        self._lock_rows(UNIT, unit_ids, UNIT.c.organisation_id == organisation_ids[0])
        before = self._lock_assessments(where)  # with those that came in until the rows were locked
        yield
        for assessment_id, was in before.items():
            now = read_any_header(self._connection, assessment_id)
            if now is not None:
                self._journal(was, now.header)

    def _lock_assessments(self, where: ColumnElement[bool]) -> dict[str, AssessmentHeader]:
        headers = {}
        for assessment_id in self._connection.scalars(select(ASSESSMENT.c.id).where(where).order_by(ASSESSMENT.c.id)):
            self._recorder.lock(assessment_id)
            stored = read_any_header(self._connection, assessment_id)
            if stored is not None:
                headers[assessment_id] = stored.header
        return headers

    def _lock_rows(self, table: Table, row_ids: tuple[str, ...], *where: ColumnElement[bool]) -> None:
        query = select(table.c.id).where(table.c.id.in_(row_ids), *where).order_by(table.c.id).with_for_update()
        if len(self._connection.scalars(query).all()) < len(set(row_ids)):
            raise NotAvailable(f"This {table.name}")

    def _journal(self, was: AssessmentHeader, now: AssessmentHeader) -> None:
        changed = [name for name in ("organisation", "unit") if getattr(was, name) != getattr(now, name)]
        if not changed:
            return
        values = {"version": self._recorder.next_version(now.id), "updated_at": self._recorder.now}
        self._connection.execute(update(ASSESSMENT).where(ASSESSMENT.c.id == now.id).values(**values))
        before, after = ({name: getattr(header, name) for name in changed} for header in (was, now))
        self._recorder.record(now.id, HEADER, before, after)
