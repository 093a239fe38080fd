"""The sentences of one process: its level, what it is shown with, and how level and practice go together."""

from __future__ import annotations

from collections.abc import Sequence

from assessment.views.wording.numbers import counted, listed, number_text, percent_text
from assessment.views.wording.terms import EXTENSION_MARK

LEVEL_LABEL = "Level"
SCORE_LABEL = "Score"
TARGET_LABEL = "Target"
PRACTICE_LABEL = "Practice covered"
CONFIDENCE_LABEL = "Confidence"
BOUND_LABEL = "33020 bound"

LEVEL_MEANING = "Capability level, 0 to 5, and what else it could be by other answers to what is open or even."
CONFIDENCE_MEANING = "How sure the level is: coverage, people, agreement, roles and evidence."
BOUND_MEANING = "The level if every level below had to be above 85 %, as ISO/IEC 33020 asks."
PRACTICE_MEANING = "Plain mean of the attributes that apply, in percent."

INDICATIVE = "indicative: quick depth"
PROVISIONAL = "provisional: fewer than half answered"
NOTHING_HOLDS = "nothing holds it"
NOT_A_LEVEL = "not a level"
OWN_BOUND = "the bound of this assessment"
NO_LEVEL_TO_COMPARE = "no level to compare"
EXTENSION = f"An extension: {EXTENSION_MARK}."


def at_level(process_name: str, level: str, score: str) -> str:
    """Where a process stands; `level` with what else it could be."""
    return f"{process_name} is at level {level}, score {score}; nothing holds it."


def held_at_level(process_name: str, level: str, score: str, held_by: Sequence[str]) -> str:
    """Where a process stands and what keeps it from the next level."""
    return f"{process_name} is at level {level}, score {score}, held by {listed(held_by, 3)}."


def not_assessed(process_name: str) -> str:
    """Nothing about it is rated."""
    return f"{process_name} is not assessed: none of its questions has a value yet."


def not_applicable(process_name: str) -> str:
    """It has no level and never will here."""
    return f"{process_name} is not applicable: its delivery work does not apply, so it has no level."


def process_label(process_name: str, level: int) -> str:
    """A process with its level, for those who choose one."""
    return f"{process_name}, level {level}"


def process_without_level(process_name: str, status: str) -> str:
    """A process without a level and why, for those who choose one."""
    return f"{process_name}, {status}"


def held_by(attribute_names: Sequence[str]) -> str:
    """What keeps it from the next level, short."""
    return f"held by {listed(attribute_names, 1)}"


def signed_off_as(level: int) -> str:
    """The level that was signed off."""
    return f"signed off as level {level}, the low bound"


def level(number: int) -> str:
    """A level by its digit."""
    return f"Level {number}"


def above_bound(bound_percent: float) -> str:
    """What the level under the 33020 bound asks of the levels below."""
    return f"if all below is above {number_text(bound_percent)} %"


def distance(level_gap: int | None) -> str:
    """How far the level is from the target.

    >>> distance(2), distance(0), distance(-1), distance(None)
    ('2 levels below target', 'on target', '1 level above target', 'no level to compare')
    """
    if level_gap is None:
        return NO_LEVEL_TO_COMPARE
    if level_gap == 0:
        return "on target"
    levels = counted(abs(level_gap), "level")
    return f"{levels} below target" if level_gap > 0 else f"{levels} above target"


def practice_held(practice_percent: float | None, level_number: int) -> str:
    """Why practice covered and level differ, where something holds the level."""
    return (
        f"Practice covered, {percent_text(practice_percent)}, is the plain mean of the attributes and not a level. "
        "A level counts only when what lies below it is firmly in place: "
        f"here it is held at level {level_number}, whatever stands above."
    )


def practice_free(practice_percent: float | None) -> str:
    """Why practice covered and level differ, where nothing holds the level."""
    return (
        f"Practice covered, {percent_text(practice_percent)}, is the plain mean of the attributes and not a level. "
        "A level counts only when what lies below it is firmly in place, as it is here."
    )
