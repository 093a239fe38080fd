"""How far people agree: published figures, ends of each scale, and slow obvious versions (METHOD.md section 8)."""

from __future__ import annotations

from itertools import combinations, permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import kendalltau

from assessment.domain.agreement import measures
from assessment.domain.agreement.measures import (
    Metric,
    ProcessAgreement,
    consensus_share,
    kendall_tau_b,
    kendall_tau_b_each,
    kendall_w,
    krippendorff_alpha,
    measure_process,
    within_one_share,
)
from assessment.domain.rating.results import AgreementState

# Krippendorff (2011), section C: four observers, twelve units, missing answers
OBSERVERS = (
    (1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None),
    (1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3),
    (None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None),
    (1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None),
)


def counts_of(rows: tuple[tuple[int | None, ...], ...], categories: int = 5) -> list[list[int]]:
    return [[column.count(value) for value in range(1, categories + 1)] for column in zip(*rows, strict=True)]


def test_consensus_of_the_published_distribution() -> None:
    assert consensus_share((30, 40, 210, 130, 530, 50, 10)) == pytest.approx(0.7256876, abs=1e-7)


def test_consensus_is_1_when_all_are_alike_and_0_for_two_camps_at_the_ends() -> None:
    for code in range(6):
        assert consensus_share([4 if point == code else 0 for point in range(6)]) == 1.0
    assert consensus_share((3, 0, 0, 0, 0, 3)) == 0.0
    assert consensus_share((0, 2, 0, 0, 2, 0)) == pytest.approx(0.4854, abs=1e-4)


def test_one_answer_agrees_with_nobody() -> None:
    assert consensus_share((0, 0, 0, 1, 0, 0)) is None
    assert consensus_share((0,) * 6) is None
    assert within_one_share((0, 0, 0, 1, 0, 0), 3) is None


@given(st.lists(st.integers(0, 20), min_size=6, max_size=6).filter(lambda counts: sum(counts) > 1))
def test_consensus_is_a_share_and_the_same_from_either_end(counts: list[int]) -> None:
    share = consensus_share(counts)
    assert share is not None
    assert 0 <= share <= 1 + 1e-12
    assert share == pytest.approx(consensus_share(counts[::-1]), abs=1e-9)


def test_within_one_counts_the_neighbours_at_both_ends_of_the_scale_too() -> None:
    counts = (1, 2, 4, 8, 16, 32)
    expected = (3, 7, 14, 28, 56, 48)
    assert [within_one_share(counts, code) for code in range(6)] == [count / 63 for count in expected]


