"""The former plan against what was reached, in words."""

from __future__ import annotations

from collections.abc import Mapping

from assessment.domain.comparing.results import NothingReason, StepFate
from assessment.views.wording.numbers import counted, level_text, listed, plural, whole_text

TITLE = "Planned against reached"
MEASURE = "Each step that the former plan funds, and each one that was taken without it. Levels 0 to 5."
NOTHING_PLANNED = "The earlier assessment has no plan, and no process climbed."
STEP_COLUMN, WAVE_COLUMN, FATE_COLUMN, REACHED_COLUMN = "Step", "Wave", "What became of it", "Level now"
FATES: Mapping[StepFate, str] = {
    StepFate.LANDED: "Landed",
    StepFate.NOT_LANDED: "Not landed",
    StepFate.FOR_NOTHING: "Planned for nothing",
    StepFate.UNPLANNED: "Reached without a plan",
    StepFate.UNKNOWN: "Not known: no level now",
}
NOT_DUE = "its wave is not over"
REASONS: Mapping[NothingReason, str] = {
    NothingReason.ALREADY_THERE: "it was there already",
    NothingReason.TARGET_LOWERED: "its target was lowered",
    NothingReason.LEFT_SCOPE: "the process left the scope",
    NothingReason.NOT_APPLICABLE: "the process does not apply any more",
}


def fate_because(fate: str, reason: str) -> str:
    """What became of a step, with the reason."""
    return f"{fate}: {reason}"


def step(from_level: int, to_level: int) -> str:
    """A step from one level to another."""
    return f"{level_text(from_level)} to {level_text(to_level)}"


def finding(landed: int, not_landed: int, for_nothing: int, unplanned: int, planned: int) -> str:
    """What became of the plan.

    >>> finding(5, 4, 1, 2, 10)
    'Of 10 planned steps 5 landed, 4 did not and 1 was planned for nothing. 2 steps were taken without the plan.'
    """
    others = plural(
        unplanned,
        {"one": "{count} step was taken without the plan.", "other": "{count} steps were taken without the plan."},
    )
    if not planned:
        return others if unplanned else NOTHING_PLANNED
    parts = [f"{whole_text(landed)} landed" if landed else "none landed"]
    if not_landed:
        parts.append(f"{whole_text(not_landed)} did not")
    if for_nothing:
        were = {"one": "{count} was planned for nothing", "other": "{count} were planned for nothing"}
        parts.append(plural(for_nothing, were))
    first = f"Of {counted(planned, 'planned step')} {listed(parts)}."
    return f"{first} {others}" if unplanned else first


def named_plan(name: str) -> str:
    """Which plan it is that was saved."""
    return f"The plan is the one saved as {name}."


def roadmap_as_plan() -> str:
    """No plan was saved."""
    return "No plan was saved as the plan: the roadmap of the earlier assessment stands for it, as its answers have it."


def not_due(count: int) -> str:
    """How many of those that did not land had time left."""
    return plural(
        count,
        {
            "one": "{count} step that did not land is in a wave that was not over.",
            "other": "{count} steps that did not land are in waves that were not over.",
        },
    )
