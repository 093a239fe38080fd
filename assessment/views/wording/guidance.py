"""What is said of a question beside its words: where it comes from, what else asks about it, what it counts."""

from __future__ import annotations

from assessment.views.wording.numbers import number_text

ASK_TO_SEE = "Ask to see"
EASILY_FOOLED_BY = "Easily fooled by"


def easily_fooled_by(pitfall: str) -> str:
    """What is taken for the real thing."""
    return f"{EASILY_FOOLED_BY}: {pitfall}"


def counts_in_no_level() -> str:
    """A question of weight 0."""
    return "Asked and shown, but it counts in no level."


def counts_times(weight: float) -> str:
    """A question of another weight than 1."""
    return f"Counts {number_text(weight)} times."


def touches(item_name: str, process_name: str) -> str:
    """Another question asks about the same work."""
    return f"Touches '{item_name}' of {process_name}."


def extension() -> str:
    """A question that the paper does not have."""
    return "Extension: not from the paper."


def paper_line(line: int) -> str:
    """Where the paper has the question."""
    return f"Paper, line {line}."
