"""How far answers agree (METHOD.md section 8). Agreement never changes a score; it says where to talk first.

| symbol | name | unit | range | direction |
|---|---|---|---|---|
| Cns | Tastle-Wierman consensus of one item | share | 0 (two camps at the ends) to 1 (all alike) | higher agrees more |
| within one | ratings at most one code from the consensus value | share | 0 to 1 | higher agrees more |
| alpha | Krippendorff's alpha of the items of a process | none | below 0 to 1 (all alike) | higher is more reliable |
| W | Kendall's concordance of several rankings | share | 0 (unrelated) to 1 (the same) | higher agrees more |
| tau-b | Kendall's rank correlation of two rankings | none | -1 (reversed) to 1 (the same) | higher agrees more |
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from assessment.domain.rating.results import AgreementState
from assessment.domain.rating.scale import TOLERANCE

RELIABLE_ALPHA = 0.800
TENTATIVE_ALPHA = 0.667
WITHIN_ONE_SHARE = 0.95
Metric = Literal["nominal", "ordinal", "interval"]


def consensus_share(counts: Sequence[int]) -> float | None:
    """Tastle-Wierman consensus of the counts of each point of a scale; None with fewer than two answers.

    Cns = 1 + sum p_i log2(1 - |x_i - mean| / d), d the width of the scale (5 for the item scale).
    Source: Tastle and Wierman, Int. J. Approximate Reasoning 45 (2007), checked on the figures of R package agrmt.

    >>> consensus_share((2, 0, 0, 0, 0, 2)), consensus_share((0, 0, 0, 4, 0, 0)), consensus_share((0, 1, 0, 0, 0, 0))
    (0.0, 1.0, None)
    """
    total = sum(counts)
    if total < 2:
        return None
    width = len(counts) - 1
    mean = sum(point * count for point, count in enumerate(counts)) / total
    spread = sum(
        count * math.log2(1 - abs(point - mean) / width) for point, count in enumerate(counts) if count
    )  # a point with an answer is never a whole width from the mean unless it holds every answer
    return max(0.0, 1 + spread / total)


def within_one_share(code_counts: Sequence[int], code: int) -> float | None:
    """Share of numeric answers at most one code from the consensus `code`; None with fewer than two answers.

    >>> within_one_share((2, 0, 0, 0, 0, 2), 0)
    0.5
    """
    total = sum(code_counts)
    if total < 2:
        return None
    return _within_one_count(code_counts, code) / total


def _within_one_count(code_counts: Sequence[int], code: int) -> int:
    return sum(code_counts[max(0, code - 1) : code + 2])


def krippendorff_alpha(
    counts: ArrayLike, metric: Metric = "ordinal", values: Sequence[float] | None = None
) -> float | None:
    """Krippendorff's alpha from how often each unit (row) got each category (column, in order).

    `values` are the categories' numbers, needed for the interval metric (0, 1, 2, ... unless given).
    None: no unit has two answers, or the answers that can be paired do not vary.
    Own code after Krippendorff, Computing Krippendorff's Alpha-Reliability (2011); the packages are GPL.

    >>> krippendorff_alpha([[2, 0], [0, 2]])
    1.0
    >>> krippendorff_alpha([[2, 0], [2, 0]]) is None
    True
    """
    table = np.asarray(counts, dtype=float)
    answers = table.sum(axis=1)
    table, answers = table[answers >= 2], answers[answers >= 2]
    totals = table.sum(axis=0)
    if np.count_nonzero(totals) < 2:
        return None
    scaled = table / (answers - 1)[:, None]
    coincidences = table.T @ scaled - np.diag(scaled.sum(axis=0))
    distances = _distances(totals, metric, values)
    expected = float(totals @ distances @ totals)
    return float(1 - (totals.sum() - 1) * (coincidences * distances).sum() / expected)


def _distances(totals: NDArray[np.float64], metric: Metric, values: Sequence[float] | None) -> NDArray[np.float64]:
    """Squared distance of each pair of categories."""
    count = len(totals)
    if metric == "nominal":
        return 1.0 - np.eye(count)
    places = np.cumsum(totals) - totals / 2 if metric == "ordinal" else np.asarray(values or range(count), dtype=float)
    squared: NDArray[np.float64] = (places[:, None] - places[None, :]) ** 2
    return squared


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessAgreement:
    """How far people agree on a process: ordinal alpha, None where it is not defined; the share of all its ratings
    within one step of their item's consensus, None where it is not measured; and what both come to."""

    alpha: float | None
    within_one_share: float | None
    state: AgreementState


