"""The agenda in the store: slots, their time in a room, a proposal, and what two people do at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from assessment.domain.answered.workshop import AgendaSlot, RoomKind, SlotState
from assessment.domain.authored.framework import Depth
from assessment.domain.workshop.next_item import NextReason
from assessment.domain.workshop.planner import ProcessOrder, TimeBox
from assessment.domain.workshop.room import Room
from assessment.errors import Conflict, InvalidInput, NotAvailable, RoomClosed
from assessment.services.authority import LOCAL_ACTOR as ME
from assessment.services.plumbline import Plumbline, open_plumbline
from assessment.settings import Settings
from tests.builders import agreed, rated
from tests.services.conftest import at_once, begun

NINE = datetime(2026, 1, 15, 9, tzinfo=UTC)
PLANNED, DONE, SKIPPED, LATER = SlotState


class Watch:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = NINE

    def __call__(self) -> datetime:
        return self.now

    def goes_on(self, **time: float) -> None:
        self.now += timedelta(**time)


@pytest.fixture
def watch(plumbline: Plumbline, monkeypatch: pytest.MonkeyPatch) -> Watch:
    found = Watch()
    monkeypatch.setattr(plumbline._store, "now", found)
    return found


@pytest.fixture
def assessment_id(plumbline: Plumbline) -> str:
    return begun(plumbline, depth=Depth.QUICK)


def put(plumbline: Plumbline, assessment_id: str, *process_ids: str, minutes: int = 10) -> None:
    for place, process_id in enumerate(process_ids):
        slot = AgendaSlot(process_id=process_id, place=place, minutes=minutes)
        plumbline.agenda.put(ME, assessment_id, slot, expected_version=0)


def slots(plumbline: Plumbline, assessment_id: str) -> dict[str, AgendaSlot]:
    return {one.slot.process_id: one.slot for one in plumbline.agenda.slots(ME, assessment_id)}


def versions(plumbline: Plumbline, assessment_id: str) -> dict[str, int]:
    return {one.slot.process_id: one.version for one in plumbline.agenda.slots(ME, assessment_id)}


def opened(plumbline: Plumbline, assessment_id: str) -> Room:
    return plumbline.rooms.open_room(ME, assessment_id, RoomKind.WORKSHOP)


def test_a_slot_is_on_the_agenda_once_it_is_put_and_off_it_once_it_is_removed(
    plumbline: Plumbline, assessment_id: str
) -> None:
    put(plumbline, assessment_id, "planning", "building")
    assert list(slots(plumbline, assessment_id)) == ["planning", "building"]

    plumbline.agenda.remove(
        ME, assessment_id, "planning", expected_version=versions(plumbline, assessment_id)["planning"]
    )
    plumbline.agenda.remove(ME, assessment_id, "planning")

    assert list(slots(plumbline, assessment_id)) == ["building"]
    assert plumbline.assessments.load(ME, assessment_id).agenda == tuple(slots(plumbline, assessment_id).values())


def test_a_process_out_of_scope_or_unknown_is_not_put_on_the_agenda(plumbline: Plumbline, assessment_id: str) -> None:
    plumbline.setup.set_scope(ME, assessment_id, ("planning",))
    for process_id in ("building", "nothing"):
        with pytest.raises(InvalidInput):
            put(plumbline, assessment_id, process_id)
    box = TimeBox(process_id="building", item_count=8, minutes=12)
    with pytest.raises(InvalidInput, match="not in the scope"):
        plumbline.agenda.take(ME, assessment_id, (box,), expected_versions={})
    assert slots(plumbline, assessment_id) == {}


def test_of_two_who_change_a_slot_the_second_is_told(plumbline: Plumbline, assessment_id: str) -> None:
    put(plumbline, assessment_id, "planning")
    seen = versions(plumbline, assessment_id)["planning"]
    mine = AgendaSlot(process_id="planning", place=0, minutes=20)
    plumbline.agenda.put(ME, assessment_id, mine, expected_version=seen)

    changed = mine.model_copy(update={"minutes": 25})
    with pytest.raises(Conflict) as told:
        plumbline.agenda.put(ME, assessment_id, changed, expected_version=seen)

    assert (told.value.what, told.value.theirs, told.value.yours) == (
        "The place on the agenda for Planning",
        "Minutes: 20",
        "Minutes: 25",
    )
    assert slots(plumbline, assessment_id)["planning"].minutes == 20


def test_slots_are_put_in_an_order_and_those_not_named_come_behind(plumbline: Plumbline, assessment_id: str) -> None:
    put(plumbline, assessment_id, "planning", "building", "releasing")
    seen = versions(plumbline, assessment_id)

    plumbline.agenda.reorder(ME, assessment_id, ("releasing", "planning", "nothing"), expected_versions=seen)

    assert list(slots(plumbline, assessment_id)) == ["releasing", "planning", "building"]
    with pytest.raises(Conflict):
        plumbline.agenda.reorder(ME, assessment_id, ("building", "planning", "releasing"), expected_versions=seen)
    assert list(slots(plumbline, assessment_id)) == ["releasing", "planning", "building"]


def test_the_time_of_a_process_runs_and_is_kept_when_it_ends(
    plumbline: Plumbline, assessment_id: str, watch: Watch
) -> None:
    put(plumbline, assessment_id, "planning", "building")
    room = opened(plumbline, assessment_id)
    assert plumbline.agenda.clock(ME, assessment_id, room.id).behind_seconds is None

    room = plumbline.agenda.begin(ME, assessment_id, room.id, "planning", expected_step=room.step)
    watch.goes_on(minutes=13)
    running = plumbline.agenda.clock(ME, assessment_id, room.id)
    room = plumbline.agenda.end(ME, assessment_id, room.id, expected_step=room.step)

    assert (running.running_id, running.elapsed_seconds, running.behind_seconds) == ("planning", 780, 180)
    assert (room.slot_process_id, room.slot_begun_at) == (None, None)
    assert slots(plumbline, assessment_id)["planning"].spent_seconds == 780
    assert slots(plumbline, assessment_id)["planning"].state is DONE
    assert plumbline.agenda.clock(ME, assessment_id, room.id).behind_seconds == 180


def test_going_on_ends_one_and_begins_the_next_and_returning_adds_up(
    plumbline: Plumbline, assessment_id: str, watch: Watch
) -> None:
    put(plumbline, assessment_id, "planning", "building")
    room = opened(plumbline, assessment_id)
    for process_id, minutes in (("planning", 4), ("building", 5), ("planning", 6)):
        room = plumbline.agenda.begin(ME, assessment_id, room.id, process_id, expected_step=room.step)
        watch.goes_on(minutes=minutes)
    assert slots(plumbline, assessment_id)["planning"].state is PLANNED
    assert slots(plumbline, assessment_id)["building"].state is DONE

    plumbline.agenda.end(ME, assessment_id, room.id, expected_step=room.step, state=LATER)

    found = slots(plumbline, assessment_id)
    assert (found["planning"].spent_seconds, found["planning"].state) == (600, LATER)
    assert found["building"].spent_seconds == 300


def test_a_crash_loses_none_of_the_time(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    watch, first = Watch(), open_plumbline(settings)
    monkeypatch.setattr(first._store, "now", watch)
    assessment_id = begun(first, depth=Depth.QUICK)
    put(first, assessment_id, "planning")
    room = opened(first, assessment_id)
    room = first.agenda.begin(ME, assessment_id, room.id, "planning", expected_step=room.step)
    first.close()
    watch.goes_on(minutes=8)

    second = open_plumbline(settings)
    monkeypatch.setattr(second._store, "now", watch)
    assert second.agenda.clock(ME, assessment_id, room.id).elapsed_seconds == 480
    second.agenda.end(ME, assessment_id, room.id, expected_step=room.step)
    assert slots(second, assessment_id)["planning"].spent_seconds == 480
    second.close()


def test_closing_the_room_keeps_the_time_of_what_runs(plumbline: Plumbline, assessment_id: str, watch: Watch) -> None:
    put(plumbline, assessment_id, "planning")
    room = opened(plumbline, assessment_id)
    plumbline.agenda.begin(ME, assessment_id, room.id, "planning", expected_step=room.step)
    watch.goes_on(minutes=3)

    closed = plumbline.rooms.close_room(ME, assessment_id, room.id).room

    assert slots(plumbline, assessment_id)["planning"].spent_seconds == 180
    assert (closed.slot_process_id, closed.slot_begun_at) == (None, None)


def test_beginning_twice_and_ending_twice_is_harmless(plumbline: Plumbline, assessment_id: str, watch: Watch) -> None:
    put(plumbline, assessment_id, "planning")
    room = opened(plumbline, assessment_id)
    once = plumbline.agenda.begin(ME, assessment_id, room.id, "planning", expected_step=room.step)
    watch.goes_on(minutes=2)
    assert plumbline.agenda.begin(ME, assessment_id, room.id, "planning", expected_step=room.step) == once
    ended = plumbline.agenda.end(ME, assessment_id, room.id, expected_step=once.step)
    watch.goes_on(minutes=2)
    assert plumbline.agenda.end(ME, assessment_id, room.id, expected_step=once.step) == ended
    assert slots(plumbline, assessment_id)["planning"].spent_seconds == 120


def test_a_step_made_from_an_old_room_is_refused_and_changes_nothing(
    plumbline: Plumbline, assessment_id: str, watch: Watch
) -> None:
    put(plumbline, assessment_id, "planning", "building")
    old = opened(plumbline, assessment_id)
    room = plumbline.agenda.begin(ME, assessment_id, old.id, "planning", expected_step=old.step)
    watch.goes_on(minutes=1)
    with pytest.raises(Conflict):
        plumbline.agenda.begin(ME, assessment_id, old.id, "building", expected_step=old.step)
    with pytest.raises(Conflict):
        plumbline.agenda.end(ME, assessment_id, old.id, expected_step=old.step)
    assert slots(plumbline, assessment_id)["planning"].spent_seconds == 0
    assert plumbline.rooms.rooms(ME, assessment_id) == (room,)


def test_time_runs_in_an_open_room_of_the_assessment_alone(plumbline: Plumbline, assessment_id: str) -> None:
    put(plumbline, assessment_id, "planning")
    room, elsewhere = opened(plumbline, assessment_id), begun(plumbline)
    put(plumbline, elsewhere, "planning")
    with pytest.raises(NotAvailable):
        plumbline.agenda.begin(ME, elsewhere, room.id, "planning", expected_step=room.step)
    with pytest.raises(NotAvailable):
        plumbline.agenda.clock(ME, elsewhere, room.id)
    with pytest.raises(NotAvailable):
        plumbline.agenda.begin(ME, assessment_id, room.id, "building", expected_step=room.step)
    closed = plumbline.rooms.close_room(ME, assessment_id, room.id).room
    with pytest.raises(RoomClosed):
        plumbline.agenda.begin(ME, assessment_id, room.id, "planning", expected_step=closed.step)


def test_a_process_is_left_out_put_off_and_returned_to(plumbline: Plumbline, assessment_id: str) -> None:
    put(plumbline, assessment_id, "planning")
    for state in (SKIPPED, LATER, PLANNED):
        seen = versions(plumbline, assessment_id)["planning"]
        plumbline.agenda.mark(ME, assessment_id, "planning", state, expected_version=seen)
        assert slots(plumbline, assessment_id)["planning"].state is state
    with pytest.raises(NotAvailable):
        plumbline.agenda.mark(ME, assessment_id, "building", SKIPPED)


def test_what_runs_is_neither_marked_nor_removed(plumbline: Plumbline, assessment_id: str) -> None:
    put(plumbline, assessment_id, "planning")
    room = opened(plumbline, assessment_id)
    plumbline.agenda.begin(ME, assessment_id, room.id, "planning", expected_step=room.step)
    for refused in (
        lambda: plumbline.agenda.mark(ME, assessment_id, "planning", SKIPPED),
        lambda: plumbline.agenda.remove(ME, assessment_id, "planning"),
    ):
        with pytest.raises(InvalidInput, match="its time is running"):
            refused()
    assert slots(plumbline, assessment_id)["planning"].state is PLANNED


def test_changing_the_minutes_keeps_what_was_taken(plumbline: Plumbline, assessment_id: str, watch: Watch) -> None:
    put(plumbline, assessment_id, "planning")
    room = opened(plumbline, assessment_id)
    room = plumbline.agenda.begin(ME, assessment_id, room.id, "planning", expected_step=room.step)
    watch.goes_on(minutes=2)
    plumbline.agenda.end(ME, assessment_id, room.id, expected_step=room.step)
    seen = versions(plumbline, assessment_id)["planning"]

    changed = AgendaSlot(process_id="planning", place=0, minutes=30, state=DONE)
    plumbline.agenda.put(ME, assessment_id, changed, expected_version=seen)

    found = slots(plumbline, assessment_id)["planning"]
    assert (found.minutes, found.spent_seconds) == (30, 120)


def test_a_proposal_becomes_the_agenda(plumbline: Plumbline, assessment_id: str) -> None:
    plan = plumbline.agenda.propose(ME, assessment_id, people_count=5, minutes=45, order=ProcessOrder.MODEL)
    assert [(box.process_id, box.minutes) for box in plan.boxes] == [("planning", 12), ("building", 12)]
    assert slots(plumbline, assessment_id) == {}

    plumbline.agenda.take(ME, assessment_id, plan.boxes, expected_versions={})

    assert [(one.process_id, one.place, one.minutes) for one in slots(plumbline, assessment_id).values()] == [
        ("planning", 0, 12),
        ("building", 1, 12),
    ]


def test_planning_the_rest_anew_keeps_what_has_begun_and_what_others_added(
    plumbline: Plumbline, assessment_id: str, watch: Watch
) -> None:
    put(plumbline, assessment_id, "planning", "building")
    room = opened(plumbline, assessment_id)
    plumbline.agenda.begin(ME, assessment_id, room.id, "planning", expected_step=room.step)
    seen = versions(plumbline, assessment_id)
    plumbline.agenda.put(ME, assessment_id, AgendaSlot(process_id="releasing", place=9, minutes=7), expected_version=0)

    plumbline.agenda.take(
        ME, assessment_id, (TimeBox(process_id="planning", item_count=8, minutes=40),), expected_versions=seen
    )

    assert [(one.process_id, one.place, one.minutes) for one in slots(plumbline, assessment_id).values()] == [
        ("planning", 0, 10),
        ("releasing", 1, 7),
    ]


def test_a_proposal_is_refused_where_a_slot_was_changed_after_it_was_seen(
    plumbline: Plumbline, assessment_id: str
) -> None:
    put(plumbline, assessment_id, "planning", "building")
    seen = versions(plumbline, assessment_id)
    changed = AgendaSlot(process_id="building", place=1, minutes=33)
    plumbline.agenda.put(ME, assessment_id, changed, expected_version=seen["building"])

    box = TimeBox(process_id="planning", item_count=8, minutes=40)
    with pytest.raises(Conflict):
        plumbline.agenda.take(ME, assessment_id, (box,), expected_versions=seen)

    assert [one.minutes for one in slots(plumbline, assessment_id).values()] == [10, 33]


def test_a_proposal_asks_nothing_that_is_done_and_goes_by_the_pace_that_was_seen(
    plumbline: Plumbline, assessment_id: str, watch: Watch
) -> None:
    put(plumbline, assessment_id, "planning")
    room = opened(plumbline, assessment_id)
    room = plumbline.agenda.begin(ME, assessment_id, room.id, "planning", expected_step=room.step)
    for attribute_id in ("delivery", "ownership", "control", "measurement"):
        plumbline.answering.agree(ME, assessment_id, agreed(f"planning.{attribute_id}", 3))
    watch.goes_on(minutes=4)
    plumbline.agenda.end(ME, assessment_id, room.id, expected_step=room.step)

    plan = plumbline.agenda.propose(ME, assessment_id, people_count=50, minutes=45)
    chosen = plumbline.agenda.propose(ME, assessment_id, people_count=50, minutes=45, pace_seconds=30)

    assert (plan.pace_seconds, plan.is_measured) == (60.0, True)
    assert [(box.process_id, box.minutes) for box in plan.boxes] == [("building", 8), ("releasing", 8)]
    assert [box.minutes for box in chosen.boxes] == [4, 4]


def test_the_next_question_is_told_with_why_and_an_agreed_one_no_more(plumbline: Plumbline, assessment_id: str) -> None:
    for respondent_id, code in (("r1", 1), ("r2", 5)):
        plumbline.answering.save(ME, assessment_id, rated("building.control", code, respondent_id))

    first, second, *_ = plumbline.agenda.next_items(ME, assessment_id)
    assert (first.item_id, first.reason, first.other_level) == ("building.delivery", NextReason.LEVEL, 1)
    assert (second.item_id, second.reason, second.is_split) == ("building.control", NextReason.SPREAD, True)
    plumbline.answering.agree(ME, assessment_id, agreed("building.control", 1))

    assert "building.control" not in {one.item_id for one in plumbline.agenda.next_items(ME, assessment_id)}
    only = plumbline.agenda.next_items(ME, assessment_id, process_ids=frozenset({"planning"}))
    assert {one.process_id for one in only} == {"planning"}


def test_two_who_begin_at_once_begin_one(plumbline: Plumbline, assessment_id: str) -> None:
    put(plumbline, assessment_id, "planning", "building")
    room = opened(plumbline, assessment_id)

    def begins(process_id: str) -> Callable[[], object]:
        return lambda: plumbline.agenda.begin(ME, assessment_id, room.id, process_id, expected_step=room.step)

    wrong = at_once(begins("planning"), begins("building"))

    assert [type(one) for one in wrong] == [Conflict]
    (now,) = plumbline.rooms.rooms(ME, assessment_id)
    assert now.step == room.step + 1
    assert now.slot_process_id in ("planning", "building")
