"""A workshop to test with: people who come in by the door, vote, and a room that is led by its services."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from assessment.domain.answered.workshop import RoomKind
from assessment.domain.workshop.place import Cast, Joined
from assessment.domain.workshop.reveal import Revealed
from assessment.domain.workshop.room import LeadersVote, Room
from assessment.services.authority import LOCAL_ACTOR as ME
from assessment.services.identity import room_key
from assessment.services.plumbline import Plumbline
from assessment.services.room_state import RoomState
from assessment.store import Reader
from tests.services.conftest import begun

FIRST, SECOND, THIRD = "planning.deliver-1", "planning.deliver-2", "planning.deliver-3"
UNNAMED = ("a", "b", "c")


@dataclass
class Workshop:
    """An assessment with an open room, and those who came."""

    plumbline: Plumbline
    assessment_id: str
    room: Room
    people: dict[str, Joined] = field(default_factory=dict)
    sequence: int = 0

    def join(self, called: str, role: str = "practitioner", *, name: str | None = None) -> Joined:
        """Somebody comes in; without a name: anonymous, and called so here alone."""
        self.people[called] = self.plumbline.door.join(room_key(self.room.id), name=name, role=role)
        return self.people[called]

    def vote(self, called: str, item_id: str, choice: str, round_number: int = 1, **values: str) -> str:
        """Somebody votes; what became of it."""
        self.sequence += 1
        horizon = values.pop("horizon", "as-is")
        cast = Cast(
            item_id=item_id,
            horizon=horizon,
            round_number=round_number,
            choice=choice,
            sequence=self.sequence,
            **values,
        )
        return str(self.plumbline.door.vote(self.people[called].token, cast).outcome)

    def lead(self, call: Callable[..., Any], *arguments: Any) -> Any:
        """Lead the room one step on."""
        found = call(ME, self.assessment_id, self.room.id, *arguments, self.room.step)
        self.room = found.room if isinstance(found, RoomState) else found
        self.plumbline.door.pulse.forget_room(self.room.id)
        return found

    def ask(self, item_id: str) -> None:
        """Put a question."""
        self.lead(self.plumbline.voting.ask, item_id)

    def reveal(self) -> Revealed:
        """Reveal it; the as-is."""
        found: RoomState = self.lead(self.plumbline.voting.reveal)
        return found.revealed[0]

    def again(self) -> None:
        """Ask it once more."""
        self.lead(self.plumbline.voting.again)

    def codes(self, item_id: str) -> list[int | None]:
        """The codes of all answers to an item, in order."""
        votes = self.plumbline.answering.votes(ME, self.assessment_id, item_id)
        return sorted((one.answer.code for one in votes), key=lambda code: -1 if code is None else code)

    def participant_id(self, called: str) -> str:
        """The id of somebody in the room."""
        return self.people[called].participant_id

    def respondent_id(self, called: str) -> str:
        """As whom somebody speaks."""
        with self.plumbline._store.reading() as reader:
            participant = reader.rooms.participant(self.participant_id(called))
        assert participant is not None
        return participant.respondent_id


def a_workshop(plumbline: Plumbline, *, leaders: LeadersVote = LeadersVote.TOGETHER, **changes: Any) -> Workshop:
    """A workshop without anybody in it."""
    assessment_id = begun(plumbline, respondent_ids=())
    room = plumbline.rooms.open_room(ME, assessment_id, RoomKind.WORKSHOP, leaders=leaders, **changes)
    return Workshop(plumbline, assessment_id, room)


def a_workshop_of_four(plumbline: Plumbline) -> Workshop:
    """A workshop with three anonymous people and Ann, of leadership."""
    made = a_workshop(plumbline)
    for called in UNNAMED:
        made.join(called)
    made.join("Ann", "leadership", name="Ann Example")
    return made


@contextmanager
def reading(plumbline: Plumbline) -> Iterator[Reader]:
    """A transaction that reads."""
    with plumbline._store.reading() as reader:
        yield reader