@pytest.mark.parametrize(("metric", "alpha"), [("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849)])
def test_alpha_of_krippendorffs_own_example(metric: Metric, alpha: float) -> None:
    assert krippendorff_alpha(counts_of(OBSERVERS), metric) == pytest.approx(alpha, abs=5e-4)


def test_alpha_is_1_in_full_agreement_and_below_0_in_systematic_disagreement() -> None:
    assert krippendorff_alpha([[3, 0], [0, 3]]) == 1.0
    alpha = krippendorff_alpha([[1, 1], [1, 1]])
    assert alpha is not None
    assert alpha < 0


def test_alpha_is_not_defined_without_variation_or_without_pairs() -> None:
    assert krippendorff_alpha([[3, 0], [3, 0]]) is None
    assert krippendorff_alpha([[1, 0], [0, 1]]) is None
    assert krippendorff_alpha([[2, 0], [0, 1]]) is None


def slow_alpha(rows: list[list[int | None]], metric: Metric) -> float | None:
    """1 - observed / expected disagreement, pair by pair as the definition says."""
    columns = [[value for value in column if value is not None] for column in zip(*rows, strict=True)]
    units = [column for column in columns if len(column) >= 2]
    values = [value for unit in units for value in unit]
    if len(set(values)) < 2:
        return None

    def distance(first: int, second: int) -> float:
        if metric == "nominal":
            return float(first != second)
        if metric == "interval":
            return float((first - second) ** 2)
        low, high = min(first, second), max(first, second)
        between = sum(values.count(value) for value in range(low, high + 1))
        return float((between - (values.count(low) + values.count(high)) / 2) ** 2)

    observed = sum(
        distance(first, second) / (len(unit) - 1) for unit in units for first, second in permutations(unit, 2)
    ) / len(values)
    expected = sum(distance(first, second) for first, second in permutations(values, 2)) / (
        len(values) * (len(values) - 1)
    )
    return 1 - observed / expected


@given(
    st.integers(2, 4).flatmap(
        lambda width: st.lists(
            st.lists(st.one_of(st.none(), st.integers(0, 5)), min_size=width, max_size=width), min_size=2, max_size=5
        )
    ),
    st.sampled_from(("nominal", "ordinal", "interval")),
)
def test_alpha_is_what_pair_by_pair_gives(rows: list[list[int | None]], metric: Metric) -> None:
    counts = [[list(column).count(value) for value in range(6)] for column in zip(*rows, strict=True)]
    assert krippendorff_alpha(counts, metric) == pytest.approx(slow_alpha(rows, metric), abs=1e-9)


def counted(*columns: tuple[int, ...]) -> list[tuple[tuple[int, ...], int]]:
    """The counts and the lower median of the ratings of each item."""
    return [
        (tuple(column.count(code) for code in range(6)), sorted(column)[(len(column) - 1) // 2]) for column in columns
    ]


def test_an_item_with_one_rating_measures_nothing() -> None:
    nothing = ProcessAgreement(alpha=None, within_one_share=None, state=AgreementState.NOT_MEASURED)
    assert measure_process([]) == nothing
    assert measure_process(counted((3,), (0,))) == nothing


def test_all_alike_on_each_item_is_unanimous_whether_the_items_differ_or_not() -> None:
    assert measure_process(counted((3, 3, 3), (3, 3))) == ProcessAgreement(
        alpha=None, within_one_share=1.0, state=AgreementState.UNANIMOUS
    )
    assert measure_process(counted((0, 0), (5, 5, 5), (2,))) == ProcessAgreement(
        alpha=1.0, within_one_share=1.0, state=AgreementState.UNANIMOUS
    )


def test_all_alike_is_unanimous_where_another_value_was_agreed_too() -> None:
    alike = measure_process([((0, 2, 0, 0, 0, 0), 4)])
    assert (alike.state, alike.within_one_share) == (AgreementState.UNANIMOUS, 0.0)


def test_19_of_20_within_one_step_is_agreement_whatever_alpha_says() -> None:
    threes = [(3, 3, 3)] * 9
    assert measure_process(counted(*threes, (3, 3, 4))).state is AgreementState.WITHIN_ONE_STEP
    pairs = [(3, 4)] * 9
    found = measure_process(counted(*pairs, (2, 4)))
    assert (found.within_one_share, found.state) == (0.95, AgreementState.WITHIN_ONE_STEP)
    assert found.alpha is not None
    assert found.alpha < 0.667
    below = measure_process(counted(*pairs[1:], (2, 4)))
    assert (below.within_one_share, below.state) == (17 / 18, AgreementState.TALK_FIRST)


def test_ratings_of_items_with_one_rating_are_not_among_those_within_one_step() -> None:
    found = measure_process(counted((1, 3), (0,), (5,), (2,)))
    assert found.within_one_share == 0.5


def test_within_one_step_is_from_the_agreed_value_where_there_is_one() -> None:
    assert measure_process([((0, 1, 1, 0, 0, 0), 5)]).within_one_share == 0.0


@pytest.mark.parametrize(
    ("columns", "alpha", "state"),
    [
        (((0, 0), (1, 1), (2, 2), (4, 4), (5, 5), (5, 3)), 0.8945, AgreementState.RELIABLE),
        (((2, 2), (5, 5), (2, 2), (4, 2)), 0.75, AgreementState.TENTATIVE),
        (((0, 5), (5, 0)), -0.5, AgreementState.TALK_FIRST),
    ],
)
def test_below_that_share_alpha_decides(
    columns: tuple[tuple[int, ...], ...], alpha: float, state: AgreementState
) -> None:
    found = measure_process(counted(*columns))
    assert found.alpha == pytest.approx(alpha, abs=1e-4)
    assert found.state is state


@pytest.mark.parametrize(
    ("alpha", "state"),
    [
        (1.0, "reliable"),
        (0.8, "reliable"),
        (0.7999, "tentative"),
        (0.667, "tentative"),
        (0.6669, "talk-first"),
        (-0.3, "talk-first"),
    ],
)
def test_alpha_at_its_cut_offs(alpha: float, state: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(measures, "krippendorff_alpha", lambda _counts: alpha)
    assert measure_process(counted((0, 5))).state.value == state


def test_concordance_of_the_published_rankings() -> None:
    rankings = [
        [1, 3, 4, 5, 2, 8, 6, 7, 10, 9],
        [2, 1, 4, 5, 6, 3, 8, 7, 10, 9],
        [3, 2, 1, 5, 7, 4, 6, 8, 9, 10],
        [4, 2, 3, 1, 6, 7, 5, 9, 8, 10],
    ]
    assert kendall_w(rankings) == pytest.approx(12 * 1048 / (16 * 990), abs=1e-9)


def test_concordance_is_1_for_the_same_order_and_0_for_opposite_ones() -> None:
    assert kendall_w([[1, 2, 3], [1, 2, 3], [1, 2, 3]]) == 1.0
    assert kendall_w([[1, 2, 3], [3, 2, 1]]) == 0.0


def test_concordance_is_corrected_for_ties() -> None:
    # ranks 1.5, 1.5, 3 and 1, 2, 3: sums 2.5, 3.5, 6 around 4, so S = 6.5; one pair of ties, t^3 - t = 6
    assert kendall_w([[1, 1, 2], [1, 2, 3]]) == pytest.approx(12 * 6.5 / (4 * 24 - 2 * 6), abs=1e-9)
    assert kendall_w([[1, 1, 2], [1, 1, 2]]) == 1.0


def test_concordance_needs_two_rankings_of_two_things_that_differ() -> None:
    assert kendall_w([[1, 2, 3]]) is None
    assert kendall_w([[1], [1]]) is None
    assert kendall_w([[2, 2], [5, 5]]) is None


def test_tau_runs_from_reversed_to_the_same() -> None:
    assert kendall_tau_b([1, 2, 3, 4], [1, 2, 3, 4]) == 1.0
    assert kendall_tau_b([1, 2, 3, 4], [4, 3, 2, 1]) == -1.0
    assert kendall_tau_b([1, 2, 3, 4], [1, 3, 2, 4]) == pytest.approx(2 / 3)


def test_tau_is_not_defined_for_nothing_but_ties_or_a_single_thing() -> None:
    assert kendall_tau_b([1, 1, 1], [1, 2, 3]) is None
    assert kendall_tau_b([1], [1]) is None


@given(
    st.integers(2, 7).flatmap(
        lambda length: st.tuples(
            st.lists(st.integers(1, 4), min_size=length, max_size=length),
            st.lists(st.integers(1, 4), min_size=length, max_size=length),
        )
    )
)
def test_tau_is_what_scipy_says_and_what_counting_pairs_says(orders: tuple[list[int], list[int]]) -> None:
    first, second = orders
    tau = kendall_tau_b(first, second)
    if len(set(first)) == 1 or len(set(second)) == 1:
        assert tau is None
        return
    assert tau == pytest.approx(float(kendalltau(first, second).statistic), abs=1e-9)
    pairs = [
        (np.sign(first[i] - first[j]), np.sign(second[i] - second[j])) for i, j in combinations(range(len(first)), 2)
    ]
    untied = [sum(1 for pair in pairs if pair[side]) for side in (0, 1)]
    assert tau == pytest.approx(sum(a * b for a, b in pairs) / (untied[0] * untied[1]) ** 0.5, abs=1e-9)


def test_tau_with_many_orders_is_tau_with_each() -> None:
    base, draws = np.array([1.0, 2.0, 3.0, 4.0]), np.array([[1.0, 3.0, 2.0, 4.0], [2.0, 2.0, 2.0, 2.0]])
    first, second = kendall_tau_b_each(base, draws)
    assert first == pytest.approx(2 / 3)
    assert np.isnan(second)
