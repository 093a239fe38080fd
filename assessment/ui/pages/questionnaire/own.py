"""The questionnaire of somebody who only answers: their own, whatever person the address names."""

from __future__ import annotations

from assessment.ui import session
from assessment.ui.components.asked import draw_asked
from assessment.ui.pages.questionnaire.place import RESPONDENT, Place
from assessment.ui.pages.questionnaire.whole import draw_place


def show_own(assessment_id: str) -> None:
    """Draw one's own questions of an assessment; where none are asked there, the list of where some are."""
    services, actor = session.plumbline(), session.actor()
    own = [one.respondent_id for one in services.asked.list_asked(actor) if one.header.id == assessment_id]
    if not own:
        session.close_assessment()
        draw_asked()
        return
    wanted = session.url_id(RESPONDENT)
    respondent_id = wanted if wanted in own else own[0]
    found = services.asked.place(actor, assessment_id, respondent_id)
    session.keep_in_url(session.ASSESSMENT, assessment_id)
    session.keep_in_url(RESPONDENT, respondent_id)
    draw_place(Place.read(found.part, found.framework, found.part.respondents[0], is_own=True))
