"""The words around what the framework says of a process: purpose, guide, indicators, names elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from assessment.views.wording.numbers import listed

QUESTION = "About the process"
PURPOSE_TITLE = "Purpose and boundaries"
METRICS_TITLE = "Indicators worth having"
GUIDE_TITLE = "Facilitator's guide"
CROSSWALK_TITLE = "In other publications"
OVERLAPS_TITLE = "Asked elsewhere"
PROBES_TITLE = "Ask"
TRAPS_TITLE = "What goes wrong in the room"

INDICATOR_COLUMN, UNIT_COLUMN, DIRECTION_COLUMN, MEANING_COLUMN = "Indicator", "Unit", "Direction", "What it tells"
PUBLICATION_COLUMN, REFERENCE_COLUMN, COVERS_COLUMN = "Publication", "Reference", "It covers"
METRICS_EMPTY = "The framework names no indicator."
CROSSWALK_EMPTY = "The framework names no other publication."


def starts(text: str) -> str:
    """Where the process starts."""
    return f"It starts: {text}"


def ends(text: str) -> str:
    """Where the process ends."""
    return f"It ends: {text}"


def confused_with(process_name: str, difference: str) -> str:
    """What it is often mistaken for."""
    return f"Often confused with {process_name}. {difference}"


def in_the_room(roles: Sequence[str]) -> str:
    """Who should answer."""
    return f"In the room: {listed(roles)}."


def duration(minutes_quick: int, minutes_full: int) -> str:
    """How long a conversation takes."""
    return f"{minutes_quick} minutes at quick depth, {minutes_full} at full depth."


def asked_elsewhere(activity_name: str, other_name: str, process_name: str) -> str:
    """An activity that is asked in another process, so that nothing is asked twice."""
    return f"{activity_name}: see '{other_name}' in {process_name}."
