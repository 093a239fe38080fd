"""Labels and hints of what is written down in a workshop."""

from __future__ import annotations

from collections.abc import Mapping

from assessment.domain.answered.workshop import DecisionKind

TITLE = "Write it down"
LEAD = "Saved as you type. What is written while a question is asked is kept with its process."
PARK = "parked"
KIND = "What it is"
KINDS: Mapping[str, str] = {
    PARK: "Point to park",
    DecisionKind.DECISION: "Decision",
    DecisionKind.ACTION: "Action",
}
TEXT = "In words"
EMPTY_TEXT = "What was said, so that somebody who was not there understands it"
OWNER = "Owner"
DUE = "Due"
NEXT = "Keep it, write the next"
NEXT_HINT = "What stands here moves into the list below; the field is empty again."
PARKED_TITLE = "Parking lot"
PARKED_LEAD = "Points to come back to. Tick what was dealt with; take the words away to remove one."
PARKED_TABLE = "Parked points"
PARKED_NONE = "Nothing is parked."
DECISIONS_TITLE = "Decisions and actions"
DECISIONS_LEAD = "Who does what until when. Tick what is done; take the words away to remove one."
DECISIONS_TABLE = "Decisions and actions"
DECISIONS_NONE = "Nothing was decided yet."
TEXT_COLUMN, ABOUT_COLUMN, DONE_COLUMN, KIND_COLUMN = "In words", "About", "Done", "What"
OWNER_COLUMN, DUE_COLUMN, PROCESS_COLUMN = "Owner", "Due", "Process"
DAY_MEANING = "A day as 2026-12-31"


def about(name: str) -> str:
    """What the next point will be kept with."""
    return f"About: {name}"
