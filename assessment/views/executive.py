"""The executive page: the answer, one chart, what to raise first, what it takes, what to decide, how sure it is.

| table | rows | value of its cells |
|---|---|---|
| chart | processes with a level, the largest gap first | scores now and after the last wave, target level |
| first-five | the first by rank | process id, target level |
| executive-waves | see `executive_waves` | points, person-days, cost, processes at target |

A process with fewer than half of its questions answered stands in the chart and never among the first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assessment.domain.computed import Computed
from assessment.domain.rating.results import (
    AgreementState,
    Confidence,
    PriorityResult,
    ProcessResult,
)
from assessment.domain.rating.warnings import WarningKind
from assessment.views.decisions import decisions
from assessment.views.executive_waves import executive_waves_table
from assessment.views.levels import LEVEL_TICKS, LEVELS, PLACES_A_LEVEL, by_distance
from assessment.views.model import Cell, Column, Kind, Mark, Row, Table, Track, View
from assessment.views.names import attribute_name, named_apart, process_name
from assessment.views.priorities import TOP_COUNT, wanting
from assessment.views.report import basis_text
from assessment.views.spending import cost_of, days_of, effort_of
from assessment.views.sureness import sureness
from assessment.views.wording import executive as words
from assessment.views.wording import plan as plan_words
from assessment.views.wording.levels import NONE_IN_SCOPE, PROVISIONAL_NOTE
from assessment.views.wording.numbers import NO_VALUE, level_text, score_text
from assessment.views.wording.priorities import NOTHING_ASSESSED, RANK_COLUMN
from assessment.views.wording.steps import cost_text

FACT_COUNT = 2
CHART_LIMIT = 17
"""So many rows have room beside everything else; the largest gaps are shown and the others counted."""
SEEN_APART_PERCENT = 20.0
"""From so many points on it is said that leadership and teams see something differently: a step of the scale."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """What a sign of the chart means."""

    track: Track
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExecutiveView(View):
    """The page; the notes are the decisions and then how sure it is, for printers that do not set them apart."""

    axis: tuple[str, ...]
    keys: tuple[Key, ...]
    decisions_title: str
    decisions: tuple[str, ...]
    sureness_title: str
    sureness: tuple[str, ...]
    foot: str


def executive_view(computed: Computed) -> ExecutiveView:
    """Everything that a board needs, on one page."""
    with_level = by_distance(computed.result)
    asked, sure = decisions(computed), sureness(computed)
    return ExecutiveView(
        id="executive",
        question=words.QUESTION,
        finding=answer(computed),
        tables=(_chart(computed, with_level), _first_five(computed), executive_waves_table(computed)),
        notes=(*asked, *sure),
        empty=_empty(computed),
        axis=tuple(level_text(level) for level in LEVELS),
        keys=_keys(with_level[:CHART_LIMIT]),
        decisions_title=words.DECISIONS_TITLE,
        decisions=asked,
        sureness_title=words.SURENESS_TITLE,
        sureness=sure,
        foot=words.where_the_rest_is(basis_text(computed.result.verification)),
    )


def answer(computed: Computed) -> str:
    """How many processes are where they should be, what the plan takes, and where it leads."""
    plan, whole = computed.roadmap, computed.result.whole
    if not whole.process_count:
        return _empty(computed)
    now = words.standing(whole.at_target_count, whole.process_count)
    funded = [step for wave in plan.waves for step in wave.steps]
    if not plan.steps:
        return f"{now} {words.NO_STEP}"
    if not funded:
        return f"{now} {plan_words.none_funded(len(plan.steps))}"
    month_count = max(wave.last_month for wave in plan.waves if wave.steps)
    there = plan.waves[-1].at_target_count
    takes = _takes(computed)
    if there > whole.at_target_count:
        return f"{now} {words.brings(takes, month_count, there, whole.process_count)}"
    return f"{now} {words.raises(takes, month_count, len({step.process_id for step in funded}))}"


def _takes(computed: Computed) -> str:
    """What the whole plan takes: money where it has a cost, else person-days, else points."""
    plan = computed.roadmap
    funded = [step for wave in plan.waves for step in wave.steps]
    cost, days = cost_of(plan, funded), days_of(plan, funded)
    if cost is not None:
        return cost_text(cost, computed.assessment.roadmap.currency) or NO_VALUE
    return words.points_taken(effort_of(funded)) if days is None else words.days_taken(days)


def _empty(computed: Computed) -> str:
    if computed.result.whole.process_count:
        return ""
    return NOTHING_ASSESSED if computed.result.processes else NONE_IN_SCOPE


def _chart(computed: Computed, processes: Sequence[ProcessResult]) -> Table:
    """A row a process while there is room; its notes count the others and name those without a level."""
    left_out = len(processes) - CHART_LIMIT
    return Table(
        id="chart",
        title=words.CHART_TITLE,
        measure=words.CHART_MEASURE,
        columns=(
            Column(id="process", name=words.PROCESS_COLUMN, width=25),
            Column(id="track", name=words.TRACK_COLUMN, kind=Kind.TRACK, width=35),
            Column(id="now", name=words.NOW_COLUMN, kind=Kind.NUMBER),
            Column(id="after", name=words.AFTER_COLUMN, kind=Kind.NUMBER),
            Column(id="target", name=words.TARGET_COLUMN, kind=Kind.NUMBER),
        ),
        rows=tuple(_chart_row(computed, process) for process in processes[:CHART_LIMIT]),
        empty=_empty(computed),
        notes=(
            *((words.more_rows(left_out),) if left_out > 0 else ()),
            *named_apart(computed.framework, computed.result.whole),
        ),
    )


def _chart_row(computed: Computed, process: ProcessResult) -> Row:
    target, is_provisional = process.target.target_level, process.basis.is_provisional
    now, after = process.level.score or 0.0, _score_after(computed, process)
    track = Track(
        ticks=LEVEL_TICKS,
        line=(PLACES_A_LEVEL * min(now, target), PLACES_A_LEVEL * max(now, target)),
        dot=PLACES_A_LEVEL * now,
        ring=None if after is None else PLACES_A_LEVEL * after,
        diamond=PLACES_A_LEVEL * target,
        is_dashed=is_provisional,
    )
    return Row(
        id=process.process_id,
        cells=(
            Cell(
                text=process_name(computed.framework, process.process_id),
                value=process.process_id,
                note=PROVISIONAL_NOTE if is_provisional else "",
            ),
            Cell(track=track, spoken=words.spoken_row(now, now if after is None else after, target)),
            Cell(text=score_text(now), value=process.level.score),
            Cell(text=NO_VALUE if after is None else score_text(after), value=after),
            Cell(text=str(target), value=target),
        ),
    )


def _score_after(computed: Computed, process: ProcessResult) -> float | None:
    """The score after the last wave; None where the plan moves it in none."""
    plan = computed.roadmap
    is_moving = any(step.process_id == process.process_id for wave in plan.waves for step in wave.steps)
    return plan.waves[-1].scores_after.get(process.process_id) if is_moving else None


def _keys(processes: Sequence[ProcessResult]) -> tuple[Key, ...]:
    shown = (
        Key(track=Track(dot=50.0), text=words.NOW_KEY),
        Key(track=Track(ring=50.0), text=words.AFTER_KEY),
        Key(track=Track(diamond=50.0), text=words.TARGET_KEY),
    )
    if not any(process.basis.is_provisional for process in processes):
        return shown
    return (*shown, Key(track=Track(dot=50.0, is_dashed=True), text=words.PROVISIONAL_KEY))


def _first_five(computed: Computed) -> Table:
    firm = [entry for entry in wanting(computed) if not _is_provisional(computed, entry)]
    return Table(
        id="first-five",
        title=words.FIRST_TITLE,
        columns=(
            Column(id="rank", name=RANK_COLUMN, kind=Kind.NUMBER),
            Column(id="process", name=words.PROCESS_COLUMN),
            Column(id="level", name=words.MOVE_COLUMN),
            Column(id="business", name=words.BUSINESS_COLUMN),
            Column(id="facts", name=words.FACTS_COLUMN),
        ),
        rows=tuple(_first_row(computed, entry) for entry in firm[:TOP_COUNT]),
        empty=words.NO_STEP,
    )


def _is_provisional(computed: Computed, entry: PriorityResult) -> bool:
    return computed.result.process(entry.process_id).basis.is_provisional


def _first_row(computed: Computed, entry: PriorityResult) -> Row:
    process = computed.result.process(entry.process_id)
    target = process.target.target_level
    return Row(
        id=entry.process_id,
        cells=(
            Cell(text=str(entry.rank), value=entry.rank),
            Cell(
                text=process_name(computed.framework, entry.process_id),
                value=entry.process_id,
                marks=frozenset({Mark.STRONG}),
            ),
            Cell(text=words.level_move(process.level.level, target), value=target),
            Cell(text=computed.framework.process_by_id[entry.process_id].why),
            Cell(text=" ".join(_facts(computed, process, entry))),
        ),
    )


def _facts(computed: Computed, process: ProcessResult, entry: PriorityResult) -> tuple[str, ...]:
    """What stands out about a process, the weightiest first: two at most, no digit of pain or leverage."""
    widest = max(process.perception_gaps, key=lambda gap: abs(gap.gap_percent), default=None)
    is_owned = any(owner.process_id == process.process_id and owner.name for owner in computed.assessment.owners)
    found = (
        "" if is_owned else words.NO_OWNER,
        words.ON_PAPER_ONLY if any(one.kind is WarningKind.ON_PAPER_ONLY for one in process.warnings) else "",
        ""
        if widest is None or abs(widest.gap_percent) < SEEN_APART_PERCENT
        else words.seen_apart(attribute_name(computed.framework, widest.attribute_id), widest.gap_percent),
        words.TALK_FIRST if process.basis.agreement is AgreementState.TALK_FIRST else "",
        words.LOW_CONFIDENCE if process.basis.confidence is Confidence.LOW else "",
        words.needs_first([process_name(computed.framework, one) for one in entry.blocked_by])
        if entry.blocked_by
        else "",
    )
    return tuple(fact for fact in found if fact)[:FACT_COUNT]
