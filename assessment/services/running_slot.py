"""The slot of the agenda whose time runs in a room: it begins and ends together with a step of the room.

When it began is in the database, so a crash loses nothing; what it took is kept when it ends, whatever ends it.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from assessment.domain.answered.workshop import MOST_SECONDS, AgendaSlot, SlotState
from assessment.domain.workshop.clock import seconds_since
from assessment.domain.workshop.room import Room
from assessment.errors import InvalidInput, NotAvailable, RoomClosed
from assessment.services.drafts import Draft
from assessment.store import OutdatedRoom


def room_at(draft: Draft, room_id: str, expected_step: int) -> Room:
    """A locked room of the assessment that is being changed, as it was seen.

    Raises NotAvailable without one, RoomClosed for a closed one, OutdatedRoom where it has moved on.
    """
    room = locked_room(draft, room_id)
    if not room.is_open:
        raise RoomClosed
    if room.step != expected_step:
        raise OutdatedRoom(room)
    return room


def locked_room(draft: Draft, room_id: str) -> Room:
    """A room of the assessment that is being changed; nobody else changes it meanwhile. NotAvailable without one."""
    room = draft.writer.room_writer.lock(room_id)
    if room is None or room.assessment_id != draft.stored.header.id:
        raise NotAvailable("This room")
    return room


def stored_slot(draft: Draft, process_id: str) -> AgendaSlot:
    """The slot of a process; NotAvailable where the agenda has none."""
    found = draft.writer.find(draft.stored.header.id, AgendaSlot, process_id)
    if found is None:
        raise NotAvailable("This place on the agenda")
    return found.entry


def without_running_slot(draft: Draft, room: Room, state: SlotState, now: datetime) -> Room:
    """The room with no time running; what the slot took is kept with it, in the state given. The room is not stored.

    Whoever closes a room or changes it in the same transaction stores it at its next step.
    """
    if room.slot_process_id is None:
        return room
    found = draft.writer.find(draft.stored.header.id, AgendaSlot, room.slot_process_id)
    if found is not None:
        begun_at = room.slot_begun_at or now
        spent = min(MOST_SECONDS, found.entry.spent_seconds + seconds_since(begun_at, now))
        draft.put(found.entry.model_copy(update={"spent_seconds": spent, "state": state}))
    return replace(room, slot_process_id=None, slot_begun_at=None)


def with_running_slot(draft: Draft, room: Room, process_id: str, now: datetime) -> Room:
    """The room with the time of a process running, from now on. The room is not stored."""
    slot = stored_slot(draft, process_id)
    draft.put(slot.model_copy(update={"state": SlotState.PLANNED}))
    return replace(room, slot_process_id=process_id, slot_begun_at=now)


def at_next_step(draft: Draft, room: Room, expected_step: int) -> Room:
    """Store a changed room at its next step; the room as it is then."""
    changed = replace(room, step=expected_step + 1)
    draft.writer.room_writer.change_room(changed, expected_step)
    return changed


def require_not_running(draft: Draft, process_id: str) -> None:
    """Raise InvalidInput where the time of a process runs in an open room."""
    rooms = draft.writer.room_writer.rooms_of(draft.stored.header.id)
    if any(room.is_open and room.slot_process_id == process_id for room in rooms):
        name = draft.framework.process_by_id[process_id].name
        raise InvalidInput(name, "its time is running", "End it first.")
