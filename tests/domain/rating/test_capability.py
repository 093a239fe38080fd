"""From items to percents, from percents to levels and scores (METHOD.md sections 4 to 6)."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.domain.authored.framework import Horizon
from assessment.domain.rating.capability import (
    Ladder,
    ladder_of,
    mean_percent,
    rate_attribute,
    rate_codes,
    rate_level,
    rate_process,
    status_of,
)
from assessment.domain.rating.results import AttributeResult, ItemResult, Outcome, ProcessStatus
from tests.builders import NA, tiny_framework
from tests.domain.ladders import LADDER, level_of, profile

ABOVE_50, ABOVE_CARRY, ABOVE_85 = 50.01, 67.51, 85.01


def attribute_of(
    values: Sequence[int | str | None],
    weights: Sequence[float] | None = None,
    carry: float = 67.5,
    upper: Sequence[int | str | None] | None = None,
) -> AttributeResult:
    """An attribute from the consensus of its items: codes, NA, or None for unrated; `upper` where that differs."""
    items = tuple(
        an_item(f"process.item-{number}", value, upper_value)
        for number, (value, upper_value) in enumerate(zip(values, upper or values, strict=True), start=1)
    )
    return rate_attribute("attribute", items, weights or [1.0] * len(items), carry)


def an_item(item_id: str, value: int | str | None, upper_value: int | str | None) -> ItemResult:
    outcome = Outcome.UNRATED if value is None else Outcome.NOT_APPLICABLE if value == NA else Outcome.RATED
    return ItemResult(
        item_id=item_id,
        horizon=Horizon.AS_IS,
        outcome=outcome,
        code=value if isinstance(value, int) else None,
        upper_code=upper_value if isinstance(upper_value, int) else None,
        is_agreed=False,
        is_split=False,
        code_counts=(0, 0, 0, 0, 0, 0),
        not_applicable_count=0,
        dont_know_count=0,
        consensus_share=None,
        within_one_share=None,
        people_count=0,
    )


# items to attribute


def test_the_percent_is_the_mean_of_the_codes_as_a_share_of_five() -> None:
    rated = attribute_of([5, 5, 5, 4, 4])
    assert (rated.outcome, rated.percent, rated.letter, rated.band) == (Outcome.RATED, 92.0, "F", "F")
    assert (rated.low_percent, rated.high_percent, rated.coverage_share) == (92.0, 92.0, 1.0)


def test_weights_weigh() -> None:
    assert attribute_of([5, 0], [3.0, 1.0]).percent == 75.0
    assert attribute_of([5, 0], [0.3, 0.1]).percent == pytest.approx(75.0, abs=1e-9)


def test_all_at_the_ends_are_0_and_100() -> None:
    assert (attribute_of([0, 0, 0]).percent, attribute_of([0, 0, 0]).band) == (0.0, "N")
    assert (attribute_of([5, 5, 5]).percent, attribute_of([5, 5, 5]).band) == (100.0, "F")


def test_one_weak_item_caps_a_strong_attribute_at_85_and_is_named() -> None:
    for weak in (0, 1, 2):
        rated = attribute_of([5] * 19 + [weak])
        assert (rated.percent, rated.letter, rated.is_capped) == (85.0, "L+", True)
        assert rated.capped_by == ("process.item-20",)


def test_an_item_largely_done_caps_nothing() -> None:
    rated = attribute_of([5, 5, 5, 5, 3])
    assert (rated.percent, rated.is_capped, rated.capped_by) == (92.0, False, ())


def test_a_percent_of_85_or_less_is_not_capped_whatever_its_items() -> None:
    below = attribute_of([5, 5, 5, 2])
    assert (below.percent, below.is_capped, below.capped_by) == (85.0, False, ())
    assert attribute_of([4, 0]).percent == 40.0


def test_an_item_of_weight_0_counts_nowhere_and_is_kept() -> None:
    rated = attribute_of([5, 0, 4], [1.0, 0.0, 1.0])
    assert (rated.percent, rated.is_capped, rated.coverage_share) == (90.0, False, 1.0)
    assert len(rated.items) == 3
    assert attribute_of([5, None], [1.0, 0.0]).coverage_share == 1.0


def test_an_attribute_with_nothing_but_weight_0_or_not_applicable_leaves_the_model() -> None:
    for rated in (attribute_of([NA, NA]), attribute_of([3, NA], [0.0, 1.0]), attribute_of([])):
        assert rated.outcome is Outcome.NOT_APPLICABLE
        assert (rated.percent, rated.letter, rated.band, rated.coverage_share) == (None, None, None, None)
        assert (rated.low_percent, rated.high_percent) == (None, None)


def test_not_applicable_leaves_the_denominator_and_the_coverage() -> None:
    rated = attribute_of([4, NA, NA, None])
    assert (rated.percent, rated.coverage_share) == (80.0, 0.5)


def test_nothing_rated_is_n_without_evidence_and_could_be_anything() -> None:
    rated = attribute_of([None, None])
    assert (rated.outcome, rated.percent, rated.letter, rated.coverage_share) == (Outcome.UNRATED, 0.0, "N", 0.0)
    assert (rated.low_percent, rated.high_percent) == (0.0, 100.0)


def test_bounds_take_the_unrated_at_0_and_at_5_by_weight_and_coverage_by_count() -> None:
    rated = attribute_of([3, None], [3.0, 1.0])
    assert (rated.percent, rated.low_percent, rated.high_percent) == (60.0, 45.0, 70.0)
    assert rated.coverage_share == 0.5


def test_bounds_are_capped_like_the_percent() -> None:
    weak_and_open = attribute_of([5] * 10 + [2, None])
    assert weak_and_open.percent == pytest.approx(85.0)
    assert (weak_and_open.low_percent, weak_and_open.high_percent) == (85.0, 85.0)
    strong_and_open = attribute_of([5] * 19 + [None])
    assert (strong_and_open.percent, strong_and_open.is_capped) == (100.0, False)
    assert (strong_and_open.low_percent, strong_and_open.high_percent) == (85.0, 100.0)


@given(
    st.lists(
        st.tuples(st.one_of(st.none(), st.integers(0, 5)), st.sampled_from((0.5, 1.0, 2.0, 10.0))),
        min_size=1,
        max_size=8,
    )
)
def test_a_percent_lies_between_its_bounds(items: list[tuple[int | None, float]]) -> None:
    rated = rate_codes([code for code, _ in items], [weight for _, weight in items])
    assert rated.percent is not None
    assert rated.low_percent is not None
    assert rated.high_percent is not None
    assert 0 <= rated.low_percent <= rated.percent + 1e-9
    assert rated.percent <= rated.high_percent + 1e-9
    assert rated.high_percent <= 100 + 1e-9


def test_an_attribute_is_carried_above_the_carry_bound_and_not_at_it() -> None:
    assert attribute_of([4]).is_carried
    assert not attribute_of([3]).is_carried
    at_the_bound = attribute_of([5, 5, 5, 2], carry=85.0)
    assert (at_the_bound.percent, at_the_bound.is_carried) == (85.0, False)
    assert not attribute_of([5, 5, 4, 3], carry=85.0).is_carried
    assert attribute_of([5, 5, 5, 4], carry=85.0).is_carried
    assert not attribute_of([None]).is_carried
    assert not attribute_of([NA]).is_carried


def test_what_is_not_done_in_an_attribute_that_is_carried_is_named() -> None:
    carried = attribute_of([5, 0, 5, 5, 5, 0, 5])
    assert carried.percent == pytest.approx(500 / 7)
    assert carried.not_done == ("process.item-2", "process.item-6")
    assert attribute_of([5, 0, 1]).not_done == (), "it is not carried"
    assert attribute_of([5, 5, 1]).not_done == (), "started is not N"
    assert attribute_of([5, 5, None, NA]).not_done == (), "unrated is not N"
    assert attribute_of([5, 5, 0], [1.0, 1.0, 0.0]).not_done == (), "an item of weight 0 counts nowhere"


@given(st.lists(st.integers(0, 5), min_size=1, max_size=12))
def test_under_the_33020_bound_the_cap_leaves_nothing_carried_that_is_not_done(codes: list[int]) -> None:
    assert attribute_of(codes, carry=85.0).not_done == ()


def test_the_upper_reading_of_an_attribute_takes_the_upper_code_of_every_item_at_once() -> None:
    rated = attribute_of([2, 3, None, NA], upper=[4, 4, None, NA])
    assert (rated.percent, rated.upper_percent) == (50.0, 80.0)
    same = attribute_of([2, 3])
    assert (same.percent, same.upper_percent) == (50.0, 50.0)
    assert attribute_of([NA]).upper_percent is None


def test_the_upper_reading_is_capped_by_its_own_codes() -> None:
    freed = attribute_of([5] * 9 + [2], upper=[5] * 9 + [4])
    assert (freed.percent, freed.upper_percent) == (85.0, 98.0)
    held = attribute_of([5] * 8 + [4, 2], upper=[5] * 9 + [2])
    assert (held.percent, held.upper_percent) == (85.0, 85.0)


# whether a process is assessed


def attributes_of(**values: Sequence[int | str | None]) -> tuple[AttributeResult, ...]:
    """The eight attributes from their items' consensus; one that is not named has an unrated item."""
    return tuple(attribute_of(values.get(attribute_id, [None])) for attribute_id in LADDER.attribute_ids)


