"""Letters to copy: to invite somebody by a link of their own, and to remind them; a link is shown once."""

from __future__ import annotations

import streamlit as st

from assessment.domain.workshop.survey import SurveyState
from assessment.ui import session
from assessment.ui.components.choosing import labels
from assessment.ui.components.saved import saved_sign
from assessment.ui.components.text import plain
from assessment.ui.pages.workshop.place import Cockpit
from assessment.views.names import people_names
from assessment.views.wording.workshop import joining
from assessment.views.wording.workshop import survey as words
from assessment.views.workshop.reminders import circular, letter


def draw_letters(cockpit: Cockpit, state: SurveyState) -> None:
    """Draw whom to write to, the button that makes a link, and the letter."""
    names = people_names(cockpit.respondents)
    known = {one.id: names[one.id] for one in state.people if not one.is_anonymous and one.id in names}
    if not known or state.room is None:
        plain(words.NOBODY_NAMED, "quiet")
        return
    if any(one.id in state.linked_ids and one.asked_count and not one.is_done for one in state.people):
        _draw_circular(cockpit, state)
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        with st.container(width=360):
            person_id = st.selectbox(
                words.PERSON,
                tuple(known),
                index=None,
                format_func=labels(known),
                key=cockpit.key("survey:person"),
                placeholder=words.CHOOSE_PERSON,
            )
        if person_id is None:
            return
        st.button(
            words.MAKE_LINK_ANEW if person_id in state.linked_ids else words.MAKE_LINK,
            key=cockpit.key("survey:link"),
            on_click=_make_link,
            args=(cockpit, person_id),
            disabled=state.room.address is None,
        )
    if session.has_trouble(cockpit.key("survey:fresh")):
        saved_sign(cockpit.key("survey:fresh"))
    _draw_letter(cockpit, state, person_id)


def _draw_circular(cockpit: Cockpit, state: SurveyState) -> None:
    """Draw, folded, one reminder for all of them."""
    told = circular(cockpit.header, state.room.deadline if state.room else None, session.local_time)
    with st.expander(words.TO_ALL):
        st.code(told.text, language=None, wrap_lines=True)
        plain(told.note, "small")


def _draw_letter(cockpit: Cockpit, state: SurveyState, person_id: str) -> None:
    """Draw the letter to a person; with the link in it while it is the one that was just made."""
    room, fresh = state.room, session.value(_fresh_key(cockpit))
    if room is None or ((fresh is None or fresh[0] != person_id) and person_id not in state.linked_ids):
        return
    token = fresh[1] if fresh is not None and fresh[0] == person_id else None
    link = None if token is None or room.address is None else joining.personal_link(room.address, token)
    person = cockpit.assessment.respondent_by_id[person_id]
    answering = next(one for one in state.people if one.id == person_id)
    told = letter(cockpit.header, person, answering, link, room.deadline, session.local_time)
    with st.container(border=True, key=f"letter-{link is not None}"):
        plain(words.LETTER, "strong")
        st.code(told.text, language=None, wrap_lines=True)
        plain(told.note, "small")
        if link is not None:
            st.button(
                words.HANDED_ON,
                key=cockpit.key("survey:handed-on"),
                on_click=session.drop,
                args=(_fresh_key(cockpit),),
            )


def _make_link(cockpit: Cockpit, person_id: str) -> None:
    """Callback: make a link, and keep it until it is copied; nobody can be told it again."""
    with session.saving(cockpit.key("survey:fresh")):
        token = session.plumbline().rooms.personal_link(session.actor(), cockpit.assessment_id, person_id)
        session.put(_fresh_key(cockpit), (person_id, token))


def _fresh_key(cockpit: Cockpit) -> str:
    return cockpit.key("survey:token")
