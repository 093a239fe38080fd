"""The answer in six facts, and the one page that a board reads (METHOD.md sections 10 and 15).

`overview_view` needs no plan and is there at once; `headline_view` adds what to raise first and when, for which the
plan is made. A process with fewer than half of its questions answered never stands among the first on that page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assessment.domain.computed import Computed
from assessment.domain.planning.results import Step
from assessment.domain.rating.results import AssessmentResult, ProcessResult, Verification
from assessment.views.levels import common_level, levels_table
from assessment.views.model import Cell, Column, Fact, Kind, Mark, Row, Table, View
from assessment.views.names import named_apart, process_name, process_names
from assessment.views.priorities import TOP_COUNT, top_table, wanting
from assessment.views.report import basis_text
from assessment.views.spending import effort_of, spent_text
from assessment.views.warnings import warning_texts
from assessment.views.wave_table import LEFT_OUT, nothing_to_plan
from assessment.views.wording import headline as words
from assessment.views.wording import levels as level_words
from assessment.views.wording import plan as plan_words
from assessment.views.wording.groups import at_target
from assessment.views.wording.heatmap import at_target as at_target_finding
from assessment.views.wording.numbers import NO_VALUE, score_text
from assessment.views.wording.terms import CONFIDENCES

MOVING_LIMIT = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewView(View):
    """The six facts; `warnings` are the first of its notes, `remarks` the others, for a page that sets them apart."""

    warnings: tuple[str, ...]
    remarks: tuple[str, ...]


def overview_view(computed: Computed) -> OverviewView:
    """At target, processes at each level, mean, floor, how sure, verification: in this order, never the mean alone."""
    result = computed.result
    warnings = warning_texts(computed.framework, result.warnings)
    remarks = named_apart(computed.framework, result.whole)
    return OverviewView(
        id="overview",
        question=words.OVERVIEW_QUESTION,
        finding=at_target_finding(result.whole.at_target_count, result.whole.process_count),
        facts=_facts(computed),
        notes=(*warnings, *remarks),
        empty="" if result.processes else level_words.NONE_IN_SCOPE,
        warnings=warnings,
        remarks=remarks,
    )


def headline_view(computed: Computed) -> View:
    """The one page that a board reads: the answer, how many stand where, what to raise first, and when."""
    overview = overview_view(computed)
    entries = wanting(computed)
    left_off = {process.process_id for process in _provisional(computed.result)}
    first = [entry for entry in entries if entry.process_id not in left_off][:TOP_COUNT]
    missing = [process_name(computed.framework, entry.process_id) for entry in entries if entry.process_id in left_off]
    return View(
        id="headline",
        question=words.QUESTION,
        finding=_answer(computed, overview.finding),
        facts=overview.facts,
        tables=(
            levels_table(computed),
            replace(top_table(computed, first), id="first-five", title=words.FIRST_FIVE),
            _waves_table(computed),
        ),
        notes=(
            basis_text(computed.result.verification),
            *((words.left_off(missing),) if missing else ()),
            *overview.remarks,
        ),
        empty=overview.empty,
    )


def _answer(computed: Computed, finding: str) -> str:
    """How many are at target, and where the plan leads."""
    plan, process_count = computed.roadmap, computed.result.whole.process_count
    step_count = sum(len(wave.steps) for wave in plan.waves)
    if not process_count:
        return finding
    if not plan.steps:
        return f"{finding} {words.NO_STEP}"
    if not step_count:
        return f"{finding} {plan_words.none_funded(len(plan.steps))}"
    return f"{finding} {words.plan_brings(step_count, len(plan.waves), plan.waves[-1].at_target_count, process_count)}"


def _waves_table(computed: Computed) -> Table:
    """A row for each wave with a step, and one for what is not funded; the value of `takes` is points of effort."""
    plan = computed.roadmap
    rows = [
        _wave_row(
            computed,
            f"wave-{wave.number}",
            plan_words.wave_label(wave),
            wave.steps,
            spent_text(computed, wave.steps, wave.capacity_count),
            Cell(
                text=at_target(wave.at_target_count, computed.result.whole.process_count),
                value=wave.at_target_count,
            ),
        )
        for wave in plan.waves
        if wave.steps
    ]
    if plan.not_funded:
        takes = spent_text(computed, plan.not_funded)
        rows.append(_wave_row(computed, LEFT_OUT, plan_words.NOT_FUNDED, plan.not_funded, takes, Cell(text=NO_VALUE)))
    return Table(
        id="waves-brief",
        title=words.WAVES,
        columns=(
            Column(id="wave", name=words.WAVE_COLUMN, width=32),
            Column(id="takes", name=words.TAKES_COLUMN, width=54),
            Column(id="moves", name=words.MOVES_COLUMN),
            Column(id="at-target", name=words.AT_TARGET_COLUMN, kind=Kind.NUMBER, width=14),
        ),
        rows=tuple(rows) if plan.steps else (),
        empty=nothing_to_plan(computed),
    )


def _wave_row(
    computed: Computed, row_id: str, label: str, steps: Sequence[Step], takes: str, at_target_cell: Cell
) -> Row:
    moving = tuple(dict.fromkeys(step.process_id for step in steps))
    return Row(
        id=row_id,
        cells=(
            Cell(text=label, value=row_id, marks=frozenset({Mark.STRONG})),
            Cell(text=takes, value=effort_of(steps)),
            Cell(
                text=process_names(computed.framework, moving, MOVING_LIMIT),
                value=" ".join(moving) or None,
            ),
            at_target_cell,
        ),
    )


def _facts(computed: Computed) -> tuple[Fact, ...]:
    framework, result = computed.framework, computed.result
    whole = result.whole
    has_level = whole.process_count > 0
    common = common_level(whole.level_counts) if has_level else None
    return (
        Fact(
            id="at-target",
            label=words.AT_TARGET,
            text=at_target(whole.at_target_count, whole.process_count),
            value=whole.at_target_count,
            note=words.AT_TARGET_NOTE,
            meaning=words.AT_TARGET_MEANING,
        ),
        Fact(
            id="levels",
            label=words.LEVELS,
            text=NO_VALUE if common is None else words.at_level(common),
            value=common,
            note=words.none_has_a_level() if common is None else words.levels_text(whole.level_counts),
            meaning=words.LEVELS_MEANING,
        ),
        Fact(
            id="mean",
            label=words.MEAN,
            text=score_text(whole.mean_score),
            value=whole.mean_score,
            note=words.MEAN_NOTE,
            meaning=words.MEAN_MEANING,
        ),
        Fact(
            id="floor",
            label=words.FLOOR,
            text=NO_VALUE if whole.floor_level is None else words.at_level(whole.floor_level),
            value=whole.floor_level,
            note=process_names(framework, whole.floor_process_ids, 1),
            meaning=words.FLOOR_MEANING,
        ),
        _confidence_fact(result),
        _verification_fact(result.verification),
    )


def _confidence_fact(result: AssessmentResult) -> Fact:
    confidence = result.confidence
    return Fact(
        id="confidence",
        label=words.CONFIDENCE,
        text=NO_VALUE if confidence is None else CONFIDENCES[confidence],
        value=None if confidence is None else confidence.value,
        note=words.answered(result.coverage_share, len(_provisional(result))),
        meaning=words.CONFIDENCE_MEANING,
    )


def _verification_fact(verification: Verification) -> Fact:
    note = words.BY_THEMSELVES
    if verification.is_verified:
        note = words.BY_A_SECOND_PERSON
    elif verification.verified_count:
        note = words.partly_verified(verification.verified_count, verification.rated_count)
    return Fact(
        id="verification",
        label=words.VERIFICATION,
        text=words.VERIFIED if verification.is_verified else words.SELF_ASSESSED,
        value=verification.verified_count,
        note=note,
        meaning=words.VERIFICATION_MEANING,
    )


def _provisional(result: AssessmentResult) -> list[ProcessResult]:
    """The processes with a level that rests on fewer than half of their questions."""
    return [process for process in result.processes if process.is_assessed and process.basis.is_provisional]
