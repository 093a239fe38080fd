"""The survey: how many answered, what waits, and what is done about it."""

from __future__ import annotations

from functools import partial

import streamlit as st

from assessment.domain.access.permissions import Permission
from assessment.domain.workshop.room import Room
from assessment.domain.workshop.survey import SurveyState
from assessment.ui import access, session
from assessment.ui.components.empty import empty_state
from assessment.ui.components.facts import facts
from assessment.ui.components.figure import draw_table
from assessment.ui.components.saved import saved_sign
from assessment.ui.components.text import plain
from assessment.ui.errors import guarded
from assessment.ui.pages.workshop.place import Cockpit
from assessment.ui.pages.workshop.survey_opening import draw_deadline, draw_opening
from assessment.ui.pages.workshop.survey_people import draw_links
from assessment.views.names import people_names
from assessment.views.wording.workshop import survey as words
from assessment.views.workshop.survey import SurveyView, survey_view

_SIGN = "survey"


def draw(cockpit: Cockpit) -> None:
    """Draw the survey, or how one is opened; the response looks again by itself."""
    state = _read_state(cockpit)
    may_lead = cockpit.may_lead_people and not cockpit.is_locked
    if state.room is None:
        empty_state(words.NOT_OPENED, words.LEAD)
        if may_lead:
            draw_opening(cockpit)
        _draw_sign(cockpit)
        return

    @st.fragment(run_every=30, key=cockpit.key("survey:response"))
    @guarded
    def response() -> None:
        _draw_response(cockpit, _view(cockpit, _read_state(cockpit)))

    response()
    view = _view(cockpit, state)
    _draw_steps(cockpit, state.room, view, may_lead=may_lead)
    _draw_sign(cockpit)
    if may_lead:
        draw_deadline(cockpit, state.room)
        draw_links(cockpit, state, view)


def _read_state(cockpit: Cockpit) -> SurveyState:
    """The survey as it stands now."""
    return session.plumbline().surveys.state(session.actor(), cockpit.assessment_id)


def _view(cockpit: Cockpit, state: SurveyState) -> SurveyView:
    return survey_view(state, people_names(cockpit.respondents), session.local_time)


def _draw_response(cockpit: Cockpit, view: SurveyView) -> None:
    plain(view.finding, "strong")
    facts(view.facts)
    draw_table(view.table("response"), cockpit.key("survey:by-role"))
    for text in (*view.waits, *view.notes):
        plain(text, "small")


def _draw_steps(cockpit: Cockpit, room: Room, view: SurveyView, *, may_lead: bool) -> None:
    """Draw what can be done: take in, close or reopen."""
    with st.container(horizontal=True, gap="small"):
        st.button(
            words.TAKE_IN,
            key=cockpit.key("survey:take-in"),
            type="primary",
            help=words.TAKE_IN_HINT,
            on_click=_take_in,
            args=(cockpit,),
            disabled=cockpit.is_locked or not access.may(Permission.EDIT),
        )
        if not may_lead:
            return
        st.button(
            words.CLOSE if view.is_open else words.REOPEN,
            key=cockpit.key("survey:close"),
            help=words.CLOSE_HINT if view.is_open else None,
            on_click=partial(_close if view.is_open else _reopen, cockpit, room.id),
        )


def _draw_sign(cockpit: Cockpit) -> None:
    if session.save_outcome(cockpit.key(_SIGN)) is not None:
        saved_sign(cockpit.key(_SIGN))


def _take_in(cockpit: Cockpit) -> None:
    """Callback: what may be taken in counts from now on; where nothing may, the sign says why."""
    key = cockpit.key(_SIGN)
    with session.saving(key):
        taken = session.plumbline().surveys.take_in(session.actor(), cockpit.assessment_id)
    if not session.has_trouble(key):
        with session.saving(key, words.taken_in(taken.answer_count, taken.sealed_count)):
            pass


def _close(cockpit: Cockpit, room_id: str) -> None:
    with session.saving(cockpit.key(_SIGN)):
        session.plumbline().rooms.close_room(session.actor(), cockpit.assessment_id, room_id)


def _reopen(cockpit: Cockpit, room_id: str) -> None:
    with session.saving(cockpit.key(_SIGN)):
        session.plumbline().rooms.reopen_room(session.actor(), cockpit.assessment_id, room_id)
