"""Set-up, Scope: which processes are assessed."""

from __future__ import annotations

from assessment.views.wording.numbers import plural

LEAD = "A process that is left out keeps its answers; they count again once it is back."


def in_scope(process_count: int) -> str:
    """How many processes are assessed."""
    return plural(process_count, {"one": "{count} process in scope", "other": "{count} processes in scope"})
