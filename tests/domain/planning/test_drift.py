"""The chosen plan beside what would be best now: worked by hand, then held against a second reckoning."""

from __future__ import annotations

import random
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

import pytest

from assessment.domain.answered.assessment import Opinion, Target
from assessment.domain.answered.plans import SavedPlan
from assessment.domain.answered.roadmap_settings import Pin, RoadmapSettings
from assessment.domain.computed import Computed
from assessment.domain.planning.drift import Drift, DriftKind, NotNeeded, Overfull, drift_of, kept_waves
from assessment.domain.planning.saved import present_plan
from tests.builders import ATTRIBUTE_IDS, rated_process
from tests.computing import computed
from tests.domain.planning.test_saved import a_saved_plan, a_step
from tests.domain.plans import a_problem
from tests.domain.plans import a_step as a_plan_step
from tests.far import IS_FAR
from tests.views.plans import FRAMEWORK, standing

SEEDS = range(400 if IS_FAR else 40)
PROCESSES = ("planning", "building", "releasing")
K = DriftKind


def at(levels: Mapping[str, int], target: int = 2, **changes: Any) -> Computed:
    """The invented processes on these levels, all with one target, no linkage that binds unless asked for."""
    targets = tuple(Target(process_id=own, level=target, rationale="Needed.") for own in levels)
    return computed(FRAMEWORK, standing(levels, **{"targets": targets, **changes}))


def kinds(drift: Drift) -> dict[tuple[str, int], DriftKind]:
    return {(one.process_id, one.to_level): one.kind for one in drift.steps}


def waves(drift: Drift) -> dict[tuple[str, int], tuple[int | None, int | None, int | None]]:
    return {(one.process_id, one.to_level): (one.plan_wave, one.best_wave, one.kept_wave) for one in drift.steps}


# --- by hand ---------------------------------------------------------------------------------------------------------


def test_a_plan_that_was_saved_just_now_has_not_drifted() -> None:
    now = at({"planning": 0, "building": 1, "releasing": 0}, target=3)
    drift = drift_of(now, present_plan(now))
    assert drift.drifted == ()
    assert set(kinds(drift).values()) <= {K.KEPT, K.LEFT_OUT}
    assert (drift.lost_worth, drift.best_worth) == (0.0, now.roadmap.objective)
    assert drift.kept_at_target_counts == drift.best_at_target_counts == present_plan(now).at_target_counts
    assert (drift.overfull, drift.settings_changed) == ((), frozenset())


def test_a_step_is_reached_not_needed_or_new_by_what_became_of_its_process() -> None:
    plan = a_saved_plan(
        *(a_step("planning", 1, 1), a_step("planning", 2, 2)),  # the process is on 1 now
        *(a_step("building", 2, 1), a_step("building", 3, 2)),  # on 2, its target lowered to 2
        a_step("gone", 2, 1),
    )
    drift = drift_of(at({"planning": 1, "building": 2, "releasing": 0}), plan)
    assert kinds(drift) == {
        ("planning", 1): K.REACHED,
        ("planning", 2): K.EARLIER,
        ("building", 2): K.REACHED,
        ("building", 3): K.NOT_NEEDED,
        ("gone", 2): K.NOT_NEEDED,
        ("releasing", 1): K.NEW,
        ("releasing", 2): K.NEW,
    }
    assert {one.process_id: one.why for one in drift.steps if one.why} == {
        "building": NotNeeded.TARGET_LOWERED,
        "gone": NotNeeded.OUT_OF_SCOPE,
    }
    assert drift.count(K.REACHED) == 2
    assert drift.count(K.NEW, K.EARLIER) == 3


def test_a_process_without_a_level_needs_no_step() -> None:
    unanswered = at({"planning": 0})
    plan = a_saved_plan(a_step("building", 1, 1))
    assert (
        next(one.why for one in drift_of(unanswered, plan).steps if one.process_id == "building") is NotNeeded.NO_LEVEL
    )


def test_a_step_whose_level_a_longer_one_passes_is_not_needed() -> None:
    values: dict[str, int | str] = dict.fromkeys(ATTRIBUTE_IDS, 1)
    values |= {"delivery": 3, "ownership": 5, "quality-control": 5, "definition": 3}
    ratings = rated_process(FRAMEWORK, "planning", values)
    now = at({"planning": 1}, target=3, ratings=ratings)
    assert [(step.from_level, step.to_level) for step in now.roadmap.steps] == [(1, 3)]
    drift = drift_of(now, a_saved_plan(a_step("planning", 2, 1), a_step("planning", 3, 2)))
    assert kinds(drift) == {("planning", 2): K.NOT_NEEDED, ("planning", 3): K.EARLIER}
    assert [one.why for one in drift.steps] == [None, NotNeeded.LANDS_OTHERWISE]


