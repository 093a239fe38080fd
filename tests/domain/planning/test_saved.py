"""A plan is kept as it was planned, and two plans are set side by side by the months of their waves."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from assessment.domain.answered.plans import SavedPlan, SavedStep
from assessment.domain.answered.roadmap_settings import RoadmapSettings
from assessment.domain.planning.saved import (
    NO_HASH,
    PRESENT_ID,
    Saving,
    StepMove,
    chosen_plan,
    compare_plans,
    kept_plan,
    present_plan,
    sum_of,
)
from tests.computing import the_sample

SAVED = datetime(2026, 12, 1, 9, 30, tzinfo=UTC)


def a_step(process_id: str, to_level: int, wave: int, **changes: Any) -> SavedStep:
    values = {"from_level": to_level - 1, "effort_count": 2, "value": 5.0, **changes}
    return SavedStep(process_id=process_id, to_level=to_level, wave=wave, **values)


def a_saved_plan(*steps: SavedStep, plan_id: str = "p1", **changes: Any) -> SavedPlan:
    values: dict[str, Any] = {
        "name": plan_id.upper(),
        "saved_at": SAVED,
        "revision": 3,
        "state_hash": NO_HASH,
        "settings": RoadmapSettings(),
        "at_target_counts": (0, 1, 1, 2, 2),
        "process_count": 3,
    }
    return SavedPlan(id=plan_id, steps=steps, **{**values, **changes})


def moves_between(first: SavedPlan, second: SavedPlan) -> dict[tuple[str, int], StepMove]:
    return {(one.process_id, one.to_level): one.move for one in compare_plans(first, second).steps}


def test_a_kept_plan_has_every_step_of_the_roadmap_and_what_it_was_saved_on() -> None:
    computed = the_sample()
    saving = Saving(at=SAVED, by="Ada", revision=12, state_hash="ab" * 32)
    plan = kept_plan(computed, "p1", "Balanced", saving)
    assert SavedPlan.model_validate(plan.model_dump()) == plan
    assert (plan.id, plan.name, plan.saved_at, plan.saved_by) == ("p1", "Balanced", SAVED, "Ada")
    assert (plan.revision, plan.state_hash, plan.is_chosen) == (12, "ab" * 32, False)
    assert plan.settings == computed.assessment.roadmap
    assert [
        (one.process_id, one.from_level, one.to_level, one.wave, one.effort_count, one.value) for one in plan.steps
    ] == [
        (step.process_id, step.from_level, step.to_level, step.wave, step.effort_count, step.value)
        for step in computed.roadmap.steps
    ]
    assert any(one.wave == 0 for one in plan.steps)
    assert plan.at_target_counts == (4, *(wave.at_target_count for wave in computed.roadmap.waves))
    assert plan.process_count == computed.result.whole.process_count


def test_the_present_plan_stands_beside_saved_ones_under_an_id_of_its_own() -> None:
    plan = present_plan(the_sample())
    assert (plan.id, plan.state_hash, plan.revision) == (PRESENT_ID, NO_HASH, 0)
    assert compare_plans(plan, plan).of(*(set(StepMove) - {StepMove.SAME, StepMove.NEITHER})) == ()


def test_a_sum_is_that_of_the_funded_steps_alone() -> None:
    plan = a_saved_plan(
        a_step("a", 1, 1, value=4.0),
        a_step("a", 2, 3, value=6.0, effort_count=5),
        a_step("b", 2, 0, value=9.0),
        settings=RoadmapSettings(
            person_days_per_point=10.0, cost_per_point=1000.0, currency="CHF", wave_lengths=(1, 2, 3, 6)
        ),
    )
    found = sum_of(plan)
    assert (found.funded_count, found.left_out_count, found.moving_count, found.effort_count) == (2, 1, 1, 7)
    assert (found.value, found.worth) == (10.0, 4.0 * 4 + 6.0 * 2)
    assert (found.person_day_count, found.cost, found.currency) == (70.0, 7000.0, "CHF")
    assert found.month_counts == (1, 3, 6, 12)
    assert found.last_at_target_count == 2


def test_a_point_that_stands_for_nothing_gives_no_days_and_no_cost() -> None:
    found = sum_of(a_saved_plan(a_step("a", 1, 1)))
    assert (found.person_day_count, found.cost) == (None, None)


def test_a_plan_that_does_not_say_what_each_wave_leads_to_has_no_count_at_its_end() -> None:
    assert sum_of(a_saved_plan(at_target_counts=())).last_at_target_count is None
    assert sum_of(a_saved_plan(at_target_counts=(0, 1))).last_at_target_count is None


def test_each_step_of_two_plans_has_one_move() -> None:
    first = a_saved_plan(
        a_step("a", 1, 2), a_step("b", 1, 1), a_step("c", 1, 1), a_step("d", 1, 0), a_step("e", 1, 0), a_step("f", 1, 2)
    )
    second = a_saved_plan(
        *(a_step("a", 1, 1), a_step("b", 1, 3), a_step("c", 1, 0), a_step("d", 1, 4), a_step("e", 1, 0)),
        *(a_step("f", 1, 2), a_step("g", 2, 1), a_step("h", 1, 0)),
        plan_id="p2",
    )
    assert moves_between(first, second) == {
        ("a", 1): StepMove.EARLIER,
        ("b", 1): StepMove.LATER,
        ("c", 1): StepMove.OUT,
        ("d", 1): StepMove.IN,
        ("e", 1): StepMove.NEITHER,
        ("f", 1): StepMove.SAME,
        ("g", 2): StepMove.IN,
        ("h", 1): StepMove.NEITHER,
    }
    waves = {one.process_id: (one.first_wave, one.second_wave) for one in compare_plans(first, second).steps}
    assert (waves["a"], waves["c"], waves["g"]) == ((2, 1), (1, 0), (None, 1))


def test_waves_of_other_lengths_are_compared_by_the_month_they_are_over() -> None:
    quarters = a_saved_plan(a_step("a", 1, 2), a_step("b", 1, 1))
    months = a_saved_plan(
        a_step("a", 1, 5), a_step("b", 1, 4), plan_id="p2", settings=RoadmapSettings(wave_count=12, wave_months=1)
    )
    assert moves_between(quarters, months) == {("a", 1): StepMove.EARLIER, ("b", 1): StepMove.LATER}


@pytest.mark.parametrize(
    ("start", "move"),
    [(None, StepMove.SAME), (date(2026, 1, 31), StepMove.SAME), (date(2026, 2, 1), StepMove.LATER)],
)
def test_a_later_start_makes_a_step_later_where_both_plans_have_one(start: date | None, move: StepMove) -> None:
    first = a_saved_plan(a_step("a", 1, 1), settings=RoadmapSettings(start=date(2026, 1, 1)))
    second = a_saved_plan(a_step("a", 1, 1), plan_id="p2", settings=RoadmapSettings(start=start))
    assert moves_between(first, second) == {("a", 1): move}


def test_what_two_plans_can_be_compared_by_is_said() -> None:
    first = a_saved_plan(a_step("a", 1, 1), a_step("b", 1, 0))
    dearer = a_saved_plan(a_step("a", 1, 1, value=5.5), a_step("b", 1, 1))
    fewer = a_saved_plan(a_step("a", 1, 1), settings=RoadmapSettings(wave_count=3))
    assert (compare_plans(first, first).has_same_steps, compare_plans(first, first).is_valued_alike) == (True, True)
    assert (compare_plans(first, dearer).has_same_steps, compare_plans(first, dearer).is_valued_alike) == (True, False)
    assert (compare_plans(first, fewer).has_same_steps, compare_plans(first, fewer).is_valued_alike) == (False, True)
    assert compare_plans(first, fewer).settings_changed == {"wave_count"}


def test_the_chosen_plan_is_the_one_that_is_marked() -> None:
    plans = (a_saved_plan(), a_saved_plan(plan_id="p2", is_chosen=True))
    assert chosen_plan(plans) is plans[1]
    assert chosen_plan(plans[:1]) is None
