"""The rules of a workshop in short words."""

from __future__ import annotations

from collections.abc import Mapping

THEME = "The workshop"
TITLES: Mapping[str, str] = {
    "planner": "How many processes fit",
    "clock": "The clock against the plan",
    "next-question": "What to talk about next",
    "taken-at-once": "Values taken at once",
    "hands": "A show of hands or paper",
}


def clock() -> str:
    """How a workshop is ahead or behind."""
    return (
        "A process that is over counts with what it took against its time box; one that is left out or to be finished "
        "by link gives its minutes back. The one that runs counts once its time is up. Before the first begins there "
        "is nothing to compare."
    )


def hands() -> str:
    """What a count comes to."""
    return (
        "Counts of the six statements, typed in, are a round of votes and no ratings: nobody is named by them. They "
        "propose the lower median, as ratings do. The people counted stand behind a value that is agreed, where they "
        "are more than those who rated it."
    )
