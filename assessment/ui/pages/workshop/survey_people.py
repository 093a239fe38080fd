"""The links of a survey: one for all, and one for each named person; who of them is not done."""

from __future__ import annotations

import streamlit as st

from assessment.charts.join_code import join_code_svg
from assessment.domain.workshop.room import Room
from assessment.domain.workshop.survey import SurveyState
from assessment.services.identity import room_key
from assessment.ui import session
from assessment.ui.components.figure import draw_table
from assessment.ui.components.text import plain
from assessment.ui.pages.workshop.joining import draw_address
from assessment.ui.pages.workshop.place import Cockpit
from assessment.ui.pages.workshop.reminders import draw_letters
from assessment.views.wording.workshop import joining, reminders
from assessment.views.wording.workshop import survey as words
from assessment.views.workshop.survey import SurveyView

_QR_PIXELS = 160


def draw_links(cockpit: Cockpit, state: SurveyState, view: SurveyView) -> None:
    """Draw the address, the link for all, then people with their letters."""
    room = state.room
    if room is None:
        return
    draw_address(cockpit, room, session.plumbline().reach.ways(session.actor(), cockpit.assessment_id))
    plain(words.PERSONAL_TITLE, "strong")
    draw_table(view.table("left"), cockpit.key("survey:left"))
    draw_letters(cockpit, state)
    plain(words.OPEN_LINK_TITLE, "strong")
    _draw_open_link(room)


def _draw_open_link(room: Room) -> None:
    """Draw the link for all: as a code to scan, as text to copy, as a code to type."""
    plain(reminders.OPEN_LINK, "small")
    if room.address is None:
        plain(words.NO_ADDRESS, "quiet")
        return
    link = joining.room_link(room.address, room_key(room.id))
    with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
        spoken = joining.qr_spoken(room.address)
        st.image(str(join_code_svg(link, spoken)), width=_QR_PIXELS, alt=spoken)
        with st.container(gap="small"):
            st.code(link, language=None, wrap_lines=True)
            plain(words.or_code(room.address, joining.code_text(room.code)), "small")
