"""The words of a show of hands and of slips of paper."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assessment.domain.answered.workshop import RoundSource
from assessment.views.wording.numbers import counted, listed, plural

QUESTION = "Votes without phones"
TITLE = "Hands or paper"
WAYS: Mapping[RoundSource, str] = {RoundSource.HANDS: "Show of hands", RoundSource.PAPER: "Paper, by letter"}
WAY_LABEL = "How people vote"
DONT_KNOW_LABEL, NOT_APPLICABLE_LABEL = "Don't know", "Does not apply"
LINE_LABEL = "One letter a slip"
LINE_HELP = "A to F, ? for don't know, - for does not apply; in any order, with or without spaces."
LINE_EXAMPLE = "A A C D ? -"
KEEP, KEEP_AGAIN = "Keep this count", "Keep as another round"
ROUNDS_TITLE = "Counts so far"
ROUND_COLUMN, HOW_COLUMN, VOTES_COLUMN, VALUE_COLUMN = "Round", "How", "Votes", "Middle"
NONE_YET = "Nothing is counted for this question yet."
NO_VALUE = "Nobody chose a statement, so there is no value to propose."
NOT_APPLICABLE = "Most say that it does not apply here."


def take(letter: str, name: str) -> str:
    """The button that agrees on the proposed value."""
    return f"Agree on {letter}. {name}"


def proposed(letter: str, people_count: int) -> str:
    """What a count comes to."""
    return f"The middle of {counted(people_count, 'vote')} is {letter}."


def split(letter: str, upper_letter: str) -> str:
    """A count with two middles that are far apart."""
    return f"The room is split between {letter} and {upper_letter}: talk before you agree."


def upper(upper_letter: str) -> str:
    """A count of an even number of votes."""
    return f"Read upwards, the middle is {upper_letter}."


def counts(parts: Sequence[str]) -> str:
    """The counts of a round."""
    return listed(parts)


def chose(letter: str, count: int) -> str:
    """How many chose a statement, short."""
    return f"{letter} {count}"


def dont_know(count: int) -> str:
    """How many don't know."""
    return plural(count, {"one": "{count} doesn't know", "other": "{count} don't know"})


def not_applicable(count: int) -> str:
    """How many say that it does not apply."""
    return plural(count, {"one": "{count} does not apply", "other": "{count} do not apply"})


def read(text: str, people_count: int) -> str:
    """What a line of letters was read as."""
    return f"Read as {text}: {counted(people_count, 'slip')}."


def unread(signs: Sequence[str]) -> str:
    """Signs of a line that stand for nothing."""
    return f"Not read: {listed(signs, 8)}. Use A to F, ? and -."
