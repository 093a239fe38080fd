"""The words of who is in a room, for whoever leads it."""

from __future__ import annotations

from assessment.views.wording.numbers import plural
from assessment.views.wording.people import ANONYMOUS

QUESTION = "Who is in the room"
WHO_COLUMN, HOW_COLUMN, HERE_COLUMN, VOTED_COLUMN = "Who", "Known as", "Phone", "This question"
BY_NAME = "By name"
HERE, AWAY = "Here", "Not heard of lately"
IN, NOT_YET, NOT_ASKED, NOT_TOLD = "In", "Not yet", "Not asked", "–"
NOBODY = "Nobody has joined yet. Show the code, or the projector page."


def are_in(in_count: int, expected_count: int) -> str:
    """How many of those who are asked have answered the open question; never who.

    >>> are_in(9, 12), are_in(1, 12)
    ('9 of 12 are in', '1 of 12 is in')
    """
    forms = {"one": f"{{count}} of {expected_count} is in", "other": f"{{count}} of {expected_count} are in"}
    return plural(in_count, forms)


def here(names: str) -> str:
    """Who is here."""
    return f"Here: {names}"


def away(names: str) -> str:
    """Whose phone was not heard of lately: it sleeps, or has no network."""
    return f"Phone asleep or away: {names}"


def voted(names: str) -> str:
    """Who has voted."""
    return f"In: {names}"


def missing(names: str) -> str:
    """Who has not voted yet."""
    return f"Not yet: {names}"


def others(names: str) -> str:
    """Who is not asked this question."""
    return f"Not asked this one: {names}"


def untold(names: str) -> str:
    """Of people without a name nobody is told who has voted."""
    return f"Not told of: {names}"


def more(count: int) -> str:
    """Those whose names are too many to be listed."""
    return f"{count} more"


def anonymous_of(role: str) -> str:
    """Somebody without a name, by role where it is told."""
    return f"{ANONYMOUS} ({role})" if role else ANONYMOUS
