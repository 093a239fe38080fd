"""A call of each operation on rooms and voting, for the walk over all operations."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import replace
from typing import Any, Protocol

from assessment.domain.answered.assessment import Role
from assessment.domain.answered.workshop import RoomKind
from assessment.domain.workshop.room import LeadersVote, Participant, ParticipantState, Phase
from assessment.services.authority import LOCAL_ACTOR, Actor
from assessment.services.plumbline import Plumbline
from assessment.services.rooms import RoomChange
from tests.services.rooms import opened_room


class At(Protocol):
    """Where a call is made: an assessment, and somebody in it."""

    @property
    def assessment_id(self) -> str: ...

    @property
    def respondent_id(self) -> str: ...


ITEM = "planning.deliver-1"
NOWHERE = "nowhere"


def without_rooms(plumbline: Plumbline, at: At) -> Plumbline:
    """The same, with no open room of the assessment left by another call."""
    with plumbline._store.writing(actor_id=LOCAL_ACTOR.id, operation="rooms.test") as writer:
        for room in writer.room_writer.rooms_of(at.assessment_id):
            writer.room_writer.change_room(replace(room, is_open=False, step=room.step + 1), room.step)
    return plumbline


def a_room_at(plumbline: Plumbline, at: At, **changes: Any) -> str:
    """The id of a new room."""
    return NOWHERE if at.assessment_id == NOWHERE else opened_room(plumbline, at.assessment_id, **changes).id


def somebody_in(plumbline: Plumbline, at: At) -> tuple[str, str]:
    """The ids of a new room and of somebody in it who speaks as another person than the one of the place."""
    room_id, participant_id = a_room_at(plumbline, at), secrets.token_hex(8)
    if room_id != NOWHERE:
        participant = Participant(
            id=participant_id,
            room_id=room_id,
            assessment_id=at.assessment_id,
            respondent_id="nobody-yet",
            role=Role.PRACTITIONER,
            is_anonymous=False,
            is_by_link=False,
            state=ParticipantState.IN,
            seen_at=None,
        )
        with plumbline._store.writing(actor_id=LOCAL_ACTOR.id, operation="rooms.test") as writer:
            writer.room_writer.add_participant(participant)
    return room_id, participant_id


def asked(phase: Phase) -> dict[str, Any]:
    """A room in which a question was put."""
    return {"phase": phase, "item_id": ITEM, "round_number": 1}


ROOM_CALLS: dict[str, Callable[[Plumbline, Actor, Any], Any]] = {
    "rooms.open": lambda p, who, at: without_rooms(p, at).rooms.open_room(who, at.assessment_id, RoomKind.WORKSHOP),
    "rooms.close": lambda p, who, at: p.rooms.close_room(who, at.assessment_id, a_room_at(p, at)),
    "rooms.reopen": lambda p, who, at: without_rooms(p, at).rooms.reopen_room(
        who, at.assessment_id, a_room_at(p, at, is_open=False)
    ),
    "rooms.change": lambda p, who, at: p.rooms.change(
        who, at.assessment_id, a_room_at(p, at), 1, RoomChange(leaders=LeadersVote.LAST)
    ),
    "rooms.list": lambda p, who, at: p.rooms.rooms(who, at.assessment_id),
    "rooms.lobby": lambda p, who, at: p.rooms.lobby(who, at.assessment_id, a_room_at(p, at)),
    "rooms.put-out": lambda p, who, at: p.rooms.put_out(who, at.assessment_id, *somebody_in(p, at)),
    "rooms.merge": lambda p, who, at: p.rooms.merge(who, at.assessment_id, *somebody_in(p, at), at.respondent_id),
    "rooms.personal-link": lambda p, who, at: p.rooms.personal_link(who, at.assessment_id, at.respondent_id),
    "voting.state": lambda p, who, at: p.voting.state(who, at.assessment_id, a_room_at(p, at)),
    "voting.ask": lambda p, who, at: p.voting.ask(who, at.assessment_id, a_room_at(p, at), ITEM, 1),
    "voting.again": lambda p, who, at: p.voting.again(
        who, at.assessment_id, a_room_at(p, at, **asked(Phase.REVEALED)), 1
    ),
    "voting.reveal": lambda p, who, at: p.voting.reveal(
        who, at.assessment_id, a_room_at(p, at, **asked(Phase.VOTING)), 1
    ),
    "voting.lobby-phase": lambda p, who, at: p.voting.lobby_phase(who, at.assessment_id, a_room_at(p, at), 1),
    "voting.take-in": lambda p, who, at: p.voting.take_in(who, at.assessment_id, a_room_at(p, at)),
}
