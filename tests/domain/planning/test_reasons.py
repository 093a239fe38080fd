"""Each step says in one sentence why it is where it is, from the numbers (METHOD.md section 13)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from assessment.domain.answered.roadmap_settings import RoadmapSettings
from assessment.domain.planning.problem import PlanProblem
from assessment.domain.planning.reasons import Teller, wave_label
from assessment.domain.planning.steps import DraftStep
from tests.builders import tiny_framework
from tests.domain.plans import a_problem, a_step

FRAMEWORK = tiny_framework(3)


def drafts_of(problem: PlanProblem) -> tuple[DraftStep, ...]:
    return tuple(
        DraftStep(
            process_id=step.process_id,
            from_level=step.to_level - 1,
            to_level=step.to_level,
            reached_level=step.reached_level,
            value=step.value,
            effort_count=step.effort_count,
            is_effort_set_by_hand=False,
            actions={},
            score_after=float(step.to_level),
            percents_after=(),
        )
        for step in problem.steps
    )


def teller(problem: PlanProblem, waves: Sequence[int]) -> Teller:
    assert problem.broken_rules(waves) == ()
    return Teller(framework=FRAMEWORK, drafts=drafts_of(problem), problem=problem, waves=tuple(waves))


LINKED = a_problem(
    a_step("planning", 1, value=5, effort=2),
    a_step("planning", 2, value=4, effort=2),
    a_step("building", 2, value=9, effort=2),
    capacities=(2, 2, 2),
    hard=[("planning", "building")],
)


def test_a_step_in_the_first_wave_waits_for_nothing() -> None:
    assert teller(LINKED, (1, 3, 2)).reason(0) == (
        "It brings 5.0 points of priority for 2 of effort, and nothing has to come first."
    )


def test_a_step_names_the_process_it_waits_for_and_that_ones_level_and_wave() -> None:
    assert teller(LINKED, (1, 3, 2)).reason(2).endswith("and follows Planning at level 1 in wave 1.")


def test_a_step_names_the_one_below_it_when_that_came_last() -> None:
    assert teller(LINKED, (1, 2, 3)).reason(1).endswith("and follows its step to level 1 in wave 1.")


def test_a_step_that_waits_for_capacity_alone_says_so() -> None:
    problem = a_problem(a_step("planning", 1), a_step("building", 1), capacities=(1, 1))
    assert "the waves before are full" in teller(problem, (1, 2)).reason(1)


def test_a_pinned_step_says_whose_choice_it_was() -> None:
    problem = a_problem(a_step("planning", 1), a_step("building", 1), pins=[(0, 2), (1, 0)])
    told = teller(problem, (2, 0))
    assert told.reason(0).startswith("Put into wave 2 by hand")
    assert told.reason(1).startswith("Put out of the plan by hand")


@pytest.mark.parametrize(
    ("problem", "waves", "index", "words"),
    [
        (a_problem(a_step("planning", 1), capacities=(0, 0)), (0,), 0, "there is no capacity"),
        (a_problem(a_step("planning", 1, effort=5), capacities=(4,)), (0,), 0, "split it or raise capacity"),
        (LINKED, (0, 0, 0), 1, "its step to level 1 is not funded either"),
        (LINKED, (0, 0, 0), 2, "Planning does not reach level 1 first"),
        (
            a_problem(a_step("planning", 1), a_step("planning", 2), capacities=(2,)),
            (1, 0),
            1,
            "the step before it falls into the last wave",
        ),
        (a_problem(a_step("planning", 1), a_step("building", 1), capacities=(1,)), (1, 0), 1, "other steps bring more"),
    ],
)
def test_a_step_that_is_not_funded_says_why(problem: PlanProblem, waves: Sequence[int], index: int, words: str) -> None:
    reason = teller(problem, waves).reason(index)
    assert reason.startswith("Not funded: ")
    assert words in reason


def test_a_step_names_the_processes_it_unblocks_in_the_models_order() -> None:
    told = teller(LINKED, (1, 3, 2))
    assert [told.unblocks(index) for index in range(3)] == [("building",), (), ()]
    several = a_problem(
        a_step("planning", 1),
        a_step("building", 2),
        a_step("releasing", 2),
        capacities=(3,),
        hard=[("planning", "releasing"), ("planning", "building")],
    )
    assert teller(several, (1, 1, 1)).unblocks(0) == ("building", "releasing")


@pytest.mark.parametrize(
    ("settings", "number", "label"),
    [
        (RoadmapSettings(), 1, "Wave 1 (months 1 to 3)"),
        (RoadmapSettings(wave_months=1), 4, "Wave 4 (month 4)"),
        (RoadmapSettings(wave_months=1, start=date(2026, 12, 31)), 3, "Wave 3 (Feb 2027)"),
        (RoadmapSettings(wave_months=24, start=date(2026, 1, 31)), 2, "Wave 2 (Jan 2028 to Dec 2029)"),
    ],
)
def test_a_wave_is_named_by_its_months(settings: RoadmapSettings, number: int, label: str) -> None:
    assert wave_label(settings, number) == label
