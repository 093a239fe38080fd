"""Writing: each change, its journal entry and the assessment's new revision in one transaction."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select, update

from assessment.domain.answered.assessment import Assessment, AssessmentHeader
from assessment.domain.answered.entries import AssessmentModel
from assessment.errors import Conflict
from assessment.store import archive, journal
from assessment.store.archive import SNAPSHOT
from assessment.store.canonical import canonical, digest
from assessment.store.dialects import insert_if_absent
from assessment.store.journal import CHAIN, JOURNAL, START, STORE_CHAIN, Chain
from assessment.store.reader import ASSESSMENT, PERSON, SAMPLE, Reader, StoredHeader, with_names
from assessment.store.sections import SECTIONS, Key, Row, Section, entries_of, from_row, section_of, to_row

BOOKKEEPING = ("assessment_id", "version", "updated_at")


class Writer(Reader):
    """Writes within one transaction, in the name of one actor and operation.

    `lock` an assessment before changing it: other writers of it wait until this transaction ends. A change that changes
    nothing leaves no trace: no journal entry, no new revision, the version and time as they were.
    """

    def __init__(self, connection: Connection, *, actor_id: str, operation: str, now: datetime) -> None:
        super().__init__(connection)
        self._actor_id = actor_id
        self._operation = operation
        self._now = now
        self._chains: dict[str, Chain] = {}

    def lock(self, assessment_id: str) -> StoredHeader | None:
        """Keep other writers off an assessment until the transaction ends; None if there is none of that id."""
        self._lock_chain(assessment_id)
        return self.header(assessment_id)

    def reserve(self, assessment_id: str) -> bool:
        """Whether an id is free; if so it stays free for `create` until the transaction ends.

        The name of the store's own chain of the journal is never free.
        """
        return assessment_id != STORE_CHAIN and self._open_chain(assessment_id).revision == 0

    def create(self, assessment: Assessment) -> None:
        """Store a whole assessment under an id that is not in use."""
        assessment_id = assessment.header.id
        self._open_chain(assessment_id)
        version = 1
        row = {**to_row(assessment.header), "scope": list(assessment.scope), "version": version}
        self._connection.execute(insert(ASSESSMENT), {**row, "created_at": self._now, "updated_at": self._now})
        for section in SECTIONS:
            self._insert(section, assessment_id, version, entries_of(assessment, section))
        facts = {"header": _as_json(assessment.header), "scope": assessment.scope, "counts": _counts(assessment)}
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
        """Replace header and scope of a locked assessment; returns the new version."""
        if header == stored.header and scope == stored.scope:
            return stored.version
        if expected_version not in (None, stored.version):
            raise Conflict(f"The set-up of '{stored.header.name}'", _in_words(stored.header), _in_words(header))
        version = self._next_version(header.id)
        values = {**to_row(header), "scope": list(scope), "version": version, "updated_at": self._now}
        self._connection.execute(update(ASSESSMENT).where(ASSESSMENT.c.id == header.id).values(**values))
        before = {**_as_json(stored.header), "scope": stored.scope}
        after = {**_as_json(header), "scope": scope}
        changed = [name for name in after if before[name] != after[name]]
        self.record(header.id, "header", *({name: values[name] for name in changed} for values in (before, after)))
        return version

    def put(
        self, assessment_id: str, entry: AssessmentModel, *, expected_version: int | None = None
    ) -> tuple[int, datetime]:
        """Store one entry of a locked assessment; returns its version and the time of its last change.

        `expected_version` is the version the change was made from, 0 if there was no entry; any other now stored that
        differs from `entry` raises Conflict with both.
        """
        section = section_of(type(entry))
        key = section.key_of(entry)
        before = self._find_row(section, assessment_id, key)
        names = self._names(assessment_id) if section.people and before else {}
        theirs = None if before is None else from_row(section.model, with_names(section, before, names))
        if before is not None and theirs == entry:
            return before["version"], before["updated_at"]
        if expected_version is not None and expected_version != (before["version"] if before else 0):
            raise Conflict(f"The {section.what(key)}", _spoken(section, theirs), _spoken(section, entry))
        row = self._with_people(section, assessment_id, to_row(entry), before, names)
        version = self._next_version(assessment_id)
        values = {**row, "version": version, "updated_at": self._now}
        if before is None:
            self._connection.execute(insert(section.table), {**values, "assessment_id": assessment_id})
        else:
            self._connection.execute(update(section.table).where(*_at(section, assessment_id, key)).values(**values))
        self.record(assessment_id, section.what(key), _content(before), _content(row))
        return version, self._now

    def remove(self, assessment_id: str, model: type[AssessmentModel], *key: str) -> bool:
        """Remove one entry of a locked assessment; False if there is none. A respondent takes their rows along."""
        section = section_of(model)
        row = self._find_row(section, assessment_id, key)
        if row is None:
            return False
        gone: dict[str, Any] = _content(row) or {}
        if section.field == "respondents":
            gone = {section.field: [gone], **self._remove_rows_of(assessment_id, key[0])}
        self._forget(assessment_id, (row[field] for field in section.people))
        self._connection.execute(delete(section.table).where(*_at(section, assessment_id, key)))
        self.record(assessment_id, section.what(key), gone, None)
        return True

    def sign(self, assessment_id: str, content: str, approver: str | None) -> str:
        """Keep the canonical export of a locked assessment as its snapshot; returns its hash."""
        person_id = None if approver is None else self._add_person(assessment_id, approver)
        row = {"assessment_id": assessment_id, "hash": digest(content), "content": content}
        self._connection.execute(insert(SNAPSHOT), {**row, "approver": person_id, "signed_at": self._now})
        self.record(assessment_id, "snapshot", None, {"hash": row["hash"], "approver": person_id})
        return row["hash"]

    def delete(self, stored: StoredHeader) -> None:
        """Remove a locked assessment and its journal; the store's own journal keeps that it was there."""
        assessment_id = stored.header.id
        last = {"state": str(stored.header.state), "revision": stored.revision, "head": stored.head}
        self._connection.execute(delete(ASSESSMENT).where(ASSESSMENT.c.id == assessment_id))
        self._connection.execute(delete(JOURNAL).where(JOURNAL.c.chain_id == assessment_id))
        self._connection.execute(delete(CHAIN).where(CHAIN.c.id == assessment_id))
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

    def mark_sample_loaded(self, file_name: str, assessment_id: str) -> None:
        """Remember that a sample was loaded, and as what."""
        row = {"file_name": file_name, "assessment_id": assessment_id, "loaded_at": self._now}
        insert_if_absent(self._connection, SAMPLE, row)

    def record(
        self, assessment_id: str | None, what: str, before: Mapping[str, Any] | None, after: Mapping[str, Any] | None
    ) -> None:
        """Add an entry to the journal of a locked assessment, or to the store's own."""
        chain = self._lock_chain(assessment_id or STORE_CHAIN) or self._open_chain(assessment_id or STORE_CHAIN)
        self._chains[chain.id] = journal.append(
            self._connection,
            chain,
            at=self._now,
            actor_id=self._actor_id,
            operation=self._operation,
            what=what,
            before=None if before is None else canonical(before),
            after=None if after is None else canonical(after),
        )

    def _lock_chain(self, chain_id: str) -> Chain | None:
        if chain_id not in self._chains:
            query = select(CHAIN).where(CHAIN.c.id == chain_id).with_for_update()
            row = self._connection.execute(query).mappings().one_or_none()
            if row is None:
                return None
            self._chains[chain_id] = Chain(**row)
        return self._chains[chain_id]

    def _open_chain(self, chain_id: str) -> Chain:
        new = Chain(id=chain_id, revision=0, head=START, updated_at=self._now)
        insert_if_absent(self._connection, CHAIN, asdict(new))
        return self._lock_chain(chain_id) or new

    def _next_version(self, assessment_id: str) -> int:
        return self._chains[assessment_id].revision + 1

    def _find_row(self, section: Section, assessment_id: str, key: Key) -> Row | None:
        query = select(section.table).where(*_at(section, assessment_id, key))
        row = self._connection.execute(query).mappings().one_or_none()
        return None if row is None else dict(row)

    def _insert(self, section: Section, assessment_id: str, version: int, entries: Iterable[AssessmentModel]) -> None:
        common = {"assessment_id": assessment_id, "version": version, "updated_at": self._now}
        rows = [{**self._with_people(section, assessment_id, to_row(entry), None, {}), **common} for entry in entries]
        if rows:
            self._connection.execute(insert(section.table), rows)

    def _with_people(
        self, section: Section, assessment_id: str, row: Row, before: Row | None, names: Mapping[str, str]
    ) -> Row:
        """The row with ids in place of names; a changed name gets a new id, so that the journal shows the change."""
        for field in section.people:
            old_id = before[field] if before else None
            if row[field] is not None and old_id is not None and names.get(old_id) == row[field]:
                row[field] = old_id
                continue
            self._forget(assessment_id, [old_id])
            row[field] = None if row[field] is None else self._add_person(assessment_id, row[field])
        return row

    def _add_person(self, assessment_id: str, name: str) -> str:
        person_id = f"p-{secrets.token_hex(8)}"
        self._connection.execute(insert(PERSON), {"assessment_id": assessment_id, "id": person_id, "name": name})
        return person_id

    def _forget(self, assessment_id: str, person_ids: Iterable[str | None]) -> None:
        for person_id in person_ids:
            if person_id is not None:
                where = (PERSON.c.assessment_id == assessment_id, PERSON.c.id == person_id)
                self._connection.execute(delete(PERSON).where(*where))

    def _remove_rows_of(self, assessment_id: str, respondent_id: str) -> dict[str, Any]:
        gone: dict[str, Any] = {}
        for section in SECTIONS:
            if section.is_of_respondent:
                table: Table = section.table
                where = (table.c.assessment_id == assessment_id, table.c.respondent_id == respondent_id)
                rows = self._connection.execute(select(table).where(*where)).mappings().all()
                if rows:
                    gone[section.field] = [_content(dict(row)) for row in rows]
                    self._connection.execute(delete(table).where(*where))
        return gone


