"""Several assessments in a row, in words."""

from __future__ import annotations

from datetime import date

from assessment.views.wording.numbers import counted, long_date, score_text

QUESTION = "Over the years"
TITLE = "Scores in a row"
MEASURE = "Score 0.0 to 5.0 at each assessment, with the level; the earliest first."
TOO_FEW = "A trend takes three assessments that can be compared."
PROCESS_COLUMN = "Process"
MEAN_ROW = "Mean of the processes with a level"


def finding(count: int, first: date, last: date, before: float | None, now: float | None) -> str:
    """From when to when, and where the mean went."""
    span = f"{counted(count, 'assessment')} from {long_date(first)} to {long_date(last)}"
    if before is None or now is None:
        return f"{span}."
    return f"{span}: the mean score went from {score_text(before)} to {score_text(now)}."


def left_out(name: str, reason: str) -> str:
    """An assessment that is not in the row, and why."""
    return f"Left out: {name}, because {reason}."


def score_and_level(score: str, level: str) -> str:
    """A score with its level."""
    return f"{score} (level {level})"
