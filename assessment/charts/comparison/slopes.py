"""Lines from one assessment to the next on a scale of 0 to 5, each named at both its ends.

What a line does is said by its colour and its stroke: up solid and strong, down dashed, no further than noise dotted,
the others thin.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

import altair as alt

from assessment.charts.comparison.spreading import spread
from assessment.charts.theme import AnyChart, Theme, drawn_on, finished, palette

HEIGHT = 460
LOW, HIGH = -0.1, 5.1
LABEL_GAP = 0.2
"""In levels: at this height the line of a letter."""
ROOM_LEFT, ROOM_RIGHT = 0.45, 0.72
"""How much stands free at each side for the names, by the width of the lines."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line: a value a place, None for none; what stands at its ends; `kind` is how it is drawn."""

    id: str
    values: tuple[float | None, ...]
    start: str
    end: str
    spoken: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stroke:
    """How lines of a kind are drawn: the name of a colour of the palette, width and dashes in pixels."""

    colour: str
    width: float
    dash: tuple[int, int] = (1, 0)


def slopes(
    lines: Sequence[Line],
    places: Sequence[str],
    strokes: Mapping[str, Stroke],
    *,
    title: str,
    subtitle: str,
    theme: Theme,
) -> AnyChart:
    """The lines over the places, which stand in their order from left to right."""
    colours = palette(theme)
    width = len(places) - 1
    x = alt.X(
        "place:Q",
        scale=alt.Scale(domain=[-ROOM_LEFT * width, (1 + ROOM_RIGHT) * width], nice=False),
        axis=alt.Axis(
            title=None, orient="top", values=list(range(len(places))), labelExpr=_named(places), grid=True, labelLimit=0
        ),
    )
    y = alt.Y("value:Q", scale=alt.Scale(domain=[LOW, HIGH], nice=False), axis=None)
    base = drawn_on("points").encode(x=x, y=y)
    kinds = list(strokes)
    colour = alt.Color(
        "kind:N",
        scale=alt.Scale(domain=kinds, range=[getattr(colours, one.colour) for one in strokes.values()]),
        legend=None,
    )
    dash = alt.StrokeDash(
        "kind:N", scale=alt.Scale(domain=kinds, range=[list(one.dash) for one in strokes.values()]), legend=None
    )
    size = alt.StrokeWidth(
        "kind:N", scale=alt.Scale(domain=kinds, range=[one.width for one in strokes.values()]), legend=None
    )
    tooltip = [alt.Tooltip("name:N", title=" "), alt.Tooltip("spoken:N", title=" ")]
    drawn = base.mark_line().encode(color=colour, strokeDash=dash, strokeWidth=size, detail="line:N")
    dots = base.mark_point(filled=True, size=44, opacity=1).encode(color=colour, tooltip=tooltip)
    leaders = drawn_on("labels").mark_rule(strokeWidth=0.6, color=colours.edge)
    ends = leaders.encode(
        x=alt.X("place:Q"), x2="label_place:Q", y=alt.Y("value:Q"), y2="label_value:Q", tooltip=tooltip
    )
    texts = [
        drawn_on("labels")
        .transform_filter(f"datum.side == '{side}'")
        .mark_text(align=cast(Any, align), dx=dx, baseline="middle", color=colours.ink)
        .encode(x=alt.X("label_place:Q"), y=alt.Y("label_value:Q"), text="text:N", tooltip=tooltip)
        for side, align, dx in (("start", "right", -2), ("end", "left", 2))
    ]
    return finished(
        alt.layer(drawn, dots, ends, *texts),
        rows={"points": _points(lines), "labels": _labels(lines, width)},
        title=title,
        subtitle=subtitle,
        theme=theme,
        height=HEIGHT,
    )


def _named(places: Sequence[str]) -> str:
    quoted = ", ".join(f"'{place}'" for place in places)
    return f"[{quoted}][datum.value]"


def _points(lines: Sequence[Line]) -> list[dict[str, Any]]:
    return [
        {
            "line": line.id,
            "name": line.start,
            "place": place,
            "value": value,
            "kind": line.kind,
            "spoken": line.spoken,
        }
        for line in lines
        for place, value in enumerate(line.values)
        if value is not None
    ]


def _labels(lines: Sequence[Line], last: int) -> list[dict[str, Any]]:
    """The texts at both sides, moved apart, each with the place its line has there."""
    found: list[dict[str, Any]] = []
    reach = 0.04 * last
    for side, place, label_place in (("start", 0, -reach), ("end", last, last + reach)):
        own = [(line, line.values[place]) for line in lines]
        with_value = [(line, value) for line, value in own if value is not None]
        stands = spread([value for _, value in with_value], LABEL_GAP, LOW, HIGH)
        found.extend(
            {
                "line": line.id,
                "name": line.start,
                "side": side,
                "place": place,
                "value": value,
                "label_place": label_place,
                "label_value": stand,
                "text": line.start if side == "start" else line.end,
                "spoken": line.spoken,
            }
            for (line, value), stand in zip(with_value, stands, strict=True)
        )
    return found
