"""The sentences of the list of assessments."""

from __future__ import annotations

from assessment.views.wording.directions import isolated
from assessment.views.wording.numbers import counted, plural, whole_text

QUESTION = "Assessments"
NOTHING_YET = "Nothing is assessed yet"
NOTHING_YET_NEXT = "Start a new assessment, or open the sample."
EMPTY = f"{NOTHING_YET}. {NOTHING_YET_NEXT}"
NAME_COLUMN, ID_COLUMN, DATE_COLUMN, STATE_COLUMN = "Assessment", "Id", "Date", "State"
ANSWERED_COLUMN, AT_TARGET_COLUMN, MISSING_COLUMN, CHANGED_COLUMN = "Answered", "At target", "Missing", "Changed"
ANSWERED_MEANING = "Answers given, of those asked: one person's answer to one question"
AT_TARGET_MEANING = "Processes at their target or above, of those with a level"
MISSING_MEANING = "Open questions, people who don't know, evidence, reasons and the like that are missing"
CANNOT_BE_COUNTED = "Cannot be counted: open it to see why"
FICTIONAL = "sample, invented"
SEPARATOR = " · "


def how_many(count: int) -> str:
    """How many assessments there are."""
    return plural(count, {"one": "There is {count} assessment.", "other": "There are {count} assessments."})


def of_whom(
    organisation: str, unit: str | None, process_count: int, respondent_count: int | None, *, is_fictional: bool
) -> str:
    """Whom an assessment is about and how large it is; `respondent_count` None where it cannot be counted."""
    parts = [isolated(organisation) if unit is None else f"{isolated(organisation)}, {isolated(unit)}"]
    parts.append(counted(process_count, "process", "processes"))
    if respondent_count is not None:
        parts.append(counted(respondent_count, "person", "people"))
    if is_fictional:
        parts.append(FICTIONAL)
    return SEPARATOR.join(parts)


def answered(answered_count: int, asked_count: int) -> str:
    """How many answers of how many."""
    return f"{whole_text(answered_count)} of {whole_text(asked_count)}"


def missing(count: int) -> str:
    """How many things are missing."""
    return whole_text(count) if count else "nothing"