def test_a_process_of_which_nothing_is_rated_is_not_assessed_and_not_at_level_0() -> None:
    nothing = attributes_of()
    assert status_of(LADDER, nothing) is ProcessStatus.NOT_ASSESSED
    unassessed = rate_process(LADDER, nothing, 67.5)
    assert (unassessed.level, unassessed.score, unassessed.shown_score, unassessed.held_by) == (None, None, None, ())


def test_one_rated_item_is_enough_to_be_assessed() -> None:
    one = attributes_of(C5=[0])
    assert status_of(LADDER, one) is ProcessStatus.ASSESSED
    assert rate_process(LADDER, one, 67.5).level == 0


def test_an_item_of_weight_0_assesses_nothing() -> None:
    weightless = attribute_of([5, None], [0.0, 1.0])
    others = attributes_of()[1:]
    assert status_of(LADDER, (weightless, *others)) is ProcessStatus.NOT_ASSESSED


def test_without_delivery_a_process_is_not_applicable_whatever_is_open_elsewhere() -> None:
    for rest in ({}, {"Q": [3]}, {"C1": [NA]}):
        attributes = attributes_of(D=[NA, NA], **rest)
        assert status_of(LADDER, attributes) is ProcessStatus.NOT_APPLICABLE
        assert rate_process(LADDER, attributes, 67.5).level is None


