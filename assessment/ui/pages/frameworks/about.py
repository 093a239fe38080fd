"""What a process is: why it matters, where it starts and ends, who to ask, what to measure; and the guide to asking."""

from __future__ import annotations

import streamlit as st

from assessment.ui.components.figure import draw_table
from assessment.ui.components.text import plain
from assessment.ui.pages.frameworks.browser import Browser
from assessment.ui.pages.frameworks.markup import labelled, listed, named, paragraphs
from assessment.views.frameworks.process import about_view, guide_view


def draw_about(browser: Browser, process_id: str) -> None:
    """Draw what the process is and what it corresponds to."""
    view = about_view(browser.framework, process_id)
    what, who = st.columns([3, 2], gap="large")
    with what:
        st.markdown(paragraphs(*map(labelled, view.facts)))
    with who:
        st.markdown(listed(view.in_the_room))
    if view.confusions:
        st.subheader(view.confusions_title, anchor=False)
        st.markdown(paragraphs(*map(named, view.confusions)))
    for table in view.tables:
        st.subheader(table.title, anchor=False)
        draw_table(table, f"{browser.key}:{table.id}")


def draw_guide(browser: Browser, process_id: str) -> None:
    """Draw the facilitator's guide, or that there is none."""
    view = guide_view(browser.framework, process_id)
    if view.empty:
        plain(view.empty, "quiet")
    else:
        st.markdown(paragraphs(*map(labelled, view.facts), *map(listed, view.listings)))
