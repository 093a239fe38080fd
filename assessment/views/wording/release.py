"""The words of what may be quoted."""

from __future__ import annotations

from assessment.views.wording.numbers import counted

QUESTION = "What may be quoted"
LEAD = (
    "Results and report quote what is released, under a role and never under a name. A note stays released while its "
    "words stay."
)
EMPTY = "Nobody has written a note yet. Notes and evidence are written under the questions of the Questionnaire page."
REWORDED = "The words changed since they were released: not quoted until they are released again"


def how_many(released_count: int, note_count: int) -> str:
    """How much is released."""
    return f"{released_count} of {counted(note_count, 'note')} released."


def process_label(process_name: str, released_count: int, note_count: int) -> str:
    """A process with how much of what was said about it is released."""
    return f"{process_name}: {released_count} of {note_count} released"


def kept(floor: int) -> str:
    """Why notes are quoted nowhere even when they are released."""
    return f"Quoted nowhere, released or not: fewer than {counted(floor, 'person', 'people')} are asked this question."
