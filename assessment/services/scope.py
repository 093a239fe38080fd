"""Which processes are assessed."""

from __future__ import annotations

from collections.abc import Iterable

from assessment.domain.authored.framework import Framework
from assessment.errors import InvalidInput


def scope_in_order(framework: Framework, process_ids: Iterable[str] | None) -> tuple[str, ...]:
    """The processes in the model's order; None is all of them. Raises InvalidInput for an unknown one, or for none."""
    order = [process.id for process in framework.processes]
    if process_ids is None:
        return tuple(order)
    wanted = set(process_ids)
    for unknown in sorted(wanted - set(order)):
        raise InvalidInput("Scope", f"'{unknown}' is no process of {framework.name}", "Choose processes of the list.")
    if not wanted:
        raise InvalidInput("Scope", "no process is chosen", "Choose at least one.")
    return tuple(process_id for process_id in order if process_id in wanted)
