"""Answering: one answer, note or flag at a time, each durable when its call returns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from assessment.domain.answered.assessment import AgreedValue, Flag, Note, NoteKind, Rating
from assessment.domain.answered.entries import Answer, AssessmentModel
from assessment.domain.authored.framework import Framework, Horizon, Item
from assessment.errors import InvalidInput, NotAvailable
from assessment.services.asked import asked_of, asked_part
from assessment.services.authority import Permission, Permit, operation
from assessment.services.checks import FrameworkCheck
from assessment.services.progress import Progress, progress_of
from assessment.services.refusals import rechecked
from assessment.services.shelf import Shelf, stored_header
from assessment.store import Reader, Stored, StoredHeader, Writer


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedAnswer:
    """That an answer is on the disk: its version, and since when it stands as it is."""

    version: int
    answered_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetEntry:
    """One item as one respondent sees it. A version of 0 stands for nothing stored yet.

    `asks_as_is` and `asks_to_be` say which horizons this respondent is asked; `agreed` is the room's as-is value.
    """

    item: Item
    asks_as_is: bool
    asks_to_be: bool
    as_is: Answer | None = None
    to_be: Answer | None = None
    note: Note | None = None
    note_version: int = 0
    evidence: Note | None = None
    evidence_version: int = 0
    flag: Flag | None = None
    agreed: AgreedValue | None = None
    agreed_version: int = 0
    agreed_to_be: AgreedValue | None = None
    agreed_to_be_version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What a respondent is asked of one process, in order; empty when they are asked nothing of it."""

    process_id: str
    entries: tuple[SheetEntry, ...]


class QuestionnaireService:
    """Answers, notes, flags and agreed values."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    @operation("questionnaire.answer", Permission.ANSWER)
    def answer(self, permit: Permit, assessment_id: str, rating: Rating) -> SavedAnswer:
        """Keep an answer in place of the one before. When this returns it is on the disk; repeating it is harmless."""
        rating = rechecked(rating)
        with self._shelf.changing(permit, assessment_id) as (writer, stored):
            if rating.horizon is Horizon.TO_BE and not stored.header.asks_to_be:
                reason = "this assessment does not ask for the to-be"
                raise InvalidInput("Answer", reason, "Switch it on in Set-up first.")
            self._require(writer, stored, rating)
            version, answered_at = writer.put(assessment_id, rating)
        return SavedAnswer(version=version, answered_at=answered_at)

    @operation("questionnaire.clear-answer", Permission.ANSWER)
    def clear_answer(
        self, permit: Permit, assessment_id: str, respondent_id: str, item_id: str, horizon: Horizon
    ) -> None:
        """Take an answer back: the item is unanswered again."""
        with self._shelf.changing(permit, assessment_id) as (writer, _):
            writer.remove(assessment_id, Rating, respondent_id, item_id, str(horizon))

    @operation("questionnaire.save-note", Permission.ANSWER)
    def save_note(self, permit: Permit, assessment_id: str, note: Note, *, expected_version: int | None = None) -> int:
        """Keep what was said or seen; returns its version. Conflict when it was changed since `expected_version`."""
        return self._put(permit, assessment_id, note, expected_version)

    @operation("questionnaire.clear-note", Permission.ANSWER)
    def clear_note(self, permit: Permit, assessment_id: str, respondent_id: str, item_id: str, kind: NoteKind) -> None:
        """Remove a note or an evidence."""
        with self._shelf.changing(permit, assessment_id) as (writer, _):
            writer.remove(assessment_id, Note, respondent_id, item_id, str(kind))

    @operation("questionnaire.flag", Permission.ANSWER)
    def flag(self, permit: Permit, assessment_id: str, flag: Flag) -> None:
        """Mark an item for review."""
        self._put(permit, assessment_id, flag, None)

    @operation("questionnaire.unflag", Permission.ANSWER)
    def unflag(self, permit: Permit, assessment_id: str, item_id: str) -> None:
        """Take the mark off an item."""
        with self._shelf.changing(permit, assessment_id) as (writer, _):
            writer.remove(assessment_id, Flag, item_id)

    @operation("questionnaire.agree", Permission.EDIT)
    def agree(
        self, permit: Permit, assessment_id: str, value: AgreedValue, *, expected_version: int | None = None
    ) -> int:
        """Record the value the room agreed on; returns its version. Conflict as for `save_note`."""
        return self._put(permit, assessment_id, value, expected_version)

    @operation("questionnaire.clear-agreed", Permission.EDIT)
    def clear_agreed(self, permit: Permit, assessment_id: str, item_id: str, horizon: Horizon) -> None:
        """Let the median of the answers stand again."""
        with self._shelf.changing(permit, assessment_id) as (writer, _):
            writer.remove(assessment_id, AgreedValue, item_id, str(horizon))

    @operation("questionnaire.sheet", Permission.READ)
    def sheet(self, permit: Permit, assessment_id: str, respondent_id: str, process_id: str) -> Sheet:
        """What one respondent is asked of one process, with everything recorded so far."""
        del permit
        with self._shelf.store.reading() as reader:
            stored = stored_header(reader, assessment_id)
            framework = self._shelf.pinned(reader, stored)
            if process_id not in framework.process_by_id:
                raise NotAvailable("This process")
            part = asked_part(reader, stored, respondent_id)
            part = part.model_copy(update={"scope": _only(stored.scope, process_id)})
            asked = [place for _, places in asked_of(framework, part) for place in places]
            items = tuple({item.id: item for item, _ in asked}.values())
            entries = _sheet_entries(reader, assessment_id, respondent_id, items, _ids(asked))
        return Sheet(process_id=process_id, entries=entries)

    @operation("questionnaire.entry", Permission.READ)
    def entry(self, permit: Permit, assessment_id: str, respondent_id: str, item_id: str) -> SheetEntry:
        """One item of a sheet, for drawing one question again."""
        del permit
        with self._shelf.store.reading() as reader:
            stored = stored_header(reader, assessment_id)
            item = self._shelf.pinned(reader, stored).item_by_id.get(item_id)
            if item is None:
                raise NotAvailable("This question")
            framework = self._shelf.pinned(reader, stored)
            part = asked_part(reader, stored, respondent_id)
            part = part.model_copy(update={"scope": _only(stored.scope, item.process_id)})
            asked = [place for _, places in asked_of(framework, part) for place in places]
            return _sheet_entries(reader, assessment_id, respondent_id, (item,), _ids(asked))[0]

    @operation("questionnaire.progress", Permission.READ)
    def progress(self, permit: Permit, assessment_id: str, respondent_id: str) -> Progress:
        """How far a respondent is, process by process, and where to resume."""
        del permit
        with self._shelf.store.reading() as reader:
            stored = stored_header(reader, assessment_id)
            framework = self._shelf.pinned(reader, stored)
            part = asked_part(reader, stored, respondent_id)
            return progress_of(tuple(asked_of(framework, part)), reader.answered(assessment_id, respondent_id))

    def _put(self, permit: Permit, assessment_id: str, entry: AssessmentModel, expected_version: int | None) -> int:
        entry = rechecked(entry)
        with self._shelf.changing(permit, assessment_id) as (writer, stored):
            self._require(writer, stored, entry)
            version, _ = writer.put(assessment_id, entry, expected_version=expected_version)
        return version

    def _require(self, writer: Writer, stored: StoredHeader, entry: AssessmentModel) -> None:
        """Raise unless the entry's item is asked in this assessment and its respondent is there."""
        framework: Framework = self._shelf.pinned(writer, stored)
        FrameworkCheck(framework=framework, depth=stored.header.depth).require(entry)
        item_id = getattr(entry, "item_id", "")
        process_id = framework.item_by_id[item_id].process_id
        if process_id not in stored.scope:
            name = framework.process_by_id[process_id].name
            raise InvalidInput(name, "it is not in the scope of this assessment", "Put it in scope in Set-up first.")
        respondent_id = getattr(entry, "respondent_id", None)
        if respondent_id is not None and not writer.has_respondent(stored.header.id, respondent_id):
            raise NotAvailable("This person")


