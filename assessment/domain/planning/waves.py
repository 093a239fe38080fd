"""Which step in which wave: an exact plan, and a greedy one where there is no other (METHOD.md section 13).

| symbol | name | unit | range | direction |
|---|---|---|---|---|
| y[i, w] | step i is done by the end of wave w | 0 or 1 | rises with w | |
| objective | sum of value * (K - wave + 1) = sum of value * y | points | 0 up | higher is better |
| gap | how much better a plan could still be, of the objective | share | 0 (proven best) up | lower is better |

With y every rule of order is a comparison of two variables: y[next, w] <= y[step, w - 1] for the steps of a process,
y[t, w] <= y[s, w] for a linkage. Ties: the objective is held within 1e-6 while sum((N + 1 - model order) * wave) is
minimised. HiGHS is deterministic, and a node limit instead of a clock keeps it so: same input, same plan. Its presolve
stays on: without it HiGHS writes a line of its own to standard output now and then, and saves a fifth of the time.
Source: time-indexed formulation with step variables, Pritsker, Watters and Wolfe (1969); goal and ties are own rules.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

from assessment.domain.planning.problem import PlanProblem

NODE_LIMIT = 200
OBJECTIVE_TOLERANCE = 1e-6


class PlanMethod(StrEnum):
    """How a plan was found."""

    PROVEN = "proven best"
    NODE_LIMIT = "best found within the node limit"
    GREEDY = "greedy by value for effort"
    NOTHING = "nothing to plan"


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """The wave of each step (0: not funded), and how good that is."""

    waves: tuple[int, ...]
    objective: float
    gap_share: float
    method: PlanMethod


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """What the solver came back with; `waves` None without any plan."""

    waves: tuple[int, ...] | None
    is_proven: bool
    gap_share: float


def place_steps(problem: PlanProblem, node_limit: int = NODE_LIMIT) -> Placement:
    """The plan with the highest objective, ties broken; pins are kept and must be possible (see `pins`).

    >>> from assessment.domain.planning.problem import PlanStep
    >>> step = PlanStep(process_id="a", to_level=1, value=5.0, effort_count=2, reached_level=1)
    >>> place_steps(PlanProblem(model_order=("a",), steps=(step,), capacities=(1, 2), levels={"a": 0}))
    Placement(waves=(2,), objective=5.0, gap_share=0.0, method=<PlanMethod.PROVEN: 'proven best'>)
    """
    if not problem.steps:
        return Placement(waves=(), objective=0.0, gap_share=0.0, method=PlanMethod.NOTHING)
    program = _Program(problem)
    best = program.solve(program.values, node_limit)
    if best.waves is None:
        waves = place_greedily(problem)
        return Placement(
            waves=waves, objective=problem.objective(waves), gap_share=best.gap_share, method=PlanMethod.GREEDY
        )
    objective = problem.objective(best.waves)
    floor = objective - OBJECTIVE_TOLERANCE
    tied = program.solve(program.tie_weights, node_limit, lowest_objective=floor)
    waves = best.waves
    if tied.waves is not None and problem.tie_cost(tied.waves) < problem.tie_cost(waves):
        waves = tied.waves
    return Placement(
        waves=waves,
        objective=problem.objective(waves),
        gap_share=0.0 if best.is_proven else best.gap_share,
        method=PlanMethod.PROVEN if best.is_proven else PlanMethod.NODE_LIMIT,
    )


def is_feasible(problem: PlanProblem, node_limit: int = NODE_LIMIT) -> bool:
    """Whether any plan keeps every pin of the problem."""
    if not problem.steps:
        return True
    program = _Program(problem)
    return program.solve(np.zeros_like(program.values), node_limit).waves is not None


class _Program:
    """The problem as a mixed-integer program over y[i, w], one column for each step and wave."""

    def __init__(self, problem: PlanProblem) -> None:
        self.problem = problem
        wave_count = problem.wave_count
        self.values = np.repeat([step.value for step in problem.steps], wave_count)
        self.tie_weights = np.repeat(np.array(problem.tie_weights, dtype=float), wave_count)
        self.bounds = self._bounds()
        self.order = self._order()
        self.capacity = self._capacity()

    def _column(self, index: int, wave: int) -> int:
        return index * self.problem.wave_count + wave - 1

    def _bounds(self) -> Bounds:
        """A step is done by a wave only if it fits in one up to it, and a pinned one exactly from its wave on."""
        problem = self.problem
        low = np.zeros((len(problem.steps), problem.wave_count))
        high = np.ones_like(low)
        for index, step in enumerate(problem.steps):
            fits = np.array([step.effort_count <= capacity for capacity in problem.capacities])
            high[index] = np.maximum.accumulate(fits)
        for index, wave in problem.pins:
            high[index, : wave - 1 if wave else None] = 0
            if wave:
                low[index, wave - 1 :] = 1
        return Bounds(low.ravel(), high.ravel())

    def _order(self) -> tuple[LinearConstraint, ...]:
        """Rows "later - earlier <= 0": done stays done, a process goes up wave by wave, suppliers come first."""
        problem = self.problem
        waves = range(1, problem.wave_count + 1)
        pairs = [
            (self._column(index, wave - 1), self._column(index, wave))
            for index in range(len(problem.steps))
            for wave in waves[1:]
        ]
        pairs += [
            (self._column(second, wave), self._column(first, wave - 1))
            for first, second in problem.chains
            for wave in waves[1:]
        ]
        pairs += [
            (self._column(index, wave), self._column(needed, wave))
            for index, needed in problem.requirements
            for wave in waves
        ]
        for _, second in problem.chains:
            self.bounds.ub[self._column(second, 1)] = 0
        if not pairs:
            return ()
        rows = np.repeat(np.arange(len(pairs)), 2)
        columns = np.array(pairs, dtype=int).ravel()
        signs = np.tile([1.0, -1.0], len(pairs))
        matrix = csr_array((signs, (rows, columns)), shape=(len(pairs), len(self.values)))
        return (LinearConstraint(matrix, -np.inf, 0),)

    def _capacity(self) -> LinearConstraint:
        """What each wave holds, and what it holds together with the waves before it.

        The second follow from the first, but they have no negative entry, and that is what cuts are made from.
        """
        problem = self.problem
        together = np.zeros((problem.wave_count, len(self.values)))
        for index, step in enumerate(problem.steps):
            for wave in range(1, problem.wave_count + 1):
                together[wave - 1, self._column(index, wave)] = step.effort_count
        each = together - np.vstack([np.zeros(len(self.values)), together[:-1]])
        capacities = np.array(problem.capacities, dtype=float)
        limits = np.concatenate([capacities, np.cumsum(capacities)])
        return LinearConstraint(csr_array(np.vstack([each, together])), -np.inf, limits)

    def solve(self, gains: NDArray[np.float64], node_limit: int, lowest_objective: float | None = None) -> _Found:
        """The plan with the highest sum of gains * y, at least `lowest_objective` of values if given."""
        if np.any(self.bounds.lb > self.bounds.ub):
            return _Found(waves=None, is_proven=True, gap_share=0.0)
        constraints = [self.capacity, *self.order]
        if lowest_objective is not None:
            constraints.append(LinearConstraint(self.values[None, :], lowest_objective, np.inf))
        found = milp(
            -gains,
            integrality=np.ones(len(gains), dtype=np.int8),
            bounds=self.bounds,
            constraints=constraints,
            options={"mip_rel_gap": 0.0, "node_limit": node_limit, "disp": False},
        )
        if found.x is None:
            return _Found(waves=None, is_proven=found.status == 2, gap_share=0.0)
        waves = self._waves(found.x)
        gap = float(found.mip_gap) if found.mip_gap is not None else 0.0
        return _Found(
            waves=None if self.problem.broken_rules(waves) else waves, is_proven=found.status == 0, gap_share=gap
        )

    def _waves(self, solution: NDArray[np.float64]) -> tuple[int, ...]:
        done = np.rint(solution.reshape(len(self.problem.steps), -1)).astype(int)
        last = self.problem.wave_count + 1
        return tuple(0 if count == 0 else last - count for count in done.sum(axis=1).tolist())


def place_greedily(problem: PlanProblem) -> tuple[int, ...]:
    """Wave by wave the ready step with the highest value for its effort that fits; what a pin needs goes first.

    Every rule but the pins is kept for certain; a pinned step is placed in its wave or not at all.

    >>> from assessment.domain.planning.problem import PlanStep
    >>> step = PlanStep(process_id="a", to_level=1, value=5.0, effort_count=2, reached_level=1)
    >>> other = PlanStep(process_id="b", to_level=1, value=4.0, effort_count=2, reached_level=1)
    >>> place_greedily(PlanProblem(model_order=("a", "b"), steps=(step, other), capacities=(2, 2), levels={}))
    (1, 2)
    """
    pinned = dict(problem.pins)
    urgent = _needed_by_pins(problem)
    order = sorted(
        range(len(problem.steps)),
        key=lambda index: (
            index not in urgent,
            -problem.steps[index].value / problem.steps[index].effort_count,
            index,
        ),
    )
    waves = [0] * len(problem.steps)
    for wave, capacity in enumerate(problem.capacities, start=1):
        room = capacity
        is_placed = True
        while is_placed:
            is_placed = False
            for index in order:
                if waves[index] or pinned.get(index, wave) != wave or problem.steps[index].effort_count > room:
                    continue
                if _is_ready(problem, waves, index, wave):
                    waves[index], is_placed = wave, True
                    room -= problem.steps[index].effort_count
                    break
    return tuple(waves)


def _is_ready(problem: PlanProblem, waves: Sequence[int], index: int, wave: int) -> bool:
    is_after = all(0 < waves[first] < wave for first, second in problem.chains if second == index)
    return is_after and all(waves[needed] for own, needed in problem.requirements if own == index)


def _needed_by_pins(problem: PlanProblem) -> frozenset[int]:
    """Pinned steps and everything that has to come before them."""
    before = [(second, first) for first, second in problem.chains] + list(problem.requirements)
    needed = {index for index, wave in problem.pins if wave}
    while True:
        further = {first for index, first in before if index in needed} - needed
        if not further:
            return frozenset(needed)
        needed |= further
