"""Where the organisation stands between two ends: a row a transition, a dot for now and a diamond for the to-be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast

import altair as alt

from assessment.charts.theme import ROW_HEIGHT, AnyChart, Theme, drawn_on, finished, palette
from assessment.views.model import Row, Table, View

SCALE = (0, 1, 2, 3, 4, 5)
LABEL_LIMIT = 300
NO_WIDTH = "\u200b"
"""Tells two ends of the same name apart; it has no width."""


def transitions(view: View, theme: Theme = Theme.LIGHT) -> AnyChart:
    """From the old end on the left to the new one on the right, in the order of the view."""
    table = view.table("transitions")
    colours = palette(theme)
    data = _data(table)
    scale = alt.Scale(domain=[SCALE[0] - 0.25, SCALE[-1] + 0.25], nice=False)
    axis = alt.Axis(title=None, values=list(SCALE), format="d", orient="top")
    left, right = (_ends(data, end, orient) for end, orient in (("from", "left"), ("to", "right")))
    base = drawn_on("rows").encode(y=left, tooltip=_tooltip(table))
    now = alt.X("as_is:Q", scale=scale, axis=axis)
    to_be = alt.X("to_be:Q", scale=scale, axis=axis)
    lines = base.transform_filter("isValid(datum.as_is) && isValid(datum.to_be)").mark_rule(
        strokeWidth=2, color=colours.edge
    )
    diamonds = base.transform_filter("isValid(datum.to_be)").mark_point(
        shape="diamond", filled=True, size=100, fill=colours.ground, stroke=colours.ink, strokeWidth=1.5, opacity=1
    )
    dots = base.transform_filter("isValid(datum.as_is)").mark_point(
        filled=True, size=90, color=colours.accent, opacity=1
    )
    drawn = alt.layer(lines.encode(x=now, x2="to_be:Q"), diamonds.encode(x=to_be), dots.encode(x=now))
    ends = drawn_on("rows").mark_point(opacity=0).encode(x=to_be, y=right)
    return finished(
        alt.layer(drawn, ends).resolve_scale(y="independent"),
        rows={"rows": data},
        title=view.finding,
        subtitle=table.measure,
        theme=theme,
        height=ROW_HEIGHT * len(data),  # a step is of one scale of rows; here each end has its own
    )


def _ends(data: Sequence[Mapping[str, Any]], end: str, orient: str) -> alt.Y:
    """The names of one end, in the order of the rows; both ends take a scale of one kind, so that they stand level."""
    names = [datum[end] for datum in data]
    axis = alt.Axis(title=None, grid=False, orient=cast(Any, orient), labelPadding=8, labelLimit=LABEL_LIMIT)
    return alt.Y(f"{end}:N", sort=names, scale=alt.Scale(type="band", domain=names), axis=axis)


def _data(table: Table) -> list[dict[str, Any]]:
    firsts, lasts = (_told_apart([cell.text for cell in table.column(column_id)]) for column_id in ("from", "to"))
    return [_datum(table, row, first, last) for row, first, last in zip(table.rows, firsts, lasts, strict=True)]


def _told_apart(names: Sequence[str]) -> list[str]:
    return [name + NO_WIDTH * names[:place].count(name) for place, name in enumerate(names)]


def _datum(table: Table, row: Row, first: str, last: str) -> dict[str, Any]:
    as_is, to_be, track = (row.cells[table.place(column_id)] for column_id in ("as-is", "to-be", "track"))
    return {
        "id": row.id,
        "from": first,
        "to": last,
        "as_is": as_is.value,
        "to_be": to_be.value,
        "spoken": track.spoken,
    }


def _tooltip(table: Table) -> list[alt.Tooltip]:
    return [
        alt.Tooltip("from:N", title=table.columns[table.place("from")].name),
        alt.Tooltip("to:N", title=table.columns[table.place("to")].name),
        alt.Tooltip("spoken:N", title=" "),
    ]
