"""Set-up, Transitions: where the organisation stands between the two ends of each transition."""

from __future__ import annotations

from collections.abc import Mapping

TITLE = "Which way has the organisation gone?"
LEAD = "From 0, the old end, to 5, the new one: now, and as it should be. It counts in no level."
TABLE = "Place of each transition"
PLACES: Mapping[int, str] = {0: "0 at the old end", 1: "1", 2: "2", 3: "3", 4: "4", 5: "5 at the new end"}
ENDS_FOLD = "What one sees at each end"


def old_end(text: str) -> str:
    """What one sees at the old end."""
    return f"0  {text}"


def new_end(text: str) -> str:
    """What one sees at the new end."""
    return f"5  {text}"
