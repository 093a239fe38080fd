"""What must be said beside a plan, each with its facts, and nothing else (METHOD.md section 13)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from assessment.domain.answered.assessment import Target, TargetCell
from assessment.domain.answered.roadmap_settings import Pin
from assessment.domain.planning.pins import pin_steps
from assessment.domain.planning.plan_warnings import plan_warnings
from assessment.domain.planning.problem import PlanProblem
from assessment.domain.planning.results import PlanMethod
from assessment.domain.planning.waves import Placement
from assessment.domain.rating.capability import ladder_of
from assessment.domain.rating.results import (
    AssessmentResult,
)
from assessment.domain.rating.warnings import MethodWarning, PinRefusal, WarningKind
from tests.builders import NA, tiny_framework
from tests.domain.plans import a_problem, a_step
from tests.domain.scored import Values, at_level, score

FRAMEWORK = tiny_framework()
CALM = a_problem(a_step("a", 1))
BOTH_WAYS = [("a", "b"), ("b", "a")]


def scored(planning: Values, level: int, *cells: TargetCell, carry: float = 67.5) -> AssessmentResult:
    """Planning and building; the to-be of planning is a level and some cells."""
    target = Target(process_id="planning", level=level, cells=cells)
    return score(FRAMEWORK, {"planning": planning, "building": 4}, targets=(target,), carry_percent=carry)


ON_TARGET = scored(4, 3)


def warnings_of(
    problem: PlanProblem = CALM,
    *pins: Pin,
    result: AssessmentResult = ON_TARGET,
    carry: float = 67.5,
    method: PlanMethod = PlanMethod.PROVEN,
    gap_share: float = 0.0,
) -> tuple[MethodWarning, ...]:
    indices = {(step.process_id, step.to_level): index for index, step in enumerate(problem.steps)}
    placement = Placement(waves=(0,) * len(problem.steps), objective=0.0, gap_share=gap_share, method=method)
    return plan_warnings(result, ladder_of(FRAMEWORK), carry, pin_steps(problem, indices, pins), placement)


def warning(kind: WarningKind, **facts: Any) -> MethodWarning:
    return MethodWarning(kind=kind, **facts)


def test_a_plan_with_nothing_to_say_says_nothing() -> None:
    assert warnings_of() == ()


def raised(supplier: str, level: int, receiver: str, landing: int) -> MethodWarning:
    return warning(
        WarningKind.RAISE_SUPPLIER_TARGET,
        process_id=supplier,
        level=level,
        other_process_id=receiver,
        other_level=landing,
    )


def test_a_supplier_whose_target_is_lower_than_a_receiver_needs_is_named_with_what_is_needed() -> None:
    problem = a_problem(a_step("s", 1), a_step("t", 3), hard=[("s", "t")])
    assert warnings_of(problem) == (raised("s", 2, "t", 3),)
    assert warnings_of(a_problem(a_step("s", 1), a_step("s", 2), a_step("t", 3), hard=[("s", "t")])) == ()


def test_a_supplier_is_named_once_with_the_most_that_is_needed_of_it() -> None:
    problem = a_problem(
        a_step("t", 2),
        a_step("t", 4),
        a_step("u", 3),
        hard=[("s", "t"), ("s", "u"), ("r", "u")],
        levels={"s": 0, "r": 1},
    )
    assert warnings_of(problem) == (raised("s", 3, "t", 4), raised("r", 2, "u", 3))


def test_of_two_receivers_that_need_the_same_the_first_is_named() -> None:
    problem = a_problem(a_step("t", 3), a_step("u", 3), hard=[("s", "u"), ("s", "t")], levels={"s": 0})
    assert warnings_of(problem) == (raised("s", 2, "t", 3),)


def test_each_step_larger_than_every_wave_is_named_with_both_numbers() -> None:
    problem = a_problem(a_step("a", 1, effort=5), a_step("b", 1, effort=4), a_step("c", 2, effort=9), capacities=(2, 4))
    assert warnings_of(problem) == (
        warning(WarningKind.STEP_TOO_LARGE, process_id="a", level=1, count=5, limit_count=4),
        warning(WarningKind.STEP_TOO_LARGE, process_id="c", level=2, count=9, limit_count=4),
    )
    assert warnings_of(replace(problem, capacities=(0, 0))) == (), "without any capacity nothing is too large"


def circle(first_effort: int, capacities: tuple[int, ...]) -> PlanProblem:
    return a_problem(
        a_step("a", 3, effort=first_effort),
        a_step("b", 3, effort=3),
        capacities=capacities,
        hard=BOTH_WAYS,
        levels={"a": 1, "b": 1},
    )


def test_steps_that_must_share_a_wave_and_fit_none_are_named_with_their_sum() -> None:
    assert warnings_of(circle(2, (1, 4))) == (
        warning(WarningKind.CIRCLE_TOO_LARGE, process_ids=("a", "b"), count=5, limit_count=4),
    )
    assert warnings_of(circle(2, (1, 5))) == ()
    assert warnings_of(circle(2, (0, 0))) == ()
    assert [found.kind for found in warnings_of(circle(9, (1, 5)))] == [
        WarningKind.STEP_TOO_LARGE,
        WarningKind.CIRCLE_TOO_LARGE,
    ]


def test_a_circle_that_allows_no_order_names_each_of_its_processes_once() -> None:
    problem = a_problem(a_step("a", 2), a_step("a", 4), a_step("b", 5), hard=BOTH_WAYS, levels={"a": 0, "b": 0})
    assert warnings_of(problem) == (warning(WarningKind.CIRCLE_WITHOUT_ORDER, process_ids=("a", "b")),)


@pytest.mark.parametrize(
    ("method", "expected"),
    [
        (PlanMethod.NODE_LIMIT, (warning(WarningKind.NODE_LIMIT, share=0.25),)),
        (PlanMethod.GREEDY, (warning(WarningKind.GREEDY),)),
        (PlanMethod.PROVEN, ()),
        (PlanMethod.NOTHING, ()),
    ],
)
def test_how_the_plan_was_found_is_said_unless_it_is_proven_best(
    method: PlanMethod, expected: tuple[MethodWarning, ...]
) -> None:
    assert warnings_of(method=method, gap_share=0.25) == expected


def test_cells_raised_by_hand_beyond_the_target_are_named_for_each_process() -> None:
    cells = (TargetCell(attribute_id="measurement", code=4), TargetCell(attribute_id="delivery", code=5))
    beyond = warning(WarningKind.CELLS_BEYOND_TARGET, process_id="planning", attribute_ids=("delivery", "measurement"))
    assert warnings_of(result=scored(at_level(1), 2, *cells)) == (beyond,)
    under_33020 = scored(at_level(1), 2, *cells, carry=85.0)
    assert warnings_of(result=under_33020, carry=85.0) == (replace(beyond, attribute_ids=("measurement",)),)


def test_a_process_without_a_level_has_no_cells_beyond_its_target() -> None:
    cell = TargetCell(attribute_id="measurement", code=4)
    assert warnings_of(result=scored({}, 2, cell)) == ()
    assert warnings_of(result=scored({"delivery": NA}, 2, cell)) == ()


def test_what_a_person_set_is_said_first_and_how_the_plan_was_found_last() -> None:
    problem = replace(circle(9, (1, 5)), hard_pairs=(*BOTH_WAYS, ("s", "a")), levels={"a": 1, "b": 1, "s": 0})
    found = warnings_of(
        problem,
        Pin(process_id="z", to_level=1, wave=1),
        result=scored(at_level(1), 2, TargetCell(attribute_id="control", code=3)),
        method=PlanMethod.GREEDY,
    )
    assert [own.kind for own in found] == [
        WarningKind.PIN_IMPOSSIBLE,
        WarningKind.CELLS_BEYOND_TARGET,
        WarningKind.RAISE_SUPPLIER_TARGET,
        WarningKind.STEP_TOO_LARGE,
        WarningKind.CIRCLE_TOO_LARGE,
        WarningKind.GREEDY,
    ]
    assert found[0].pin_refusal is PinRefusal.NO_SUCH_STEP
