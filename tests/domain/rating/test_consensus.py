"""Many ratings, one value: somebody's answer, or what the room agreed on (METHOD.md section 3)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.domain.answered.assessment import AgreedValue, Rating
from assessment.domain.authored.framework import Horizon
from assessment.domain.rating.answer_table import tabulate
from assessment.domain.rating.consensus import lower_median, rate_items, reach_consensus, upper_median
from assessment.domain.rating.results import ItemResult, Outcome
from tests.builders import DK, NA, agreed, an_assessment, rated, respondents, tiny_framework

ITEM = "planning.deliver-1"


def consensus_of(*values: int | str) -> int | str | None:
    """The consensus of some ratings of one item: a code, "N/A" or None."""
    codes = [value for value in values if isinstance(value, int)]
    counts = [codes.count(code) for code in range(6)]
    outcome, code = reach_consensus(counts, values.count(NA), values.count(DK))
    return "N/A" if outcome is Outcome.NOT_APPLICABLE else code


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ((2, 3, 3, 4, 5), 3),
        ((2, 3), 2),
        ((0, 5), 0),
        ((1, 2, 4, 5), 2),
        ((3,), 3),
        ((5, 5, 5), 5),
        ((0,), 0),
    ],
)
def test_the_value_is_the_lower_median_of_the_numeric_ratings(values: tuple[int, ...], expected: int) -> None:
    assert consensus_of(*values) == expected


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ((NA, 3), 3),
        ((NA, NA, 3), "N/A"),
        ((NA, NA, 3, 3), 3),
        ((NA, NA, DK, 2), "N/A"),
        ((NA, DK), "N/A"),
        ((NA, DK, DK), None),
        ((NA, NA, NA, 2, DK, DK, DK), "N/A"),
        ((NA, NA, 2, DK, DK, DK), 2),
        ((NA,), "N/A"),
    ],
)
def test_not_applicable_has_to_outnumber_ratings_and_match_the_dont_knows(
    values: tuple[int | str, ...], expected: int | str | None
) -> None:
    assert consensus_of(*values) == expected


def test_dont_know_is_silence_and_not_zero() -> None:
    assert consensus_of(DK, DK, 4) == 4
    assert consensus_of(DK, DK) is None
    assert consensus_of() is None
    assert consensus_of(0) == 0


@given(st.lists(st.integers(0, 5), min_size=1, max_size=12))
def test_the_median_is_an_answer_that_somebody_gave(codes: list[int]) -> None:
    assert lower_median([codes.count(code) for code in range(6)]) == sorted(codes)[(len(codes) - 1) // 2]


@given(st.lists(st.integers(0, 5), min_size=1, max_size=12))
def test_the_upper_reading_is_an_answer_too_and_the_same_for_odd_numbers(codes: list[int]) -> None:
    counts = [codes.count(code) for code in range(6)]
    assert upper_median(counts) == sorted(codes)[len(codes) // 2]
    assert len(codes) % 2 == 0 or upper_median(counts) == lower_median(counts)


def test_without_a_number_there_is_neither_median() -> None:
    assert (lower_median([0] * 6), upper_median([0] * 6)) == (None, None)


def item_result(
    ratings: tuple[Rating, ...], agreements: tuple[AgreedValue, ...] = (), horizon: Horizon = Horizon.AS_IS
) -> ItemResult:
    framework = tiny_framework(1)
    assessment = an_assessment(framework, respondents=respondents(4), ratings=ratings, agreed=agreements)
    table = tabulate(framework, assessment, ("planning",), horizon)["planning"]
    return next(result for result in rate_items(table, assessment.agreed_by_item) if result.item_id == ITEM)


def test_an_agreed_value_stands_before_the_median_and_the_dots_stay() -> None:
    result = item_result((rated(ITEM, 1, "r1"), rated(ITEM, 2, "r2"), rated(ITEM, DK, "r3")), (agreed(ITEM, 4),))
    assert (result.outcome, result.code, result.is_agreed) == (Outcome.RATED, 4, True)
    assert result.code_counts == (0, 1, 1, 0, 0, 0)
    assert (result.not_applicable_count, result.dont_know_count) == (0, 1)


def test_what_is_agreed_not_applicable_is_so_whatever_was_answered() -> None:
    result = item_result((rated(ITEM, 5, "r1"), rated(ITEM, 5, "r2")), (agreed(ITEM, NA),))
    assert (result.outcome, result.code, result.within_one_share) == (Outcome.NOT_APPLICABLE, None, None)


def test_an_agreed_value_needs_no_rating() -> None:
    result = item_result((), (agreed(ITEM, 3),))
    assert (result.outcome, result.code, result.consensus_share) == (Outcome.RATED, 3, None)


def test_an_agreed_to_be_says_nothing_of_the_as_is() -> None:
    result = item_result((rated(ITEM, 1),), (agreed(ITEM, 4, Horizon.TO_BE),))
    assert (result.code, result.is_agreed) == (1, False)


def test_agreement_is_measured_from_two_numeric_ratings_on() -> None:
    alone = item_result((rated(ITEM, 3, "r1"), rated(ITEM, NA, "r2")))
    assert (alone.consensus_share, alone.within_one_share) == (None, None)
    apart = item_result(
        (rated(ITEM, 0, "r1"), rated(ITEM, 0, "r2"), rated(ITEM, 5, "r3"), rated(ITEM, 5, "r4")),
    )
    assert (apart.code, apart.consensus_share, apart.within_one_share) == (0, 0.0, 0.5)


def test_within_one_is_counted_from_the_agreed_value() -> None:
    result = item_result((rated(ITEM, 1, "r1"), rated(ITEM, 2, "r2")), (agreed(ITEM, 5),))
    assert result.within_one_share == 0.0


def rated_by(*values: int | str) -> tuple[Rating, ...]:
    """One rating of the item by each of r1, r2, ..."""
    return tuple(rated(ITEM, value, f"r{number}") for number, value in enumerate(values, start=1))


@pytest.mark.parametrize(
    ("values", "code", "upper", "is_split"),
    [
        ((4, 2), 2, 4, True),
        ((2, 3), 2, 3, False),
        ((5, 1, 3, 2), 2, 3, False),
        ((0, 0, 5, 5), 0, 5, True),
        ((0, 1, 5), 1, 1, False),
        ((0, DK, 5), 0, 5, True),
        ((3, NA), 3, 3, False),
    ],
)
def test_the_room_is_split_where_the_two_middle_numbers_are_two_codes_apart(
    values: tuple[int | str, ...], code: int, upper: int, is_split: bool
) -> None:
    result = item_result(rated_by(*values))
    assert (result.code, result.upper_code, result.is_split) == (code, upper, is_split)


def test_not_applicable_and_unrated_stay_what_they_are_in_the_upper_reading() -> None:
    for values, outcome in (((NA, NA, NA, 0), Outcome.NOT_APPLICABLE), ((DK, DK), Outcome.UNRATED)):
        result = item_result(rated_by(*values))
        assert (result.outcome, result.upper_code, result.is_split) == (outcome, None, False)


def test_an_agreed_value_is_both_readings_and_ends_the_split() -> None:
    result = item_result(rated_by(1, 4), (agreed(ITEM, 3),))
    assert (result.code, result.upper_code, result.is_split) == (3, 3, False)
    away = item_result(rated_by(1, 4), (agreed(ITEM, NA),))
    assert (away.upper_code, away.is_split) == (None, False)


def test_people_behind_a_value_are_its_numbers_or_those_present_when_it_was_agreed() -> None:
    assert item_result(rated_by(1, 4, DK, NA)).people_count == 2
    assert item_result(rated_by(1, 4, 4), (agreed(ITEM, 3),)).people_count == 3
    assert item_result(rated_by(1), (agreed(ITEM, 3, present_ids=("r1", "r2", "r4")),)).people_count == 3
    assert item_result(rated_by(1, 2, 3), (agreed(ITEM, 3, present_ids=("r4",)),)).people_count == 3
    assert item_result((), (agreed(ITEM, 3, present_ids=("r1", "removed-since")),)).people_count == 1
