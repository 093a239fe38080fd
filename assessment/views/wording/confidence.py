"""The sentences of how sure a level is: why, by which numbers, and what else it could be."""

from __future__ import annotations

from collections.abc import Sequence

from assessment.views.wording.numbers import (
    counted,
    listed,
    number_text,
    plural,
    share_text,
    whole_text,
)

QUESTION = "How sure this is"
ANSWERED_LABEL = "Answered"
PEOPLE_LABEL = "People"
AGREEMENT_LABEL = "Mean agreement"
ROLES_LABEL = "Roles"
EVIDENCE_LABEL = "Evidence"

ANSWERED_NOTE = "of the questions that count"
AGREEMENT_NOTE = "on a question with two ratings or more"
EVIDENCE_NOTE = "of what is rated L or F"
NO_EVIDENCE_NEEDED = "nothing is rated L or F"

READINGS_TITLE = "What else it could be"
READING, LOW_LEVEL, HIGH_LEVEL, LOW_SCORE, HIGH_SCORE = "Reading", "Level", "to", "Score", "to"
SHOWN = "Could be"
OPEN_QUESTIONS = "Open questions"
UPPER_READING = "Upper reading"
SENSITIVITY_RANGE = "Sensitivity range"
SIGNED_OFF = "Signed off"

NO_OTHER_READING = "Nothing is open or split in two: there is no other reading."
NO_LEVEL = "Without a level there is nothing to be sure of."


def because(confidence: str, reasons: Sequence[str]) -> str:
    """The confidence of a level and why."""
    return f"Confidence is {confidence.lower()}: {listed(reasons)}."


def reasons_alone(reasons: Sequence[str]) -> str:
    """Why confidence is what it is, beside its word."""
    return listed(reasons)


def answered(coverage_share: float) -> str:
    """Coverage, where nothing is short."""
    return f"{share_text(coverage_share)} answered"


def people_a_question(people_count: float) -> str:
    """The people behind the typical value, where they are enough."""
    return plural(
        people_count,
        {
            "one": f"{number_text(people_count)} person a question",
            "other": f"{number_text(people_count)} people a question",
        },
    )


def agreement(agreement_share: float | None) -> str:
    """Mean agreement, where it is enough."""
    return f"{share_text(agreement_share)} agreement"


def too_little_answered(coverage_share: float, confidence: str, needed_share: float) -> str:
    """Coverage is short of what a confidence needs."""
    return f"{share_text(coverage_share)} answered ({confidence.lower()} needs {share_text(needed_share)})"


def too_few_people(people_count: float, confidence: str, needed_count: int) -> str:
    """Fewer people stand behind the typical value than a confidence needs."""
    people, needed = number_text(people_count), f"{confidence.lower()} needs {whole_text(needed_count)}"
    return plural(
        people_count,
        {"one": f"{people} person a question ({needed})", "other": f"{people} people a question ({needed})"},
    )


def too_little_agreement(agreement_share: float, confidence: str, needed_share: float) -> str:
    """Mean agreement is short of what a confidence needs."""
    return f"{share_text(agreement_share)} agreement ({confidence.lower()} needs {share_text(needed_share)})"


def agreement_not_measured() -> str:
    """No question has two ratings."""
    return "agreement not measured"


def agreement_not_told() -> str:
    """Too few people answered for a reader to see how they differ."""
    return "agreement not shown, as few people answered"


def not_backed(role_count: int, evidence_share: float | None, needed_roles: int, needed_share: float) -> str:
    """Neither enough roles nor enough evidence stand behind the values; None: nothing is rated L or F."""
    roles = counted(role_count, "role")
    needed = f"high needs {whole_text(needed_roles)}, or evidence for {share_text(needed_share)} of L and F"
    if evidence_share is None:
        return f"{roles} and nothing at L or F to have evidence for ({needed})"
    return f"{roles} and evidence for {share_text(evidence_share)} of L and F ({needed})"


def behind_the_typical(people_count: float) -> str:
    """How many people stand behind the typical value."""
    return f"{number_text(people_count)} behind the typical question"


def shown_meaning() -> str:
    """What is shown as could be."""
    return "Could be: from the low bound of the open questions to the higher of their high bound and the upper reading."


def open_meaning() -> str:
    """What the bounds are."""
    return "Open questions: every question without an answer taken as not done, and as fully done."


def upper_meaning() -> str:
    """What the upper reading is."""
    return "Upper reading: the upper of the two middle answers to each question, in place of the lower."


def range_meaning(draw_count: int, low_percentile: int, high_percentile: int) -> str:
    """What the sensitivity range is."""
    return (
        f"Sensitivity range: percentiles {low_percentile} and {high_percentile} of the score when those who answered "
        f"are drawn again, {whole_text(draw_count)} times."
    )


def signed_meaning() -> str:
    """What is signed off."""
    return "Signed off: the low bound, as not knowing never raises a level."


def no_range(respondent_count: int, needed_count: int) -> str:
    """Why there is no sensitivity range: too few people answered."""
    return plural(
        respondent_count,
        {
            "one": f"There is no sensitivity range: {{count}} person answered, and it takes {needed_count}.",
            "other": f"There is no sensitivity range: {{count}} people answered, and it takes {needed_count}.",
        },
    )


def no_range_as_agreed() -> str:
    """Why there is no sensitivity range: nothing is left to chance."""
    return "There is no sensitivity range: every value was agreed, so it does not depend on who was asked."
