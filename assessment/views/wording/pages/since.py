"""What the part Since last time says that is not of the facts it shows."""

from __future__ import annotations

from datetime import date

from assessment.views.wording.numbers import long_date

COMPARE_WITH = "Compare with"
NOTHING_TITLE = "There is nothing to compare with yet"
NOTHING_NEXT = (
    "When you assess again, copy this assessment for the new date on the page Assessments: people, scope and targets "
    "stay, and the two are compared here. Any earlier assessment of the same organisation does as well."
)
SOURCE_MISSING = "The assessment that this one was copied from is not there any more, or not for you."
NONE_FITS = "None of the earlier ones can be compared"
NONE_FITS_NEXT = "Each of them says why under this. An assessment of the same depth and framework can be."
LINES = "A strong line improved, a dashed one fell, a dotted one moved no further than noise, a thin one did not move."
TO_ASSESSMENTS = "Go to Assessments"


def candidate(name: str, unit: str | None, day: date) -> str:
    """An assessment to compare with, in a box."""
    return f"{name}, {unit}, {long_date(day)}" if unit and unit not in name else f"{name}, {long_date(day)}"


def blocked(name: str, day: date, reason: str) -> str:
    """One that cannot be compared with, and why."""
    return f"{name}, {long_date(day)}: cannot be compared, because {reason}."
