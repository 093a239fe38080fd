"""A QR code that cameras read: the link is in it, light surrounds it, and nothing of a text acts in it."""

from __future__ import annotations

import re

import segno

from assessment.charts.join_code import QUIET_MODULES, join_code_svg

LINK = "http://192.168.178.120:8601/join/k/abcdefghijklmnopqrstuv"


def modules(svg: str) -> set[tuple[int, int]]:
    """The dark modules that the drawing fills, as column and line without the quiet zone."""
    (path,) = re.findall(r'fill="#000000" d="([^"]+)"', svg)
    return {
        (int(x) + step - QUIET_MODULES, int(y) - QUIET_MODULES)
        for x, y, width in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\d+z", path)
        for step in range(int(width))
    }


def test_the_drawing_fills_the_modules_of_the_code_and_no_other() -> None:
    matrix = segno.make_qr(LINK, error="m", boost_error=False).matrix
    dark = {(x, y) for y, line in enumerate(matrix) for x, module in enumerate(line) if module}
    assert modules(join_code_svg(LINK, "a code")) == dark
    assert len(dark) > 300


def test_four_light_modules_stand_around_it_on_white_in_every_theme() -> None:
    svg = join_code_svg(LINK, "a code")
    side = len(segno.make_qr(LINK, error="m", boost_error=False).matrix) + 8
    assert f'viewBox="0 0 {side} {side}"' in svg
    assert f'<path fill="#FFFFFF" d="M0 0h{side}v{side}h-{side}z"/>' in svg
    assert {x for x, _ in modules(svg)} == set(range(side - 8))


def test_what_it_is_for_is_said_to_who_does_not_see_it_and_does_nothing() -> None:
    svg = join_code_svg(LINK, '"><script>alert(1)</script>', size=200)
    assert svg.count("<title>&#34;&gt;&lt;script&gt;") == 1
    assert "<script" not in svg
    assert ' width="200" height="200"' in svg
