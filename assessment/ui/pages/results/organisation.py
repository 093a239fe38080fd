"""The organisation around the processes: owners with their readiness, and the transitions."""

from __future__ import annotations

from assessment.domain.answered.organisation import ReadinessState
from assessment.services.results import Computed
from assessment.ui.components.empty import empty_state
from assessment.ui.components.figure import text_table
from assessment.ui.components.format import NO_VALUE, counted, process_name
from assessment.ui.components.heading import section_head
from assessment.ui.components.words import AUTHORITY_NAMES
from assessment.ui.pages.results.means import draw_sourcing, draw_technology

_PLACES = 6


def draw_organisation(computed: Computed) -> None:
    """Draw the four views, each with what it says first."""
    assessment = computed.assessment
    if not (assessment.transitions or assessment.owners or assessment.technology or assessment.sourcing):
        empty_state(
            "Nothing is recorded here yet", "Transitions, owners, technology and sourcing are entered in Set-up."
        )
        return
    _draw_owners(computed)
    _draw_transitions(computed)
    draw_technology(computed)
    draw_sourcing(computed)


def _draw_owners(computed: Computed) -> None:
    assessment = computed.assessment
    owners = assessment.owner_by_process
    without = [process_id for process_id in assessment.scope if _owner_name(computed, process_id) is None]
    lead = (
        f"{counted(len(without), 'process', 'processes')} without an owner."
        if without
        else "Every process has an owner."
    )
    section_head("Owners", lead)
    rows = []
    for process_id in assessment.scope:
        owner = owners.get(process_id)
        rows.append(
            (
                process_name(computed.framework, process_id),
                _owner_name(computed, process_id) or "none",
                AUTHORITY_NAMES[owner.authority] if owner and owner.authority else NO_VALUE,
                (owner.sponsor if owner else None) or NO_VALUE,
                _readiness(computed, process_id),
            )
        )
    text_table(
        ("Process", "Owner", "Authority end to end", "Sponsor", "Readiness"), rows, alt="Owners of the processes"
    )


def _owner_name(computed: Computed, process_id: str) -> str | None:
    owner = computed.assessment.owner_by_process.get(process_id)
    return owner.name if owner else None


def _readiness(computed: Computed, process_id: str) -> str:
    states = [entry.state for entry in computed.assessment.readiness if entry.process_id == process_id]
    if not states:
        return NO_VALUE
    return f"{states.count(ReadinessState.YES)} of {len(states)} yes, {states.count(ReadinessState.NO)} no"


def _draw_transitions(computed: Computed) -> None:
    places = {place.transition_id: place for place in computed.assessment.transitions}
    if not places:
        return
    section_head("Transitions", "Where the organisation stands between two ends: a dot now, a diamond as it should be.")
    rows = []
    for transition in computed.framework.transitions:
        place = places.get(transition.id)
        rows.append(
            (
                transition.from_name,
                _track(place.as_is if place else None, place.to_be if place else None),
                transition.to_name,
                _moved(place.as_is if place else None, place.to_be if place else None),
            )
        )
    text_table(("From", "", "To", "Now and wanted"), rows, alt="Transitions of the organisation, 0 from to 5 to")


def _track(as_is: int | None, to_be: int | None) -> str:
    marks = []
    for place in range(_PLACES):
        is_now, is_wanted = place == as_is, place == to_be
        marks.append("◈" if is_now and is_wanted else "●" if is_now else "◇" if is_wanted else "·")
    return "  ".join(marks)


def _moved(as_is: int | None, to_be: int | None) -> str:
    if as_is is None and to_be is None:
        return "not placed"
    return f"{NO_VALUE if as_is is None else as_is} to {NO_VALUE if to_be is None else to_be}"
