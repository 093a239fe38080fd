"""From the results to the roadmap: steps in waves, each with its reason, first actions and what it unblocks.

| symbol | name | unit | range | direction |
|---|---|---|---|---|
| K | number of waves | count | 1 to 12, 4 unless set | |
| C | capacity of a wave | points | the larger of 8 and the processes in scope, unless set | |
| wave | when a step is done | ordinal | 1 to K, 0 not funded | earlier is better |

The rules are METHOD.md section 13; `steps` makes the steps, `waves` places them, `telling` says why.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assessment.domain.answered.assessment import Assessment
from assessment.domain.answered.roadmap_settings import RoadmapSettings
from assessment.domain.authored.framework import Framework
from assessment.domain.planning.leverage import hard_linkages
from assessment.domain.planning.pins import ImpossiblePin, pin_steps
from assessment.domain.planning.problem import PlanProblem, PlanStep
from assessment.domain.planning.reasons import (
    Teller,
    evidence_of_done,
    first_actions,
    preparing_actions,
    risks_of,
    wave_label,
)
from assessment.domain.planning.results import Roadmap, Step, Wave
from assessment.domain.planning.steps import DraftStep, draft_steps
from assessment.domain.planning.waves import Placement, PlanMethod, place_steps
from assessment.domain.rating.capability import Ladder, ladder_of
from assessment.domain.rating.results import AssessmentResult, MethodWarning, WarningKind

LOWEST_CAPACITY = 8
QUICK_WIN_QUANTILE = 0.75


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plan:
    """Everything a step's telling needs: the drafts, the problem they became, and where they were placed."""

    framework: Framework
    assessment: Assessment
    ladder: Ladder
    drafts: tuple[DraftStep, ...]
    problem: PlanProblem
    placement: Placement


def plan_roadmap(framework: Framework, assessment: Assessment, result: AssessmentResult) -> Roadmap:
    """The roadmap of an assessment: deterministic, every rule of order kept, everything left out said.

    With zero capacity everything is under not funded. See `place_steps` for the objective and the ties.
    """
    settings = assessment.roadmap
    ladder = ladder_of(framework)
    drafts = _draft(framework, assessment, result, ladder)
    unpinned = _problem(framework, settings, result, drafts)
    indices = {draft.key: index for index, draft in enumerate(drafts)}
    pinned = pin_steps(unpinned, indices, settings.pins)
    plan = _Plan(
        framework=framework,
        assessment=assessment,
        ladder=ladder,
        drafts=drafts,
        problem=pinned.problem,
        placement=place_steps(pinned.problem),
    )
    steps = _tell_steps(plan)
    return Roadmap(
        waves=tuple(_wave(plan, steps, result, number) for number in range(1, settings.wave_count + 1)),
        not_funded=tuple(step for step in steps if step.wave == 0),
        objective=plan.placement.objective,
        gap_share=plan.placement.gap_share,
        method=plan.placement.method.value,
        warnings=_warnings(plan, pinned.impossible),
    )


def _draft(
    framework: Framework, assessment: Assessment, result: AssessmentResult, ladder: Ladder
) -> tuple[DraftStep, ...]:
    impacts = {priority.process_id: priority.impact_share for priority in result.priorities}
    efforts = {(effort.process_id, effort.to_level): effort.point_count for effort in assessment.roadmap.efforts}
    carry = assessment.header.carry_percent
    return tuple(
        draft
        for process in result.processes
        if process.is_in_model
        for draft in draft_steps(framework, ladder, process, impacts[process.process_id], carry, efforts)
    )


def capacities_of(settings: RoadmapSettings, process_count: int) -> tuple[int, ...]:
    """The capacity of each wave in points: as set, else the larger of 8 and the number of processes in scope."""
    return settings.capacity or (max(LOWEST_CAPACITY, process_count),) * settings.wave_count


def _problem(
    framework: Framework, settings: RoadmapSettings, result: AssessmentResult, drafts: Sequence[DraftStep]
) -> PlanProblem:
    levels = {
        process.process_id: process.level.level for process in result.processes if process.level.level is not None
    }
    return PlanProblem(
        model_order=tuple(process.id for process in framework.processes),
        steps=tuple(
            PlanStep(
                process_id=draft.process_id,
                to_level=draft.to_level,
                value=draft.value,
                effort_count=draft.effort_count,
                reached_level=draft.reached_level,
            )
            for draft in drafts
        ),
        capacities=capacities_of(settings, len(result.processes)),
        levels=levels,
        hard_pairs=hard_linkages(framework, settings, levels),
    )


