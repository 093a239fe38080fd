"""Where the reader is in the results: which part, which process. Ids come from the URL and are validated here."""

from __future__ import annotations

from assessment.domain.computed import Computed
from assessment.ui import session
from assessment.views.wording.pages.results import PART_NAMES

PART = "part"
PROCESS = "process"


def open_part() -> str:
    """The part of the URL if there is one of that name, else the first."""
    wanted = session.url_id(PART)
    return wanted if wanted is not None and wanted in PART_NAMES else next(iter(PART_NAMES))


def go_to_process(process_id: str) -> None:
    """Show one process with the next run; for callbacks.

    The browser's Back undoes one after the other: it comes to the part before, never to another process.
    """
    session.keep_in_url(PROCESS, process_id)
    session.keep_in_url(PART, "process")


def open_process(computed: Computed) -> str | None:
    """The process of the URL, None where that is not in scope; without one the first priority, else the first."""
    result = computed.result
    known = [process.process_id for process in result.processes]
    wanted = session.url_id(PROCESS)
    if wanted is not None:
        return wanted if wanted in known else None
    return result.priorities[0].process_id if result.priorities else known[0]
