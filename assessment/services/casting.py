"""Votes of phones into the database: each is looked at beside the room as it is, which nobody changes meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from assessment.domain.answered.assessment import AssessmentState, Role
from assessment.domain.answered.workshop import RoomKind, VoteRound
from assessment.domain.journal import ITSELF
from assessment.domain.workshop.casting import Earlier, is_known, outcome_of
from assessment.domain.workshop.deadline import late_by
from assessment.domain.workshop.place import Acknowledged, OwnVote, VoteOutcome
from assessment.domain.workshop.room import Participant, ParticipantState, Phase, Room, Vote
from assessment.domain.workshop.sealing import is_held_back
from assessment.errors import AssessmentError, InvalidInput, NoPlace, NotAvailable, PutOut, RoomClosed, SurveyOver
from assessment.services.ballots import Ballot
from assessment.services.late_answers import LateRoom
from assessment.services.repository import Repository
from assessment.services.room_asking import AskingKept, RoomAsking
from assessment.services.room_state import is_here, people_in
from assessment.store import RoomVote, Writer

QUESTION = "This question"
LEADERS_WAIT = "leadership votes last here, and somebody else has not voted yet"
_Place = tuple[str, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrived:
    """A vote that waits to be kept, and by what its phone is known."""

    token_hash: str
    ballot: Ballot


def own_vote(vote: Vote) -> OwnVote:
    """A vote as its own participant sees it."""
    return OwnVote(
        horizon=vote.horizon,
        round_number=vote.round_number,
        answer=vote.answer,
        comment=vote.comment,
        sequence=vote.sequence,
        is_taken=vote.is_taken,
    )


class Casting:
    """Keeps votes, many in one transaction; `late` is told of each room that late ones came into, afterwards."""

    def __init__(self, repository: Repository, asking: AskingKept, late: Callable[[LateRoom], None]) -> None:
        self._store = repository.store
        self._asking = asking
        self._late = late

    def commit(self, arrived: Sequence[Arrived]) -> tuple[Acknowledged | AssessmentError, ...]:
        """Keep votes; what became of each, in their order, once all of them are on the disk."""
        with self._store.writing(actor_id=ITSELF, operation="door.vote") as writer:
            hall = self._hall(writer, arrived)
            results = tuple(hall.take(one) for one in arrived)
            writer.room_writer.put_votes(tuple(hall.changed.values()))
        for one in hall.late:
            self._late(one)
        return results

    def _hall(self, writer: Writer, arrived: Sequence[Arrived]) -> _Hall:
        rooms = writer.room_writer
        hashes, now = {one.token_hash for one in arrived}, self._store.now()
        held = rooms.hold({one.room_id for one in rooms.participants_by_token(hashes, now).values()})
        participants = rooms.participants_by_token(hashes, now)  # again: nobody puts them out or merges them now
        people = {one.id for one in participants.values()}
        kept = rooms.votes_on(people, {one.ballot.item_id for one in arrived}) if people else ()
        return _Hall(
            writer=writer,
            now=now,
            asking=self._asking,
            participants=participants,
            rooms=held,
            kept={_place(one): one for one in kept},
            changed={},
            askings={},
            late=set(),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Hall:
    """The rooms that votes come into, within one transaction; `kept`, `changed` and `late` go on with each vote."""

    writer: Writer
    now: datetime
    asking: AskingKept
    participants: Mapping[str, Participant]
    rooms: Mapping[str, Room]
    kept: dict[_Place, Vote]
    changed: dict[_Place, RoomVote]
    askings: dict[str, RoomAsking]
    late: set[LateRoom]

    def take(self, arrived: Arrived) -> Acknowledged | AssessmentError:
        """What becomes of one vote, or why it is refused."""
        participant = self.participants.get(arrived.token_hash)
        if participant is None or participant.room_id not in self.rooms:
            return NoPlace()
        vote = _vote(participant, arrived.ballot)
        kept = self.kept.get(_place(vote))
        if kept is not None and is_known(vote, kept):
            return Acknowledged(outcome=VoteOutcome.KNOWN, vote=own_vote(kept))
        try:
            outcome = self._outcome(participant, vote, kept)
        except AssessmentError as error:
            return error
        if outcome is VoteOutcome.REVEALED and kept is not None:
            return Acknowledged(outcome=outcome, vote=own_vote(kept))
        self.kept[_place(vote)] = vote
        self.changed[_place(vote)] = RoomVote(room_id=participant.room_id, vote=vote)
        if outcome is VoteOutcome.LATE:
            self.late.add(LateRoom(assessment_id=participant.assessment_id, room_id=participant.room_id))
        return Acknowledged(outcome=outcome, vote=own_vote(vote))

    def _outcome(self, participant: Participant, vote: Vote, kept: Vote | None) -> VoteOutcome:
        room = self.rooms[participant.room_id]
        if participant.state is not ParticipantState.IN:
            raise PutOut(is_merged=participant.state is ParticipantState.MERGED)
        if not room.is_open:
            raise RoomClosed
        late = late_by(room.deadline, self.now)
        if room.deadline is not None and late is not None:
            raise SurveyOver(room.deadline, late)
        if vote.horizon not in self._asking_of(room).horizons(participant, vote.item_id):
            raise NotAvailable(QUESTION)
        outcome = outcome_of(room, vote, kept, self._earlier(room, vote.item_id))
        if outcome is None:
            raise NotAvailable(QUESTION)
        if outcome is VoteOutcome.KEPT and self._is_held_back(participant, room, vote):
            raise InvalidInput("Your vote", LEADERS_WAIT, "Vote again once the others are in.")
        return outcome

    def _is_held_back(self, participant: Participant, room: Room, vote: Vote) -> bool:
        """Whether somebody whose word weighs votes before the others; looked at only where leadership votes last."""
        others = (Role.LEADERSHIP, Role.PRACTITIONER)
        if room.kind is RoomKind.SURVEY or not is_held_back(participant.role, room.leaders, room.round_number, others):
            return False
        asking, rooms = self._asking_of(room), self.writer.rooms
        voted = rooms.voted_ids(room.id, vote.item_id, room.round_number) | {
            one.vote.participant_id for one in self.changed.values() if one.vote.item_id == vote.item_id
        }
        missing = [
            one.role
            for one in people_in(rooms.participants(room.id))
            if one.id not in voted and is_here(one, self.now) and asking.horizons(one, vote.item_id)
        ]
        return participant.id not in voted and is_held_back(participant.role, room.leaders, room.round_number, missing)

    def _asking_of(self, room: Room) -> RoomAsking:
        if room.assessment_id not in self.askings:
            stored = self.writer.header(room.assessment_id)
            if stored is None or stored.header.state is not AssessmentState.DRAFT:
                raise RoomClosed
            self.askings[room.assessment_id] = self.asking.read(self.writer, stored)
        return self.askings[room.assessment_id]

    def _earlier(self, room: Room, item_id: str) -> Earlier:
        """What the room knows of a question; that it is asked now, or open anyway, needs no look."""
        is_now = room.item_id == item_id and room.phase is not Phase.LOBBY
        if is_now or room.kind is RoomKind.SURVEY:
            return Earlier.NEVER_ASKED
        if not self.writer.rooms.votes(room.id, item_id):
            return Earlier.NEVER_ASKED
        rounds = self.writer.entries(room.assessment_id, VoteRound, item_id=item_id)
        return Earlier.REVEALED if rounds else Earlier.ASKED


def _vote(participant: Participant, ballot: Ballot) -> Vote:
    return Vote(
        participant_id=participant.id,
        item_id=ballot.item_id,
        horizon=ballot.horizon,
        round_number=ballot.round_number,
        answer=ballot.answer,
        comment=ballot.comment,
        sequence=ballot.sequence,
        is_taken=False,
    )


def _place(vote: Vote) -> _Place:
    return vote.participant_id, vote.item_id, vote.horizon.value
