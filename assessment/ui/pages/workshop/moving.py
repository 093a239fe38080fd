"""What moves the room on: each step is made from the step that was drawn, so two facilitators never skip one."""

from __future__ import annotations

from collections.abc import Callable

from assessment.domain.answered.workshop import ParkedPoint
from assessment.domain.authored.framework import Item
from assessment.domain.workshop.room import Room
from assessment.services.identity import new_noted_id
from assessment.ui import session
from assessment.ui.pages.workshop.place import Cockpit
from assessment.views.names import process_name
from assessment.views.wording.pages import workshop as words

ROOM_SIGN = "room"


def ask(cockpit: Cockpit, item_id: str) -> None:
    """Callback: ask a question."""
    voting = session.plumbline().voting
    _move(cockpit, lambda room: voting.ask(session.actor(), cockpit.assessment_id, room.id, item_id, room.step))


def reveal(cockpit: Cockpit) -> None:
    """Callback: take the votes in and show how they came out."""
    voting = session.plumbline().voting
    _move(cockpit, lambda room: voting.reveal(session.actor(), cockpit.assessment_id, room.id, room.step))


def again(cockpit: Cockpit) -> None:
    """Callback: ask the same question once more; the round before stays."""
    voting = session.plumbline().voting
    _move(cockpit, lambda room: voting.again(session.actor(), cockpit.assessment_id, room.id, room.step))


def pause(cockpit: Cockpit) -> None:
    """Callback: ask nothing for now."""
    voting = session.plumbline().voting
    _move(cockpit, lambda room: voting.lobby_phase(session.actor(), cockpit.assessment_id, room.id, room.step))


def close(cockpit: Cockpit, room: Room) -> None:
    """Callback: close the room; the door for phones is shut with the last one."""
    services, actor = session.plumbline(), session.actor()
    with session.saving(cockpit.key(ROOM_SIGN), words.CLOSED):
        services.rooms.close_room(actor, cockpit.assessment_id, room.id)
        if not any(one.is_open for one in services.rooms.rooms(actor, cockpit.assessment_id)):
            services.reach.shut(actor, cockpit.assessment_id)


def park(cockpit: Cockpit, item: Item) -> None:
    """Callback: keep the question as something to come back to; its words are changed among what was noted."""
    point = ParkedPoint(
        id=new_noted_id(),
        text=words.parked_question(item.name, process_name(cockpit.framework, item.process_id)),
        process_id=item.process_id,
        item_id=item.id,
    )
    with session.saving(cockpit.key(ROOM_SIGN), words.PARKED):
        session.plumbline().noted.put(session.actor(), cockpit.assessment_id, point, expected_version=0)


def _move(cockpit: Cockpit, change: Callable[[Room], object]) -> None:
    room = cockpit.room
    if room is None:
        return
    with session.saving(cockpit.key(ROOM_SIGN)):
        change(room)
    if not session.has_trouble(cockpit.key(ROOM_SIGN)):
        session.forget_outcome(cockpit.key(ROOM_SIGN))
