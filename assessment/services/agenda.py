"""The agenda of a workshop: which processes, in what order, how long each, and the clock against it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass

from assessment.domain.answered.workshop import LONGEST_SLOT_MINUTES, AgendaSlot, RoomKind, SlotState
from assessment.domain.authored.framework import Depth
from assessment.domain.workshop.clock import AgendaClock, read_clock
from assessment.domain.workshop.next_item import NextItem, next_items
from assessment.domain.workshop.planner import (
    ProcessOrder,
    TimeBox,
    WorkshopPlan,
    ordered_processes,
    pace_of,
    plan_workshop,
    sizes_of,
)
from assessment.domain.workshop.room import Room
from assessment.errors import InvalidInput
from assessment.services.authority import Permission, Permit, Subject, operation
from assessment.services.computing import Computing
from assessment.services.drafts import Draft
from assessment.services.leading import Leading, leading, require_open
from assessment.services.repository import stored_header
from assessment.services.room_state import room_of
from assessment.services.running_slot import (
    begin_slot,
    keep_slot_time,
    require_not_running,
    running_ids,
    stored_slot,
)
from assessment.store import OutdatedRoom, Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredSlot:
    """A slot with its version."""

    slot: AgendaSlot
    version: int


class AgendaService:
    """Slots, their time in a room, a proposal, and the question to talk about next."""

    def __init__(self, computing: Computing) -> None:
        self.rights = computing.repository.rights
        self._computing = computing
        self._repository = computing.repository

    @operation("agenda.slots", Permission.READ, on=Subject.ASSESSMENT)
    def slots(self, permit: Permit, assessment_id: str) -> tuple[StoredSlot, ...]:
        """The agenda in its order, each slot with its version."""
        del permit
        with self._repository.store.reading() as reader:
            stored_header(reader, assessment_id)
            return _slots(reader, assessment_id)

    @operation("agenda.clock", Permission.READ, on=Subject.ASSESSMENT)
    def clock(self, permit: Permit, assessment_id: str, room_id: str | None = None) -> AgendaClock:
        """The clock against the agenda now, by the time that runs in a room; NotAvailable for a room of another's."""
        del permit
        with self._repository.store.reading() as reader:
            stored_header(reader, assessment_id)
            room = None if room_id is None else room_of(reader, assessment_id, room_id)
            slots = [one.slot for one in _slots(reader, assessment_id)]
        running_id, begun_at = (None, None) if room is None else (room.slot_process_id, room.slot_begun_at)
        return read_clock(slots, running_id, begun_at, self._repository.store.now())

    @operation("agenda.propose", Permission.READ, on=Subject.ASSESSMENT)
    def propose(
        self,
        permit: Permit,
        assessment_id: str,
        *,
        people_count: int,
        minutes: int,
        order: ProcessOrder = ProcessOrder.STAKE,
        pace_seconds: float | None = None,
        depth: Depth | None = None,
    ) -> WorkshopPlan:
        """How many processes fit, and how long each takes; nothing is saved.

        Processes that are done or were left out are not asked again. `pace_seconds` is a pace that somebody chose;
        without one the pace seen in this workshop, and the assumed one where nothing was done yet. `depth` is another
        one than the assessment's, to compare with.
        """
        del permit
        with self._repository.store.reading() as reader:
            stored = stored_header(reader, assessment_id)
            framework, assessment = self._repository.pinned(reader, stored), self._repository.load(reader, stored)
        over = {slot.process_id for slot in assessment.agenda if slot.state is not SlotState.PLANNED}
        wanted = [one for one in ordered_processes(framework, assessment, order) if one not in over]
        header = assessment.header
        sizes = sizes_of(framework, wanted, depth or header.depth, asks_to_be=header.asks_to_be)
        pace = pace_of(assessment) if pace_seconds is None else pace_seconds
        return plan_workshop(sizes, people_count, minutes, pace)

    @operation("agenda.take", Permission.EDIT, on=Subject.ASSESSMENT)
    def take(
        self, permit: Permit, assessment_id: str, boxes: tuple[TimeBox, ...], *, expected_versions: Mapping[str, int]
    ) -> None:
        """Make a proposal the agenda: behind what has begun or is over, in place of everything that waits.

        `expected_versions` are those of the slots that were seen; Conflict where one of them was changed since. A slot
        that somebody added meanwhile stays, behind the others.
        """
        with self._repository.changing(permit, assessment_id) as draft:
            _take(draft, {box.process_id: box for box in boxes}, expected_versions)

    @operation("agenda.put", Permission.EDIT, on=Subject.ASSESSMENT)
    def put(self, permit: Permit, assessment_id: str, slot: AgendaSlot, *, expected_version: int | None = None) -> int:
        """Store a slot in place of the one of its process; returns its version. What it took is kept as it is stored.

        Conflict when somebody saved another since `expected_version`, 0 for a new one.
        """
        with self._repository.changing(permit, assessment_id) as draft:
            _require_in_scope(draft, slot.process_id)
            found = draft.writer.find(assessment_id, AgendaSlot, slot.process_id)
            if found is not None and found.version == expected_version:
                slot = slot.model_copy(update={"spent_seconds": found.entry.spent_seconds})
            version, _ = draft.put(slot, expected_version)
            return version

    @operation("agenda.remove", Permission.EDIT, on=Subject.ASSESSMENT)
    def remove(
        self, permit: Permit, assessment_id: str, process_id: str, *, expected_version: int | None = None
    ) -> None:
        """Take a process off the agenda; one that is not on it changes nothing. InvalidInput while its time runs."""
        with self._repository.changing(permit, assessment_id) as draft:
            require_not_running(draft, process_id)
            draft.remove(AgendaSlot, process_id, expected_version=expected_version)

    @operation("agenda.reorder", Permission.EDIT, on=Subject.ASSESSMENT)
    def reorder(
        self,
        permit: Permit,
        assessment_id: str,
        process_ids: tuple[str, ...],
        *,
        expected_versions: Mapping[str, int] | None = None,
    ) -> None:
        """Put the slots in an order; those not named come behind. Conflict where one was changed since it was seen."""
        with self._repository.changing(permit, assessment_id) as draft:
            slots = {one.slot.process_id: one.slot for one in _slots(draft.writer, assessment_id)}
            named = [process_id for process_id in dict.fromkeys(process_ids) if process_id in slots]
            order = [*named, *(process_id for process_id in slots if process_id not in named)]
            for place, process_id in enumerate(order):
                seen = None if expected_versions is None else expected_versions.get(process_id)
                draft.put(slots[process_id].model_copy(update={"place": place}), seen)

    @operation("agenda.mark", Permission.EDIT, on=Subject.ASSESSMENT)
    def mark(
        self,
        permit: Permit,
        assessment_id: str,
        process_id: str,
        state: SlotState,
        *,
        expected_version: int | None = None,
    ) -> int:
        """Leave a process out, put it off to be finished by link, or return to it; returns the slot's version.

        InvalidInput while its time runs: `end` says what becomes of it then.
        """
        with self._repository.changing(permit, assessment_id) as draft:
            require_not_running(draft, process_id)
            slot = stored_slot(draft, process_id).model_copy(update={"state": state})
            version, _ = draft.put(slot, expected_version)
            return version

    @operation("agenda.begin", Permission.EDIT, on=Subject.ASSESSMENT)
    def begin(
        self,
        permit: Permit,
        assessment_id: str,
        room_id: str,
        process_id: str,
        *,
        expected_step: int,
        ending: SlotState = SlotState.DONE,
    ) -> Room:
        """Let the time of a process run in a room; the one that runs ends, in the state `ending`.

        Beginning the one that runs changes nothing. Conflict where the room has moved on since `expected_step`.
        """
        with leading(self._repository, permit, assessment_id, room_id) as led:
            if led.room.is_open and led.room.slot_process_id == process_id:
                return led.room
            _require_step(led, expected_step)
            now = self._repository.store.now()
            keep_slot_time(led.draft, led.room, ending, now)
            begin_slot(led.draft, process_id)
            return led.step(slot_process_id=process_id, slot_begun_at=now)

    @operation("agenda.end", Permission.EDIT, on=Subject.ASSESSMENT)
    def end(
        self,
        permit: Permit,
        assessment_id: str,
        room_id: str,
        *,
        expected_step: int,
        state: SlotState = SlotState.DONE,
    ) -> Room:
        """End the process whose time runs: done, left out, to be finished by link, or to come back to (planned).

        What it took is kept. Where no time runs nothing changes. Conflict as for `begin`.
        """
        with leading(self._repository, permit, assessment_id, room_id) as led:
            if led.room.slot_process_id is None:
                return led.room
            _require_step(led, expected_step)
            keep_slot_time(led.draft, led.room, state, self._repository.store.now())
            return led.step(slot_process_id=None, slot_begun_at=None)

    @operation("agenda.next-items", Permission.READ, on=Subject.ASSESSMENT)
    def next_items(
        self,
        permit: Permit,
        assessment_id: str,
        *,
        process_ids: Set[str] | None = None,
        put_off_ids: Set[str] = frozenset(),
    ) -> tuple[NextItem, ...]:
        """Every question that has no agreed value, the next best first, each with why."""
        del permit
        computed = self._computing.compute(assessment_id)
        return next_items(
            computed.framework,
            computed.assessment,
            computed.result,
            process_ids=process_ids,
            put_off_ids=put_off_ids,
        )


