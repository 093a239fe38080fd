"""The few facts of an assessment that a portfolio is made of: made of what a reader may see, and kept beside it.

They hold every word they need (names of processes and attributes), so that no framework is read to show them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from assessment.domain.answered.assessment import AssessmentState
from assessment.domain.authored.framework import Depth, Framework
from assessment.domain.computed import Computed
from assessment.domain.planning.results import Roadmap
from assessment.domain.rating.results import Confidence, GapStatus, ProcessResult, ProcessStatus, Rollup

FIRST_COUNT = 3
"""How many processes to raise first are named of a unit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldingAttribute:
    """An attribute that holds a process at its level."""

    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessFigures:
    """One process of one unit. Level and score are None where it has none; `is_below`: it has one, below its target.

    `held_by` are the attributes that hold the level.
    """

    process_id: str
    name: str
    group: str
    status: ProcessStatus
    level: int | None
    score: float | None
    target_level: int
    is_below: bool
    is_provisional: bool
    confidence: Confidence
    held_by: tuple[HoldingAttribute, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedFigures:
    """What the funded steps of a plan take; days and money are None where the plan has none of them."""

    step_count: int
    effort_count: int
    person_day_count: float | None
    cost: float | None
    currency: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitFigures:
    """What one state of an assessment comes to. `first_ids`: up to three processes to raise first, the first first.

    `respondent_count` is None where letters stand in place of names.
    """

    snapshot_hash: str
    framework_name: str
    respondent_count: int | None
    coverage_share: float
    verified_count: int
    rated_count: int
    whole: Rollup
    first_ids: tuple[str, ...]
    planned: PlannedFigures
    processes: tuple[ProcessFigures, ...]

    def process(self, process_id: str) -> ProcessFigures | None:
        """The figures of one process; None where it is not in scope."""
        return next((one for one in self.processes if one.process_id == process_id), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitLine:
    """A unit as it stands in a list: whose, when, how it was rated; `figures` is None where nothing can be computed.

    A unit is an assessment, never a name: two of one name are two. `copied_from` names the assessment it was begun
    from; `number` is the unit's own among those of its organisation, from 1, for its letters.
    `assessed_on` is None where letters stand in place of names.
    """

    assessment_id: str
    name: str
    unit: str | None
    unit_id: str | None
    assessed_on: date | None
    state: AssessmentState
    framework_id: str
    framework_version: str
    depth: Depth
    carry_percent: float
    copied_from: str | None
    number: int
    figures: UnitFigures | None


def unit_figures(computed: Computed) -> UnitFigures:
    """The figures of a computed assessment, as a reader may see them."""
    told = computed.told
    result = told.result
    return UnitFigures(
        snapshot_hash=told.snapshot_hash,
        framework_name=told.framework.name,
        respondent_count=len(computed.assessment.respondents),
        coverage_share=result.coverage_share,
        verified_count=result.verification.verified_count,
        rated_count=result.verification.rated_count,
        whole=result.whole,
        first_ids=tuple(one.process_id for one in result.priorities if one.priority > 0)[:FIRST_COUNT],
        planned=_planned(told.roadmap, told.assessment.roadmap.currency),
        processes=tuple(_process(told.framework, one) for one in result.processes),
    )


def _process(framework: Framework, process: ProcessResult) -> ProcessFigures:
    names = framework.attribute_by_id
    return ProcessFigures(
        process_id=process.process_id,
        name=framework.process_by_id[process.process_id].name,
        group=framework.group_by_process[process.process_id].name,
        status=process.status,
        level=process.level.level,
        score=process.level.score,
        target_level=process.target.target_level,
        is_below=process.target.status is GapStatus.BELOW,
        is_provisional=process.basis.is_provisional,
        confidence=process.basis.confidence,
        held_by=tuple(HoldingAttribute(id=one, name=names[one].name) for one in process.level.held_by),
    )


def _planned(plan: Roadmap, currency: str) -> PlannedFigures:
    funded = tuple(step for wave in plan.waves for step in wave.steps)
    return PlannedFigures(
        step_count=len(funded),
        effort_count=sum(step.effort_count for step in funded),
        person_day_count=_sum(step.person_day_count for step in funded),
        cost=_sum(step.cost for step in funded),
        currency=currency,
    )


def _sum(values: Iterable[float | None]) -> float | None:
    """The sum of what is known; None, and not nothing, where none of it is."""
    known = [one for one in values if one is not None]
    return sum(known) if known else None
