"""The words that findings of every area share."""

from __future__ import annotations

from collections.abc import Mapping

from assessment.domain.findings.results import Area
from assessment.views.wording.numbers import counted, plural

TITLE = "What follows from it"
MEASURE = "Each finding with what it rests on and what to do; the numbers are those of today."
RECORDED_QUESTION = "Owners, tools and sourcing, process by process"
RECORDED_EMPTY = "Nothing is recorded. Enter owners, tools and sourcing in Set-up."
EMPTY = "Nothing follows that needs doing."
FINDING_COLUMN, BASIS_COLUMN, ACTION_COLUMN = "Finding", "Rests on", "What to do"
AREAS: Mapping[Area, str] = {
    Area.OWNERS: "Owners and readiness",
    Area.TRANSITIONS: "Transitions",
    Area.TECHNOLOGY: "Technology",
    Area.SOURCING: "Sourcing",
}


def more(count: int) -> str:
    """Findings that the sheet has and the page leaves out."""
    return plural(
        count,
        {
            "one": "{count} further finding of this kind stands on the sheet Findings.",
            "other": "{count} further findings of this kind stand on the sheet Findings.",
        },
    )


def recorded_elsewhere() -> str:
    """Where the table stands that the main part leaves out."""
    return "What was recorded of each process stands in the appendix of the full report and on the sheet Organisation."


def recorded(table_count: int) -> str:
    """That the appendix holds what was recorded."""
    if not table_count:
        return "Neither owners nor tools nor sourcing are recorded."
    return "What the findings on owners, technology and sourcing were read from."


def more_on_the_sheet(count: int) -> str:
    """Findings that the paper leaves out."""
    return plural(
        count,
        {
            "one": "{count} further finding stands on the page Results and on the sheet Findings.",
            "other": "{count} further findings stand on the page Results and on the sheet Findings.",
        },
    )


def level_and_target(level: int | None, target_level: int | None) -> str:
    """Where a process stands and where it should."""
    if level is None:
        return "No level yet."
    return f"Level {level}, target {target_level}."


def findings_count(count: int) -> str:
    """How many findings there are."""
    return counted(count, "finding")
