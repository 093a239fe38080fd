"""How many of the answers a second person confirmed: a self-assessment until it is all of them.

Own rule: an assessment is verified when every rated item in scope has an agreed value that a second person verified.
"""

from __future__ import annotations

from collections.abc import Iterable

from assessment.domain.answered.assessment import AgreedValue, Certainty
from assessment.domain.authored.framework import Horizon
from assessment.domain.rating.results import Outcome, ProcessResult, Verification


def verification_of(processes: Iterable[ProcessResult], agreed: Iterable[AgreedValue]) -> Verification:
    """The verification of an assessment by its as-is answers, 0 of 0 where nothing is rated."""
    verified_ids = {
        value.item_id for value in agreed if value.horizon is Horizon.AS_IS and value.certainty is Certainty.VERIFIED
    }
    rated_ids = [
        item.item_id
        for process in processes
        for attribute in process.attributes
        for item in attribute.items
        if item.outcome is Outcome.RATED
    ]
    return Verification(
        verified_count=sum(item_id in verified_ids for item_id in rated_ids), rated_count=len(rated_ids)
    )
