"""The words of what became of an answer."""

from __future__ import annotations

from assessment.views.wording.numbers import counted

QUESTION = "What became of the answer"
WHEN_COLUMN, WHO_COLUMN, FROM_COLUMN, TO_COLUMN = "When", "Who", "From", "To"
THE_ROOM = "The room"
NOTHING = "no answer"
EMPTY = "No change is recorded. What came with an import or a copy has its history where it came from."


def how_many(count: int) -> str:
    """How often it changed."""
    return f"{counted(count, 'change')}, the newest first."


def reason_not_kept(length: int) -> str:
    """A reason that was given then: its words were changed or taken back since, and are kept nowhere."""
    return f"a reason of {counted(length, 'character')}, no longer kept"
