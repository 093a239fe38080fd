"""Which question is asked: of one process, those without an agreed value first."""

from __future__ import annotations

import streamlit as st

from assessment.domain.authored.framework import Item
from assessment.domain.workshop.room import Room
from assessment.domain.workshop.sequence import agreed_ids, asked_in_room, next_item_id
from assessment.ui import session
from assessment.ui.components.choosing import labels
from assessment.ui.components.text import escaped, plain
from assessment.ui.pages.workshop import hands
from assessment.ui.pages.workshop.moving import ask
from assessment.ui.pages.workshop.place import Cockpit
from assessment.views.names import process_name
from assessment.views.wording.pages import workshop as words
from assessment.views.wording.workshop import cockpit as said


def chosen_process(cockpit: Cockpit) -> str:
    """The process whose questions are offered: the chosen one, else that of the question, of the agenda, the first."""
    room, scope = cockpit.room, cockpit.assessment.scope
    slots = sorted(cockpit.assessment.agenda, key=lambda slot: slot.place)
    wanted = (
        session.value(cockpit.key("process")),
        cockpit.last_item.process_id if cockpit.last_item is not None else None,
        room.slot_process_id if room is not None else None,
        *(slot.process_id for slot in slots),
    )
    return next((one for one in wanted if one in scope), scope[0])


def following(cockpit: Cockpit) -> str | None:
    """The question to ask next, of the chosen process; None where all of it is agreed."""
    after_id = cockpit.last_item.id if cockpit.last_item is not None else None
    return next_item_id(cockpit.framework, cockpit.assessment, chosen_process(cockpit), after_id)


def draw_choice(cockpit: Cockpit) -> None:
    """Draw the choice of a process and its questions, each with a way to ask it."""
    process_id, framework = chosen_process(cockpit), cockpit.framework
    names = {one: process_name(framework, one) for one in cockpit.assessment.scope}
    key = cockpit.key("process")
    session.put(key, process_id)
    st.selectbox(words.PROCESS, tuple(names), format_func=labels(names), key=key)
    items = asked_in_room(framework, cockpit.assessment, process_id)
    done = agreed_ids(framework, cockpit.assessment, process_id)
    if not items:
        plain(words.ASKED_NOTHING, "quiet")
    for item in items:
        icon = ":material/check_circle:" if item.id in done else ":material/radio_button_unchecked:"
        st.button(
            escaped(item.name),
            key=cockpit.item_key(item, "ask"),
            type="tertiary",
            icon=icon,
            help=escaped(said.agreed_or_open(item.id in done)),
            on_click=ask,
            args=(cockpit, item.id),
            disabled=cockpit.is_locked,
        )


def draw_by_hand(cockpit: Cockpit, item: Item) -> None:
    """Draw counting without phones, folded."""
    fold = st.expander(words.BY_HAND, key=cockpit.item_key(item, "hands-fold"), on_change="rerun", type="compact")
    if fold.open:
        with fold:
            hands.draw(cockpit, item)


def draw_another(cockpit: Cockpit, room: Room) -> None:
    """Draw the same, folded, while a question is on."""
    fold = st.expander(
        words.ANOTHER_QUESTION, key=cockpit.key(f"another:{room.step}"), on_change="rerun", type="compact"
    )
    if fold.open:
        with fold:
            draw_choice(cockpit)
