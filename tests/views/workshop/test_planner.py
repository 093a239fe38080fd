"""What the planner says."""

from __future__ import annotations

from assessment.domain.workshop.planner import ProcessSize, WorkshopPlan, plan_workshop
from assessment.views.wording.workshop.planner import rule
from assessment.views.workshop.planner import planner_view
from tests.builders import tiny_framework

FRAMEWORK = tiny_framework(process_count=12)
SIZES = tuple(ProcessSize(process_id=process.id, item_count=8) for process in FRAMEWORK.processes)


def planned(people_count: int = 12, minutes: int = 120, pace: float | None = None) -> WorkshopPlan:
    return plan_workshop(SIZES, people_count, minutes, pace)


def test_it_says_how_many_fit_how_long_each_takes_and_by_what_pace() -> None:
    view = planner_view(FRAMEWORK, planned(), 12, 120)

    assert view.finding == "7 of 12 processes fit into 2 hours with 12 people."
    assert view.notes == (
        "Each takes 14 minutes.",
        "A question is taken to need 103 seconds: reading, voting, and talking that grows with the people. After 4 "
        "questions the pace of the room takes its place.",
        "Not in this plan: Process 8, Process 9, Process 10, Process 11 and Process 12.",
    )


def test_a_pace_that_was_seen_is_told_as_such() -> None:
    view = planner_view(FRAMEWORK, planned(pace=75.0), 12, 90)

    assert "This is reckoned with 75 seconds a question, as seen or as you set it." in view.notes


def test_the_table_says_when_each_begins_and_ends_with_the_closing() -> None:
    table = planner_view(FRAMEWORK, planned(minutes=60), 12, 60).table("plan")

    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["0:00", "Opening", "", "10"],
        ["0:10", "Planning", "8", "14"],
        ["0:24", "Building", "8", "14"],
        ["0:38", "Releasing", "8", "14"],
        ["0:52", "In reserve", "", "3"],
        ["0:55", "Closing", "", "5"],
    ]


def test_a_break_stands_where_the_second_two_hours_begin() -> None:
    table = planner_view(FRAMEWORK, planned(minutes=180), 12, 180).table("plan")
    rows = [(row.id, row.cells[0].text, row.cells[3].text) for row in table.rows]

    assert rows[8:11] == [("process-8", "1:48", "14"), ("break-1", "2:02", "10"), ("process-9", "2:12", "14")]
    assert sum(int(minutes) for _, _, minutes in rows) == 180


def test_it_says_how_many_more_would_fit_at_quick_depth() -> None:
    more = "At quick depth, with one question for each attribute, 7 would fit."

    assert more in planner_view(FRAMEWORK, planned(minutes=60), 12, 60, planned()).notes
    assert more not in planner_view(FRAMEWORK, planned(), 12, 120, planned()).notes


def test_where_nothing_fits_it_says_what_to_do() -> None:
    view = planner_view(FRAMEWORK, planned(minutes=20), 12, 20)

    assert view.finding == "0 of 12 processes fit into 20 minutes with 12 people."
    assert view.empty == "Not one process fits. Plan more minutes, or ask at quick depth."
    assert view.table("plan").rows == ()


def test_where_everything_is_done_there_is_nothing_to_plan() -> None:
    view = planner_view(FRAMEWORK, plan_workshop((), 12, 120), 12, 120)

    assert view.finding == view.empty == "Every process in scope is done or was left out."


def test_processes_of_unlike_size_take_from_to() -> None:
    sizes = (SIZES[0], ProcessSize(process_id="building", item_count=12))

    assert "Each takes 12 to 18 minutes." in planner_view(FRAMEWORK, plan_workshop(sizes, 5, 60), 5, 60).notes


def test_the_rule_names_every_number_it_goes_by() -> None:
    assert rule() == (
        "A question takes 30 seconds to read, 30 to vote and 30 to talk with up to 5 people, 10 more for each doubling "
        "of them, and 15 more where the to-be is asked. Opening takes 10 minutes, closing 5, and each 2 hours after "
        "the first begin with a break of 10. Processes are taken in order until one does not fit. Once 4 questions or "
        "more are done, the pace that was seen replaces the assumed one."
    )
