"""The program that the solver gets: the waves each step may be in, and what capacity costs."""

from __future__ import annotations

import numpy as np
import pytest

from assessment.domain.planning.problem import PlanProblem
from assessment.domain.planning.program import Found, Program, possible_waves
from tests.domain.plans import a_problem, a_step

CHAIN = a_problem(a_step("a", 1, value=5, effort=2), a_step("a", 2, value=3, effort=4), capacities=(2, 3, 4))


def values(problem: PlanProblem) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    return np.array([step.value for step in problem.steps])


def test_a_step_may_be_in_the_waves_that_its_order_its_size_and_its_pin_leave() -> None:
    assert possible_waves(CHAIN).tolist() == [[True, True, True, True], [True, False, False, True]]
    pinned = a_problem(*CHAIN.steps, capacities=CHAIN.capacities, pins=[(0, 2), (1, 0)])
    assert possible_waves(pinned).tolist() == [[False, False, True, False], [True, False, False, False]]


def test_a_pin_before_the_earliest_wave_leaves_no_wave_at_all() -> None:
    pinned = a_problem(*CHAIN.steps, capacities=CHAIN.capacities, pins=[(1, 2)])
    assert not possible_waves(pinned)[1].any()


def test_there_is_a_column_for_each_wave_allowed() -> None:
    assert Program(CHAIN, possible_waves(CHAIN)).column_count == 4


def test_the_best_plan_among_the_waves_allowed_is_found_with_its_worth_as_bound() -> None:
    program = Program(CHAIN, possible_waves(CHAIN))
    assert program.solve(values(CHAIN), 100) == Found(waves=(1, 3), bound=18.0, is_complete=True)
    only_late = possible_waves(CHAIN)
    only_late[0, 1] = False
    assert Program(CHAIN, only_late).solve(values(CHAIN), 100).waves == (2, 3)


def test_a_lowest_objective_that_no_plan_reaches_finds_none() -> None:
    found = Program(CHAIN, possible_waves(CHAIN)).solve(values(CHAIN), 100, lowest_objective=18.1)
    assert found == Found(waves=None, bound=-np.inf, is_complete=True)


def test_a_step_that_must_be_done_before_it_can_be_finds_no_plan() -> None:
    allowed = possible_waves(CHAIN)
    allowed[0, 1:] = False
    allowed[1, 0] = False
    assert Program(CHAIN, allowed).solve(values(CHAIN), 100).waves is None


def test_a_full_wave_has_a_price_and_an_empty_one_none() -> None:
    steps = (a_step("a", 1, value=6, effort=2), a_step("b", 1, value=4, effort=2))
    tight = a_problem(*steps, capacities=(2, 9))
    prices = Program(tight, possible_waves(tight)).prices(values(tight))
    assert prices.capacity[0] > 0
    assert prices.capacity[1] == pytest.approx(0)
    wide = a_problem(*steps, capacities=(9, 9))
    assert Program(wide, possible_waves(wide)).prices(values(wide)).capacity.tolist() == [0, 0]


def test_waiting_for_a_supplier_has_a_price_where_the_supplier_is_late() -> None:
    problem = a_problem(
        a_step("s", 1, value=0, effort=3), a_step("t", 2, value=9, effort=1), capacities=(2, 3, 9), hard=[("s", "t")]
    )
    prices = Program(problem, possible_waves(problem)).prices(values(problem))
    assert {(index, needed) for index, needed, _, _ in prices.waiting} == {(1, 0)}
    assert sum(price for *_, price in prices.waiting) > 0


def test_nothing_allowed_is_a_plan_of_nothing() -> None:
    problem = a_problem(a_step("a", 1, effort=9), capacities=(2,))
    program = Program(problem, possible_waves(problem))
    assert program.column_count == 0
    assert program.solve(values(problem), 100) == Found(waves=(0,), bound=0.0, is_complete=True)
    assert program.prices(values(problem)).capacity.tolist() == [0]
