"""How a heatmap is drawn: coloured cells with letters, dashes, hatches and a column of levels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import altair as alt

from assessment.domain.authored.framework import Framework
from assessment.reporting.charts.cells import (
    CellState,
    HeatmapRow,
    HeatmapView,
    bins,
)
from assessment.reporting.charts.theme import (
    BOLD,
    ROW_HEIGHT,
    AnyChart,
    Rows,
    Theme,
    bin_legend,
    colour_scale,
    drawn_on,
    finished,
    name_axis,
    palette,
    row_axis,
    wrapped,
)
from assessment.reporting.tokens import ScaleStep
from assessment.reporting.wording import number_text

LEVEL_COLUMN = "Level"
CELL_SELECTION = "cell"
HATCH = "M-29,9L-20,-9M-24,9L-15,-9M15,9L24,-9M20,9L29,-9"
"""Strokes on both sides of a letter, as an SVG path: the hatch of low confidence."""


def drawn_heatmap(
    framework: Framework,
    rows: Sequence[HeatmapRow],
    view: HeatmapView,
    theme: Theme,
    title: str,
    subtitle: str,
    is_selectable: bool,
) -> AnyChart:
    """Rows of cells as a chart; with `is_selectable` a click selects a cell by its ids."""
    columns = {attribute.id: wrapped(attribute.name, 11) for attribute in framework.attributes}
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
    legend = bin_legend("Gap in points" if view is HeatmapView.GAP else "Rating")
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
