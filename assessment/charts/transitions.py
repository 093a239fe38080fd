"""The transitions as slopes: each a line from where the organisation stands to where it should, between its two ends.

Transitions that stand at one place are set apart within it, so that no line and no name covers another.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal, cast

import altair as alt

from assessment.charts.theme import BOLD, AnyChart, Theme, drawn_on, finished, palette
from assessment.views.model import Mark, Row, Table, View

SCALE = (0, 1, 2, 3, 4, 5)
SPREAD = 0.8
"""The share of a place over which those that stand at it are spread."""
LINE_PIXELS = 16
SMALLEST_PLACE = 44
LABEL_LIMIT = 320
SIDES = ("as_is", "to_be")
X_DOMAIN = (-1.0, 2.0)


def transitions(view: View, theme: Theme = Theme.LIGHT) -> AnyChart:
    """From now on the left to the to-be on the right; those with the longest way are drawn thicker."""
    table = view.table("transitions")
    colours = palette(theme)
    data = _data(table)
    y = alt.Scale(domain=[SCALE[0] - 0.5, SCALE[-1] + 0.5], nice=False)
    x = alt.Scale(domain=list(X_DOMAIN), nice=False)
    axis = alt.Axis(title=None, values=list(SCALE), format="d", grid=False)
    base = drawn_on("rows").encode(tooltip=_tooltip(table))
    lines = (
        base.transform_filter("isValid(datum.as_is) && isValid(datum.to_be)")
        .mark_rule(color=colours.accent)
        .encode(
            x=alt.X("as_is_x:Q", scale=x, axis=None),
            x2="to_be_x:Q",
            y=alt.Y("as_is_y:Q", scale=y, axis=axis),
            y2="to_be_y:Q",
            strokeWidth=alt.condition("datum.is_furthest", alt.value(3.5), alt.value(1.5)),
        )
    )
    layers: list[alt.Chart] = [lines]
    sides: tuple[tuple[str, str, Literal["left", "right"]], ...] = (("as_is", "from", "right"), ("to_be", "to", "left"))
    for side, name, align in sides:
        there = base.transform_filter(f"isValid(datum.{side})")
        at: dict[str, Any] = {
            "x": alt.X(f"{side}_x:Q", scale=x, axis=None),
            "y": alt.Y(f"{side}_y:Q", scale=y, axis=axis),
        }
        shape = "circle" if side == "as_is" else "diamond"
        layers.append(there.mark_point(shape=shape, filled=True, size=80, color=colours.accent, opacity=1).encode(**at))
        names = there.encode(**at, text=f"{name}:N")
        for test, weight in (("!datum.is_furthest", 400), ("datum.is_furthest", BOLD)):
            layers.append(
                names.transform_filter(test).mark_text(
                    align=align,
                    dx=-10 if align == "right" else 10,
                    color=colours.ink,
                    limit=LABEL_LIMIT,
                    fontWeight=cast(Any, weight),
                )
            )
    return finished(
        alt.layer(*layers),
        rows={"rows": data},
        title=view.finding,
        subtitle=table.measure,
        theme=theme,
        height=_height(data),
    )


def _data(table: Table) -> list[dict[str, Any]]:
    data = [_datum(table, row) for row in table.rows]
    for side, other in (SIDES, SIDES[::-1]):
        for place in SCALE:
            there = [datum for datum in data if datum[side] == place]
            there.sort(key=lambda datum: -1 if datum[other] is None else datum[other])
            for number, datum in enumerate(there):
                datum[f"{side}_y"] = place + _apart(len(there)) * (number - (len(there) - 1) / 2)
    return data


def _apart(count: int) -> float:
    """How far two that stand at one place are apart, in places."""
    return SPREAD / max(count - 1, 3)


def _height(data: Sequence[Mapping[str, Any]]) -> int:
    """So high that two names at one place are a line apart."""
    most = max(sum(datum[side] == place for datum in data) for side in SIDES for place in SCALE)
    return round((len(SCALE)) * max(SMALLEST_PLACE, LINE_PIXELS / _apart(most)))


def _datum(table: Table, row: Row) -> dict[str, Any]:
    as_is, to_be, track, first, last = (
        row.cells[table.place(column_id)] for column_id in ("as-is", "to-be", "track", "from", "to")
    )
    return {
        "id": row.id,
        "from": first.text,
        "to": last.text,
        "as_is": as_is.value,
        "to_be": to_be.value,
        "as_is_x": 0,
        "to_be_x": 1,
        "is_furthest": Mark.STRONG in last.marks,
        "spoken": track.spoken,
    }


def _tooltip(table: Table) -> list[alt.Tooltip]:
    return [
        alt.Tooltip("from:N", title=table.columns[table.place("from")].name),
        alt.Tooltip("to:N", title=table.columns[table.place("to")].name),
        alt.Tooltip("spoken:N", title=" "),
    ]
