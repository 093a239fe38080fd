"""Why a question comes next, in words."""

from __future__ import annotations

from assessment.views.wording.numbers import share_text

QUESTION = "What to talk about next"
TABLE_TITLE = "Next best questions"
ITEM_COLUMN, PROCESS_COLUMN, WHY_COLUMN = "Question", "Process", "Why"
ALL_AGREED = "Every question has an agreed value."
SPLIT = "The room is split on it."
UNANSWERED = "Nobody has given it a value yet."
TO_AGREE = "People are close, and nothing is agreed yet."
ASK, PUT_OFF, TAKE_BACK = "Ask this", "Later", "Take back up"
ONLY_PROCESS = "Only the process that runs"
OTHERS = "Others to choose from"


def raises(process_name: str, level: int, level_name: str) -> str:
    """A question that would raise a level."""
    return f"It could raise {process_name} to level {level} ({level_name})."


def lowers(process_name: str, level: int, level_name: str) -> str:
    """A question that would lower a level."""
    return f"It could bring {process_name} down to level {level} ({level_name})."


def spread(consensus_share: float | None) -> str:
    """A question that people differ on."""
    return f"People differ: agreement {share_text(consensus_share)}."


def put_off(why: str) -> str:
    """A question that was put off."""
    return f"Put off. {why}"


def best(item_name: str, process_name: str) -> str:
    """The next best question."""
    return f"Next best: {item_name}, {process_name}."


def rule() -> str:
    """The rule of the order, for the method."""
    return (
        "First what moves a level: a value that somebody gave, or F where nobody answered, would change the level of "
        "the process. Then where people differ, split questions before the lowest agreement. Then what nobody has "
        "given a value, then what only waits to be agreed. The model's order decides between equals; what was put off "
        "comes last. Agreed questions are done."
    )


def of_process(item_name: str, process_name: str) -> str:
    """A question with its process."""
    return f"{item_name}, {process_name}"
