"""Each step says why it is where it is, and what it says is so (METHOD.md section 13)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from assessment.domain.planning.problem import PlanProblem
from assessment.domain.planning.reasons import Explainer
from assessment.domain.planning.results import PlanMethod, ReasonKind, StepReason
from assessment.domain.planning.waves import Placement, is_feasible, place_greedily, place_steps
from tests.domain.plans import (
    OBJECTIVE_TOLERANCE,
    ORACLE_SEEDS,
    a_problem,
    a_step,
    effort_together,
    every_plan,
    is_in_order,
    level_then,
    may_stand,
    moved,
    needing_each_other,
    own_step_before,
    room_of,
    sharing_its_wave,
    small_problem,
    wanted_of,
    worth,
)

SEEDS = [seed for seed in ORACLE_SEEDS if small_problem(seed).steps][:300]
IMPOSSIBLE = (ReasonKind.NO_CAPACITY, ReasonKind.TOO_LARGE, ReasonKind.CIRCLE)
TOO_EARLY = (ReasonKind.OWN_STEP_NOT_FUNDED, ReasonKind.SUPPLIER_NOT_FUNDED, ReasonKind.NO_WAVE_LEFT)


def explained(
    problem: PlanProblem, waves: Sequence[int], method: PlanMethod = PlanMethod.PROVEN
) -> tuple[StepReason, ...]:
    """The reasons of a plan that keeps every rule."""
    assert may_stand(problem, waves)
    placement = Placement(waves=tuple(waves), objective=worth(problem, waves), gap_share=0.0, method=method)
    explainer = Explainer(problem=problem, placement=placement)
    return tuple(explainer.reason(index) for index in range(len(waves)))


def because(kind: ReasonKind, **facts: Any) -> StepReason:
    return StepReason(kind=kind, **facts)


LINKED = a_problem(
    a_step("planning", 1, value=5, effort=2),
    a_step("planning", 2, value=4, effort=2),
    a_step("building", 2, value=9, effort=2),
    capacities=(2, 2, 2),
    hard=[("planning", "building")],
)
ROOMY = replace(LINKED, capacities=(9, 9, 9))


def test_a_step_of_the_first_wave_waits_for_nothing() -> None:
    assert explained(LINKED, (1, 3, 2))[0] == because(ReasonKind.NOTHING_FIRST)


def test_a_step_that_could_not_be_earlier_names_its_own_step_before_it() -> None:
    assert explained(LINKED, (1, 2, 3))[1] == because(ReasonKind.AFTER_OWN_STEP, level=1, wave=1)


def test_a_step_that_could_not_be_earlier_names_the_supplier_that_lands_in_its_wave() -> None:
    assert explained(ROOMY, (1, 2, 1))[2] == because(ReasonKind.WITH_SUPPLIER, process_id="planning", level=1, wave=1)
    assert explained(replace(ROOMY, capacities=(0, 2, 4)), (2, 3, 3))[2].kind is ReasonKind.WAVES_FULL
    late = replace(ROOMY, capacities=(0, 9, 9))
    assert explained(late, (2, 3, 2))[2] == because(ReasonKind.WITH_SUPPLIER, process_id="planning", level=1, wave=2)


def test_a_step_that_its_order_allows_earlier_names_the_first_of_the_full_waves() -> None:
    assert explained(LINKED, (1, 3, 2))[2] == because(ReasonKind.WAVES_FULL, wave=1), (
        "beside its supplier there is none"
    )
    assert explained(LINKED, (1, 3, 2))[1] == because(ReasonKind.WAVES_FULL, wave=2), "after its own step in wave 1"


def test_a_full_wave_and_not_the_step_before_it_is_the_cause_of_a_step_two_waves_later() -> None:
    problem = a_problem(
        a_step("a", 1, value=9, effort=2),
        a_step("a", 2, value=1, effort=2),
        a_step("b", 1, value=5, effort=2),
        capacities=(2, 2, 2),
    )
    assert explained(problem, place_steps(problem).waves) == (
        because(ReasonKind.NOTHING_FIRST),
        because(ReasonKind.WAVES_FULL, wave=2),
        because(ReasonKind.WAVES_FULL, wave=1),
    )


CIRCLE = a_problem(
    a_step("a", 3, value=9, effort=2),
    a_step("b", 3, value=9, effort=3),
    a_step("c", 1, value=9, effort=1),
    capacities=(5, 5),
    hard=[("a", "b"), ("b", "a")],
    levels={"a": 1, "b": 1},
)


def test_steps_that_share_a_wave_name_each_other_or_the_points_they_take_together() -> None:
    together, apart = explained(CIRCLE, (1, 1, 2)), explained(CIRCLE, (2, 2, 1))
    assert together[:2] == (
        because(ReasonKind.WITH_SUPPLIER, process_id="b", level=3, wave=1),
        because(ReasonKind.WITH_SUPPLIER, process_id="a", level=3, wave=1),
    )
    assert apart[:2] == (because(ReasonKind.WAVES_FULL, wave=1, count=5),) * 2
    assert together[2] == because(ReasonKind.WAVES_FULL, wave=1)


def test_a_step_that_shares_the_wave_of_a_pinned_one_names_that_one() -> None:
    pinned = replace(CIRCLE, pins=((0, 2),))
    reasons = explained(pinned, (2, 2, 1))
    assert reasons[0] == because(ReasonKind.PINNED, wave=2)
    assert reasons[1] == because(ReasonKind.WITH_SUPPLIER, process_id="a", level=3, wave=2)


def test_a_step_that_shares_the_fate_of_one_left_out_by_hand_names_that_one() -> None:
    reasons = explained(replace(CIRCLE, pins=((0, 0),)), (0, 0, 1))
    assert reasons[0] == because(ReasonKind.PINNED_OUT)
    assert reasons[1] == because(ReasonKind.SUPPLIER_NOT_FUNDED, process_id="a", level=2)


def test_a_supplier_outside_a_circle_is_named_before_one_that_needs_the_step_in_turn() -> None:
    supplied = a_problem(
        a_step("a", 3),
        a_step("b", 3),
        a_step("s", 2),
        capacities=(9, 9),
        hard=[("b", "a"), ("a", "b"), ("s", "a")],
        levels={"a": 1, "b": 1},
    )
    assert explained(supplied, (1, 1, 1))[:2] == (
        because(ReasonKind.WITH_SUPPLIER, process_id="s", level=2, wave=1),
        because(ReasonKind.WITH_SUPPLIER, process_id="a", level=3, wave=1),
    )
    left_out = explained(replace(supplied, pins=((2, 0),)), (0, 0, 0))
    assert left_out[:2] == (
        because(ReasonKind.SUPPLIER_NOT_FUNDED, process_id="s", level=2),
        because(ReasonKind.SUPPLIER_NOT_FUNDED, process_id="a", level=2),
    )


@pytest.mark.parametrize(
    ("problem", "waves", "index", "reason"),
    [
        (a_problem(a_step("a", 1), capacities=(0, 0)), (0,), 0, because(ReasonKind.NO_CAPACITY)),
        (
            a_problem(a_step("a", 1, effort=5), capacities=(3, 4)),
            (0,),
            0,
            because(ReasonKind.TOO_LARGE, count=5, limit_count=4),
        ),
        (LINKED, (0, 0, 0), 1, because(ReasonKind.OWN_STEP_NOT_FUNDED, level=1)),
        (LINKED, (0, 0, 0), 2, because(ReasonKind.SUPPLIER_NOT_FUNDED, process_id="planning", level=1)),
        (
            a_problem(a_step("a", 1), a_step("a", 2), capacities=(1, 2)),
            (2, 0),
            1,
            because(ReasonKind.NO_WAVE_LEFT, wave=2),
        ),
        (
            a_problem(a_step("a", 1, value=2), a_step("b", 1), capacities=(1,)),
            (1, 0),
            1,
            because(ReasonKind.OTHERS_BRING_MORE),
        ),
        (replace(CIRCLE, capacities=(4, 4)), (0, 0, 1), 0, because(ReasonKind.CIRCLE, process_id="b")),
        (
            a_problem(a_step("a", 1, effort=2), a_step("a", 2, effort=3), capacities=(3, 2)),
            (1, 0),
            1,
            because(ReasonKind.WAVES_FULL, wave=2),  # 3 points fit into wave 1 alone, where its own step is
        ),
    ],
)
def test_a_step_that_is_not_funded_says_why(
    problem: PlanProblem, waves: Sequence[int], index: int, reason: StepReason
) -> None:
    assert explained(problem, waves)[index] == reason


def test_a_supplier_that_stays_below_its_own_target_is_named_with_that_target() -> None:
    problem = a_problem(a_step("s", 1), a_step("t", 4), capacities=(9,), hard=[("s", "t")])
    reasons = explained(replace(problem, pins=((0, 0),)), (0, 0))
    assert reasons[1] == because(ReasonKind.SUPPLIER_NOT_FUNDED, process_id="s", level=1), "3 it will never reach"


def test_a_circle_that_allows_no_order_names_a_supplier_of_each_of_its_steps() -> None:
    problem = a_problem(
        a_step("x", 2),
        a_step("x", 4),
        a_step("y", 5),
        a_step("z", 2),
        capacities=(9, 9, 9),
        hard=[("x", "y"), ("y", "x"), ("y", "z")],
        levels={"x": 0, "y": 0, "z": 1},
    )
    assert explained(problem, (0, 0, 0, 0)) == (
        because(ReasonKind.CIRCLE, process_id="y"),
        because(ReasonKind.CIRCLE, process_id="y"),
        because(ReasonKind.CIRCLE, process_id="x"),
        because(ReasonKind.SUPPLIER_NOT_FUNDED, process_id="y", level=1),
    )


@pytest.mark.parametrize("method", [PlanMethod.NODE_LIMIT, PlanMethod.GREEDY])
def test_that_others_bring_more_is_said_only_of_a_plan_that_is_proven_and_has_no_pin(method: PlanMethod) -> None:
    problem = a_problem(a_step("a", 1, value=2), a_step("b", 1), a_step("c", 1, value=3), capacities=(2,))
    assert explained(problem, (1, 0, 1))[1] == because(ReasonKind.OTHERS_BRING_MORE)
    assert explained(problem, (1, 0, 1), method)[1] == because(ReasonKind.WAVES_FULL, wave=1)
    assert explained(replace(problem, pins=((0, 1),)), (1, 0, 1))[1] == because(ReasonKind.WAVES_FULL, wave=1)


def test_a_step_names_the_processes_that_need_it_in_the_models_order() -> None:
    problem = a_problem(
        a_step("planning", 1),
        a_step("planning", 2),
        a_step("building", 2),
        a_step("releasing", 3),
        a_step("selling", 2),
        capacities=(9, 9),
        hard=[("planning", "selling"), ("planning", "releasing"), ("planning", "building")],
    )
    explainer = Explainer(problem=problem, placement=place_steps(problem))
    assert [explainer.unblocks(index) for index in range(5)] == [("building", "selling"), ("releasing",), (), (), ()]


# What each reason says, held against the plan by the slow reading of `plans`: levels followed wave by wave.


@cache
def planned(seed: int) -> tuple[PlanProblem, Placement]:
    """A small problem and its plan; without its pins where no plan keeps them."""
    problem = small_problem(seed)
    problem = problem if is_feasible(problem) else replace(problem, pins=())
    return problem, place_steps(problem)


def reasons_of(seed: int) -> tuple[StepReason, ...]:
    problem, placement = planned(seed)
    explainer = Explainer(problem=problem, placement=placement)
    return tuple(explainer.reason(index) for index in range(len(problem.steps)))


@pytest.mark.parametrize("seed", SEEDS)
def test_what_a_reason_says_is_so(seed: int) -> None:
    problem, placement = planned(seed)
    for index, reason in enumerate(reasons_of(seed)):
        if index in dict(problem.pins):
            kind = ReasonKind.PINNED if placement.waves[index] else ReasonKind.PINNED_OUT
            assert reason == because(kind, wave=dict(problem.pins)[index] or None)
        elif placement.waves[index]:
            assert is_why_there(problem, placement.waves, index, reason), (index, reason)
        else:
            assert is_why_left_out(problem, placement.waves, index, reason), (index, reason)


def is_why_there(problem: PlanProblem, waves: tuple[int, ...], index: int, reason: StepReason) -> bool:
    """Whether a reason of a step that is funded and not pinned is so."""
    step, wave = problem.steps[index], waves[index]
    match reason:
        case StepReason(kind=ReasonKind.NOTHING_FIRST):
            served = [level_then(problem, waves, own, 0) >= wanted for own, wanted in wants(problem, index)]
            return wave == 1 and own_step_before(problem, index) is None and all(served)
        case StepReason(kind=ReasonKind.AFTER_OWN_STEP, level=int(level)):
            before = own_step_before(problem, index)
            lands = before is not None and (problem.steps[before].to_level, waves[before]) == (level, wave - 1)
            return lands and reason == because(reason.kind, level=level, wave=wave - 1)
        case StepReason(kind=ReasonKind.WITH_SUPPLIER, process_id=str(supplier), level=int(level)):
            wanted = dict(wants(problem, index))[supplier]
            is_then = level_then(problem, waves, supplier, wave - 1) < wanted <= level
            is_named = level == level_then(problem, waves, supplier, wave)
            return is_then and is_named and supplier != step.process_id and reason.wave == wave
        case StepReason(kind=ReasonKind.WAVES_FULL, wave=int(first)):
            return first < wave and is_full(problem, waves, index, reason, range(first, wave))
    return False


def is_why_left_out(problem: PlanProblem, waves: tuple[int, ...], index: int, reason: StepReason) -> bool:
    """Whether a reason of a step that is not funded and not pinned is so."""
    step, last, largest = problem.steps[index], len(problem.capacities), max(problem.capacities)
    before = own_step_before(problem, index)
    match reason:
        case StepReason(kind=ReasonKind.NO_CAPACITY):
            return not any(problem.capacities)
        case StepReason(kind=ReasonKind.TOO_LARGE):
            return step.effort_count > largest and (reason.count, reason.limit_count) == (step.effort_count, largest)
        case StepReason(kind=ReasonKind.CIRCLE, process_id=str(supplier)):
            unit = needing_each_other(problem, index)
            is_named = supplier in dict(wants(problem, index)) and any(
                problem.steps[own].process_id == supplier for own in unit
            )
            return is_named and (
                len(sharing_its_wave(problem, index)) == 1 or effort_together(problem, index) > largest
            )
        case StepReason(kind=ReasonKind.OWN_STEP_NOT_FUNDED, level=level):
            return before is not None and (problem.steps[before].to_level, waves[before]) == (level, 0)
        case StepReason(kind=ReasonKind.NO_WAVE_LEFT, wave=wave):
            return before is not None and waves[before] == wave == last
        case StepReason(kind=ReasonKind.SUPPLIER_NOT_FUNDED, process_id=str(supplier), level=int(level)):
            return dict(wants(problem, index))[supplier] == level > level_then(problem, waves, supplier, last)
        case StepReason(kind=ReasonKind.WAVES_FULL, wave=int(first)):
            return is_full(problem, waves, index, reason, range(first, last + 1))
        case StepReason(kind=ReasonKind.OTHERS_BRING_MORE):
            with_it = [worth(problem, plan) for plan in every_plan(problem) if plan[index]]
            return bool(with_it) and max(with_it) <= worth(problem, waves) + OBJECTIVE_TOLERANCE
    return False


def wants(problem: PlanProblem, index: int) -> list[tuple[str, int]]:
    """The suppliers over hard linkages of a step, each with the level it needs."""
    step = problem.steps[index]
    return [
        (supplier, wanted_of(problem, supplier, step.to_level))
        for supplier, receiver in problem.hard_pairs
        if receiver == step.process_id and supplier in problem.levels and step.to_level >= 2
    ]


def is_full(problem: PlanProblem, waves: tuple[int, ...], index: int, reason: StepReason, numbers: range) -> bool:
    """Whether its order allows a step the first of some waves, no earlier one, and none of them has room for it."""
    unit, effort = sharing_its_wave(problem, index), effort_together(problem, index)
    is_first = is_in_order(problem, moved(waves, unit, numbers[0]))
    is_earlier = any(is_in_order(problem, moved(waves, unit, number)) for number in range(1, numbers[0]))
    has_room = any(room_of(problem, waves, number) >= effort for number in numbers)
    return is_first and not is_earlier and not has_room and reason.count == (effort if len(unit) > 1 else None)


def test_a_step_is_said_to_bring_too_little_only_where_nothing_else_keeps_it_out() -> None:
    found = 0
    for seed in SEEDS:
        problem, placement = planned(seed)
        for index, reason in enumerate(reasons_of(seed)):
            if reason.kind is not ReasonKind.OTHERS_BRING_MORE:
                continue
            unit, effort = sharing_its_wave(problem, index), effort_together(problem, index)
            waves = [
                number
                for number, capacity in enumerate(problem.capacities, start=1)
                if capacity >= effort and is_in_order(problem, moved(placement.waves, unit, number))
            ]
            assert waves, "a wave that its order allows could hold it, were it empty"
            assert placement.method is PlanMethod.PROVEN
            assert not problem.pins
            found += 1
    assert found >= 20


def test_what_no_plan_could_change_is_said_before_what_this_plan_does() -> None:
    for seed in SEEDS:
        problem, placement = planned(seed)
        for index, reason in enumerate(reasons_of(seed)):
            if placement.waves[index] or index in dict(problem.pins):
                continue
            fits = any(capacity >= effort_together(problem, index) for capacity in problem.capacities)
            unit = needing_each_other(problem, index)
            has_order = unit == sharing_its_wave(problem, index)
            assert (reason.kind in IMPOSSIBLE) == (not fits or not has_order)
            held = (
                not fits
                or set(unit) & set(dict(problem.pins))
                or not any(
                    is_in_order(problem, moved(placement.waves, unit, number))
                    for number in range(1, len(problem.capacities) + 1)
                )
            )
            assert (reason.kind in (*IMPOSSIBLE, *TOO_EARLY)) == bool(held)


def test_no_step_of_a_plan_could_simply_come_earlier() -> None:
    for seed in SEEDS:
        problem, placement = planned(seed)
        assert place_greedily(problem, placement.waves) == placement.waves


def test_every_kind_of_reason_is_tried() -> None:
    counts = Counter(reason.kind for seed in SEEDS for reason in reasons_of(seed))
    few = {kind: counts[kind] for kind in ReasonKind if counts[kind] < 5}
    assert few == {}
    circles = [
        index
        for seed in SEEDS
        for index, own in enumerate(reasons_of(seed))
        if own.count and planned(seed)[1].waves[index]
    ]
    assert circles
