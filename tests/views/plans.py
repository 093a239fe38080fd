"""What views of priorities and plans are made from: small assessments, the shipped sample, plans built by hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from assessment.domain.answered.assessment import Assessment
from assessment.domain.authored.framework import Framework
from assessment.domain.computed import Computed
from assessment.domain.planning.results import (
    Firmness,
    PlanMethod,
    ReasonKind,
    Roadmap,
    Step,
    StepReason,
    Wave,
)
from assessment.domain.rating.scoring import score_assessment
from tests.builders import an_assessment, rated_process, tiny_framework
from tests.domain.scored import Values, at_level
from tests.questionnaires import shipped

FRAMEWORK = tiny_framework()
HARD_SPACE = "\u00a0"


@dataclass(frozen=True, kw_only=True)
class Given(Computed):
    """A `Computed` with a plan or a firmness that a test made by hand."""

    plan: Roadmap | None = None
    measured: Firmness | None = None

    @property
    def roadmap(self) -> Roadmap:
        """The given plan, else the planner's."""
        return super().roadmap if self.plan is None else self.plan

    @property
    def firmness(self) -> Firmness:
        """The given firmness, else the measured one."""
        return super().firmness if self.measured is None else self.measured


def given(
    assessment: Assessment,
    framework: Framework = FRAMEWORK,
    plan: Roadmap | None = None,
    firmness: Firmness | None = None,
) -> Given:
    """An assessment with everything computed of it, plan and firmness as given."""
    return Given(
        framework=framework,
        assessment=assessment,
        result=score_assessment(framework, assessment),
        hash_assessment=lambda _: "0" * 64,
        plan=plan,
        measured=firmness,
    )


@cache
def the_sample() -> Given:
    """The shipped sample, planned and measured once for all tests."""
    return given(shipped.sample(), shipped.framework())


def standing(levels: Mapping[str, int], **changes: Any) -> Assessment:
    """An assessment of the invented processes, each just on a level from 0 to 3; others stay unanswered."""
    answers: dict[str, Values] = {process_id: at_level(level) for process_id, level in levels.items()}
    ratings = tuple(
        rating for process_id, values in answers.items() for rating in rated_process(FRAMEWORK, process_id, values)
    )
    return an_assessment(FRAMEWORK, **{"ratings": ratings, **changes})


def a_step(process_id: str, from_level: int, to_level: int, wave: int, **changes: Any) -> Step:
    """A step of 3 points that brings 9.64 points of priority."""
    values: dict[str, Any] = {
        "process_id": process_id,
        "from_level": from_level,
        "to_level": to_level,
        "value": 9.64,
        "effort_count": 3,
        "is_effort_set_by_hand": False,
        "wave": wave,
        "earliest_wave": wave or None,
        "is_pinned": False,
        "is_quick_win": False,
        "raises": ("ownership", "quality-control"),
        "owner_name": None,
        "reason": StepReason(kind=ReasonKind.NOTHING_FIRST if wave else ReasonKind.OTHERS_BRING_MORE),
        "first_actions": (),
        "last_actions": (),
        "unblocks": (),
        "risks": (),
        "score_before": 1.37,
        "score_after": 2.99,
        "profile_after": {},
        "person_day_count": None,
        "cost": None,
        **changes,
    }
    return Step(**values)


def a_plan(*steps: Step, wave_count: int = 2, capacity: int = 8, **changes: Any) -> Roadmap:
    """A plan of some steps; each wave is a quarter, levels after it follow from the steps."""
    waves = []
    levels: dict[str, int | None] = {}
    for number in range(1, wave_count + 1):
        own = tuple(step for step in steps if step.wave == number)
        levels |= {step.process_id: step.to_level for step in own}
        days = [step.person_day_count for step in own if step.person_day_count is not None]
        costs = [step.cost for step in own if step.cost is not None]
        waves.append(
            Wave(
                number=number,
                first_month=3 * number - 2,
                last_month=3 * number,
                starts_on=None,
                ends_on=None,
                capacity_count=capacity,
                effort_count=sum(step.effort_count for step in own),
                steps=own,
                levels_after=dict(levels),
                scores_after={},
                at_target_count=number,
                person_day_count=sum(days) if days else None,
                cost=sum(costs) if costs else None,
            )
        )
    values: dict[str, Any] = {
        "waves": tuple(waves),
        "not_funded": tuple(step for step in steps if step.wave == 0),
        "objective": 40.0,
        "objective_without_pins": None,
        "pin_costs": (),
        "gap_share": 0.0,
        "method": PlanMethod.PROVEN,
        "warnings": (),
        **changes,
    }
    return Roadmap(**values)
