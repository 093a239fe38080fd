"""The sheet of answers read back: what each cell says of one person's answer and note to one question."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from assessment.domain.answered.asking import everybody_asked
from assessment.domain.answered.assessment import Assessment, Note, NoteKind, Rating
from assessment.domain.answered.entries import Answer, AnswerKind, AssessmentModel
from assessment.domain.answered.kept_out import kept_out
from assessment.domain.answered.prints import on_paper
from assessment.domain.answered.read_back import Fate, ReadLine, fate_of
from assessment.domain.answered.release import reworded
from assessment.domain.authored.framework import Framework, Horizon, Item
from assessment.domain.workshop.sealing import is_anonymous_id
from assessment.services.answer_texts import typed_answer
from assessment.services.sheet_rows import CellRefused, SheetRow, entry_of
from assessment.store import Reader, Stored, content_of_entry, section_of
from assessment.views.sheets.answers import AnswerColumn
from assessment.views.wording import read_back as words

REQUIRED = (AnswerColumn.RESPONDENT_ID, AnswerColumn.ITEM_ID, AnswerColumn.HORIZON_ID, AnswerColumn.ANSWER)
Key = tuple[str, ...]
EntryT = TypeVar("EntryT", bound=AssessmentModel)


@dataclass(frozen=True, kw_only=True)
class AnswersReader:
    """Holds the rows of one file against what is stored."""

    reader: Reader
    framework: Framework
    assessment: Assessment
    sheet: str
    _seen: dict[Key, int] = field(default_factory=dict)
    _notes: dict[Key, str] = field(default_factory=dict)

    def lines(self, rows: Iterator[SheetRow]) -> Iterator[ReadLine]:
        """A line for each answer, and one for each note that says something."""
        for row in rows:
            if not row.is_blank(tuple(AnswerColumn)):
                yield from self._row(row)

    def _row(self, row: SheetRow) -> Iterator[ReadLine]:
        try:
            place = self._place(row)
            yield self._answer(row, *place)
            if (note := self._note(row, *place)) is not None:
                yield note
        except CellRefused as error:
            yield self._line(row, error.column_id, Fate.REFUSED, reason=str(error))

    def _place(self, row: SheetRow) -> tuple[str, Item, Horizon]:
        """Whose answer to what; CellRefused for somebody or something that is not there, or not asked."""
        respondent_id, item_id = row.text(AnswerColumn.RESPONDENT_ID), row.text(AnswerColumn.ITEM_ID)
        item = self.framework.item_by_id.get(item_id)
        if respondent_id not in self.assessment.respondent_by_id or is_anonymous_id(respondent_id):
            raise CellRefused(AnswerColumn.RESPONDENT_ID, words.UNKNOWN_PERSON)
        if item is None:
            raise CellRefused(AnswerColumn.ITEM_ID, words.UNKNOWN_QUESTION)
        if row.text(AnswerColumn.HORIZON_ID) not in tuple(Horizon):
            raise CellRefused(AnswerColumn.HORIZON_ID, words.UNKNOWN_STATE)
        horizon = Horizon(row.text(AnswerColumn.HORIZON_ID))
        key = (respondent_id, item_id, str(horizon))
        if self._seen.setdefault(key, row.row.number) != row.row.number:
            raise CellRefused(AnswerColumn.ITEM_ID, words.row_twice(self._seen[key]))
        if key not in self._asked and key not in self._ratings:
            raise CellRefused(AnswerColumn.ITEM_ID, words.NOT_THIS_PERSON)
        if item.process_id not in self.assessment.scope:
            raise CellRefused(AnswerColumn.ITEM_ID, words.NOT_ASKED)
        return respondent_id, item, horizon

    def _answer(self, row: SheetRow, respondent_id: str, item: Item, horizon: Horizon) -> ReadLine:
        key = (respondent_id, item.id, str(horizon))
        stored = self._ratings.get(key)
        answer = self._read_answer(row, item, None if stored is None else stored.entry.answer)
        rating = None
        if answer is not None:
            rating = Rating(respondent_id=respondent_id, item_id=item.id, horizon=horizon, answer=answer)
        written, is_known = self._written(Rating, key, stored, row.whole(AnswerColumn.VERSION))
        fate = fate_of(
            content_of_entry(None if stored is None else stored.entry),
            content_of_entry(rating),
            written,
            is_written_known=is_known,
        )
        return self._line(row, AnswerColumn.ANSWER, fate, Rating, key, stored, rating)

    def _read_answer(self, row: SheetRow, item: Item, stored: Answer | None) -> Answer | None:
        said, reason = row.text(AnswerColumn.ANSWER), row.text(AnswerColumn.REASON) or None
        if stored is not None and reason == on_paper(stored.reason or ""):
            reason = stored.reason
        if not said:
            if reason is not None:
                raise CellRefused(AnswerColumn.REASON, words.REASON_WITHOUT_ANSWER)
            return None
        choice = typed_answer(item, said)
        if choice is None:
            raise CellRefused(AnswerColumn.ANSWER, words.unknown_answer(said))
        kind, code = choice
        if kind is AnswerKind.NOT_APPLICABLE and reason is None:
            raise CellRefused(AnswerColumn.REASON, words.REASON_NEEDED)
        return entry_of(Answer, AnswerColumn.REASON, kind=kind, code=code, reason=reason)

    def _note(self, row: SheetRow, respondent_id: str, item: Item, _: Horizon) -> ReadLine | None:
        """What the note of a row comes to; None where the row says nothing of it."""
        key = (respondent_id, item.id, str(NoteKind.NOTE))
        text, version = row.text(AnswerColumn.NOTE), row.whole(AnswerColumn.NOTE_VERSION)
        if not row.has(AnswerColumn.NOTE) or (not text and not version):
            return None
        stored = self._stored_notes.get(key)
        if self._notes.setdefault(key, text) != text:
            raise CellRefused(AnswerColumn.NOTE, words.TWO_NOTES)
        note = None
        if text:
            is_same = stored is not None and on_paper(stored.entry.text) == text
            kept = stored.entry if stored is not None else None
            fresh = entry_of(
                Note,
                AnswerColumn.NOTE,
                respondent_id=respondent_id,
                item_id=item.id,
                kind=NoteKind.NOTE,
                text=text,
            )
            note = fresh if kept is None else kept if is_same else reworded(kept, fresh.text)
        written, is_known = self._written(Note, key, stored, version)
        fate = fate_of(
            None if stored is None else kept_out(stored.entry.text).sha256,
            kept_out(text).sha256 if text else None,
            None if written is None else written["text"]["sha256"],
            is_written_known=is_known,
        )
        return self._line(row, AnswerColumn.NOTE, fate, Note, key, stored, note)

    def _written(
        self, model: type[AssessmentModel], key: Key, stored: Stored[Any] | None, version: int | None
    ) -> tuple[Mapping[str, Any] | None, bool]:
        """What the journal keeps of what was stored when the sheet was written, and whether that is known."""
        if version is None:
            return None, False
        if stored is not None and stored.version == version:
            return content_of_entry(stored.entry), True
        if version == 0:
            return None, True
        written = self.reader.content_at(self.assessment.header.id, model, version, *key)
        return written, written is not None

    def _line(
        self,
        row: SheetRow,
        column_id: str,
        fate: Fate,
        model: type[AssessmentModel] | None = None,
        key: Key = (),
        stored: Stored[Any] | None = None,
        wanted: AssessmentModel | None = None,
        reason: str = "",
    ) -> ReadLine:
        return ReadLine(
            fate=fate,
            sheet=self.sheet,
            cell=row.address(column_id),
            model=model,
            key=key,
            stored=None if stored is None else stored.entry,
            wanted=wanted,
            version=0 if stored is None else stored.version,
            reason=reason,
        )

    @cached_property
    def _ratings(self) -> Mapping[Key, Stored[Rating]]:
        return _by_key(self.reader.entries(self.assessment.header.id, Rating), Rating)

    @cached_property
    def _stored_notes(self) -> Mapping[Key, Stored[Note]]:
        return _by_key(self.reader.entries(self.assessment.header.id, Note), Note)

    @cached_property
    def _asked(self) -> frozenset[Key]:
        return frozenset(
            (respondent_id, item.id, str(horizon))
            for respondent_id, _, asked in everybody_asked(self.framework, self.assessment)
            for item, horizon in asked
        )


def _by_key(entries: Iterable[Stored[EntryT]], model: type[EntryT]) -> Mapping[Key, Stored[EntryT]]:
    return {section_of(model).key_of(one.entry): one for one in entries}
