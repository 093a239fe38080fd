"""What was removed and can be put back for a while: an assessment, a person with everything of theirs, a service."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeAlias

from assessment.domain.answered.assessment import Assessment, AssessmentHeader, CriticalService, Respondent

TIME_IN_BIN = timedelta(days=30)
Removable: TypeAlias = AssessmentHeader | Respondent | CriticalService


@dataclass(frozen=True, slots=True, kw_only=True)
class Binned:
    """One thing in the bin, and how many entries of each kind went with it, by their field in `Assessment`.

    `id` is that of the assessment itself, else a name of its own within the bin of `assessment_id`. `journal_count` is
    how many entries the journal of an assessment has, 0 for anything else.
    """

    id: str
    assessment_id: str
    entry: Removable
    counts: Mapping[str, int]
    removed_at: datetime
    journal_count: int = 0

    @property
    def kept_until(self) -> datetime:
        """When it is gone for good."""
        return self.removed_at + TIME_IN_BIN


def is_over(removed_at: datetime, now: datetime) -> bool:
    """Whether the time in the bin is over."""
    return removed_at + TIME_IN_BIN <= now


def goes_with(assessment: Assessment, respondent_id: str) -> Mapping[str, int]:
    """How many entries of each kind go with a person, by their field in `Assessment`; 0 of none is left out."""
    counts: Counter[str] = Counter()
    for field in Assessment.model_fields:
        entries = getattr(assessment, field)
        if isinstance(entries, tuple):
            counts[field] = sum(getattr(one, "respondent_id", None) == respondent_id for one in entries)
    return +counts
