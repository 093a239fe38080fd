"""What moves the room on: each step is made from the step that was drawn, so two facilitators never skip one."""

from __future__ import annotations

from collections.abc import Callable

from assessment.domain.workshop.room import Room
from assessment.ui import session
from assessment.ui.pages.workshop.place import Cockpit

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


def _move(cockpit: Cockpit, change: Callable[[Room], object]) -> None:
    room = cockpit.room
    if room is None:
        return
    with session.saving(cockpit.key(ROOM_SIGN)):
        change(room)
    if not session.has_trouble(cockpit.key(ROOM_SIGN)):
        session.forget_outcome(cockpit.key(ROOM_SIGN))
