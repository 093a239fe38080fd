"""How far people agree: areas of METHOD.md sections 8 and 14."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import get_args

from assessment.domain.agreement.measures import (
    Metric,
    consensus_share,
    kendall_tau_b,
    kendall_w,
    krippendorff_alpha,
    within_one_share,
)
from assessment.domain.cases.rating_areas import count_ratings
from assessment.domain.cases.reading import Given
from assessment.domain.rating.consensus import reach_consensus

MOST_CATEGORIES = 100
MOST_ANSWERS = 1_000_000


def _distribution(given: Given) -> object:
    return consensus_share([entry.whole(0, MOST_ANSWERS) for entry in given.entries(2, MOST_CATEGORIES)])


def _agreement(given: Given) -> object:
    code_counts, not_applicable_count, dont_know_count = count_ratings(given)
    _, code = reach_consensus(code_counts, not_applicable_count, dont_know_count)
    return {
        "cns": consensus_share(code_counts),
        "within_one": None if code is None else within_one_share(code_counts, code),
    }


def _alpha(given: Given) -> object:
    rows = [[entry.number_or_null(-MOST_ANSWERS, MOST_ANSWERS) for entry in row] for row in given.table()]
    values = sorted({value for row in rows for value in row if value is not None})
    if len(values) > MOST_CATEGORIES:
        raise given.refusal(f"it has {len(values)} different values, more than {MOST_CATEGORIES}")
    counts = [[column.count(value) for value in values] for column in zip(*rows, strict=True)]
    metrics: tuple[Metric, ...] = get_args(Metric)
    alphas = {metric: krippendorff_alpha(counts, metric, values) if values else None for metric in metrics}
    return None if all(alpha is None for alpha in alphas.values()) else alphas


def _concordance(given: Given) -> object:
    return kendall_w([[entry.number() for entry in row] for row in given.table()])


def _tau(given: Given) -> object:
    first, second = given.entries(2, 2)
    ranks = [[entry.number() for entry in order.entries()] for order in (first, second)]
    if len(ranks[0]) != len(ranks[1]):
        raise given.refusal("the two orders are not of the same length")
    return kendall_tau_b(*ranks)


AREAS: Mapping[str, Callable[[Given], object]] = {
    "agreement-distribution": _distribution,
    "agreement": _agreement,
    "alpha": _alpha,
    "concordance": _concordance,
    "tau": _tau,
}
