"""Set-up, Scope: which processes are assessed."""

from __future__ import annotations

from collections.abc import Sequence

from assessment.views.wording.numbers import listed, plural

ASK_UNASKED = "Ask it as of the other processes"
LEAD = "A process that is left out keeps its answers; they count again once it is back."


def in_scope(process_count: int) -> str:
    """How many processes are assessed."""
    return plural(process_count, {"one": "{count} process in scope", "other": "{count} processes in scope"})


def left_out(process_name: str, answer_count: int) -> str:
    """That a process is out of scope, and what becomes of its answers."""
    if not answer_count:
        return f"{process_name} is out of scope"
    kept = plural(answer_count, {"one": "{count} answer to it is", "other": "{count} answers to it are"})
    return f"{process_name} is out of scope; {kept} kept, and counted again once it is back"


def unasked(process_name: str, people: Sequence[str]) -> str:
    """Who is asked nothing of a process that came into scope, and why."""
    return (
        f"{process_name} came into scope after the questions of {listed(people, 6)} were narrowed, so nothing of it is "
        "asked there."
    )
