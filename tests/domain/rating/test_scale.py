"""Six codes, six letters, and bands whose edges belong below (METHOD.md section 1)."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.domain.rating.scale import (
    band_of_percent,
    code_of_percent,
    is_above,
    letter_of_code,
    letter_of_percent,
    percent_of_code,
    shown_score,
)

EDGES = {15.0: ("N", "P-"), 32.5: ("P-", "P+"), 50.0: ("P+", "L-"), 67.5: ("L-", "L+"), 85.0: ("L+", "F")}


def test_each_code_has_its_letter_and_its_percent() -> None:
    assert [letter_of_code(code).value for code in range(6)] == ["N", "P-", "P+", "L-", "L+", "F"]
    assert [percent_of_code(code) for code in range(6)] == [0, 20, 40, 60, 80, 100]


@pytest.mark.parametrize("code", range(6))
def test_twenty_times_a_code_lands_in_its_own_band(code: int) -> None:
    assert code_of_percent(20 * code) == code
    assert letter_of_percent(20 * code) is letter_of_code(code)


@pytest.mark.parametrize("edge", EDGES)
def test_an_edge_belongs_to_the_lower_band_within_a_billionth(edge: float) -> None:
    below, above = EDGES[edge]
    assert letter_of_percent(edge).value == below
    assert letter_of_percent(edge + 5e-10).value == below
    assert letter_of_percent(edge + 5e-9).value == above
    assert letter_of_percent(math.nextafter(edge, 0)).value == below
    assert band_of_percent(edge) == below[0]


def test_nothing_is_n_and_everything_is_f() -> None:
    assert (letter_of_percent(0).value, letter_of_percent(100).value) == ("N", "F")
    assert (band_of_percent(0), band_of_percent(100)) == ("N", "F")


@given(st.floats(0, 100))
def test_the_plain_letter_is_the_first_of_the_refined_one(percent: float) -> None:
    assert band_of_percent(percent) == letter_of_percent(percent).value[0]


@given(st.floats(0, 100), st.floats(0, 100))
def test_more_is_never_a_lower_letter(first: float, second: float) -> None:
    low, high = sorted((first, second))
    assert code_of_percent(low) <= code_of_percent(high)


def test_above_a_bound_means_more_than_a_billionth_above_it() -> None:
    assert not is_above(67.5, 67.5)
    assert not is_above(67.5 + 1e-10, 67.5)
    assert is_above(67.5 + 1e-8, 67.5)


@pytest.mark.parametrize(
    ("score", "shown"),
    [(0.0, 0.0), (0.99, 0.9), (1.0952, 1.0), (2.99, 2.9), (2.7, 2.7), (3.0, 3.0), (4.99, 4.9), (5.0, 5.0)],
)
def test_a_score_is_shown_rounded_down(score: float, shown: float) -> None:
    assert shown_score(score) == shown


def test_a_score_that_floating_point_puts_a_hair_below_a_tenth_is_shown_at_that_tenth() -> None:
    a_hair_below = 2 + sum([0.1] * 3) - 2 * 2**-52
    assert a_hair_below < 2.3
    assert shown_score(a_hair_below) == 2.3


@given(st.integers(0, 4), st.floats(0, 0.99))
def test_a_shown_score_never_reaches_the_next_level(level: int, progress: float) -> None:
    assert level <= shown_score(level + progress) < level + 1
