"""Erasing a person: names go from the one table they stand in, texts lose the name, answers stay or go.

The journal keeps that something was erased and where, by ids. A snapshot that loses a name from its texts gets another
hash; the one it had is kept as a former one. What was deleted is out of the files once `Store.scrub` has run.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, select, update

from assessment.domain.answered.assessment import Feedback, Note, Rating, Respondent
from assessment.domain.answered.entries import AnswerKind
from assessment.domain.erasing import AnswersBecome, Mention, MentionKind
from assessment.store import bin as bin_rows
from assessment.store import people
from assessment.store.archive import SNAPSHOT
from assessment.store.bin import BIN
from assessment.store.contents import content_of
from assessment.store.jobs import OF_ASSESSMENT
from assessment.store.mentions import rows_holding, text_columns
from assessment.store.naming_text import ERASED, holds, pattern_of, put_out, put_out_of_json
from assessment.store.recorder import Recorder
from assessment.store.room_erasing import assessments_with, end_places, put_out_of_votes
from assessment.store.rows import from_row
from assessment.store.sections import SECTIONS, Section, section_of

if TYPE_CHECKING:
    from assessment.store.writer import Writer

ERASURE = "erasure"
"""What an erasure is called in the chain of an assessment."""


class Eraser:
    """Erases within the transaction of a writer, in assessments of whatever state, in the bin or not."""

    def __init__(self, connection: Connection, recorder: Recorder, writer: Writer) -> None:
        self._connection = connection
        self._recorder = recorder
        self._writer = writer

    def erase(self, mention: Mention, answers: AnswersBecome) -> int:
        """Erase a name from one place, and do with answers what was chosen; returns how many entries went."""
        assessment_id = mention.assessment_id
        self._recorder.lock(assessment_id)
        becomes = AnswersBecome.STAY if mention.is_signed_off else answers
        removed_count = 0
        if mention.kind is MentionKind.RESPONDENT and becomes is AnswersBecome.GO:
            self._writer.remove(assessment_id, Respondent, mention.subject_id)
            removed_count = 1
        elif mention.kind is MentionKind.RESPONDENT and becomes is AnswersBecome.ANONYMOUS:
            self._make_anonymous(assessment_id, mention.subject_id)
        if becomes is AnswersBecome.GO:
            self._forget_binned(mention)
        if mention.kind is MentionKind.RESPONDENT:
            end_places(self._connection, assessment_id, mention.subject_id)
        people.forget(self._connection, assessment_id, [mention.id])
        self._writer.job_writer.forget_begun_on(OF_ASSESSMENT, assessment_id)  # what was printed of it
        self._take_out_of_entry(assessment_id, mention.id)
        facts = {"place": str(mention.kind), "person": mention.id, "answers": str(becomes)}
        self._writer.record(assessment_id, ERASURE, facts, None)
        return removed_count

    def voted_in(self, name: str, assessment_id: str | None) -> frozenset[str]:
        """The assessments in whose rooms somebody voted with a text that has a name in it."""
        return assessments_with(self._connection, name, assessment_id)

    def put_out(self, name: str, assessment_ids: Iterable[str]) -> int:
        """Take a name out of every text of some assessments, as it is written; returns how many texts had it."""
        total = 0
        for assessment_id in sorted(set(assessment_ids)):
            self._recorder.lock(assessment_id)
            count = sum(self._put_out_of(section, assessment_id, name) for section in SECTIONS)
            count += self._put_out_of_snapshot(assessment_id, name) + self._put_out_of_bin(assessment_id, name)
            count += put_out_of_votes(self._connection, name, assessment_id)
            if count:
                self._writer.job_writer.forget_begun_on(OF_ASSESSMENT, assessment_id)
                self._writer.record(assessment_id, ERASURE, {"texts": count}, None)
            total += count
        return total

    def _make_anonymous(self, assessment_id: str, respondent_id: str) -> None:
        """Leave nothing but the values of a respondent's answers: no unit, no notes, no reasons that are not needed."""
        writer = self._writer
        person = writer.find(assessment_id, Respondent, respondent_id)
        if person is not None:
            writer.put(assessment_id, person.entry.model_copy(update={"unit": None}))
        for rating in writer.entries(assessment_id, Rating, respondent_id=respondent_id):
            is_needed = rating.entry.answer.kind is AnswerKind.NOT_APPLICABLE
            answer = rating.entry.answer.model_copy(update={"reason": ERASED if is_needed else None})
            writer.put(assessment_id, rating.entry.model_copy(update={"answer": answer}))
        for model in (Note, Feedback):
            section = section_of(model)
            for one in writer.entries(assessment_id, model, respondent_id=respondent_id):
                writer.remove(assessment_id, model, *section.key_of(one.entry))

    def _forget_binned(self, mention: Mention) -> None:
        for kept in bin_rows.read_kept(self._connection, mention.assessment_id):
            if mention.id in kept.person_ids:
                bin_rows.forget(self._connection, kept)

    def _take_out_of_entry(self, assessment_id: str, person_id: str) -> None:
        """Let the entry that named the person name nobody, with an entry in the journal of its own."""
        for section in SECTIONS:
            table = section.table
            for field in section.people:
                where = (table.c.assessment_id == assessment_id, table.c[field] == person_id)
                for row in self._connection.execute(select(table).where(*where)).mappings().all():
                    version = self._recorder.next_version(assessment_id)
                    after = {**row, field: None, "version": version, "updated_at": self._recorder.now}
                    self._connection.execute(update(table).where(*where).values(**after))
                    what = section.what(tuple(str(row[name]) for name in section.key))
                    self._writer.record(assessment_id, what, content_of(section, dict(row)), content_of(section, after))

    def _put_out_of(self, section: Section, assessment_id: str, name: str) -> int:
        columns, found = text_columns(section), pattern_of(name)
        if not columns:
            return 0
        count = 0
        names = people.names_of(self._connection, assessment_id)
        query = rows_holding(section, name).where(section.table.c.assessment_id == assessment_id)
        for row in self._connection.execute(query).mappings().all():
            values = {one: put_out(row[one], found) for one in columns if holds(row[one], found)}
            if values:
                changed = people.with_names(section, {**row, **values}, names)
                self._writer.put(assessment_id, from_row(section.model, changed))
                count += len(values)
        return count

    def _put_out_of_snapshot(self, assessment_id: str, name: str) -> int:
        """The texts of a snapshot are those of the entries, and counted there; its hash is another then."""
        own = SNAPSHOT.c.assessment_id == assessment_id
        row = self._connection.execute(select(SNAPSHOT).where(own)).mappings().one_or_none()
        content = None if row is None else put_out_of_json(row["content"], pattern_of(name), _as_document, but="header")
        if row is None or content is None:
            return 0
        made = hashlib.sha256(content.encode()).hexdigest()
        values = {"content": content, "hash": made, "former_hashes": [*row["former_hashes"], row["hash"]]}
        self._connection.execute(update(SNAPSHOT).where(own).values(**values))
        self._writer.record(assessment_id, ERASURE, {"hash": row["hash"]}, {"hash": made})
        return 0

    def _put_out_of_bin(self, assessment_id: str, name: str) -> int:
        count = 0
        for row in self._connection.execute(select(BIN).where(BIN.c.assessment_id == assessment_id)).mappings().all():
            content = put_out_of_json(row["content"], pattern_of(name), _as_binned)
            if content is not None:
                own = (BIN.c.assessment_id == assessment_id, BIN.c.id == row["id"])
                self._connection.execute(update(BIN).where(*own).values(content=content))
                count += 1
        return count


def _as_document(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, indent=2) + "\n"


def _as_binned(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