def _tell_steps(plan: _Plan) -> tuple[Step, ...]:
    settings = plan.assessment.roadmap
    pinned = {index for index, _ in plan.problem.pins}
    teller = Teller(framework=plan.framework, drafts=plan.drafts, problem=plan.problem, waves=plan.placement.waves)
    quick_ratio = _quick_win_ratio(plan.drafts)
    bound = {index for index, _ in plan.problem.requirements}
    steps: list[Step] = []
    for index, (draft, wave) in enumerate(zip(plan.drafts, plan.placement.waves, strict=True)):
        owner = plan.assessment.owner_by_process.get(draft.process_id)
        is_first = index == plan.problem.by_process[draft.process_id][0]
        preparing = preparing_actions(plan.framework, plan.assessment, draft.process_id) if is_first else ()
        is_quick = draft.effort_count == 1 and index not in bound and draft.value >= quick_ratio
        steps.append(
            Step(
                process_id=draft.process_id,
                from_level=draft.from_level,
                to_level=draft.to_level,
                value=draft.value,
                effort_count=draft.effort_count,
                is_effort_set_by_hand=draft.is_effort_set_by_hand,
                wave=wave,
                is_pinned=index in pinned,
                is_quick_win=is_quick,
                raises=tuple(draft.actions),
                owner_name=owner.name if owner else None,
                reason=teller.reason(index),
                first_actions=(*preparing, *first_actions(draft)),
                evidence_of_done=evidence_of_done(draft),
                unblocks=teller.unblocks(index),
                risks=risks_of(plan.framework, plan.assessment, draft.process_id),
                score_after=draft.score_after,
                profile_after=dict(zip(plan.ladder.attribute_ids, draft.percents_after, strict=True)),
                person_day_count=_times(draft.effort_count, settings.person_days_per_point),
                cost=_times(draft.effort_count, settings.cost_per_point),
            )
        )
    return tuple(steps)


def _quick_win_ratio(drafts: Sequence[DraftStep]) -> float:
    """The value for its effort that the top quarter of the steps reaches."""
    ratios = sorted(draft.value / draft.effort_count for draft in drafts)
    return ratios[int(QUICK_WIN_QUANTILE * len(ratios))] if ratios else 0.0


def _wave(plan: _Plan, steps: Sequence[Step], result: AssessmentResult, number: int) -> Wave:
    own = sorted((step for step in steps if step.wave == number), key=lambda step: -step.value)
    used = sum(step.effort_count for step in own)
    settings = plan.assessment.roadmap
    return Wave(
        number=number,
        label=wave_label(settings, number),
        capacity_count=plan.problem.capacities[number - 1],
        effort_count=used,
        steps=tuple(own),
        levels_after=_levels_after(plan, result, number),
        person_day_count=_times(used, settings.person_days_per_point),
        cost=_times(used, settings.cost_per_point),
    )


def _levels_after(plan: _Plan, result: AssessmentResult, number: int) -> Mapping[str, int | None]:
    """The level of every process in scope when the wave is over."""
    levels: dict[str, int | None] = {process.process_id: process.level.level for process in result.processes}
    for draft, wave in zip(plan.drafts, plan.placement.waves, strict=True):
        if 0 < wave <= number:
            levels[draft.process_id] = max(levels[draft.process_id] or 0, draft.reached_level)
    return levels


def _times(count: int, each: float | None) -> float | None:
    return None if each is None else count * each


def _warnings(plan: _Plan, impossible: Sequence[ImpossiblePin]) -> tuple[MethodWarning, ...]:
    names = {process.id: process.name for process in plan.framework.processes}
    found = [
        MethodWarning(
            kind=WarningKind.PIN_IMPOSSIBLE,
            sentence=f"The step of {names.get(one.pin.process_id, one.pin.process_id)} to level {one.pin.to_level} "
            f"{one.reason}.",
            process_id=one.pin.process_id,
        )
        for one in impossible
    ]
    needed: dict[str, tuple[int, str]] = {}
    for relaxation in plan.problem.relaxations:
        before = needed.get(relaxation.supplier_id, (0, ""))
        needed[relaxation.supplier_id] = max(before, (relaxation.needed_level, relaxation.receiver_id))
    found += [
        MethodWarning(
            kind=WarningKind.RAISE_SUPPLIER_TARGET,
            sentence=f"Raise the target of {names[supplier_id]} to {level}: {names[receiver_id]} is to reach "
            f"level {level + 1} and leans on it. Until then it is planned to its own target first.",
            process_id=supplier_id,
        )
        for supplier_id, (level, receiver_id) in needed.items()
    ]
    largest = max(plan.problem.capacities, default=0)
    found += [
        MethodWarning(
            kind=WarningKind.STEP_TOO_LARGE,
            sentence=f"The step of {names[draft.process_id]} to level {draft.to_level} takes "
            f"{draft.effort_count} points and no wave has more than {largest}: split it or raise capacity.",
            process_id=draft.process_id,
        )
        for draft in plan.drafts
        if largest and draft.effort_count > largest
    ]
    if plan.placement.method is PlanMethod.NODE_LIMIT:
        gap = f"{plan.placement.gap_share:.1%}"
        sentence = f"The plan is the best found within the node limit; a better one could bring {gap} more."
        found.append(MethodWarning(kind=WarningKind.NODE_LIMIT, sentence=sentence))
    if plan.placement.method is PlanMethod.GREEDY:
        sentence = "The plan takes the best value for effort step by step: the solver found none within its node limit."
        found.append(MethodWarning(kind=WarningKind.GREEDY, sentence=sentence))
    return tuple(found)
