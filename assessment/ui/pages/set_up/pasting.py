"""People from a list: pasted, looked at as they were understood, and then added at once."""

from __future__ import annotations

import streamlit as st

from assessment.domain.answered.assessment import Role
from assessment.services.setup import NewPerson
from assessment.services.validation import checked
from assessment.ui import session
from assessment.ui.components.choosing import labels
from assessment.ui.components.figure import draw_table
from assessment.ui.components.saved import saved_sign
from assessment.ui.components.text import plain
from assessment.ui.components.writing import Kept, draw_mark, settle
from assessment.ui.pages.set_up.frame import Frame
from assessment.views.people_list import PeopleList, people_list
from assessment.views.wording.pages.set_up import people as words
from assessment.views.wording.terms import ROLES

_LIMIT = 100_000
_LINES = 150


def draw_pasting(frame: Frame) -> None:
    """Draw the field, what the list comes to, and the button that adds it."""
    fold = st.expander(
        words.PASTE, expanded=not frame.assessment.respondents, key=frame.key("paste-fold"), on_change="rerun"
    )
    if not fold.open:
        return
    key, role_key = frame.key("paste"), frame.key("paste-role")
    with fold:
        field, role = st.columns([3, 1], gap="medium")
        with field, st.container(gap=None):
            text = st.text_area(
                words.PASTE_LABEL, key=key, max_chars=_LIMIT, height=_LINES, placeholder=words.PASTE_EXAMPLE
            )
            draw_mark(key, _LIMIT, Kept.PRESSING)
        usual = role.selectbox(
            words.PASTE_ROLE,
            tuple(ROLES),
            index=tuple(ROLES).index(Role.PRACTITIONER),
            format_func=labels(ROLES),
            key=role_key,
        )
        found = people_list(text, frame.assessment.respondents, usual or Role.PRACTITIONER)
        st.button(words.PASTE_SEE, key=frame.key("paste-see"))
        if found.people:
            _draw_found(frame, key, found, text)
        elif session.has_trouble(key) or session.save_outcome(key):
            saved_sign(key)


def _draw_found(frame: Frame, key: str, found: PeopleList, text: str) -> None:
    plain(found.finding, "strong")
    draw_table(found.table, "set-up:people-list")
    st.button(
        words.add_people(len(found.people)),
        key=frame.key("paste-add"),
        type="primary",
        disabled=not found.can_be_added,
        on_click=_add,
        args=(frame, key, found, text),
    )
    if session.has_trouble(key):
        saved_sign(key)


def _add(frame: Frame, key: str, found: PeopleList, text: str) -> None:
    """Callback: add everybody on the list, or nobody."""
    with session.saving(key, words.added(len(found.people))):
        people = tuple(checked(NewPerson, role=one.role, name=one.name, unit=one.unit) for one in found.people)
        session.plumbline().setup.add_people(session.actor(), frame.id, people)
        settle(key, text)
        session.put(key, "")
