"""What follows from owners and tools, drawn: who owns how much, and which tools to connect first."""

from __future__ import annotations

from typing import Any

import altair as alt

from assessment.charts.theme import BOLD, ROW_HEIGHT, AnyChart, Theme, drawn_on, finished, palette, row_axis
from assessment.views.model import Mark, Table, View

_ROOM_FOR_NUMBERS = 1.15


def load(view: View, theme: Theme = Theme.LIGHT) -> AnyChart:
    """Bars of how many processes each person owns; what stands out in the view is drawn darker, with a bold number."""
    return _bars(view.table("load"), "owner", "count", ("owner", "count", "processes"), theme)


def pairs(view: View, theme: Theme = Theme.LIGHT) -> AnyChart:
    """Bars of what connecting the tools of two processes pays, most first."""
    return _bars(view.table("pairs"), "pair", "worth", ("pair", "worth", "broken", "waiting"), theme)


def _bars(table: Table, name: str, value: str, shown: tuple[str, ...], theme: Theme) -> AnyChart:
    colours = palette(theme)
    data: list[dict[str, Any]] = [
        {
            **{column_id: table.cell(row.id, column_id).text for column_id in shown},
            "id": row.id,
            "value": table.cell(row.id, value).value,
            "is_strong": Mark.STRONG in table.cell(row.id, value).marks,
        }
        for row in table.rows
    ]
    most = max([1.0, *(float(datum["value"]) for datum in data)])
    tooltip = [alt.Tooltip(f"{own}:N", title=table.columns[table.place(own)].name) for own in shown]
    base = drawn_on("rows").encode(
        y=row_axis(name, [str(datum[name]) for datum in data]),
        x=alt.X("value:Q", scale=alt.Scale(domain=[0, most * _ROOM_FOR_NUMBERS], nice=False), axis=None),
    )
    bars = base.mark_bar(height={"band": 0.62}, cornerRadiusEnd=2).encode(
        color=alt.condition("datum.is_strong", alt.value(colours.care), alt.value(colours.accent)), tooltip=tooltip
    )
    numbers = base.mark_text(align="left", dx=6, color=colours.ink).encode(text=f"{value}:N")
    strong = (
        base.transform_filter("datum.is_strong")
        .mark_text(align="left", dx=6, color=colours.ink, fontWeight=BOLD)
        .encode(text=f"{value}:N")
    )
    return finished(
        alt.layer(bars, numbers.transform_filter("!datum.is_strong"), strong),
        rows={"rows": data},
        title=table.title,
        subtitle=table.measure,
        theme=theme,
        height=alt.Step(ROW_HEIGHT),
    )
