"""The cells of the heatmap, each with its letter, bin and state; chart, table and printed page draw the same ones."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

from assessment.domain.authored.framework import Framework
from assessment.domain.planning.results import Roadmap
from assessment.domain.rating.results import (
    AssessmentResult,
    AttributeGap,
    AttributeResult,
    Confidence,
    Outcome,
    ProcessResult,
)
from assessment.domain.rating.scale import TOLERANCE, letter_of_percent
from assessment.reporting.tokens import ABOVE_TARGET_SCALE, GAP_SCALE, GAP_STEPS, RATING_SCALE, ScaleStep
from assessment.reporting.wording import NO_DATA, NO_VALUE, level_text, signed_text

NOT_APPLICABLE_BIN = "not applicable"
NO_EVIDENCE_BIN = "no evidence"


class HeatmapView(StrEnum):
    """Which state the heatmap shows."""

    AS_IS = "as-is"
    TO_BE = "to-be"
    GAP = "gap"


class CellState(StrEnum):
    """Whether a cell holds a value, has nothing rated, or does not apply."""

    RATED = "rated"
    NO_EVIDENCE = "no evidence"
    NOT_APPLICABLE = "not applicable"


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatmapCell:
    """One process and attribute. `value` is a percentage, or percent points of gap; `label` is what the cell says."""

    process_id: str
    attribute_id: str
    value: float | None
    label: str
    bin_name: str
    state: CellState
    is_provisional: bool
    is_low_confidence: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatmapRow:
    """One process: its cells in the order of the attributes and its level, target or level gap as text."""

    process_id: str
    process_name: str
    group_id: str
    group_name: str
    level_label: str
    is_provisional: bool
    is_low_confidence: bool
    cells: tuple[HeatmapCell, ...]


def bins(view: HeatmapView) -> dict[str, ScaleStep]:
    """The bins of a view in order, light to dark, with their colours."""
    if view is not HeatmapView.GAP:
        return {letter.value: step for letter, step in RATING_SCALE.items()}
    above = {f"above by {words}": step for words, step in zip(ABOVE_WORDS, ABOVE_TARGET_SCALE, strict=True)}
    return {gap_bin_name(step): GAP_SCALE[step] for step in GAP_STEPS} | above


ABOVE_WORDS = ("up to 20", "up to 40", "more than 40")


def gap_bin_name(step: int) -> str:
    """The name of a gap bin: 'none', 'up to 20' and so on."""
    return "none" if step == 0 else f"up to {step}"


def gap_bin(points: float) -> str:
    """The bin of a gap in percent points; an edge belongs to the lower bin.

    >>> gap_bin(0.0), gap_bin(20.0), gap_bin(20.5), gap_bin(-30.0)
    ('none', 'up to 20', 'up to 40', 'above by up to 40')
    """
    if points < -TOLERANCE:
        return f"above by {ABOVE_WORDS[min(2, math.ceil(-points / 20 - TOLERANCE) - 1)]}"
    return gap_bin_name(min(100, 20 * math.ceil(points / 20 - TOLERANCE)))


def heatmap_rows(framework: Framework, result: AssessmentResult, view: HeatmapView) -> tuple[HeatmapRow, ...]:
    """The heatmap of a view: a row a process in the model's order, a cell an attribute in the method's order."""
    return tuple(_row(framework, process, view) for process in result.processes)


def projected_rows(
    framework: Framework, result: AssessmentResult, roadmap: Roadmap, wave_number: int
) -> tuple[HeatmapRow, ...]:
    """The as-is heatmap as it would be after a wave (0: today), with every step up to that wave done."""
    profiles: dict[str, dict[str, float | None]] = {}
    levels: dict[str, int | None] = {process.process_id: process.level.level for process in result.processes}
    for wave in roadmap.waves[:wave_number]:
        for step in wave.steps:
            profiles.setdefault(step.process_id, {}).update(step.profile_after)
        levels |= dict(wave.levels_after)
    rows = []
    for process in result.processes:
        row = _row(framework, process, HeatmapView.AS_IS)
        changed = profiles.get(process.process_id, {})
        cells = tuple(_projected(cell, changed.get(cell.attribute_id, cell.value)) for cell in row.cells)
        rows.append(_with(row, cells, level_text(levels.get(process.process_id))))
    return tuple(rows)


def _with(row: HeatmapRow, cells: tuple[HeatmapCell, ...], level_label: str) -> HeatmapRow:
    return HeatmapRow(
        process_id=row.process_id,
        process_name=row.process_name,
        group_id=row.group_id,
        group_name=row.group_name,
        level_label=level_label,
        is_provisional=row.is_provisional,
        is_low_confidence=row.is_low_confidence,
        cells=cells,
    )


def _projected(cell: HeatmapCell, percent: float | None) -> HeatmapCell:
    if cell.state is CellState.NOT_APPLICABLE or percent is None:
        return cell
    if cell.value is not None and abs(percent - cell.value) <= TOLERANCE:
        return cell
    letter = letter_of_percent(percent).value
    return HeatmapCell(
        process_id=cell.process_id,
        attribute_id=cell.attribute_id,
        value=percent,
        label=letter,
        bin_name=letter,
        state=CellState.RATED,
        is_provisional=False,
        is_low_confidence=cell.is_low_confidence,
    )


def _row(framework: Framework, process: ProcessResult, view: HeatmapView) -> HeatmapRow:
    group = framework.group_by_process[process.process_id]
    is_measured = view is not HeatmapView.TO_BE
    is_provisional = is_measured and process.sureness.is_provisional
    is_low = is_measured and process.sureness.confidence is Confidence.LOW
    return HeatmapRow(
        process_id=process.process_id,
        process_name=framework.process_by_id[process.process_id].name,
        group_id=group.id,
        group_name=group.name,
        level_label=_level_label(process, view),
        is_provisional=is_provisional,
        is_low_confidence=is_low,
        cells=_cells(process, view, is_provisional=is_provisional, is_low_confidence=is_low),
    )


def _level_label(process: ProcessResult, view: HeatmapView) -> str:
    if process.level.level is None:
        return NO_VALUE
    if view is HeatmapView.AS_IS:
        return level_text(process.level.level)
    if view is HeatmapView.TO_BE:
        return level_text(process.target.target_level)
    return signed_text(process.target.level_gap)


def _cells(
    process: ProcessResult, view: HeatmapView, *, is_provisional: bool, is_low_confidence: bool
) -> tuple[HeatmapCell, ...]:
    aims = {aim.attribute_id: aim for aim in process.target.cells}
    cells = []
    for entry in process.attributes:
        value, label, bin_name, state = _content(entry, aims.get(entry.attribute_id), view)
        cells.append(
            HeatmapCell(
                process_id=process.process_id,
                attribute_id=entry.attribute_id,
                value=value,
                label=label,
                bin_name=bin_name,
                state=state,
                is_provisional=is_provisional,
                is_low_confidence=is_low_confidence,
            )
        )
    return tuple(cells)


def _content(
    entry: AttributeResult, aim: AttributeGap | None, view: HeatmapView
) -> tuple[float | None, str, str, CellState]:
    missing = (None, NO_VALUE, NOT_APPLICABLE_BIN, CellState.NOT_APPLICABLE)
    unrated = (None, NO_DATA, NO_EVIDENCE_BIN, CellState.NO_EVIDENCE)
    if entry.outcome is Outcome.NOT_APPLICABLE or entry.percent is None:
        return missing
    if view is HeatmapView.TO_BE:
        if aim is None or aim.to_be_percent is None:
            return missing
        letter = (aim.to_be_letter or letter_of_percent(aim.to_be_percent)).value
        return aim.to_be_percent, letter, letter, CellState.RATED
    if entry.outcome is Outcome.UNRATED:
        return unrated
    if view is HeatmapView.GAP:
        if aim is None or aim.gap_percent is None:
            return missing
        return aim.gap_percent, signed_text(aim.gap_percent), gap_bin(aim.gap_percent), CellState.RATED
    letter = (entry.letter or letter_of_percent(entry.percent)).value
    return entry.percent, letter, letter, CellState.RATED
