"""Budgets buy whole points, and waves of different length follow each other."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from assessment.domain.answered.roadmap_settings import BudgetUnit, RoadmapSettings
from assessment.domain.planning.budgets import MOST_BOUGHT, budgets_of, capacities_of, lengths_of, months_before
from assessment.domain.planning.results import Roadmap
from tests.computing import computed, the_sample


def planned(**changes: Any) -> Roadmap:
    sample = the_sample()
    settings = RoadmapSettings.model_validate({**dict(sample.assessment.roadmap), "pins": (), **changes})
    return computed(sample.framework, sample.assessment.model_copy(update={"roadmap": settings})).roadmap


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"budget_unit": BudgetUnit.MONEY, "cost_per_point": 9000.0, "budgets": (108_000.0, 107_999.0)}, (12, 11)),
        ({"budget_unit": BudgetUnit.DAYS, "person_days_per_point": 0.1, "budgets": (0.3, 0.0)}, (3, 0)),
        ({"budget_unit": BudgetUnit.DAYS, "person_days_per_point": 2.0, "capacity": (5, 6)}, (5, 6)),
        ({"budgets": (100.0, 100.0), "capacity": (5, 6)}, (5, 6)),
        ({"budget_unit": BudgetUnit.DAYS, "person_days_per_point": 1e-300, "budgets": (1e12, 0.0)}, (MOST_BOUGHT, 0)),
        ({"capacity": (0, 0)}, (0, 0)),
        ({}, (17, 17)),
    ],
)
def test_a_budget_holds_the_whole_points_that_it_buys(changes: dict[str, Any], expected: tuple[int, ...]) -> None:
    assert capacities_of(RoadmapSettings(wave_count=2, **changes), 17) == expected


def test_points_are_no_budget() -> None:
    assert budgets_of(RoadmapSettings(wave_count=1, budgets=(5.0,))) is None


def test_waves_of_different_length_follow_each_other() -> None:
    settings = RoadmapSettings(wave_count=3, wave_lengths=(1, 6, 2))
    assert (lengths_of(settings), months_before(settings)) == ((1, 6, 2), (0, 1, 7, 9))
    assert lengths_of(RoadmapSettings(wave_count=3, wave_months=2)) == (2, 2, 2)


def test_a_plan_ends_within_the_calendar() -> None:
    assert RoadmapSettings(start=date(9998, 12, 31)).start
    for changes in ({"start": date(9999, 6, 1)}, {"start": date(9998, 12, 1), "wave_lengths": (3, 3, 3, 4)}):
        with pytest.raises(ValueError, match="the last wave would end after the year 9999"):
            RoadmapSettings.model_validate(changes)


def test_a_plan_within_a_budget_is_the_plan_within_the_points_it_buys() -> None:
    by_points = planned(capacity=(12, 12, 14, 14))
    by_money = planned(budget_unit=BudgetUnit.MONEY, budgets=(108_000.0, 116_999.0, 126_000.0, 134_000.0))
    assert [wave.capacity_count for wave in by_money.waves] == [12, 12, 14, 14]
    assert [wave.steps for wave in by_money.waves] == [wave.steps for wave in by_points.waves]
    assert [wave.budget for wave in by_money.waves] == [108_000.0, 116_999.0, 126_000.0, 134_000.0]
    assert [wave.budget for wave in by_points.waves] == [None] * 4
    assert all((wave.cost or 0) <= (wave.budget or 0) for wave in by_money.waves)


def test_dates_follow_the_lengths_of_the_waves() -> None:
    roadmap = planned(wave_lengths=(1, 2, 6, 3), start=date(2027, 1, 15))
    assert [(wave.first_month, wave.last_month) for wave in roadmap.waves] == [(1, 1), (2, 3), (4, 9), (10, 12)]
    assert [wave.starts_on for wave in roadmap.waves] == [
        date(2027, 1, 1),
        date(2027, 2, 1),
        date(2027, 4, 1),
        date(2027, 10, 1),
    ]
    assert roadmap.waves[1].ends_on == date(2027, 3, 31)
