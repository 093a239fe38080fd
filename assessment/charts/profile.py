"""One process by its attributes: where each stands, what is left open, and where it should be."""

from __future__ import annotations

from typing import Any

import altair as alt

from assessment.charts.theme import BOLD, ROW_HEIGHT, AnyChart, Theme, drawn_on, finished, palette, row_axis
from assessment.views.model import Row, Table, Track, View


def profile(view: View, theme: Theme = Theme.LIGHT) -> AnyChart:
    """The profile of a view: a dot as it is (a square holds the level), a bar for what is left open, a diamond as it
    should be; thin rules at the ticks of its tracks. Letters stand at the right.
    """
    colours = palette(theme)
    table = view.table("profile")
    data = [_datum(table, row) for row in table.rows]
    scale = alt.Scale(domain=[0, 100], nice=False)
    axis = _axis(table)
    base = drawn_on("rows").encode(y=row_axis("attribute", [datum["attribute"] for datum in data]))
    x = alt.X("percent:Q", scale=scale, axis=axis)
    tooltip = [
        alt.Tooltip("attribute:N", title=table.columns[table.place("attribute")].name),
        alt.Tooltip("spoken:N", title=" "),
    ]
    known = base.transform_filter("isValid(datum.percent)")
    ranges = (
        base.transform_filter("isValid(datum.low_percent)")
        .mark_bar(height=8, color=colours.line, cornerRadius=4)
        .encode(x=alt.X("low_percent:Q", scale=scale, axis=axis), x2="high_percent:Q", tooltip=tooltip)
    )
    moves = (
        known.transform_filter("isValid(datum.to_be_percent)")
        .mark_rule(strokeWidth=1.5, color=colours.edge)
        .encode(x=x, x2="to_be_percent:Q")
    )
    targets = (
        base.transform_filter("isValid(datum.to_be_percent)")
        .mark_point(
            shape="diamond", filled=True, size=90, fill=colours.ground, stroke=colours.ink, strokeWidth=1.5, opacity=1
        )
        .encode(x=alt.X("to_be_percent:Q", scale=scale, axis=axis), tooltip=tooltip)
    )
    dots = known.mark_point(filled=True, size=90, opacity=1).encode(
        x=x,
        color=alt.condition("datum.holds", alt.value(colours.care), alt.value(colours.accent)),
        shape=alt.condition("datum.holds", alt.value("square"), alt.value("circle")),
        tooltip=tooltip,
    )
    letters = base.mark_text(align="left", dx=4, color=colours.ink, fontWeight=BOLD).encode(
        x=alt.value("width"), text="letter:N"
    )
    return finished(
        alt.layer(ranges, moves, targets, dots, letters),
        rows={"rows": data},
        title=view.finding,
        subtitle=table.measure,
        theme=theme,
        height=alt.Step(ROW_HEIGHT),
    )


def _axis(table: Table) -> alt.Axis:
    ticks = sorted({tick for row in table.rows for tick in _track(table, row).ticks})
    return alt.Axis(
        title=table.columns[table.place("percent")].meaning,
        values=[0, *ticks, 100],
        format=".1~f",
        orient="top",
        titleAnchor="end",
    )


def _track(table: Table, row: Row) -> Track:
    return row.cells[table.place("track")].track or Track()


def _datum(table: Table, row: Row) -> dict[str, Any]:
    track = _track(table, row)
    low, high = track.bar or (None, None)
    return {
        "attribute": row.cells[table.place("attribute")].text,
        "attribute_id": row.id,
        "letter": row.cells[table.place("as-is")].text,
        "percent": track.dot,
        "low_percent": low,
        "high_percent": high,
        "to_be_percent": track.diamond,
        "holds": track.is_square,
        "spoken": row.cells[table.place("track")].spoken,
    }
