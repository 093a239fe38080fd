"""The words of the sheets of what moved since an earlier assessment."""

from __future__ import annotations

from collections.abc import Mapping

from assessment.views.wording.sheets import shared

NAME = "Since"

MOVEMENT_COLUMNS: Mapping[str, tuple[str, str]] = {
    "process-id": shared.PROCESS_ID,
    "process": shared.PROCESS,
    "level-before": ("Level before", "Level of the earlier assessment; empty: none."),
    "level": ("Level now", "Level of this assessment; empty: none."),
    "score-before": ("Score before", "Score of the earlier assessment in full; empty: none."),
    "score": ("Score now", "Score of this assessment in full; empty: none."),
    "change": ("Change", "Score now minus score before, in full; empty: no score on one side."),
    "target-before": ("Target before", "Effective target of the earlier assessment."),
    "target": ("Target now", "Effective target of this assessment."),
    "target-text": ("Target, changed", "Target now, and whether it is another than before; that is no progress."),
    "moved": ("Moved", "Which way the score went as it is shown, rounded down, and whether no further than noise."),
    "why": ("Why", "The reasons in short."),
}
REASON_COLUMNS: Mapping[str, tuple[str, str]] = {
    "process-id": shared.PROCESS_ID,
    "process": shared.PROCESS,
    "kind": ("Kind of reason", "What kind of reason it is."),
    "why": ("Reason", "The reason in words."),
    "part": ("Part", "What of the change of the score is due to it; empty: no part of its own."),
}
DELTA_COLUMNS: Mapping[str, tuple[str, str]] = {
    "process-id": shared.PROCESS_ID,
    "process": shared.PROCESS,
    "level": ("Levels", "Level now minus level before; empty: no level on one side."),
}
PLANNED_COLUMNS: Mapping[str, tuple[str, str]] = {
    "process-id": shared.PROCESS_ID,
    "process": shared.PROCESS,
    "step": ("Step", "From which level to which."),
    "wave": ("Wave", "Wave of the former plan; empty: not planned."),
    "fate": ("What became of it", "Landed, not landed, planned for nothing and why, or reached without a plan."),
    "reached": ("Level now", "Level of this assessment; empty: none."),
}
SIDE_COLUMNS: Mapping[str, tuple[str, str]] = {
    "what": ("What", "What is told of both assessments."),
    "before": ("Before", "As it is in the earlier assessment."),
    "now": ("Now", "As it is in this assessment."),
}
TREND_COLUMNS: Mapping[str, tuple[str, str]] = {"process-id": shared.PROCESS_ID, "process": shared.PROCESS}


def delta(attribute_name: str) -> tuple[str, str]:
    """Heading and meaning of the change of an attribute."""
    return attribute_name, "Now minus before; empty: not there on one side."


def at(date: str, name: str) -> tuple[str, str]:
    """Heading and meaning of the scores of one assessment in a row."""
    return date, f"Score in full at the assessment {name}; empty: no score."
