"""A workshop's room on the invented framework, people in it who vote, and the page of whoever leads it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from streamlit.testing.v1 import AppTest

from assessment.domain.answered.workshop import RoomKind
from assessment.domain.authored.framework import Horizon
from assessment.domain.workshop.place import Cast, Joined
from assessment.domain.workshop.room import Room
from assessment.domain.workshop.sequence import asked_in_room
from assessment.services.authority import LOCAL_ACTOR as ME
from assessment.services.identity import room_key
from assessment.services.plumbline import Plumbline
from tests.builders import an_assessment
from tests.ui.assessed import framework_of, page, pinned, stored

ITEM, NEXT = "planning.deliver-1", "planning.deliver-2"
_SEQUENCE = count(1)


@dataclass
class InRoom:
    """An open room, by its assessment, with the phones that came in."""

    plumbline: Plumbline
    assessment_id: str
    room_id: str
    phones: dict[str, Joined] = field(default_factory=dict)

    @property
    def room(self) -> Room:
        """The room as the store has it."""
        return next(one for one in self.plumbline.rooms.rooms(ME, self.assessment_id) if one.id == self.room_id)

    def join(self, name: str | None, role: str = "practitioner") -> Joined:
        """Somebody comes in by the QR code."""
        joined = self.plumbline.door.join(room_key(self.room_id), name=name, role=role)
        self.phones[name or joined.participant_id] = joined
        return joined

    def vote(
        self, who: str, value: int | str, item_id: str = ITEM, horizon: Horizon = Horizon.AS_IS, **more: Any
    ) -> None:
        """Somebody votes in the round that is open."""
        cast = Cast(
            item_id=item_id,
            horizon=horizon,
            round_number=self.room.round_number,
            choice=str(value),
            sequence=next(_SEQUENCE),
            **more,
        )
        self.plumbline.door.vote(self.phones[who].token, cast)

    def asked(self, item_id: str = ITEM) -> InRoom:
        """The room once a question is put to it."""
        self.plumbline.voting.ask(ME, self.assessment_id, self.room_id, item_id, self.room.step)
        return self

    def revealed(self, **votes: int | str) -> InRoom:
        """The room once these people voted and it was shown."""
        for who, value in votes.items():
            self.vote(who, value, self.room.item_id or ITEM)
        self.plumbline.voting.reveal(ME, self.assessment_id, self.room_id, self.room.step)
        return self

    def page(self, kept: Mapping[str, object] | None = None, **ids: str) -> AppTest:
        """The page of whoever leads it; `kept`: choices of theirs by their keys."""
        return page("workshop", kept, assessment=self.assessment_id, **ids)

    def items(self, process_id: str = "planning") -> list[str]:
        """The questions of a process, in the order in which a room goes through them."""
        assessment = self.plumbline.assessments.load(ME, self.assessment_id)
        framework = self.plumbline.assessments.framework(ME, self.assessment_id)
        return [item.id for item in asked_in_room(framework, assessment, process_id)]

    def key(self, name: str) -> str:
        """Key of a widget of the page."""
        return f"workshop:{self.assessment_id}:{name}"


def an_unanswered_one(plumbline: Plumbline, **changes: Any) -> str:
    """An assessment that nobody has answered yet; returns its id."""
    framework = framework_of(plumbline)
    return stored(plumbline, pinned(framework, an_assessment(framework, **{"respondents": (), **changes})))


def a_room(plumbline: Plumbline, *names: str, leaders: Any = None, **changes: Any) -> InRoom:
    """An open room with these people in it."""
    assessment_id = an_unanswered_one(plumbline, **changes)
    more = {} if leaders is None else {"leaders": leaders}
    room = plumbline.rooms.open_room(ME, assessment_id, RoomKind.WORKSHOP, **more)
    entered = InRoom(plumbline, assessment_id, room.id)
    for name in names:
        entered.join(name)
    return entered
