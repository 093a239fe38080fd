"""From the results to the roadmap: steps in waves, each with its reason, first actions and what it unblocks.

| symbol | name | unit | range | direction |
|---|---|---|---|---|
| K | number of waves | count | 1 to 12, 4 unless set | |
| C | capacity of a wave | points | the larger of 8 and the processes in scope, unless set (`budgets`) | |
| wave | when a step is done | ordinal | 1 to K, 0 not funded | earlier is better |

The rules are METHOD.md section 13; `steps` makes the steps, `posing` the question, `waves` places them, and `reasons`
says why.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assessment.domain.answered.assessment import Assessment
from assessment.domain.authored.framework import Framework
from assessment.domain.planning.budgets import budgets_of, months_before
from assessment.domain.planning.months import last_day_of, month_after
from assessment.domain.planning.pins import price_pins
from assessment.domain.planning.plan_warnings import plan_warnings
from assessment.domain.planning.posing import Posed, pose
from assessment.domain.planning.problem import PlanProblem, PlanStep
from assessment.domain.planning.reasons import (
    Explainer,
    first_actions,
    last_actions,
    preparing_actions,
    risks_of,
)
from assessment.domain.planning.results import Roadmap, Step, Wave
from assessment.domain.planning.waves import Placement, place_steps
from assessment.domain.rating.results import AssessmentResult

QUICK_WIN_QUANTILE = 0.75
QUICK_WIN_EFFORT = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plan:
    """Everything a step is told from: the drafts, the problem they became, and where they were placed."""

    framework: Framework
    assessment: Assessment
    result: AssessmentResult
    posed: Posed
    placement: Placement


def plan_roadmap(framework: Framework, assessment: Assessment, result: AssessmentResult) -> Roadmap:
    """The roadmap of an assessment: deterministic, every rule of order kept, everything left out said.

    With zero capacity everything is under not funded. See `place_steps` for the objective and the ties.
    """
    settings = assessment.roadmap
    posed = pose(framework, assessment, result)
    pinned = posed.pinned
    placement = place_steps(pinned.problem)
    plan = _Plan(framework=framework, assessment=assessment, result=result, posed=posed, placement=placement)
    steps = _steps(plan)
    worth = price_pins(pinned, placement.objective)
    return Roadmap(
        waves=tuple(_wave(plan, steps, number) for number in range(1, settings.wave_count + 1)),
        not_funded=tuple(step for step in steps if step.wave == 0),
        objective=placement.objective,
        objective_without_pins=worth.objective_without_pins,
        pin_costs=worth.costs,
        gap_share=placement.gap_share,
        method=placement.method,
        warnings=plan_warnings(result, posed.ladder, assessment.header.carry_percent, pinned, placement),
    )


def quick_wins(problem: PlanProblem) -> frozenset[int]:
    """Indices of the quick wins: effort 1, value above 0, no supplier over a hard linkage now below the landing minus
    one, and a value for its effort among the highest quarter of all steps (their number rounded up, ties in).

    >>> better = PlanStep(process_id="a", to_level=2, value=6.0, effort_count=1)
    >>> worse = PlanStep(process_id="b", to_level=2, value=5.0, effort_count=1)
    >>> quick_wins(PlanProblem(model_order=("a", "b"), steps=(better, worse), capacities=(8,), levels={"a": 1, "b": 1}))
    frozenset({0})
    """
    ratios = sorted((step.value / step.effort_count for step in problem.steps), reverse=True)
    if not ratios:
        return frozenset()
    bound = ratios[math.ceil((1 - QUICK_WIN_QUANTILE) * len(ratios)) - 1]
    return frozenset(
        index
        for index, step in enumerate(problem.steps)
        if step.effort_count == QUICK_WIN_EFFORT and step.value > 0 and step.value / step.effort_count >= bound
        if not _waits_for_a_supplier(problem, step)
    )


def _waits_for_a_supplier(problem: PlanProblem, step: PlanStep) -> bool:
    return step.to_level >= 2 and any(
        receiver == step.process_id
        and supplier != receiver
        and problem.levels.get(supplier, step.to_level) < step.to_level - 1
        for supplier, receiver in problem.hard_pairs
    )


def _steps(plan: _Plan) -> tuple[Step, ...]:
    problem, settings = plan.posed.pinned.problem, plan.assessment.roadmap
    explainer = Explainer(problem=problem, placement=plan.placement)
    pinned = {index for index, _ in problem.pins}
    quick = quick_wins(problem)
    steps: list[Step] = []
    for index, draft in enumerate(plan.posed.drafts):
        owner = plan.assessment.owner_by_process.get(draft.process_id)
        is_first = index == problem.by_process[draft.process_id][0]
        preparing = preparing_actions(plan.framework, plan.assessment, draft.process_id) if is_first else ()
        steps.append(
            Step(
                process_id=draft.process_id,
                from_level=draft.from_level,
                to_level=draft.to_level,
                value=draft.value,
                effort_count=draft.effort_count,
                is_effort_set_by_hand=draft.is_effort_set_by_hand,
                wave=plan.placement.waves[index],
                earliest_wave=problem.earliest_waves[index],
                is_pinned=index in pinned,
                is_quick_win=index in quick,
                raises=tuple(draft.actions),
                owner_name=owner.name if owner else None,
                reason=explainer.reason(index),
                first_actions=(*preparing, *first_actions(draft)),
                last_actions=last_actions(draft),
                unblocks=explainer.unblocks(index),
                risks=risks_of(plan.framework, plan.assessment, draft.process_id),
                score_before=draft.score_before,
                score_after=draft.score_after,
                profile_after=dict(zip(plan.posed.ladder.attribute_ids, draft.percents_after, strict=True)),
                person_day_count=_times(draft.effort_count, settings.person_days_per_point),
                cost=_times(draft.effort_count, settings.cost_per_point),
            )
        )
    return tuple(steps)


def _wave(plan: _Plan, steps: Sequence[Step], number: int) -> Wave:
    own = sorted((step for step in steps if step.wave == number), key=lambda step: -step.value)
    used = sum(step.effort_count for step in own)
    settings = plan.assessment.roadmap
    months, budgets = months_before(settings), budgets_of(settings)
    first, last = months[number - 1], months[number] - 1
    waves = plan.placement.waves
    return Wave(
        number=number,
        first_month=first + 1,
        last_month=last + 1,
        starts_on=None if settings.start is None else month_after(settings.start, first),
        ends_on=None if settings.start is None else last_day_of(month_after(settings.start, last)),
        capacity_count=plan.posed.pinned.problem.capacities[number - 1],
        effort_count=used,
        steps=tuple(own),
        levels_after=plan.posed.levels_after(waves, number),
        scores_after=_scores_after(plan, number),
        at_target_count=plan.posed.at_target_after(waves, number),
        person_day_count=_times(used, settings.person_days_per_point),
        cost=_times(used, settings.cost_per_point),
        budget=None if budgets is None else budgets[number - 1],
    )


def _scores_after(plan: _Plan, number: int) -> Mapping[str, float | None]:
    """The score of every process in scope when the wave is over."""
    scores: dict[str, float | None] = {own.process_id: own.level.score for own in plan.result.processes}
    for draft, wave in zip(plan.posed.drafts, plan.placement.waves, strict=True):
        if 0 < wave <= number:  # steps of a process stand from the lowest level up
            scores[draft.process_id] = draft.score_after
    return scores


def _times(count: int, each: float | None) -> float | None:
    return None if each is None else count * each