def _at(section: Section, assessment_id: str, key: Key) -> list[Any]:
    columns = section.table.c
    named = [columns[name] == value for name, value in zip(section.key, key, strict=True)]
    return [columns.assessment_id == assessment_id, *named]


def _content(row: Row | None) -> dict[str, Any] | None:
    """What the journal keeps of a row: its content, with ids of people and dates as text."""
    if row is None:
        return None
    content = {name: value for name, value in row.items() if name not in BOOKKEEPING}
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in content.items()}


def _as_json(header: AssessmentHeader) -> dict[str, Any]:
    return header.model_dump(mode="json")


def _counts(assessment: Assessment) -> dict[str, int]:
    return {section.field: len(entries_of(assessment, section)) for section in SECTIONS}


def _spoken(section: Section, entry: AssessmentModel | None) -> str:
    """An entry as a person compares it."""
    if entry is None:
        return "(removed)"
    return _in_words(entry, without=section.key)


def _in_words(entry: AssessmentModel, without: tuple[str, ...] = ()) -> str:
    values = entry.model_dump(mode="json", exclude=set(without), exclude_none=True)
    text = values.get("text")
    if isinstance(text, str):
        return text
    said = {name: value if isinstance(value, str) else canonical(value) for name, value in values.items()}
    return "\n".join(f"{name.replace('_', ' ')}: {value}" for name, value in said.items())
