"""The heatmap: coloured cells with letters, dashes and hatches; a column without a scale, such as level, as text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt

from assessment.charts.theme import (
    BOLD,
    ROW_HEIGHT,
    AnyChart,
    Theme,
    bin_legend,
    colour_scale,
    drawn_on,
    finished,
    name_axis,
    palette,
    row_axis,
    scale_steps,
    upright_axis,
)
from assessment.charts.tokens import ScaleStep
from assessment.charts.wrapping import wrapped
from assessment.views.model import Cell, Column, LegendEntry, Mark, Row, Table, View

CELL_SELECTION = "cell"
HATCH = "M-29,9L-20,-9M-24,9L-15,-9M15,9L24,-9M20,9L29,-9"
"""Strokes on both sides of a letter, as an SVG path: the hatch of low confidence."""
BLANK = "blank"
COLUMN_WIDTH = 11


def heatmap(
    view: View, theme: Theme = Theme.LIGHT, *, is_selectable: bool = False, is_upright: bool = False
) -> AnyChart:
    """The heatmap of a view; every column after the first becomes a column of cells.

    With `is_selectable` a click on a cell selects it: the event `CELL_SELECTION` carries its `row_id` and `column_id`.
    `is_upright`: the names of the columns stand upright, for there are many.
    """
    table = view.tables[0]
    columns = {
        column.id: column.name if is_upright else wrapped(column.name, COLUMN_WIDTH) for column in table.columns[1:]
    }
    order, headings = _row_order(table)
    colours = palette(theme)
    steps = _used_steps(table, theme)
    place: dict[str, Any] = {
        "x": alt.X(
            "column:N",
            sort=None,
            scale=alt.Scale(domain=list(columns.values()), paddingInner=0.06),
            axis=upright_axis() if is_upright else name_axis(tuple(columns.values())),
        ),
        "y": row_axis("row", order, headings=headings),
    }
    base = drawn_on("cells").encode(**place, tooltip=_tooltip(table))
    filled = base.transform_filter("datum.is_filled")
    cells = filled.mark_rect(cornerRadius=2, stroke=colours.line, strokeWidth=0.6).encode(fill=_fill(table, steps))
    dashes = filled.transform_filter("datum.is_dashed").mark_rect(
        cornerRadius=2, fillOpacity=0, stroke=colours.ink, strokeWidth=1.4, strokeDash=[4, 3]
    )
    empty = base.transform_filter(f"datum.style == '{BLANK}'").mark_rect(
        cornerRadius=2, fill=colours.ground, stroke=colours.line, strokeWidth=0.8
    )
    hatches = (
        filled.transform_filter("datum.is_hatched")
        .mark_point(shape=HATCH, size=1, strokeWidth=1, opacity=0.6, filled=False)
        .encode(stroke=_ink(steps, colours.ink, colours.quiet_ink))
    )
    texts = base.mark_text(fontWeight=BOLD).encode(text="text:N", color=_ink(steps, colours.ink, colours.quiet_ink))
    if is_selectable:
        cells = cells.add_params(alt.selection_point(name=CELL_SELECTION, fields=["row_id", "column_id"], empty=False))
    layers = alt.layer(cells, dashes, empty, hatches, texts).resolve_scale(
        color="independent", fill="independent", stroke="independent"
    )
    data = [
        _datum(row, column, cell, columns)
        for row in table.rows
        for column, cell in zip(table.columns[1:], row.cells[1:], strict=True)
    ]
    return finished(
        layers,
        rows={"cells": data},
        title=view.finding,
        subtitle=table.measure,
        theme=theme,
        height=alt.Step(ROW_HEIGHT),
    )


def _row_order(table: Table) -> tuple[list[str], list[str]]:
    """Names from top to bottom, each group's first row under its name; and the names of the groups."""
    order: list[str] = []
    headings: list[str] = []
    for row in table.rows:
        heading = f"{row.group}\u00a0"  # told from a row of the same name
        if row.group and heading not in headings:
            headings.append(heading)
            order.append(heading)
        order.append(row.cells[0].text)
    return order, headings


def _used_steps(table: Table, theme: Theme) -> Mapping[str, ScaleStep]:
    """The steps of the table's own legend, in its order, so that a chart explains what paper explains."""
    steps = scale_steps(theme)
    return {entry.style: steps[entry.style] for entry in _scale_of(table)}


def _scale_of(table: Table) -> tuple[LegendEntry, ...]:
    return tuple(entry for entry in table.legend if not entry.marks and not entry.sign)


def _fill(table: Table, steps: Mapping[str, ScaleStep]) -> alt.Fill:
    names = {entry.style: entry.text for entry in _scale_of(table)}
    legend = bin_legend(labels=names)
    return alt.Fill("style:N", scale=colour_scale({style: step.fill for style, step in steps.items()}), legend=legend)


def _ink(steps: Mapping[str, ScaleStep], plain: str, blank: str) -> Any:
    inks = {**{style: step.ink for style, step in steps.items()}, BLANK: blank, "": plain}
    return alt.Color("style:N", scale=alt.Scale(domain=list(inks), range=list(inks.values())), legend=None)


def _datum(row: Row, column: Column, cell: Cell, columns: Mapping[str, str]) -> dict[str, Any]:
    return {
        "row": row.cells[0].text,
        "row_id": row.id,
        "column": columns[column.id],
        "column_id": column.id,
        "column_name": column.name,
        "text": cell.text,
        "value": cell.value,
        "spoken": cell.spoken or cell.text,
        "style": cell.style,
        "is_filled": bool(cell.style) and cell.style != BLANK,
        "is_dashed": Mark.DASHED in cell.marks,
        "is_hatched": Mark.HATCHED in cell.marks,
    }


def _tooltip(table: Table) -> list[alt.Tooltip]:
    return [
        alt.Tooltip("row:N", title=table.columns[0].name),
        alt.Tooltip("column_name:N", title=" "),
        alt.Tooltip("spoken:N", title=" "),
    ]
