"""Answering: one answer, note or flag at a time, each durable when its call returns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from assessment.domain.answered.assessment import AgreedValue, Feedback, Flag, Note, NoteKind, Rating
from assessment.domain.answered.entries import AssessmentModel
from assessment.domain.answered.history import AnswerChange
from assessment.domain.answered.release import released, reworded
from assessment.domain.authored.framework import Horizon
from assessment.domain.workshop.sealing import is_anonymous_id
from assessment.errors import NotAvailable
from assessment.services.authority import Permission, Permit, Subject, operation
from assessment.services.drafts import Draft
from assessment.services.history import answer_changes
from assessment.services.questions import Progress, Question, progress_of, read_asked, read_questions
from assessment.services.repository import Repository, stored_header
from assessment.services.validation import validated

__all__ = ["AnsweringService", "Progress", "Question", "SavedAnswer", "StoredAgreement", "StoredNote"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedAnswer:
    """That an answer is on the disk: its version, and since when it stands as it is."""

    version: int
    answered_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredNote:
    """A note with its version."""

    note: Note
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredAgreement:
    """A value that the room agreed on, with its version."""

    value: AgreedValue
    version: int


def _release(draft: Draft, seen: StoredNote, *, is_released: bool) -> int:
    """Release a note, or hold it back, as it stands at the version that was seen; returns its version."""
    note = seen.note
    stored = draft.writer.find(draft.stored.header.id, Note, note.respondent_id, note.item_id, str(note.kind))
    if stored is not None and stored.version == seen.version:
        note = stored.entry  # a field may hold a text that is not saved yet
    version, _ = draft.put(released(note, is_released=is_released), seen.version)
    return version


class AnsweringService:
    """Answers, notes, flags and agreed values; what is asked, and how far somebody is."""

    def __init__(self, repository: Repository) -> None:
        self.rights = repository.rights
        self._repository = repository

    @operation("answering.save", Permission.ANSWER, on=Subject.RESPONDENT, of=("assessment_id", "rating.respondent_id"))
    def save(
        self, permit: Permit, assessment_id: str, rating: Rating, *, expected_version: int | None = None
    ) -> SavedAnswer:
        """Keep an answer in place of the one before. When this returns it is on the disk; repeating it is harmless.

        Conflict when another answer was saved, or this one taken back, since `expected_version`: the version the
        question was shown with, 0 without an answer. So for everything else here.
        """
        with self._repository.changing(permit, assessment_id) as draft:
            version, answered_at = draft.put(rating, expected_version)
        return SavedAnswer(version=version, answered_at=answered_at)

    @operation("answering.clear", Permission.ANSWER, on=Subject.RESPONDENT)
    def clear(
        self,
        permit: Permit,
        assessment_id: str,
        respondent_id: str,
        item_id: str,
        horizon: Horizon,
        *,
        expected_version: int | None = None,
    ) -> None:
        """Take an answer back: the item is unanswered again."""
        self._remove(permit, assessment_id, Rating, respondent_id, item_id, str(horizon), version=expected_version)

    @operation(
        "answering.save-note", Permission.ANSWER, on=Subject.RESPONDENT, of=("assessment_id", "note.respondent_id")
    )
    def save_note(self, permit: Permit, assessment_id: str, note: Note, *, expected_version: int | None = None) -> int:
        """Keep what was said or seen; returns its version. Conflict as for `save`.

        Whether a note that is there is released is not this call's: it stays so while its words stay.
        """
        with self._repository.changing(permit, assessment_id) as draft:
            stored = draft.writer.find(assessment_id, Note, note.respondent_id, note.item_id, str(note.kind))
            if stored is None and not permit.may(Permission.EDIT):
                note = note.model_copy(update={"is_released": False})  # who only answers releases nothing
            kept = note if stored is None else reworded(stored.entry, validated(note).text)
            version, _ = draft.put(kept, expected_version)
        return version

    @operation("answering.notes", Permission.EDIT, on=Subject.ASSESSMENT)
    def notes(self, permit: Permit, assessment_id: str) -> tuple[StoredNote, ...]:
        """Every note and evidence of an assessment, for whoever decides what is released."""
        del permit
        with self._repository.store.reading() as reader:
            stored_header(reader, assessment_id)
            return tuple(StoredNote(note=one.entry, version=one.version) for one in reader.entries(assessment_id, Note))

    @operation("answering.release", Permission.EDIT, on=Subject.ASSESSMENT)
    def release(
        self, permit: Permit, assessment_id: str, notes: Sequence[StoredNote], *, is_released: bool
    ) -> tuple[int, ...]:
        """Release notes as they were shown, or hold them back: all or none; returns their versions.

        Conflict where one of them says something else by now, or was removed.
        """
        with self._repository.changing(permit, assessment_id) as draft:
            return tuple(_release(draft, one, is_released=is_released) for one in notes)

    @operation("answering.history", Permission.EDIT, on=Subject.ASSESSMENT)
    def history(self, permit: Permit, assessment_id: str, respondent_id: str, item_id: str) -> tuple[AnswerChange, ...]:
        """Every change of one person's answers to an item and of the room's values, oldest first, from the journal.

        What came with an import or a copy has no entry of its own there. NotAvailable for somebody anonymous.
        """
        del permit
        if is_anonymous_id(respondent_id):
            raise NotAvailable("This person")
        with self._repository.store.reading() as reader:
            stored_header(reader, assessment_id)
            return answer_changes(reader, assessment_id, respondent_id, item_id)

    @operation("answering.clear-note", Permission.ANSWER, on=Subject.RESPONDENT)
    def clear_note(
        self,
        permit: Permit,
        assessment_id: str,
        respondent_id: str,
        item_id: str,
        kind: NoteKind,
        *,
        expected_version: int | None = None,
    ) -> None:
        """Remove a note or an evidence."""
        self._remove(permit, assessment_id, Note, respondent_id, item_id, str(kind), version=expected_version)

    @operation("answering.flag", Permission.EDIT, on=Subject.ASSESSMENT)
    def flag(self, permit: Permit, assessment_id: str, flag: Flag, *, expected_version: int | None = None) -> int:
        """Mark an item for review, for everybody; returns the version of the mark."""
        return self._put(permit, assessment_id, flag, expected_version)

    @operation("answering.unflag", Permission.EDIT, on=Subject.ASSESSMENT)
    def unflag(self, permit: Permit, assessment_id: str, item_id: str, *, expected_version: int | None = None) -> None:
        """Take the mark off an item."""
        self._remove(permit, assessment_id, Flag, item_id, version=expected_version)

    @operation(
        "answering.save-feedback",
        Permission.ANSWER,
        on=Subject.RESPONDENT,
        of=("assessment_id", "feedback.respondent_id"),
    )
    def save_feedback(
        self, permit: Permit, assessment_id: str, feedback: Feedback, *, expected_version: int | None = None
    ) -> int:
        """Keep what a respondent says of a question itself; returns its version. Conflict as for `save`."""
        return self._put(permit, assessment_id, feedback, expected_version)

    @operation("answering.clear-feedback", Permission.ANSWER, on=Subject.RESPONDENT)
    def clear_feedback(
        self,
        permit: Permit,
        assessment_id: str,
        respondent_id: str,
        item_id: str,
        *,
        expected_version: int | None = None,
    ) -> None:
        """Take back what was said of a question."""
        self._remove(permit, assessment_id, Feedback, respondent_id, item_id, version=expected_version)

    @operation("answering.agree", Permission.EDIT, on=Subject.ASSESSMENT)
    def agree(
        self, permit: Permit, assessment_id: str, value: AgreedValue, *, expected_version: int | None = None
    ) -> int:
        """Record the value the room agreed on; returns its version. Conflict as for `save`."""
        return self._put(permit, assessment_id, value, expected_version)

    @operation("answering.clear-agreed", Permission.EDIT, on=Subject.ASSESSMENT)
    def clear_agreed(
        self,
        permit: Permit,
        assessment_id: str,
        item_id: str,
        horizon: Horizon,
        *,
        expected_version: int | None = None,
    ) -> None:
        """Let the median of the answers stand again."""
        self._remove(permit, assessment_id, AgreedValue, item_id, str(horizon), version=expected_version)

    @operation("answering.agreed", Permission.READ, on=Subject.ASSESSMENT)
    def agreed(self, permit: Permit, assessment_id: str, item_id: str) -> tuple[StoredAgreement, ...]:
        """What the room agreed on for one item, a value for each horizon that has one; nothing is computed."""
        del permit
        with self._repository.store.reading() as reader:
            stored_header(reader, assessment_id)
            entries = reader.entries(assessment_id, AgreedValue, item_id=(item_id,))
            return tuple(StoredAgreement(value=one.entry, version=one.version) for one in entries)

    @operation("answering.votes", Permission.READ, on=Subject.ASSESSMENT)
    def votes(self, permit: Permit, assessment_id: str, item_id: str) -> tuple[Rating, ...]:
        """Everybody's answers to one item, for the room that agrees on its value; quick, nothing is computed."""
        del permit
        with self._repository.store.reading() as reader:
            stored_header(reader, assessment_id)
            return tuple(one.entry for one in reader.entries(assessment_id, Rating, item_id=(item_id,)))

    @operation("answering.questions", Permission.ANSWER, on=Subject.RESPONDENT)
    def questions(
        self, permit: Permit, assessment_id: str, respondent_id: str, process_id: str
    ) -> tuple[Question, ...]:
        """What one respondent is asked of one process, in order, with everything recorded so far; may be empty.

        Whoever only answers sees nothing of what the room or others said: neither marks, agreed values nor files.
        """
        with self._repository.store.reading() as reader:
            stored = stored_header(reader, assessment_id)
            framework = self._repository.pinned(reader, stored)
            if process_id not in framework.process_by_id:
                raise NotAvailable("This process")
            (asked,) = read_asked(reader, stored, framework, respondent_id, process_id)
            questions = read_questions(reader, assessment_id, respondent_id, asked.items, asked)
        return questions if permit.may(Permission.READ) else tuple(one.own for one in questions)

    @operation("answering.question", Permission.ANSWER, on=Subject.RESPONDENT)
    def question(self, permit: Permit, assessment_id: str, respondent_id: str, item_id: str) -> Question:
        """One question, for drawing it again; also one that this respondent is not asked."""
        with self._repository.store.reading() as reader:
            stored = stored_header(reader, assessment_id)
            framework = self._repository.pinned(reader, stored)
            item = framework.item_by_id.get(item_id)
            if item is None:
                raise NotAvailable("This question")
            (asked,) = read_asked(reader, stored, framework, respondent_id, item.process_id)
            (question,) = read_questions(reader, assessment_id, respondent_id, (item,), asked)
        return question if permit.may(Permission.READ) else question.own

    @operation("answering.progress", Permission.ANSWER, on=Subject.RESPONDENT)
    def progress(self, permit: Permit, assessment_id: str, respondent_id: str) -> Progress:
        """How far a respondent is, process by process, and where to resume."""
        del permit
        with self._repository.store.reading() as reader:
            stored = stored_header(reader, assessment_id)
            asked = tuple(read_asked(reader, stored, self._repository.pinned(reader, stored), respondent_id))
            return progress_of(asked, reader.answered(assessment_id, respondent_id))

    def _put(self, permit: Permit, assessment_id: str, entry: AssessmentModel, expected_version: int | None) -> int:
        with self._repository.changing(permit, assessment_id) as draft:
            version, _ = draft.put(entry, expected_version)
        return version

    def _remove(
        self, permit: Permit, assessment_id: str, kind: type[AssessmentModel], *key: str, version: int | None
    ) -> None:
        with self._repository.changing(permit, assessment_id) as draft:
            draft.remove(kind, *key, expected_version=version)
