"""Saved plans: where each step goes from one plan to another, and how many processes are at target wave by wave."""

from __future__ import annotations

import json
from typing import Any

import altair as alt

from assessment.charts.theme import BOLD, ROW_HEIGHT, AnyChart, Theme, drawn_on, finished, palette, row_axis
from assessment.views.model import Table, View
from assessment.views.plans.comparing import PlansView

REACHED_HEIGHT = 220
LABEL_LIMIT = 330


def moves(view: PlansView, theme: Theme = Theme.LIGHT) -> AnyChart:
    """A row a step that moves: a ring where the first plan has it, a filled diamond where the second does."""
    table = view.table("steps")
    colours = palette(theme)
    data = [_move(table, row.id) for row in table.rows]
    axis = alt.Axis(title=None, orient="top", labelAngle=0, grid=True, gridColor=colours.line)
    scale = alt.Scale(type="point", domain=list(view.places), padding=0.5)
    names = row_axis("step", [row["step"] for row in data])
    base = drawn_on("rows").encode(y=names.axis(title=None, grid=False, labelPadding=8, labelLimit=LABEL_LIMIT))
    # a name that somebody wrote as the title of a tooltip is an expression that need not parse
    tooltip = [alt.Tooltip("step:N", title=table.columns[0].name), alt.Tooltip("spoken:N", title=" ")]
    lines = base.mark_rule(strokeWidth=2, color=colours.edge).encode(
        x=alt.X("first:N", scale=scale, axis=axis), x2="second:N"
    )
    ends = (
        base.transform_fold(["first", "second"], as_=["which", "place"])
        .mark_point(size=110, strokeWidth=2, opacity=1, color=colours.accent)
        .encode(
            x=alt.X("place:N", scale=scale, axis=axis),
            shape=alt.Shape(
                "which:N",
                scale=alt.Scale(domain=["first", "second"], range=["circle", "diamond"]),
                legend=alt.Legend(
                    title=None,
                    orient="bottom",
                    direction="horizontal",
                    labelExpr=f"datum.value == 'first' ? {_quoted(view.first)} : {_quoted(view.second)}",
                    labelLimit=300,
                ),
            ),
            fill=alt.condition("datum.which == 'second'", alt.value(colours.accent), alt.value(colours.ground)),
            tooltip=tooltip,
        )
    )
    return finished(
        alt.layer(lines, ends),
        rows={"rows": data},
        title=view.finding,
        subtitle=table.measure,
        theme=theme,
        height=alt.Step(ROW_HEIGHT),
    )


def reached(view: View, theme: Theme = Theme.LIGHT) -> AnyChart:
    """Two lines of processes at target, now and after each wave; the first is dashed."""
    table = view.table("reached")
    colours = palette(theme)
    first, second = table.columns[1:]
    waves = [cell.text for cell in table.column("wave")]
    data = [
        {
            "wave": row.cells[0].text,
            "which": column.id,
            "count": row.cells[table.place(column.id)].value,
            "spoken": row.cells[table.place(column.id)].spoken,
        }
        for column in (first, second)
        for row in table.rows
        if row.cells[table.place(column.id)].value is not None
    ]
    top = max([1, *(int(row["count"] or 0) for row in data)])
    base = drawn_on("rows").encode(
        x=alt.X("wave:N", sort=waves, axis=alt.Axis(title=None, labelAngle=0), scale=alt.Scale(domain=waves)),
        y=alt.Y("count:Q", scale=alt.Scale(domain=[0, top + 1]), axis=alt.Axis(title=None, format="d", tickMinStep=1)),
        detail="which:N",
    )
    lines = base.mark_line(strokeWidth=2, color=colours.accent).encode(
        strokeDash=alt.StrokeDash(
            "which:N",
            scale=alt.Scale(domain=[first.id, second.id], range=[[5, 4], [1, 0]]),
            legend=alt.Legend(
                title=None,
                orient="bottom",
                direction="horizontal",
                symbolType="stroke",
                symbolStrokeColor=colours.accent,
                symbolSize=600,
                labelExpr=f"datum.value == {_quoted(first.id)} ? {_quoted(first.name)} : {_quoted(second.name)}",
                labelLimit=300,
            ),
        )
    )
    dots = base.mark_point(filled=True, size=60, color=colours.accent, opacity=1).encode(
        tooltip=[
            alt.Tooltip("wave:N", title=table.columns[0].name),
            alt.Tooltip("spoken:N", title=" "),
        ]
    )
    numbers = base.mark_text(dy=-12, color=colours.ink, fontWeight=BOLD).encode(text="count:N")
    return finished(
        alt.layer(lines, dots, numbers),
        rows={"rows": data},
        title=table.title,
        subtitle=table.measure,
        theme=theme,
        height=REACHED_HEIGHT,
    )


def _move(table: Table, row_id: str) -> dict[str, Any]:
    texts = {column.id: table.cell(row_id, column.id).text for column in table.columns}
    return {**texts, "spoken": table.cell(row_id, "move").spoken}


def _quoted(text: str) -> str:
    """A text in an expression, whatever signs it has."""
    return json.dumps(text)
