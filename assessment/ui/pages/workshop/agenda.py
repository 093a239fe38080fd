"""The agenda: the clock against the plan, each process with its time box, and what is to be finished by link."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from assessment.domain.answered.workshop import LONGEST_SLOT_MINUTES, AgendaSlot, SlotState
from assessment.services.agenda import StoredSlot
from assessment.ui import session
from assessment.ui.components.choosing import labels
from assessment.ui.components.facts import facts
from assessment.ui.components.saved import saved_sign
from assessment.ui.components.text import plain
from assessment.ui.errors import guarded
from assessment.ui.pages.workshop.agenda_slot import draw_slot
from assessment.ui.pages.workshop.place import Cockpit
from assessment.views.names import process_name, process_names
from assessment.views.wording.workshop import agenda as words
from assessment.views.workshop.agenda import agenda_view

CLOCK_SECONDS = 20
USUAL_MINUTES = 15


def draw(cockpit: Cockpit) -> None:
    """Draw the clock, the slots in their order, and the way to add a process."""
    slots = session.plumbline().agenda.slots(session.actor(), cockpit.assessment_id)
    if slots:
        draw_clock(cockpit)
    else:
        plain(words.EMPTY, "quiet")
    for place, stored in enumerate(slots):
        draw_slot(cockpit, slots, place, stored)
    if session.save_outcome(cockpit.key("agenda")) is not None:
        saved_sign(cockpit.key("agenda"))
    _draw_later(cockpit, [one.slot for one in slots])
    if not cockpit.is_locked:
        _draw_adding(cockpit, slots)


@guarded
def draw_clock(cockpit: Cockpit) -> None:
    """Draw where the workshop stands against its plan; the clock goes on by itself."""
    st.fragment(guarded(_draw_clock), run_every=CLOCK_SECONDS)(cockpit)


def _draw_clock(cockpit: Cockpit) -> None:
    services, actor = session.plumbline(), session.actor()
    slots = [one.slot for one in services.agenda.slots(actor, cockpit.assessment_id)]
    clock = services.agenda.clock(actor, cockpit.assessment_id, None if cockpit.room is None else cockpit.room.id)
    view = agenda_view(cockpit.framework, slots, clock)
    if view.empty:
        return
    facts(view.facts)
    plain(" ".join(view.notes), "small")


def _draw_later(cockpit: Cockpit, slots: Sequence[AgendaSlot]) -> None:
    """What is to be finished by link, and how."""
    later = [slot.process_id for slot in slots if slot.state is SlotState.LATER]
    if later:
        plain(words.by_link(process_names(cockpit.framework, later)), "strong")
        plain(words.BY_LINK, "small")


def _draw_adding(cockpit: Cockpit, slots: Sequence[StoredSlot]) -> None:
    there = {one.slot.process_id for one in slots}
    names = {
        process_id: process_name(cockpit.framework, process_id)
        for process_id in cockpit.assessment.scope
        if process_id not in there
    }
    if not names:
        return
    key = cockpit.key("agenda-add")
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        st.selectbox(
            words.ADD_PROCESS,
            tuple(names),
            index=None,
            placeholder=words.CHOOSE_PROCESS,
            format_func=labels(names),
            key=key,
            width=360,
        )
        session.seed(f"{key}:minutes", USUAL_MINUTES)
        st.number_input(words.MINUTES_LABEL, 1, LONGEST_SLOT_MINUTES, key=f"{key}:minutes", width=120)
        st.button(words.ADD, key=f"{key}:go", on_click=_add, args=(cockpit, key, len(slots)))


def _add(cockpit: Cockpit, key: str, place: int) -> None:
    """Callback: put a process at the end of the agenda."""
    process_id = session.value(key)
    if process_id is None:
        return
    slot = AgendaSlot(process_id=str(process_id), place=place, minutes=int(session.value(f"{key}:minutes")))
    with session.saving(cockpit.key("agenda")):
        session.plumbline().agenda.put(session.actor(), cockpit.assessment_id, slot, expected_version=0)
        session.put(key, None)
