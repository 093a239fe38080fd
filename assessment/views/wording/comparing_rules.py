"""The rules of setting assessments side by side in short words."""

from __future__ import annotations

from collections.abc import Mapping

THEME = "Since last time"
TITLES: Mapping[str, str] = {
    "side-by-side": "Which two are compared",
    "moved": "How a process moved",
    "why-it-moved": "Why it moved",
    "who-answered": "Whether the same people answered",
    "noise": "Not beyond noise",
    "planned-and-reached": "Planned and reached",
}


def side_by_side() -> str:
    """Which two can be set side by side."""
    return (
        "Two assessments of one organisation, on one major version of one framework, at one depth. Another carry bound "
        "is a reason of what moved. Questions are the same where their ids are."
    )


def moved() -> str:
    """What improved, fell and the same mean."""
    return (
        "Improved, same or fell by the scores as they are shown. A changed target is shown as changed, and is never "
        "progress."
    )


def why_it_moved() -> str:
    """How reasons are found."""
    return (
        "What differs is applied to the former side kind by kind: answers, people, agreed values, questions, carry "
        "bound. What changes a percent or the score is a reason; its part is the mean of what it adds over every order "
        "of applying them."
    )


def who_answered() -> str:
    """When it is told whether the same people answered."""
    return (
        "Told where those who stayed, came and went are each nobody or as many as the anonymity floor, of the process "
        "and of each question. Else answers and people are one reason."
    )


def noise() -> str:
    """When a difference is within the noise."""
    return "Each score lies in the other assessment's sensitivity range. Without a range on both sides it is not known."


def planned_and_reached() -> str:
    """What landed, and what was for nothing."""
    return (
        "The former plan is the saved plan that was chosen, else the roadmap. A step landed where its process stands "
        "at its level or above; it was planned for nothing where nobody needs it any more."
    )
