"""Whether an assessment is a self-assessment or was verified: how many of its answers a second person confirmed.

Own rule: it is verified when every rated question in scope has an agreed value that a second person verified.
"""

from __future__ import annotations

from dataclasses import dataclass

from assessment.domain.answered.assessment import Assessment, Certainty
from assessment.domain.authored.framework import Horizon
from assessment.domain.rating.results import AssessmentResult, Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How many of the rated questions rest on a verified value; 0 of 0 where nothing is rated."""

    verified_count: int
    rated_count: int

    @property
    def is_verified(self) -> bool:
        """Whether all of them do."""
        return 0 < self.rated_count == self.verified_count


def standing_of(assessment: Assessment, result: AssessmentResult) -> Standing:
    """The standing of an assessment by its as-is answers."""
    rated = {
        item.item_id
        for process in result.processes
        for attribute in process.attributes
        for item in attribute.items
        if item.outcome is Outcome.RATED
    }
    verified = {
        value.item_id
        for value in assessment.agreed
        if value.horizon is Horizon.AS_IS and value.certainty is Certainty.VERIFIED
    }
    return Standing(verified_count=len(rated & verified), rated_count=len(rated))
