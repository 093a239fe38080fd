"""Profiles, landing, pricing and planning together, held against a slower route (METHOD.md section 13)."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.domain.answered.assessment import Assessment, Opinion, Target
from assessment.domain.answered.roadmap_settings import RoadmapSettings
from assessment.domain.planning.problem import PlanProblem
from assessment.domain.planning.results import Roadmap, Step
from assessment.domain.planning.roadmap import plan_roadmap
from assessment.domain.rating.results import AssessmentResult
from assessment.domain.rating.scoring import score_assessment
from tests.builders import ATTRIBUTE_IDS, NA, an_assessment, answered, rated_process, tiny_framework
from tests.domain.landings import SlowCase, SlowStep, draw_case, effective, level_of, slow_steps
from tests.domain.plans import a_step, every_plan, lateness, worth

FRAMEWORK = tiny_framework()
PAIN = tuple(
    Opinion(respondent_id="r1", process_id=process_id, pain=pain, importance=3)
    for process_id, pain in (("planning", 5), ("building", 4), ("releasing", 1))
)
HARD_PAIRS = (("planning", "building"), ("building", "releasing"))
SEEDS = range(500)


def drawn(seed: int) -> tuple[dict[str, SlowCase], Assessment]:
    """Three processes with attributes ahead of their levels, all under one bound, with pain, and small waves."""
    draw = random.Random(seed)
    carry = draw.choice((67.5, 85.0))
    cases = {
        process.id: replace(draw_case(1000 * seed + number), carry=carry)
        for number, process in enumerate(FRAMEWORK.processes)
    }
    answers = {
        process_id: {own: NA if code is None else code for own, code in zip(ATTRIBUTE_IDS, case.codes, strict=True)}
        for process_id, case in cases.items()
    }
    waves = draw.randint(1, 3)
    return cases, an_assessment(
        FRAMEWORK,
        ratings=tuple(
            own for process_id, values in answers.items() for own in rated_process(FRAMEWORK, process_id, values)
        ),
        opinions=PAIN,
        carry_percent=carry,
        targets=tuple(
            Target(process_id=process_id, level=case.target, rationale="Needed.") for process_id, case in cases.items()
        ),
        roadmap=RoadmapSettings(wave_count=waves, capacity=tuple(draw.randint(0, 9) for _ in range(waves))),
    )


@cache
def planned(seed: int) -> tuple[AssessmentResult, Roadmap]:
    """The results of such an assessment and its roadmap."""
    assessment = drawn(seed)[1]
    result = score_assessment(FRAMEWORK, assessment)
    return result, plan_roadmap(FRAMEWORK, assessment, result)


def steps_by_process(cases: dict[str, SlowCase], result: AssessmentResult) -> dict[str, list[SlowStep]]:
    """The steps by the slow way, at the impacts that the priorities have."""
    impacts = {priority.process_id: priority.impact_share for priority in result.priorities}
    return {
        process_id: slow_steps(case.percents, case.target, case.carry, impacts[process_id])
        for process_id, case in cases.items()
        if process_id in impacts
    }


@pytest.mark.parametrize("seed", SEEDS)
def test_a_roadmap_has_the_steps_that_the_slow_oracle_finds(seed: int) -> None:
    cases, _ = drawn(seed)
    result, roadmap = planned(seed)
    for process_id, steps in steps_by_process(cases, result).items():
        found = _own(roadmap, process_id)
        assert [(step.from_level, step.to_level) for step in found] == [(own.from_level, own.to_level) for own in steps]
        assert [step.value for step in found] == pytest.approx([own.value for own in steps])
        assert [step.effort_count for step in found] == [own.effort_count for own in steps]
        assert [step.score_after for step in found] == pytest.approx([own.score_after for own in steps])
        assert [tuple(step.profile_after.values()) for step in found] == [own.percents_after for own in steps]
        assert all(tuple(step.profile_after) == ATTRIBUTE_IDS for step in found)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_roadmap_is_the_best_of_all_plans_and_ties_go_to_the_models_order(seed: int) -> None:
    cases, assessment = drawn(seed)
    result, roadmap = planned(seed)
    problem = slow_problem(cases, assessment, result)
    placed = {(step.process_id, step.to_level): step.wave for step in roadmap.steps}
    waves = tuple(placed[step.process_id, step.to_level] for step in problem.steps)
    plans = list(every_plan(problem))
    best = max(worth(problem, one) for one in plans)
    tied = [one for one in plans if worth(problem, one) >= best - 1e-6]
    assert waves in tied
    assert lateness(problem, waves) == min(lateness(problem, one) for one in tied)
    assert roadmap.objective == pytest.approx(best, abs=1e-6)


def slow_problem(cases: dict[str, SlowCase], assessment: Assessment, result: AssessmentResult) -> PlanProblem:
    """The problem of the slow steps."""
    levels = {process_id: level_of(case.percents, case.carry) for process_id, case in cases.items()}
    return PlanProblem(
        model_order=tuple(cases),
        steps=tuple(
            a_step(process_id, step.to_level, step.value, step.effort_count)
            for process_id, own in steps_by_process(cases, result).items()
            for step in own
        ),
        capacities=assessment.roadmap.capacity or (),
        levels={process_id: level for process_id, level in levels.items() if level is not None},
        hard_pairs=HARD_PAIRS,
    )


@pytest.mark.parametrize("seed", SEEDS[::5])
def test_what_is_reached_after_each_wave_is_the_level_of_the_profile_then(seed: int) -> None:
    cases, _ = drawn(seed)
    _, roadmap = planned(seed)
    profiles = {process_id: case.percents for process_id, case in cases.items()}
    carry = next(iter(cases.values())).carry
    for wave in roadmap.waves:
        profiles |= {step.process_id: tuple(step.profile_after.values()) for step in wave.steps}
        levels = {process_id: level_of(percents, carry) for process_id, percents in profiles.items()}
        assert wave.levels_after == levels
        assert wave.at_target_count == sum(
            level is not None and level >= effective(cases[process_id].percents, cases[process_id].target)
            for process_id, level in levels.items()
        )


def test_the_drawn_roadmaps_are_worth_trying() -> None:
    several = above = waiting = left = sharing = 0
    for seed in SEEDS:
        cases, (_, roadmap) = drawn(seed)[0], planned(seed)
        several += any(step.to_level > step.from_level + 1 for step in roadmap.steps)
        above += any(step.to_level > cases[step.process_id].target for step in roadmap.steps)
        waiting += any(step.unblocks for step in roadmap.steps)
        left += bool(roadmap.not_funded)
        sharing += any(len(wave.steps) > 1 for wave in roadmap.waves)
    assert min(several, above, waiting, left, sharing) >= 25, (several, above, waiting, left, sharing)


@given(st.integers(0, 10_000), st.lists(st.integers(0, 9), min_size=3, max_size=3))
@settings(max_examples=25)
def test_every_roadmap_keeps_capacity_and_order_and_is_the_same_again(seed: int, capacity: list[int]) -> None:
    framework = tiny_framework(6)
    levels = tuple(Target(process_id=process.id, level=1 + seed % 4) for process in framework.processes)
    assessment = answered(framework, an_assessment(framework, targets=levels), seed=seed).model_copy(
        update={"roadmap": RoadmapSettings(wave_count=3, capacity=tuple(capacity))}
    )
    result = score_assessment(framework, assessment)
    roadmap = plan_roadmap(framework, assessment, result)
    assert all(wave.effort_count <= wave.capacity_count for wave in roadmap.waves)
    for process in framework.processes:
        waves = [step.wave or 4 for step in _own(roadmap, process.id)]
        assert all(first < second or second == 4 for first, second in pairwise(waves))
    supplied = {linkage.to_process: linkage.from_process for linkage in framework.linkages if linkage.is_hard}
    for step in roadmap.steps:
        supplier = supplied.get(step.process_id)
        if step.wave and supplier and step.to_level >= 2:
            level = roadmap.waves[step.wave - 1].levels_after[supplier]
            best = max([level or 0, *(own.to_level for own in _own(roadmap, supplier))])
            assert level is None or level >= min(step.to_level - 1, best)
    assert plan_roadmap(framework, assessment, result) == roadmap


def _own(roadmap: Roadmap, process_id: str) -> Sequence[Step]:
    return sorted((step for step in roadmap.steps if step.process_id == process_id), key=lambda step: step.to_level)
