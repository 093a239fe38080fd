"""The means of the processes: technology and sourcing."""

from __future__ import annotations

from assessment.services.results import Computed
from assessment.ui.components.figure import text_table
from assessment.ui.components.format import NO_VALUE, process_name
from assessment.ui.components.heading import section_head
from assessment.ui.components.words import CANDIDATE_NAMES, NATURE_NAMES


def draw_technology(computed: Computed) -> None:
    if not computed.assessment.technology:
        return
    section_head("Technology", "The tool of each process and how far it is integrated with the others, 0 to 5.")
    names = {choice.code: choice.name for choice in computed.framework.technology}
    text_table(
        ("Process", "Tool", "Now", "Wanted"),
        [
            (
                process_name(computed.framework, entry.process_id),
                entry.tool or NO_VALUE,
                _integration(names, entry.as_is),
                _integration(names, entry.to_be),
            )
            for entry in sorted(computed.assessment.technology, key=lambda entry: _place(computed, entry.process_id))
            if entry.process_id in computed.assessment.scope
        ],
        alt="Technology of the processes",
    )


def _integration(names: dict[int, str], code: int | None) -> str:
    return NO_VALUE if code is None else f"{code} {names[code].lower()}"


def draw_sourcing(computed: Computed) -> None:
    if not computed.assessment.sourcing:
        return
    section_head("Sourcing", "Who does the work, and the interface it must keep if another does.")
    names = {choice.id: choice.name for choice in computed.framework.sourcing}
    text_table(
        ("Process", "Done", "Nature", "Move worth a look", "Interface to keep"),
        [
            (
                process_name(computed.framework, entry.process_id),
                names.get(entry.mode_id, entry.mode_id),
                NATURE_NAMES[entry.nature] if entry.nature else NO_VALUE,
                CANDIDATE_NAMES[entry.candidate],
                entry.interface or "",
            )
            for entry in sorted(computed.assessment.sourcing, key=lambda entry: _place(computed, entry.process_id))
            if entry.process_id in computed.assessment.scope
        ],
        alt="Sourcing of the processes",
    )


def _place(computed: Computed, process_id: str) -> int:
    """The place of a process in the model's order."""
    return list(computed.framework.process_by_id).index(process_id)
