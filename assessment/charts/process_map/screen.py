"""The process map on a page: frames of groups, lines below the boxes, boxes with their letter, name and marks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import altair as alt

from assessment.charts.process_map.names import box_lines, frame_lines
from assessment.charts.theme import (
    BOLD,
    LINE_HEIGHT,
    AnyChart,
    Theme,
    colour_scale,
    drawn_on,
    finished,
    palette,
    scale_steps,
)
from assessment.charts.tokens import Palette, ScaleStep
from assessment.views.map.lines import Line
from assessment.views.map.process_map import Box, MapView, Role
from assessment.views.model import Mark

PROCESS_SELECTION = "process"
ROW_HEIGHT = 84
BLANK = "blank"
BROKEN_SIGN = "!"
LETTER_SIZE = 16
PAD = 6
HATCH = "".join(f"M{-60 + 9 * step},6L{-53 + 9 * step},-6" for step in range(7))
"""Strokes beside the letter, as an SVG path: the hatch of low confidence."""


def process_map(view: MapView, theme: Theme = Theme.LIGHT, *, is_selectable: bool = False) -> AnyChart:
    """The map of a view. With `is_selectable` a click on a box selects it: `PROCESS_SELECTION` has its `process_id`."""
    colours, steps = palette(theme), scale_steps(theme)
    layers = alt.layer(
        *_frames(colours),
        *_lines(colours),
        *_heads(colours),
        *_boxes(view, colours, steps, is_selectable=is_selectable),
        *_ends(colours),
    ).resolve_scale(color="independent", fill="independent", stroke="independent")
    return finished(
        layers,
        rows={
            "frames": list(_frame_data(view)),
            "lines": list(_line_data(view)),
            "boxes": list(_box_data(view)),
        },
        title=view.finding,
        subtitle=view.measure,
        theme=theme,
        height=round(ROW_HEIGHT * view.row_count),
    )


def _x(field: str) -> alt.X:
    return alt.X(f"{field}:Q", scale=alt.Scale(domain=[0, 100], nice=False), axis=None)


def _y(field: str) -> alt.Y:
    return alt.Y(f"{field}:Q", scale=alt.Scale(domain=[0, 100], nice=False, reverse=True), axis=None)


def _placed(name: str) -> alt.Chart:
    return drawn_on(name).encode(x=_x("left"), x2="right", y=_y("top"), y2="bottom")


def _cornered(name: str) -> alt.Chart:
    return drawn_on(name).encode(x=_x("left"), y=_y("top"))


def _frames(colours: Palette) -> tuple[alt.Chart, ...]:
    frames = _placed("frames").mark_rect(cornerRadius=4, fill=colours.panel, stroke=colours.line, strokeWidth=1)
    hub = (
        _placed("frames")
        .transform_filter("datum.is_hub")
        .mark_rect(cornerRadius=4, fillOpacity=0, stroke=colours.edge, strokeWidth=2)
    )
    return frames, hub


def _heads(colours: Palette) -> Iterator[alt.Chart]:
    """The names of groups over the lines, each on a ground of its own."""
    corner = _cornered("frames").encode(text="lines:N")
    place: dict[str, Any] = {"align": "left", "baseline": "top", "dx": 2 * PAD, "dy": PAD, "lineBreak": "\n"}
    look: dict[str, Any] = {"lineHeight": LINE_HEIGHT, "fontWeight": BOLD}
    yield corner.mark_text(**place, **look, stroke=colours.panel, strokeWidth=5, strokeJoin="round")
    yield corner.mark_text(**place, **look, color=colours.ink)


def _lines(colours: Palette) -> tuple[alt.Chart, ...]:
    base = drawn_on("lines").encode(x=_x("start_x"), y=_y("start_y"), x2="end_x", y2="end_y")
    kinds = (
        ("datum.is_sure && !datum.is_broken", colours.ink, 2.5, [1, 0]),
        ("!datum.is_sure && !datum.is_broken", colours.ink, 1.5, [5, 4]),
        ("datum.is_sure && datum.is_broken", colours.trouble, 2.5, [1, 0]),
        ("!datum.is_sure && datum.is_broken", colours.trouble, 1.5, [5, 4]),
    )
    return tuple(
        base.transform_filter(chosen).mark_rule(color=colour, strokeWidth=width, strokeDash=dash)
        for chosen, colour, width, dash in kinds
    )


def _ends(colours: Palette) -> tuple[alt.Chart, ...]:
    """The dot where a line arrives, and the sign on a broken one, over everything."""
    stroke: Any = alt.condition("datum.is_broken", alt.value(colours.trouble), alt.value(colours.ink))
    dots = (
        drawn_on("lines")
        .mark_point(shape="circle", size=50, filled=True, opacity=1)
        .encode(x=_x("end_x"), y=_y("end_y"), color=stroke)
    )
    broken = drawn_on("lines").transform_filter("datum.is_broken").encode(x=_x("mark_x"), y=_y("mark_y"))
    discs = broken.mark_point(
        shape="circle", size=200, filled=True, opacity=1, fill=colours.ground, stroke=colours.trouble, strokeWidth=1.5
    )
    signs = broken.mark_text(fontWeight=BOLD, color=colours.trouble).encode(text="sign:N")
    return dots, discs, signs


def _boxes(
    view: MapView, colours: Palette, steps: Mapping[str, ScaleStep], *, is_selectable: bool
) -> Iterator[alt.Chart]:
    base = _placed("boxes").encode(tooltip=[alt.Tooltip("spoken:N", title=" ")])
    used = _used(view, steps)
    fills = {**{style: step.fill for style, step in used.items()}, BLANK: colours.ground, "": colours.panel}
    cells = base.mark_rect(cornerRadius=3, stroke=colours.edge, strokeWidth=0.8).encode(
        fill=alt.Fill("style:N", scale=colour_scale(fills), legend=None),
        strokeDash=alt.condition("datum.is_out", alt.value([2, 3]), alt.value([1, 0])),
    )
    if is_selectable:
        cells = cells.add_params(alt.selection_point(name=PROCESS_SELECTION, fields=["process_id"], empty=False))
    yield cells
    for chosen, width, dash, colour in (
        ("datum.is_dashed", 1.6, [4, 3], colours.ink),
        ("datum.role == 'linked'", 2.0, [1, 0], colours.ink),
        ("datum.role == 'chosen'", 4.0, [1, 0], colours.accent),
    ):
        yield base.transform_filter(chosen).mark_rect(
            cornerRadius=3, fillOpacity=0, stroke=colour, strokeWidth=width, strokeDash=dash
        )
    ink = _ink(used, colours)
    corner = _cornered("boxes").encode(color=ink, tooltip=[alt.Tooltip("spoken:N", title=" ")])
    letter: dict[str, Any] = {"align": "left", "baseline": "top", "dx": PAD}
    yield corner.mark_text(**letter, dy=PAD, fontWeight=BOLD, fontSize=LETTER_SIZE).encode(text="text:N")
    names: dict[str, Any] = {"lineBreak": "\n", "lineHeight": LINE_HEIGHT, "dy": PAD + LETTER_SIZE + 1}
    yield corner.mark_text(**letter, **names).encode(text="lines:N")
    hatched = drawn_on("boxes").transform_filter("datum.is_hatched").encode(x=_x("right"), y=_y("top"))
    yield hatched.mark_point(shape=HATCH, size=1, strokeWidth=1.2, filled=False, yOffset=PAD + 8).encode(stroke=ink)


def _used(view: MapView, steps: Mapping[str, ScaleStep]) -> Mapping[str, ScaleStep]:
    return {box.cell.style: steps[box.cell.style] for box in view.boxes if box.cell.style in steps}


def _ink(used: Mapping[str, ScaleStep], colours: Palette) -> Any:
    """Text on a step takes the step's ink; a box without one is quiet where it is not in scope."""
    inks = {**{style: step.ink for style, step in used.items()}, BLANK: colours.ink, "": colours.quiet_ink}
    return alt.Color("style:N", scale=alt.Scale(domain=list(inks), range=list(inks.values())), legend=None)