def _slots(reader: Reader, assessment_id: str) -> tuple[StoredSlot, ...]:
    found = [StoredSlot(slot=one.entry, version=one.version) for one in reader.entries(assessment_id, AgendaSlot)]
    return tuple(sorted(found, key=lambda one: (one.slot.place, one.slot.process_id)))


def _take(draft: Draft, boxes: Mapping[str, TimeBox], expected_versions: Mapping[str, int]) -> None:
    """Put what is proposed behind what has begun, and what somebody else added meanwhile behind that."""
    slots = {one.slot.process_id: one.slot for one in _slots(draft.writer, draft.stored.header.id)}
    running = running_ids(draft)
    begun = [process_id for process_id, slot in slots.items() if _has_begun(slot, running)]
    proposed = [process_id for process_id in boxes if process_id not in begun]
    waiting = [process_id for process_id in slots if process_id not in (*begun, *proposed)]
    for process_id in waiting:
        if process_id in expected_versions:
            draft.remove(AgendaSlot, process_id, expected_version=expected_versions[process_id])
    added = [process_id for process_id in waiting if process_id not in expected_versions]
    for place, process_id in enumerate((*begun, *proposed, *added)):
        slot = slots.get(process_id) or _new_slot(draft, process_id)
        minutes = min(boxes[process_id].minutes, LONGEST_SLOT_MINUTES) if process_id in proposed else slot.minutes
        changed = slot.model_copy(update={"place": place, "minutes": minutes})
        draft.put(changed, expected_versions.get(process_id))


def _require_step(led: Leading, expected_step: int) -> None:
    """Raise RoomClosed for a closed room, OutdatedRoom where it has moved on."""
    require_open(led.room, RoomKind.WORKSHOP)
    if led.room.step != expected_step:
        raise OutdatedRoom(led.room)


def _has_begun(slot: AgendaSlot, running_ids: Iterable[str]) -> bool:
    """Whether a slot is more than a plan: its time runs or ran, or somebody said what becomes of it."""
    return slot.process_id in running_ids or slot.spent_seconds > 0 or slot.state is not SlotState.PLANNED


def _new_slot(draft: Draft, process_id: str) -> AgendaSlot:
    _require_in_scope(draft, process_id)
    return AgendaSlot(process_id=process_id, place=0, minutes=1)


def _require_in_scope(draft: Draft, process_id: str) -> None:
    if process_id in draft.framework.process_by_id and process_id not in draft.stored.scope:
        name = draft.framework.process_by_id[process_id].name
        raise InvalidInput(name, "it is not in the scope of this assessment", "Put it in scope in Set-up first.")
