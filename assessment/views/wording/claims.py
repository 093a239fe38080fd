"""What is said of an assessment that came as signed off and could not be confirmed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from assessment.domain.answered.claim import ClaimDoubt
from assessment.views.wording.numbers import long_date

LABEL = "Sign-off"
SHORT = "Not confirmed: said to be signed off"
DOUBTS: Mapping[ClaimDoubt, str] = {
    ClaimDoubt.UNSIGNED: "the file carried no signature",
    ClaimDoubt.FOREIGN: "another installation signed the file",
    ClaimDoubt.CHANGED: "the file is not what was signed here",
}


def said_to_be_signed_off(approver: str | None, signed_on: date | None, doubt: ClaimDoubt) -> str:
    """Who is said to have signed it off and when, and why nobody here can confirm it.

    >>> said_to_be_signed_off("Ann Example", date(2026, 3, 12), ClaimDoubt.UNSIGNED)
    'Said to be signed off by Ann Example on 12 March 2026; not confirmed: the file carried no signature.'
    """
    by = "" if approver is None else f" by {approver}"
    on = "" if signed_on is None else f" on {long_date(signed_on)}"
    return f"Said to be signed off{by}{on}; not confirmed: {DOUBTS[doubt]}."


def short_of(depth: str) -> str:
    """The mark in a list, behind how deep was asked."""
    return f"{depth}. {SHORT}"
