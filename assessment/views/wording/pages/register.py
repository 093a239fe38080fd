"""Roadmap, the register of actions: what the team changes in it."""

from __future__ import annotations

TITLE = "Who does what until when"
LEAD = "Say it in your words, strike it, or name who does it. Emptied, the framework's words count again."
ACTION_COLUMN = "Action"
TEXT_COLUMN = "In your words"
TEXT_MEANING = "What is done, in other words than the framework's; empty: in its words."
KEPT_COLUMN = "Kept"
KEPT_MEANING = "Without the tick the action is struck: it is on no paper, and the tick brings it back."
DAY_MEANING = "A day, written as 2026-12-31."
DONE_COLUMN = "Done %"
DONE_MEANING = "How much is done, 0 to 100."
NO_DAY = "this is no date"
WRITE_DAY = "Write it as 2026-12-31."
NO_PERCENT = "this is no whole number from 0 to 100"
WRITE_PERCENT = "Write 0 to 100."
ANOTHER = "Another action"
ADD = "Add"


def table(step_title: str) -> str:
    """What a screen reader calls the table of a step."""
    return f"Actions of {step_title}"
