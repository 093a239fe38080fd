"""The table of what each wave has left finds what the solver finds; each is held against every placement alone."""

from __future__ import annotations

import random

import pytest

from assessment.domain.planning import tabled
from assessment.domain.planning.problem import PlanProblem
from assessment.domain.planning.program import possible_waves
from assessment.domain.planning.results import PlanMethod
from assessment.domain.planning.tabled import best_by_table
from assessment.domain.planning.waves import is_feasible, place_steps
from tests.domain.plans import (
    OBJECTIVE_TOLERANCE,
    ORACLE_SEEDS,
    a_problem,
    a_step,
    draw_problem,
    lateness,
    may_stand,
    small_plans,
    small_problem,
    worth,
)

WITH_PLANS = [seed for seed in ORACLE_SEEDS[::16] if small_plans(seed) and small_problem(seed).steps]
LARGER_SEEDS = range(40)


@pytest.fixture
def _no_table(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tabled, "MOST_CELLS", 0)


def larger(seed: int) -> PlanProblem:
    """A problem of a size that nobody tries every placement of."""
    return draw_problem(random.Random(seed).randint, most_processes=7, most_steps=16, most_waves=4, with_pins=False)


@pytest.mark.parametrize("seed", WITH_PLANS)
def test_the_table_finds_the_best_of_all_placements_and_settles_ties(seed: int) -> None:
    problem, plans = small_problem(seed), small_plans(seed)
    waves = best_by_table(problem, possible_waves(problem))
    best = max(worth(problem, plan) for plan in plans)
    tied = [plan for plan in plans if worth(problem, plan) >= best - OBJECTIVE_TOLERANCE]
    assert waves in tied
    assert lateness(problem, waves) == min(lateness(problem, plan) for plan in tied)


@pytest.mark.usefixtures("_no_table")
@pytest.mark.parametrize("seed", WITH_PLANS)
def test_the_solver_finds_the_same_where_no_table_is_made(seed: int) -> None:
    problem, plans = small_problem(seed), small_plans(seed)
    placement = place_steps(problem)
    best = max(worth(problem, plan) for plan in plans)
    tied = [plan for plan in plans if worth(problem, plan) >= best - OBJECTIVE_TOLERANCE]
    assert placement.waves in tied
    assert lateness(problem, placement.waves) == min(lateness(problem, plan) for plan in tied)
    assert placement.method is PlanMethod.PROVEN


@pytest.mark.parametrize("seed", LARGER_SEEDS)
def test_table_and_solver_agree_on_larger_problems(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    problem = larger(seed)
    assert is_feasible(problem)
    by_table = place_steps(problem)
    monkeypatch.setattr(tabled, "MOST_CELLS", 0)
    by_solver = place_steps(problem)
    assert may_stand(problem, by_table.waves)
    assert by_table.objective == pytest.approx(by_solver.objective, abs=OBJECTIVE_TOLERANCE)
    assert lateness(problem, by_table.waves) == lateness(problem, by_solver.waves)


def test_the_larger_problems_are_worth_trying() -> None:
    problems = [larger(seed) for seed in LARGER_SEEDS]
    assert sum(bool(problem.requirements) for problem in problems) >= 20
    assert sum(len(problem.steps) >= 8 for problem in problems) >= 12
    assert all(best_by_table(problem, possible_waves(problem)) is not None for problem in problems if problem.steps)


@pytest.mark.parametrize(("name", "limit"), [("MOST_CELLS", 5), ("MOST_ROWS", 2), ("MOST_WORK", 5)])
def test_no_table_is_made_where_it_would_be_too_large(name: str, limit: int, monkeypatch: pytest.MonkeyPatch) -> None:
    problem = a_problem(a_step("a", 2, 5.0, 1), a_step("b", 2, 4.0, 1), capacities=(1, 2))
    assert best_by_table(problem, possible_waves(problem)) == (1, 2)
    monkeypatch.setattr(tabled, name, limit)
    assert best_by_table(problem, possible_waves(problem)) is None
    assert place_steps(problem).waves == (1, 2), "the solver plans it all the same"


def test_no_table_is_made_where_values_are_so_large_that_ties_would_be_lost() -> None:
    problem = a_problem(a_step("a", 2, 1e9, 1), a_step("b", 2, 1e9, 1), capacities=(1, 2))
    assert best_by_table(problem, possible_waves(problem)) is None
