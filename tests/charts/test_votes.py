"""Votes as dots: as many as there are votes, coloured by the house's tokens, and said in words."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from assessment.charts.tokens import DARK, LIGHT
from assessment.charts.votes import dots_svg, earlier_svg, most_dots
from assessment.views.workshop.reveal import reveal_view
from tests.views.workshop.test_reveal import FLOOR, ITEM, a_round, revealed, spread

HOSTILE = '"/><script>alert(1)</script>'


def circles(svg: str) -> list[str]:
    return re.findall(r'<circle class="([a-z-]+)"', svg)


def test_a_row_has_a_dot_for_each_vote_and_one_that_is_far_is_a_ring() -> None:
    told = spread(2, 0, 0, 4, 0, 0)
    far, none, value = (dots_svg(told.statements[code], most_dots((told,))) for code in (0, 1, 3))
    assert circles(far) == ["dot-far"] * 2
    assert f'fill="{LIGHT.ground}" stroke="{LIGHT.accent}"' in far
    assert circles(none) == []
    assert 'class="dot-track"' in none
    assert circles(value) == ["dot-value"] * 4
    assert 'aria-hidden="true"' in value


def test_rows_of_one_spread_have_one_scale() -> None:
    told = spread(0, 0, 1, 12, 0, 0)
    most = most_dots((told,))
    assert most == 12
    boxes = {re.findall(r'viewBox="([^"]+)"', dots_svg(one, most))[0] for one in told.statements}
    assert boxes == {f"0 0 {24 * 12} 24"}


def test_a_drawing_takes_the_colours_of_the_palette_it_is_given() -> None:
    value = spread(0, 0, 2, 3, 0, 0).statements[3]
    assert DARK.accent in dots_svg(value, 3, DARK)
    assert LIGHT.accent not in dots_svg(value, 3, DARK)


def test_nothing_of_a_text_acts_in_a_drawing() -> None:
    (before,) = (
        reveal_view(ITEM, (revealed(0, 0, 3, 0, 0, 0, number=2, former=(a_round(0, 0, 3, 0, 0, 0),)),), FLOOR)
        .spreads[0]
        .earlier
    )
    svg = earlier_svg(replace(before, spoken=HOSTILE))
    assert "<script" not in svg
    assert "&lt;script&gt;" in svg


@pytest.mark.parametrize("count", [1, 12, 13, 40, 300])
def test_a_round_before_has_a_column_for_each_statement_inside_its_drawing(count: int) -> None:
    former = a_round(0, 0, count, 3, 0, 0)
    (before,) = reveal_view(ITEM, (revealed(0, 0, 3, 0, 0, 0, number=2, former=(former,)),), FLOOR).spreads[0].earlier
    svg = earlier_svg(before)
    assert len(circles(svg)) == count + 3
    assert "".join(re.findall(r">([A-F])</text>", svg)) == "ABCDEF"
    height = float(re.findall(r'viewBox="0 0 96 ([\d.]+)"', svg)[0])
    assert all(0 < float(y) < height for y in re.findall(r'cy="([\d.-]+)"', svg))
