"""What one more unit buys: each point is the plan one gets with that capacity, and more never brings less worth."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assessment.domain.answered.roadmap_settings import RoadmapSettings
from assessment.domain.computed import Computed
from assessment.domain.planning.capacity_curve import CapacityCurve, CurvePoint, changes_of, curve_points
from assessment.domain.planning.posing import Posed, pose
from assessment.domain.planning.waves import place_steps
from tests.computing import computed, the_sample
from tests.domain.plans import OBJECTIVE_TOLERANCE, ORACLE_SEEDS, every_plan, small_problem, worth

FEW_SEEDS = [seed for seed in ORACLE_SEEDS[::25] if small_problem(seed).steps]


def question(one: Computed) -> Posed:
    return pose(one.framework, one.assessment, one.result)


@pytest.fixture(scope="module")
def curve() -> CapacityCurve:
    return CapacityCurve.of(curve_points(question(the_sample())))


def under(capacity: tuple[int, ...], **changes: object) -> Computed:
    sample = the_sample()
    settings = RoadmapSettings.model_validate(
        {**dict(sample.assessment.roadmap), "capacity": capacity, "wave_count": len(capacity), **changes}
    )
    return computed(sample.framework, sample.assessment.model_copy(update={"roadmap": settings}))


def test_the_curve_goes_from_four_points_less_to_eight_more_in_every_wave(curve: CapacityCurve) -> None:
    assert [point.change_count for point in curve.points] == list(range(-4, 9))
    assert curve.points[0].capacities == (8, 8, 10, 10)
    assert curve.present.capacities == (12, 12, 14, 14)


def test_a_wave_has_never_less_than_nothing() -> None:
    assert changes_of((2, 0)) == (0, 1, 2, 3, 4, 5, 6, 7, 8, -1, -2)
    points = list(curve_points(question(under((2, 0)))))
    assert points[-1].capacities == (0, 0)
    assert points[-1].outcome.funded_count == 0


def test_the_point_of_no_change_is_the_plan_itself(curve: CapacityCurve) -> None:
    roadmap, now = the_sample().roadmap, curve.present.outcome
    assert now.worth == pytest.approx(roadmap.objective)
    assert now.at_target_count == roadmap.waves[-1].at_target_count
    assert now.effort_count == sum(wave.effort_count for wave in roadmap.waves)
    assert curve.present.cost == sum(wave.cost or 0 for wave in roadmap.waves)
    assert curve.present.person_day_count == sum(wave.person_day_count or 0 for wave in roadmap.waves)


@pytest.mark.parametrize("change", [-3, 2])
def test_every_other_point_is_the_plan_that_this_capacity_has(curve: CapacityCurve, change: int) -> None:
    (point,) = (one for one in curve.points if one.change_count == change)
    roadmap = under(tuple(12 + change if wave < 2 else 14 + change for wave in range(4))).roadmap
    assert point.outcome.worth == pytest.approx(roadmap.objective)
    assert point.outcome.at_target_count == roadmap.waves[-1].at_target_count
    assert point.outcome.funded_count == sum(len(wave.steps) for wave in roadmap.waves)
    assert point.outcome.value == pytest.approx(sum(step.value for wave in roadmap.waves for step in wave.steps))


def test_more_capacity_is_never_worth_less(curve: CapacityCurve) -> None:
    worths = [point.outcome.worth for point in curve.points]
    assert worths == sorted(worths)


@pytest.mark.parametrize("seed", FEW_SEEDS)
def test_more_capacity_is_never_worth_less_of_all_placements_and_the_planner_agrees(seed: int) -> None:
    problem, before = replace(small_problem(seed), pins=()), -1.0
    for change in range(3):
        larger = replace(problem, capacities=tuple(one + change for one in problem.capacities))
        best = max(worth(larger, waves) for waves in every_plan(larger))
        assert place_steps(larger).objective == pytest.approx(best, abs=OBJECTIVE_TOLERANCE)
        assert best >= before
        before = best


def test_the_curve_ends_where_nothing_more_can_be_bought() -> None:
    points = list(curve_points(question(under((80, 80, 80, 80), pins=()))))
    assert [point.change_count for point in points] == [0, -1, -2, -3, -4]
    assert CapacityCurve.of(points).is_whole
    assert CapacityCurve.of(points).next_gain is None


def test_the_next_gain_is_the_nearest_point_that_brings_more(curve: CapacityCurve) -> None:
    assert curve.next_gain is not None
    assert curve.next_gain.change_count == 1, "one point more in each wave: more value, as many at target"
    alike = [
        replace(point, outcome=curve.present.outcome) if point.change_count in (1, 2) else point
        for point in curve.points
    ]
    found = CapacityCurve.of(alike).next_gain
    assert found is not None
    assert found.change_count == 3


def test_points_may_come_in_any_order(curve: CapacityCurve) -> None:
    turned: list[CurvePoint] = list(reversed(curve.points))
    assert CapacityCurve.of(turned) == curve
    assert not curve.is_whole or curve.points[-1].outcome.funded_count == curve.points[-1].outcome.step_count
