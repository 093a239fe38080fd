"""What several areas read alike: profiles of the eight attributes, carry bounds, ratings and consensus values."""

from __future__ import annotations

from collections.abc import Sequence

from assessment.domain.cases.reading import Given
from assessment.domain.rating.answer_table import BLANK_CHOICE, DONT_KNOW_CHOICE, NOT_APPLICABLE_CHOICE
from assessment.domain.rating.capability import Ladder
from assessment.domain.rating.scale import CARRY_BOUND, CARRY_BOUNDS, FULLY_BOUND, HIGHEST_CODE

NOT_APPLICABLE = "NA"
DONT_KNOW = "DK"
LADDER = Ladder(attribute_ids=("D", "C1", "Q", "C6", "C2", "C3", "C4", "C5"), levels=(1, 2, 2, 3, 4, 4, 5, 5))
_CHOICE_OF_WORD = {NOT_APPLICABLE: NOT_APPLICABLE_CHOICE, DONT_KNOW: DONT_KNOW_CHOICE}


def read_carry(given: Given) -> float:
    """A carry bound, in percent."""
    carry_percent = given.number()
    if carry_percent not in CARRY_BOUNDS:
        raise given.refusal(f"the carry bound is {CARRY_BOUND:g} or {FULLY_BOUND:g}")
    return carry_percent


def read_percents(given: Given) -> list[float | None]:
    """The percent of each attribute of the ladder, None not applicable."""
    fields = given.fields(*LADDER.attribute_ids)
    return [fields[attribute_id].number_or_null(0, 100) for attribute_id in LADDER.attribute_ids]


def read_choice(given: Given) -> int:
    """What one person chose: a code, not applicable, don't know, or nothing (null)."""
    if given.is_null:
        return BLANK_CHOICE
    if isinstance(given.value, str):
        return _CHOICE_OF_WORD[given.choice(_CHOICE_OF_WORD)]
    return given.whole(0, HIGHEST_CODE)


def count_ratings(given: Given, at_least: int = 1) -> Sequence[int]:
    """How often each of the eight choices was made in the ratings of one item."""
    choices = [read_choice(entry) for entry in given.entries(at_least)]
    return [choices.count(choice) for choice in range(BLANK_CHOICE)]


def spaced(value: str) -> str:
    """The value of an enum as a case writes it.

    >>> spaced("not-assessed")
    'not assessed'
    """
    return value.replace("-", " ")
