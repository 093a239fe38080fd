"""A framework to read: a search over every text, and its topics."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import streamlit as st

from assessment.ui import session
from assessment.ui.components.choosing import labels
from assessment.ui.components.heading import section_head
from assessment.ui.components.printing import Printing, draw_printing
from assessment.ui.components.scrolling import scroll
from assessment.ui.components.text import care, plain
from assessment.ui.components.writing import Kept, draw_mark
from assessment.ui.pages.frameworks.browser import Browser
from assessment.ui.pages.frameworks.feedback import draw_feedback
from assessment.ui.pages.frameworks.found import draw_found
from assessment.ui.pages.frameworks.overview import draw_overview
from assessment.ui.pages.frameworks.process import draw_process
from assessment.ui.pages.frameworks.scales import draw_scales
from assessment.ui.pages.frameworks.terms import draw_glossary, draw_scenarios, draw_transitions
from assessment.views.frameworks.overview import framework_line
from assessment.views.frameworks.places import Topic
from assessment.views.wording.pages import frameworks as words

_QUERY_LIMIT = 100


def draw_framework(browser: Browser) -> None:
    """Draw the search, the topics and what is chosen of them."""
    plain(framework_line(browser.framework), "small")
    switch, search = st.columns([3, 2], vertical_alignment="bottom")
    with search, st.container(gap=None):
        query = st.text_input(
            words.SEARCH_LABEL,
            placeholder=words.SEARCH_PLACEHOLDER,
            key=f"{browser.key}:query",
            max_chars=_QUERY_LIMIT,
            icon=":material/search:",
            label_visibility="collapsed",
        )
        draw_mark(f"{browser.key}:query", _QUERY_LIMIT, Kept.NOTHING)
    with switch:
        key = f"{browser.key}:view"
        session.put(key, browser.topic)
        st.segmented_control(
            words.TOPIC_LABEL,
            tuple(Topic),
            required=True,
            format_func=labels(words.TOPICS),
            key=key,
            label_visibility="collapsed",
            wrap=True,
            on_change=lambda: browser.choose_topic(Topic(session.value(key))),
        )
    with st.container(key=f"{browser.key}-reading"):
        if query.strip():
            draw_found(browser, query)
        else:
            _TOPICS[browser.topic](browser)
    scroll()


def _draw_processes(browser: Browser) -> None:
    process_id = browser.process_id
    if process_id is None:
        if browser.is_process_gone:
            care(words.PROCESS_GONE)
        draw_overview(browser)
    else:
        draw_process(browser, process_id)


def _draw_paper(browser: Browser) -> None:
    section_head(words.PAPER_TITLE, words.PAPER_LEAD)
    draw_printing(
        Printing(
            framework=browser.framework,
            process_ids=tuple(process.id for process in browser.framework.processes),
            begin=browser.begin_printing,
            key=browser.key,
        )
    )


_TOPICS: Mapping[Topic, Callable[[Browser], None]] = {
    Topic.PROCESSES: _draw_processes,
    Topic.GLOSSARY: draw_glossary,
    Topic.TRANSITIONS: draw_transitions,
    Topic.SCENARIOS: draw_scenarios,
    Topic.SCALES: draw_scales,
    Topic.PAPER: _draw_paper,
    Topic.FEEDBACK: draw_feedback,
}
