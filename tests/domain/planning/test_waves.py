"""The planner against trying everything, and every rule kept on anything (METHOD.md section 13)."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.domain.planning.problem import PlanProblem
from assessment.domain.planning.waves import Placement, PlanMethod, is_feasible, place_greedily, place_steps
from tests.domain.plans import a_problem, a_step, draw_problem, every_plan, lateness, may_stand, worth

ORACLE_SEEDS = range(260)
OBJECTIVE_TOLERANCE = 1e-6


def small_problem(seed: int) -> PlanProblem:
    """Every other one has few values and efforts, so that many plans are equally good."""
    draw = random.Random(seed)
    return draw_problem(
        draw.randint,
        most_processes=4,
        most_steps=6,
        most_waves=3,
        with_pins=True,
        value_count=2 if seed % 2 else 20,
        most_effort=2 if seed % 2 else 4,
    )


@pytest.mark.parametrize("seed", ORACLE_SEEDS)
def test_no_placement_is_better_than_the_plan_and_ties_go_to_the_models_order(seed: int) -> None:
    problem = small_problem(seed)
    plans = every_plan(problem)
    placement = place_steps(problem)

    assert is_feasible(problem) == bool(plans)
    if not plans:
        assert placement.method is PlanMethod.GREEDY
        assert may_stand(problem, placement.waves, with_pins=False)
        return
    best = max(worth(problem, waves) for waves in plans)
    tied = [waves for waves in plans if worth(problem, waves) >= best - OBJECTIVE_TOLERANCE]
    assert may_stand(problem, placement.waves)
    assert placement.objective == pytest.approx(best, abs=OBJECTIVE_TOLERANCE)
    assert worth(problem, placement.waves) == pytest.approx(best, abs=OBJECTIVE_TOLERANCE)
    assert lateness(problem, placement.waves) == min(lateness(problem, waves) for waves in tied)
    assert placement.gap_share == 0.0
    assert placement.method is (PlanMethod.PROVEN if problem.steps else PlanMethod.NOTHING)


def test_the_small_problems_are_worth_trying() -> None:
    problems = [small_problem(seed) for seed in ORACLE_SEEDS]
    assert sum(bool(problem.requirements) for problem in problems) >= 60
    assert sum(bool(problem.relaxations) for problem in problems) >= 40
    assert sum(bool(problem.pins) for problem in problems) >= 40
    assert sum(len(problem.steps) >= 5 for problem in problems) >= 90
    assert sum(has_ties(problem) for problem in problems[:120]) >= 20


def has_ties(problem: PlanProblem) -> bool:
    objectives = [worth(problem, waves) for waves in every_plan(problem)]
    best = max(objectives, default=0.0)
    return sum(objective >= best - OBJECTIVE_TOLERANCE for objective in objectives) > 1


@given(st.data())
@settings(max_examples=60)
def test_every_plan_respects_capacity_order_linkages_and_pins(data: st.DataObject) -> None:
    problem = draw_problem(
        lambda low, high: data.draw(st.integers(low, high)),
        most_processes=7,
        most_steps=16,
        most_waves=4,
        with_pins=True,
    )
    placement = place_steps(problem)
    is_greedy = placement.method is PlanMethod.GREEDY
    assert may_stand(problem, placement.waves, with_pins=not is_greedy)
    assert is_greedy != is_feasible(problem)
    assert placement.objective == pytest.approx(worth(problem, placement.waves))
    greedy = place_greedily(problem)
    assert may_stand(problem, greedy, with_pins=False)
    if not problem.pins:
        assert worth(problem, greedy) <= placement.objective + OBJECTIVE_TOLERANCE
    assert all(greedy[index] in (wave, 0) for index, wave in problem.pins)


@given(st.data())
@settings(max_examples=30)
def test_the_same_problem_has_the_same_plan(data: st.DataObject) -> None:
    problem = draw_problem(
        lambda low, high: data.draw(st.integers(low, high)),
        most_processes=6,
        most_steps=12,
        most_waves=4,
        with_pins=False,
    )
    assert place_steps(problem) == place_steps(problem)


def test_what_is_worth_most_comes_first_when_all_efforts_are_alike() -> None:
    problem = a_problem(a_step("a", 1, value=5), a_step("b", 1, value=9), a_step("c", 1, value=7), capacities=(1, 1, 1))
    assert place_steps(problem).waves == (3, 1, 2)


def test_a_tie_goes_to_the_models_order() -> None:
    problem = a_problem(a_step("a", 1, value=5, effort=2), a_step("b", 1, value=5, effort=2), capacities=(2, 2))
    assert place_steps(problem) == Placement(waves=(1, 2), objective=15.0, gap_share=0.0, method=PlanMethod.PROVEN)


def test_a_step_of_no_value_is_still_placed_early_where_there_is_room() -> None:
    problem = a_problem(a_step("a", 1, value=0), a_step("b", 1, value=5), capacities=(2, 2))
    assert place_steps(problem).waves == (1, 1)


def test_a_supplier_of_no_value_is_raised_for_what_it_opens() -> None:
    problem = a_problem(
        a_step("s", 1, value=0, effort=2), a_step("t", 2, value=9, effort=2), capacities=(2, 2), hard=[("s", "t")]
    )
    assert place_steps(problem).waves == (1, 2)


def test_zero_capacity_funds_nothing_and_is_no_error() -> None:
    problem = a_problem(a_step("a", 1), a_step("b", 1), capacities=(0, 0))
    assert place_steps(problem) == Placement(waves=(0, 0), objective=0.0, gap_share=0.0, method=PlanMethod.PROVEN)


def test_a_step_larger_than_every_wave_is_not_funded_nor_what_follows_it() -> None:
    problem = a_problem(a_step("a", 1, effort=5), a_step("a", 2), a_step("b", 1), capacities=(4, 4))
    assert place_steps(problem).waves == (0, 0, 1)


def test_a_step_waits_for_the_first_wave_it_fits_in() -> None:
    problem = a_problem(a_step("a", 1, effort=3), a_step("b", 1, effort=3), capacities=(1, 3, 5))
    assert place_steps(problem).waves == (2, 3)


def test_nothing_to_plan_is_an_empty_plan() -> None:
    problem = a_problem(capacities=(3, 3))
    assert place_steps(problem) == Placement(waves=(), objective=0.0, gap_share=0.0, method=PlanMethod.NOTHING)
    assert is_feasible(problem)


def test_a_pinned_step_stays_where_it_is_put() -> None:
    steps = (a_step("a", 1, value=9), a_step("b", 1, value=1))
    for wave in (0, 1, 2):
        assert place_steps(a_problem(*steps, capacities=(1, 1), pins=[(0, wave)])).waves[0] == wave
    assert place_steps(a_problem(*steps, capacities=(1, 1), pins=[(0, 2)])).waves == (2, 1)


def impossible_problems() -> Iterator[PlanProblem]:
    yield a_problem(a_step("a", 1, effort=3), capacities=(2, 5), pins=[(0, 1)])
    yield a_problem(a_step("a", 1), a_step("a", 2), capacities=(5, 5), pins=[(1, 1)])
    yield a_problem(a_step("a", 1, effort=2), a_step("b", 1, effort=2), capacities=(3, 3), pins=[(0, 1), (1, 1)])
    yield a_problem(a_step("s", 1), a_step("t", 2), capacities=(5, 5), hard=[("s", "t")], pins=[(0, 2), (1, 1)])
    yield a_problem(a_step("a", 1), a_step("a", 2), capacities=(5, 5), pins=[(0, 0), (1, 2)])


@pytest.mark.parametrize("problem", list(impossible_problems()))
def test_pins_that_cannot_all_be_kept_are_not_feasible_and_the_plan_is_greedy(problem: PlanProblem) -> None:
    assert not is_feasible(problem)
    placement = place_steps(problem)
    assert placement.method is PlanMethod.GREEDY
    assert may_stand(problem, placement.waves, with_pins=False)


def hard_problem() -> PlanProblem:
    """Steps of like value and odd sizes in a ring of linkages: not solved at the first node."""
    draw = random.Random(1)
    steps = [
        a_step(f"p{number}", level, value=draw.uniform(5, 8), effort=draw.randint(3, 9))
        for number in range(12)
        for level in (1, 2)
    ]
    ring = [(f"p{number}", f"p{(number + 1) % 12}") for number in range(12)]
    return a_problem(*steps, capacities=(17, 19, 18), hard=ring)


def test_within_a_node_limit_the_best_found_is_kept_and_its_gap_said() -> None:
    problem = hard_problem()
    proven, limited = place_steps(problem), place_steps(problem, node_limit=1)
    assert (proven.method, proven.gap_share) == (PlanMethod.PROVEN, 0.0)
    assert limited.method is PlanMethod.NODE_LIMIT
    assert may_stand(problem, limited.waves)
    assert limited.objective <= proven.objective + OBJECTIVE_TOLERANCE
    assert limited.gap_share > 0
    assert limited.objective * (1 + limited.gap_share) >= proven.objective - OBJECTIVE_TOLERANCE
    assert place_steps(problem, node_limit=1) == limited


def test_greedy_takes_value_for_effort_wave_by_wave() -> None:
    problem = a_problem(
        a_step("a", 1, value=9, effort=3), a_step("b", 1, value=5, effort=1), a_step("c", 1, value=4, effort=1)
    )
    assert place_greedily(problem) == (0, 1, 1)


def test_greedy_puts_what_a_pin_needs_before_what_pays_more() -> None:
    problem = a_problem(
        a_step("s", 1, value=0, effort=2),
        a_step("t", 2, value=1, effort=2),
        a_step("rich", 1, value=99, effort=2),
        capacities=(2, 2),
        hard=[("s", "t")],
        pins=[(1, 2)],
    )
    assert place_greedily(problem) == (1, 2, 0)
