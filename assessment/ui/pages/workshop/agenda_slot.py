"""One process on the agenda: its time, what begins and ends it, and what may be changed of it."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from assessment.domain.answered.workshop import LONGEST_SLOT_MINUTES, SlotState
from assessment.services.agenda import StoredSlot
from assessment.ui.components.text import plain
from assessment.ui.pages.workshop.agenda_changes import begin, end, mark, remove, set_minutes, swap
from assessment.ui.pages.workshop.place import Cockpit
from assessment.views.names import process_name
from assessment.views.wording.workshop import agenda as words
from assessment.views.workshop.agenda import slot_text


def draw_slot(cockpit: Cockpit, slots: Sequence[StoredSlot], place: int, stored: StoredSlot) -> None:
    """Draw one slot with its buttons."""
    slot = stored.slot
    is_running = cockpit.room is not None and cockpit.room.slot_process_id == slot.process_id
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        with st.container(gap=None, width="stretch"):
            plain(process_name(cockpit.framework, slot.process_id), "strong" if is_running else "body")
            plain(slot_text(slot, is_running=is_running), "small")
        if not cockpit.is_locked:
            _draw_time(cockpit, slots, stored, is_running=is_running)
            _draw_more(cockpit, slots, place, is_running=is_running)


def _draw_time(cockpit: Cockpit, slots: Sequence[StoredSlot], stored: StoredSlot, *, is_running: bool) -> None:
    """What begins the slot, or ends it and begins the one after it."""
    if cockpit.room is None or not cockpit.room.is_open:
        return
    process_id, key = stored.slot.process_id, cockpit.key(f"slot:{stored.slot.process_id}")
    if not is_running:
        label = words.BEGIN if stored.slot.state is SlotState.PLANNED else words.RETURN
        st.button(label, key=f"{key}:begin", on_click=begin, args=(cockpit, process_id))
        return
    following = _following(slots, process_id)
    if following is not None:
        st.button(words.DONE_AND_ON, key=f"{key}:on", type="primary", on_click=begin, args=(cockpit, following))
    st.button(words.DONE, key=f"{key}:done", on_click=end, args=(cockpit, SlotState.DONE))


def _following(slots: Sequence[StoredSlot], process_id: str) -> str | None:
    """The next process that waits, behind this one and then from the start."""
    ids = [one.slot.process_id for one in slots]
    place = ids.index(process_id) + 1
    order = (*slots[place:], *slots[: place - 1])
    return next((one.slot.process_id for one in order if one.slot.state is SlotState.PLANNED), None)


def _draw_more(cockpit: Cockpit, slots: Sequence[StoredSlot], place: int, *, is_running: bool) -> None:
    stored = slots[place]
    slot, key = stored.slot, cockpit.key(f"slot:{stored.slot.process_id}")
    with st.popover(words.MORE, key=f"{key}:more"):
        minutes_key = f"{key}:minutes:{stored.version}"
        st.number_input(
            words.MINUTES_LABEL,
            1,
            LONGEST_SLOT_MINUTES,
            value=slot.minutes,  # a folded place misses what is only in the session
            key=minutes_key,
            on_change=set_minutes,
            args=(cockpit, stored, minutes_key),
        )
        if place:
            st.button(words.EARLIER, key=f"{key}:up", on_click=swap, args=(cockpit, slots, place - 1))
        if place < len(slots) - 1:
            st.button(words.LATER, key=f"{key}:down", on_click=swap, args=(cockpit, slots, place))
        for state, label in (
            (SlotState.SKIPPED, words.LEAVE_OUT),
            (SlotState.LATER, words.FINISH_BY_LINK),
            (SlotState.PLANNED, words.COME_BACK),
        ):
            if is_running:
                st.button(label, key=f"{key}:{state}", on_click=end, args=(cockpit, state))
            elif slot.state is not state:
                st.button(label, key=f"{key}:{state}", on_click=mark, args=(cockpit, stored, state))
        if not is_running:
            st.button(words.REMOVE, key=f"{key}:remove", type="tertiary", on_click=remove, args=(cockpit, stored))
