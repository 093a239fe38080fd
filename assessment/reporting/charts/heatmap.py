"""The heatmap: every process in scope by every attribute, as it is, as it should be, and the gap between."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import altair as alt

from assessment.domain.framework import Framework
from assessment.domain.results import AssessmentResult, Roadmap
from assessment.reporting.charts.cells import (
    CellState,
    HeatmapRow,
    HeatmapView,
    bins,
    heatmap_rows,
    projected_rows,
)
from assessment.reporting.charts.theme import (
    BOLD,
    ROW_HEIGHT,
    AnyChart,
    ChartTable,
    Rows,
    Theme,
    colour_scale,
    drawn_on,
    finished,
    name_axis,
    palette,
    row_axis,
    wrapped,
)
from assessment.reporting.tokens import ScaleStep
from assessment.reporting.wording import counted, number_text

LEVEL_COLUMN = "Level"
CELL_SELECTION = "cell"
HATCH = "M-29,9L-20,-9M-24,9L-15,-9M15,9L24,-9M20,9L29,-9"
"""Strokes on both sides of a letter, as an SVG path: the hatch of low confidence."""
SUBTITLES = {
    HeatmapView.AS_IS: "Rating of each attribute as it is, N (not done) to F (fully). Level: capability level, 0 to 5.",
    HeatmapView.TO_BE: "Rating of each attribute as it should be, N to F. Level: target level.",
    HeatmapView.GAP: "To-be minus as-is in percent points. Level: target level minus level.",
}


def heatmap(
    framework: Framework,
    result: AssessmentResult,
    view: HeatmapView,
    theme: Theme = Theme.LIGHT,
    *,
    is_selectable: bool = False,
) -> AnyChart:
    """The heatmap of a view.

    With `is_selectable` a click on a cell selects it: the event `CELL_SELECTION` carries its `process_id` and
    `attribute_id`.
    """
    rows = heatmap_rows(framework, result, view)
    return _drawn(
        framework, rows, view, theme, heatmap_finding(framework, result, view), SUBTITLES[view], is_selectable
    )


def heatmap_table(framework: Framework, result: AssessmentResult, view: HeatmapView) -> ChartTable:
    """The numbers of the heatmap: group, process, level, and what each cell says with its percentage."""
    return _table(framework, heatmap_rows(framework, result, view), heatmap_finding(framework, result, view))


def heatmap_finding(framework: Framework, result: AssessmentResult, view: HeatmapView) -> str:
    """What the heatmap shows, in one sentence."""
    whole = result.whole
    if not result.processes:
        return "No process is in scope"
    if view is HeatmapView.AS_IS:
        return f"{whole.at_target_count} of {counted(whole.process_count, 'process', 'processes')} are at their target"
    if view is HeatmapView.TO_BE:
        levels = [process.target.target_level for process in result.processes if process.is_in_model]
        if not levels:
            return "No process has a target"
        common = max(sorted(set(levels)), key=levels.count)
        count = levels.count(common)
        verb = "is" if count == 1 else "are"
        return f"{count} of {counted(len(levels), 'process', 'processes')} {verb} to reach level {common}"
    return _largest_gap(framework, result)


def projected_heatmap(
    framework: Framework, result: AssessmentResult, roadmap: Roadmap, wave_number: int, theme: Theme = Theme.LIGHT
) -> AnyChart:
    """The heatmap as it would be after a wave; wave 0 is today."""
    rows = projected_rows(framework, result, roadmap, wave_number)
    finding = projected_finding(result, roadmap, wave_number)
    subtitle = "Ratings if every step up to this wave is done, N (not done) to F (fully)."
    return _drawn(framework, rows, HeatmapView.AS_IS, theme, finding, subtitle, False)


def projected_heatmap_table(
    framework: Framework, result: AssessmentResult, roadmap: Roadmap, wave_number: int
) -> ChartTable:
    """The numbers of the projected heatmap."""
    rows = projected_rows(framework, result, roadmap, wave_number)
    return _table(framework, rows, projected_finding(result, roadmap, wave_number))


def projected_finding(result: AssessmentResult, roadmap: Roadmap, wave_number: int) -> str:
    """How many processes are at target after the wave, in one sentence."""
    targets = {process.process_id: process.target.target_level for process in result.processes if process.is_in_model}
    levels: dict[str, int | None] = {process.process_id: process.level.level for process in result.processes}
    for wave in roadmap.waves[:wave_number]:
        levels |= dict(wave.levels_after)
    count = sum((levels.get(process_id) or 0) >= target for process_id, target in targets.items())
    when = roadmap.waves[wave_number - 1].label if 0 < wave_number <= len(roadmap.waves) else "today"
    moment = when if when == "today" else f"after {when}"
    return f"{count} of {counted(len(targets), 'process', 'processes')} at target {moment}"


def _largest_gap(framework: Framework, result: AssessmentResult) -> str:
    sums: dict[str, list[float]] = {}
    for process in result.processes:
        for cell in process.target.cells:
            if cell.gap_percent is not None:
                sums.setdefault(cell.attribute_id, []).append(max(0.0, cell.gap_percent))
    means = {attribute_id: sum(gaps) / len(gaps) for attribute_id, gaps in sums.items()}
    if not means or max(means.values()) <= 0:
        return "No gap is left"
    widest = max(means, key=lambda attribute_id: means[attribute_id])
    name = framework.attribute_by_id[widest].name
    return f"The widest gap is in {name.lower()}: {number_text(means[widest], 0)} points on average"


def _table(framework: Framework, rows: Sequence[HeatmapRow], caption: str) -> ChartTable:
    names = [attribute.name for attribute in framework.attributes]
    return ChartTable(
        caption=caption,
        columns=("Group", "Process", LEVEL_COLUMN, *names),
        rows=tuple(
            (
                row.group_name,
                row.process_name,
                row.level_label,
                *(
                    cell.label if cell.value is None else f"{cell.label} ({number_text(cell.value, 0)})"
                    for cell in row.cells
                ),
            )
            for row in rows
        ),
    )


def _drawn(
    framework: Framework,
    rows: Sequence[HeatmapRow],
    view: HeatmapView,
    theme: Theme,
    title: str,
    subtitle: str,
    is_selectable: bool,
) -> AnyChart:
    columns = {attribute.id: wrapped(attribute.name, 12) for attribute in framework.attributes}
    order, headings = _row_order(rows)
    axis = name_axis(tuple(columns.values()))
    scale = alt.Scale(domain=[LEVEL_COLUMN, *columns.values()], paddingInner=0.06)
    place: dict[str, Any] = {
        "x": alt.X("attribute:N", sort=None, scale=scale, axis=axis),
        "y": row_axis("process", order, headings=headings),
    }
    data = [_datum(framework, row, number, columns) for row in rows for number in range(len(row.cells))]
    levels = [{"process": row.process_name, "attribute": LEVEL_COLUMN, "level": row.level_label} for row in rows]
    colours = palette(theme)
    steps = _used_bins(rows, view)
    inks = {name: step.ink for name, step in steps.items()}
    base = drawn_on("cells").encode(**place, tooltip=_tooltip())
    filled = base.transform_filter("datum.state == 'rated'")
    cells = filled.mark_rect(cornerRadius=2, stroke=colours.line, strokeWidth=0.6).encode(fill=_fill(steps, view))
    dashes = filled.transform_filter("datum.is_provisional").mark_rect(
        cornerRadius=2, fillOpacity=0, stroke=colours.ink, strokeWidth=1.4, strokeDash=[4, 3]
    )
    empty = base.transform_filter("datum.state != 'rated'").mark_rect(
        cornerRadius=2, fill=colours.ground, stroke=colours.line, strokeWidth=0.8
    )
    hatches = (
        filled.transform_filter("datum.is_low_confidence")
        .mark_point(shape=HATCH, size=1, strokeWidth=1, opacity=0.6, filled=False)
        .encode(stroke=_ink(inks, colours.ink))
    )
    letters = base.mark_text(fontWeight=BOLD).encode(text="label:N", color=_ink(inks, colours.quiet_ink))
    level_text = drawn_on("levels").mark_text(fontWeight=BOLD, color=colours.ink).encode(**place, text="level:N")
    if is_selectable:
        cells = cells.add_params(
            alt.selection_point(name=CELL_SELECTION, fields=["process_id", "attribute_id"], empty=False)
        )
    layers = alt.layer(cells, dashes, empty, hatches, letters, level_text).resolve_scale(
        color="independent", fill="independent", stroke="independent"
    )
    rows_by_name: dict[str, Rows] = {"cells": data, "levels": levels}
    return finished(
        layers,
        rows=rows_by_name,
        title=title,
        subtitle=f"{subtitle}{marks_explained(rows)}",
        theme=theme,
        height=alt.Step(ROW_HEIGHT),
    )


def marks_explained(rows: Sequence[HeatmapRow]) -> str:
    """What the marks beside the letters mean, for those that occur; empty if none does."""
    states = {cell.state for row in rows for cell in row.cells}
    said = [
        sentence
        for occurs, sentence in (
            (any(row.is_low_confidence for row in rows), "Hatched: low confidence."),
            (any(row.is_provisional for row in rows), "Dashed: provisional, fewer than half answered."),
            (CellState.NO_EVIDENCE in states, "Dot: nothing rated."),
            (CellState.NOT_APPLICABLE in states, "Dash: not applicable."),
        )
        if occurs
    ]
    return "".join(f" {sentence}" for sentence in said)


def _used_bins(rows: Sequence[HeatmapRow], view: HeatmapView) -> dict[str, ScaleStep]:
    used = {cell.bin_name for row in rows for cell in row.cells}
    return {name: step for name, step in bins(view).items() if name in used or not name.startswith("above")}


def _fill(steps: Mapping[str, ScaleStep], view: HeatmapView) -> alt.Fill:
    legend = alt.Legend(
        title="Gap in points" if view is HeatmapView.GAP else "Rating",
        orient="bottom",
        direction="horizontal",
        columns=6,
        symbolType="square",
        symbolStrokeWidth=0,
        symbolSize=160,
    )
    return alt.Fill("bin:N", scale=colour_scale({name: step.fill for name, step in steps.items()}), legend=legend)


def _row_order(rows: Sequence[HeatmapRow]) -> tuple[list[str], list[str]]:
    order: list[str] = []
    headings: list[str] = []
    for row in rows:
        heading = f"{row.group_name}\u00a0"  # told from a process of the same name
        if heading not in headings:
            headings.append(heading)
            order.append(heading)
        order.append(row.process_name)
    return order, headings


def _datum(framework: Framework, row: HeatmapRow, number: int, columns: dict[str, str]) -> dict[str, Any]:
    cell = row.cells[number]
    meaning = {
        CellState.NO_EVIDENCE: "nothing rated yet",
        CellState.NOT_APPLICABLE: "not applicable",
        CellState.RATED: cell.bin_name,
    }[cell.state]
    return {
        "process": row.process_name,
        "process_id": cell.process_id,
        "attribute": columns[cell.attribute_id],
        "attribute_id": cell.attribute_id,
        "attribute_name": framework.attribute_by_id[cell.attribute_id].name,
        "value": None if cell.value is None else round(cell.value, 1),
        "shown": meaning if cell.value is None else f"{cell.label} ({number_text(cell.value, 0)})",
        "label": cell.label,
        "bin": cell.bin_name,
        "state": cell.state.value,
        "is_provisional": cell.is_provisional,
        "is_low_confidence": cell.is_low_confidence,
        "level": row.level_label,
        "note": "provisional: fewer than half answered"
        if cell.is_provisional
        else "low confidence"
        if cell.is_low_confidence
        else "",
    }


def _ink(inks: dict[str, str], otherwise: str) -> Any:
    others = ["no evidence", "not applicable"]
    return alt.Color(
        "bin:N",
        scale=alt.Scale(domain=[*inks, *others], range=[*inks.values(), *[otherwise] * len(others)]),
        legend=None,
    )


def _tooltip() -> list[alt.Tooltip]:
    return [
        alt.Tooltip("process:N", title="Process"),
        alt.Tooltip("attribute_name:N", title="Attribute"),
        alt.Tooltip("shown:N", title="Value"),
        alt.Tooltip("level:N", title="Level"),
        alt.Tooltip("note:N", title="Note"),
    ]
