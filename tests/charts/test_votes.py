"""Votes as dots: as many as there are votes, coloured by the house's tokens, and said in words."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from assessment.charts.tokens import DARK, LIGHT
from assessment.charts.votes import dots_svg, earlier_svg, most_dots, spread_svg
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


def test_a_whole_spread_has_a_row_for_each_letter_with_its_count_and_says_all_of_it() -> None:
    told = spread(0, 0, 2, 3, 0, 0)
    svg = spread_svg(told, DARK, width=400)
    assert re.findall(r">([^<>]+)</text>", svg) == ["A", "B", "C", "2 people", "D", "3 people", "E", "F"]
    assert len(circles(svg)) == 5
    assert f"<title>{told.spoken}</title>" in svg
    assert "C: 2 of 5; D: 3 of 5 (Middle of the votes)" in told.spoken
    assert DARK.accent in svg
    assert LIGHT.accent not in svg
    assert ' width="400" height="' in svg


def test_nothing_of_a_text_acts_in_a_drawing() -> None:
    told = replace(spread(0, 0, 3, 0, 0, 0), spoken=HOSTILE)
    told = replace(told, statements=tuple(replace(one, text=HOSTILE, letter=HOSTILE) for one in told.statements))
    assert "<script" not in spread_svg(told)
    assert "&lt;script&gt;" in spread_svg(told)


@pytest.mark.parametrize("count", [1, 12, 13, 40, 300])
def test_a_round_before_has_a_column_for_each_statement_inside_its_drawing(count: int) -> None:
    former = a_round(0, 0, count, 3, 0, 0)
    (before,) = reveal_view(ITEM, (revealed(0, 0, 3, 0, 0, 0, number=2, former=(former,)),), FLOOR).spreads[0].earlier
    svg = earlier_svg(before)
    assert len(circles(svg)) == count + 3
    assert "".join(re.findall(r">([A-F])</text>", svg)) == "ABCDEF"
    height = float(re.findall(r'viewBox="0 0 96 ([\d.]+)"', svg)[0])
    assert all(0 < float(y) < height for y in re.findall(r'cy="([\d.-]+)"', svg))
