"""The sentences of the groups of processes."""

from __future__ import annotations

from assessment.views.wording.numbers import counted, score_text, whole_text

QUESTION = "How the groups stand"
MEASURE = "By group: at target, processes at each level 0 to 5, mean score weighted by importance, lowest level."
ALL = "All"
AT_TARGET_MEANING = "Processes at their target or above, of those with a level"
LEVEL_MEANING = "Processes at this level"
MEAN_MEANING = "Mean score, 0.0 to 5.0, weighted by importance, rounded down"
FLOOR_MEANING = "Lowest level in the group, 0 to 5"


def at_target(count: int, process_count: int) -> str:
    """How many of how many are at target.

    >>> at_target(4, 17)
    '4 of 17'
    """
    return f"{whole_text(count)} of {whole_text(process_count)}"


def furthest(group_name: str, at_target_count: int, process_count: int, mean_score: float | None) -> str:
    """The group with furthest to go."""
    processes = counted(process_count, "process", "processes")
    return (
        f"{group_name} has furthest to go: {whole_text(at_target_count)} of {processes} at target, "
        f"mean score {score_text(mean_score)}."
    )


def all_at_target() -> str:
    """No group has anything to go."""
    return "Every process with a level is at its target."
