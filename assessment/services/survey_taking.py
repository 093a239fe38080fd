"""Taking sealed answers of a survey in: they become ratings and notes of their respondents in one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime

from assessment.domain.answered.assessment import Note, NoteKind, Rating, Respondent, Role
from assessment.domain.answered.release import reworded
from assessment.domain.authored.framework import Horizon
from assessment.domain.disclosure.people import told_roles
from assessment.domain.workshop.room import Participant, Vote
from assessment.services.drafts import Draft
from assessment.store import Stored

Place = tuple[str, str, str]


def still_asked(draft: Draft, vote: Vote) -> bool:
    """Whether a vote answers what the assessment asks now: its scope may have become smaller."""
    item = draft.framework.item_by_id.get(vote.item_id)
    is_asked = vote.horizon is Horizon.AS_IS or draft.stored.header.asks_to_be
    return item is not None and item.process_id in draft.stored.scope and is_asked


def take(draft: Draft, votes: Sequence[Vote], participants: Iterable[Participant]) -> int:
    """Store votes as ratings, comments as notes, by respondent and place; returns how many became ratings.

    An answer that the same person gave elsewhere since, in the room or to an interviewer, stays: the later one stands.
    """
    by_id = {one.id: one for one in participants}
    speaker = {vote: by_id[vote.participant_id].respondent_id for vote in votes}
    ordered = sorted(votes, key=lambda vote: (speaker[vote], vote.item_id, vote.horizon))
    _add_people(draft, tuple(by_id.values()), frozenset(speaker.values()))
    stored = _stored(draft, speaker.values())
    kept = [vote for vote in ordered if not _is_later(stored.get(_place(speaker[vote], vote)), vote)]
    for vote in kept:
        answer = {"item_id": vote.item_id, "horizon": vote.horizon, "answer": vote.answer}
        draft.put(Rating.model_validate({"respondent_id": speaker[vote], **answer}))
    for (respondent_id, item_id), text in _comments(kept, speaker).items():
        _put_note(draft, respondent_id, item_id, text)
    draft.writer.room_writer.mark_taken(ordered)
    return len(kept)


def _stored(draft: Draft, respondent_ids: Iterable[str]) -> Mapping[Place, Stored[Rating]]:
    ids = sorted(set(respondent_ids))
    found = draft.writer.entries(draft.stored.header.id, Rating, respondent_id=ids)
    return {(one.entry.respondent_id, one.entry.item_id, str(one.entry.horizon)): one for one in found}


def _place(respondent_id: str, vote: Vote) -> Place:
    return respondent_id, vote.item_id, str(vote.horizon)


def _is_later(stored: Stored[Rating] | None, vote: Vote) -> bool:
    """Whether what is stored was given after the vote, as far as the phone's clock, its sequence, can tell."""
    return stored is not None and stored.updated_at > datetime.fromtimestamp(vote.sequence / 1000, UTC)


def _comments(votes: Sequence[Vote], speaker: Mapping[Vote, str]) -> Mapping[tuple[str, str], str]:
    """The comment of each person on each item; those on as-is and to-be one under the other."""
    found: dict[tuple[str, str], list[str]] = {}
    for vote in votes:
        own = found.setdefault((speaker[vote], vote.item_id), [])
        if vote.comment and vote.comment not in own:
            own.append(vote.comment)
    return {key: "\n".join(texts) for key, texts in found.items() if texts}


def _put_note(draft: Draft, respondent_id: str, item_id: str, text: str) -> None:
    """Store a comment in place of the one before, which stays released only while its words stay."""
    stored = draft.writer.find(draft.stored.header.id, Note, respondent_id, item_id, str(NoteKind.NOTE))
    note = Note(respondent_id=respondent_id, item_id=item_id, kind=NoteKind.NOTE, text=text)
    draft.put(note if stored is None else reworded(stored.entry, text))


def _add_people(draft: Draft, participants: Sequence[Participant], respondent_ids: frozenset[str]) -> None:
    """Give anonymous people whose first answers these are a row of their own, all at once.

    A role is written only where those who have a row by now and share it are enough for it to be told.
    """
    assessment_id = draft.stored.header.id
    unnamed = [one for one in participants if one.is_anonymous]
    known = {one.respondent_id for one in unnamed if draft.writer.has_respondent(assessment_id, one.respondent_id)}
    rows = [one for one in unnamed if one.respondent_id in known | respondent_ids]
    told = told_roles((one.role for one in rows), draft.stored.header.anonymity_floor)
    for one in sorted(rows, key=lambda one: one.respondent_id):
        if one.respondent_id not in known:
            draft.put(Respondent(id=one.respondent_id, role=one.role if one.role in told else Role.OTHER))