def test_a_plan_that_leaves_a_step_out_or_has_one_too_many_says_so() -> None:
    now = at({"planning": 0, "building": 2, "releasing": 2}, roadmap=RoadmapSettings(wave_count=1, capacity=(50,)))
    plan = a_saved_plan(a_step("planning", 1, 0), a_step("planning", 2, 1), settings=RoadmapSettings(wave_count=1))
    drift = drift_of(now, plan)
    assert kinds(drift) == {("planning", 1): K.ENTERS, ("planning", 2): K.LEAVES}
    # kept, the second step waits for the first, which the plan leaves out: neither is done
    assert waves(drift) == {("planning", 1): (0, 1, 0), ("planning", 2): (1, 0, 0)}
    assert drift.kept_worth == 0.0
    assert drift.lost_worth == drift.best_worth == now.roadmap.steps[0].value
    assert drift.settings_changed == {"capacity"}


def test_what_keeping_a_late_step_loses_is_its_value_for_each_wave() -> None:
    now = at({"planning": 1, "building": 2, "releasing": 2})
    drift = drift_of(now, a_saved_plan(a_step("planning", 2, 3)))
    value = now.roadmap.steps[0].value
    assert waves(drift) == {("planning", 2): (3, 1, 3)}
    assert drift.best_worth == pytest.approx(4 * value)
    assert drift.kept_worth == pytest.approx(2 * value)
    assert drift.lost_worth == pytest.approx(2 * value)
    assert drift.best_at_target_counts == (2, 3, 3, 3, 3)
    assert drift.kept_at_target_counts == (2, 2, 2, 3, 3)


def test_a_wave_that_would_hold_too_much_is_named_and_nothing_is_pushed_back() -> None:
    now = at({"planning": 1, "building": 1, "releasing": 1}, roadmap=RoadmapSettings(wave_count=3, capacity=(9, 9, 9)))
    efforts = [step.effort_count for step in now.roadmap.steps]
    plan = a_saved_plan(*(a_step(own, 2, 2) for own in PROCESSES), settings=RoadmapSettings(wave_count=3))
    drift = drift_of(now, plan)
    assert sum(efforts) > 9
    assert drift.overfull == (Overfull(wave=2, effort_count=sum(efforts), capacity_count=9),)
    assert {wave for _, _, wave in waves(drift).values()} == {2}


def test_a_wave_that_is_over_when_the_present_plan_begins_makes_its_step_overdue() -> None:
    now = at(
        {"planning": 0, "building": 1, "releasing": 2}, roadmap=RoadmapSettings(start=date(2026, 7, 1), wave_count=4)
    )
    plan = a_saved_plan(
        *(a_step("planning", 1, 1), a_step("planning", 2, 2), a_step("building", 2, 3)),
        settings=RoadmapSettings(start=date(2026, 1, 1)),
    )
    drift = drift_of(now, plan)
    assert {(one.process_id, one.to_level): one.is_overdue for one in drift.steps} == {
        ("planning", 1): True,
        ("planning", 2): True,
        ("building", 2): False,  # its wave ends with September, in the first present one
    }
    # both steps of planning are past; one process takes one step a wave
    assert {key: kept for key, (_, _, kept) in waves(drift).items()} == {
        ("planning", 1): 1,
        ("planning", 2): 2,
        ("building", 2): 1,
    }
    assert kinds(drift)["building", 2] is K.KEPT


def test_pins_of_the_present_plan_can_make_the_kept_one_worth_more() -> None:
    free = at({"planning": 1, "building": 2, "releasing": 2})
    plan = present_plan(free)
    pinned = at(
        {"planning": 1, "building": 2, "releasing": 2},
        roadmap=RoadmapSettings(pins=(Pin(process_id="planning", to_level=2, wave=4),)),
    )
    drift = drift_of(pinned, plan)
    assert kinds(drift) == {("planning", 2): K.LATER}
    assert drift.lost_worth == pytest.approx(-3 * free.roadmap.steps[0].value)
    assert drift.settings_changed == {"pins planning 2"}


def test_kept_steps_wait_for_what_must_come_first() -> None:
    problem = a_problem(
        *(a_plan_step("s", 1), a_plan_step("s", 2), a_plan_step("t", 3), a_plan_step("u", 1)),
        capacities=(9, 9, 9),
        hard=(("s", "t"),),
        levels={"t": 2},
    )
    assert kept_waves(problem, (1, 2, 1, 3)) == (1, 2, 2, 3)  # t to 3 needs s at 2
    assert kept_waves(problem, (2, 2, 1, 1)) == (2, 3, 3, 1)
    assert kept_waves(problem, (3, 1, 1, 1)) == (3, 0, 0, 1)  # s to 2 would fall behind the last wave
    assert kept_waves(problem, (0, 1, 2, 2)) == (0, 0, 0, 2)


# --- a second reckoning ----------------------------------------------------------------------------------------------


