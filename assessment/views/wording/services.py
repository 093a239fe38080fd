"""The sentences of the business services that matter and the processes they lean on."""

from __future__ import annotations

from collections.abc import Sequence

from assessment.views.wording.directions import isolated
from assessment.views.wording.numbers import listed, plural

QUESTION = "Which business services lean on what"
TITLE = "The services that matter and what they lean on"
MEASURE = "Importance of the service, 1 to 5; the lowest level, 0 to 5, among the processes it leans on."
EMPTY = "No critical service is recorded. Name the services in Set-up, Critical services."
SERVICE_COLUMN, IMPORTANCE_COLUMN, LEANS_ON_COLUMN = "Service", "Importance", "Leans on"
LOWEST_COLUMN, WEAKEST_COLUMN = "Lowest level", "Weakest of these"
IMPORTANCE_MEANING = "Importance of the service to the business, 1 to 5"
LOWEST_MEANING = "Lowest level of the processes it leans on that have one, 0 to 5"
WEAKEST_MEANING = "The processes at that level"


def none_recorded() -> str:
    """No service is recorded."""
    return "No critical service is recorded yet."


def rests_on(service_name: str, process_names: Sequence[str], level: int) -> str:
    """What the most important service leans on at its weakest."""
    service_name = isolated(service_name)
    return plural(
        len(process_names),
        {
            "one": f"{service_name} leans on {listed(process_names)}, which stands at level {level}.",
            "other": f"{service_name} leans on {listed(process_names)}, which stand at level {level}.",
        },
    )


def without_a_level(process_names: Sequence[str]) -> str:
    """What it leans on that is not assessed, not applicable or out of scope."""
    return f"without a level: {listed(process_names)}"


def no_level() -> str:
    """None of the processes that services lean on has a level."""
    return "No process that a critical service leans on has a level yet."


def proposes() -> str:
    """What services do to the order of processes."""
    return "Where nobody rated the importance of a process, the most important service that leans on it proposes it."
