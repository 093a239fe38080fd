"""How sure a level is: bounds, coverage, respondents, agreement, evidence (METHOD.md section 7).

| symbol | name | unit | range | direction |
|---|---|---|---|---|
| coverage | rated of the applicable items, by count | share | 0 to 1 | higher is surer |
| respondents | median number of numeric answers an item has | count | 0 up | higher is surer |
| agreement | mean consensus share of the items with two answers or more | share | 0 to 1 | higher is surer |
| evidence | items at L or F with evidence recorded | share | 0 to 1 | higher is surer |

Items of weight 0 and items not applicable count nowhere. The cut-offs of confidence are own rules. The bootstrap
interval of a score is in `robustness`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import fmean, median

from assessment.domain.agreement.measures import measure_process
from assessment.domain.rating.capability import Ladder, rate_level
from assessment.domain.rating.results import AttributeResult, Confidence, ItemResult, Outcome, Sureness
from assessment.domain.rating.scale import TOLERANCE

HIGH_COVERAGE, LOW_COVERAGE, PROVISIONAL_COVERAGE = 0.90, 0.60, 0.50
HIGH_RESPONDENTS, LOW_RESPONDENTS = 3, 2
HIGH_AGREEMENT, LOW_AGREEMENT = 0.70, 0.50
LARGELY_CODE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """What a level stands on, of a process or of the whole."""

    coverage_share: float
    median_respondent_count: float
    mean_agreement_share: float | None


def basis_of(items: Sequence[ItemResult]) -> Basis:
    """Coverage, median respondents and mean agreement of the items that count and apply; all 0 without items."""
    if not items:
        return Basis(coverage_share=0.0, median_respondent_count=0.0, mean_agreement_share=None)
    shares = [item.consensus_share for item in items if item.consensus_share is not None]
    return Basis(
        coverage_share=sum(item.outcome is Outcome.RATED for item in items) / len(items),
        median_respondent_count=float(median(sum(item.code_counts) for item in items)),
        mean_agreement_share=fmean(shares) if shares else None,
    )


def judge_confidence(basis: Basis) -> tuple[Confidence, str]:
    """High, medium or low, and the sentence that says why. Own rule.

    >>> judge_confidence(Basis(coverage_share=0.95, median_respondent_count=4, mean_agreement_share=0.8))[0].value
    'high'
    >>> judge_confidence(Basis(coverage_share=0.95, median_respondent_count=1, mean_agreement_share=None))
    (<Confidence.LOW: 'low'>, 'Low: fewer than two people answered the typical question.')
    """
    coverage, agreement = basis.coverage_share, basis.mean_agreement_share
    low: list[str] = []
    if coverage < LOW_COVERAGE:
        low.append(f"only {_percent(coverage)} % of the questions have an answer")
    if basis.median_respondent_count < LOW_RESPONDENTS:
        low.append("fewer than two people answered the typical question")
    if agreement is not None and agreement < LOW_AGREEMENT:
        low.append(f"people agree only to {_percent(agreement)} %")
    if low:
        return Confidence.LOW, f"Low: {'; '.join(low)}."
    medium: list[str] = []
    if coverage < HIGH_COVERAGE:
        medium.append(f"{_percent(coverage)} % of the questions have an answer")
    if basis.median_respondent_count < HIGH_RESPONDENTS:
        medium.append("fewer than three people answered the typical question")
    if agreement is None or agreement < HIGH_AGREEMENT:
        medium.append("agreement is not measured" if agreement is None else f"people agree to {_percent(agreement)} %")
    if medium:
        return Confidence.MEDIUM, f"Medium: {'; '.join(medium)}."
    return Confidence.HIGH, "High: enough answers, from enough people, who agree."


def _percent(share: float) -> int:
    return int(share * 100 + TOLERANCE)


def counting_items(attributes: Iterable[AttributeResult], weightless_ids: frozenset[str]) -> tuple[ItemResult, ...]:
    """The items that count and apply: not of weight 0 and not agreed or voted not applicable."""
    return tuple(
        item
        for attribute in attributes
        for item in attribute.items
        if item.outcome is not Outcome.NOT_APPLICABLE and item.item_id not in weightless_ids
    )


def evidence_share(items: Iterable[ItemResult], evidenced_ids: frozenset[str]) -> float | None:
    """Of the items at L or F (code 3 or more), the share with evidence recorded; None without such an item.

    Evidence is recorded by a note of that kind, or by an agreed value that is sure by evidence seen or verified.
    """
    largely = [item.item_id in evidenced_ids for item in items if item.code is not None and item.code >= LARGELY_CODE]
    return fmean(largely) if largely else None


def judge_sureness(
    ladder: Ladder,
    attributes: Sequence[AttributeResult],
    carry_percent: float,
    weightless_ids: frozenset[str],
    evidenced_ids: frozenset[str],
) -> Sureness:
    """How sure the level of one process is; `low_level` is the level when nothing unknown is given credit."""
    items = counting_items(attributes, weightless_ids)
    basis = basis_of(items)
    confidence, reason = judge_confidence(basis)
    low = rate_level(ladder, [attribute.low_percent for attribute in attributes], carry_percent)
    high = rate_level(ladder, [attribute.high_percent for attribute in attributes], carry_percent)
    alpha, state = measure_process([item.code_counts for item in items])
    return Sureness(
        low_level=low.level,
        high_level=high.level,
        low_score=low.score,
        high_score=high.score,
        coverage_share=basis.coverage_share,
        median_respondent_count=basis.median_respondent_count,
        mean_agreement_share=basis.mean_agreement_share,
        confidence=confidence,
        confidence_reason=reason,
        evidence_share=evidence_share(items, evidenced_ids),
        is_provisional=basis.coverage_share < PROVISIONAL_COVERAGE,
        alpha=alpha,
        agreement=state,
    )
