"""What people said of the questions, over all assessments: for those who write them."""

from __future__ import annotations

from functools import partial

import streamlit as st

from assessment.errors import NotAvailable
from assessment.ui import session
from assessment.ui.components.empty import empty_state
from assessment.ui.components.figure import draw_table
from assessment.ui.components.heading import section_head
from assessment.ui.pages.frameworks.browser import Browser
from assessment.views.frameworks.feedback import feedback_view
from assessment.views.wording.pages import frameworks as words


def draw_feedback(browser: Browser) -> None:
    """Draw what was said, by question, and offer it as a file."""
    framework, service, actor = browser.framework, session.plumbline().frameworks, session.actor()
    try:
        said = service.feedback(actor, framework.id)
    except NotAvailable:  # one's own, not installed: nobody was asked yet
        said = ()
    view = feedback_view(framework, said)
    if view.empty:
        empty_state(view.question, view.empty)
        return
    section_head(view.question, view.finding)
    draw_table(view.table("questions"), f"{browser.key}:feedback")
    st.download_button(
        words.DOWNLOAD_FEEDBACK,
        data=partial(service.feedback_file, actor, framework.id, framework),
        file_name=f"{framework.id}-feedback.csv",
        mime="text/csv",
        key=f"{browser.key}:feedback-file",
        on_click="ignore",
        icon=":material/download:",
    )
