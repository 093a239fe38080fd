"""Taking in: sealed votes become answers of the assessment, in one transaction and one time stamp for all of them.

| before | after |
|---|---|
| votes of named people | their ratings and notes |
| votes of anonymous people, as many as the floor for one place | the same of respondents with random ids |
| fewer of them | the same votes, still sealed |

Everything is written in the order of the respondents' ids, which of anonymous people says nothing; a respondent of
theirs comes with the first answers of theirs that are taken in. Until a room is closed each is of the role `other`.
Of a named person's answers to a survey and elsewhere the later ones stand.
What is taken in fits the assessment as it is now: a vote on what is no longer asked, of somebody who is no longer
there, or beyond what an assessment may hold, stays sealed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from assessment.domain.answered.assessment import Note, NoteKind, Rating, Respondent, Role
from assessment.domain.answered.entries import NOTE_LIMIT, AssessmentModel
from assessment.domain.answered.release import reworded
from assessment.domain.answered.workshop import RoundSource, VoteRound
from assessment.domain.authored.framework import Horizon
from assessment.domain.rating.consensus import choice_counts
from assessment.domain.rating.scale import CODE_COUNT
from assessment.domain.workshop.room import Participant, Phase, Room, Vote
from assessment.domain.workshop.sealing import takable, told_role
from assessment.services.drafts import Draft
from assessment.services.limits import TEXT_LIMIT, respondent_limit
from assessment.services.room_state import horizons_of, people_in, standing
from assessment.services.survey_taking import overtaken
from assessment.store import Reader

KEPT_FOR_REASONS = 200_000
"""Characters of an assessment that no comment takes: why something does not apply has to fit whoever wrote how much."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenIn:
    """What came of taking in: answers that went in, and votes that stay sealed.

    `sealed_count` votes are of fewer anonymous people than the floor; `unfit_count` do not fit the assessment any more.
    `comment_count` comments stay behind, as its texts are as long as they may be.
    """

    answer_count: int = 0
    sealed_count: int = 0
    unfit_count: int = 0
    comment_count: int = 0

    def __add__(self, other: TakenIn) -> TakenIn:
        return TakenIn(
            answer_count=self.answer_count + other.answer_count,
            sealed_count=self.sealed_count + other.sealed_count,
            unfit_count=self.unfit_count + other.unfit_count,
            comment_count=self.comment_count + other.comment_count,
        )

    def after(self, before: TakenIn) -> TakenIn:
        """Both together, where this one looked at all that the one before had left sealed."""
        return replace(self + before, sealed_count=self.sealed_count, unfit_count=self.unfit_count)


def take_in(draft: Draft, room: Room, votes: Iterable[Vote]) -> TakenIn:
    """Take in those of a locked room's votes that may be; others stay as they are.

    `votes` are all that wait for the places they are on: what is a crowd is counted among them.
    """
    speakers = {one.id: one for one in people_in(draft.writer.rooms.participants(room.id))}
    waiting = [one for one in votes if not one.is_taken and one.participant_id in speakers]
    late = overtaken(draft, room, waiting, speakers)
    draft.writer.room_writer.mark_taken(late)
    overtaken_places = {(one.participant_id, one.item_id, one.horizon) for one in late}
    waiting = [one for one in waiting if (one.participant_id, one.item_id, one.horizon) not in overtaken_places]
    fitting = _fitting(draft, waiting, speakers)
    taken = _takable(draft, fitting, speakers)
    ordered = sorted(taken, key=lambda one: (speakers[one.participant_id].respondent_id, one.item_id, one.horizon))
    texts = _Texts(draft)
    entries: list[AssessmentModel] = list(_new_people(draft, {speakers[one.participant_id] for one in taken}))
    for (participant_id, item_id), own in groupby(ordered, key=lambda one: (one.participant_id, one.item_id)):
        votes_of = tuple(own)
        respondent_id = speakers[participant_id].respondent_id
        entries += (_rating(respondent_id, vote) for vote in votes_of)
        entries += texts.note(respondent_id, item_id, votes_of)
    draft.put_all(entries)
    draft.writer.room_writer.mark_taken(ordered)
    return TakenIn(
        answer_count=len(taken),
        sealed_count=len(fitting) - len(taken),
        unfit_count=len(waiting) - len(fitting),
        comment_count=texts.left_count,
    )


def welcome(draft: Draft, room: Room, votes: Sequence[Vote]) -> None:
    """Let the anonymous people whose votes may be taken in be respondents, all of them at once.

    For votes that are taken in by several transactions: who comes with the last of them would stand alone.
    """
    speakers = {one.id: one for one in people_in(draft.writer.rooms.participants(room.id))}
    fitting = _fitting(draft, [one for one in votes if one.participant_id in speakers], speakers)
    taken = _takable(draft, fitting, speakers)
    draft.put_all(list(_new_people(draft, {speakers[one.participant_id] for one in taken})))


