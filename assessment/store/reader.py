"""Reading: rows of one transaction as domain models."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, bindparam, func, literal, select, union_all

from assessment.domain.answered.assessment import Assessment, Feedback, Respondent
from assessment.domain.answered.claim import SignOffClaim
from assessment.domain.answered.entries import AssessmentModel
from assessment.domain.erasing import Mention, TextWithName
from assessment.domain.layout.brand import BrandFile
from assessment.domain.layout.layout import Layout
from assessment.store import archive, journal, people
from assessment.store.access import AccessReader
from assessment.store.archive import Snapshot
from assessment.store.bin import Kept, read_kept
from assessment.store.entry_tables import RatingRow, RespondentRow
from assessment.store.extent import stored_text_length
from assessment.store.headers import ASSESSMENT, StoredHeader, read_header, read_headers
from assessment.store.jobs import JobReader
from assessment.store.journal import JournalEntry
from assessment.store.journal_reader import JournalReader
from assessment.store.layouts import StoredLayout, read_layout, read_layout_files, read_layouts
from assessment.store.mentions import read_mentions, read_texts
from assessment.store.organisations import StoredOrganisation, read_organisations
from assessment.store.portfolio import PortfolioReader
from assessment.store.rooms import RoomReader
from assessment.store.rows import EntryT, from_row, from_values
from assessment.store.sections import SECTIONS, Key, Section, section_of, table_of
from assessment.store.summaries import read_summaries
from assessment.store.tables import SampleRow

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


def _extent(section: Section) -> Select[str, int, Any]:
    """The name of a section of an assessment, its number of entries and the newest version of them; 0 without any."""
    columns, own = section.table.c, section.table.c.assessment_id == bindparam("assessment_id")
    newest = select(func.max(columns.version)).where(own).scalar_subquery()  # by itself an index answers it at once
    return select(literal(section.field), func.count(), func.coalesce(newest, 0)).where(own)


_EXTENTS = union_all(*(_extent(section) for section in SECTIONS if section.key))


class Reader:
    """Reads within one transaction; every result is of the same moment."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.access = AccessReader(connection)
        self.journals = JournalReader(connection)
        self.jobs = JobReader(connection)
        self.rooms = RoomReader(connection)
        self.portfolio = PortfolioReader(connection)

    def headers(self) -> tuple[StoredHeader, ...]:
        """Every assessment, newest assessment date first, then by name and id."""
        return read_headers(self._connection)

    def binned_headers(self) -> tuple[StoredHeader, ...]:
        """Every assessment in the bin, also one whose time is over and that is not forgotten yet."""
        return read_headers(self._connection, is_binned=True)

    def binned_entries(self, assessment_id: str) -> tuple[Kept, ...]:
        """What was removed from an assessment, the last first, also what is over and not forgotten yet."""
        return read_kept(self._connection, assessment_id)

    def entry_counts(self, assessment_id: str) -> Mapping[str, int]:
        """How many entries an assessment has of each kind, by their field; kinds without any are left out."""
        return {field: count for field, (count, _) in self._extents(assessment_id).items() if count}

    def header(self, assessment_id: str) -> StoredHeader | None:
        """One assessment's header; None if there is none of that id."""
        return read_header(self._connection, assessment_id)

    def assessment_count(self) -> int:
        """How many assessments there are, without those in the bin."""
        query = select(func.count()).select_from(ASSESSMENT).where(ASSESSMENT.c.binned_at.is_(None))
        return self._connection.execute(query).scalar_one()

    def summaries(self, method_version: int) -> Mapping[str, str]:
        """The summary of each assessment, by id, that has one of its present state and this method."""
        return read_summaries(self._connection, method_version)

    def layouts(self) -> tuple[StoredLayout, ...]:
        """Every layout, by name."""
        return read_layouts(self._connection)

    def layout(self, layout_id: str) -> StoredLayout | None:
        """One layout; None if there is none of that id."""
        return read_layout(self._connection, layout_id)

    def layout_files(self, layout: Layout) -> tuple[BrandFile, ...]:
        """The files of a layout with their contents, in the order of their places."""
        return read_layout_files(self._connection, layout)

    def organisations(self) -> tuple[StoredOrganisation, ...]:
        """Every organisation, and the units of each, by name."""
        return read_organisations(self._connection)

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
        names = people.names_of(self._connection, assessment_id) if section.people and rows else {}
        stored = [
            Stored(
                entry=from_row(model, people.with_names(section, dict(row), names)),
                version=row["version"],
                updated_at=row["updated_at"],
            )
            for row in rows
        ]
        return tuple(sorted(stored, key=lambda one: section.key_of(one.entry)))

    def feedback_of(self, framework_id: str) -> Mapping[str, tuple[Feedback, ...]]:
        """What people said of the questions of a framework, of whatever version, by assessment, sorted by key."""
        section = section_of(Feedback)
        table = section.table
        query = (
            select(table)
            .join(ASSESSMENT, ASSESSMENT.c.id == table.c.assessment_id)
            .where(ASSESSMENT.c.framework_id == framework_id, ASSESSMENT.c.binned_at.is_(None))
            .order_by(table.c.assessment_id, *(table.c[name] for name in section.key))
        )
        found: dict[str, list[Feedback]] = {}
        for row in self._connection.execute(query).mappings():
            found.setdefault(row["assessment_id"], []).append(from_row(Feedback, dict(row)))
        return {assessment_id: tuple(entries) for assessment_id, entries in found.items()}

    def versions(self, assessment_id: str, model: type[AssessmentModel]) -> Mapping[Key, int]:
        """The version of each entry of one kind, by key."""
        section = section_of(model)
        columns = [section.table.c[name] for name in section.key]
        query = select(section.table.c.version, *columns).where(section.table.c.assessment_id == assessment_id)
        return {tuple(map(str, row[1:])): row[0] for row in self._connection.execute(query)}

    def newest_of(self, assessment_id: str) -> Mapping[str, int]:
        """The newest version among a respondent and everything of theirs, by id: what goes when they are removed."""
        newest: dict[str, int] = {}
        for section in SECTIONS:
            if section.is_of_respondent or section.model is Respondent:
                table = section.table.c
                whose = table.id if section.model is Respondent else table.respondent_id
                query = select(whose, func.max(table.version)).where(table.assessment_id == assessment_id)
                for respondent_id, version in self._connection.execute(query.group_by(whose)):
                    newest[respondent_id] = max(version, newest.get(respondent_id, 0))
        return newest

    def header_fields_since(self, assessment_id: str, revision: int) -> frozenset[str]:
        """The fields of the header, and "scope", that were changed since a revision."""
        changes = journal.changes_since(self._connection, assessment_id, journal.HEADER, revision)
        return frozenset(name for _, after in changes for name in after or ())

    def in_scope_since(self, assessment_id: str) -> Mapping[str, int]:
        """The revision that last put a process into the scope; those that were in it from the beginning have none."""
        changes = journal.scope_changes(self._connection, assessment_id)
        return {process_id: revision for revision, added in changes for process_id in added}

    def changes_since(
        self, assessment_id: str, model: type[EntryT], revision: int, *key: str
    ) -> tuple[tuple[EntryT | None, EntryT | None], ...]:
        """An entry before and after each of its changes since a revision, oldest first.

        For kinds that hold neither people nor texts: of those the journal has ids and hashes alone.
        """
        what = section_of(model).what(key)
        changes = journal.changes_since(self._connection, assessment_id, what, revision)
        return tuple(
            (None if before is None else from_row(model, before), None if after is None else from_row(model, after))
            for before, after in changes
        )

    def content_at(
        self, assessment_id: str, model: type[AssessmentModel], revision: int, *key: str
    ) -> Mapping[str, Any] | None:
        """What the journal keeps of an entry as it stood at a revision; None where nothing stood, or nothing changed
        since.
        """
        changes = journal.changes_since(self._connection, assessment_id, section_of(model).what(key), revision)
        return changes[0][0] if changes else None

    def load(self, assessment_id: str, known: Known | None = None) -> Assessment | None:
        """The whole assessment as one document, each part sorted by its ids.

        From a `known` earlier state only what has changed since is read; the document is the same either way.
        """
        stored = self.header(assessment_id)
        if stored is None:
            return None
        if known is not None and not self._continues(assessment_id, known):
            known = None
        names = people.names_of(self._connection, assessment_id)
        extents = {} if known is None else self._extents(assessment_id)
        parts: dict[str, Any] = {}
        for section in SECTIONS:
            if known is None or not section.key:
                entries = self._all(section, assessment_id, names)
            else:
                entries = self._since(section, known, extents[section.field], assessment_id, names)
            if section.key:
                parts[section.field] = entries
            elif entries:
                parts[section.field] = entries[0]
        return Assessment(header=stored.header, scope=stored.scope, **parts)

    def signing_secret(self) -> str:
        """The secret that this installation signs with."""
        return archive.signing_secret(self._connection)

    def mentions(self, name: str, assessment_id: str | None = None) -> tuple[Mention, ...]:
        """Every place where somebody of that name is named, of one assessment or of all."""
        return read_mentions(self._connection, name, assessment_id)

    def texts_with(self, name: str, assessment_id: str | None = None) -> tuple[TextWithName, ...]:
        """Every text in which the name occurs, of one assessment or of all."""
        return read_texts(self._connection, name, assessment_id)

    def claims(self) -> Mapping[str, SignOffClaim]:
        """What imports claimed of their sign-off, by assessment, without names."""
        section = section_of(SignOffClaim)
        rows = self._connection.execute(select(section.table)).mappings()
        return {row["assessment_id"]: from_row(SignOffClaim, {**row, "approver": None}) for row in rows}

    def place_names(self, assessment_id: str) -> Mapping[str, str]:
        """The names of people in the entries of an assessment, by the label of their place; no erased ones."""
        names = people.names_of(self._connection, assessment_id)
        return {
            section.label(tuple(str(row[name]) for name in section.key), field): names[row[field]]
            for section in SECTIONS
            if section.people
            for row in self._rows(section, assessment_id, {})
            for field in section.people
            if row[field] in names
        }

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

    def count(self, assessment_id: str, model: type[AssessmentModel]) -> int:
        """How many entries of one kind an assessment has."""
        table = section_of(model).table
        query = select(func.count()).select_from(table).where(table.c.assessment_id == assessment_id)
        return self._connection.execute(query).scalar_one()

    def text_length(self, assessment_id: str) -> int:
        """The characters of all texts of an assessment, names of people and organisations aside."""
        return stored_text_length(self._connection, assessment_id)

    def has_respondent(self, assessment_id: str, respondent_id: str) -> bool:
        """Whether the assessment has a respondent of that id."""
        query = select(func.count()).where(
            RESPONDENT.c.assessment_id == assessment_id, RESPONDENT.c.id == respondent_id
        )
        return bool(self._connection.scalar(query))

    def journal(self, assessment_id: str | None, limit: int | None) -> tuple[JournalEntry, ...]:
        """The newest changes of an assessment, or of the store itself, newest first."""
        return journal.read_journal(self._connection, assessment_id or journal.STORE_CHAIN, limit)

    def journal_of(self, assessment_id: str, model: type[AssessmentModel], *key: str) -> tuple[JournalEntry, ...]:
        """Every change of one entry, oldest first; of what came with the whole assessment there is none."""
        return journal.read_changes(self._connection, assessment_id, section_of(model).what(key))

    def broken_link(self, assessment_id: str | None) -> int | None:
        """The first journal entry of an assessment, or of the store itself, that was altered; None if none was."""
        return journal.broken_link(self._connection, assessment_id or journal.STORE_CHAIN)

    def snapshot(self, assessment_id: str) -> Snapshot | None:
        """The snapshot of a signed-off assessment."""
        return archive.read_snapshot(self._connection, assessment_id)

    def framework(self, content_hash: str) -> str | None:
        """The canonical JSON of an archived framework."""
        return archive.archived_framework(self._connection, content_hash)

    def evidence_content(self, content_hash: str) -> bytes | None:
        """The bytes of an evidence file; None where they were never handed in here."""
        return archive.evidence_content(self._connection, content_hash)

    def kept_contents(self, content_hashes: Collection[str]) -> frozenset[str]:
        """Those of some hashes whose bytes are here."""
        return archive.kept_contents(self._connection, content_hashes)

    def content_places(self, content_hashes: Collection[str]) -> tuple[tuple[str, str, str], ...]:
        """Where files of some contents are: the hash, the organisation and the assessment of each."""
        return archive.content_places(self._connection, content_hashes)

    def loaded_sample(self, file_name: str) -> str | None:
        """The id a sample was loaded as, be it there still or removed by the user; None if it never was."""
        return self._connection.scalar(select(SAMPLE.c.assessment_id).where(SAMPLE.c.file_name == file_name))

    def _rows(
        self, section: Section, assessment_id: str, where: Mapping[str, str | Sequence[str]]
    ) -> Sequence[RowMapping]:
        columns = section.table.c
        conditions: list[ColumnElement[bool]] = [columns.assessment_id == assessment_id]
        for name, value in where.items():
            conditions.append(section.is_at(name, value) if isinstance(value, str) else columns[name].in_(value))
        return self._connection.execute(select(section.table).where(*conditions)).mappings().all()

    def _continues(self, assessment_id: str, known: Known) -> bool:
        """Whether the stored assessment passed through the known state; one stored anew under the old id did not."""
        return journal.hash_at(self._connection, assessment_id, known.revision) == known.head

    def _extents(self, assessment_id: str) -> Mapping[str, tuple[int, int]]:
        """How many entries each section has and the newest version among them, by field."""
        rows = self._connection.execute(_EXTENTS, {"assessment_id": assessment_id})
        return {field: (count, newest) for field, count, newest in rows}

    def _since(
        self, section: Section, known: Known, extent: tuple[int, int], assessment_id: str, names: Mapping[str, str]
    ) -> tuple[AssessmentModel, ...]:
        """Every entry of a section, those that have not changed as they are known."""
        count, newest = extent
        before: tuple[AssessmentModel, ...] = getattr(known.assessment, section.field)
        if count == len(before) and newest <= known.revision:
            return before
        columns = section.table.c
        changed = select(*section.columns).where(
            columns.assessment_id == assessment_id, columns.version > known.revision
        )
        merged = list(before)
        for entry in self._read(section, changed, names):
            key = section.order(entry)
            place = bisect_left(merged, key, key=section.order)
            is_there = place < len(merged) and section.order(merged[place]) == key
            merged[place : place + is_there] = [entry]
        if len(merged) != count:  # some were removed
            return self._all(section, assessment_id, names)
        return tuple(merged)

    def _all(self, section: Section, assessment_id: str, names: Mapping[str, str]) -> tuple[AssessmentModel, ...]:
        """Every entry of a section, without versions and times, which is quicker."""
        query = select(*section.columns).where(section.table.c.assessment_id == assessment_id)
        entries = self._read(section, query, names)
        return tuple(sorted(entries, key=section.order) if section.key else entries)

    def _read(self, section: Section, query: Select[Any], names: Mapping[str, str]) -> list[AssessmentModel]:
        rows = self._connection.execute(query).all()
        if section.people:
            return [from_row(section.model, people.with_names(section, row._asdict(), names)) for row in rows]
        return [from_values(section.model, row) for row in rows]
