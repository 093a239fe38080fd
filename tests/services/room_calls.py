"""A call of each operation on rooms, voting and what goes with a workshop, for the walk over all operations."""

from __future__ import annotations

import secrets
from contextlib import suppress
from dataclasses import replace
from typing import Any

from assessment.domain.answered.assessment import Role
from assessment.domain.answered.workshop import AgendaSlot, ParkedPoint, RoomKind, SlotState
from assessment.domain.authored.framework import Horizon
from assessment.domain.workshop.accepting import Acceptable
from assessment.domain.workshop.hands import Tally
from assessment.domain.workshop.planner import TimeBox
from assessment.domain.workshop.room import LeadersVote, Participant, ParticipantState, Phase
from assessment.errors import InvalidInput
from assessment.services.authority import LOCAL_ACTOR, Actor
from assessment.services.plumbline import Plumbline
from assessment.services.rooms import RoomChange
from tests.services.places import ITEM, ME, NOWHERE, Call, Place, nothing_newer
from tests.services.rooms import opened_room

A_POINT = ParkedPoint(id="n1", text="Ask the auditor.")
A_SLOT = AgendaSlot(process_id="planning", place=0, minutes=12)
A_BOX = TimeBox(process_id="planning", item_count=8, minutes=12)
ACCEPTED = Acceptable(
    item_id=ITEM,
    horizon=Horizon.AS_IS,
    code=3,
    answer_count=3,
    same_count=3,
    consensus_share=1.0,
    respondent_ids=("r1", "r2", "r3"),
)


def without_rooms(plumbline: Plumbline, at: Place) -> Plumbline:
    """The same, with no open room of the assessment left by another call."""
    with plumbline._store.writing(actor_id=LOCAL_ACTOR.id, operation="rooms.test") as writer:
        for room in writer.room_writer.rooms_of(at.assessment_id):
            writer.room_writer.change_room(replace(room, is_open=False, step=room.step + 1), room.step)
    return plumbline


def a_room_at(plumbline: Plumbline, at: Place, **changes: Any) -> str:
    """The id of a new room."""
    is_nowhere = at.assessment_id == NOWHERE.assessment_id
    return at.assessment_id if is_nowhere else opened_room(plumbline, at.assessment_id, **changes).id


def somebody_in(plumbline: Plumbline, at: Place) -> tuple[str, str]:
    """The ids of a new room and of somebody in it who speaks as another person than the one of the place."""
    room_id, participant_id = a_room_at(plumbline, at), secrets.token_hex(8)
    if at.assessment_id != NOWHERE.assessment_id:
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


def on_agenda(plumbline: Plumbline, at: Place) -> str:
    """The id of an assessment, with a process on its agenda."""
    if at.assessment_id != NOWHERE.assessment_id and not plumbline.agenda.slots(ME, at.assessment_id):
        plumbline.agenda.put(ME, at.assessment_id, A_SLOT)
    return at.assessment_id


def let_in(plumbline: Plumbline, who: Actor, assessment_id: str) -> None:
    """Let phones in, where no server is there that could."""
    with suppress(InvalidInput):
        plumbline.reach.let_in(who, assessment_id)


ROOM_CALLS: dict[str, Call] = {
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
    "surveys.state": lambda p, who, at: p.surveys.state(who, at.assessment_id),
    "surveys.take-in": lambda p, who, at: nothing_newer(lambda: p.surveys.take_in(who, at.assessment_id)),
    "minutes.read": lambda p, who, at: p.minutes.read(who, at.assessment_id),
    "noted.read": lambda p, who, at: p.noted.read(who, at.assessment_id),
    "noted.put": lambda p, who, at: p.noted.put(who, at.assessment_id, A_POINT),
    "noted.remove": lambda p, who, at: p.noted.remove(who, at.assessment_id, ParkedPoint, "n1"),
    "agenda.slots": lambda p, who, at: p.agenda.slots(who, at.assessment_id),
    "agenda.clock": lambda p, who, at: p.agenda.clock(who, at.assessment_id),
    "agenda.propose": lambda p, who, at: p.agenda.propose(who, at.assessment_id, people_count=5, minutes=120),
    "agenda.next-items": lambda p, who, at: p.agenda.next_items(who, at.assessment_id),
    "agenda.take": lambda p, who, at: p.agenda.take(who, at.assessment_id, (A_BOX,), expected_versions={}),
    "agenda.put": lambda p, who, at: p.agenda.put(who, at.assessment_id, A_SLOT),
    "agenda.remove": lambda p, who, at: p.agenda.remove(who, at.assessment_id, A_SLOT.process_id),
    "agenda.reorder": lambda p, who, at: p.agenda.reorder(who, at.assessment_id, (A_SLOT.process_id,)),
    "agenda.mark": lambda p, who, at: p.agenda.mark(who, on_agenda(p, at), A_SLOT.process_id, SlotState.SKIPPED),
    "agenda.begin": lambda p, who, at: p.agenda.begin(
        who, on_agenda(p, at), a_room_at(p, at), A_SLOT.process_id, expected_step=1
    ),
    "agenda.end": lambda p, who, at: p.agenda.end(who, at.assessment_id, a_room_at(p, at), expected_step=1),
    "accepting.acceptable": lambda p, who, at: p.accepting.acceptable(who, at.assessment_id),
    "accepting.accept": lambda p, who, at: p.accepting.accept(who, at.assessment_id, (ACCEPTED,)),
    "hands.rounds": lambda p, who, at: p.hands.rounds(who, at.assessment_id, ITEM),
    "hands.count": lambda p, who, at: without_rooms(p, at).hands.count(
        who, at.assessment_id, ITEM, Horizon.AS_IS, Tally(code_counts=(0, 0, 3, 0, 0, 0)), number=1
    ),
    "projector.look": lambda p, who, at: p.projector.look(who, a_room_at(p, at)),
    "reach.ways": lambda p, who, at: p.reach.ways(who, at.assessment_id),
    "reach.let-in": lambda p, who, at: let_in(p, who, at.assessment_id),
    "reach.shut": lambda p, who, at: p.reach.shut(who, at.assessment_id),
}
