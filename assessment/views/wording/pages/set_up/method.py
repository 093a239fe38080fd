"""Set-up, Method: the few settings of the method."""

from __future__ import annotations

from collections.abc import Mapping

from assessment.domain.rating.scale import CARRY_BOUND, FULLY_BOUND
from assessment.views.wording.numbers import bound_text

TITLE = "How is it asked and rated?"
CARRY = "What carries the next level"
BOUNDS: Mapping[float, str] = {
    CARRY_BOUND: f"L+ or better ({bound_text(CARRY_BOUND)})",
    FULLY_BOUND: f"F ({bound_text(FULLY_BOUND)}), as ISO/IEC 33020 has it",
}
BOUND_MEANINGS: Mapping[float, str] = {
    CARRY_BOUND: "A level counts once what lies below it is largely in place, with few weaknesses. A rule of our own.",
    FULLY_BOUND: "A level counts only when everything below it is complete. Most organisations then stand at level 1.",
}
DEFAULT_TARGET = "Default target level"
ASKS_TO_BE = "Ask people for the to-be as well"
ASKS_TO_BE_HINT = (
    "Off by default: the sponsor sets targets. Where it is asked, the answers propose a target and set none."
)
FLOOR = "Anonymity floor"
FLOOR_HINT = "A group with fewer people than this is never shown on its own."


def fixed_depth(depth: str) -> str:
    """At which depth it is asked."""
    return f"{depth}. The depth is fixed once an assessment has begun."
