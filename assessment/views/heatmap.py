"""Every process in scope by every attribute: as it is, as it should be, the gap between, and after a wave.

| column | value | range |
|---|---|---|
| level | level, target level, or target minus level | 0 to 5, or -5 to 5 |
| an attribute | percent, or percent points of to-be minus as-is | 0 to 100, or -100 to 100 |

The style of a cell is its bin: an edge belongs to the lower one (METHOD.md section 1).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum

from assessment.domain.authored.framework import Framework
from assessment.domain.computed import Computed
from assessment.domain.rating.results import (
    AssessmentResult,
    AttributeGap,
    AttributeResult,
    Confidence,
    Outcome,
    ProcessResult,
    ProcessStatus,
)
from assessment.domain.rating.scale import LETTERS, TOLERANCE, code_of_percent
from assessment.views.heatmap_scale import BLANK, gap_name, gap_style, heatmap_legend
from assessment.views.levels import status_note, target_cell
from assessment.views.model import Cell, Column, Kind, Mark, Row, Table, View
from assessment.views.names import attribute_name, counted_apart, process_name
from assessment.views.wording import heatmap as words
from assessment.views.wording import levels as level_words
from assessment.views.wording.numbers import NO_DATA, NO_VALUE, level_text, percent_text, signed_text
from assessment.views.wording.plan import wave_label

LEVEL = "level"
PROCESS = "process"


class HeatmapState(StrEnum):
    """Which state the heatmap shows."""

    AS_IS = "as-is"
    TO_BE = "to-be"
    GAP = "gap"


def heatmap_view(computed: Computed, state: HeatmapState) -> View:
    """The heatmap of a state with its finding, its legend, and what must be said beside it."""
    framework, result = computed.framework, computed.result
    rows = tuple(_row(framework, process, state) for process in result.processes)
    return View(
        id=f"heatmap-{state.value}",
        question=words.QUESTIONS[state.value],
        finding=_finding(framework, result, state),
        tables=(_table(framework, rows, state.value),),
        notes=_notes(computed, state),
        empty="" if rows else level_words.NONE_IN_SCOPE,
    )


def projected_view(computed: Computed, wave_number: int) -> View:
    """The as-is heatmap as it would be once a wave is over (0: today), every step up to it done."""
    framework, result, plan = computed.framework, computed.result, computed.roadmap
    profiles: dict[str, dict[str, float | None]] = {}
    levels = {process.process_id: process.level.level for process in result.processes}
    for wave in plan.waves[:wave_number]:
        for step in wave.steps:
            profiles.setdefault(step.process_id, {}).update(step.profile_after)
        levels |= dict(wave.levels_after)
    rows = tuple(
        _projected_row(framework, process, profiles.get(process.process_id, {}), levels[process.process_id])
        for process in result.processes
    )
    whole = result.whole
    finding = words.at_target_today(whole.at_target_count, whole.process_count)
    if 0 < wave_number <= len(plan.waves):
        wave = plan.waves[wave_number - 1]
        finding = words.at_target_after(wave.at_target_count, whole.process_count, wave_label(wave))
    return View(
        id="heatmap-projected",
        question=words.QUESTIONS["projected"],
        finding=finding,
        tables=(_table(framework, rows, "projected"),),
        empty="" if rows else level_words.NONE_IN_SCOPE,
    )


def _table(framework: Framework, rows: tuple[Row, ...], state: str) -> Table:
    return Table(
        id="heatmap",
        title=words.QUESTIONS[state],
        measure=words.MEASURES[state],
        columns=(
            Column(id=PROCESS, name=words.PROCESS_COLUMN, width=22.5),
            Column(id=LEVEL, name=words.LEVEL_COLUMN, kind=Kind.MARK, width=5),
            *(
                Column(
                    id=attribute.id,
                    name=attribute.name,
                    kind=Kind.MARK,
                    width=68.5 / len(framework.attributes),
                    meaning=attribute.meaning,
                )
                for attribute in framework.attributes
            ),
        ),
        rows=rows,
        empty=level_words.NONE_IN_SCOPE,
        legend=heatmap_legend([cell for row in rows for cell in row.cells[2:]], is_gap=state == HeatmapState.GAP),
    )


def _row(framework: Framework, process: ProcessResult, state: HeatmapState) -> Row:
    """A process that is not applicable is out of the model with everything that is known of it."""
    if process.status is ProcessStatus.NOT_APPLICABLE:
        return _with_names(
            framework, process, Cell(text=NO_VALUE), [_not_applicable_cell() for _ in process.attributes]
        )
    targets = {cell.attribute_id: cell for cell in process.target.cells}
    marks = process_marks(process)
    cells = [
        _cell(framework, attribute, targets[attribute.attribute_id], state, marks) for attribute in process.attributes
    ]
    return _with_names(framework, process, _level_cell(process, state), cells)


def _projected_row(
    framework: Framework, process: ProcessResult, profile: Mapping[str, float | None], level: int | None
) -> Row:
    if process.status is ProcessStatus.NOT_APPLICABLE:
        return _row(framework, process, HeatmapState.AS_IS)
    marks = process_marks(process) - {Mark.DASHED}
    cells = []
    for attribute in process.attributes:
        percent = profile.get(attribute.attribute_id)
        if percent is None or (attribute.percent is not None and abs(percent - attribute.percent) <= TOLERANCE):
            cells.append(_as_is_cell(framework, attribute, process_marks(process)))
        else:
            cells.append(_rating_cell(framework, attribute.attribute_id, percent, marks))
    return _with_names(framework, process, Cell(text=level_text(level), value=level), cells)


def _with_names(framework: Framework, process: ProcessResult, level: Cell, cells: Sequence[Cell]) -> Row:
    name = Cell(text=process_name(framework, process.process_id), value=process.process_id, note=status_note(process))
    return Row(
        id=process.process_id,
        cells=(name, level, *cells),
        group=framework.group_by_process[process.process_id].name,
    )


def process_marks(process: ProcessResult) -> frozenset[Mark]:
    """The marks of a process: hatched at low confidence, dashed where it is provisional."""
    found = set()
    if process.basis.confidence is Confidence.LOW:
        found.add(Mark.HATCHED)
    if process.basis.is_provisional:
        found.add(Mark.DASHED)
    return frozenset(found)


def _level_cell(process: ProcessResult, state: HeatmapState) -> Cell:
    if state is HeatmapState.AS_IS:
        return Cell(text=level_text(process.level.level), value=process.level.level)
    if state is HeatmapState.TO_BE:
        return target_cell(process)
    return Cell(text=signed_text(process.target.level_gap), value=process.target.level_gap)


def _cell(
    framework: Framework,
    attribute: AttributeResult,
    target: AttributeGap,
    state: HeatmapState,
    marks: frozenset[Mark],
) -> Cell:
    if attribute.percent is None:
        return _not_applicable_cell()
    if state is HeatmapState.AS_IS:
        return _as_is_cell(framework, attribute, marks)
    if state is HeatmapState.TO_BE:
        return _to_be_cell(framework, attribute, target)
    return _nothing_rated_cell() if attribute.outcome is Outcome.UNRATED else _gap_cell(framework, target, marks)


def _not_applicable_cell() -> Cell:
    return Cell(text=NO_VALUE, style=BLANK, spoken=words.NOT_APPLICABLE)


def _nothing_rated_cell() -> Cell:
    return Cell(text=NO_DATA, style=BLANK, spoken=words.NOTHING_RATED)


def _as_is_cell(framework: Framework, attribute: AttributeResult, marks: frozenset[Mark]) -> Cell:
    if attribute.percent is None:
        return _not_applicable_cell()
    if attribute.outcome is Outcome.UNRATED:
        return _nothing_rated_cell()
    return _rating_cell(framework, attribute.attribute_id, attribute.percent, marks)


def _to_be_cell(framework: Framework, attribute: AttributeResult, target: AttributeGap) -> Cell:
    """Where nothing is rated and nothing is asked for, nothing is known of the to-be either."""
    percent = target.to_be_percent or 0.0
    if attribute.outcome is Outcome.UNRATED and percent <= TOLERANCE and not target.is_set_by_hand:
        return _nothing_rated_cell()
    return _rating_cell(framework, attribute.attribute_id, percent, frozenset())


def _gap_cell(framework: Framework, target: AttributeGap, marks: frozenset[Mark]) -> Cell:
    gap = target.gap_percent or 0.0
    name = attribute_name(framework, target.attribute_id)
    return Cell(
        text=signed_text(gap),
        value=gap,
        style=gap_style(gap),
        marks=marks,
        spoken=words.spoken_cell(name, gap_name(gap), signed_text(gap)),
    )


def _rating_cell(framework: Framework, attribute_id: str, percent: float, marks: frozenset[Mark]) -> Cell:
    code = code_of_percent(percent)
    letter = LETTERS[code].value
    spoken = words.spoken_cell(attribute_name(framework, attribute_id), letter, percent_text(percent))
    return Cell(text=letter, value=percent, style=f"rating-{code}", marks=marks, spoken=spoken)


def _finding(framework: Framework, result: AssessmentResult, state: HeatmapState) -> str:
    whole = result.whole
    if not result.processes:
        return level_words.NONE_IN_SCOPE
    if not whole.process_count:
        return level_words.NO_LEVEL
    if state is HeatmapState.AS_IS:
        return words.at_target(whole.at_target_count, whole.process_count)
    if state is HeatmapState.TO_BE:
        levels = [process.target.target_level for process in result.processes if process.is_assessed]
        common = max(sorted(set(levels)), key=levels.count, default=0)
        return words.common_target(levels.count(common), len(levels), common)
    gaps: dict[str, list[float]] = {}
    for process in result.processes:
        if not process.is_assessed:
            continue
        rated = {attribute.attribute_id for attribute in process.attributes if attribute.outcome is Outcome.RATED}
        for cell in process.target.cells:
            if cell.attribute_id in rated and cell.gap_percent is not None:
                gaps.setdefault(cell.attribute_id, []).append(max(0.0, cell.gap_percent))
    means = {attribute_id: sum(own) / len(own) for attribute_id, own in gaps.items()}
    widest = max(means, key=lambda attribute_id: means[attribute_id], default=None)
    if widest is None or means[widest] <= 0:
        return words.no_gap_left()
    return words.widest_gap(attribute_name(framework, widest), means[widest])


def _notes(computed: Computed, state: HeatmapState) -> tuple[str, ...]:
    if state is HeatmapState.TO_BE:
        return _target_notes(computed)
    if state is HeatmapState.GAP:
        return _gap_notes(computed)
    return _as_is_notes(computed)


def _as_is_notes(computed: Computed) -> tuple[str, ...]:
    framework, processes = computed.framework, computed.result.processes
    held = [attribute_id for process in processes for attribute_id in process.level.held_by]
    notes = []
    if held:
        most = max(held.count(attribute_id) for attribute_id in held)
        names = [
            attribute_name(framework, attribute.id).lower()
            for attribute in framework.attributes
            if held.count(attribute.id) == most
        ]
        notes.append(words.often_held(names, most))
    for sentence, chosen in (
        (words.low_confidence, [own for own in processes if own.is_assessed and Mark.HATCHED in process_marks(own)]),
        (level_words.provisional, [own for own in processes if own.is_assessed and Mark.DASHED in process_marks(own)]),
    ):
        if chosen:
            notes.append(sentence([process_name(framework, own.process_id) for own in chosen]))
    return (*notes, *counted_apart(computed.result.whole))


def _target_notes(computed: Computed) -> tuple[str, ...]:
    targets = [process.target for process in computed.result.processes if process.is_assessed]
    if not targets:
        return ()
    default = sum(target.is_default for target in targets)
    by_hand = sum(cell.is_set_by_hand for target in targets for cell in target.cells)
    notes = [words.default_targets(default, len(targets), computed.assessment.header.default_target_level)]
    if by_hand:
        notes.append(words.cells_by_hand(by_hand))
    return tuple(notes)


def _gap_notes(computed: Computed) -> tuple[str, ...]:
    below = [process for process in computed.result.processes if (process.target.level_gap or 0) > 0]
    if not below and not computed.result.whole.process_count:
        return ()
    if not below:
        return (level_words.none_below(),)
    widest = max(below, key=lambda process: process.target.shown_gap or 0.0)
    return (
        words.below_in_all(len(below), sum(process.target.level_gap or 0 for process in below)),
        words.furthest(
            process_name(computed.framework, widest.process_id),
            widest.target.shown_gap or 0.0,
            widest.target.target_level,
        ),
    )
