"""Quotes: what people said and showed, what of it is released, and what is not yet; released and taken back here.

lines.py   the notes of one process, question by question
"""

from __future__ import annotations

import streamlit as st

from assessment.ui import session
from assessment.ui.components.choosing import labels
from assessment.ui.components.empty import empty_state, no_assessment_open
from assessment.ui.components.heading import page_head
from assessment.ui.components.text import plain
from assessment.ui.errors import guarded
from assessment.ui.pages.quotes.lines import draw_lines
from assessment.views.release import ReleaseView, release_view
from assessment.views.wording.pages import quotes as words

_PROCESS = "process"


@guarded
def show() -> None:
    """Draw the page."""
    assessment_id = session.assessment_id()
    if assessment_id is None:
        page_head(words.TITLE)
        no_assessment_open()
        return
    services, actor = session.plumbline(), session.actor()
    stored = services.answering.notes(actor, assessment_id)
    assessment = services.assessments.load(actor, assessment_id)
    framework = services.assessments.framework(actor, assessment_id)
    session.keep_in_url(session.ASSESSMENT, assessment_id)
    page_head(words.TITLE, assessment.header)
    view = release_view(framework, assessment, [one.note for one in stored])
    if view.empty:
        empty_state(words.NO_NOTES, view.empty)
        return
    plain(view.finding, "strong")
    for note in view.notes:
        plain(note, "small")
    with st.container(width=420):
        chosen = _chosen(view)
    draw_lines(next(one for one in view.processes if one.process_id == chosen), assessment.header, stored)


def _chosen(view: ReleaseView) -> str:
    names = {one.process_id: one.label for one in view.processes}
    key, wanted = session.of_assessment("quotes:process"), session.url_id(_PROCESS)
    session.put(key, wanted if wanted in names else next(iter(names)))
    return st.selectbox(
        words.PROCESS,
        tuple(names),
        format_func=labels(names),
        key=key,
        on_change=lambda: session.keep_in_url(_PROCESS, session.value(key)),
    )
