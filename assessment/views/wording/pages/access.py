"""What pages say to somebody who may see or do a part of things only."""

from __future__ import annotations

from datetime import date

from assessment.views.wording.assessments import SEPARATOR
from assessment.views.wording.numbers import counted, long_date

NOT_YOURS = "This page is for those who work on the assessment"
NOT_YOURS_NEXT = "You may see what it comes to: its results, its roadmap and its reports."
TO_RESULTS = "Go to Results"

NOTHING_YET = "Nothing here is yours yet"
NOTHING_YET_NEXT = "Whoever invited you gives you access to an assessment; it then stands here."

ASKED_TITLE = "Your questionnaires"
ASKED_LEAD = "Each answer is saved as you give it. You can stop at any time and go on later."
READ_ONLY = "You may read this. Changing it is for those who work on the assessment."
PEOPLE_READ_ONLY = "The people, and what each is asked, are changed by the facilitator."


def asked_of(organisation: str, unit: str | None, day: date) -> str:
    """Whom an assessment is of, and of when."""
    return SEPARATOR.join(part for part in (organisation, unit, long_date(day)) if part)


def asked_progress(answered: int, asked: int) -> str:
    """How far somebody is with what they are asked."""
    if not asked:
        return "Nothing is asked of you here yet."
    if answered == asked:
        return f"{counted(asked, 'answer')} given, none is left."
    return f"{answered} of {asked} answered."