def test_not_applicable_elsewhere_is_no_answer() -> None:
    assert status_of(LADDER, attributes_of(C1=[NA], Q=[NA, None])) is ProcessStatus.NOT_ASSESSED


# attributes to level


def test_nothing_achieved_is_level_0_held_by_delivery() -> None:
    assert (level_of().level, level_of().score, level_of().held_by) == (0, 0.0, ("D",))


def test_exactly_half_is_not_achieved() -> None:
    at_half = level_of(D=50.0)
    assert (at_half.level, at_half.score, at_half.shown_score) == (0, 0.99, 0.9)
    assert level_of(D=50.0 + 1e-10).level == 0
    assert level_of(D=ABOVE_50).level == 1


def test_a_level_counts_only_when_what_lies_below_is_firmly_in_place() -> None:
    assert level_of(D=67.5, C1=90.0, Q=90.0).level == 1
    assert level_of(D=67.5 + 1e-10, C1=90.0, Q=90.0).level == 1
    assert level_of(D=ABOVE_CARRY, C1=90.0, Q=90.0).level == 2
    assert level_of(D=ABOVE_CARRY, C1=ABOVE_CARRY, Q=67.5, C6=100.0).level == 2
    assert level_of(D=ABOVE_CARRY, C1=ABOVE_CARRY, Q=ABOVE_CARRY, C6=ABOVE_50).level == 3


