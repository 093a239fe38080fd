"""A framework to read: a search over every text, and its views."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import streamlit as st

from assessment.domain.authored.content import Origin
from assessment.domain.authored.framework import Framework
from assessment.ui import session
from assessment.ui.components.heading import section_head
from assessment.ui.components.printing import LEAD, Printing, draw_printing
from assessment.ui.components.scrolling import scroll
from assessment.ui.components.text import plain
from assessment.ui.components.words import counted
from assessment.ui.pages.questionnaires.browser import Browser, View
from assessment.ui.pages.questionnaires.found import draw_found
from assessment.ui.pages.questionnaires.overview import draw_overview
from assessment.ui.pages.questionnaires.process import draw_process
from assessment.ui.pages.questionnaires.terms import draw_glossary, draw_scales, draw_scenarios, draw_transitions

_QUERY_LIMIT = 100
_VIEWS: Mapping[View, Callable[[Framework], None]] = {
    View.TRANSITIONS: draw_transitions,
    View.SCENARIOS: draw_scenarios,
    View.SCALES: draw_scales,
}


def draw_framework(browser: Browser) -> None:
    """Draw the search, the views and what is chosen of them."""
    framework = browser.framework
    plain(counts_line(framework), "small")
    switch, search = st.columns([3, 2], vertical_alignment="bottom")
    with search:
        query = st.text_input(
            "Search every text",
            placeholder="Search names, questions, statements, actions, terms",
            key=f"{browser.key}:query",
            max_chars=_QUERY_LIMIT,
            icon=":material/search:",
            label_visibility="collapsed",
        )
    with switch:
        key = f"{browser.key}:view"
        session.put(key, browser.view)
        st.segmented_control(
            "View",
            tuple(View),
            required=True,
            key=key,
            label_visibility="collapsed",
            wrap=True,
            on_change=lambda: browser.choose_view(View(session.value(key))),
        )
    if query.strip():
        draw_found(browser, query)
    elif browser.view is View.PAPER:
        _draw_paper(browser)
    elif browser.view is View.GLOSSARY:
        draw_glossary(framework, browser.term)
    elif browser.view in _VIEWS:
        _VIEWS[browser.view](framework)
    elif (process := browser.process) is not None:
        draw_process(browser, process)
    else:
        draw_overview(browser)
    scroll()


def _draw_paper(browser: Browser) -> None:
    section_head("Questionnaires on paper", f"For interviews without a laptop. {LEAD}")
    draw_printing(
        Printing(
            framework=browser.framework,
            process_ids=tuple(process.id for process in browser.framework.processes),
            begin=browser.begin_sheet,
            key=browser.key,
        )
    )


def counts_line(framework: Framework) -> str:
    """What a framework is and how much it asks, in one line."""
    activities = sum(len(process.activities) for process in framework.processes)
    extensions = sum(process.origin is Origin.EXTENSION for process in framework.processes)
    parts = [
        f"{framework.name} {framework.version}",
        f"{counted(len(framework.processes), 'process', 'processes')} in {counted(len(framework.groups), 'group')}"
        + (f", {extensions} of them an extension" if 0 < extensions < len(framework.processes) else ""),
        counted(activities, "activity", "activities"),
        f"{len(framework.processes) * len(framework.attributes)} questions with six statements",
        counted(len(framework.linkages), "linkage"),
    ]
    return " \u00b7 ".join(parts)