def late_votes(reader: Reader, room: Room) -> tuple[Vote, ...]:
    """The votes of a workshop that wait though their question was revealed; none on the question that is open."""
    revealed: dict[tuple[str, Horizon], int] = {}
    for one in reader.entries(room.assessment_id, VoteRound, source=str(RoundSource.PHONES)):
        place = one.entry.item_id, one.entry.horizon
        revealed[place] = max(one.entry.number, revealed.get(place, 0))
    open_id = room.item_id if room.phase is Phase.VOTING else None
    return tuple(
        vote
        for vote in reader.rooms.untaken_votes(room.id)
        if vote.round_number <= revealed.get((vote.item_id, vote.horizon), 0) and vote.item_id != open_id
    )


def record_round(draft: Draft, room: Room, item_id: str) -> None:
    """Keep how the round of a revealed question came out; a to-be that nobody answered has none."""
    participants = draft.writer.rooms.participants(room.id)
    votes = draft.writer.rooms.votes(room.id, item_id)
    ratings = [one.entry for one in draft.writer.entries(room.assessment_id, Rating, item_id=item_id)]
    for place, horizon in enumerate(horizons_of(draft.stored, draft.framework, item_id)):
        answers = [one.answer for one in standing(participants, votes, ratings, horizon)]
        if answers or not place:
            counts = choice_counts(answers)
            not_applicable_count, dont_know_count = counts[CODE_COUNT:]
            draft.put(
                VoteRound(
                    item_id=item_id,
                    horizon=horizon,
                    number=room.round_number,
                    source=RoundSource.PHONES,
                    code_counts=counts[:CODE_COUNT],
                    not_applicable_count=not_applicable_count,
                    dont_know_count=dont_know_count,
                )
            )


def tell_roles(draft: Draft, room: Room) -> None:
    """Write the roles of a room's anonymous people, as far as enough share one; what was told before stays."""
    roles = {one.respondent_id: one.role for one in draft.writer.rooms.participants(room.id) if one.is_anonymous}
    stored = draft.writer.entries(room.assessment_id, Respondent, id=sorted(roles)) if roles else ()
    crowd = [roles[one.entry.id] for one in stored]
    for one in stored:
        role = told_role(roles[one.entry.id], crowd, draft.stored.header.anonymity_floor)
        if one.entry.role is Role.OTHER:
            draft.put(one.entry.model_copy(update={"role": role}))


def _fitting(draft: Draft, votes: Sequence[Vote], speakers: Mapping[str, Participant]) -> list[Vote]:
    """The votes on what is asked, of people the assessment has or takes."""
    asked = {item_id: horizons_of(draft.stored, draft.framework, item_id) for item_id in {one.item_id for one in votes}}
    return _of_people_there_is_room_for(draft, [one for one in votes if one.horizon in asked[one.item_id]], speakers)


def _takable(draft: Draft, votes: Iterable[Vote], speakers: Mapping[str, Participant]) -> tuple[Vote, ...]:
    anonymous_ids = frozenset(one.id for one in speakers.values() if one.is_anonymous)
    return takable(votes, anonymous_ids, draft.stored.header.anonymity_floor)


def _of_people_there_is_room_for(
    draft: Draft, votes: Sequence[Vote], speakers: Mapping[str, Participant]
) -> list[Vote]:
    """The votes of respondents who are there, and of as many new ones as the assessment takes, by their random ids."""
    there = {key[0] for key in draft.writer.versions(draft.stored.header.id, Respondent)}
    cast = {speakers[one.participant_id] for one in votes}
    new = sorted(one.respondent_id for one in cast if one.is_anonymous and one.respondent_id not in there)
    left = respondent_limit(draft.framework, draft.stored.header.depth) - len(there)
    welcome = there.union(new[: max(0, left)])
    return [one for one in votes if speakers[one.participant_id].respondent_id in welcome]


def _new_people(draft: Draft, speakers: Iterable[Participant]) -> Iterator[Respondent]:
    for respondent_id in sorted({one.respondent_id for one in speakers if one.is_anonymous}):
        if not draft.writer.has_respondent(draft.stored.header.id, respondent_id):
            yield Respondent(id=respondent_id, role=Role.OTHER)


def _rating(respondent_id: str, vote: Vote) -> Rating:
    return Rating(respondent_id=respondent_id, item_id=vote.item_id, horizon=vote.horizon, answer=vote.answer)


class _Texts:
    """The comments of votes as notes, as far as the assessment has room for them."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._id = draft.stored.header.id
        self._room: int | None = None
        self.left_count = 0

    def note(self, respondent_id: str, item_id: str, votes: Sequence[Vote]) -> tuple[Note, ...]:
        """The note that the comments of one person on an item make in place of the one before, if any."""
        text = "\n".join(dict.fromkeys(vote.comment.strip() for vote in votes if vote.comment))[:NOTE_LIMIT].strip()
        if not text:
            return ()
        if self._room is None:
            self._room = TEXT_LIMIT - KEPT_FOR_REASONS - self._draft.writer.text_length(self._id)
        self._room -= len(text)
        if self._room < 0:
            self.left_count += 1
            return ()
        stored = self._draft.writer.find(self._id, Note, respondent_id, item_id, str(NoteKind.NOTE))
        note = Note(respondent_id=respondent_id, item_id=item_id, kind=NoteKind.NOTE, text=text)
        return (note if stored is None else reworded(stored.entry, note.text),)
