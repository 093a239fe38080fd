"""How sure a level is: bounds, coverage, people, agreement, evidence (METHOD.md section 7).

| symbol | name | unit | range | direction |
|---|---|---|---|---|
| coverage | rated of the applicable items, by count | share | 0 to 1 | higher is surer |
| people | median number of people behind the value of an item | count | 0 up | higher is surer |
| agreement | mean consensus share of the items with two ratings or more | share | 0 to 1 | higher is surer |
| roles | different roles among these people | count | 0 to 4 | higher is surer |
| evidence | items at L or F with evidence not against the value | share | 0 to 1 | higher is surer |

Items of weight 0 and items not applicable count nowhere. The cut-offs of confidence are own rules. The sensitivity
range of a score takes thousands of draws and is computed apart, in `resampling`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean, median

from assessment.domain.agreement.measures import measure_process
from assessment.domain.answered.assessment import AgreedValue, Assessment, Certainty, NoteKind, Role
from assessment.domain.answered.evidence import Speaks
from assessment.domain.authored.framework import Horizon
from assessment.domain.rating.answer_table import AnswerTable
from assessment.domain.rating.capability import NO_LEVEL, Ladder, rate_level
from assessment.domain.rating.results import (
    AttributeResult,
    Confidence,
    ConfidenceFactor,
    ItemResult,
    LevelBasis,
    LevelResult,
    Outcome,
    ProcessResult,
    ProcessStatus,
)
from assessment.domain.rating.scale import TOLERANCE

HIGH_COVERAGE, LOW_COVERAGE, PROVISIONAL_COVERAGE = 0.90, 0.60, 0.50
HIGH_PEOPLE, LOW_PEOPLE = 3, 2
HIGH_AGREEMENT, LOW_AGREEMENT = 0.70, 0.50
ROLES_NEEDED, EVIDENCE_NEEDED = 2, 0.50
LARGELY_CODE = 3
ROLES = tuple(Role)


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfidenceBasis:
    """What confidence goes by, of a process or of the whole.

    `mean_agreement_share` None: no item has two ratings; `evidence_share` None: no item at L or F.
    """

    coverage_share: float
    median_people_count: float
    mean_agreement_share: float | None
    role_count: int
    evidence_share: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """How many people answered a process, and the roles of those behind the values of its items that count."""

    respondent_count: int
    roles: tuple[Role, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """The level with the unrated items at 0 and at 5, and under the upper reading."""

    low: LevelResult
    high: LevelResult
    upper: LevelResult

    @property
    def shown_low_level(self) -> int | None:
        """The lowest level that is shown as what could be."""
        return self.low.level

    @property
    def shown_high_level(self) -> int | None:
        """The highest one: of the high bound and the upper reading, which the high bound need not reach."""
        levels = [result.level for result in (self.high, self.upper) if result.level is not None]
        return max(levels, default=None)


def judge_confidence(basis: ConfidenceBasis) -> tuple[Confidence, tuple[ConfidenceFactor, ...]]:
    """High, medium or low, and what keeps it from high: of low, what makes it low alone. Own rule.

    >>> sure = ConfidenceBasis(
    ...     coverage_share=0.9, median_people_count=3, mean_agreement_share=0.7, role_count=2, evidence_share=None
    ... )
    >>> judge_confidence(sure)[0].value
    'high'
    """
    coverage, people, agreement = basis.coverage_share, basis.median_people_count, basis.mean_agreement_share
    is_backed = basis.role_count >= ROLES_NEEDED or _reaches(basis.evidence_share, EVIDENCE_NEEDED)
    low = {
        ConfidenceFactor.COVERAGE: not _reaches(coverage, LOW_COVERAGE),
        ConfidenceFactor.PEOPLE: people < LOW_PEOPLE,
        ConfidenceFactor.AGREEMENT: agreement is not None and not _reaches(agreement, LOW_AGREEMENT),
    }
    if any(low.values()):
        return Confidence.LOW, _true_ones(low)
    medium = {
        ConfidenceFactor.COVERAGE: not _reaches(coverage, HIGH_COVERAGE),
        ConfidenceFactor.PEOPLE: people < HIGH_PEOPLE,
        ConfidenceFactor.AGREEMENT: not _reaches(agreement, HIGH_AGREEMENT),
        ConfidenceFactor.ROLES_OR_EVIDENCE: not is_backed,
    }
    return Confidence.MEDIUM if any(medium.values()) else Confidence.HIGH, _true_ones(medium)


def _reaches(share: float | None, bound: float) -> bool:
    """Whether a share is there and at the bound or above it; what was not measured reaches nothing."""
    return share is not None and share >= bound - TOLERANCE


def _true_ones(factors: Mapping[ConfidenceFactor, bool]) -> tuple[ConfidenceFactor, ...]:
    return tuple(factor for factor, is_short in factors.items() if is_short)


def basis_of(items: Sequence[ItemResult], evidenced_ids: frozenset[str], roles: Sequence[Role]) -> ConfidenceBasis:
    """What confidence goes by, from the items that count and apply; nothing is covered without one."""
    shares = [item.consensus_share for item in items if item.consensus_share is not None]
    return ConfidenceBasis(
        coverage_share=sum(item.outcome is Outcome.RATED for item in items) / len(items) if items else 0.0,
        median_people_count=float(median(item.people_count for item in items)) if items else 0.0,
        mean_agreement_share=fmean(shares) if shares else None,
        role_count=len(roles),
        evidence_share=evidence_share(items, evidenced_ids),
    )


def whole_basis(
    processes: Iterable[ProcessResult],
    roles: Iterable[Role],
    weightless_ids: frozenset[str],
    evidenced_ids: frozenset[str],
) -> ConfidenceBasis:
    """Of every process that applies, assessed or not: what nobody answered makes the whole less sure. Own rule."""
    applicable = [process for process in processes if process.status is not ProcessStatus.NOT_APPLICABLE]
    items = [item for process in applicable for item in counting_items(process.attributes, weightless_ids)]
    return basis_of(items, evidenced_ids, tuple(frozenset(roles)))


def counting_items(attributes: Iterable[AttributeResult], weightless_ids: frozenset[str]) -> tuple[ItemResult, ...]:
    """The items that count and apply: not of weight 0 and not agreed or voted not applicable."""
    return tuple(
        item
        for attribute in attributes
        for item in attribute.items
        if item.outcome is not Outcome.NOT_APPLICABLE and item.item_id not in weightless_ids
    )


def evidenced_items(assessment: Assessment) -> frozenset[str]:
    """Ids of the items with evidence that does not speak against the value: a note of that kind, a file, or an agreed
    value that is sure by it or verified.
    """
    sure = {
        value.item_id
        for value in assessment.agreed
        if value.horizon is Horizon.AS_IS and value.certainty is not Certainty.ASSERTED
    }
    seen = {item_id for item_id, speaks in _evidence(assessment) if speaks is not Speaks.AGAINST}
    return frozenset(seen | sure)


def contradicted_items(assessment: Assessment) -> frozenset[str]:
    """Ids of the items with evidence that speaks against the value."""
    return frozenset(item_id for item_id, speaks in _evidence(assessment) if speaks is Speaks.AGAINST)


def _evidence(assessment: Assessment) -> Iterator[tuple[str, Speaks | None]]:
    """Everything that was seen: the item it belongs to, and which way it speaks."""
    yield from ((note.item_id, note.speaks) for note in assessment.notes if note.kind is NoteKind.EVIDENCE)
    yield from ((file.item_id, file.speaks) for file in assessment.evidence_files)


def evidence_share(items: Iterable[ItemResult], evidenced_ids: frozenset[str]) -> float | None:
    """Of the items at L or F (code 3 or more), the share with evidence recorded; None without such an item."""
    largely = [item.item_id in evidenced_ids for item in items if item.code is not None and item.code >= LARGELY_CODE]
    return fmean(largely) if largely else None


def people_of(
    table: AnswerTable,
    items: Iterable[ItemResult],
    agreed_by_item: Mapping[tuple[str, Horizon], AgreedValue],
    role_by_respondent: Mapping[str, Role],
) -> People:
    """Who answered a process, and who stands behind the values of `items`, those that count and apply.

    Behind a value stand those who gave the item a number, and those present when it was agreed.
    """
    counting_ids = {item.item_id for item in items}
    is_behind = table.has_number([item.id in counting_ids for item in table.items])
    behind = {table.respondent_ids[row] for row in is_behind.nonzero()[0].tolist()}
    for item_id in counting_ids:
        agreed = agreed_by_item.get((item_id, table.horizon))
        if agreed is not None:
            behind.update(agreed.present_ids)
    present_roles = {role_by_respondent.get(respondent_id) for respondent_id in behind}
    return People(
        respondent_count=int(table.has_answered().sum()), roles=tuple(role for role in ROLES if role in present_roles)
    )


def bounds_of(
    ladder: Ladder, attributes: Sequence[AttributeResult], level: LevelResult, carry_percent: float
) -> Bounds:
    """Both bounds and the upper reading of a process; without a level there are none."""
    if level.level is None:
        return Bounds(low=NO_LEVEL, high=NO_LEVEL, upper=NO_LEVEL)
    percents = [attribute.percent for attribute in attributes]

    def rated(others: list[float | None]) -> LevelResult:
        return level if others == percents else rate_level(ladder, others, carry_percent)

    return Bounds(
        low=rated([attribute.low_percent for attribute in attributes]),
        high=rated([attribute.high_percent for attribute in attributes]),
        upper=rated([attribute.upper_percent for attribute in attributes]),
    )


def level_basis(
    bounds: Bounds,
    attributes: Sequence[AttributeResult],
    counting: Sequence[ItemResult],
    people: People,
    evidenced_ids: frozenset[str],
) -> LevelBasis:
    """What the level of one process rests on; its low level is the one when nothing unknown is given credit.

    `counting` are the items of `attributes` that count and apply.
    """
    basis = basis_of(counting, evidenced_ids, people.roles)
    confidence, shortfalls = judge_confidence(basis)
    agreement = measure_process(
        (item.code_counts, item.code) for item in counting if item.code is not None and item.code_counts is not None
    )
    return LevelBasis(
        low_level=bounds.low.level,
        high_level=bounds.high.level,
        low_score=bounds.low.score,
        high_score=bounds.high.score,
        upper_level=bounds.upper.level,
        upper_score=bounds.upper.score,
        shown_low_level=bounds.shown_low_level,
        shown_high_level=bounds.shown_high_level,
        coverage_share=basis.coverage_share,
        respondent_count=people.respondent_count,
        median_people_count=basis.median_people_count,
        roles=people.roles,
        mean_agreement_share=basis.mean_agreement_share,
        confidence=confidence,
        shortfalls=shortfalls,
        evidence_share=basis.evidence_share,
        is_provisional=bounds.low.level is not None and basis.coverage_share < PROVISIONAL_COVERAGE,
        alpha=agreement.alpha,
        within_one_share=agreement.within_one_share,
        agreement=agreement.state,
        split_item_ids=tuple(item.item_id for own in attributes for item in own.items if item.is_split),
    )
