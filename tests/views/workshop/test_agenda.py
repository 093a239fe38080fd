"""What the agenda and its clock say."""

from __future__ import annotations

import pytest

from assessment.domain.answered.workshop import AgendaSlot, SlotState
from assessment.domain.workshop.clock import AgendaClock
from assessment.views.model import Mark
from assessment.views.workshop.agenda import agenda_view, behind_text, slot_text
from tests.builders import tiny_framework

FRAMEWORK = tiny_framework()
SLOTS = (
    AgendaSlot(process_id="planning", place=0, minutes=12, state=SlotState.DONE, spent_seconds=819),
    AgendaSlot(process_id="building", place=1, minutes=15, note="Ask for the log"),
    AgendaSlot(process_id="releasing", place=2, minutes=10, state=SlotState.LATER),
)


def a_clock(**changes: int | str | None) -> AgendaClock:
    values: dict[str, object] = {
        "running_id": "building",
        "elapsed_seconds": 310,
        "over_seconds": -590,
        "behind_seconds": 99,
        "left_seconds": 1190,
        "done_count": 1,
    }
    return AgendaClock(**{**values, **changes})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("seconds", "sentence", "short"),
    [
        (None, "The workshop has not begun: there is nothing to compare with the plan yet.", "Not begun"),
        (0, "You are on time.", "On time"),
        (29, "You are on time.", "On time"),
        (30, "You are 1 minute behind the plan.", "1 min behind"),
        (250, "You are 4 minutes behind the plan.", "4 min behind"),
        (-90, "You are 2 minutes ahead of the plan.", "2 min ahead"),
    ],
)
def test_the_clock_says_ahead_or_behind_in_minutes_and_nothing_before_it_begins(
    seconds: int | None, sentence: str, short: str
) -> None:
    clock = a_clock(behind_seconds=seconds)

    assert agenda_view(FRAMEWORK, SLOTS, clock).finding == sentence
    assert behind_text(clock) == short
    assert agenda_view(FRAMEWORK, SLOTS, clock).fact("behind").text == short
    assert agenda_view(FRAMEWORK, SLOTS, clock).fact("behind").value == seconds


def test_the_process_that_runs_is_told_with_its_time() -> None:
    view = agenda_view(FRAMEWORK, SLOTS, a_clock())

    assert view.notes == ("Building: 5 of 15 min.", "1 of 3 processes done.")
    assert view.fact("running").text == "5 of 15 min"
    assert view.fact("left").text == "20 min"


def test_a_process_whose_time_is_up_says_how_far_over_it_is() -> None:
    assert agenda_view(FRAMEWORK, SLOTS, a_clock(elapsed_seconds=930, over_seconds=30)).notes[0] == (
        "Building: its time is up."
    )
    assert agenda_view(FRAMEWORK, SLOTS, a_clock(elapsed_seconds=1080, over_seconds=180)).notes[0] == (
        "Building: its time is up, 3 minutes over."
    )


def test_between_two_processes_none_is_told_as_running() -> None:
    view = agenda_view(FRAMEWORK, SLOTS, a_clock(running_id=None, elapsed_seconds=None, over_seconds=None))

    assert [fact.id for fact in view.facts] == ["behind", "left"]
    assert view.notes == ("1 of 3 processes done.",)


def test_each_slot_is_a_row_with_what_was_planned_taken_and_became_of_it() -> None:
    table = agenda_view(FRAMEWORK, SLOTS, a_clock()).table("agenda")

    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Planning", "12 min", "13 min", "Done"],
        ["Building", "15 min", "5 min", "Now"],
        ["Releasing", "10 min", "", "To be finished by link"],
    ]
    assert [row.cells[0].marks for row in table.rows] == [{Mark.QUIET}, {Mark.STRONG}, {Mark.QUIET}]
    assert table.cell("building", "process").note == "Ask for the log"
    assert table.cell("building", "taken").value == 310


def test_without_a_slot_it_says_what_to_do() -> None:
    view = agenda_view(FRAMEWORK, (), a_clock(running_id=None, behind_seconds=None))

    assert view.empty == view.finding == "Nothing is on the agenda yet. Take a proposal, or add a process."
    assert (view.facts, view.notes) == ((), ())


def test_a_slot_in_a_line() -> None:
    assert slot_text(SLOTS[0]) == "12 min, 13 min taken, done"
    assert slot_text(SLOTS[1], is_running=True) == "15 min, now"
