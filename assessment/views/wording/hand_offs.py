"""The sentences of hand-offs: which processes supply which, how well that works, and which hand-offs are broken."""

from __future__ import annotations

from collections.abc import Sequence

from assessment.domain.rating.hand_offs import BROKEN_BELOW_CODE
from assessment.domain.rating.scale import band_of_percent, percent_of_code
from assessment.views.wording.numbers import counted, listed, plural, whole_text

BROKEN_BELOW = band_of_percent(percent_of_code(BROKEN_BELOW_CODE))
QUESTION = "Where processes hand over"
EMPTY = "No process in scope supplies another one in scope. Choose more processes in Set-up."
LIST_TITLE = "Hand-offs between processes"
LIST_MEASURE = "How well what is handed over is defined and works, N (not done) to F (fully); broken ones first."
LIST_EMPTY = "No hand-off matches."
MATRIX_TITLE = "Who hands over to whom, and how well"
MATRIX_MEASURE = (
    "From the process on the left to the one above: whether what is handed over is defined and works, "
    "N (not done) to F (fully)."
)
FROM_COLUMN = "From"
TO_COLUMN = "To"
FLOW_COLUMN = "What is handed over"
KIND_COLUMN = "Known as"
RATING_COLUMN = "Rating"
STATE_COLUMN = "State"
PLAN_COLUMN = "Plan"
KIND_MEANING = (
    "How the linkage is known: stated in the model, an interaction whose direction is our reading, implied by the "
    "model, or an extension of this framework"
)
RATING_MEANING = "N to F; a dot: not rated, a dash: not applicable, a question mark: don't know"
STATE_MEANING = f"Broken: rated below {BROKEN_BELOW}, with a process below its target at either end"
PLAN_MEANING = "Binds: the receiver reaches a level only when the supplier is at most one level behind"

BROKEN = "broken"
BINDS = "binds"
BROKEN_SIGN = "!"
DONT_KNOW_SIGN = "?"
DONT_KNOW = "don't know"
NOT_APPLICABLE = "not applicable"
NOT_RATED = "not rated"
LEGEND_BROKEN = f"broken: below {BROKEN_BELOW}, with a process below its target at either end"
WORKING_QUESTION = "Where hand-offs work"
NO_WORKING = "No rated hand-off works well enough."


def working_finding(count: int) -> str:
    """How many hand-offs work."""
    return plural(
        count,
        {"one": "{count} rated hand-off is not broken.", "other": "{count} rated hand-offs are not broken."},
    )


def working_elsewhere(count: int) -> str:
    """The hand-offs that are left out here."""
    return plural(
        count,
        {
            "one": "{count} rated hand-off is not broken; the appendix of the full report has it.",
            "other": "{count} rated hand-offs are not broken; the appendix of the full report has them.",
        },
    )


def none_in_scope() -> str:
    """There is no hand-off to speak of."""
    return "There is no hand-off between processes in scope."


def none_rated(scope_count: int) -> str:
    """Nobody rated a hand-off."""
    return plural(
        scope_count,
        {
            "one": "The only hand-off in scope is not rated yet.",
            "other": "None of the {count} hand-offs in scope is rated yet.",
        },
    )


def none_broken(rated_count: int, scope_count: int) -> str:
    """Every hand-off that is rated works, or nobody at its ends is below target."""
    scope = whole_text(scope_count)
    return plural(
        rated_count,
        {
            "one": f"The one rated hand-off is not broken, out of {scope} in scope.",
            "other": f"None of {{count}} rated hand-offs is broken, out of {scope} in scope.",
        },
    )


def broken_of_rated(broken_count: int, rated_count: int, scope_count: int) -> str:
    """How many hand-offs are broken, of how many that are rated, and how many there are."""
    rated, scope = counted(rated_count, "rated hand-off"), whole_text(scope_count)
    return plural(
        broken_count,
        {
            "one": f"{{count}} of {rated} is broken, out of {scope} in scope.",
            "other": f"{{count}} of {rated} are broken, out of {scope} in scope.",
        },
    )


def rate_them() -> str:
    """What to do while none is rated."""
    return "Rate hand-offs in Set-up, Hand-offs."


def most_broken(process_names: Sequence[str], count: int) -> str:
    """The processes where most broken hand-offs begin or end."""
    names, broken = listed(process_names), whole_text(count)
    if len(process_names) == 1:
        return f"The most broken hand-offs begin or end in {names}: {broken}."
    return f"The most broken hand-offs begin or end in {names}: {broken} in each."


def spoken(from_name: str, to_name: str, flow: str, rating: str) -> str:
    """A hand-off in words, for tooltips and those who listen."""
    return f"{from_name} to {to_name}, {rating}: {flow}"


def spoken_broken(from_name: str, to_name: str, flow: str, rating: str) -> str:
    """A broken hand-off in words."""
    return f"{from_name} to {to_name}, {rating}, broken: {flow}"