def drawn(draw: random.Random) -> Computed:
    """The invented processes on levels, targets, pain and settings by lot; some out of scope."""
    scope = tuple(own for own in PROCESSES if draw.random() < 0.85) or PROCESSES
    levels = {own: draw.randint(0, 3) for own in scope}
    count = draw.randint(1, 4)
    settings = RoadmapSettings(
        wave_count=count,
        wave_months=draw.choice((2, 3)),
        capacity=tuple(draw.randint(0, 9) for _ in range(count)),
        start=draw.choice((None, date(2026, 1, 1), date(2026, draw.randint(1, 12), 1))),
    )
    return computed(
        FRAMEWORK,
        standing(
            levels,
            scope=scope,
            roadmap=settings,
            targets=tuple(Target(process_id=own, level=draw.randint(1, 4), rationale="So") for own in scope),
            opinions=tuple(Opinion(respondent_id="r1", process_id=own, pain=draw.randint(0, 5)) for own in scope),
        ),
    )


@cache
def pair(seed: int) -> tuple[Computed, SavedPlan]:
    """What there is now, and the plan of another state."""
    draw = random.Random(seed)
    return drawn(draw), present_plan(drawn(draw))


def ends(settings: RoadmapSettings) -> list[int]:
    """The absolute month in which each wave is over, from 0 where there is no start."""
    first = 0 if settings.start is None else 12 * settings.start.year + settings.start.month - 1
    return [first + settings.wave_months * (number + 1) for number in range(settings.wave_count)]


def slow_places(now: Computed, plan: SavedPlan) -> dict[tuple[str, int], int]:
    """The present wave of each step of now under the plan, month by month as somebody would who carries it out."""
    old, new = plan.settings, now.assessment.roadmap
    if old.start is None or new.start is None:
        old, new = (one.model_copy(update={"start": None}) for one in (old, new))
    due = {(one.process_id, one.to_level): ends(old)[one.wave - 1] for one in plan.steps if one.wave}
    level = {one.process_id: one.level.level or 0 for one in now.result.processes if one.is_assessed}
    hard = {(one.from_process, one.to_process) for one in FRAMEWORK.linkages if one.is_hard}
    todo = sorted((one.process_id, one.to_level) for one in now.roadmap.steps)
    top = {own: max((to for name, to in todo if name == own), default=level[own]) for own in level}
    done: dict[tuple[str, int], int] = {}
    for wave, end in enumerate(ends(new), start=1):
        moved: set[str] = set()
        is_moving = True
        while is_moving:
            is_moving = False
            for own, to in todo:
                is_next = to == min(
                    (other for name, other in todo if name == own and (name, other) not in done), default=0
                )
                ready = to < 2 or all(
                    level[giver] >= min(to - 1, top[giver]) for giver, taker in hard if taker == own and giver in level
                )
                is_due = due.get((own, to), end + 1) <= end
                if is_due and is_next and ready and own not in moved:
                    done[own, to], level[own], is_moving = wave, to, True
                    moved.add(own)
    return {key: done.get(key, 0) for key in todo}


@pytest.mark.parametrize("seed", SEEDS)
def test_the_kept_plan_is_what_somebody_gets_who_carries_it_out_month_by_month(seed: int) -> None:
    now, plan = pair(seed)
    drift = drift_of(now, plan)
    slow = slow_places(now, plan)
    assert {(one.process_id, one.to_level): one.kept_wave for one in drift.steps if one.kept_wave is not None} == slow
    count = now.assessment.roadmap.wave_count
    worth = {(one.process_id, one.to_level): one.value for one in now.roadmap.steps}
    kept = sum(worth[key] * (count - wave + 1) for key, wave in slow.items() if wave)
    assert drift.lost_worth == pytest.approx(now.roadmap.objective - kept, abs=1e-6)


@pytest.mark.parametrize("seed", SEEDS)
def test_each_step_of_the_plan_and_of_now_is_told_once_and_as_it_is(seed: int) -> None:
    now, plan = pair(seed)
    told = kinds(drift_of(now, plan))
    planned = {(one.process_id, one.to_level): one.wave for one in plan.steps}
    best = {(one.process_id, one.to_level): one.wave for one in now.roadmap.steps}
    assert told.keys() == planned.keys() | best.keys()
    levels = {one.process_id: one.level.level for one in now.result.processes}
    old, new = plan.settings, now.assessment.roadmap
    if old.start is None or new.start is None:
        old, new = (one.model_copy(update={"start": None}) for one in (old, new))
    for key, kind in told.items():
        is_reached = (levels.get(key[0]) or 0) >= key[1]
        if key not in best:
            assert kind is (K.REACHED if is_reached else K.NOT_NEEDED), key
        elif key not in planned:
            assert kind is K.NEW, key
        elif not planned[key] or not best[key]:
            pairs = {(True, True): K.LEFT_OUT, (True, False): K.ENTERS, (False, True): K.LEAVES}
            assert kind is pairs[not planned[key], not best[key]], key
        else:
            before, after = ends(old)[planned[key] - 1], ends(new)[best[key] - 1]
            assert kind is (K.KEPT if before == after else K.EARLIER if after < before else K.LATER), key
