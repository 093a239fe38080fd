"""The sentences of the answer in six facts."""

from __future__ import annotations

from collections.abc import Sequence

from assessment.views.wording.numbers import counted, level_text, share_text, whole_text

OVERVIEW_QUESTION = "Where do we stand?"
AT_TARGET = "At target"
AT_TARGET_NOTE = "processes"
AT_TARGET_MEANING = "Processes whose level is their target or above, of those that have a level."
LEVELS = "Most stand at"
LEVELS_MEANING = "The level that most processes stand at, 0 to 5; under it how many stand at each level."
MEAN = "Mean score"
MEAN_NOTE = "of 5, by importance"
MEAN_MEANING = "A score is the level plus progress to the next, 0 to 5. The mean weighs each process by its importance."
FLOOR = "Lowest level"
FLOOR_MEANING = "The lowest level that a process stands at."
CONFIDENCE = "How sure"
CONFIDENCE_MEANING = (
    "High, medium or low: how many of the questions are answered, by how many people and roles, and how far they agree."
)
VERIFICATION = "Verification"
VERIFICATION_MEANING = "A self-assessment until a second person has verified every value that counts."
VERIFIED = "Verified"
SELF_ASSESSED = "Self-assessed"
BY_A_SECOND_PERSON = "by a second person"
BY_THEMSELVES = "by the people who do the work"


def levels_text(level_counts: Sequence[int]) -> str:
    """How many processes stand at each level that somebody stands at, from 0 up.

    >>> levels_text((5, 6, 3, 2, 1, 0))
    '5 at level 0, 6 at 1, 3 at 2, 2 at 3, 1 at 4'
    """
    found = [(level, count) for level, count in enumerate(level_counts) if count]
    (first_level, first_count), *rest = found
    first = f"{whole_text(first_count)} at level {level_text(first_level)}"
    return ", ".join([first, *(f"{whole_text(count)} at {level_text(level)}" for level, count in rest)])


def none_has_a_level() -> str:
    """There is no level yet."""
    return "none has a level"


def at_level(level: int) -> str:
    """A level as a figure."""
    return f"Level {level_text(level)}"


def answered(coverage_share: float, provisional_count: int) -> str:
    """How much is answered, and how many processes are provisional for want of answers."""
    share = share_text(coverage_share)
    return (
        f"{share} answered, {whole_text(provisional_count)} provisional" if provisional_count else f"{share} answered"
    )


def partly_verified(verified_count: int, rated_count: int) -> str:
    """Some answers are verified."""
    return f"{whole_text(verified_count)} of {counted(rated_count, 'value')} verified"
