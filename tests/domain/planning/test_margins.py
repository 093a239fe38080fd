"""What a plan must lose by a step in a certain wave never says more than is so, or the search would miss plans."""

from __future__ import annotations

import numpy as np
import pytest

from assessment.domain.planning.margins import Margins, margins_of
from assessment.domain.planning.problem import PlanProblem
from assessment.domain.planning.program import Prices, Program, possible_waves
from tests.domain.plans import ORACLE_SEEDS, a_problem, a_step, small_plans, small_problem, worth

PLANNED = [seed for seed in ORACLE_SEEDS if small_problem(seed).steps and seed % 5 == 0]


def margins(problem: PlanProblem, factor: float = 1.0) -> Margins:
    """The margins by the prices of the relaxed program, times a factor: any price has to do."""
    allowed = possible_waves(problem)
    prices = Program(problem, allowed).prices(np.array([step.value for step in problem.steps]))
    return margins_of(problem, allowed, Prices(capacity=factor * prices.capacity, waiting=prices.waiting))


@pytest.mark.parametrize("factor", [0.0, 0.5, 1.0, 2.0])
def test_no_plan_is_worth_more_than_the_bound_less_the_shortfall_of_any_of_its_waves(factor: float) -> None:
    tried = 0
    for seed in PLANNED:
        problem = small_problem(seed)
        if not small_plans(seed):
            continue
        found = margins(problem, factor)
        for waves in small_plans(seed):
            reached = found.bound - found.shortfalls[np.arange(len(waves)), waves]
            assert worth(problem, waves) <= reached.min() + 1e-6
            tried += 1
    assert tried > 1000


def test_the_bound_is_reached_where_capacity_is_no_matter() -> None:
    problem = a_problem(a_step("a", 1, value=5), a_step("a", 2, value=3), a_step("b", 1, value=2), capacities=(9, 9))
    found = margins(problem)
    assert found.bound == pytest.approx(5 * 2 + 3 * 1 + 2 * 2)
    assert found.shortfalls.tolist() == [[13, 0, 8], [3, np.inf, 0], [4, 0, 2]], "worked out by hand"


def test_a_wave_that_is_not_allowed_falls_short_without_end() -> None:
    problem = a_problem(a_step("a", 1, effort=3), capacities=(2, 5), pins=[(0, 2)])
    assert margins(problem).shortfalls.tolist() == [[np.inf, np.inf, 0]]
