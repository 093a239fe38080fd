"""The matrix of hand-offs: a row a supplier, a column a receiver; a broken hand-off has an edge and a sign."""

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
    palette,
    row_axis,
    scale_steps,
)
from assessment.charts.tokens import ScaleStep
from assessment.views.hand_offs import HandOffsView
from assessment.views.model import Cell, Column, Mark, Row, Table

BLANK = "blank"
SIGN_OFFSET = 11
LABEL_ANGLE = -40


def hand_offs(view: HandOffsView, theme: Theme = Theme.LIGHT) -> AnyChart:
    """The matrix of a view; where no process hands over to another, nothing is drawn."""
    matrix = view.matrix
    colours = palette(theme)
    names, steps = _scale(matrix), scale_steps(theme)
    used = {style: steps[style] for style in names}
    ink = _ink(used, colours.quiet_ink)
    base = drawn_on("hand-offs").encode(**_place(matrix), tooltip=_tooltip(matrix))
    rated = base.transform_filter("datum.is_rated").mark_rect(cornerRadius=2, stroke=colours.line, strokeWidth=0.6)
    cells = rated.encode(
        fill=alt.Fill(
            "style:N",
            scale=colour_scale({style: step.fill for style, step in used.items()}),
            legend=bin_legend(labels=names),
        )
    )
    empty = base.transform_filter("!datum.is_rated").mark_rect(
        cornerRadius=2, fill=colours.ground, stroke=colours.line, strokeWidth=0.8
    )
    broken = base.transform_filter("datum.is_broken")
    edges = broken.mark_rect(cornerRadius=2, fillOpacity=0, stroke=colours.ink, strokeWidth=2)
    letters = base.mark_text(fontWeight=BOLD).encode(text="text:N", color=ink)
    signs = broken.mark_text(fontWeight=BOLD, dx=SIGN_OFFSET).encode(text="sign:N", color=ink)
    layers = alt.layer(cells, empty, edges, letters, signs).resolve_scale(color="independent", fill="independent")
    return finished(
        layers,
        rows={"hand-offs": _data(matrix)},
        title=view.finding,
        subtitle=matrix.measure,
        theme=theme,
        height=alt.Step(ROW_HEIGHT),
    )


def _place(matrix: Table) -> dict[str, Any]:
    receivers = [column.name for column in matrix.columns[1:]]
    return {
        "x": alt.X(
            "to:N",
            sort=None,
            scale=alt.Scale(domain=receivers, paddingInner=0.06),
            axis=alt.Axis(
                title=None, orient="top", labelAngle=LABEL_ANGLE, labelAlign="left", labelPadding=4, labelLimit=0
            ),
        ),
        "y": row_axis("from", [row.cells[0].text for row in matrix.rows]),
    }


def _scale(matrix: Table) -> Mapping[str, str]:
    """The steps of the matrix's scale with what they mean; its signs explain themselves beside the chart."""
    return {entry.style: entry.text for entry in matrix.legend if not entry.sign}


def _ink(steps: Mapping[str, ScaleStep], blank: str) -> Any:
    inks = {**{style: step.ink for style, step in steps.items()}, BLANK: blank}
    return alt.Color("style:N", scale=alt.Scale(domain=list(inks), range=list(inks.values())), legend=None)


def _data(matrix: Table) -> list[dict[str, Any]]:
    """One entry for each pair of processes that hands over; pairs that do not are left blank."""
    sign = next((entry.sign for entry in matrix.legend if Mark.STRONG in entry.marks), "")
    return [
        _datum(row, column, cell, sign)
        for row in matrix.rows
        for column, cell in zip(matrix.columns[1:], row.cells[1:], strict=True)
        if cell.text
    ]


def _datum(row: Row, column: Column, cell: Cell, sign: str) -> dict[str, Any]:
    is_broken = Mark.STRONG in cell.marks
    return {
        "from": row.cells[0].text,
        "from_id": row.id,
        "to": column.name,
        "to_id": column.id,
        "text": cell.text,
        "value": cell.value,
        "style": cell.style,
        "spoken": cell.spoken,
        "sign": sign if is_broken else "",
        "is_rated": cell.style != BLANK,
        "is_broken": is_broken,
    }


def _tooltip(matrix: Table) -> list[alt.Tooltip]:
    return [alt.Tooltip("spoken:N", title=matrix.title)]
