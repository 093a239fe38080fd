"""The large view for whoever stands in front: the question, the count, and what helps to lead it. Not for the wall."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from assessment.domain.authored.framework import Item
from assessment.domain.workshop.sequence import agreed_ids, asked_in_room
from assessment.ui import session
from assessment.ui.components.heading import name_tab
from assessment.ui.components.text import bullets, escaped, plain
from assessment.ui.pages.questionnaire.guidance import draw_guidance
from assessment.ui.pages.workshop.agenda import draw_clock
from assessment.ui.pages.workshop.now import draw_now
from assessment.ui.pages.workshop.place import Cockpit
from assessment.ui.pages.workshop.presenting import VIEW
from assessment.views.wording.pages import workshop as words

STYLE = Path(__file__).resolve().parents[4] / "assets" / "presenter.css"
_SHOWN_NEXT = 5


def draw_presenter(cockpit: Cockpit) -> None:
    """Draw the page as large as it goes, with the guide beside it."""
    item = cockpit.item
    title = words.LOBBY_TITLE if item is None else item.question
    name_tab(title, cockpit.header)
    st.html(STYLE)
    with st.container(key="presenter", gap="small"):
        heading, leaving = st.columns([9, 1], vertical_alignment="center")
        heading.title(escaped(title), anchor=False)
        leaving.button(
            words.LEAVE_PRESENTER,
            key=cockpit.key("leave"),
            icon=":material/close:",
            on_click=session.keep_in_url,
            args=(VIEW, None),
            shortcut="Esc",
        )
        shown, beside = st.columns([7, 4], gap="large")
        with shown:
            draw_now(cockpit)
        with beside:
            draw_clock(cockpit)
            if item is not None:
                _draw_guide(cockpit, item)


def _draw_guide(cockpit: Cockpit, item: Item) -> None:
    """What good looks like, the facilitator's own notes on the process, and what comes next."""
    draw_guidance(cockpit.framework, item)
    slot = next((one for one in cockpit.assessment.agenda if one.process_id == item.process_id), None)
    if slot is not None and slot.note:
        plain(words.OWN_NOTES, "strong")
        plain(slot.note)
    items = asked_in_room(cockpit.framework, cockpit.assessment, item.process_id)
    done = agreed_ids(cockpit.framework, cockpit.assessment, item.process_id)
    following = [one.name for one in items if one.id not in done and one.id != item.id][:_SHOWN_NEXT]
    if following:
        plain(words.FOLLOWING, "strong")
        st.markdown(bullets(following))
