"""The planning problem as a mixed-integer program, solved by HiGHS (METHOD.md section 13).

| symbol | name | unit | range | direction |
|---|---|---|---|---|
| y[i, w] | step i is done by the end of wave w | 0 or 1 | rises with w | |
| allowed[i, w] | whether step i may be in wave w, 0 being not funded | | | |
| objective | sum of value * (K - wave + 1) = sum of value * y | points | 0 up | higher is better |
| price | what one more point of capacity, or one wave less to wait for a supplier, would bring | points | 0 up | |

With y every rule of order is a comparison of two variables: y[next, w] <= y[step, w - 1] for the steps of a process,
y[t, w] <= y[s, w] for a linkage. A step has a column for each wave it is allowed in; in the others y is what it was in
the wave before. HiGHS is deterministic; its presolve stays on: without it HiGHS writes to standard output now and then.
Source: time-indexed formulation with step variables, Pritsker, Watters and Wolfe (1969).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from assessment.domain.planning.problem import PlanProblem

if TYPE_CHECKING:  # SciPy is imported when first used: what prints a plan does not make one
    from scipy.sparse import csr_array

NO_COLUMN = -1
OPTIMAL, INFEASIBLE = 0, 2

Allowed = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What the solver came back with: `waves` None without a plan, `bound` that no plan of the program is above.

    `is_complete` unless it stopped at the node limit.
    """

    waves: tuple[int, ...] | None
    bound: float
    is_complete: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Prices:
    """What binds the relaxed program: a price for each wave's capacity, and for (step, supplier's step, wave)."""

    capacity: NDArray[np.float64]
    waiting: tuple[tuple[int, int, int, float], ...]


def possible_waves(problem: PlanProblem) -> Allowed:
    """For each step (row), which waves it could be in by order, capacity and pins; column 0 is not funded."""
    waves = np.arange(1, problem.wave_count + 1)
    capacities = np.array(problem.capacities)
    allowed = np.ones((len(problem.steps), problem.wave_count + 1), dtype=bool)
    for index, earliest in enumerate(problem.earliest_waves):
        fits = capacities >= problem.joint_effort(index)
        allowed[index, 1:] = fits & (waves >= earliest) if earliest is not None else False
    for index, wave in problem.pins:
        allowed[index, np.arange(problem.wave_count + 1) != wave] = False
    return allowed


