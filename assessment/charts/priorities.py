"""Which process comes first and how firm that order is, drawn from their views."""

from __future__ import annotations

from typing import Any

import altair as alt

from assessment.charts.theme import BOLD, ROW_HEIGHT, AnyChart, Theme, drawn_on, finished, palette, row_axis
from assessment.views.model import Mark, Table, View

_ROOM_FOR_NUMBERS = 1.12


def priorities(view: View, theme: Theme = Theme.LIGHT) -> AnyChart:
    """Bars of priority, 0 to 100, by rank; a dashed, pale bar is provisional."""
    table = view.table("priorities")
    colours = palette(theme)
    data = [
        {
            **_shown(table, row.id),
            "process_id": row.id,
            "value": table.cell(row.id, "priority").value,
            "is_dashed": Mark.DASHED in table.cell(row.id, "priority").marks,
        }
        for row in table.rows
    ]
    top = max([1.0, *(float(row["value"]) for row in data)])
    scale = alt.Scale(domain=[0, top * _ROOM_FOR_NUMBERS], nice=False)
    base = drawn_on("rows").encode(
        y=row_axis("process", [str(row["process"]) for row in data]), x=alt.X("value:Q", scale=scale, axis=None)
    )
    tooltip = _tooltip(table, ("process", "priority", "need", "pain", "importance", "leverage"))
    bars = base.mark_bar(color=colours.accent, height={"band": 0.62}, cornerRadiusEnd=2).encode(
        fillOpacity=alt.condition("datum.is_dashed", alt.value(0.25), alt.value(1)), tooltip=tooltip
    )
    dashes = base.transform_filter("datum.is_dashed").mark_bar(
        fillOpacity=0, stroke=colours.ink, strokeWidth=1.2, strokeDash=[4, 3], height={"band": 0.62}, cornerRadiusEnd=2
    )
    numbers = base.mark_text(align="left", dx=6, color=colours.ink, fontWeight=BOLD).encode(text="priority:N")
    return finished(
        alt.layer(bars, dashes, numbers),
        rows={"rows": data},
        title=view.finding,
        subtitle=table.measure,
        theme=theme,
        height=alt.Step(ROW_HEIGHT),
    )


def ranks(view: View, theme: Theme = Theme.LIGHT) -> AnyChart:
    """How firm each place is: median rank (dot), the interval of most draws (line), the share among the first three."""
    table = view.table("firmness")
    colours = palette(theme)
    data = [
        {
            **_shown(table, row.id),
            "process_id": row.id,
            "median_rank": table.cell(row.id, "median-rank").value,
            "low_rank": table.cell(row.id, "low-rank").value,
            "high_rank": table.cell(row.id, "high-rank").value,
        }
        for row in table.rows
    ]
    last = max([1.0, *(float(row["high_rank"]) for row in data)])
    scale = alt.Scale(domain=[0.5, last + 0.5], nice=False)
    name = table.columns[table.place("rank")].name
    axis = alt.Axis(
        title=name, values=[1, 3, *range(5, int(last) + 1, 5)], format="d", orient="top", titleAnchor="start"
    )
    base = drawn_on("rows").encode(
        y=row_axis("process", [str(row["process"]) for row in data]),
        tooltip=_tooltip(table, ("process", "median-rank", "low-rank", "high-rank", "top-three")),
    )
    lines = base.mark_rule(strokeWidth=2, color=colours.edge).encode(
        x=alt.X("low_rank:Q", scale=scale, axis=axis), x2="high_rank:Q"
    )
    dots = base.mark_point(filled=True, size=90, color=colours.accent, opacity=1).encode(
        x=alt.X("median_rank:Q", scale=scale, axis=axis)
    )
    shares = base.mark_text(align="left", dx=9, color=colours.ink).encode(
        x=alt.X("high_rank:Q", scale=scale, axis=axis), text="top-three:N"
    )
    return finished(
        alt.layer(lines, dots, shares),
        rows={"rows": data},
        title=view.finding,
        subtitle=table.measure,
        theme=theme,
        height=alt.Step(ROW_HEIGHT),
    )


def _shown(table: Table, row_id: str) -> dict[str, Any]:
    """The text of each cell of a row by its column."""
    return {column.id: table.cell(row_id, column.id).text for column in table.columns}


def _tooltip(table: Table, column_ids: tuple[str, ...]) -> list[alt.Tooltip]:
    return [alt.Tooltip(f"{column_id}:N", title=table.columns[table.place(column_id)].name) for column_id in column_ids]
