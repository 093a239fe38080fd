"""The clock of a workshop against its plan."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.domain.answered.workshop import AgendaSlot, SlotState
from assessment.domain.workshop.clock import AgendaClock, read_clock

NINE = datetime(2026, 1, 15, 9, tzinfo=UTC)
PLANNED, DONE, SKIPPED, LATER = SlotState


def slot(name: str, minutes: int = 10, spent_minutes: float = 0, state: SlotState = PLANNED) -> AgendaSlot:
    return AgendaSlot(process_id=name, place=0, minutes=minutes, state=state, spent_seconds=round(spent_minutes * 60))


def clock(*slots: AgendaSlot, running: str | None = None, gone_minutes: float = 0) -> AgendaClock:
    begun_at = None if running is None else NINE
    return read_clock(slots, running, begun_at, NINE + timedelta(minutes=gone_minutes))


def behind(*slots: AgendaSlot, running: str | None = None, gone_minutes: float = 0) -> float | None:
    seconds = clock(*slots, running=running, gone_minutes=gone_minutes).behind_seconds
    return None if seconds is None else seconds / 60


def test_before_it_begins_nobody_is_behind_or_ahead_and_it_is_not_zero() -> None:
    assert behind(slot("a"), slot("b")) is None
    assert behind(slot("a", state=SKIPPED), slot("b")) is None
    assert behind() is None


def test_a_process_that_runs_within_its_time_is_on_time() -> None:
    found = clock(slot("a"), slot("b"), running="a", gone_minutes=4)

    assert found == AgendaClock(
        running_id="a",
        elapsed_seconds=240,
        over_seconds=-360,
        behind_seconds=0,
        left_seconds=960,
        done_count=0,
    )


def test_a_process_that_overruns_is_behind_by_as_much() -> None:
    found = clock(slot("a"), slot("b"), running="a", gone_minutes=13)

    assert (found.over_seconds, found.behind_seconds, found.left_seconds) == (180, 180, 600)


def test_a_process_that_is_talked_about_again_is_not_done_meanwhile() -> None:
    slots = slot("a", spent_minutes=10, state=DONE), slot("b", spent_minutes=9, state=DONE)
    assert clock(*slots).done_count == 2
    assert clock(*slots, running="a").done_count == 1


@pytest.mark.parametrize(("spent", "wanted"), [(7, -3), (10, 0), (14, 4)])
def test_a_process_that_is_done_counts_with_what_it_took(spent: int, wanted: int) -> None:
    assert behind(slot("a", spent_minutes=spent, state=DONE), slot("b")) == wanted


@pytest.mark.parametrize("state", [SKIPPED, LATER])
def test_a_process_left_out_or_put_off_gives_its_minutes_back(state: SlotState) -> None:
    assert behind(slot("a", spent_minutes=10, state=DONE), slot("b", minutes=15, state=state)) == -15
    assert behind(slot("a", spent_minutes=10, state=DONE), slot("b", 15, 5, state)) == -10


def test_early_and_late_add_up() -> None:
    slots = (slot("a", 10, 14, DONE), slot("b", 10, 7, DONE), slot("c", 10))

    assert behind(*slots, running="c", gone_minutes=12) == 4 - 3 + 2


def test_a_process_that_is_returned_to_goes_on_from_what_it_took() -> None:
    found = clock(slot("a", 10, 8), running="a", gone_minutes=5)

    assert (found.elapsed_seconds, found.over_seconds, found.behind_seconds) == (780, 180, 180)


def test_a_process_that_waits_after_it_overran_keeps_what_it_took_too_long() -> None:
    found = clock(slot("a", 10, 12), slot("b", 10, 4))

    assert (found.behind_seconds, found.left_seconds) == (120, 360)


def test_a_clock_that_was_set_back_is_no_time_gone() -> None:
    found = clock(slot("a"), running="a", gone_minutes=-5)

    assert (found.elapsed_seconds, found.behind_seconds) == (0, 0)


def test_the_time_of_a_process_that_is_not_on_the_agenda_does_not_run() -> None:
    found = clock(slot("a"), running="elsewhere", gone_minutes=5)

    assert (found.running_id, found.elapsed_seconds, found.behind_seconds) == (None, None, None)


def test_it_counts_what_is_done_and_not_what_runs_or_waits() -> None:
    found = clock(slot("a", 10, 9, DONE), slot("b"), slot("c"), slot("d", state=SKIPPED), running="b", gone_minutes=1)

    assert found.done_count == 1


SLOTS = st.lists(
    st.builds(slot, st.uuids().map(str), st.integers(1, 60), st.integers(0, 90), st.sampled_from(SlotState)),
    min_size=1,
    max_size=6,
)


@given(SLOTS, st.integers(0, 120), st.integers(0, 60))
def test_time_that_goes_by_never_brings_a_workshop_ahead(slots: list[AgendaSlot], gone: int, more: int) -> None:
    running = slots[0].process_id
    first, second = (
        behind(*slots, running=running, gone_minutes=gone),
        behind(*slots, running=running, gone_minutes=gone + more),
    )

    assert first is not None
    assert second is not None
    assert first <= second <= first + more
