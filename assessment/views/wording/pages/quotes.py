"""The page Quotes: labels, hints and empty states."""

from __future__ import annotations

from assessment.views.wording.numbers import counted

TITLE = "Quotes"
NO_NOTES = "Nothing to quote yet"
PROCESS = "Process"
RELEASED = "Released: may be quoted"
LOCKED = "This assessment is no draft any more: what is released stays as it is."


def release_all(note_count: int) -> str:
    """Every note of a question at once."""
    return f"Release all {counted(note_count, 'note')} of this question"


def take_all_back(note_count: int) -> str:
    """The other way."""
    return f"Take all {counted(note_count, 'note')} of this question back"
