"""Maturity against importance on a page: bands of importance, the named corner, dots with rings and labels."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import altair as alt

from assessment.charts.theme import BOLD, AnyChart, Theme, drawn_on, finished, palette, text_size
from assessment.charts.tokens import Palette
from assessment.views.importance import ImportanceView
from assessment.views.lanes import SPACE

ROW_EM = 2.05
"""Height of a row in ems: the largest dot with its ring."""


def importance(view: ImportanceView, theme: Theme = Theme.LIGHT) -> AnyChart:
    """The chart of a view."""
    colours, size = palette(theme), text_size(theme)
    height = round(ROW_EM * size * view.row_count)
    layers = alt.layer(
        *_ground(view, colours),
        *_dots(view, colours, size),
    ).resolve_scale(size="independent", strokeWidth="independent", color="independent")
    return finished(
        layers,
        rows={
            "bands": list(_band_data(view)),
            "corner": [_corner(view)],
            "dots": list(_dot_data(view, size)),
        },
        title=view.finding,
        subtitle=view.measure,
        theme=theme,
        height=height,
    )


def _x(view: ImportanceView, field: str) -> alt.X:
    last = view.score_ticks[-1]
    axis = alt.Axis(
        title=view.score_axis,
        values=[100 * tick / last for tick in view.score_ticks],
        labelExpr=f"format(datum.value * {last} / 100, 'd')",
    )
    return alt.X(f"{field}:Q", scale=alt.Scale(domain=[0, 100], nice=False), axis=axis)


def _y(view: ImportanceView, field: str) -> alt.Y:
    """Rows from the top, each band named at its middle."""
    names = {f"{band.first + band.row_count / 2:g}": band.name for band in view.bands}
    axis = alt.Axis(
        title=None,
        grid=False,
        values=[float(place) for place in names],
        labelExpr=f"({names})[datum.value]",
        labelPadding=8,
    )
    domain = alt.Scale(domain=[0, view.row_count], nice=False, reverse=True)
    return alt.Y(f"{field}:Q", scale=domain, axis=axis)


def _ground(view: ImportanceView, colours: Palette) -> Iterator[alt.Chart]:
    corner = drawn_on("corner").encode(x=_x(view, "left"), x2="right", y=_y(view, "top"), y2="bottom")
    yield corner.mark_rect(fill=colours.panel, stroke=colours.edge, strokeWidth=1.2, strokeDash=[6, 3])
    name = drawn_on("corner").encode(x=_x(view, "left"), y=_y(view, "name_row"), text="name:N")
    yield name.mark_text(align="left", dx=4, fontWeight=BOLD, color=colours.ink)
    rules = drawn_on("bands").encode(y=_y(view, "bottom"))
    yield rules.mark_rule(color=colours.line, strokeWidth=1)


def _dots(view: ImportanceView, colours: Palette, size: int) -> Iterator[alt.Chart]:
    place: dict[str, Any] = {
        "x": _x(view, "across"),
        "y": _y(view, "row"),
        "tooltip": [alt.Tooltip("spoken:N", title=" ")],
    }
    base = drawn_on("dots").encode(**place)
    rings = base.transform_filter("datum.ring > 0").mark_point(
        shape="circle", filled=False, opacity=1, stroke=colours.ink
    )
    yield rings.encode(
        size=alt.Size("ring_area:Q", scale=None, legend=None),
        strokeWidth=alt.StrokeWidth("ring:Q", scale=None, legend=None),
    )
    area = alt.Size("area:Q", scale=None, legend=None)
    solid: Any = alt.condition("datum.is_hollow", alt.value(colours.ground), alt.value(colours.accent))
    yield base.mark_point(shape="circle", filled=True, opacity=1, stroke=colours.accent, strokeWidth=1).encode(
        size=area, fill=solid
    )
    beside = alt.ExprRef("datum.label_offset")
    for chosen, align in (("datum.is_left", "right"), ("!datum.is_left", "left")):
        for weak, weight in (("datum.is_weak", BOLD), ("!datum.is_weak", 400)):
            labels = base.transform_filter(f"{chosen} && {weak}")
            mark: dict[str, Any] = {
                "align": align,
                "dx": beside,
                "color": colours.ink,
                "fontWeight": weight,
                "fontSize": size,
            }
            yield labels.mark_text(**mark).encode(text="label:N")


def _band_data(view: ImportanceView) -> Iterator[dict[str, Any]]:
    for band in view.bands:
        yield {"importance": band.importance, "name": band.name, "bottom": band.first + band.row_count}


def _corner(view: ImportanceView) -> dict[str, Any]:
    return {
        "name": view.corner,
        "left": 0,
        "right": view.corner_across,
        "top": 0,
        "bottom": 1 + view.corner_row_count,
        "name_row": 0.5,
    }


def _dot_data(view: ImportanceView, size: int) -> Iterator[dict[str, Any]]:
    """A point's size is its area in pixels of the square around it; a ring's line runs along its middle."""
    for dot in view.dots:
        offset = (dot.radius + dot.ring + SPACE) * size
        yield {
            "process_id": dot.process_id,
            "across": dot.across,
            "row": dot.row + 0.5,
            "label": dot.label,
            "label_offset": -offset if dot.is_left else offset,
            "is_left": dot.is_left,
            "is_weak": dot.is_weak,
            "is_hollow": dot.is_hollow,
            "area": (2 * dot.radius * size) ** 2,
            "ring": dot.ring * size,
            "ring_area": (2 * (dot.radius + dot.ring / 2) * size) ** 2,
            "spoken": dot.spoken,
        }
