"""Why a step is in its wave or in none, as facts, and what goes with it: first actions, evidence, risks.

A reason names what really decided. Where a step stands in the earliest wave that its order allows, that is the step it
waited for; where it stands later, the waves without room; where it is left out, the first of what keeps it out: what no
plan could change, then what has to come first, then room.
"""

from __future__ import annotations

from dataclasses import dataclass

from assessment.domain.answered.assessment import Assessment
from assessment.domain.answered.organisation import Authority, ReadinessState
from assessment.domain.authored.framework import Framework
from assessment.domain.planning.problem import PlanProblem
from assessment.domain.planning.results import (
    ActionKind,
    FirstAction,
    PlanMethod,
    ReasonKind,
    RiskKind,
    StepReason,
    StepRisk,
)
from assessment.domain.planning.steps import DraftStep
from assessment.domain.planning.waves import Placement

OPEN_STATES = (ReadinessState.NO, ReadinessState.PARTLY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Explainer:
    """Says of each step of a plan, by its index, why it is where it is.

    `placement` is a plan of the problem as `place_steps` makes them: no step, with those that have to share its wave,
    could simply come earlier unless a pin holds it.
    """

    problem: PlanProblem
    placement: Placement

    @property
    def _waves(self) -> tuple[int, ...]:
        return self.placement.waves

    def reason(self, index: int) -> StepReason:
        """Why the step is in its wave, or in none."""
        wave = self._waves[index]
        if self._is_pinned(index):
            return StepReason(kind=ReasonKind.PINNED if wave else ReasonKind.PINNED_OUT, wave=wave or None)
        if not wave:
            return self._why_impossible(index) or self._why_too_early(index) or self._why_no_room(index)
        open_wave = self.problem.first_open_wave(index, self._waves) or wave
        if wave == open_wave or any(self._is_pinned(own) for own in self._others(index)):
            return self._waited_for(index)
        return self._full(index, open_wave)

    def unblocks(self, index: int) -> tuple[str, ...]:
        """Ids of the processes with a step that needs this one over a hard linkage, in the model's order."""
        needing = {self.problem.steps[own].process_id for own, needed in self.problem.requirements if needed == index}
        return tuple(process_id for process_id in self.problem.model_order if process_id in needing)

    def _is_pinned(self, index: int) -> bool:
        return any(own == index for own, _ in self.problem.pins)

    def _others(self, index: int) -> tuple[int, ...]:
        """The other steps that have to share the wave of a step."""
        return tuple(own for own in self.problem.companions(index) if own != index)

    def _waited_for(self, index: int) -> StepReason:
        """What keeps a step from any earlier wave: its own one before, else a supplier's in the same wave."""
        steps, wave, before = self.problem.steps, self._waves[index], self.problem.before.get(index)
        if before is not None and self._waves[before] == wave - 1:
            return StepReason(kind=ReasonKind.AFTER_OWN_STEP, level=steps[before].to_level, wave=wave - 1)
        for needed in self._nearest_suppliers(index):
            if self._waves[needed] == wave:
                supplier = steps[needed]
                return StepReason(
                    kind=ReasonKind.WITH_SUPPLIER, process_id=supplier.process_id, level=supplier.to_level, wave=wave
                )
        return StepReason(kind=ReasonKind.NOTHING_FIRST)

    def _nearest_suppliers(self, index: int) -> tuple[int, ...]:
        """The suppliers' steps that a step needs itself, those that need it in turn last."""
        companions = self.problem.companions(index)
        return tuple(sorted(self.problem.needed_by.get(index, ()), key=lambda needed: needed in companions))

    def _full(self, index: int, open_wave: int) -> StepReason:
        """Of a step that stands later than its order asks for: had one of these waves room, it would be there."""
        together = self.problem.joint_effort(index) if self._others(index) else None
        return StepReason(kind=ReasonKind.WAVES_FULL, wave=open_wave, count=together)

    def _why_impossible(self, index: int) -> StepReason | None:
        """What keeps a step out of every plan by itself or with those it shares its wave with."""
        problem, largest = self.problem, max(self.problem.capacities, default=0)
        effort = problem.steps[index].effort_count
        if not largest:
            return StepReason(kind=ReasonKind.NO_CAPACITY)
        if index in problem.without_order:
            return self._in_circle(index, next(own for own in problem.circles_without_order if index in own))
        if effort > largest:
            return StepReason(kind=ReasonKind.TOO_LARGE, count=effort, limit_count=largest)
        if problem.joint_effort(index) > largest:
            return self._in_circle(index, problem.companions(index))
        return None

    def _in_circle(self, index: int, circle: tuple[int, ...]) -> StepReason:
        """Names a supplier that the step needs itself: each step of a circle needs one of it."""
        needed = next(own for own in self.problem.needed_by[index] if own in circle)
        return StepReason(kind=ReasonKind.CIRCLE, process_id=self.problem.steps[needed].process_id)

    def _why_too_early(self, index: int) -> StepReason | None:
        """Something that has to come first is not there, or only in the last wave; None where all is in time."""
        problem, before = self.problem, self.problem.before.get(index)
        if before is not None and not self._waves[before]:
            return StepReason(kind=ReasonKind.OWN_STEP_NOT_FUNDED, level=problem.steps[before].to_level)
        if before is not None and self._waves[before] == problem.wave_count:
            return StepReason(kind=ReasonKind.NO_WAVE_LEFT, wave=problem.wave_count)
        open_wave = problem.first_open_wave(index, self._waves)
        is_held = open_wave is None or open_wave > problem.wave_count
        if is_held or any(self._is_pinned(own) for own in self._others(index)):
            return self._without_supplier(index)
        return None

    def _without_supplier(self, index: int) -> StepReason:
        needed = next(own for own in self._nearest_suppliers(index) if not self._waves[own])
        steps = self.problem.steps
        level = min(steps[index].to_level - 1, steps[needed].to_level)
        return StepReason(kind=ReasonKind.SUPPLIER_NOT_FUNDED, process_id=steps[needed].process_id, level=level)

    def _why_no_room(self, index: int) -> StepReason:
        """Of a step that could come by its order: no plan with it is worth more, or no wave has room left for it."""
        open_wave = self.problem.first_open_wave(index, self._waves) or self.problem.wave_count
        is_best = self.placement.method is PlanMethod.PROVEN and not self.problem.pins
        if is_best and self._would_fit(index, open_wave):
            return StepReason(kind=ReasonKind.OTHERS_BRING_MORE)
        return self._full(index, open_wave)

    def _would_fit(self, index: int, open_wave: int) -> bool:
        """Whether a wave from there on would have room but for steps that this one does not need."""
        needed = self.problem.needed_for([index])
        alone = [wave if own in needed else 0 for own, wave in enumerate(self._waves)]
        return max(self.problem.rooms(alone)[open_wave - 1 :]) >= self.problem.joint_effort(index)


def first_actions(draft: DraftStep) -> tuple[FirstAction, ...]:
    """The next action of each attribute the step raises."""
    return tuple(
        FirstAction(kind=ActionKind.STEP, attribute_id=attribute_id, action=action)
        for attribute_id, ahead in draft.actions.items()
        for action in ahead
        if action.to is ahead[0].to
    )


def preparing_actions(framework: Framework, assessment: Assessment, process_id: str) -> tuple[FirstAction, ...]:
    """What comes before the first step of a process: its owner where there is none, and what readiness denies."""
    owner = assessment.owner_by_process.get(process_id)
    answers = _readiness_of(assessment, process_id)
    denied = tuple(
        FirstAction(kind=ActionKind.READINESS, question_id=question.id)
        for question in framework.readiness
        if question.action is not None and answers.get(question.id) is ReadinessState.NO
    )
    if owner is not None and owner.name:
        return denied
    return (FirstAction(kind=ActionKind.APPOINT_OWNER), *denied)


def last_actions(draft: DraftStep) -> tuple[FirstAction, ...]:
    """The last action of each attribute the step raises: their evidence shows that it is done."""
    return tuple(
        FirstAction(kind=ActionKind.STEP, attribute_id=attribute_id, action=ahead[-1])
        for attribute_id, ahead in draft.actions.items()
        if ahead
    )


def risks_of(framework: Framework, assessment: Assessment, process_id: str) -> tuple[StepRisk, ...]:
    """What may hinder the steps of a process: an owner without authority, and open readiness questions."""
    answers = _readiness_of(assessment, process_id)
    risks = tuple(
        StepRisk(kind=RiskKind.READINESS, question_id=question.id)
        for question in framework.readiness
        if answers.get(question.id) in OPEN_STATES
    )
    owner = assessment.owner_by_process.get(process_id)
    if owner is None or owner.name is None or owner.authority not in (Authority.NO, Authority.PARTLY):
        return risks
    return (StepRisk(kind=RiskKind.AUTHORITY, authority=owner.authority), *risks)


def _readiness_of(assessment: Assessment, process_id: str) -> dict[str, ReadinessState]:
    return {answer.question_id: answer.state for answer in assessment.readiness if answer.process_id == process_id}
