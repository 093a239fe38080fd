"""The sentences of what stands between a process and its next level."""

from __future__ import annotations

from collections.abc import Sequence

from assessment.views.wording.numbers import counted, number_text, percent_text, plural

NOTHING_HOLDS = "Nothing holds it"
HIGHEST_LEVEL = "It stands at the highest level that applies to it."
NOT_ASSESSED = "None of its questions has a value yet: answer them, and it gets a level."
NOT_APPLICABLE = "Its delivery work does not apply, so there is no level to reach."
NO_LEVEL = "No level to raise"


def shortest_way(level: int) -> str:
    """What the list of answers is."""
    return f"The shortest way to level {level}"


def fewest_raises(count: int, level_name: str) -> str:
    """How many answers have to rise at least."""
    name = level_name.lower()
    return plural(
        count,
        {
            "one": f"At least {{count}} answer has to rise for it to be {name}.",
            "other": f"At least {{count}} answers have to rise for it to be {name}.",
        },
    )


def only_open(level_name: str) -> str:
    """Nothing that is rated has to rise; something is not rated."""
    return f"What holds it has no answer yet; with answers it shows how far it is from {level_name.lower()}."


def has_to_pass(percent: float, bound_percent: float) -> str:
    """Where a holding attribute stands and what it has to pass."""
    return f"{percent_text(percent)} now, has to pass {number_text(bound_percent)} %"


def not_rated(bound_percent: float) -> str:
    """What a holding attribute has to pass of which nothing is rated."""
    return f"nothing rated yet, has to pass {number_text(bound_percent)} %"


def raise_answer(from_letter: str, to_letter: str, item_name: str) -> str:
    """One answer that has to rise."""
    return f"{from_letter} to {to_letter}: {item_name}"


def without_answer(count: int) -> str:
    """How many questions of a holding attribute nobody rated."""
    return f"{counted(count, 'question')} without an answer"


def need(attribute_name: str, parts: Sequence[str]) -> str:
    """Everything that a holding attribute needs."""
    return f"{attribute_name}: {'; '.join(parts)}."
