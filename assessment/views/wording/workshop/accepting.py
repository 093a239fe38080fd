"""The words of taking values at once."""

from __future__ import annotations

from assessment.domain.workshop.accepting import ACCEPT_BOUND
from assessment.views.wording.numbers import counted, listed, share_text, whole_text

QUESTION = "Where people agree already"
TABLE_TITLE = "Values that can be taken at once"
ITEM_COLUMN, PROCESS_COLUMN, VALUE_COLUMN = "Question", "Process", "Value"
PEOPLE_COLUMN, AGREEMENT_COLUMN = "People", "Agreement"
NONE = "On no open question are people close enough to take its value without talking."
BOUND_LABEL = "Agreement of at least"
UNCHANGED = "Nothing is taken until you press the button; each value can be changed afterwards."
AGREED_MEANWHILE = "agreed meanwhile"
VOTES_MEANWHILE = "other votes meanwhile"
OUT_OF_SCOPE = "out of scope meanwhile"


def can_be_taken(count: int, bound: float, floor: int) -> str:
    """How many values people agree on."""
    questions = "question people agree" if count == 1 else "questions people agree"
    return (
        f"On {whole_text(count)} {questions}: {counted(floor, 'answer')} or more, agreement of {share_text(bound)} or "
        "more, nobody more than one step away."
    )


def take(count: int) -> str:
    """The button that takes them.

    >>> take(1), take(12)
    ('Take this value', 'Take these 12 values')
    """
    return "Take this value" if count == 1 else f"Take these {whole_text(count)} values"


def lettered(letter: str, name: str) -> str:
    """A value as the room calls it."""
    return f"{letter}. {name}"


def chose(same_count: int, answer_count: int) -> str:
    """How many chose just this value."""
    return f"{whole_text(same_count)} of {whole_text(answer_count)} chose it"


def of_horizon(name: str, horizon_name: str) -> str:
    """A question for one of two horizons."""
    return f"{name} ({horizon_name.lower()})"


def taken(count: int) -> str:
    """What became of it."""
    return f"{counted(count, 'value')} taken." if count else "No value was taken."


def left_out(names_and_reasons: list[tuple[str, str]]) -> str:
    """What was not taken, and why."""
    return f"Left out: {listed([f'{name} ({reason})' for name, reason in names_and_reasons], 5)}. Look at these again."


def rule() -> str:
    """The rule, for the method."""
    return (
        "Values can be taken at once where nothing is agreed, as many people as the anonymity floor gave a number, "
        "more than don't know and none says it does not apply, agreement is at least "
        f"{share_text(ACCEPT_BOUND)} unless set otherwise, and everybody is within one step. The list is shown first; "
        "what changed meanwhile is left out."
    )
