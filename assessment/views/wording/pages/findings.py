"""The words of the findings on the page Results."""

from __future__ import annotations

from assessment.views.wording.numbers import counted

TAKE_UP = "Add to the plan"
IN_THE_PLAN = "In the plan"
THE_TABLE = "What was recorded"


def to_do(action: str) -> str:
    """What to do about a finding."""
    return f"To do: {action}"


def more(count: int) -> str:
    """The fold of the findings of less weight."""
    return counted(count, "more finding")
