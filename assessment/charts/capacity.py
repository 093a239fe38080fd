"""What capacity buys: one column of the curve as a line over the change of every wave, the present plan marked."""

from __future__ import annotations

import altair as alt

from assessment.charts.theme import BOLD, AnyChart, Theme, drawn_on, finished, palette
from assessment.views.model import Mark, View

HEIGHT = 190
_ROOM_ABOVE = 1.18


def capacity(view: View, column_id: str, theme: Theme = Theme.LIGHT) -> AnyChart:
    """A dot a plan, joined from less to more capacity; the plan as it is has a filled diamond and bold figures."""
    table = view.table("capacity")
    colours = palette(theme)
    column, first = table.columns[table.place(column_id)], table.columns[0]
    data = [
        {
            "place": number,
            "change": table.cell(row.id, "change").text,
            "value": table.cell(row.id, column_id).value,
            "text": table.cell(row.id, column_id).text,
            "is_now": Mark.STRONG in table.cell(row.id, "change").marks,
        }
        for number, row in enumerate(table.rows)
    ]
    top = max([1.0, *(float(str(row["value"])) for row in data)]) * _ROOM_ABOVE
    order = [str(row["change"]) for row in data]
    axis = alt.Axis(title=first.name, labelAngle=0, labelOverlap="greedy", grid=False)
    base = drawn_on("rows").encode(
        x=alt.X("change:N", sort=order, scale=alt.Scale(type="point", padding=0.6), axis=axis),
        y=alt.Y("value:Q", scale=alt.Scale(domain=[0, top], nice=False), axis=alt.Axis(title=None, labels=False)),
        tooltip=[alt.Tooltip("change:N", title=first.name), alt.Tooltip("text:N", title=column.name)],
    )
    line = base.mark_line(color=colours.edge, strokeWidth=2).encode(order="place:Q")
    dots = base.mark_point(size=60, strokeWidth=2, opacity=1, color=colours.accent, fill=colours.ground)
    now = base.transform_filter("datum.is_now")
    marked = now.mark_point(shape="diamond", size=150, opacity=1, filled=True, color=colours.accent)
    figures = now.mark_text(dy=-14, dx=6, align="right", color=colours.ink, fontWeight=BOLD).encode(text="text:N")
    last = base.transform_filter(f"datum.place == {len(data) - 1} && !datum.is_now")
    ends = last.mark_text(dy=-12, align="right", dx=6, color=colours.ink).encode(text="text:N")
    return finished(
        alt.layer(line, dots, marked, figures, ends),
        rows={"rows": data},
        title=column.name,
        subtitle=column.meaning,
        theme=theme,
        height=HEIGHT,
    )
