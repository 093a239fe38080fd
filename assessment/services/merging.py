"""One person who is in a room twice: what was said by one phone becomes that of the other."""

from __future__ import annotations

from dataclasses import dataclass, replace

from assessment.domain.answered.assessment import (
    Assignment,
    Feedback,
    Note,
    Opinion,
    Rating,
    Respondent,
)
from assessment.domain.answered.entries import Answer, AssessmentModel
from assessment.domain.authored.framework import Horizon
from assessment.domain.workshop.room import Participant, ParticipantState, Room
from assessment.services.drafts import Draft
from assessment.services.room_state import people_in
from assessment.store import Stored, section_of

_MOVED: tuple[type[Rating | Note], ...] = (Rating, Note)
_LEFT: tuple[type[AssessmentModel], ...] = (Rating, Note, Feedback, Opinion, Assignment)


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeConflict:
    """An answer of which the person had two: the one that stays, which is the newer, and the one that went."""

    item_id: str
    horizon: Horizon
    kept: Answer
    dropped: Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """What came of a merge. `moved_count` answers and notes go by the other name now; `note_count` notes were dropped.

    `is_removed`: the person they were before is in the bin.
    """

    moved_count: int
    note_count: int
    conflicts: tuple[MergeConflict, ...]
    is_removed: bool


def merge_speakers(draft: Draft, room: Room, one: Participant, into: Respondent) -> Merged:
    """Let a participant speak as another respondent; what they said before goes there."""
    former_id = one.respondent_id
    if former_id == into.id and not _other_phone(draft, room, one, into):
        return Merged(moved_count=0, note_count=0, conflicts=(), is_removed=False)
    later = _later_places(draft, room, one, into)
    _join_phones(draft, room, one, into)
    moved_count = note_count = 0
    conflicts: list[MergeConflict] = []
    if former_id != into.id:
        for model in _MOVED:
            for stored in draft.writer.entries(room.assessment_id, model, respondent_id=former_id):
                moved, conflict = _move(draft, stored, into.id, is_later=stored.entry.item_id in later)
                moved_count += moved
                note_count += model is Note and not moved
                conflicts += [] if conflict is None else [conflict]
    return Merged(
        moved_count=moved_count,
        note_count=note_count,
        conflicts=tuple(conflicts),
        is_removed=former_id != into.id and _remove_emptied(draft, former_id),
    )


def _other_phone(draft: Draft, room: Room, one: Participant, into: Respondent) -> Participant | None:
    others = people_in(draft.writer.rooms.participants(room.id))
    return next((other for other in others if other.respondent_id == into.id and other.id != one.id), None)


def _join_phones(draft: Draft, room: Room, one: Participant, into: Respondent) -> None:
    """Let the phone of a participant be a second one of the other, or speak as them where they have none yet."""
    rooms, other = draft.writer.room_writer, _other_phone(draft, room, one, into)
    if other is None:
        rooms.change_participant(replace(one, respondent_id=into.id, role=into.role))
        return
    rooms.give_votes(one.id, other.id)
    rooms.give_tokens(one.id, other.id)
    rooms.change_participant(replace(one, respondent_id=into.id, role=into.role, state=ParticipantState.MERGED))


def _later_places(draft: Draft, room: Room, one: Participant, into: Respondent) -> frozenset[str]:
    """The items that both phones voted on, and the one that is merged later: what a reveal took in has one time."""
    other = _other_phone(draft, room, one, into)
    if other is None:
        return frozenset()
    own, theirs = (
        {vote.item_id: vote.sequence for vote in draft.writer.rooms.votes_of(who.id)} for who in (one, other)
    )
    return frozenset(item_id for item_id in own if own[item_id] > theirs.get(item_id, own[item_id]))


def _move(
    draft: Draft, stored: Stored[Rating | Note], into_id: str, *, is_later: bool
) -> tuple[bool, MergeConflict | None]:
    """Whether an entry became that of the other person, and what it displaced or was displaced by, if an answer.

    `is_later` decides between two that were stored at the same time.
    """
    entry, writer, assessment_id = stored.entry, draft.writer, draft.stored.header.id
    key = section_of(type(entry)).key_of(entry)
    moved = entry.model_copy(update={"respondent_id": into_id})
    theirs = writer.find(assessment_id, type(entry), into_id, *key[1:])
    is_newer = theirs is None or _is_newer(stored, theirs, is_later)
    draft.remove(type(entry), *key)
    if is_newer:
        draft.put(moved)
    if theirs is None or not isinstance(entry, Rating) or not isinstance(theirs.entry, Rating):
        return is_newer, None
    kept, dropped = (entry, theirs.entry) if is_newer else (theirs.entry, entry)
    conflict = MergeConflict(item_id=entry.item_id, horizon=entry.horizon, kept=kept.answer, dropped=dropped.answer)
    return is_newer, None if kept.answer == dropped.answer else conflict


def _is_newer(stored: Stored[Rating | Note], theirs: Stored[Rating | Note], is_later: bool) -> bool:
    return is_later if stored.updated_at == theirs.updated_at else stored.updated_at > theirs.updated_at


def _remove_emptied(draft: Draft, respondent_id: str) -> bool:
    """Put somebody of whom nothing is left into the bin; whether that was so."""
    writer, assessment_id = draft.writer, draft.stored.header.id
    others = writer.rooms.participants_of(assessment_id, respondent_id)
    is_linked = respondent_id in writer.rooms.linked_respondent_ids(assessment_id)
    if others or is_linked or any(writer.entries(assessment_id, one, respondent_id=respondent_id) for one in _LEFT):
        return False
    draft.remove(Respondent, respondent_id)
    return True
