"""The sentences of the plan on paper: its steps in short, and each in detail."""

from __future__ import annotations

from datetime import date

from assessment.views.wording.numbers import long_date, number_text, plural, unbroken
from assessment.views.wording.steps import move_text

TITLE = "The steps in short"
MEASURE = "Who owns each step, by when, what it takes, what is done first, and what shows that it is done."
OWNER_COLUMN, TAKES_COLUMN, FIRST_COLUMN, DONE_COLUMN = "Owner, by when", "What it takes", "First actions", "Done when"
PREPARATIONS_MEASURE = "What has to be there before the first step of a process; the earliest wave first."
WHOLE_MEASURE = "What has to be there before the steps begin, by the numbers of the plan."
STEPS_QUESTION = "Each step in detail"
NO_STEPS = "No step has a wave."


def steps_finding(step_count: int) -> str:
    """What the section holds."""
    return plural(
        step_count,
        {
            "one": "{count} step: what is done, what exists then, who does it and how one sees it.",
            "other": "{count} steps, wave by wave: what is done, what exists then, who does it and how one sees it.",
        },
    )


def wave_note(spent: str, outcome: str) -> str:
    """What a wave takes and leads to."""
    return f"{spent}. {outcome}"


def move_and_marks(from_level: int, to_level: int, marks: str) -> str:
    """From which level to which, and what is special about the step."""
    moves = f"level {move_text(from_level, to_level)}"
    return f"{moves}, {marks}" if marks else moves


def due(last_month: int, ends_on: date | None) -> str:
    """By when a step is done: the end of its wave."""
    return unbroken(f"by {long_date(ends_on)}" if ends_on else f"by the end of month {last_month}")


def days_text(days: float) -> str:
    """Person-days of a step."""
    return unbroken(f"{number_text(days)} person-days")


def more_actions(count: int) -> str:
    """Actions that stand in the detail alone."""
    return plural(count, {"one": "and {count} more action", "other": "and {count} more actions"})


def reference(title: str, codes: str) -> str:
    """Where else to look."""
    return f"{title}: {codes}"
