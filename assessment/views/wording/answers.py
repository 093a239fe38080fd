"""The words of what people answered: counts, the value that counts, and what is said beside an attribute or an item."""

from __future__ import annotations

from collections.abc import Sequence

from assessment.domain.answered.assessment import Role
from assessment.views.wording.directions import isolated
from assessment.views.wording.numbers import counted, listed, number_text, percent_text, plural, share_text

QUESTION = "Why this number"
ANSWERS_TITLE = "What people answered, and the value that counts"
ITEMS_TITLE = "Every question in numbers"
AGREED_TITLE = "Agreed in the room"
QUOTES_TITLE = "What people said"
AGREED_EMPTY = "No value was agreed by hand: the lower of the middle answers counts."
NOTHING_ASKED = "Nothing is asked here."

QUESTION_COLUMN, ATTRIBUTE_COLUMN, WEIGHT_COLUMN, ANSWERS_COLUMN = "Question", "Attribute", "Weight", "Answers"
DONT_KNOW_COLUMN, NOT_APPLICABLE_COLUMN, VALUE_COLUMN = "Don't know", "N/A", "Value"
AGREEMENT_COLUMN, REASON_COLUMN, CERTAINTY_COLUMN = "Agreement", "Reason", "How sure"
WEIGHT_MEANING = "Weight in the attribute; 0 is asked and counts nowhere"
LETTER_MEANING = "People who gave this answer; empty where fewer people answered than the anonymity floor"
VALUE_MEANING = "The answer that counts, N (not done) to F (fully)"
ANSWERS_MEANING = "Everybody who answered, don't know and not applicable among them"
AGREEMENT_MEANING = "Agreement on the question, 0 % (two camps at the ends) to 100 % (all alike)"

NOT_APPLICABLE = "not applicable"
NO_EVIDENCE = "no evidence, counted as N"
NO_VALUE = "no value"
NO_ANSWER = "no answer"
NO_ANSWER_YET = "Nobody has answered yet."
AGREED = "agreed"
SPLIT = "split"
EXTENSION = "extension"
NOT_COUNTED = "asked, not counted"
MARKED = "marked for review"
HOLDS = "holds the level"

SAID_BY = {
    Role.LEADERSHIP: "Said by a leader",
    Role.PRACTITIONER: "Said by a practitioner",
    Role.CUSTOMER: "Said by a customer",
}
SHOWN_BY = {
    Role.LEADERSHIP: "Evidence shown by a leader",
    Role.PRACTITIONER: "Evidence shown by a practitioner",
    Role.CUSTOMER: "Evidence shown by a customer",
}
SAID_BY_SOMEBODY = "Said by a respondent"
SHOWN_BY_SOMEBODY = "Evidence shown by a respondent"


def attribute_value(attribute_name: str, value: str) -> str:
    """An attribute as a heading, with what its answers come to."""
    return f"{attribute_name}: {value}"


def for_level(level: int) -> str:
    """The level that needs an attribute."""
    return f"for level {level}"


def answered(coverage_share: float | None) -> str:
    """How many of its questions have a value."""
    return f"{share_text(coverage_share)} answered"


def could_be(low_percent: float | None, high_percent: float | None) -> str:
    """What unanswered questions leave open."""
    return f"could be {percent_text(low_percent)} to {percent_text(high_percent)}"


def capped(item_names: Sequence[str]) -> str:
    """Which items keep an attribute from F."""
    return f"held at 85 % by {listed(item_names, 2)}"


def carried_not_done(item_names: Sequence[str]) -> str:
    """Which items are not done at all although the attribute is carried."""
    names = listed(item_names, 2)
    return plural(
        len(item_names),
        {
            "one": f"carried, though {names} is not done at all",
            "other": f"carried, though {names} are not done at all",
        },
    )


def weight(number: float) -> str:
    """The weight of an item that is not 1."""
    return f"weight {number_text(number)}"


def marked_because(reason: str) -> str:
    """An item marked for review, and why."""
    return f"marked for review: {isolated(reason)}"


def too_few(floor: int) -> str:
    """So few answers that each could be somebody's."""
    return f"fewer than {counted(floor, 'answer')}, not shown"


def reason_kept(floor: int) -> str:
    """The reason for an agreed value, where it could be one person's words."""
    return f"Not shown: fewer than {counted(floor, 'person', 'people')} stand behind it"


def letter_count(count: int, letter: str) -> str:
    """How many gave an answer."""
    return f"{count} × {letter}"


def not_applicable_count(count: int) -> str:
    """How many said that it does not apply."""
    return f"{count} not applicable"


def dont_know_count(count: int) -> str:
    """How many did not know."""
    return f"{count} don't know"


def counts(parts: Sequence[str]) -> str:
    """The answers to an item, counted."""
    return ", ".join(parts) if parts else NO_ANSWER