def test_the_33020_bound_asks_for_f_below() -> None:
    assert level_of(80.0).level == 5
    assert level_of(80.0, carry=85.0).level == 1
    assert level_of(85.0, carry=85.0).level == 1
    assert level_of(ABOVE_85, carry=85.0).level == 5


def test_every_attribute_of_a_level_is_needed() -> None:
    assert level_of(D=100.0, C1=100.0, Q=50.0).level == 1
    assert level_of(D=100.0, C1=50.0, Q=100.0).level == 1
    assert level_of(D=100.0, C1=ABOVE_50, Q=ABOVE_50).level == 2


def test_strength_above_a_gap_earns_nothing() -> None:
    stuck = level_of(100.0, C6=0.0)
    assert (stuck.level, stuck.held_by) == (2, ("C6",))
    assert level_of(100.0, D=50.0).level == 0


@pytest.mark.parametrize("level", range(6))
def test_each_level_is_reached_with_its_own_attributes_largely_and_the_rest_carried(level: int) -> None:
    percents = [80.0 if own < level else 60.0 if own == level else 0.0 for own in LADDER.levels]
    assert rate_level(LADDER, percents, 67.5).level == level


def test_not_applicable_attributes_are_skipped() -> None:
    assert level_of(D=80.0, C1=None, Q=60.0).level == 2
    assert level_of(D=80.0, C1=60.0, Q=None).level == 2


def test_a_level_without_an_applicable_attribute_cannot_be_the_level() -> None:
    assert level_of(D=80.0, C1=None, Q=None, C6=0.0).level == 1
    assert level_of(D=80.0, C1=None, Q=None, C6=60.0).level == 3
    assert level_of(D=60.0, C1=None, Q=None, C6=100.0).level == 1


def test_without_delivery_there_is_no_level() -> None:
    nothing = level_of(100.0, D=None)
    assert (nothing.level, nothing.score, nothing.shown_score, nothing.held_by) == (None, None, None, ())
    assert level_of(None).level is None


def test_a_custom_ladder_starts_where_it_starts() -> None:
    ladder = Ladder(attribute_ids=("a", "b"), levels=(2, 4))
    assert rate_level(ladder, (60.0, 0.0), 67.5).level == 2
    assert rate_level(ladder, (50.0, 100.0), 67.5).level == 0
    assert rate_level(ladder, (80.0, 60.0), 67.5).score == 4.0
    assert rate_level(ladder, (None, 100.0), 67.5).level is None


def test_the_ladder_of_a_framework_is_its_attributes_in_their_order() -> None:
    ladder = ladder_of(tiny_framework(1))
    assert ladder.levels == LADDER.levels
    assert ladder.attribute_ids[:3] == ("delivery", "ownership", "quality-control")


# score


@pytest.mark.parametrize(
    ("carry", "percents", "score"),
    [
        (85.0, {"D": 60.0}, 1 + (10 / 35) / 3),
        (85.0, {"D": 90.0, "C1": 60.0, "Q": 60.0}, 2 + (10 / 35 + 10 / 35 + 0) / 3),
        (67.5, {"D": 60.0}, 1 + (10 / 17.5) / 3),
        (67.5, {"D": 80.0, "C1": 25.0, "Q": 50.0}, 1 + (1 + 0.5 + 1) / 3),
        (67.5, {"D": 25.0}, 0.5),
    ],
)
def test_progress_is_the_mean_of_carrying_this_level_and_achieving_the_next(
    carry: float, percents: dict[str, float], score: float
) -> None:
    assert level_of(carry=carry, **percents).score == pytest.approx(score, abs=1e-12)


