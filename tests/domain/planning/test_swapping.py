"""What would change the order: the least that one weight has to move, worked by hand and shown by ranking anew."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.domain.planning.priority import Weights, impact_share, priority_points
from assessment.domain.planning.ranking import in_order
from assessment.domain.planning.swapping import Criterion, Swapping, in_shares, order_under, what_swaps
from assessment.domain.rating.results import AssessmentResult, PriorityResult
from tests.computing import mixed, the_sample

BASE = the_sample().result
IDS = [process.process_id for process in BASE.processes]


def entry(place: int, need: float, pain: int | None, importance: int | None, leverage: float) -> PriorityResult:
    return replace(
        BASE.priorities[0],
        process_id=IDS[place],
        need_share=need,
        pain=pain,
        importance=importance,
        leverage_share=leverage,
    )


def ranked(weights: Weights, *entries: PriorityResult) -> AssessmentResult:
    """The sample's result with these priorities alone, ranked under these weights."""
    points = {
        one.process_id: priority_points(
            one.need_share, impact_share(one.pain, one.importance, one.leverage_share, weights)
        )
        for one in entries
    }
    order = in_order(points, {one.process_id: one.need_share for one in entries})
    return replace(
        BASE,
        priorities=tuple(
            replace(one, rank=order.index(one.process_id) + 1, priority=points[one.process_id]) for one in entries
        ),
    )


def swapped(weights: Weights, *entries: PriorityResult) -> Swapping:
    found = what_swaps(ranked(weights, *entries), weights)
    assert found is not None
    return found


def test_the_weight_that_puts_the_second_first_is_where_both_are_level() -> None:
    # need 0.5 each; pain 4 and importance 1 against pain 2 and importance 4:
    # 0.5 * (4 wp + 1 wi) / 5 = 0.5 * (2 wp + 4 wi) / 5 where 2 wp = 3 wi; with wi 0.25 that is wp 0.375
    weights = Weights(pain=0.5, importance=0.25, leverage=0.25)
    found = swapped(weights, entry(0, 0.5, 4, 1, 0.5), entry(1, 0.5, 2, 4, 0.5))
    assert (found.first_id, found.second_id) == (IDS[0], IDS[1])
    by_criterion = {swap.criterion: swap for swap in found.swaps}
    assert by_criterion[Criterion.PAIN].crossing == Fraction(3, 8)
    assert by_criterion[Criterion.PAIN].weight == 0.37
    assert Criterion.LEVERAGE not in by_criterion, "both have the same leverage"


def test_the_smallest_change_comes_first() -> None:
    weights = Weights(pain=0.5, importance=0.25, leverage=0.25)
    found = swapped(weights, entry(0, 0.5, 4, 1, 0.5), entry(1, 0.5, 2, 4, 0.5))
    # importance has 1/3 - 1/4 = 1/12 to go, pain 1/2 - 3/8 = 1/8
    assert [swap.criterion for swap in found.swaps] == [Criterion.IMPORTANCE, Criterion.PAIN]
    assert [swap.distance for swap in found.swaps] == [Fraction(1, 12), Fraction(1, 8)]


def test_where_both_are_level_the_higher_need_comes_first_at_that_weight() -> None:
    # 0.4 (wp + 0.2 wi) against 0.5 * 0.8 wp: level at wi 0, and the second has the higher need
    weights = Weights(pain=0.5, importance=0.25, leverage=0.0)
    found = swapped(weights, entry(0, 0.4, 5, 1, 0.0), entry(1, 0.5, 4, 0, 0.0))
    (swap,) = found.swaps
    assert (swap.criterion, swap.crossing, swap.weight) == (Criterion.IMPORTANCE, Fraction(), 0.0)


def test_nothing_swaps_a_process_that_is_ahead_in_everything() -> None:
    found = swapped(Weights(pain=0.4, importance=0.3, leverage=0.3), entry(0, 0.6, 5, 5, 0.9), entry(1, 0.3, 1, 1, 0.1))
    assert found.swaps == ()


