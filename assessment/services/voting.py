"""Voting in a workshop: a question is asked, revealed, asked again; what was voted is taken in at the reveal.

Each change names the step of the room it was made from, so that of two who lead it one is told of the other. Until a
question is revealed no value of it is read here.
"""

from __future__ import annotations

from assessment.domain.answered.workshop import MOST_ROUNDS, RoomKind, VoteRound
from assessment.domain.workshop.room import Phase, Room
from assessment.errors import InvalidInput, NotAvailable
from assessment.services.authority import Permission, Permit, Subject, operation
from assessment.services.drafts import Draft
from assessment.services.leading import leading, require_open, take_in_waiting
from assessment.services.repository import Repository, stored_header
from assessment.services.room_state import RoomState, horizons_of, read_room_state, room_of
from assessment.services.taking_in import TakenIn, late_votes, record_round, take_in

__all__ = ["RoomState", "TakenIn", "VotingService"]


class VotingService:
    """One question after the other, put to a room."""

    def __init__(self, repository: Repository) -> None:
        self.rights = repository.rights
        self._repository = repository

    @operation("voting.state", Permission.EDIT, on=Subject.ASSESSMENT)
    def state(self, permit: Permit, assessment_id: str, room_id: str) -> RoomState:
        """Where a room stands: how many are in, how many have voted, and what was revealed."""
        del permit
        with self._repository.store.reading() as reader:
            stored = stored_header(reader, assessment_id)
            room = room_of(reader, assessment_id, room_id)
            framework, now = self._repository.pinned(reader, stored), self._repository.store.now()
            return read_room_state(reader, stored, framework, room, now)

    @operation("voting.ask", Permission.EDIT, on=Subject.ASSESSMENT)
    def ask(self, permit: Permit, assessment_id: str, room_id: str, item_id: str, expected_step: int) -> Room:
        """Put a question to the room, at its next round. Late answers that may be taken in are.

        What was voted on a question that was open and not revealed stays sealed, until that one is asked again or the
        room is closed. Conflict where the room is not at `expected_step`; so for everything else here.
        """
        with leading(self._repository, permit, assessment_id, room_id, expected_step) as led:
            require_open(led.room, RoomKind.WORKSHOP)
            draft = led.draft
            if not horizons_of(draft.stored, draft.framework, item_id):
                raise NotAvailable("This question")
            take_in(draft, led.room, late_votes(draft.writer, led.room))
            return led.step(phase=Phase.VOTING, item_id=item_id, round_number=_next_round(draft, item_id))

    @operation("voting.again", Permission.EDIT, on=Subject.ASSESSMENT)
    def again(self, permit: Permit, assessment_id: str, room_id: str, expected_step: int) -> Room:
        """Ask the question that was revealed once more. The former round stays as it is.

        Who does not vote again keeps what they said.
        """
        with leading(self._repository, permit, assessment_id, room_id, expected_step) as led:
            require_open(led.room, RoomKind.WORKSHOP)
            item_id = led.room.item_id
            if item_id is None or led.room.phase is not Phase.REVEALED:
                raise InvalidInput("The room", "no question was revealed in it", "Ask one first.")
            return led.step(phase=Phase.VOTING, round_number=_next_round(led.draft, item_id))

    @operation("voting.reveal", Permission.EDIT, on=Subject.ASSESSMENT)
    def reveal(self, permit: Permit, assessment_id: str, room_id: str, expected_step: int) -> RoomState:
        """End the round that is open: take in what was voted, and show how it came out.

        A vote that comes at the same moment is either in the round or is kept as a late answer.
        """
        with leading(self._repository, permit, assessment_id, room_id, expected_step) as led:
            require_open(led.room, RoomKind.WORKSHOP)
            draft, item_id = led.draft, led.room.item_id
            if item_id is None or led.room.phase is not Phase.VOTING:
                raise InvalidInput("The room", "no question is open in it", "Ask one first.")
            take_in(draft, led.room, draft.writer.rooms.votes(room_id, item_id))
            record_round(draft, led.room, item_id)
            room = led.step(phase=Phase.REVEALED)
            return read_room_state(draft.writer, draft.stored, draft.framework, room, self._repository.store.now())

    @operation("voting.lobby-phase", Permission.EDIT, on=Subject.ASSESSMENT)
    def lobby_phase(self, permit: Permit, assessment_id: str, room_id: str, expected_step: int) -> Room:
        """Ask nothing for now. What was voted on a question that was not revealed stays sealed."""
        with leading(self._repository, permit, assessment_id, room_id, expected_step) as led:
            require_open(led.room, RoomKind.WORKSHOP)
            take_in(led.draft, led.room, late_votes(led.draft.writer, led.room))
            return led.step(phase=Phase.LOBBY)

    @operation("voting.take-in", Permission.EDIT, on=Subject.ASSESSMENT)
    def take_in(self, permit: Permit, assessment_id: str, room_id: str) -> TakenIn:
        """Take in the answers that wait: late ones of a workshop, all of a survey, as far as the floor lets them."""
        return take_in_waiting(self._repository, permit, assessment_id, room_id)


def _next_round(draft: Draft, item_id: str) -> int:
    """The round that comes behind all that were revealed, typed in or read; InvalidInput where there were too many."""
    rounds = draft.writer.entries(draft.stored.header.id, VoteRound, item_id=item_id)
    number = 1 + max((one.entry.number for one in rounds), default=0)
    if number > MOST_ROUNDS:
        reason = f"it was voted on {MOST_ROUNDS} times"
        raise InvalidInput("The question", reason, "Agree on a value, or park it.")
    return number