class Program:
    """The problem with each step only in the waves it is allowed in; every step must be allowed somewhere."""

    def __init__(self, problem: PlanProblem, allowed: Allowed) -> None:
        self._problem = problem
        self._allowed = allowed
        self._columns = self._number_columns()
        self.column_count = int(self._columns.max(initial=NO_COLUMN)) + 1
        self._low, self._high = np.zeros(self.column_count), np.ones(self.column_count)
        for index in np.flatnonzero(~allowed[:, 0]).tolist():
            self._low[self._columns[index, -1]] = 1
        self._waiting: list[tuple[int, int, int, int]] = []
        self._order = self._compare()
        self._capacity, self._limits = self._fill_up()

    def _number_columns(self) -> NDArray[np.int_]:
        """The column of y[i, w]; `NO_COLUMN` where it is 0 for certain."""
        columns = np.full(self._allowed.shape, NO_COLUMN, dtype=int)
        count = 0
        for index, row in enumerate(self._allowed):
            for wave in range(1, len(row)):
                columns[index, wave] = count if row[wave] else columns[index, wave - 1]
                count += int(row[wave])
        return columns

    def _compare(self) -> csr_array:
        """Rows "later - earlier <= 0": done stays done, a process goes up wave by wave, suppliers come first."""
        from scipy.sparse import csr_array

        problem, columns = self._problem, self._columns
        places = [(index, wave + 1) for index, wave in np.argwhere(self._allowed[:, 1:]).tolist()]
        waves_of: dict[int, list[int]] = {}
        for index, wave in places:
            waves_of.setdefault(index, []).append(wave)
        pairs: list[tuple[int, int]] = []
        for index, wave in places:
            if columns[index, wave - 1] != NO_COLUMN:
                pairs.append((columns[index, wave - 1], columns[index, wave]))
        for first, second in problem.chains:
            for wave in waves_of.get(second, ()):
                self._add(pairs, columns[second, wave], columns[first, wave - 1])
        for index, needed in problem.requirements:
            for wave in waves_of.get(index, ()):
                if self._add(pairs, columns[index, wave], columns[needed, wave]):
                    self._waiting.append((len(pairs) - 1, index, needed, wave))
        rows = np.repeat(np.arange(len(pairs)), 2)
        signs = np.tile([1.0, -1.0], len(pairs))
        flat = np.array(pairs, dtype=int).ravel()
        return csr_array((signs, (rows, flat)), shape=(len(pairs), self.column_count))

    def _add(self, pairs: list[tuple[int, int]], later: int, earlier: int) -> bool:
        """Whether a row was needed: what waits for something that never is done never is either."""
        if earlier == NO_COLUMN:
            self._high[later] = 0
            return False
        pairs.append((later, earlier))
        return True

    def _fill_up(self) -> tuple[csr_array, NDArray[np.float64]]:
        """What each wave holds, and what it holds together with the waves before it.

        The second follow from the first, but they have no negative entry, and that is what cuts are made from.
        """
        from scipy.sparse import csr_array

        problem = self._problem
        together = np.zeros((problem.wave_count, self.column_count))
        for step, columns in zip(problem.steps, self._columns, strict=True):
            for wave, column in enumerate(columns[1:].tolist()):
                if column != NO_COLUMN:
                    together[wave, column] += step.effort_count
        each = together - np.vstack([np.zeros(self.column_count), together[:-1]])
        capacities = np.array(problem.capacities, dtype=float)
        return csr_array(np.vstack([each, together])), np.concatenate([capacities, np.cumsum(capacities)])

    def _gains(self, by_step: NDArray[np.float64]) -> NDArray[np.float64]:
        """What each column brings if a step brings so much for every wave in which it is done."""
        gains = np.zeros(self.column_count)
        for gain, columns in zip(by_step.tolist(), self._columns, strict=True):
            for column in columns[1:].tolist():
                if column != NO_COLUMN:
                    gains[column] += gain
        return gains

    def solve(self, by_step: NDArray[np.float64], node_limit: int, lowest_objective: float | None = None) -> Found:
        """The plan with the highest sum of `by_step` * y, of an objective of at least `lowest_objective` if given."""
        from scipy.optimize import Bounds, LinearConstraint, milp

        gains = self._gains(by_step)
        if np.any(self._low > self._high):
            return Found(waves=None, bound=-np.inf, is_complete=True)
        if not self.column_count:
            return Found(waves=(0,) * len(self._problem.steps), bound=0.0, is_complete=True)
        constraints = [
            LinearConstraint(self._capacity, -np.inf, self._limits),
            LinearConstraint(self._order, -np.inf, 0),
        ]
        if lowest_objective is not None:
            values = self._gains(np.array([step.value for step in self._problem.steps]))
            constraints.append(LinearConstraint(values[None, :], lowest_objective, np.inf))
        found = milp(
            -gains,
            integrality=np.ones(self.column_count, dtype=np.int8),
            bounds=Bounds(self._low, self._high),
            constraints=constraints,
            options={"mip_rel_gap": 0.0, "node_limit": node_limit, "disp": False},
        )
        if found.x is None:
            is_infeasible = found.status == INFEASIBLE
            return Found(waves=None, bound=-np.inf if is_infeasible else np.inf, is_complete=is_infeasible)
        waves = self._waves(found.x)
        dual_bound = np.inf if found.mip_dual_bound is None else -float(found.mip_dual_bound)
        return Found(
            waves=waves if self._problem.is_allowed(waves) else None,
            bound=dual_bound,
            is_complete=found.status == OPTIMAL,
        )

    def _waves(self, solution: NDArray[np.float64]) -> tuple[int, ...]:
        done = np.append(np.rint(solution).astype(int), 0)[self._columns[:, 1:]].sum(axis=1)
        last = self._problem.wave_count + 1
        return tuple(last - count if count else 0 for count in done.tolist())

    def prices(self, by_step: NDArray[np.float64]) -> Prices:
        """What capacity and waiting cost in the program without whole numbers; all 0 where that has no answer."""
        from scipy.optimize import linprog
        from scipy.sparse import vstack

        wave_count = self._problem.wave_count
        if not self.column_count:
            return Prices(capacity=np.zeros(wave_count), waiting=())
        found = linprog(
            -self._gains(by_step),
            A_ub=vstack([self._capacity, self._order]),  # type: ignore[call-overload]  # sparse rows are missing in stubs
            b_ub=np.concatenate([self._limits, np.zeros(self._order.shape[0])]),
            bounds=np.stack([self._low, self._high], axis=1),
            method="highs",
        )
        if not found.success:
            return Prices(capacity=np.zeros(wave_count), waiting=())
        duals = np.maximum(0.0, -np.asarray(found.ineqlin.marginals))
        together = duals[wave_count : 2 * wave_count]
        return Prices(
            capacity=duals[:wave_count] + np.cumsum(together[::-1])[::-1],
            waiting=tuple(
                (index, needed, wave, float(duals[2 * wave_count + row])) for row, index, needed, wave in self._waiting
            ),
        )
