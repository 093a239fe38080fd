"""Set-up, Targets: how high each process should be, why, and who decided it."""

from __future__ import annotations

from collections.abc import Sequence

from assessment.domain.rating.targets import RATIONALE_ABOVE_LEVEL
from assessment.views.wording.numbers import listed, plural

TITLE = "How high should it be?"
TABLE = "Target of each process"
IN_FORCE_COLUMN = "In force"
IN_FORCE_MEANING = (
    "The target that counts: the default where none is chosen, the highest level that can be where one cannot"
)
CELLS_FOLD = "Single cells of the to-be, set by hand"
CELLS_TABLE = "To-be of each process and attribute"
NAMES_LIMIT = 5


def default_lead(level: int, level_name: str) -> str:
    """What a process without a choice of its own is to reach."""
    return f"Without a choice of its own the target of a process is level {level}, {level_name}."


def without_rationale(process_names: Sequence[str]) -> str:
    """The targets that are so high that somebody has to say why, and nobody did."""
    names = listed(process_names, NAMES_LIMIT)
    return plural(
        len(process_names),
        {
            "one": f"The target of {names} is above level {RATIONALE_ABOVE_LEVEL} without a rationale. "
            "Say why it is worth it.",
            "other": f"The targets of {names} are above level {RATIONALE_ABOVE_LEVEL} without a rationale. "
            "Say why they are worth it.",
        },
    )


def in_force_by_default(level: int, level_name: str) -> str:
    """The default target, which nobody chose for this process."""
    return f"{level} {level_name}, by default"


def in_force_instead(level: int, level_name: str, chosen_level: int) -> str:
    """The target that counts, because the chosen level cannot be."""
    return f"{level} {level_name}: {chosen_level} cannot be"
