"""What each wave has to give away, and when it is: capacity in points, budgets in person-days or money, lengths.

| symbol | name | unit | range | direction |
|---|---|---|---|---|
| capacity | what a wave can hold | points | 0 up | |
| budget | the same as somebody has it | person-days or money | 0 up | |
| length | of a wave | months | 1 to 24 | |

Own rules: a budget buys whole points, so a wave holds the budget over what a point stands for, rounded down; unless
set, a wave has the larger of 8 points and the number of processes in scope, however long it is; a later wave is worth
less by its number, not by its months.
"""

from __future__ import annotations

import math
from itertools import accumulate

from assessment.domain.answered.roadmap_settings import BudgetUnit, RoadmapSettings
from assessment.domain.rating.scale import TOLERANCE

LOWEST_CAPACITY = 8
MOST_BOUGHT = 1_000_000
"""More points than all steps of any framework take: what a budget buys beyond is no other plan."""


def capacities_of(settings: RoadmapSettings, process_count: int) -> tuple[int, ...]:
    """The capacity of each wave in points: what its budget buys, or as set, else the larger of 8 and the processes.

    >>> capacities_of(RoadmapSettings(wave_count=2), 17)
    (17, 17)
    >>> days = RoadmapSettings(
    ...     wave_count=2, budget_unit=BudgetUnit.DAYS, person_days_per_point=12.0, budgets=(120.0, 71.0)
    ... )
    >>> capacities_of(days, 17)
    (10, 5)
    """
    budgets, each = budgets_of(settings), unit_price(settings)
    if budgets is not None and each is not None:
        return tuple(math.floor(min(budget / each + TOLERANCE, MOST_BOUGHT)) for budget in budgets)
    return settings.capacity or (max(LOWEST_CAPACITY, process_count),) * settings.wave_count


def budgets_of(settings: RoadmapSettings) -> tuple[float, ...] | None:
    """The budget of each wave in its unit; None where waves are given points."""
    return None if settings.budget_unit is BudgetUnit.POINTS else settings.budgets


def unit_price(settings: RoadmapSettings) -> float | None:
    """What a point of effort takes of a budget, in its unit; None where waves are given points."""
    by_unit = {BudgetUnit.DAYS: settings.person_days_per_point, BudgetUnit.MONEY: settings.cost_per_point}
    return by_unit.get(settings.budget_unit)


def lengths_of(settings: RoadmapSettings) -> tuple[int, ...]:
    """The months of each wave.

    >>> lengths_of(RoadmapSettings(wave_count=2)), lengths_of(RoadmapSettings(wave_count=2, wave_lengths=(1, 6)))
    ((3, 3), (1, 6))
    """
    return settings.wave_lengths or (settings.wave_months,) * settings.wave_count


def months_before(settings: RoadmapSettings) -> tuple[int, ...]:
    """How many months of the roadmap are over when each wave begins, and at last when all are over.

    >>> months_before(RoadmapSettings(wave_count=2, wave_lengths=(1, 6)))
    (0, 1, 7)
    """
    return tuple(accumulate(lengths_of(settings), initial=0))
