"""What the Missing page says that is not of the facts it shows."""

from __future__ import annotations

from assessment.views.wording.numbers import counted

LEAD = "Each line leads to the place where it is done. For the facilitator: people stand here with their names."
DONE = "Everything is answered, agreed, verified and decided."


def with_count(title: str, count: str) -> str:
    """A kind of what is missing, and how much of it."""
    return f"{title}: {count}"


def all_of(count: int) -> str:
    """The way to the rows that are not shown."""
    return f"Show all {counted(count, 'line')}"
