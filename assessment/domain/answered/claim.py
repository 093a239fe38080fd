"""What an import said of itself: that it was signed off elsewhere, which nobody here can confirm."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from pydantic import Field

from assessment.domain.answered.entries import AssessmentModel, PersonName


class ClaimDoubt(StrEnum):
    """Why a sign-off could not be confirmed."""

    UNSIGNED = "unsigned"  # the file carries no signature
    FOREIGN = "foreign"  # another installation signed it
    CHANGED = "changed"  # this installation signed it, and it is not what was signed


class SignOffClaim(AssessmentModel):
    """A sign-off that an import claimed and that did not hold: it arrived as a draft. No `doubt`: none was claimed."""

    doubt: ClaimDoubt | None = Field(default=None, description="Why it could not be confirmed; null: nothing claimed.")
    approver: PersonName | None = Field(default=None, description="Who is said to have signed; null: not said.")
    signed_on: date | None = Field(default=None, description="The day it is said to have been signed; null: not said.")


NO_CLAIM = SignOffClaim()