def _frame_data(view: MapView) -> Iterator[dict[str, Any]]:
    for frame in view.frames:
        place = frame.place
        yield {
            "id": frame.id,
            "name": frame.name,
            "lines": "\n".join(frame_lines(frame, view.column_count)),
            "is_hub": frame.is_hub,
            "left": place.left,
            "right": place.right,
            "top": place.top,
            "bottom": place.bottom,
        }


def _box_data(view: MapView) -> Iterator[dict[str, Any]]:
    for box in view.boxes:
        yield {
            "process_id": box.id,
            "lines": "\n".join(box_lines(box)),
            "text": box.cell.text,
            "style": box.cell.style,
            "spoken": box.spoken,
            "role": box.role.value,
            "is_out": box.is_out,
            **_marked(box),
            "left": box.place.left,
            "right": box.place.right,
            "top": box.place.top,
            "bottom": box.place.bottom,
        }


def _marked(box: Box) -> dict[str, bool]:
    """A chosen or linked box has its own edge; that it is provisional its name in the notes says."""
    return {
        "is_dashed": Mark.DASHED in box.cell.marks and box.role is Role.NONE,
        "is_hatched": Mark.HATCHED in box.cell.marks,
    }


def _line_data(view: MapView) -> Iterator[dict[str, Any]]:
    lines: Sequence[Line] = view.chosen.lines if view.chosen else ()
    for line in lines:
        mark = line.mark or line.end
        yield {
            "id": line.id,
            "from_process": line.from_process,
            "to_process": line.to_process,
            "start_x": line.start[0],
            "start_y": line.start[1],
            "end_x": line.end[0],
            "end_y": line.end[1],
            "is_sure": line.is_sure,
            "is_broken": line.is_broken,
            "mark_x": mark[0],
            "mark_y": mark[1],
            "sign": BROKEN_SIGN,
        }
