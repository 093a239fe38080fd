"""The words in which answers and what they come to are shown in the results."""

from __future__ import annotations

from assessment.domain.answered.assessment import Assessment
from assessment.domain.authored.content import RatingLetter
from assessment.domain.authored.framework import Framework
from assessment.domain.rating.results import ItemResult, Outcome
from assessment.ui.components.people import person_name

LETTERS = tuple(letter.value for letter in RatingLetter)
_TALLY = 5
_MOST_DOTS = 20


def item_value(item: ItemResult) -> str:
    """The letter that counts for a question, or why it has none."""
    if item.outcome is Outcome.NOT_APPLICABLE:
        return "N/A"
    return "·" if item.code is None else LETTERS[item.code]


def dots(count: int) -> str:
    """One dot for each answer, in fives; a number where there are too many to count.

    >>> dots(7), dots(0), dots(23)
    ('●●●●● ●●', '', '● × 23')
    """
    if count > _MOST_DOTS:
        return f"● × {count}"
    marks = "●" * count
    return " ".join(marks[start : start + _TALLY] for start in range(0, count, _TALLY))


def code_words(framework: Framework, code: int) -> str:
    """A code as its letter and short words: 'L-, largely done, many weaknesses'."""
    return f"{LETTERS[code]}, {framework.scale[code].name[0].lower()}{framework.scale[code].name[1:]}"


def who(assessment: Assessment, respondent_id: str) -> str:
    """What a respondent is called."""
    respondent = assessment.respondent_by_id.get(respondent_id)
    return "Somebody who left the assessment" if respondent is None else person_name(respondent)