def _only(scope: tuple[str, ...], process_id: str) -> tuple[str, ...]:
    return (process_id,) if process_id in scope else ()


def _ids(asked: Iterable[tuple[Item, Horizon]]) -> frozenset[tuple[str, Horizon]]:
    return frozenset((item.id, horizon) for item, horizon in asked)


def _sheet_entries(
    reader: Reader,
    assessment_id: str,
    respondent_id: str,
    items: tuple[Item, ...],
    asked: frozenset[tuple[str, Horizon]],
) -> tuple[SheetEntry, ...]:
    if not items:
        return ()
    item_ids = tuple(item.id for item in items)
    ratings = reader.entries(assessment_id, Rating, respondent_id=respondent_id, item_id=item_ids)
    notes = reader.entries(assessment_id, Note, respondent_id=respondent_id, item_id=item_ids)
    flags = {one.entry.item_id: one.entry for one in reader.entries(assessment_id, Flag, item_id=item_ids)}
    agreed = reader.entries(assessment_id, AgreedValue, item_id=item_ids)
    answer_by = {(one.entry.item_id, one.entry.horizon): one.entry.answer for one in ratings}
    note_by = {(one.entry.item_id, one.entry.kind): one for one in notes}
    agreed_by = {(one.entry.item_id, one.entry.horizon): one for one in agreed}
    return tuple(_sheet_entry(item, asked, answer_by, note_by, agreed_by, flags.get(item.id)) for item in items)


def _sheet_entry(
    item: Item,
    asked: frozenset[tuple[str, Horizon]],
    answer_by: Mapping[tuple[str, Horizon], Answer],
    note_by: Mapping[tuple[str, NoteKind], Stored[Note]],
    agreed_by: Mapping[tuple[str, Horizon], Stored[AgreedValue]],
    flag: Flag | None,
) -> SheetEntry:
    note = note_by.get((item.id, NoteKind.NOTE))
    evidence = note_by.get((item.id, NoteKind.EVIDENCE))
    agreed = agreed_by.get((item.id, Horizon.AS_IS))
    agreed_to_be = agreed_by.get((item.id, Horizon.TO_BE))
    return SheetEntry(
        item=item,
        asks_as_is=(item.id, Horizon.AS_IS) in asked,
        asks_to_be=(item.id, Horizon.TO_BE) in asked,
        as_is=answer_by.get((item.id, Horizon.AS_IS)),
        to_be=answer_by.get((item.id, Horizon.TO_BE)),
        note=note.entry if note else None,
        note_version=note.version if note else 0,
        evidence=evidence.entry if evidence else None,
        evidence_version=evidence.version if evidence else 0,
        flag=flag,
        agreed=agreed.entry if agreed else None,
        agreed_version=agreed.version if agreed else 0,
        agreed_to_be=agreed_to_be.entry if agreed_to_be else None,
        agreed_to_be_version=agreed_to_be.version if agreed_to_be else 0,
    )