def test_progress_ends_at_99_hundredths() -> None:
    almost = level_of(D=67.5, C1=50.0, Q=50.0)
    assert (almost.level, almost.score, almost.shown_score) == (1, 1.99, 1.9)
    assert almost.held_by == ("D", "C1", "Q")


def test_level_5_is_5_and_the_highest_applicable_level_is_itself() -> None:
    assert (level_of(80.0).score, level_of(80.0).held_by) == (5.0, ())
    assert level_of(80.0, C4=51.0, C5=51.0).score == 5.0
    top = level_of(80.0, C6=51.0, C2=None, C3=None, C4=None, C5=None)
    assert (top.level, top.score, top.held_by) == (3, 3.0, ())


def test_progress_looks_past_a_level_that_is_not_applicable() -> None:
    rated = level_of(D=67.5, C1=None, Q=None, C6=25.0)
    assert rated.level == 1
    assert rated.score == pytest.approx(1 + (1 + 0.5) / 2)
    assert rated.held_by == ("D", "C6")


def test_what_holds_a_level_is_listed_by_level_and_then_in_the_order_of_the_table() -> None:
    assert level_of(D=60.0).held_by == ("D", "C1", "Q")
    assert level_of(D=80.0, C1=60.0, Q=60.0, C6=50.0).held_by == ("C1", "Q", "C6")
    assert level_of(80.0, C2=60.0, C3=80.0, C4=50.0, C5=80.0).held_by == ("C2", "C4")


def test_a_custom_ladder_out_of_order_is_still_listed_by_level() -> None:
    ladder = Ladder(attribute_ids=("late", "early"), levels=(2, 1))
    assert rate_level(ladder, (10.0, 60.0), 67.5).held_by == ("early", "late")


PERCENT = st.one_of(
    st.none(), st.sampled_from((0.0, 15.0, 50.0, 50.01, 67.5, 67.51, 85.0, 85.01, 100.0)), st.floats(0, 100)
)
PROFILE = st.lists(PERCENT, min_size=8, max_size=8)


@given(PROFILE, st.sampled_from((67.5, 85.0)))
def test_the_whole_part_of_a_score_is_the_level(percents: list[float | None], carry: float) -> None:
    rated = rate_level(LADDER, percents, carry)
    if percents[0] is None:
        assert rated.level is rated.score is rated.shown_score is None
        return
    assert rated.score is not None
    assert rated.shown_score is not None
    assert rated.level == math.floor(rated.score) == math.floor(rated.shown_score)
    assert rated.score <= 5
    assert bool(rated.held_by) == (
        rated.score < max(own for own, p in zip(LADDER.levels, percents, strict=True) if p is not None)
    )


@given(PROFILE, st.integers(0, 7), st.floats(0, 100), st.sampled_from((67.5, 85.0)))
def test_more_of_one_attribute_never_lowers_level_or_score(
    percents: list[float | None], place: int, raised: float, carry: float
) -> None:
    before = rate_level(LADDER, percents, carry)
    old = percents[place]
    if old is None or before.level is None or before.score is None:
        return
    after = rate_level(LADDER, [*percents[:place], max(old, raised), *percents[place + 1 :]], carry)
    assert after.level is not None
    assert after.score is not None
    assert after.level >= before.level
    assert after.score >= before.score


@given(PROFILE)
def test_the_33020_bound_never_gives_a_higher_level(percents: list[float | None]) -> None:
    lenient, strict = rate_level(LADDER, percents, 67.5), rate_level(LADDER, percents, 85.0)
    assert (lenient.level is None) == (strict.level is None)
    assert (lenient.level or 0) >= (strict.level or 0)


def test_coverage_of_practice_is_the_plain_mean_of_what_applies() -> None:
    assert mean_percent(profile(None, D=60.0, C4=80.0)) == 70.0
    assert mean_percent(profile(None)) is None
    assert mean_percent(profile(0.0)) == 0.0
