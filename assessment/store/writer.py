"""Writing: each change, its journal entry and the assessment's new revision in one transaction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select, update

from assessment.domain.answered.assessment import AgreedValue, Assessment, AssessmentHeader
from assessment.domain.answered.entries import AssessmentModel
from assessment.domain.answered.workshop import HeldSession
from assessment.store import archive, people
from assessment.store.access import AccessWriter
from assessment.store.archive import SNAPSHOT
from assessment.store.bin import goes_to_bin, keep
from assessment.store.bin_writer import BinWriter
from assessment.store.canonical import digest
from assessment.store.contents import content_of, together
from assessment.store.dialects import insert_if_absent
from assessment.store.eraser import Eraser
from assessment.store.headers import ASSESSMENT, StoredHeader, header_row
from assessment.store.jobs import OF_ASSESSMENT, JobWriter
from assessment.store.journal import CHAIN, HEADER, JOURNAL, STORE_CHAIN, JournalEntry
from assessment.store.layouts import LayoutWriter
from assessment.store.organisation_writer import OrganisationWriter
from assessment.store.outdated import Outdated, OutdatedHeader, OutdatedWhole
from assessment.store.portfolio import PortfolioWriter
from assessment.store.reader import SAMPLE, Reader
from assessment.store.recorder import Recorder
from assessment.store.rooms import RoomWriter
from assessment.store.rows import Row, from_row, to_row
from assessment.store.sections import SECTIONS, Key, Section, entries_of, section_of
from assessment.store.summaries import StoredSummary, keep_summary

ROWS_AT_ONCE = 5_000


class Writer(Reader):
    """Writes within one transaction, in the name of one actor and operation.

    `lock` an assessment before changing it: other writers of it wait until this transaction ends. A change that changes
    nothing leaves no trace: no journal entry, no new revision, the version and time as they were.
    Within the same transaction `organisation_writer` writes organisations and units, `layout_writer` layouts,
    `access_writer` accounts, `job_writer` long tasks, `room_writer` rooms and votes,
    `portfolio_writer` what portfolios keep, and `bin` what can be put back.
    """

    def __init__(self, connection: Connection, *, actor_id: str, operation: str, now: datetime) -> None:
        super().__init__(connection)
        self._now = now
        self._recorder = Recorder(connection, actor_id=actor_id, operation=operation, now=now)
        self.organisation_writer = OrganisationWriter(connection, self._recorder)
        self.bin = BinWriter(connection, self._recorder, self)
        self.layout_writer = LayoutWriter(connection, self._recorder)
        self.eraser = Eraser(connection, self._recorder, self)
        self.access_writer = AccessWriter(connection, self._recorder)
        self.job_writer = JobWriter(connection)
        self.room_writer = RoomWriter(connection)
        self.portfolio_writer = PortfolioWriter(connection, self._recorder, self.portfolio)

    def lock(self, assessment_id: str) -> StoredHeader | None:
        """Keep other writers off an assessment until the transaction ends; None if there is none of that id."""
        self._recorder.lock(assessment_id)
        return self.header(assessment_id)

    def reserve(self, assessment_id: str) -> bool:
        """Whether an id is free; if so it stays free for `create` until the transaction ends.

        The name of the store's own chain of the journal is never free.
        """
        return assessment_id != STORE_CHAIN and self._recorder.open(assessment_id).revision == 0

    def continue_journal(self, assessment_id: str, entries: Sequence[JournalEntry]) -> None:
        """Let the journal of a reserved id begin with what it was elsewhere; `create` then comes behind it."""
        if entries:
            self._recorder.continue_from(assessment_id, entries)

    def create(self, assessment: Assessment) -> None:
        """Store a whole assessment under an id that is not in use."""
        assessment_id = assessment.header.id
        self._recorder.open(assessment_id)
        version = self._recorder.next_version(assessment_id)  # behind a journal that goes on
        header, place = self._placed(assessment.header)
        row = {**header_row(header, assessment.scope), **place, "version": version}
        self._connection.execute(insert(ASSESSMENT), {**row, "created_at": self._now, "updated_at": self._now})
        for section in SECTIONS:
            self._insert(section, assessment_id, version, entries_of(assessment, section))
        facts = {"header": _as_json(header), "scope": assessment.scope, "counts": _counts(assessment)}
        self.record(assessment_id, "assessment", None, facts)
        self.record(None, f"assessment {assessment_id}", None, {"framework": assessment.header.framework.content_hash})

    def change_header(
        self,
        stored: StoredHeader,
        header: AssessmentHeader,
        scope: tuple[str, ...],
        *,
        expected_version: int | None = None,
    ) -> int:
        """Replace header and scope of a locked assessment; returns the new version.

        `expected_version` is the version, or any later revision, that the change was made from: OutdatedHeader where
        a field that is to change was changed since. Other fields may have been. Organisation and unit keep the
        spelling they were first stored with; `organisation_writer` renames them.
        """
        header, place = self._placed(header)
        if header == stored.header and scope == stored.scope:
            return stored.version
        before, after = {**_as_json(stored.header), "scope": stored.scope}, {**_as_json(header), "scope": scope}
        changed = [name for name in after if before[name] != after[name]]
        if expected_version is not None:
            self._require_unchanged(stored, expected_version, changed, header, scope)
        version = self._recorder.next_version(header.id)
        values = {**header_row(header, scope), **place, "version": version, "updated_at": self._now}
        self._connection.execute(update(ASSESSMENT).where(ASSESSMENT.c.id == header.id).values(**values))
        self.organisation_writer.remove_unused(stored.organisation_id, stored.unit_id)
        self.record(header.id, HEADER, *({name: values[name] for name in changed} for values in (before, after)))
        return version

    def put(
        self, assessment_id: str, entry: AssessmentModel, *, expected_version: int | None = None
    ) -> tuple[int, datetime]:
        """Store one entry of a locked assessment; returns its version and the time of its last change.

        `expected_version` is the version the change was made from, 0 if there was no entry; any other now stored that
        differs from `entry` raises Outdated with both.
        """
        section = section_of(type(entry))
        key = section.key_of(entry)
        before = self._find_row(section, assessment_id, key)
        names = people.names_of(self._connection, assessment_id) if section.people and before else {}
        theirs = None if before is None else from_row(section.model, people.with_names(section, before, names))
        if before is not None and theirs == entry:
            return before["version"], before["updated_at"]
        present = before["version"] if before else 0
        if expected_version is not None and expected_version != present:
            raise Outdated(model=section.model, key=key, theirs=theirs, yours=entry, version=present)
        row = people.with_ids(self._connection, section, assessment_id, to_row(entry), before, names)
        version = self._recorder.next_version(assessment_id)
        values = {**row, "version": version, "updated_at": self._now}
        if before is None:
            self._connection.execute(insert(section.table), {**values, "assessment_id": assessment_id})
        else:
            self._connection.execute(update(section.table).where(*_at(section, assessment_id, key)).values(**values))
        self.record(assessment_id, section.what(key), content_of(section, before), content_of(section, row))
        return version, self._now

    def remove(
        self, assessment_id: str, model: type[AssessmentModel], *key: str, expected_version: int | None = None
    ) -> bool:
        """Remove one entry of a locked assessment; False if there is none. A respondent takes their rows along,
        and is no longer among those present when a value was agreed or a session held. A respondent or service goes to
        the bin.

        `expected_version` is the version of what the reader decided to remove, for a respondent that of `newest_of`:
        Outdated where it was changed since.
        """
        section = section_of(model)
        row = self._find_row(section, assessment_id, key)
        if row is None:
            return False
        if expected_version is not None:
            self._require_version(section, assessment_id, key, row, expected_version)
        rows: dict[str, Sequence[Row]] = {section.field: [row]}
        agreed: tuple[AgreedValue, ...] = ()
        if section.field == "respondents":
            agreed = self._take_out_of_agreements(assessment_id, key[0])
            self._take_out_of_sessions(assessment_id, key[0])
            rows |= self._remove_rows_of(assessment_id, key[0])
        if goes_to_bin(section):
            parts = {one.field: [from_row(one.model, row) for row in rows.get(one.field, ())] for one in SECTIONS}
            keep(self._connection, assessment_id, section, parts, agreed, self._now)
        else:
            people.forget(self._connection, assessment_id, (row[field] for field in section.people))
        self._connection.execute(delete(section.table).where(*_at(section, assessment_id, key)))
        self.record(assessment_id, section.what(key), together(section, rows), None)
        return True

    def put_anew(
        self, assessment_id: str, section: Section, key: Key, parts: Mapping[str, Sequence[AssessmentModel]]
    ) -> None:
        """Store an entry that was removed from a locked assessment, with what went with it, by their fields."""
        version = self._recorder.next_version(assessment_id)
        rows = {one.field: self._insert(one, assessment_id, version, parts.get(one.field, ())) for one in SECTIONS}
        self.record(assessment_id, section.what(key), None, together(section, rows))

    def sign(
        self,
        assessment_id: str,
        content: str,
        approver: str | None,
        *,
        signed_at: datetime | None = None,
        former_hashes: Sequence[str] = (),
        is_recorded: bool = False,
    ) -> str:
        """Keep the document of a locked assessment as its snapshot, signed now or before; returns its hash.

        `is_recorded` where the journal says so already.
        """
        person_id = None if approver is None else people.add_person(self._connection, assessment_id, approver)
        row = {"assessment_id": assessment_id, "hash": digest(content), "content": content}
        signed = {"approver": person_id, "signed_at": signed_at or self._now, "former_hashes": list(former_hashes)}
        self._connection.execute(insert(SNAPSHOT), {**row, **signed})
        if not is_recorded:
            self.record(assessment_id, "snapshot", None, {"hash": row["hash"], "approver": person_id})
        return row["hash"]

    def delete(self, stored: StoredHeader) -> None:
        """Remove a locked assessment and its journal; the store's own journal keeps that it was there."""
        assessment_id = stored.header.id
        last: dict[str, Any] = {"name": stored.header.name, "state": str(stored.header.state)}
        last |= {"revision": stored.revision, "head": stored.head}
        self._connection.execute(delete(ASSESSMENT).where(ASSESSMENT.c.id == assessment_id))
        self.job_writer.forget_begun_on(OF_ASSESSMENT, assessment_id)
        self.forget_contents()
        self._connection.execute(delete(JOURNAL).where(JOURNAL.c.chain_id == assessment_id))
        self._connection.execute(delete(CHAIN).where(CHAIN.c.id == assessment_id))
        self.organisation_writer.remove_unused(stored.organisation_id, stored.unit_id)
        self.record(None, f"assessment {assessment_id}", last, None)

    def archive_framework(self, *, content_hash: str, framework_id: str, version: str, content: str) -> None:
        """Keep a framework; one that is kept already stays as it is."""
        archive.archive_framework(
            self._connection,
            content_hash=content_hash,
            framework_id=framework_id,
            version=version,
            content=content,
            at=self._now,
        )

    def keep_content(self, content_hash: str, content: bytes) -> None:
        """Keep the bytes of an evidence file, once for all files that name their hash.

        Whoever keeps or forgets waits for the other: bytes are never forgotten that a file is about to name.
        """
        self._recorder.open(STORE_CHAIN)
        archive.keep_content(self._connection, content_hash, content)

    def forget_contents(self) -> None:
        """Remove the bytes that no evidence file names any more."""
        self._recorder.open(STORE_CHAIN)
        archive.forget_contents(self._connection)

    def keep_summary(self, summary: StoredSummary) -> None:
        """Keep a summary unless its assessment has moved on; it is derived, so the journal says nothing of it."""
        keep_summary(self._connection, summary)

    def mark_sample_loaded(self, file_name: str, assessment_id: str) -> None:
        """Remember that a sample was loaded, and as what."""
        row = {"file_name": file_name, "assessment_id": assessment_id, "loaded_at": self._now}
        insert_if_absent(self._connection, SAMPLE, row)

    def record(
        self, assessment_id: str | None, what: str, before: Mapping[str, Any] | None, after: Mapping[str, Any] | None
    ) -> None:
        """Add an entry to the journal of a locked assessment, or to the store's own."""
        self._recorder.record(assessment_id, what, before, after)

    def require_revision(self, stored: StoredHeader, expected_revision: int | None) -> None:
        """Raise OutdatedWhole where a locked assessment was changed since it was looked at."""
        if expected_revision not in (None, stored.revision):
            count = stored.revision - (expected_revision or 0)
            raise OutdatedWhole(name=stored.header.name, change_count=count, version=stored.revision)

    def _require_unchanged(
        self,
        stored: StoredHeader,
        expected_version: int,
        changed: Sequence[str],
        header: AssessmentHeader,
        scope: tuple[str, ...],
    ) -> None:
        clashing = self.header_fields_since(header.id, expected_version) & set(changed)
        if clashing:
            ordered = [name for name in changed if name in clashing]
            theirs, yours = (
                {name: placed if name == "scope" else getattr(one, name) for name in ordered}
                for one, placed in ((stored.header, stored.scope), (header, scope))
            )
            raise OutdatedHeader(theirs=theirs, yours=yours, version=stored.version)

    def _require_version(self, section: Section, assessment_id: str, key: Key, row: Row, expected_version: int) -> None:
        """Raise Outdated where what is to be removed is not what it was."""
        is_person = section.field == "respondents"
        newest = self.newest_of(assessment_id).get(key[0], 0) if is_person else row["version"]
        if newest == expected_version:
            return
        names = people.names_of(self._connection, assessment_id) if section.people else {}
        raise Outdated(
            model=section.model,
            key=key,
            theirs=from_row(section.model, people.with_names(section, row, names)),
            yours=None,
            version=newest,
            their_count=len(self.answered(assessment_id, key[0])) if is_person else 0,
        )

    def _placed(self, header: AssessmentHeader) -> tuple[AssessmentHeader, Row]:
        """The header with the kept spellings of organisation and unit, and the columns that refer to them."""
        place = self.organisation_writer.place(header.organisation, header.unit)
        kept = header.model_copy(update={"organisation": place.organisation, "unit": place.unit})
        return kept, {"organisation_id": place.organisation_id, "unit_id": place.unit_id}

    def _find_row(self, section: Section, assessment_id: str, key: Key) -> Row | None:
        query = select(section.table).where(*_at(section, assessment_id, key))
        row = self._connection.execute(query).mappings().one_or_none()
        return None if row is None else dict(row)

    def _insert(
        self, section: Section, assessment_id: str, version: int, entries: Sequence[AssessmentModel]
    ) -> Sequence[Row]:
        inserted: list[Row] = []
        common = {"assessment_id": assessment_id, "version": version, "updated_at": self._now}
        for start in range(0, len(entries), ROWS_AT_ONCE):
            rows = (to_row(entry) for entry in entries[start : start + ROWS_AT_ONCE])
            kept = [people.with_ids(self._connection, section, assessment_id, row, None, {}) for row in rows]
            self._connection.execute(insert(section.table), [{**row, **common} for row in kept])
            inserted.extend(kept)
        return inserted

    def _take_out_of_agreements(self, assessment_id: str, respondent_id: str) -> tuple[AgreedValue, ...]:
        """The values at which somebody was present, as they were."""
        values = [stored.entry for stored in self.entries(assessment_id, AgreedValue)]
        concerned = tuple(value for value in values if respondent_id in value.present_ids)
        for value in concerned:
            left = tuple(one for one in value.present_ids if one != respondent_id)
            self.put(assessment_id, value.model_copy(update={"present_ids": left}))
        return concerned

    def _take_out_of_sessions(self, assessment_id: str, respondent_id: str) -> None:
        for session in (stored.entry for stored in self.entries(assessment_id, HeldSession)):
            left = tuple(one for one in session.respondent_ids if one != respondent_id)
            self.put(assessment_id, session.model_copy(update={"respondent_ids": left}))

    def _remove_rows_of(self, assessment_id: str, respondent_id: str) -> dict[str, Sequence[Row]]:
        gone: dict[str, Sequence[Row]] = {}
        for section in SECTIONS:
            if section.is_of_respondent:
                table: Table = section.table
                where = (table.c.assessment_id == assessment_id, table.c.respondent_id == respondent_id)
                rows = self._connection.execute(select(table).where(*where)).mappings().all()
                if rows:
                    gone[section.field] = [dict(row) for row in rows]
                    self._connection.execute(delete(table).where(*where))
        return gone


def _at(section: Section, assessment_id: str, key: Key) -> list[Any]:
    columns = section.table.c
    named = [section.is_at(name, value) for name, value in zip(section.key, key, strict=True)]
    return [columns.assessment_id == assessment_id, *named]


def _as_json(header: AssessmentHeader) -> dict[str, Any]:
    return header.model_dump(mode="json")


def _counts(assessment: Assessment) -> dict[str, int]:
    return {section.field: len(entries_of(assessment, section)) for section in SECTIONS}
