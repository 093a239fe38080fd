"""How much a plan must lose if a step is in a certain wave: what lets the search leave most waves out unseen.

| symbol | name | unit | range | direction |
|---|---|---|---|---|
| bound | no plan is worth more | points | 0 up | |
| shortfall[i, w] | bound minus the most a plan with step i in wave w (0: not funded) can be worth | points | 0 up | |

Capacity and waiting for suppliers are priced instead of kept (Lagrangian relaxation, whatever the prices a bound from
above); what is left is each process by itself, solved exactly step by step. A plan of worth z needs no wave whose
shortfall is above bound - z. Source: variable fixing by reduced costs, as in Geoffrion (1974).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assessment.domain.planning.problem import PlanProblem
from assessment.domain.planning.program import Allowed, Prices


@dataclass(frozen=True, slots=True, kw_only=True)
class Margins:
    """`bound` and `shortfalls` (one row a step, column 0 not funded, infinite where a step is not allowed)."""

    bound: float
    shortfalls: NDArray[np.float64]


def margins_of(problem: PlanProblem, allowed: Allowed, prices: Prices) -> Margins:
    """The bound of these prices, and how far below it each wave of each step stays."""
    gains = _gains_at(problem, prices)
    gains[~allowed[:, 1:]] = -np.inf
    bound = float(prices.capacity @ np.array(problem.capacities, dtype=float))
    shortfalls = np.full(allowed.shape, np.inf)
    for indices in problem.by_process.values():
        own = list(indices)
        best, through = _through(gains[own], allowed[own, 0])
        bound += best
        shortfalls[own] = best - through
    return Margins(bound=bound, shortfalls=np.where(allowed, np.maximum(shortfalls, 0.0), np.inf))


def _gains_at(problem: PlanProblem, prices: Prices) -> NDArray[np.float64]:
    """What each step earns in each wave once it has paid for capacity and waiting."""
    waves_left = np.arange(problem.wave_count, 0, -1)
    values = np.array([step.value for step in problem.steps])
    efforts = np.array([step.effort_count for step in problem.steps])
    gains: NDArray[np.float64] = np.outer(values, waves_left) - np.outer(efforts, prices.capacity)
    for index, needed, wave, price in prices.waiting:
        gains[index, :wave] -= price
        gains[needed, :wave] += price
    return gains


def _through(gains: NDArray[np.float64], may_be_left_out: NDArray[np.bool_]) -> tuple[float, NDArray[np.float64]]:
    """The most the steps of one process can earn in strictly increasing waves, in all and with each in each wave."""
    count, wave_count = gains.shape
    before = np.full((count, wave_count), -np.inf)  # the most of the steps up to this one, which is in this wave
    after = np.full((count, wave_count), -np.inf)  # the most of the steps after it
    stops = np.full(count + 1, -np.inf)  # the most of the first steps alone, all from here on left out
    stops[0] = 0.0
    before[0] = gains[0]
    for place in range(1, count):
        before[place, 1:] = np.maximum.accumulate(before[place - 1])[:-1] + gains[place, 1:]
    stops[1:] = before.max(axis=1)
    is_end = np.array([bool(may_be_left_out[place:].all()) for place in range(count + 1)])
    after[-1] = 0.0
    for place in range(count - 2, -1, -1):
        after[place] = 0.0 if is_end[place + 1] else -np.inf
        onward = np.maximum.accumulate((gains[place + 1] + after[place + 1])[::-1])[::-1]
        after[place, :-1] = np.maximum(after[place, :-1], onward[1:])
    through = np.empty((count, wave_count + 1))
    through[:, 1:] = before + after
    ends = np.where(is_end, stops, -np.inf)
    through[:, 0] = [ends[: place + 1].max() for place in range(count)]
    return float(ends.max()), through
