"""The organisation's own profile: how many processes stand at each band of every attribute."""

from __future__ import annotations

from typing import Any

import altair as alt

from assessment.charts.theme import (
    BOLD,
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
from assessment.views.model import Row, Table, View

BAR_HEIGHT = 30


def characteristics(view: View, theme: Theme = Theme.LIGHT) -> AnyChart:
    """Stacked bars: how many processes stand at N, P, L and F on each attribute, with the mean percent beside."""
    table = view.table("characteristics")
    colours, steps = palette(theme), scale_steps(theme)
    data = [datum for row in table.rows for datum in _counts(table, row)]
    means = [_mean(table, row) for row in table.rows]
    styles = [entry.style for entry in table.legend]
    y = row_axis("attribute", [datum["attribute"] for datum in means])
    base = drawn_on("counts").transform_filter("datum.count > 0")
    bars = base.mark_bar(stroke=colours.line, strokeWidth=1).encode(
        y=y,
        x=alt.X("start:Q", axis=None),
        x2="end:Q",
        fill=alt.Fill(
            "style:N",
            scale=colour_scale({style: steps[style].fill for style in styles}),
            legend=bin_legend({entry.style: entry.text for entry in table.legend}),
        ),
        tooltip=[
            alt.Tooltip("attribute:N", title=table.columns[table.place("attribute")].name),
            alt.Tooltip("meaning:N", title=" "),
            alt.Tooltip("text:N", title=table.columns[table.place("bar")].name),
        ],
    )
    numbers = base.mark_text(fontWeight=BOLD).encode(
        y=y,
        x="middle:Q",
        text="text:N",
        color=alt.Color("style:N", scale=colour_scale({style: steps[style].ink for style in styles}), legend=None),
    )
    mean_text = (
        drawn_on("means").mark_text(align="left", dx=8, color=colours.ink).encode(y=y, x="place:Q", text="mean:N")
    )
    return finished(
        alt.layer(bars, numbers, mean_text).resolve_scale(color="independent", fill="independent"),
        rows={"counts": data, "means": means},
        title=view.finding,
        subtitle=table.measure,
        theme=theme,
        height=alt.Step(BAR_HEIGHT),
    )


def _counts(table: Table, row: Row) -> list[dict[str, Any]]:
    """A piece of the bar for each band, one after the other."""
    track = row.cells[table.place("bar")].track
    styles = {} if track is None else {segment.text: segment.style for segment in track.segments}
    data: list[dict[str, Any]] = []
    start = 0
    for column in table.columns:
        if column.id not in styles:
            continue
        cell = row.cells[table.place(column.id)]
        count = int(cell.value or 0)
        data.append(
            {
                "attribute": row.cells[table.place("attribute")].text,
                "attribute_id": row.id,
                "band": column.id,
                "style": styles[column.id],
                "meaning": column.meaning,
                "count": count,
                "text": cell.text,
                "start": start,
                "end": start + count,
                "middle": start + count / 2,
            }
        )
        start += count
    return data


def _mean(table: Table, row: Row) -> dict[str, Any]:
    mean = row.cells[table.place("mean")]
    return {
        "attribute": row.cells[table.place("attribute")].text,
        "mean": mean.text,
        "mean_percent": mean.value,
        "place": sum(datum["count"] for datum in _counts(table, row)),
    }
