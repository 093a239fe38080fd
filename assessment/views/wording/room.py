"""The sentences of a room that agrees on the value of a question."""

from __future__ import annotations

from assessment.views.wording.numbers import counted, plural

NOBODY_ANSWERED = "Nobody has answered yet."
VOTES_TITLE, ANSWER_COLUMN, PEOPLE_COLUMN = "Votes", "Answer", "People"


def votes(count: int) -> str:
    """How many people chose one answer; nothing where nobody did."""
    return counted(count, "vote", "votes") if count else ""


def people_answered(count: int, dont_know_count: int) -> str:
    """How many people answered, and how many of them that they don't know."""
    text = plural(count, {"one": "{count} person answered", "other": "{count} people answered"})
    if not dont_know_count:
        return f"{text}."
    knowing = plural(dont_know_count, {"one": "{count} of them doesn't know", "other": "{count} of them don't know"})
    return f"{text}, {knowing}."


def counts_without(answer: str) -> str:
    """What the votes come to."""
    return f"As long as nothing is agreed, “{answer}” counts."


def split(lower: str, upper: str) -> str:
    """The two middle votes are far apart."""
    return f"The room is split between “{lower}” and “{upper}”; as long as nothing is agreed, the lower counts."
