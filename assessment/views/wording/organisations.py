"""The sentences of the organisations and units that assessments are of."""

from __future__ import annotations

from assessment.views.wording.numbers import counted

QUESTION = "Organisations and units"
MEASURE = "How many assessments there are of each; those of its units count for an organisation as well."
EMPTY = "There is no organisation yet. Begin an assessment, and its organisation is listed here."
ORGANISATION_COLUMN, UNIT_COLUMN, COUNT_COLUMN = "Organisation", "Unit", "Assessments"


def how_many(organisation_count: int, unit_count: int) -> str:
    """How many there are."""
    return f"{counted(organisation_count, 'organisation')} and {counted(unit_count, 'unit')}"


def within(organisation: str, unit: str) -> str:
    """A unit of an organisation."""
    return f"{organisation}, {unit}"
