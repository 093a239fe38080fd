"""What each decision by hand costs: the plan as it is against the best one without that decision.

| choice | without it |
|---|---|
| pin | the step may be in any wave |
| exclusion | the same of a step that was left out |
| linkage made to bind | it does not bind |
| linkage let go | it binds |
| effort by hand | the effort that the framework's actions come to |

Everything else stays, and pins that cannot be kept are no part of either plan. A cost below 0 is a gain: a linkage let
go, or an effort set lower, makes room. Own rule.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from assessment.domain.answered.assessment import Assessment
from assessment.domain.answered.roadmap_settings import RoadmapSettings
from assessment.domain.authored.framework import Framework
from assessment.domain.planning.outcome import Outcome, outcome_of
from assessment.domain.planning.posing import Posed, pose
from assessment.domain.planning.steps import StepKey
from assessment.domain.planning.wishes import Wish, impossible_wishes
from assessment.domain.rating.results import AssessmentResult


class ChoiceKind(StrEnum):
    """What somebody decided in place of the plan."""

    PIN = "pin"  # process, level, wave
    EXCLUSION = "exclusion"  # process, level
    LINKAGE_BOUND = "linkage-bound"  # linkage
    LINKAGE_FREED = "linkage-freed"  # linkage
    EFFORT = "effort"  # process, level, count: by hand, usual_count: the framework's


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A decision by hand; `ChoiceKind` says which facts are given."""

    kind: ChoiceKind
    process_id: str | None = None
    level: int | None = None
    wave: int | None = None
    linkage_id: str | None = None
    count: int | None = None
    usual_count: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceCost:
    """The plan with a choice, as it is, and the best one without it."""

    choice: Choice
    plan: Outcome
    without: Outcome

    @property
    def worth(self) -> float:
        """What the choice takes from the worth of the plan, in points; below 0 it adds to it."""
        return self.without.worth - self.plan.worth

    @property
    def value(self) -> float:
        """What it takes from the value that is funded."""
        return self.without.value - self.plan.value

    @property
    def at_target_count(self) -> int:
        """How many processes fewer are at target in the end."""
        return self.without.at_target_count - self.plan.at_target_count


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What was decided by hand and what each costs, and the wishes that cannot be, with their causes."""

    costs: tuple[ChoiceCost, ...]
    wishes: tuple[Wish, ...]


_Undone = tuple[Choice, RoadmapSettings]
"""A choice that is in force, and the settings without it."""


def weigh_choices(framework: Framework, assessment: Assessment, result: AssessmentResult) -> Choices:
    """What every decision by hand costs, and what cannot be. Each cost takes about as long as planning."""
    posed = pose(framework, assessment, result)
    kept = assessment.roadmap.model_copy(update={"pins": posed.pinned.kept})
    usual = pose(framework, assessment, result, kept.model_copy(update={"efforts": ()})).drafts
    plan = outcome_of(posed)
    undone = (
        *_pins(kept),
        *_linkages(framework, posed, kept),
        *_efforts(kept, {draft.key: draft.effort_count for draft in usual}),
    )
    return Choices(
        costs=tuple(
            ChoiceCost(choice=choice, plan=plan, without=outcome_of(pose(framework, assessment, result, settings)))
            for choice, settings in undone
        ),
        wishes=impossible_wishes(posed, plan.waves),
    )


def _pins(kept: RoadmapSettings) -> Iterator[_Undone]:
    for pin in kept.pins:
        choice = Choice(
            kind=ChoiceKind.PIN if pin.wave else ChoiceKind.EXCLUSION,
            process_id=pin.process_id,
            level=pin.to_level,
            wave=pin.wave or None,
        )
        yield choice, kept.model_copy(update={"pins": tuple(one for one in kept.pins if one != pin)})


def _linkages(framework: Framework, posed: Posed, kept: RoadmapSettings) -> Iterator[_Undone]:
    """The linkages that somebody bound or let go, between two processes with a level."""
    by_id = {linkage.id: linkage for linkage in framework.linkages}
    in_force = set(posed.unpinned.levels)
    for own in kept.linkages:
        linkage = by_id.get(own.linkage_id)
        if linkage is None or own.is_hard is None or own.is_hard is linkage.is_hard:
            continue
        if not {linkage.from_process, linkage.to_process} <= in_force:
            continue
        kind = ChoiceKind.LINKAGE_BOUND if own.is_hard else ChoiceKind.LINKAGE_FREED
        others = tuple(
            one.model_copy(update={"is_hard": None}) if one.linkage_id == own.linkage_id else one
            for one in kept.linkages
        )
        yield Choice(kind=kind, linkage_id=own.linkage_id), kept.model_copy(update={"linkages": others})


def _efforts(kept: RoadmapSettings, usual: Mapping[StepKey, int]) -> Iterator[_Undone]:
    """The efforts of steps there are; `usual` are those that the framework's actions come to."""
    for effort in kept.efforts:
        key = (effort.process_id, effort.to_level)
        if key not in usual:
            continue
        choice = Choice(
            kind=ChoiceKind.EFFORT,
            process_id=effort.process_id,
            level=effort.to_level,
            count=effort.point_count,
            usual_count=usual[key],
        )
        yield choice, kept.model_copy(update={"efforts": tuple(one for one in kept.efforts if one != effort)})
