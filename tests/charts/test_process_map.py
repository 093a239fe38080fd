"""The process map as it is drawn, on a page and on paper: places, letters, marks and lines, in any colours."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree

import pytest
import vl_convert

from assessment.charts.process_map.names import box_lines
from assessment.charts.process_map.paper import map_svg
from assessment.charts.process_map.screen import PROCESS_SELECTION, process_map
from assessment.charts.theme import AnyChart, Theme, palette, scale_steps
from assessment.domain.layout.colours import contrast_ratio
from assessment.views.map.colouring import Colour
from assessment.views.map.process_map import MapView, map_view
from assessment.views.model import Mark
from tests.computing import mixed, the_sample
from tests.reporting.test_pages import with_long_names

SVG = "{http://www.w3.org/2000/svg}"
READABLE, EDGE_SEEN, LEAST_STEP = 4.5, 3.0, 1.1
DEUTERANOPE = ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881))
"""What somebody without green cones sees of linear red, green and blue: Machado, Oliveira and Fernandes (2009)."""


def rows(chart: AnyChart, name: str) -> dict[str, dict[str, Any]]:
    data = chart.to_dict()["datasets"][name]
    return {row.get("process_id") or row["id"]: row for row in data}


def layers(chart: AnyChart, data: str) -> list[dict[str, Any]]:
    return [layer for layer in chart.to_dict()["layer"] if layer["data"]["name"] == data]


def filtered(chart: AnyChart, chosen: str) -> list[dict[str, Any]]:
    return [layer for layer in chart.to_dict()["layer"] if {"filter": chosen} in layer.get("transform", [])]


def the_map(colour: Colour = Colour.LEVEL, process_id: str | None = "change-management") -> MapView:
    return map_view(the_sample().told, colour, process_id)


@pytest.mark.parametrize("colour", Colour)
def test_every_box_is_drawn_at_its_place_with_its_letter_style_and_words(colour: Colour) -> None:
    view = the_map(colour)
    drawn = rows(process_map(view), "boxes")
    assert list(drawn) == [box.id for box in view.boxes]
    for box in view.boxes:
        own = drawn[box.id]
        assert (own["text"], own["style"], own["spoken"]) == (box.cell.text, box.cell.style, box.spoken)
        assert (own["left"], own["right"], own["top"], own["bottom"]) == (
            box.place.left,
            box.place.right,
            box.place.top,
            box.place.bottom,
        )
        assert own["lines"].split("\n") == list(box_lines(box))
        assert own["is_hatched"] == (Mark.HATCHED in box.cell.marks)


def test_groups_are_drawn_with_their_names_and_the_hub_with_an_edge_of_its_own() -> None:
    view = the_map()
    drawn = rows(process_map(view), "frames")
    assert {own["name"] for own in drawn.values()} == {group.name for group in the_sample().framework.groups}
    assert [key for key, own in drawn.items() if own["is_hub"]] == ["service-delivery-assurance"]
    (edge,) = filtered(process_map(view), "datum.is_hub")
    assert edge["mark"]["strokeWidth"] == 2


def test_lines_are_thick_dashed_or_in_the_colour_of_trouble_with_a_sign() -> None:
    view = the_map()
    chart = process_map(view)
    assert view.chosen is not None
    drawn = rows(chart, "lines")
    assert {key: (own["is_sure"], own["is_broken"]) for key, own in drawn.items()} == {
        line.id: (line.is_sure, line.is_broken) for line in view.chosen.lines
    }
    trouble, ink = palette(Theme.LIGHT).trouble, palette(Theme.LIGHT).ink
    marks = {
        chosen: filtered(chart, chosen)[0]["mark"]
        for chosen in (
            "datum.is_sure && !datum.is_broken",
            "!datum.is_sure && !datum.is_broken",
            "datum.is_sure && datum.is_broken",
            "!datum.is_sure && datum.is_broken",
        )
    }
    sure, implied, broken, both = marks.values()
    assert sure["strokeWidth"] > implied["strokeWidth"]
    assert (sure["strokeDash"], broken["strokeDash"]) == ([1, 0], [1, 0])
    assert implied["strokeDash"] == both["strokeDash"] == [5, 4]
    assert [mark["color"] for mark in marks.values()] == [ink, ink, trouble, trouble]
    disc, sign = filtered(chart, "datum.is_broken")
    assert disc["mark"]["stroke"] == sign["mark"]["color"] == trouble
    assert {own["sign"] for own in drawn.values()} == {"!"}
    assert not rows(process_map(the_map(process_id=None)), "lines")


def test_lines_run_below_the_boxes_and_their_dots_above_at_the_receiver() -> None:
    chart = process_map(the_map())
    order = [(layer["data"]["name"], layer["mark"]["type"]) for layer in chart.to_dict()["layer"]]
    assert max(place for place, one in enumerate(order) if one == ("lines", "rule")) < order.index(("boxes", "rect"))
    dots = next(layer for layer in layers(chart, "lines") if layer["mark"]["type"] == "point")
    assert (dots["encoding"]["x"]["field"], dots["encoding"]["y"]["field"]) == ("end_x", "end_y")


def test_a_click_on_a_box_names_its_process() -> None:
    selectable = process_map(the_map(), is_selectable=True).to_dict()
    (parameter,) = selectable["params"]
    assert (parameter["name"], parameter["select"]["fields"]) == (PROCESS_SELECTION, ["process_id"])
    assert "params" not in process_map(the_map()).to_dict()


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
@pytest.mark.parametrize("colour", Colour)
def test_the_text_of_every_box_is_readable_and_its_edge_is_seen(theme: Theme, colour: Colour) -> None:
    colours, steps = palette(theme), scale_steps(theme)
    for whole in (the_sample().told, mixed(), mixed(scope=("planning",))):
        for box in map_view(whole, colour).boxes:
            step = steps.get(box.cell.style)
            fill = step.fill if step else colours.panel if box.is_out else colours.ground
            ink = step.ink if step else colours.quiet_ink if box.is_out else colours.ink
            assert contrast_ratio(ink, fill) >= READABLE
    assert contrast_ratio(colours.edge, colours.panel) >= EDGE_SEEN
    assert contrast_ratio(colours.trouble, colours.panel) >= EDGE_SEEN


def linear(colour: str) -> list[float]:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def grey(colour: str) -> float:
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def without_green(colour: str) -> float:
    """The lightness that is left for somebody without green cones."""
    seen = [sum(share * part for share, part in zip(line, linear(colour), strict=True)) for line in DEUTERANOPE]
    return 0.2126 * seen[0] + 0.7152 * seen[1] + 0.0722 * seen[2]


@pytest.mark.parametrize("seen", [grey, without_green])
@pytest.mark.parametrize("scale", ["rating", "gap"])
@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
def test_without_colours_each_step_is_still_darker_or_lighter_than_the_one_before(
    theme: Theme, scale: str, seen: Any
) -> None:
    light = [seen(scale_steps(theme)[f"{scale}-{step}"].fill) for step in range(6)]
    ratios = [(max(pair) + 0.05) / (min(pair) + 0.05) for pair in pairwise(light)]
    assert light == sorted(light, reverse=theme is Theme.LIGHT)
    assert min(ratios) >= LEAST_STEP


@pytest.mark.parametrize("colour", Colour)
def test_without_any_colour_the_text_of_a_box_tells_its_step(colour: Colour) -> None:
    """Boxes of two styles never have one text, but for places in an order, which say more than their step."""
    styles: dict[str, set[str]] = {}
    for whole in (the_sample().told, mixed()):
        for box in map_view(whole, colour).boxes:
            styles.setdefault(box.cell.text.rstrip("*"), set()).add(box.cell.style)
    if colour is not Colour.PRIORITY:
        assert all(len(found) == 1 for found in styles.values()), styles


@pytest.mark.parametrize(
    "whole", [the_sample(), mixed(), with_long_names(the_sample())], ids=["sample", "mixed", "long"]
)
def test_on_paper_every_box_has_its_letter_its_name_and_its_marks(whole: Any) -> None:
    view = map_view(whole.told)
    drawing = ElementTree.fromstring(map_svg(view, 170, 17.5))
    texts = [element.text or "" for element in drawing.iter(f"{SVG}text")]
    for box in view.boxes:
        assert box.cell.text in texts
        assert set(box_lines(box)) <= set(texts)
    title = drawing.find(f"{SVG}title")
    assert title is not None
    assert title.text == f"{view.finding} {view.measure}"
    rects = list(drawing.iter(f"{SVG}rect"))
    dashed = [own for own in rects if own.get("stroke-dasharray") == "1.4 0.9"]
    assert len(rects) == len(view.boxes) + len(view.frames)
    assert len(dashed) == sum(Mark.DASHED in box.cell.marks for box in view.boxes)
    assert len(list(drawing.iter(f"{SVG}path"))) == sum(Mark.HATCHED in box.cell.marks for box in view.boxes)
    width, height = (float(part) for part in drawing.get("viewBox", "").split()[2:])
    assert all(float(own.get("x", -1)) + float(own.get("width", 0)) <= width + 0.02 for own in rects)
    assert all(float(own.get("y", -1)) + float(own.get("height", 0)) <= height + 0.02 for own in rects)


def test_a_name_that_is_too_long_for_its_box_is_cut_and_whole_in_its_words() -> None:
    view = map_view(with_long_names(the_sample()).told)
    for box in view.boxes:
        lines = box_lines(box)
        assert len(lines) <= 3
        assert box.name in box.spoken
    assert any(line.endswith("…") for box in view.boxes for line in box_lines(box))


def test_hostile_names_are_text_on_paper() -> None:
    view = the_map()
    own = replace(view.boxes[0], name="<script>&\"'")
    drawing = str(map_svg(replace(view, boxes=(own,)), 170, 17.5))
    assert "<script>" not in drawing
    ElementTree.fromstring(drawing)


def test_the_chart_is_one_that_can_be_drawn() -> None:
    spec = process_map(the_map(), Theme.DARK).to_dict()
    assert "<svg" in vl_convert.vegalite_to_svg(spec | {"width": 800})
