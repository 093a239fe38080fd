"""Which step in which wave: an exact plan, and a greedy one where there is no other (METHOD.md section 13).

| symbol | name | unit | range | direction |
|---|---|---|---|---|
| objective | sum of value * (K - wave + 1) | points | 0 up | higher is better |
| bound | what no plan can be worth more than | points | 0 up | |
| gap | bound / objective - 1: how much better a plan could still be | share | 0 (proven best) up | lower is better |

Ties: the objective is held within 1e-6 while sum((N + 1 - model order) * wave) is minimised, an unfunded step counting
as wave K + 1. The search begins with a greedy plan and looks among the waves that could be in a better one (`margins`):
by a table of what each wave has left where that is small (`tabled`), else by the solver, among the likeliest waves
first and then twice as many, until none is left or the solver reaches its limit. Nodes and sizes are limited and never
the time, so that the same input gives the same plan. Own rules: the goal, the ties, and that ties of a plan that is not
proven best are left as they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from assessment.domain.planning.margins import Margins, margins_of
from assessment.domain.planning.problem import PlanProblem
from assessment.domain.planning.program import Allowed, Found, Program, possible_waves
from assessment.domain.planning.results import PlanMethod
from assessment.domain.planning.tabled import best_by_table

NODE_LIMIT = 200
FIRST_SIZE = 200
LARGEST_SEARCH = 40_000  # size times the square of the number of waves: what HiGHS gets through in seconds, measured
OBJECTIVE_TOLERANCE = 1e-6


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """The wave of each step (0: not funded), and how good that is."""

    waves: tuple[int, ...]
    objective: float
    gap_share: float
    method: PlanMethod


@dataclass(frozen=True, slots=True, kw_only=True)
class _Searched:
    """The best plan found, whether the solver found any, and what no plan is worth more than.

    `is_settled`: of the plans as good as this one it is the one that ties ask for.
    """

    waves: tuple[int, ...]
    objective: float
    bound: float
    is_solved: bool
    is_settled: bool
    allowed: Allowed
    margins: Margins

    @property
    def is_proven(self) -> bool:
        return self.bound <= self.objective + OBJECTIVE_TOLERANCE

    def promising(self) -> Allowed:
        """The waves of each step that a plan as good as this one can have, and its own."""
        slack = self.margins.bound - self.objective + OBJECTIVE_TOLERANCE
        return _with_plan(self.allowed & (self.margins.shortfalls <= slack), self.waves)


def place_steps(problem: PlanProblem, node_limit: int = NODE_LIMIT) -> Placement:
    """The plan with the highest objective, ties broken.

    Raises ValueError where no plan keeps the pins (see `pins`).

    >>> from assessment.domain.planning.problem import PlanStep
    >>> step = PlanStep(process_id="a", to_level=1, value=5.0, effort_count=2)
    >>> placement = place_steps(PlanProblem(model_order=("a",), steps=(step,), capacities=(1, 2), levels={"a": 0}))
    >>> placement.waves, placement.objective, placement.method.value
    ((2,), 5.0, 'proven')
    """
    if not problem.steps:
        return Placement(waves=(), objective=0.0, gap_share=0.0, method=PlanMethod.NOTHING)
    best = _search(problem, node_limit)
    if best.is_proven:
        waves = best.waves if best.is_settled else _break_ties(problem, best, node_limit)
        return Placement(
            waves=waves,
            objective=problem.objective(waves),
            gap_share=0.0,
            method=PlanMethod.PROVEN,
        )
    return Placement(
        waves=best.waves,
        objective=best.objective,
        gap_share=best.bound / best.objective - 1 if best.objective else 0.0,
        method=PlanMethod.NODE_LIMIT if best.is_solved else PlanMethod.GREEDY,
    )


def best_objective(problem: PlanProblem, node_limit: int = NODE_LIMIT) -> float:
    """The objective of `place_steps`, without the search among ties."""
    return _search(problem, node_limit).objective if problem.steps else 0.0


def is_feasible(problem: PlanProblem, node_limit: int = NODE_LIMIT) -> bool:
    """Whether any plan keeps every pin of the problem."""
    return _keep_pins(problem, node_limit) is not None


def _search(problem: PlanProblem, node_limit: int) -> _Searched:
    start = _keep_pins(problem, node_limit)
    if start is None:
        raise ValueError("no plan keeps these pins")
    allowed = possible_waves(problem)
    values = np.array([step.value for step in problem.steps])
    margins = margins_of(problem, allowed, Program(problem, allowed).prices(values))
    waves = place_greedily(problem, start)
    best = _Searched(
        waves=waves,
        objective=problem.objective(waves),
        bound=margins.bound,
        is_solved=False,
        is_settled=False,
        allowed=allowed,
        margins=margins,
    )
    tabled = best_by_table(problem, best.promising())
    if tabled is not None:
        objective = problem.objective(tabled)
        return replace(best, waves=tabled, objective=objective, bound=objective, is_solved=True, is_settled=True)
    return _searched_further(problem, best, values, node_limit)


def _searched_further(problem: PlanProblem, best: _Searched, values: NDArray[np.float64], node_limit: int) -> _Searched:
    """The best that the solver finds among the likeliest waves, then among more of them."""
    margins = best.margins
    for size in _sizes(problem.wave_count):
        promising = best.promising()
        kept = _with_plan(promising & (margins.shortfalls <= _limit(margins, promising, size)), best.waves)
        found = Program(problem, kept).solve(values, node_limit)
        best = _improved(problem, best, kept, found)
        is_hard = size > FIRST_SIZE and not found.is_complete
        if best.is_proven or is_hard or bool((kept == promising).all()):
            break
    return best


def _sizes(wave_count: int) -> Iterator[int]:
    """How many waves more than steps to choose from, one search after the other.

    >>> list(_sizes(4)), list(_sizes(12))
    ([200, 400, 800, 1600, 2500], [200, 277])
    """
    size, largest = FIRST_SIZE, LARGEST_SEARCH // wave_count**2
    while size < largest:
        yield size
        size *= 2
    yield max(FIRST_SIZE, largest)


def _limit(margins: Margins, promising: Allowed, size: int) -> float:
    """The shortfall within which there are so many promising waves more than steps, the likeliest ones."""
    shortfalls = np.sort(margins.shortfalls[promising])
    return float(shortfalls[min(len(promising) + size, len(shortfalls)) - 1])


def _with_plan(allowed: Allowed, waves: Sequence[int]) -> Allowed:
    kept = allowed.copy()
    kept[np.arange(len(waves)), waves] = True
    return kept


def _improved(problem: PlanProblem, best: _Searched, kept: Allowed, found: Found) -> _Searched:
    """The better of the best plan and the one found among the waves kept, and what is known of all plans by now."""
    left_out = best.margins.shortfalls[best.allowed & ~kept]
    elsewhere = best.margins.bound - float(left_out.min(initial=np.inf))
    plans = [best.waves, *([] if found.waves is None else [place_greedily(problem, found.waves)])]
    waves = max(plans, key=problem.objective)
    return replace(
        best,
        waves=waves,
        objective=problem.objective(waves),
        bound=min(best.bound, max(found.bound, elsewhere)),
        is_solved=best.is_solved or found.waves is not None,
    )


def _break_ties(problem: PlanProblem, best: _Searched, node_limit: int) -> tuple[int, ...]:
    """Of the plans as good as the best, the one that places the first processes of the model earliest."""
    weights = np.array(problem.tie_weights, dtype=float)
    floor = best.objective - OBJECTIVE_TOLERANCE / 2  # the solver may miss a bound by as much
    tied = Program(problem, best.promising()).solve(weights, node_limit, lowest_objective=floor).waves
    if tied is None or problem.objective(tied) < best.objective - OBJECTIVE_TOLERANCE:
        return best.waves
    return min((best.waves, place_greedily(problem, tied)), key=problem.tie_cost)


def _keep_pins(problem: PlanProblem, node_limit: int) -> tuple[int, ...] | None:
    """A plan of nothing but what the pins need; None where no plan keeps them."""
    if not any(wave for _, wave in problem.pins):
        return (0,) * len(problem.steps)
    allowed = possible_waves(problem)
    needed = problem.needed_for(index for index, wave in problem.pins if wave)
    others = [index for index in range(len(problem.steps)) if index not in needed]
    allowed[others, 1:] = False
    if not bool(allowed.any(axis=1).all()):
        return None
    return Program(problem, allowed).solve(np.zeros(len(problem.steps)), node_limit).waves


def place_greedily(problem: PlanProblem, start: Sequence[int] | None = None) -> tuple[int, ...]:
    """The plan `start` (nothing funded, if not given) with every step that can move earlier in its earliest wave.

    Of the ready steps that fit into an earlier wave, the one with the highest value for its effort goes first, with
    those that have to share its wave. Pinned steps stay; every rule that `start` keeps is kept.

    >>> from assessment.domain.planning.problem import PlanStep
    >>> step = PlanStep(process_id="a", to_level=1, value=5.0, effort_count=2)
    >>> other = PlanStep(process_id="b", to_level=1, value=4.0, effort_count=2)
    >>> place_greedily(PlanProblem(model_order=("a", "b"), steps=(step, other), capacities=(2, 2), levels={}))
    (1, 2)
    """
    waves = [0] * len(problem.steps) if start is None else list(start)
    movable = _by_value_for_effort(problem)
    while True:
        rooms = problem.rooms(waves)
        moves = ((unit, wave) for unit in movable if (wave := _earlier_wave(problem, unit, waves, rooms)))
        move = next(moves, None)
        if move is None:
            return tuple(waves)
        for index in move[0]:
            waves[index] = move[1]


def _by_value_for_effort(problem: PlanProblem) -> tuple[tuple[int, ...], ...]:
    """Steps that may be moved, with those that share their wave, the highest value for effort first."""
    pinned = {index for index, _ in problem.pins}
    units = dict.fromkeys(problem.companions(index) for index in range(len(problem.steps)))
    return tuple(
        sorted(
            (unit for unit in units if not pinned & set(unit)),
            key=lambda unit: -sum(problem.steps[index].value for index in unit) / problem.joint_effort(unit[0]),
        )
    )


def _earlier_wave(
    problem: PlanProblem, unit: tuple[int, ...], waves: Sequence[int], rooms: Sequence[int]
) -> int | None:
    """The first wave with room for a unit that its order allows, if it is earlier than where the unit is."""
    first = problem.first_open_wave(unit[0], waves)
    if first is None:
        return None
    effort, last = problem.joint_effort(unit[0]), waves[unit[0]] or problem.wave_count + 1
    return next((wave for wave in range(first, last) if rooms[wave - 1] >= effort), None)