def test_a_third_process_that_leads_at_that_weight_is_named() -> None:
    weights = Weights(pain=0.6, importance=0.2, leverage=0.0)
    found = swapped(weights, entry(0, 0.5, 5, 1, 0.0), entry(1, 0.5, 4, 3, 0.0), entry(2, 0.5, 3, 5, 0.0))
    by_criterion = {swap.criterion: swap for swap in found.swaps}
    # importance: 5 wp + wi = 4 wp + 3 wi at wi = wp / 2 = 0.3; there all three have 3.3, beyond it
    # the third rises fastest
    assert by_criterion[Criterion.IMPORTANCE].crossing == Fraction(3, 10)
    assert by_criterion[Criterion.IMPORTANCE].weight == 0.31
    assert by_criterion[Criterion.IMPORTANCE].first_id == IDS[2]


def test_one_process_with_a_need_has_nobody_to_swap_with() -> None:
    weights = Weights(pain=0.4, importance=0.3, leverage=0.3)
    assert what_swaps(ranked(weights, entry(0, 0.5, 3, 3, 0.2), entry(1, 0.0, 5, 5, 0.9)), weights) is None


def test_weights_on_another_scale_swap_at_the_same_share() -> None:
    assert in_shares(Weights(pain=50, importance=25, leverage=25)) == Weights(pain=0.5, importance=0.25, leverage=0.25)
    entries = entry(0, 0.5, 4, 1, 0.5), entry(1, 0.5, 2, 4, 0.5)
    small = swapped(Weights(pain=0.5, importance=0.25, leverage=0.25), *entries)
    large = swapped(Weights(pain=50, importance=25, leverage=25), *entries)
    assert large.swaps == small.swaps


@pytest.mark.parametrize("computed", [the_sample(), mixed()], ids=["sample", "mixed"])
def test_the_order_under_the_weights_in_force_is_the_order_there_is(computed: object) -> None:
    found = the_sample() if computed is the_sample() else mixed()
    entries = {one.process_id: one for one in found.result.priorities}
    in_model = [entries[one.process_id] for one in found.result.processes if one.process_id in entries]
    ranks = tuple(one.process_id for one in sorted(entries.values(), key=lambda one: one.rank))
    assert order_under(in_model, Weights.of(found.assessment.roadmap)) == ranks


share = st.integers(0, 20).map(lambda count: count / 20)
code = st.integers(0, 5)
weight = st.integers(0, 20).map(lambda count: count / 20)


@given(
    st.tuples(weight, weight, weight).filter(any),
    st.lists(st.tuples(st.integers(1, 20).map(lambda count: count / 20), code, code, share), min_size=2, max_size=4),
)
@settings(max_examples=30)
def test_no_smaller_change_of_the_same_weight_swaps_them(
    given_weights: tuple[float, float, float], processes: list[tuple[float, int, int, float]]
) -> None:
    weights = Weights(pain=given_weights[0], importance=given_weights[1], leverage=given_weights[2])
    entries = [entry(place, *facts) for place, facts in enumerate(processes)]
    found = swapped(weights, *entries)
    by_criterion = {swap.criterion: swap for swap in found.swaps}

    def is_swapped(criterion: Criterion, value: float) -> bool:
        order = order_under(entries, replace(weights, **{criterion.value: value}))
        return order.index(found.second_id) < order.index(found.first_id)

    for criterion in Criterion:
        present = getattr(weights, criterion)
        swap = by_criterion.get(criterion)
        if swap is not None:
            assert is_swapped(criterion, swap.weight)
        # the naive way: every hundredth up to 3, nearest first
        nearest = next(
            (
                value
                for value in sorted((count / 100 for count in range(301)), key=lambda value: abs(value - present))
                if is_swapped(criterion, value)
            ),
            None,
        )
        if nearest is not None:
            assert swap is not None
            assert abs(swap.weight - present) <= abs(nearest - present) + 1e-9
