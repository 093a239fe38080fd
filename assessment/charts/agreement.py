"""Where leadership and practitioners see the same process differently."""

from __future__ import annotations

from typing import Any

import altair as alt

from assessment.charts.theme import ROW_HEIGHT, AnyChart, Theme, drawn_on, finished, palette, row_axis
from assessment.views.model import View

NUMBERS = ("leadership", "practitioners")


def perception(view: View, theme: Theme = Theme.LIGHT) -> AnyChart:
    """Both sides of a view on one line for each attribute: practitioners a dot, leadership a diamond, the difference
    at the right.
    """
    colours = palette(theme)
    table = view.table("perception")
    columns = {column.id: column for column in table.columns}
    data: list[dict[str, Any]] = [
        {
            **{column_id: table.cell(row.id, column_id).value for column_id in NUMBERS},
            **{f"{column_id}_text": table.cell(row.id, column_id).text for column_id in NUMBERS},
            "attribute": table.cell(row.id, "attribute").text,
            "difference": table.cell(row.id, "difference").text,
        }
        for row in table.rows
    ]
    scale = alt.Scale(domain=[0, 100], nice=False)
    axis = alt.Axis(title=columns["leadership"].meaning, values=[0, 50, 100], orient="top", titleAnchor="end")
    base = drawn_on("rows").encode(
        y=row_axis("attribute", [datum["attribute"] for datum in data]),
        tooltip=[
            alt.Tooltip("attribute:N", title=columns["attribute"].name),
            *(alt.Tooltip(f"{column_id}_text:N", title=columns[column_id].name) for column_id in NUMBERS),
            alt.Tooltip("difference:N", title=columns["difference"].name),
        ],
    )
    x = alt.X("leadership:Q", scale=scale, axis=axis)
    layers = alt.layer(
        base.mark_rule(strokeWidth=2, color=colours.edge).encode(x=x, x2="practitioners:Q"),
        base.mark_point(filled=True, size=90, color=colours.accent, opacity=1).encode(
            x=alt.X("practitioners:Q", scale=scale, axis=axis)
        ),
        base.mark_point(
            shape="diamond", filled=True, size=100, fill=colours.ground, stroke=colours.ink, strokeWidth=1.5, opacity=1
        ).encode(x=x),
        base.mark_text(align="left", dx=4, color=colours.ink).encode(x=alt.value("width"), text="difference:N"),
    )
    return finished(
        layers,
        rows={"rows": data},
        title=view.finding,
        subtitle=table.measure,
        theme=theme,
        height=alt.Step(ROW_HEIGHT),
    )
