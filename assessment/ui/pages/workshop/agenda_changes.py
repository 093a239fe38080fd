"""What the buttons of the agenda do: each a callback that changes one slot, as it was drawn and no other."""

from __future__ import annotations

from collections.abc import Sequence

from assessment.domain.answered.workshop import SlotState
from assessment.services.agenda import StoredSlot
from assessment.ui import session
from assessment.ui.pages.workshop.place import Cockpit


def begin(cockpit: Cockpit, process_id: str) -> None:
    """Callback: let the time of a process run; the one that runs is done."""
    room = cockpit.room
    if room is not None:
        with session.saving(cockpit.key("agenda")):
            session.plumbline().agenda.begin(
                session.actor(), cockpit.assessment_id, room.id, process_id, expected_step=room.step
            )


def end(cockpit: Cockpit, state: SlotState) -> None:
    """Callback: end the process whose time runs."""
    room = cockpit.room
    if room is not None:
        with session.saving(cockpit.key("agenda")):
            session.plumbline().agenda.end(
                session.actor(), cockpit.assessment_id, room.id, expected_step=room.step, state=state
            )


def mark(cockpit: Cockpit, stored: StoredSlot, state: SlotState) -> None:
    """Callback: say what becomes of a process whose time does not run."""
    with session.saving(cockpit.key("agenda")):
        session.plumbline().agenda.mark(
            session.actor(),
            cockpit.assessment_id,
            stored.slot.process_id,
            state,
            expected_version=stored.version,
        )


def set_minutes(cockpit: Cockpit, stored: StoredSlot, minutes_key: str) -> None:
    """Callback: give a process another time box."""
    changed = stored.slot.model_copy(update={"minutes": int(session.value(minutes_key))})
    with session.saving(cockpit.key("agenda")):
        session.plumbline().agenda.put(session.actor(), cockpit.assessment_id, changed, expected_version=stored.version)


def swap(cockpit: Cockpit, slots: Sequence[StoredSlot], place: int) -> None:
    """Callback: let a slot and the one behind it change places."""
    ids = [one.slot.process_id for one in slots]
    ids[place], ids[place + 1] = ids[place + 1], ids[place]
    seen = {one.slot.process_id: one.version for one in slots}
    with session.saving(cockpit.key("agenda")):
        session.plumbline().agenda.reorder(session.actor(), cockpit.assessment_id, tuple(ids), expected_versions=seen)


def remove(cockpit: Cockpit, stored: StoredSlot) -> None:
    """Callback: take a process off the agenda."""
    with session.saving(cockpit.key("agenda")):
        session.plumbline().agenda.remove(
            session.actor(), cockpit.assessment_id, stored.slot.process_id, expected_version=stored.version
        )
