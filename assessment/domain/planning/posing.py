"""The planner's question for an assessment: its steps, what binds them, and what somebody put by hand.

The same for the plan that is shown and for every other one that is made beside it, to say what a choice costs or what
more capacity would buy.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from assessment.domain.answered.assessment import Assessment
from assessment.domain.answered.roadmap_settings import RoadmapSettings
from assessment.domain.authored.framework import Framework
from assessment.domain.planning.budgets import capacities_of
from assessment.domain.planning.leverage import hard_linkages
from assessment.domain.planning.pins import PinnedProblem, pin_steps
from assessment.domain.planning.problem import PlanProblem, PlanStep
from assessment.domain.planning.steps import DraftStep, StepKey, draft_steps
from assessment.domain.rating.capability import Ladder, ladder_of
from assessment.domain.rating.results import AssessmentResult


@dataclass(frozen=True, kw_only=True)
class Posed:
    """A plan to be made: `drafts` are the steps that `unpinned` is of, in the same order."""

    result: AssessmentResult
    settings: RoadmapSettings
    ladder: Ladder
    drafts: tuple[DraftStep, ...]
    unpinned: PlanProblem

    @cached_property
    def pinned(self) -> PinnedProblem:
        """The problem with every pin that can be kept."""
        return pin_steps(self.unpinned, self.indices, self.settings.pins)

    @property
    def indices(self) -> Mapping[StepKey, int]:
        """The place of each step by its process and the level it lands on."""
        return {draft.key: index for index, draft in enumerate(self.drafts)}

    def levels_after(self, waves: Sequence[int], number: int) -> Mapping[str, int | None]:
        """The level of every process in scope when a wave is over, the steps being in these waves."""
        levels: dict[str, int | None] = {own.process_id: own.level.level for own in self.result.processes}
        for draft, wave in zip(self.drafts, waves, strict=True):
            if 0 < wave <= number:  # steps of a process stand from the lowest level up
                levels[draft.process_id] = draft.to_level
        return levels

    def at_target_after(self, waves: Sequence[int], number: int) -> int:
        """How many processes with a level are at target when a wave is over."""
        levels = self.levels_after(waves, number)
        return sum(
            (levels[process.process_id] or 0) >= process.target.target_level
            for process in self.result.processes
            if process.is_assessed
        )


def pose(
    framework: Framework,
    assessment: Assessment,
    result: AssessmentResult,
    settings: RoadmapSettings | None = None,
) -> Posed:
    """What is to be planned, under the assessment's settings or others that give the same priorities."""
    wanted = assessment.roadmap if settings is None else settings
    ladder = ladder_of(framework)
    drafts = _draft(framework, assessment, result, ladder, wanted)
    return Posed(
        result=result,
        settings=wanted,
        ladder=ladder,
        drafts=drafts,
        unpinned=_problem(framework, wanted, result, drafts),
    )


def _draft(
    framework: Framework, assessment: Assessment, result: AssessmentResult, ladder: Ladder, settings: RoadmapSettings
) -> tuple[DraftStep, ...]:
    impacts = {priority.process_id: priority.impact_share for priority in result.priorities}
    efforts = {(effort.process_id, effort.to_level): effort.point_count for effort in settings.efforts}
    carry = assessment.header.carry_percent
    return tuple(
        draft
        for process in result.processes
        if process.is_assessed
        for draft in draft_steps(framework, ladder, process, impacts[process.process_id], carry, efforts)
    )


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
            )
            for draft in drafts
        ),
        capacities=capacities_of(settings, len(result.processes)),
        levels=levels,
        hard_pairs=hard_linkages(framework, settings, levels),
    )
