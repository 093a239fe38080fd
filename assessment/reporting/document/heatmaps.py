"""The three heatmaps as printed tables: a letter or number in every cell, colour and hatch beside it."""

from __future__ import annotations

from collections.abc import Sequence

from assessment.domain.rating.results import Confidence
from assessment.reporting.charts.cells import (
    CellState,
    HeatmapCell,
    HeatmapRow,
    HeatmapView,
    bins,
    heatmap_rows,
)
from assessment.reporting.charts.heatmap import heatmap_finding
from assessment.reporting.document.model import Cell, Chapter, Column, Heatmap, LegendEntry, Row, Table
from assessment.reporting.document.parts import Parts
from assessment.reporting.wording import counted, listed, number_text

STYLE_PREFIXES = {HeatmapView.AS_IS: "rating", HeatmapView.TO_BE: "rating", HeatmapView.GAP: "gap"}
TITLES = {
    HeatmapView.AS_IS: "Where every process stands",
    HeatmapView.TO_BE: "Where every process should stand",
    HeatmapView.GAP: "What lies between",
}
MEASURES = {
    HeatmapView.AS_IS: "Rating of each attribute as it is, from N (not done) to F (fully).",
    HeatmapView.TO_BE: "Rating of each attribute as it should be, from N to F.",
    HeatmapView.GAP: "To-be minus as-is in percent points of full achievement; in the first column, in levels.",
}


def build_heatmaps(parts: Parts) -> tuple[Heatmap, ...]:
    """As-is, to-be and gap, one page each."""
    return tuple(_heatmap(parts, view) for view in HeatmapView)


def bin_styles(view: HeatmapView) -> dict[str, str]:
    """The style of each bin: `rating-0` to `rating-5`, `gap-0` to `gap-5`, `above-0` to `above-2`."""
    styles: dict[str, str] = {}
    above = 0
    for number, name in enumerate(bins(view)):
        if name.startswith("above"):
            styles[name] = f"above-{above}"
            above += 1
        else:
            styles[name] = f"{STYLE_PREFIXES[view]}-{number}"
    return styles


def _heatmap(parts: Parts, view: HeatmapView) -> Heatmap:
    rows = heatmap_rows(parts.framework, parts.result, view)
    styles = bin_styles(view)
    columns = (
        Column(name="Process", width=22.5),
        Column(name="Level", style="mark", width=6),
        *(
            Column(name=attribute.name, style="mark", width=67.5 / len(parts.framework.attributes))
            for attribute in parts.framework.attributes
        ),
    )
    table = Table(
        name=f"heatmap-{view.value}",
        caption=MEASURES[view],
        columns=columns,
        rows=_rows(rows, styles),
        empty="No process is in scope yet.",
        style="heatmap",
        legend=_legend(rows, styles),
    )
    chapter = Chapter(
        anchor=f"heatmap-{view.value}",
        title=TITLES[view],
        lead=(f"{heatmap_finding(parts.framework, parts.result, view)}.",),
    )
    return Heatmap(chapter=chapter, table=table, remarks=_remarks(parts, view))


def _rows(rows: Sequence[HeatmapRow], styles: dict[str, str]) -> tuple[Row, ...]:
    printed: list[Row] = []
    group = None
    for row in rows:
        if row.group_id != group:
            group = row.group_id
            printed.append(Row(heading=row.group_name))
        cells = (Cell(text=row.process_name), Cell(text=row.level_label, style="level"))
        printed.append(Row(cells=cells + tuple(_cell(cell, styles) for cell in row.cells)))
    return tuple(printed)


def _cell(cell: HeatmapCell, styles: dict[str, str]) -> Cell:
    if cell.state is not CellState.RATED:
        return Cell(text=cell.label, style="blank", spoken=cell.state.value)
    marks = [styles[cell.bin_name]]
    if cell.is_low_confidence:
        marks.append("hatched")
    if cell.is_provisional:
        marks.append("dashed")
    return Cell(text=cell.label, style=" ".join(marks))


def _legend(rows: Sequence[HeatmapRow], styles: dict[str, str]) -> tuple[LegendEntry, ...]:
    used = {cell.bin_name for row in rows for cell in row.cells}
    names = [name for name in styles if name in used or not name.startswith("above")]
    entries = [LegendEntry(style=styles[name], text=name) for name in names]
    cells = [cell for row in rows for cell in row.cells]
    for occurs, style, text in (
        (any(cell.is_low_confidence for cell in cells), "rating-1 hatched", "low confidence"),
        (any(cell.is_provisional for cell in cells), "rating-0 dashed", "provisional: fewer than half answered"),
        (any(cell.state is CellState.NO_EVIDENCE for cell in cells), "blank dot", "nothing rated"),
        (any(cell.state is CellState.NOT_APPLICABLE for cell in cells), "blank dash", "not applicable"),
    ):
        if occurs:
            entries.append(LegendEntry(style=style, text=text))
    return tuple(entries)


def _remarks(parts: Parts, view: HeatmapView) -> tuple[str, ...]:
    if view is HeatmapView.TO_BE:
        return _target_remarks(parts)
    if view is HeatmapView.GAP:
        return _gap_remarks(parts)
    return _held_remarks(parts) + _sureness_remarks(parts)


def _held_remarks(parts: Parts) -> tuple[str, ...]:
    held: dict[str, int] = {}
    for process in parts.result.processes:
        for attribute_id in process.level.held_by:
            held[attribute_id] = held.get(attribute_id, 0) + 1
    if not held:
        return ()
    most = max(held.values())
    names = [parts.attribute_name(attribute_id).lower() for attribute_id, count in held.items() if count == most]
    return (
        f"Most often the next level is held by {listed(names)}: in {counted(most, 'process', 'processes')}. "
        "A level counts only when what lies below it is firmly in place.",
    )


def _sureness_remarks(parts: Parts) -> tuple[str, ...]:
    """The hatched and dashed rows by name, for those who cannot see them."""
    said = []
    for words, ids in (
        ("Low confidence", [p.process_id for p in parts.result.processes if p.sureness.confidence is Confidence.LOW]),
        ("Provisional", [p.process_id for p in parts.result.processes if p.sureness.is_provisional]),
    ):
        if ids:
            said.append(f"{words}: {listed(parts.process_names(tuple(ids)))}.")
    return tuple(said)


def _target_remarks(parts: Parts) -> tuple[str, ...]:
    targets = [process.target for process in parts.result.processes if process.is_in_model]
    if not targets:
        return ()
    default = sum(target.is_default for target in targets)
    by_hand = sum(cell.is_set_by_hand for target in targets for cell in target.cells)
    remarks = [
        f"{counted(default, 'target')} of {len(targets)} {'is' if default == 1 else 'are'} the default level "
        f"{parts.assessment.header.default_target_level}; the others were set for the process."
    ]
    if by_hand:
        remarks.append(f"{counted(by_hand, 'cell')} of the profile {'was' if by_hand == 1 else 'were'} set by hand.")
    return tuple(remarks)


def _gap_remarks(parts: Parts) -> tuple[str, ...]:
    below = [process for process in parts.result.processes if (process.target.level_gap or 0) > 0]
    if not below:
        return ("No process is below its target.",)
    total = sum(process.target.level_gap or 0 for process in below)
    widest = max(below, key=lambda process: process.target.score_gap or 0)
    return (
        f"{counted(len(below), 'process is', 'processes are')} below target, {counted(total, 'level')} in all.",
        f"The widest distance is in {parts.process_name(widest.process_id)}: "
        f"{number_text(widest.target.score_gap)} from its target of {widest.target.target_level}.",
    )
