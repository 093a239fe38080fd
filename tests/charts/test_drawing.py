"""The small drawings of table rows: every place stands where the track says, and marks are told apart by shape."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from assessment.charts.drawing import MARGIN_MM, track_svg
from assessment.charts.tokens import LIGHT, LIGHT_STEPS
from assessment.views.levels import movement_view
from assessment.views.model import Segment, Track
from tests.computing import mixed

WIDTH = 53.2
INNER = WIDTH - 2 * MARGIN_MM


def place(percent: float) -> float:
    return MARGIN_MM + INNER * percent / 100


def circles(svg: str) -> list[dict[str, str]]:
    return [dict(re.findall(r'([\w-]+)="([^"]*)"', found)) for found in re.findall(r"<circle [^>]*>", svg)]


def test_a_dot_stands_at_its_place_and_a_diamond_at_its_own() -> None:
    svg = track_svg(Track(dot=20, diamond=80), WIDTH, "")
    (dot,) = circles(svg)
    assert float(dot["cx"]) == pytest.approx(place(20), abs=0.01)
    assert dot["fill"] == LIGHT.accent
    points = re.search(r'<polygon points="([\d.]+),', svg)
    assert points is not None
    assert float(points.group(1)) == pytest.approx(place(80), abs=0.01)


def test_a_dashed_dot_is_hollow_with_a_dashed_edge() -> None:
    (dashed,) = circles(track_svg(Track(dot=20, is_dashed=True), WIDTH, ""))
    (plain,) = circles(track_svg(Track(dot=20), WIDTH, ""))
    assert dashed["stroke-dasharray"] == "0.6 0.4"
    assert dashed["fill"] == LIGHT.ground
    assert "stroke-dasharray" not in plain
    assert dashed["cx"] == plain["cx"]


def test_a_ring_is_hollow_and_a_square_holds_the_level() -> None:
    (ring,) = circles(track_svg(Track(ring=50), WIDTH, ""))
    assert (ring["fill"], ring["stroke"]) == (LIGHT.ground, LIGHT.accent)
    square = track_svg(Track(dot=50, is_square=True), WIDTH, "")
    assert not circles(square)
    assert f'fill="{LIGHT.care}"' in square


def test_pieces_of_a_bar_have_their_style_width_and_text() -> None:
    pieces = (
        Segment(start=0, width=25, style="band-n", text="N"),
        Segment(start=25, width=75, style="band-l", text="L"),
    )
    svg = track_svg(Track(segments=pieces), 40.0, "")
    rects = [dict(re.findall(r'(\w+)="([^"]*)"', found)) for found in re.findall(r"<rect [^>]*>", svg)]
    assert [(float(rect["x"]), float(rect["width"]), rect["fill"]) for rect in rects] == [
        (0, 10, LIGHT_STEPS["band-n"].fill),
        (10, 30, LIGHT_STEPS["band-l"].fill),
    ]
    assert re.findall(r">(\w)</text>", svg) == ["N", "L"]


def test_a_fill_is_as_long_as_its_share_and_dashed_where_it_is_provisional() -> None:
    solid, dashed = (track_svg(Track(fill=50, is_dashed=is_dashed), WIDTH, "") for is_dashed in (False, True))
    for svg in (solid, dashed):
        assert f'width="{INNER / 2:.2f}"' in svg
    assert "stroke-dasharray" in dashed
    assert "stroke-dasharray" not in solid


def test_what_it_says_in_words_is_its_title_and_never_markup() -> None:
    svg = track_svg(Track(dot=1), WIDTH, "<b>as-is</b> & more")
    title = ElementTree.fromstring(svg).find("{http://www.w3.org/2000/svg}title")
    assert title is not None
    assert title.text == "<b>as-is</b> & more"


def test_the_movement_of_a_process_is_drawn_from_its_score_to_its_target() -> None:
    track = movement_view(mixed()).tables[0].cell("building", "track").track
    assert track is not None
    svg = track_svg(track, WIDTH, "")
    (dot,) = circles(svg)
    assert float(dot["cx"]) == pytest.approx(place(20 * (1 + 18 / 21)), abs=0.01)
    assert svg.count("<rect") == 6 + 1  # a rule a level and the line
