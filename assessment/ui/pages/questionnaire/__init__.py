"""The Questionnaire: one process a page, one fragment a question, every answer saved as it is given.

__init__.py    which assessment, who answers, which process
place.py       where one is, and what every question needs to know
overview.py    all processes with their progress, and where to go on
sheet.py       the questions of one process
question.py    one question, its answers and its saved sign
folds.py       what is folded under a question: guidance, note and evidence, flag
agree.py       the value the room agrees on
progress.py    the bar at the bottom: what is left, next unanswered
"""

from __future__ import annotations

import streamlit as st

from assessment.domain.answered.assessment import Respondent
from assessment.ui import session
from assessment.ui.components.empty import no_assessment_open
from assessment.ui.components.heading import page_head
from assessment.ui.components.people import add_person
from assessment.ui.components.text import plain
from assessment.ui.errors import guarded
from assessment.ui.pages.questionnaire.overview import draw_overview
from assessment.ui.pages.questionnaire.place import PROCESS, RESPONDENT, Place
from assessment.ui.pages.questionnaire.sheet import draw_sheet


@guarded
def show() -> None:
    """Draw the page."""
    assessment_id = session.assessment_id()
    if assessment_id is None:
        page_head("Questionnaire")
        no_assessment_open()
        return
    services, actor = session.plumbline(), session.actor()
    assessment = services.assessments.load(actor, assessment_id)
    session.keep_in_url(session.ASSESSMENT, assessment_id)
    if not assessment.respondents:
        page_head("Who answers?", assessment.header)
        _ask_for_the_first_person(assessment_id)
        return
    framework = services.assessments.framework(actor, assessment_id)
    place = Place.read(assessment, framework, _picked(assessment.respondents))
    process_id = session.url_id(PROCESS)
    if process_id in place.scope:
        session.keep_in_url(PROCESS, process_id)
        draw_sheet(place, process_id)
    else:
        session.keep_in_url(PROCESS, None)
        draw_overview(place)


def _picked(respondents: tuple[Respondent, ...]) -> Respondent:
    """The respondent of the URL if there is one of that id, else the first."""
    by_id = {respondent.id: respondent for respondent in respondents}
    respondent = by_id.get(session.url_id(RESPONDENT) or "", respondents[0])
    session.keep_in_url(RESPONDENT, respondent.id)
    return respondent


def _ask_for_the_first_person(assessment_id: str) -> None:
    plain("Answers belong to a person, named or not. Add the first one to begin; more can follow in Set-up.", "quiet")
    if add_person(assessment_id, "questionnaire:first-person", button="Start answering"):
        st.rerun()
