"""How sure a level is and how far people agree: areas of METHOD.md sections 7 and 8."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from statistics import median
from typing import get_args

from assessment.domain.agreement.confidence import ConfidenceBasis, judge_confidence
from assessment.domain.agreement.measures import (
    Metric,
    consensus_share,
    kendall_w,
    krippendorff_alpha,
    measure_process,
)
from assessment.domain.answered.assessment import Role
from assessment.domain.authored.framework import Horizon
from assessment.domain.cases.profiles import count_ratings, spaced
from assessment.domain.cases.reading import Given
from assessment.domain.rating.consensus import rate_item
from assessment.domain.rating.results import AgreementState
from assessment.domain.rating.scale import CODE_COUNT, HIGHEST_CODE

MOST_CATEGORIES = 100
MOST_ANSWERS = 1_000_000


def _confidence(given: Given) -> object:
    fields = given.fields("coverage", "agreement", "people", "roles", "evidence")
    pairs = [entry.entries(2, 2) for entry in fields["people"].entries()]
    basis = ConfidenceBasis(
        coverage_share=fields["coverage"].number(0, 1),
        median_people_count=median(
            max(numbers.whole(0, MOST_ANSWERS), present.whole_or_null(0, MOST_ANSWERS) or 0)
            for numbers, present in pairs
        ),
        mean_agreement_share=fields["agreement"].number_or_null(0, 1),
        role_count=fields["roles"].whole(0, len(Role)),
        evidence_share=fields["evidence"].number_or_null(0, 1),
    )
    return judge_confidence(basis)[0].value


def _distribution(given: Given) -> object:
    return consensus_share([entry.whole(0, MOST_ANSWERS) for entry in given.entries(2, MOST_CATEGORIES)])


def _agreement(given: Given) -> object:
    item = rate_item("process.item", Horizon.AS_IS, count_ratings(given), None)
    return {"cns": item.consensus_share, "within_one": item.within_one_share}


def _agreement_word(given: Given) -> object:
    rows = [[entry.whole_or_null(0, HIGHEST_CODE) for entry in row] for row in given.table()]
    counts = [[column.count(code) for code in range(CODE_COUNT)] for column in zip(*rows, strict=True)]
    items = [rate_item("process.item", Horizon.AS_IS, [*own, 0, 0], None) for own in counts]
    agreement = measure_process(
        (own, item.code) for own, item in zip(counts, items, strict=True) if item.code is not None
    )
    return {
        "alpha": agreement.alpha,
        "within_one": agreement.within_one_share,
        "word": _word(agreement.state),
    }


def _word(state: AgreementState) -> str:
    return spaced(f"agree-{state.value}" if state is AgreementState.WITHIN_ONE_STEP else state.value)


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


AREAS: Mapping[str, Callable[[Given], object]] = {
    "confidence": _confidence,
    "agreement-distribution": _distribution,
    "agreement": _agreement,
    "agreement-word": _agreement_word,
    "alpha": _alpha,
    "concordance": _concordance,
}
