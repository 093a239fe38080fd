"""One line about an assessment, for lists and portfolios: few enough facts to keep beside it, made from its results."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from assessment.domain.answered.asking import everybody_asked
from assessment.domain.answered.assessment import Assessment, AssessmentHeader
from assessment.domain.answered.claim import NO_CLAIM, SignOffClaim
from assessment.domain.authored.framework import Framework, Horizon
from assessment.domain.computed import Computed
from assessment.domain.missing import find_missing
from assessment.domain.rating.results import Confidence, Rollup


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What one state comes to. Answered and asked count one respondent's answer to one item for one horizon.

    `missing_count` counts what `missing.find_missing` lists.
    """

    respondent_count: int
    asked_count: int
    answered_count: int
    missing_count: int
    coverage_share: float
    confidence: Confidence | None
    whole: Rollup


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentSummary:
    """One line of a list; `figures` is None where nothing can be computed, and opening the assessment says why."""

    header: AssessmentHeader
    process_count: int
    updated_at: datetime
    figures: Figures | None
    claim: SignOffClaim = NO_CLAIM


def summarise(computed: Computed) -> Figures:
    """The figures of a computed assessment: what a reader may see, and how much a facilitator has still to do."""
    told = computed.told
    asked = set(_asked(computed.framework, computed.assessment))
    answered = {_place(one.respondent_id, one.item_id, one.horizon) for one in computed.assessment.ratings}
    return Figures(
        respondent_count=len(computed.assessment.respondents),
        asked_count=len(asked),
        answered_count=len(asked & answered),
        missing_count=len(find_missing(computed)),
        coverage_share=told.result.coverage_share,
        confidence=told.result.confidence,
        whole=told.result.whole,
    )


_Place: TypeAlias = tuple[str, str, bool]


def _place(respondent_id: str, item_id: str, horizon: Horizon) -> _Place:
    """Where an answer belongs; told apart by a truth value, as enums take their time to hash."""
    return respondent_id, item_id, horizon is Horizon.TO_BE


def _asked(framework: Framework, assessment: Assessment) -> Iterator[_Place]:
    """Every answer that is asked for: respondent, item, horizon."""
    for respondent_id, _, places in everybody_asked(framework, assessment):
        for item, horizon in places:
            yield _place(respondent_id, item.id, horizon)
