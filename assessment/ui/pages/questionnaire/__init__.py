"""The Questionnaire: one process a page, one fragment a question, every answer saved as it is given.

__init__.py    which assessment, who answers, which process
whole.py       the process that is open, or all of them
place.py       where one is, and what every question needs to know
own.py         the questionnaire of somebody who only answers, and which there are of theirs
pickers.py     who answers, asked first and always in sight
linked.py      the question that a link leads to, with its fold
switching.py   a click that comes while the person is changed
overview.py    all processes with their progress, and where to go on
questions.py   the questions of one process
unsaved.py     where a text waits that was never saved
about.py       what the process is, and how to talk about it
question.py    one question, and the sign that says what is saved
answer.py      the choice among its answers, for one horizon
chosen.py      what is chosen, and how it is kept
due.py         which feet a quick next answer left to be drawn
horizons.py    what is asked and kept of a question, by horizon
folds.py       what is folded under a question; its folds are guidance.py, notes.py, flag.py and
noting.py      what the field of a note holds, and how it is kept
feedback.py    what one person says of the question itself
agree.py       the value the room agrees on, who was there, and how sure it is
recording.py   what is chosen as this value, and how it is kept
recorded.py    the sign that says what is kept of it
progress.py    the bar at the bottom: what is left, next unanswered
"""

from __future__ import annotations

import streamlit as st

from assessment.domain.access.permissions import Permission
from assessment.ui import access, session
from assessment.ui.components.asked import draw_asked
from assessment.ui.components.empty import no_assessment_open
from assessment.ui.components.heading import page_head
from assessment.ui.components.people import add_person
from assessment.ui.components.text import plain
from assessment.ui.errors import guarded
from assessment.ui.pages.questionnaire.own import show_own
from assessment.ui.pages.questionnaire.pickers import ask_who_answers
from assessment.ui.pages.questionnaire.place import RESPONDENT, Place
from assessment.ui.pages.questionnaire.whole import draw_place
from assessment.views.names import known_people
from assessment.views.wording.pages import questionnaire as words
from assessment.views.wording.pages.shared import QUESTIONNAIRE


@guarded
def show() -> None:
    """Draw the page."""
    assessment_id = session.assessment_id()
    if assessment_id is None:
        if access.mine().may_anywhere(Permission.READ):
            page_head(QUESTIONNAIRE)
            no_assessment_open()
        else:
            draw_asked()
        return
    if not access.may(Permission.READ):
        show_own(assessment_id)
        return
    services, actor = session.plumbline(), session.actor()
    assessment = services.assessments.load(actor, assessment_id)
    session.keep_in_url(session.ASSESSMENT, assessment_id)
    people = {one.id: one for one in known_people(assessment.respondents)}
    if not people:
        page_head(words.NOBODY_YET, assessment.header)
        _ask_for_the_first_person(assessment_id)
        return
    respondent = people.get(session.url_id(RESPONDENT) or "")
    if respondent is None:
        is_gone = session.url_id(RESPONDENT) is not None
        session.keep_in_url(RESPONDENT, None)
        ask_who_answers(assessment.header, tuple(people.values()), is_gone=is_gone)
        return
    session.keep_in_url(RESPONDENT, respondent.id)
    draw_place(Place.read(assessment, services.assessments.framework(actor, assessment_id), respondent))


def _ask_for_the_first_person(assessment_id: str) -> None:
    plain(words.FIRST_PERSON, "quiet")
    person_id = add_person(assessment_id, session.of_assessment("questionnaire:first-person"), button=words.START)
    if person_id is not None:
        session.keep_in_url(RESPONDENT, person_id)
        st.rerun()
