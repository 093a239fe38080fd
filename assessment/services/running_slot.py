"""The slot of the agenda whose time runs in a room: it begins and ends together with a step of the room.

When it began is in the database, so a crash loses nothing; what it took is kept when it ends, whatever ends it.
"""

from __future__ import annotations

from datetime import datetime

from assessment.domain.answered.workshop import MOST_SECONDS, AgendaSlot, SlotState
from assessment.domain.workshop.clock import seconds_since
from assessment.domain.workshop.room import Room
from assessment.errors import InvalidInput, NotAvailable
from assessment.services.drafts import Draft


def stored_slot(draft: Draft, process_id: str) -> AgendaSlot:
    """The slot of a process; NotAvailable where the agenda has none."""
    found = draft.writer.find(draft.stored.header.id, AgendaSlot, process_id)
    if found is None:
        raise NotAvailable("This place on the agenda")
    return found.entry


def keep_slot_time(draft: Draft, room: Room, state: SlotState, now: datetime) -> None:
    """Keep what the slot that runs in a room has taken until now, in the state given; nothing where none runs.

    Whoever ends it stores the room without it, in the same transaction.
    """
    if room.slot_process_id is None:
        return
    found = draft.writer.find(draft.stored.header.id, AgendaSlot, room.slot_process_id)
    if found is not None:
        spent = found.entry.spent_seconds + seconds_since(room.slot_begun_at or now, now)
        draft.put(found.entry.model_copy(update={"spent_seconds": min(MOST_SECONDS, spent), "state": state}))


def begin_slot(draft: Draft, process_id: str) -> None:
    """Let a slot be one whose time may run, whatever was said of it before."""
    draft.put(stored_slot(draft, process_id).model_copy(update={"state": SlotState.PLANNED}))


def running_ids(draft: Draft) -> frozenset[str]:
    """The processes whose time runs in an open room."""
    rooms = draft.writer.room_writer.rooms_of(draft.stored.header.id)
    return frozenset(room.slot_process_id for room in rooms if room.is_open and room.slot_process_id is not None)


def require_not_running(draft: Draft, process_id: str) -> None:
    """Raise InvalidInput where the time of a process runs in an open room."""
    if process_id in running_ids(draft):
        raise InvalidInput(draft.framework.process_by_id[process_id].name, "its time is running", "End it first.")
