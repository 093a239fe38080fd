"""The questionnaire of one person: the process that is open, or all of them."""

from __future__ import annotations

from assessment.ui import session
from assessment.ui.pages.questionnaire.linked import follow_link
from assessment.ui.pages.questionnaire.overview import draw_overview
from assessment.ui.pages.questionnaire.place import PROCESS, Place
from assessment.ui.pages.questionnaire.questions import draw_questions


def draw_place(place: Place) -> None:
    """Draw the questions of the process of the URL, all processes without one."""
    process_id = session.url_id(PROCESS)
    if process_id in place.scope:
        session.keep_in_url(PROCESS, process_id)
        follow_link(place, process_id)
        draw_questions(place, process_id)
    else:
        session.keep_in_url(PROCESS, None)
        draw_overview(place, is_process_gone=process_id is not None)
