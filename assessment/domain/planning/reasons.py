"""What a step of the roadmap says: why it is in its wave, what to do first, what shows that it is done, the risks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assessment.domain.answered.assessment import Assessment
from assessment.domain.answered.organisation import Authority, ReadinessState
from assessment.domain.answered.roadmap_settings import RoadmapSettings
from assessment.domain.authored.framework import Framework
from assessment.domain.planning.problem import PlanProblem
from assessment.domain.planning.results import FirstAction
from assessment.domain.planning.steps import DraftStep

MONTHS_A_YEAR = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Teller:
    """Says of each step, by its index, why it is where it is and what it opens."""

    framework: Framework
    drafts: tuple[DraftStep, ...]
    problem: PlanProblem
    waves: tuple[int, ...]

    def reason(self, index: int) -> str:
        """One sentence from the numbers."""
        draft, wave = self.drafts[index], self.waves[index]
        worth = f"{draft.value:.1f} points of priority for {draft.effort_count} of effort"
        if any(own == index for own, _ in self.problem.pins):
            return f"Put {'out of the plan' if wave == 0 else f'into wave {wave}'} by hand; it brings {worth}."
        if wave == 0:
            return f"Not funded: {self._why_not_funded(index)}; it would bring {worth}."
        waited_for = self._waited_for(index)
        if waited_for is not None:
            return f"It brings {worth}, and follows {waited_for}."
        if wave == 1:
            return f"It brings {worth}, and nothing has to come first."
        return f"It brings {worth}; the waves before are full of steps that bring more together."

    def unblocks(self, index: int) -> tuple[str, ...]:
        """Ids of the processes with a step that needs this one over a hard linkage, in the model's order."""
        needing = {self.drafts[own].process_id for own, needed in self.problem.requirements if needed == index}
        return tuple(process_id for process_id in self.problem.model_order if process_id in needing)

    def _waited_for(self, index: int) -> str | None:
        """The latest step that had to come first, in words."""
        before = [first for first, second in self.problem.chains if second == index]
        before += [needed for own, needed in self.problem.requirements if own == index]
        placed = [first for first in before if self.waves[first]]
        if not placed:
            return None
        last = max(placed, key=lambda first: self.waves[first])
        draft = self.drafts[last]
        if draft.process_id == self.drafts[index].process_id:
            return f"its step to level {draft.to_level} in wave {self.waves[last]}"
        return f"{self._name(draft.process_id)} at level {draft.to_level} in wave {self.waves[last]}"

    def _why_not_funded(self, index: int) -> str:
        draft = self.drafts[index]
        if not any(self.problem.capacities):
            return "there is no capacity"
        if draft.effort_count > max(self.problem.capacities):
            return "it is larger than every wave's capacity, so split it or raise capacity"
        for first, second in self.problem.chains:
            if second == index and self.waves[first] == 0:
                return f"its step to level {self.drafts[first].to_level} is not funded either"
        for own, needed in self.problem.requirements:
            if own == index and self.waves[needed] == 0:
                other = self.drafts[needed]
                return f"{self._name(other.process_id)} does not reach level {other.to_level} first"
        chained = [first for first, second in self.problem.chains if second == index]
        if any(self.waves[first] == self.problem.wave_count for first in chained):
            return "the step before it falls into the last wave"
        return "other steps bring more for the capacity there is"

    def _name(self, process_id: str) -> str:
        return self.framework.process_by_id[process_id].name


def first_actions(draft: DraftStep) -> tuple[FirstAction, ...]:
    """The next action of each attribute the step raises."""
    return tuple(
        FirstAction(
            attribute_id=attribute_id,
            to_letter=action.to,
            text=action.text,
            deliverable=action.deliverable,
            owner_role=action.owner_role,
            effort=action.effort.value,
            evidence=action.evidence,
            prerequisite=action.prerequisite,
        )
        for attribute_id, ahead in draft.actions.items()
        for action in ahead
        if action.to is ahead[0].to
    )


def preparing_actions(framework: Framework, assessment: Assessment, process_id: str) -> tuple[FirstAction, ...]:
    """What comes before the first step of a process: its owner where there is none, and what readiness denies."""
    owner = assessment.owner_by_process.get(process_id)
    has_owner = owner is not None and bool(owner.name)
    answers = _readiness_of(assessment, process_id)
    return (() if has_owner else (_appoint_owner(framework, process_id),)) + tuple(
        FirstAction(
            attribute_id=None,
            to_letter=None,
            text=question.action.text,
            deliverable=question.action.deliverable,
            owner_role=question.action.owner_role,
            effort=question.action.effort.value,
            evidence=question.action.evidence,
            prerequisite=None,
        )
        for question in framework.readiness
        if question.action is not None and answers.get(question.id) is ReadinessState.NO
    )


def _readiness_of(assessment: Assessment, process_id: str) -> dict[str, ReadinessState]:
    return {answer.question_id: answer.state for answer in assessment.readiness if answer.process_id == process_id}


def _appoint_owner(framework: Framework, process_id: str) -> FirstAction:
    name = framework.process_by_id[process_id].name
    return FirstAction(
        attribute_id=None,
        to_letter=None,
        text=f"Appoint the owner of {name}: one person, accountable from end to end, with authority to match.",
        deliverable="Signed appointment that names the owner, the mandate and the sponsor",
        owner_role="Head of IT",
        effort="S",
        evidence="The owner's name and mandate are published to every unit the process touches",
        prerequisite=None,
    )


def evidence_of_done(draft: DraftStep) -> tuple[str, ...]:
    """What shows that the step is done: the evidence of the last action of each attribute it raises."""
    return tuple(ahead[-1].evidence for ahead in draft.actions.values() if ahead)


def risks_of(framework: Framework, assessment: Assessment, process_id: str) -> tuple[str, ...]:
    """What may hinder the steps of a process: open readiness questions, and an owner without authority."""
    answers = _readiness_of(assessment, process_id)
    risks = [
        question.risk
        for question in framework.readiness
        if answers.get(question.id) in (ReadinessState.NO, ReadinessState.PARTLY)
    ]
    owner = assessment.owner_by_process.get(process_id)
    if owner is not None and owner.name is not None and owner.authority in (Authority.NO, Authority.PARTLY):
        reach = "does not reach" if owner.authority is Authority.NO else "only partly reaches"
        risks.insert(0, f"The owner's authority {reach} from end to end.")
    return tuple(risks)


def wave_label(settings: RoadmapSettings, number: int) -> str:
    """The name of a wave and its months: from the start date where there is one, else counted.

    >>> wave_label(RoadmapSettings(), 2)
    'Wave 2 (months 4 to 6)'
    >>> wave_label(RoadmapSettings(start=date(2026, 11, 15)), 1)
    'Wave 1 (Nov 2026 to Jan 2027)'
    """
    first, last = (number - 1) * settings.wave_months, number * settings.wave_months - 1
    if settings.start is None:
        months = f"month {first + 1}" if first == last else f"months {first + 1} to {last + 1}"
        return f"Wave {number} ({months})"
    begin, end = _month_after(settings.start, first), _month_after(settings.start, last)
    return f"Wave {number} ({begin})" if first == last else f"Wave {number} ({begin} to {end})"


def _month_after(start: date, month_count: int) -> str:
    years, month = divmod(start.month - 1 + month_count, MONTHS_A_YEAR)
    return f"{_MONTHS[month]} {start.year + years}"


_MONTHS: Sequence[str] = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
