"""Reading: rows of one transaction as domain models."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, func, select

from assessment.domain.answered.assessment import Assessment, AssessmentHeader
from assessment.domain.answered.entries import AssessmentModel
from assessment.store import archive, journal
from assessment.store.archive import Snapshot
from assessment.store.journal import CHAIN, JournalEntry
from assessment.store.sections import SECTIONS, EntryT, Key, Section, from_row, from_values, section_of, table_of
from assessment.store.tables import AssessmentRow, PersonRow, RatingRow, RespondentRow, SampleRow

ASSESSMENT = table_of(AssessmentRow)
PERSON = table_of(PersonRow)
RATING = table_of(RatingRow)
RESPONDENT = table_of(RespondentRow)
SAMPLE = table_of(SampleRow)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored(Generic[EntryT]):
    """An entry with its version, which only ever grows within an assessment, and the time of its last change."""

    entry: EntryT
    version: int
    updated_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredHeader:
    """A header with its scope. `head` names the exact state of the whole assessment: equal heads, equal content."""

    header: AssessmentHeader
    scope: tuple[str, ...]
    version: int
    revision: int
    head: str
    updated_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class AnsweredPlace:
    """That a respondent answered an item; the highest version is the latest answer."""

    respondent_id: str
    item_id: str
    horizon: str
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """An assessment as it was read at an earlier revision."""

    assessment: Assessment
    revision: int
    head: str


class Reader:
    """Reads within one transaction; every result is of the same moment."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def headers(self) -> tuple[StoredHeader, ...]:
        """Every assessment, newest assessment date first, then by name and id."""
        found = [_stored_header(row) for row in self._connection.execute(_headers()).mappings()]
        found.sort(key=lambda stored: (stored.header.name, stored.header.id))
        return tuple(sorted(found, key=lambda stored: stored.header.assessed_on, reverse=True))

    def header(self, assessment_id: str) -> StoredHeader | None:
        """One assessment's header; None if there is none of that id."""
        row = self._connection.execute(_headers().where(ASSESSMENT.c.id == assessment_id)).mappings().one_or_none()
        return None if row is None else _stored_header(row)

    def find(self, assessment_id: str, model: type[EntryT], *key: str) -> Stored[EntryT] | None:
        """One entry by its key."""
        section = section_of(model)
        return next(iter(self.entries(assessment_id, model, **dict(zip(section.key, key, strict=True)))), None)

    def entries(
        self, assessment_id: str, model: type[EntryT], **where: str | Sequence[str]
    ) -> tuple[Stored[EntryT], ...]:
        """Entries of one kind, sorted by key; `where` keeps those whose column has the value, or one of the values."""
        section = section_of(model)
        rows = self._rows(section, assessment_id, where)
        names = self._names(assessment_id) if section.people and rows else {}
        stored = [
            Stored(
                entry=from_row(model, with_names(section, dict(row), names)),
                version=row["version"],
                updated_at=row["updated_at"],
            )
            for row in rows
        ]
        return tuple(sorted(stored, key=lambda one: section.key_of(one.entry)))

    def versions(self, assessment_id: str, model: type[AssessmentModel]) -> Mapping[Key, int]:
        """The version of each entry of one kind, by key."""
        section = section_of(model)
        columns = [section.table.c[name] for name in section.key]
        query = select(section.table.c.version, *columns).where(section.table.c.assessment_id == assessment_id)
        return {tuple(row[1:]): row[0] for row in self._connection.execute(query)}

    def load(self, assessment_id: str, known: Known | None = None) -> Assessment | None:
        """The whole assessment as one document, each part sorted by its ids.

        From a `known` earlier state only what has changed since is read; the document is the same either way.
        """
        stored = self.header(assessment_id)
        if stored is None:
            return None
        if known is not None and not self._continues(assessment_id, known):
            known = None
        names = self._names(assessment_id)
        parts: dict[str, Any] = {}
        for section in SECTIONS:
            entries = self._all(section, assessment_id, names, known)
            if section.key:
                parts[section.field] = entries
            elif entries:
                parts[section.field] = entries[0]
        return Assessment(header=stored.header, scope=stored.scope, **parts)

    def answered(self, assessment_id: str, respondent_id: str | None = None) -> tuple[AnsweredPlace, ...]:
        """Where answers are, of one respondent or of all."""
        columns = (RATING.c.respondent_id, RATING.c.item_id, RATING.c.horizon, RATING.c.version)
        query = select(*columns).where(RATING.c.assessment_id == assessment_id)
        if respondent_id is not None:
            query = query.where(RATING.c.respondent_id == respondent_id)
        return tuple(
            AnsweredPlace(respondent_id=row[0], item_id=row[1], horizon=row[2], version=row[3])
            for row in self._connection.execute(query)
        )

    def has_respondent(self, assessment_id: str, respondent_id: str) -> bool:
        """Whether the assessment has a respondent of that id."""
        query = select(func.count()).where(
            RESPONDENT.c.assessment_id == assessment_id, RESPONDENT.c.id == respondent_id
        )
        return bool(self._connection.scalar(query))

    def journal(self, assessment_id: str | None, limit: int | None) -> tuple[JournalEntry, ...]:
        """The newest changes of an assessment, or of the store itself, newest first."""
        return journal.read_journal(self._connection, assessment_id or journal.STORE_CHAIN, limit)

    def broken_link(self, assessment_id: str | None) -> int | None:
        """The first journal entry of an assessment, or of the store itself, that was altered; None if none was."""
        return journal.broken_link(self._connection, assessment_id or journal.STORE_CHAIN)

    def snapshot(self, assessment_id: str) -> Snapshot | None:
        """The snapshot of a signed-off assessment."""
        return archive.read_snapshot(self._connection, assessment_id)

    def framework(self, content_hash: str) -> str | None:
        """The canonical JSON of an archived framework."""
        return archive.archived_framework(self._connection, content_hash)

    def loaded_sample(self, file_name: str) -> str | None:
        """The id a sample was loaded as, be it there still or removed by the user; None if it never was."""
        return self._connection.scalar(select(SAMPLE.c.assessment_id).where(SAMPLE.c.file_name == file_name))

    def _rows(
        self, section: Section, assessment_id: str, where: Mapping[str, str | Sequence[str]]
    ) -> Sequence[RowMapping]:
        columns = section.table.c
        conditions: list[ColumnElement[bool]] = [columns.assessment_id == assessment_id]
        for name, value in where.items():
            conditions.append(columns[name] == value if isinstance(value, str) else columns[name].in_(value))
        return self._connection.execute(select(section.table).where(*conditions)).mappings().all()

    def _continues(self, assessment_id: str, known: Known) -> bool:
        """Whether the stored assessment passed through the known state; one stored anew under the old id did not."""
        return journal.hash_at(self._connection, assessment_id, known.revision) == known.head

    def _all(
        self, section: Section, assessment_id: str, names: Mapping[str, str], known: Known | None
    ) -> tuple[AssessmentModel, ...]:
        """Every entry of a section, without versions and times, which is quicker."""
        columns = section.table.c
        query = select(*section.columns).where(columns.assessment_id == assessment_id)
        if known is None or not section.key:
            entries = self._read(section, query, names)
            return tuple(sorted(entries, key=section.order) if section.key else entries)
        before: tuple[AssessmentModel, ...] = getattr(known.assessment, section.field)
        changed = self._read(section, query.where(columns.version > known.revision), names)
        count = self._connection.scalar(select(func.count()).where(columns.assessment_id == assessment_id))
        if not changed and count == len(before):
            return before
        merged = {section.order(entry): entry for entry in (*before, *changed)}
        if len(merged) != count:  # some were removed
            return self._all(section, assessment_id, names, None)
        return tuple(sorted(merged.values(), key=section.order))

    def _read(self, section: Section, query: Select[Any], names: Mapping[str, str]) -> list[AssessmentModel]:
        rows = self._connection.execute(query).all()
        if section.people:
            return [from_row(section.model, with_names(section, row._asdict(), names)) for row in rows]
        return [from_values(section.model, row) for row in rows]

    def _names(self, assessment_id: str) -> Mapping[str, str]:
        query = select(PERSON.c.id, PERSON.c.name).where(PERSON.c.assessment_id == assessment_id)
        return {row[0]: row[1] for row in self._connection.execute(query)}


def _headers() -> Select[Any]:
    columns = (CHAIN.c.revision, CHAIN.c.head, CHAIN.c.updated_at.label("changed_at"))
    return select(ASSESSMENT, *columns).join_from(ASSESSMENT, CHAIN, CHAIN.c.id == ASSESSMENT.c.id)


def _stored_header(row: RowMapping) -> StoredHeader:
    return StoredHeader(
        header=from_row(AssessmentHeader, dict(row)),
        scope=tuple(row["scope"]),
        version=row["version"],
        revision=row["revision"],
        head=row["head"],
        updated_at=row["changed_at"],
    )


def with_names(section: Section, row: Mapping[str, Any], names: Mapping[str, str]) -> Mapping[str, Any]:
    """The row with people's names in place of their ids; an erased name is None."""
    if not section.people:
        return row
    return {**row, **{field: names.get(row[field]) for field in section.people}}
