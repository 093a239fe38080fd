"""Which values may be taken at once: cases worked by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.domain.answered.assessment import Assessment
from assessment.domain.authored.framework import Depth, Horizon
from assessment.domain.workshop.accepting import acceptable_item, acceptable_items, agrees, is_close
from tests.builders import DK, NA, agreed, an_assessment, rated, respondents, tiny_framework

FRAMEWORK = tiny_framework()
ITEM = "planning.deliver-1"


def answered_with(*values: int | str, **changes: object) -> Assessment:
    ratings = tuple(rated(ITEM, value, f"r{number}") for number, value in enumerate(values, start=1))
    return an_assessment(FRAMEWORK, ratings=ratings, respondents=respondents(max(3, len(values))), **changes)


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ((3, 3, 3), 3),
        ((3, 3, 4), 3),  # Cns 0.86
        ((2, 3, 4), 3),  # Cns 0.79: see below
        ((3, 3, 3, DK), 3),
        ((3, 3), None),  # fewer than the floor
        ((3, 3, DK), None),  # don't-knows do not fill the floor
        ((3, 3, 3, DK, DK, DK), None),  # as many don't know
        ((3, 3, 3, NA), None),  # somebody says it does not apply
        ((3, 3, 3, 3, 3, 3, 3, 3, 3, 5), None),  # one is two steps away, Cns 0.86
        ((1, 1, 4, 4), None),
        ((NA, NA, NA), None),
        ((), None),
    ],
)
def test_a_value_may_be_taken_where_enough_people_are_close(values: tuple[int | str, ...], code: int | None) -> None:
    found = acceptable_item(answered_with(*values), ITEM, Horizon.AS_IS, 0.75)

    assert (None if found is None else found.code) == code


def test_the_bound_is_reached_by_four_fifths_of_agreement_and_not_by_less() -> None:
    # 2, 3, 4: mean 3, 1 + (2/3) * log2(1 - 1/5) = 0.7854
    assert not is_close((0, 0, 1, 1, 1, 0))
    assert is_close((0, 0, 1, 1, 1, 0), 0.78)
    # 3, 3, 4: mean 10/3, 1 + (2/3) * log2(14/15) + (1/3) * log2(13/15) = 0.8649
    assert is_close((0, 0, 0, 2, 1, 0))
    assert not is_close((0, 0, 0, 2, 1, 0), 0.87)


def test_one_answer_is_close_to_nothing() -> None:
    assert not is_close((0, 0, 0, 1, 0, 0))
    assert not is_close((0, 0, 0, 0, 0, 0))


def test_what_stands_behind_a_value_is_told() -> None:
    found = acceptable_item(answered_with(4, 3, 3, DK), ITEM, Horizon.AS_IS)

    assert found is not None
    assert (found.code, found.answer_count, found.same_count) == (3, 3, 2)
    assert found.respondent_ids == ("r1", "r2", "r3", "r4")
    assert found.consensus_share == pytest.approx(0.8649, abs=1e-4)


def test_what_is_agreed_is_not_on_the_list() -> None:
    assert acceptable_item(answered_with(3, 3, 3, agreed=(agreed(ITEM, 3),)), ITEM, Horizon.AS_IS) is None


def test_the_floor_is_that_of_the_assessment() -> None:
    assert acceptable_item(answered_with(3, 3, 3, anonymity_floor=4), ITEM, Horizon.AS_IS) is None
    assert acceptable_item(answered_with(3, 3, anonymity_floor=2), ITEM, Horizon.AS_IS) is not None


def test_the_list_follows_the_model_and_holds_each_horizon_that_is_asked() -> None:
    ratings = tuple(
        rated(item_id, 3, respondent_id, horizon)
        for item_id in ("building.delivery", "planning.ownership", "planning.delivery")
        for respondent_id in ("r1", "r2", "r3")
        for horizon in Horizon
    )
    both = an_assessment(FRAMEWORK, ratings=ratings, depth=Depth.QUICK, asks_to_be=True)
    one = an_assessment(FRAMEWORK, ratings=ratings, depth=Depth.QUICK)

    assert [(found.item_id, found.horizon.value) for found in acceptable_items(FRAMEWORK, both)] == [
        ("planning.delivery", "as-is"),
        ("planning.delivery", "to-be"),
        ("planning.ownership", "as-is"),
        ("planning.ownership", "to-be"),
        ("building.delivery", "as-is"),
        ("building.delivery", "to-be"),
    ]
    assert [found.item_id for found in acceptable_items(FRAMEWORK, one)] == [
        "planning.delivery",
        "planning.ownership",
        "building.delivery",
    ]
    assert [found.item_id for found in acceptable_items(FRAMEWORK, one, process_ids=("building",))] == [
        "building.delivery"
    ]
    out_of_scope = one.model_copy(update={"scope": ("building",)})
    assert [found.item_id for found in acceptable_items(FRAMEWORK, out_of_scope)] == ["building.delivery"]


@given(st.lists(st.integers(0, 5), min_size=8, max_size=8), st.integers(1, 6), st.floats(0.5, 1.0))
def test_a_stricter_bound_or_a_higher_floor_never_lets_more_through(
    counts: list[int], floor: int, bound: float
) -> None:
    if agrees(counts, floor + 1, bound):
        assert agrees(counts, floor, bound)
    if agrees(counts, floor, bound):
        assert agrees(counts, floor, 0.5)
        assert max(code for code in range(6) if counts[code]) - min(code for code in range(6) if counts[code]) <= 2
