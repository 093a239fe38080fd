"""The mark of an assessment that came as signed off, which nobody here can confirm."""

from __future__ import annotations

from assessment.domain.answered.claim import SignOffClaim
from assessment.views.wording import claims as words


def claim_text(claim: SignOffClaim) -> str:
    """What is said of it, in one sentence; "" where nothing was claimed."""
    return "" if claim.doubt is None else words.said_to_be_signed_off(claim.approver, claim.signed_on, claim.doubt)
