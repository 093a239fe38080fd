"""How many processes stand at each level, and where each moves from as-is to target."""

from __future__ import annotations

from typing import Any

import altair as alt

from assessment.charts.theme import (
    BOLD,
    ROW_HEIGHT,
    AnyChart,
    Theme,
    drawn_on,
    finished,
    palette,
    row_axis,
)
from assessment.views.model import Row, Table, View

DASH = [3, 2]


def levels(view: View, theme: Theme = Theme.LIGHT) -> AnyChart:
    """Bars: processes at each level now; a hollow diamond marks how many are to be there."""
    table = view.table("levels")
    colours = palette(theme)
    data = [_level_datum(table, row) for row in table.rows]
    top = max([1, *(max(row["now"], row["target"]) for row in data)])
    base = drawn_on("rows").encode(y=row_axis("level", [row["level"] for row in data]))
    scale = alt.Scale(domain=[0, top + 0.5], nice=False)
    now = alt.X("now:Q", scale=scale, axis=None)
    bars = base.mark_bar(color=colours.accent, height={"band": 0.62}, cornerRadiusEnd=2).encode(
        x=now, tooltip=_tooltips(table, "level", "now", "target")
    )
    counts = base.mark_text(align="left", dx=6, color=colours.ink, fontWeight=BOLD).encode(x=now, text="now_text:N")
    targets = (
        base.transform_filter("datum.target > 0")
        .mark_point(
            shape="diamond", size=90, filled=True, fill=colours.ground, stroke=colours.ink, strokeWidth=1.5, opacity=1
        )
        .encode(x=alt.X("target:Q", scale=scale, axis=None))
    )
    return finished(
        alt.layer(bars, targets, counts),
        rows={"rows": data},
        title=view.finding,
        subtitle=table.measure,
        theme=theme,
        height=alt.Step(ROW_HEIGHT + 2),
    )


def movement(view: View, theme: Theme = Theme.LIGHT) -> AnyChart:
    """From as-is to target for each process: a dot, a line and a hollow diamond, in the order of the view.

    A provisional dot is hollow with a dashed edge.
    """
    table = view.table("movement")
    colours = palette(theme)
    data = [_movement_datum(table, row) for row in table.rows]
    scale = alt.Scale(domain=[-0.25, 5.25], nice=False)
    axis = alt.Axis(title=None, values=[0, 1, 2, 3, 4, 5], format="d", orient="top")
    base = drawn_on("rows").encode(
        y=row_axis("process", [row["process"] for row in data]),
        tooltip=_tooltips(table, "process", "score", "target", "gap", "status"),
    )
    score = alt.X("score:Q", scale=scale, axis=axis)
    lines = base.mark_rule(strokeWidth=2, color=colours.edge).encode(x=score, x2="target:Q")
    targets = base.mark_point(
        shape="diamond", filled=True, size=100, fill=colours.ground, stroke=colours.ink, strokeWidth=1.5, opacity=1
    ).encode(x=alt.X("target:Q", scale=scale, axis=axis))
    dots = (
        base.transform_filter("!datum.is_dashed")
        .mark_point(filled=True, size=90, color=colours.accent, opacity=1)
        .encode(x=score)
    )
    dashed = (
        base.transform_filter("datum.is_dashed")
        .mark_point(filled=True, size=90, fill=colours.ground, stroke=colours.accent, strokeWidth=1.5, opacity=1)
        .encode(x=score, strokeDash=alt.value(DASH))
    )
    is_below = "datum.score <= datum.target"
    left = base.transform_filter(is_below).mark_text(align="right", dx=-9, color=colours.ink)
    right = base.transform_filter(f"!({is_below})").mark_text(align="left", dx=9, color=colours.ink)
    texts = [mark.encode(x=score, text="score_text:N") for mark in (left, right)]
    return finished(
        alt.layer(lines, targets, dots, dashed, *texts),
        rows={"rows": data},
        title=view.finding,
        subtitle=table.measure,
        theme=theme,
        height=alt.Step(ROW_HEIGHT),
    )


def _level_datum(table: Table, row: Row) -> dict[str, Any]:
    level, name, now, target = (row.cells[table.place(column)] for column in ("level", "name", "now", "target"))
    return {
        "level": f"{level.text}  {name.text}",
        "level_text": level.text,
        "now": now.value,
        "now_text": now.text,
        "target": target.value,
        "target_text": target.text,
    }


def _movement_datum(table: Table, row: Row) -> dict[str, Any]:
    process, score, target, gap, status = (
        row.cells[table.place(column)] for column in ("process", "score", "target", "gap", "status")
    )
    track = row.cells[table.place("track")].track
    return {
        "process": process.text,
        "process_id": row.id,
        "process_text": process.text,
        "score": score.value,
        "score_text": score.text,
        "target": target.value,
        "target_text": target.text,
        "gap_text": gap.text,
        "status_text": status.text,
        "is_dashed": track is not None and track.is_dashed,
    }


def _tooltips(table: Table, *column_ids: str) -> list[alt.Tooltip]:
    """The texts of some columns under their names."""
    return [
        alt.Tooltip(f"{column_id}_text:N", title=table.columns[table.place(column_id)].name) for column_id in column_ids
    ]
