"""Which process comes first and why: priority with its parts, and what stands behind each place.

| column | value | range |
|---|---|---|
| rank | place in the order, 1 first | 1 up |
| level | effective target level, the text says from where | 0 to 5 |
| priority | need times impact | 0 to 100 |
| need | unmet part of the target | 0 to 1 |
| pain, importance | as used; signs say which were assumed or proposed | 0 to 5, None: no process has one |
| leverage | others' unmet need downstream | 0 to 1 |

Rows are the processes with a need, by rank; those without one and those nobody rated are named in the notes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assessment.domain.computed import Computed
from assessment.domain.planning.priority import Weights
from assessment.domain.rating.results import PriorityResult
from assessment.domain.rating.scale import HIGHEST_CODE, TOLERANCE
from assessment.views.model import Cell, Column, Kind, LegendEntry, Mark, Row, Table, Track, View
from assessment.views.names import named_apart, process_name
from assessment.views.opinions_agreement import opinion_sentences
from assessment.views.warnings import warning_texts
from assessment.views.wording import priorities as words
from assessment.views.wording.numbers import decimal_text, number_text, share_text
from assessment.views.wording.steps import move_text

FIRST_COUNT = 3
TOP_COUNT = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class PrioritiesView(View):
    """The order. Its notes are `warnings`, `remarks`, which a page sets apart, and how far people agree on it."""

    warnings: tuple[str, ...]
    remarks: tuple[str, ...]


def priorities_view(computed: Computed) -> PrioritiesView:
    """The order, the reason for each place, and what the first processes mean to the business."""
    entries = wanting(computed)
    warnings = warning_texts(computed.framework, computed.result.warnings)
    remarks = _remarks(computed, entries)
    first = [process_name(computed.framework, entry.process_id) for entry in entries[:FIRST_COUNT]]
    return PrioritiesView(
        id="priorities",
        question=words.QUESTION,
        finding=words.come_first(first) if first else words.none_below(),
        tables=(_order(computed, entries),),
        notes=(*warnings, *remarks, *(opinion_sentences(computed) if entries else ())),
        empty="" if entries else _empty(computed),
        warnings=warnings,
        remarks=remarks,
    )


def wanting(computed: Computed) -> tuple[PriorityResult, ...]:
    """The priorities of the processes with a need, by rank."""
    found = [entry for entry in computed.result.priorities if entry.need_share > 0]
    return tuple(sorted(found, key=lambda entry: entry.rank))


def reason_text(computed: Computed, entry: PriorityResult) -> str:
    """Why a process has its place: what it means to the business, what its place rests on, and what blocks it."""
    sentences = [computed.framework.process_by_id[entry.process_id].why, _what_counts_most(computed, entry)]
    if entry.blocked_by:
        names = [process_name(computed.framework, supplier) for supplier in entry.blocked_by]
        target_level = computed.result.process(entry.process_id).target.target_level
        sentences.append(words.needs_suppliers(names, target_level - 1))
    return " ".join(sentences)


def _what_counts_most(computed: Computed, entry: PriorityResult) -> str:
    """The criterion that adds most to the impact, or those that add most alike."""
    weights = Weights.of(computed.assessment.roadmap)
    own = [one for one in computed.assessment.opinions if one.process_id == entry.process_id]
    floor = computed.assessment.header.anonymity_floor
    pain_count, importance_count = (
        count if (count := sum(code is not None for code in codes)) >= floor else None
        for codes in ([one.pain for one in own], [one.importance for one in own])
    )
    added: dict[str, tuple[float, float]] = {}
    if entry.pain is not None:
        part = words.pain_part(pain_count, is_assumed=entry.pain_is_assumed, is_proposed=entry.pain_is_proposed)
        added[part] = (weights.pain, entry.pain / HIGHEST_CODE)
    if entry.importance is not None:
        part = words.importance_part(
            importance_count, is_assumed=entry.importance_is_assumed, is_proposed=entry.importance_is_proposed
        )
        added[part] = (weights.importance, entry.importance / HIGHEST_CODE)
    added[words.leverage_part()] = (weights.leverage, entry.leverage_share)
    if not sum(weight for weight, _ in added.values()):
        return words.need_alone()
    most = max(weight * share for weight, share in added.values())
    if most <= 0:
        return words.nothing_counts()
    return words.counts_most([part for part, (weight, share) in added.items() if weight * share >= most - TOLERANCE])


def _order(computed: Computed, entries: Sequence[PriorityResult]) -> Table:
    number = Kind.NUMBER
    highest = max((entry.priority for entry in entries), default=0.0)
    return Table(
        id="priorities",
        title=words.ORDER_TITLE,
        measure=words.MEASURE,
        columns=(
            Column(id="rank", name=words.RANK_COLUMN, kind=number, width=6),
            Column(id="process", name=words.PROCESS_COLUMN, width=30),
            Column(id="level", name=words.LEVEL_COLUMN, width=9),
            Column(id="bar", name=words.BAR_COLUMN, kind=Kind.TRACK, width=12),
            Column(id="priority", name=words.PRIORITY_COLUMN, kind=number, width=8, meaning=words.PRIORITY_MEANING),
            Column(id="need", name=words.NEED_COLUMN, kind=number, width=8, meaning=words.NEED_MEANING),
            Column(id="pain", name=words.PAIN_COLUMN, kind=number, width=7, meaning=words.PAIN_MEANING),
            Column(
                id="importance", name=words.IMPORTANCE_COLUMN, kind=number, width=11, meaning=words.IMPORTANCE_MEANING
            ),
            Column(id="leverage", name=words.LEVERAGE_COLUMN, kind=number, width=9, meaning=words.LEVERAGE_MEANING),
            Column(id="why", name=words.REASON_COLUMN),
        ),
        rows=tuple(_row(computed, entry, highest) for entry in entries),
        empty=_empty(computed),
        legend=stake_legend(entries),
    )


def _row(computed: Computed, entry: PriorityResult, highest: float) -> Row:
    marks = frozenset({Mark.DASHED}) if entry.is_provisional else frozenset()
    bar = Track(fill=100 * entry.priority / highest if highest > 0 else 0.0, is_dashed=entry.is_provisional)
    return Row(
        id=entry.process_id,
        cells=(
            Cell(text=str(entry.rank), value=entry.rank),
            Cell(
                text=process_name(computed.framework, entry.process_id),
                value=entry.process_id,
                note=words.PROVISIONAL if entry.is_provisional else "",
            ),
            _move_cell(computed, entry),
            Cell(value=entry.priority, track=bar, spoken=words.bar(entry.priority)),
            Cell(text=decimal_text(entry.priority), value=entry.priority, marks=marks | {Mark.STRONG}),
            Cell(text=share_text(entry.need_share), value=entry.need_share),
            pain_cell(entry),
            importance_cell(entry),
            Cell(text=decimal_text(entry.leverage_share, 2), value=entry.leverage_share),
            Cell(text=reason_text(computed, entry)),
        ),
    )


def _move_cell(computed: Computed, entry: PriorityResult) -> Cell:
    """From the level it stands at to its effective target."""
    process = computed.result.process(entry.process_id)
    target_level = process.target.target_level
    return Cell(text=move_text(process.level.level or 0, target_level), value=target_level)


def pain_cell(entry: PriorityResult) -> Cell:
    """How much a process hurts, with the sign of what that rests on."""
    return _stake_cell(entry.pain, entry.pain_is_assumed, words.SCENARIO_SIGN if entry.pain_is_proposed else "")


def importance_cell(entry: PriorityResult) -> Cell:
    """How much a process matters, with the sign of what that rests on."""
    return _stake_cell(
        entry.importance, entry.importance_is_assumed, words.PROPOSED_SIGN if entry.importance_is_proposed else ""
    )


def _stake_cell(value: int | None, is_assumed: bool, proposed_sign: str) -> Cell:
    sign = words.ASSUMED_SIGN if is_assumed else proposed_sign
    return Cell(text=f"{number_text(value)}{sign}", value=value)


def stake_legend(entries: Sequence[PriorityResult]) -> tuple[LegendEntry, ...]:
    """What the signs and the dashes mean, of those that occur."""
    found = (
        (any(entry.importance_is_proposed for entry in entries), words.PROPOSED_SIGN, words.LEGEND_PROPOSED),
        (any(entry.pain_is_proposed for entry in entries), words.SCENARIO_SIGN, words.LEGEND_SCENARIO),
        (
            any(entry.pain_is_assumed or entry.importance_is_assumed for entry in entries),
            words.ASSUMED_SIGN,
            words.LEGEND_ASSUMED,
        ),
    )
    signs = tuple(LegendEntry(style="", sign=sign, text=text) for occurs, sign, text in found if occurs)
    if not any(entry.is_provisional for entry in entries):
        return signs
    return (*signs, LegendEntry(style="", marks=frozenset({Mark.DASHED}), text=words.LEGEND_PROVISIONAL))


def _empty(computed: Computed) -> str:
    return words.EMPTY if computed.result.whole.process_count else words.NOTHING_ASSESSED


def _remarks(computed: Computed, entries: Sequence[PriorityResult]) -> tuple[str, ...]:
    framework, result, settings = computed.framework, computed.result, computed.assessment.roadmap
    remarks = [words.meanings()] if entries else []
    if entries:
        remarks.append(words.weights(settings.pain_weight, settings.importance_weight, settings.leverage_weight))
        remarks += [words.no_pain()] if all(entry.pain is None for entry in result.priorities) else []
        remarks += [words.no_importance()] if all(entry.importance is None for entry in result.priorities) else []
    content = [process_name(framework, entry.process_id) for entry in result.priorities if entry.need_share <= 0]
    if content:
        remarks.append(words.without_priority(content))
    return (*remarks, *named_apart(framework, result.whole))
