"""The sentences on what would change the order: presets, and how far a weight has to move."""

from __future__ import annotations

from collections.abc import Mapping

from assessment.domain.planning.presets import Preset
from assessment.domain.planning.swapping import Criterion
from assessment.views.wording.numbers import decimal_text

PRESETS_LABEL = "Begin with"
OWN_WEIGHTS = "Own weights"
QUESTION = "What would change the order?"
TABLE_TITLE = "How far each weight would have to move"
TABLE_MEASURE = (
    "The least that one weight has to move, the others as they are, for the second process to come before the first. "
    "Only the proportions of the weights matter."
)
CRITERION_COLUMN = "Weight"
PRESENT_COLUMN = "Now"
WANTED_COLUMN = "Would have to be"
LEADS_COLUMN = "Then first"
EMPTY = "Fewer than two processes are below their target, so there is no order to change."
NO_SWAP_TABLE = "No weight alone swaps them."
CRITERIA: Mapping[Criterion, str] = {
    Criterion.PAIN: "Pain",
    Criterion.IMPORTANCE: "Importance",
    Criterion.LEVERAGE: "Leverage",
}
PRESETS: Mapping[Preset, str] = {
    Preset.BALANCED: "Balanced",
    Preset.PAIN_FIRST: "Pain first",
    Preset.BUSINESS_FIRST: "Business first",
    Preset.FOUNDATIONS_FIRST: "Foundations first",
}
PRESET_MEANINGS: Mapping[Preset, str] = {
    Preset.BALANCED: "Pain 0.40, importance 0.30, leverage 0.30: what a plan begins with.",
    Preset.PAIN_FIRST: "Pain 0.70, the others 0.15: begin where it hurts.",
    Preset.BUSINESS_FIRST: "Importance 0.70, the others 0.15: begin with what the business needs most.",
    Preset.FOUNDATIONS_FIRST: "Leverage 0.70, the others 0.15: begin with what others wait for.",
}


def weight_text(weight: float) -> str:
    """A weight, two decimals."""
    return decimal_text(weight, 2)


def swaps_at(second_name: str, first_name: str, criterion: Criterion, present: float, wanted: float) -> str:
    """The smallest change that swaps the first two."""
    direction = "more" if wanted > present else "less"
    return (
        f"{second_name} would come before {first_name} if {CRITERIA[criterion].lower()} counted {direction}: "
        f"{weight_text(wanted)} in place of {weight_text(present)}, the other weights as they are."
    )


def third_leads(leader_name: str) -> str:
    """At that weight a third process leads."""
    return f"{leader_name} would then come before both."


def no_swap(second_name: str, first_name: str) -> str:
    """No weight alone swaps the first two."""
    return f"No change of a single weight puts {second_name} before {first_name}."
