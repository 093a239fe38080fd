"""The sentences of a target: what it is, who decided it why, and how far the process is from it."""

from __future__ import annotations

from collections.abc import Sequence

from assessment.views.wording.numbers import counted, listed

QUESTION = "Where it should be"
TARGET_LABEL = "Target level"
GAP_LABEL = "Gap"
NEED_LABEL = "Need"
RATIONALE_LABEL = "Rationale"
APPROVER_LABEL = "Approved by"
CHOICE_LABEL = "Chosen as"
PROPOSAL_LABEL = "Proposed by respondents"

GAP_MEANING = "Target minus score as shown; above 0: below target."
NEED_MEANING = "The unmet part of the target, as a share of the whole scale of five levels."
DEFAULT = "the default; nobody set one for it"
NO_RATIONALE = "not given"
NO_APPROVER = "nobody yet"


def on_target(level: int, level_name: str) -> str:
    """The process stands where it should."""
    return f"The target is level {level}, {level_name.lower()}: it is reached."


def below_target(level: int, level_name: str, level_gap: int) -> str:
    """The process stands below its target."""
    return f"The target is level {level}, {level_name.lower()}: {counted(level_gap, 'level')} to go."


def above_target(level: int, level_name: str, level_count: int) -> str:
    """The process stands above its target."""
    return f"The target is level {level}, {level_name.lower()}: it stands {counted(level_count, 'level')} above."


NOT_APPLICABLE = "The process is not applicable, so it has no target."


def target_alone(level: int, level_name: str) -> str:
    """The process has no level to hold against its target."""
    return f"The target is level {level}, {level_name.lower()}; there is no level to compare with it."


def chosen_instead(chosen_level: int) -> str:
    """The chosen target cannot be, so the effective one stands here."""
    return f"level {chosen_level} was chosen, which cannot be: nothing of it applies"


def proposed(level: int) -> str:
    """What respondents' wishes come to."""
    return f"level {level}"


def set_by_hand(attribute_names: Sequence[str]) -> str:
    """Cells of the to-be profile that a person set."""
    return f"Set by hand: {listed(attribute_names)}."
