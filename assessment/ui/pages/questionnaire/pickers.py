"""Who answers: asked first, changed at any time, and in sight with the process while one scrolls."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from assessment.domain.answered.assessment import AssessmentHeader, Respondent
from assessment.ui import session
from assessment.ui.components.choosing import labels
from assessment.ui.components.heading import page_head
from assessment.ui.components.script import load_script
from assessment.ui.components.text import care, plain
from assessment.ui.pages.questionnaire.place import RESPONDENT, Place
from assessment.ui.pages.questionnaire.switching import picker_key, take_refused
from assessment.views.names import known_people, people_names
from assessment.views.wording.pages import questionnaire as words


def ask_who_answers(header: AssessmentHeader, respondents: Sequence[Respondent], *, is_gone: bool) -> None:
    """Draw the question on a page of its own: nobody writes over somebody else's answers because they came first."""
    page_head(words.NOBODY_YET, header)
    if is_gone:
        care(words.PERSON_GONE)
    plain(words.CHOOSE_FIRST, "quiet")
    with st.container(width=420):
        _pick(header.id, respondents, None)


def pick_respondent(place: Place) -> None:
    """Draw the picker; another choice is another page, so the whole script runs again. None for one's own answers."""
    if place.is_own:
        return
    _pick(place.assessment_id, place.respondents, place.respondent.id)


def draw_in_sight(place: Place, process_name: str = "") -> None:
    """Draw who answers, and what, in one line that stays in sight; under it, once, what became of a click that came
    too late. The style sheet keeps the first part of its container at the top.
    """
    with st.container(key="in-sight", gap=None):
        person = people_names(place.respondents)[place.respondent.id]
        plain(words.in_sight(person, process_name), "strong")
        if take_refused(place):
            care(words.CLICK_REFUSED)
    with st.container(key="switching-script"):  # refuses a click while another person or process is being drawn
        load_script("switching", words.CLICK_REFUSED)


def _pick(assessment_id: str, respondents: Sequence[Respondent], present_id: str | None) -> None:
    names, key = people_names(known_people(respondents)), picker_key(assessment_id)
    session.put(key, present_id)
    st.selectbox(
        words.WHO_ANSWERS,
        tuple(names),
        index=None if present_id is None else 0,  # an empty box may be filled, a filled one not be emptied
        format_func=labels(names),
        key=key,
        placeholder=words.CHOOSE_PERSON,
        on_change=_chosen,
        args=(key,),
    )


def _chosen(key: str) -> None:
    """Callback: whoever is chosen answers."""
    if session.value(key) is not None:
        session.keep_in_url(RESPONDENT, session.value(key))
