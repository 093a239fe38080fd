"""A month of a programme manager's work on a plan: what the board says at the end of each week, worked out by hand.

Three steps by hand in wave 1 (April 2026), 3 points each: planning, building and releasing from 1 to 2. Building to 3
in wave 2 (May 2026), 3 points as well, needs planning at 2 over its hard linkage.
"""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from assessment.domain.answered.actions import ActionStatus
from assessment.domain.answered.roadmap_settings import RoadmapSettings
from assessment.domain.answered.running import RunningStep
from assessment.domain.planning.running import Run, is_closed_unseen, run_of
from assessment.views.board.progress import progress_view
from tests.views.plans import Given, a_plan, a_step, given, standing

PLAN = a_plan(
    a_step("planning", 1, 2, 1),
    a_step("building", 1, 2, 1),
    a_step("releasing", 1, 2, 1),
    a_step("building", 2, 3, 2),
)
SETTINGS = RoadmapSettings(start=date(2026, 4, 1), wave_count=2, wave_months=1)
LEVELS = {"planning": 1, "building": 1, "releasing": 1}


class Programme:
    """What was entered up to a day, one entry a step; the next replaces it."""

    def __init__(self) -> None:
        self.entries: dict[tuple[str, int], RunningStep] = {}

    def notes(self, process_id: str, to_level: int = 2, **changes: object) -> None:
        """Enter something of a step, beside what is entered of it already."""
        before = self.entries.get((process_id, to_level)) or RunningStep(process_id=process_id, to_level=to_level)
        entry = RunningStep.model_validate({**dict(before), **changes})
        assert not is_closed_unseen(entry)
        self.entries[process_id, to_level] = entry

    def plan(self) -> Given:
        """The plan with all that was entered."""
        running = tuple(entry for _, entry in sorted(self.entries.items()))
        return given(standing(LEVELS, roadmap=SETTINGS, running=running), plan=PLAN)

    def on(self, day: date) -> Run:
        """How it stands on a day."""
        return run_of(self.plan(), day)


def late(run: Run) -> list[tuple[str, int]]:
    return [step.key for step in run.steps if step.is_late]


def blocked(run: Run) -> list[tuple[str, int]]:
    return [step.key for step in run.steps if step.is_blocked]


def test_a_month_of_work_is_on_the_board_week_by_week() -> None:
    programme = Programme()
    monday = date(2026, 4, 6)
    programme.notes("planning", owner="Ada", status=ActionStatus.STARTED, due=date(2026, 4, 17))
    programme.notes("building", owner="Ben", status=ActionStatus.STARTED)
    programme.notes("releasing", owner="Cleo", due=date(2026, 4, 24))
    first = programme.on(monday)
    assert (late(first), blocked(first), first.done_share, first.due_share) == ([], [], 0.0, 0.0)

    programme.notes("releasing", status=ActionStatus.WAITING, note="The tool is not bought yet")
    second = programme.on(monday + timedelta(days=7))
    assert (late(second), blocked(second)) == ([], [("releasing", 2)])

    third = programme.on(monday + timedelta(days=14))  # 20 April: planning was due on the 17th
    assert (late(third), blocked(third), third.due_share) == ([("planning", 2)], [("releasing", 2)], 3 / 12)

    programme.notes("planning", status=ActionStatus.DONE, done_on=date(2026, 4, 22), evidence="The plan, signed")
    fourth = programme.on(monday + timedelta(days=21))  # 27 April: releasing was due on the 24th, and waits
    assert (late(fourth), blocked(fourth)) == ([("releasing", 2)], [("releasing", 2)])
    assert (fourth.done_share, fourth.due_share, fourth.current_wave) == (3 / 12, 6 / 12, 1)

    programme.notes("building", status=ActionStatus.DONE, done_on=date(2026, 4, 30), evidence="Two releases built so")
    programme.notes("releasing", status=ActionStatus.STARTED, due=date(2026, 5, 15))
    may = programme.on(date(2026, 5, 4))
    assert (late(may), blocked(may), may.done_share, may.due_share, may.current_wave) == ([], [], 6 / 12, 6 / 12, 2)
    view = progress_view(programme.plan(), date(2026, 5, 4))
    assert view.finding.endswith("50 % was due by 4 May 2026. No step is late or blocked.")
    assert [row.id for row in view.table("done").rows] == ["building:2", "planning:2"]


def test_had_planning_not_been_done_the_next_step_of_building_would_be_blocked_in_may() -> None:
    programme = Programme()
    programme.notes("building", status=ActionStatus.DONE, done_on=date(2026, 4, 30), evidence="Two releases built so")
    assert blocked(programme.on(date(2026, 4, 30))) == []
    assert blocked(programme.on(date(2026, 5, 1))) == [("building", 3)]


def test_nobody_closes_a_step_unseen_in_a_month() -> None:
    with pytest.raises(AssertionError):
        Programme().notes("planning", status=ActionStatus.DONE)