def measure_process(items: Iterable[tuple[Sequence[int], int]]) -> ProcessAgreement:
    """The agreement on a process, over its items that have two numeric ratings or more.

    `items` are the six counts and the consensus code, 0 to 5, of each rated item that counts. The word is the first
    that fits: not measured without such an item; unanimous where all said the same on each; within one step from
    95 % on, whatever alpha says (alpha is 0 for twenty-nine threes and one four; own rule); reliable from .800 of
    alpha, tentative from .667, below that talk first (Krippendorff, Content Analysis, 2004).

    >>> measure_process([((0, 0, 0, 2, 0, 0), 3), ((2, 0, 0, 0, 0, 0), 0)]).state.value
    'unanimous'
    >>> measure_process([((0, 0, 0, 1, 0, 0), 3)]).state.value
    'not-measured'
    """
    measured = [(code_counts, code) for code_counts, code in items if sum(code_counts) >= 2]
    if not measured:
        return ProcessAgreement(alpha=None, within_one_share=None, state=AgreementState.NOT_MEASURED)
    alpha = krippendorff_alpha([code_counts for code_counts, _ in measured])
    near_count = sum(_within_one_count(code_counts, code) for code_counts, code in measured)
    share = near_count / sum(sum(code_counts) for code_counts, _ in measured)
    is_unanimous = all(max(code_counts) == sum(code_counts) for code_counts, _ in measured)
    state = AgreementState.UNANIMOUS if is_unanimous or alpha is None else _state_of(share, alpha)
    return ProcessAgreement(alpha=alpha, within_one_share=share, state=state)


def _state_of(share: float, alpha: float) -> AgreementState:
    if share >= WITHIN_ONE_SHARE - TOLERANCE:
        return AgreementState.WITHIN_ONE_STEP
    if alpha >= RELIABLE_ALPHA - TOLERANCE:
        return AgreementState.RELIABLE
    return AgreementState.TENTATIVE if alpha >= TENTATIVE_ALPHA - TOLERANCE else AgreementState.TALK_FIRST


def kendall_w(rankings: ArrayLike) -> float | None:
    """Kendall's concordance of several complete rankings, one row each, corrected for ties.

    Rows need not be ranks: larger numbers count as later ranks, equal ones share the mean rank.
    None: fewer than two rows or columns, or every row all tied.
    W = 12 S / (m^2 (n^3 - n) - m sum(t^3 - t)). Source: Kendall and Babington Smith (1939), with Kendall's tie term.

    >>> kendall_w([[1, 2, 3], [1, 2, 3]]), kendall_w([[1, 2], [2, 1]]), kendall_w([[2, 2], [2, 2]])
    (1.0, 0.0, None)
    """
    ranks = [_mean_ranks(row) for row in np.asarray(rankings, dtype=float)]
    if len(ranks) < 2 or len(ranks[0]) < 2:
        return None
    judges, things = len(ranks), len(ranks[0])
    sums = np.sum(ranks, axis=0)
    squares = float(((sums - sums.mean()) ** 2).sum())
    ties = sum(float((counts**3 - counts).sum()) for row in ranks for counts in [np.unique(row, return_counts=True)[1]])
    whole = judges**2 * (things**3 - things) - judges * ties
    return None if whole <= 0 else 12 * squares / whole


def _mean_ranks(row: NDArray[np.float64]) -> NDArray[np.float64]:
    smaller = (row[None, :] < row[:, None]).sum(axis=1)
    equal = (row[None, :] == row[:, None]).sum(axis=1)
    ranks: NDArray[np.float64] = smaller + (equal + 1) / 2
    return ranks


def kendall_tau_b(first: ArrayLike, second: ArrayLike) -> float | None:
    """Kendall's tau-b of two rankings of the same things, -1 (reversed) to 1 (the same order).

    None when either has nothing but ties, or there are fewer than two things. Source: Kendall (1945).

    >>> kendall_tau_b([1, 2, 3], [1, 2, 3]), kendall_tau_b([1, 2, 3], [3, 2, 1]), kendall_tau_b([1, 1], [1, 2])
    (1.0, -1.0, None)
    """
    tau = float(kendall_tau_b_each(np.asarray(first, dtype=float), np.asarray(second, dtype=float)[None, :])[0])
    return None if math.isnan(tau) else tau


def kendall_tau_b_each(base: NDArray[np.float64], draws: NDArray[np.float64]) -> NDArray[np.float64]:
    """Tau-b of one ranking with each row of `draws`; NaN where it is not defined."""
    upper = np.triu_indices(len(base), k=1)
    base_signs = np.sign(base[:, None] - base[None, :])[upper]
    draw_signs = np.sign(draws[:, :, None] - draws[:, None, :])[:, upper[0], upper[1]]
    agreeing = draw_signs @ base_signs
    pairs = np.sqrt((base_signs**2).sum() * (draw_signs**2).sum(axis=1))
    taus: NDArray[np.float64] = np.divide(agreeing, pairs, out=np.full(len(draws), np.nan), where=pairs > 0)
    return taus
