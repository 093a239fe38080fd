"""Where somebody is asked for answers: a calm list, one click each."""

from __future__ import annotations

import streamlit as st

from assessment.services.asked import AskedIn
from assessment.ui import navigation, session
from assessment.ui.components.empty import empty_state
from assessment.ui.components.heading import page_head
from assessment.ui.components.text import escaped, plain
from assessment.views.wording.pages import access as words


def draw_asked() -> None:
    """Draw the title and the list; where nothing is asked, what to expect."""
    asked = session.plumbline().asked.list_asked(session.actor())
    if not asked:
        empty_state(words.NOTHING_YET, words.NOTHING_YET_NEXT)
        return
    page_head(words.ASKED_TITLE)
    plain(words.ASKED_LEAD, "quiet")
    for place, one in enumerate(asked):
        _draw(one, is_first=place == 0)


def _draw(one: AskedIn, *, is_first: bool) -> None:
    header, processes = one.header, one.progress.processes
    with st.container(gap=None):
        if st.button(
            escaped(header.name),
            type="primary" if is_first else "secondary",
            key=f"asked:{header.id}:{one.respondent_id}",
        ):
            session.open_assessment(header.id)
            navigation.go_to(navigation.QUESTIONNAIRE, assessment=header.id, respondent=one.respondent_id)
        plain(words.asked_of(header.organisation, header.unit, header.assessed_on), "small")
        counts = (sum(each.answered_count for each in processes), sum(each.asked_count for each in processes))
        plain(words.asked_progress(*counts), "small")
