"""What belongs to no single process: the glossary, the transitions, the scenarios."""

from __future__ import annotations

import streamlit as st

from assessment.ui.components.figure import draw_table
from assessment.ui.components.heading import section_head
from assessment.ui.components.text import escaped, plain
from assessment.ui.pages.frameworks.browser import Browser
from assessment.ui.pages.frameworks.markup import labelled, named, paragraphs
from assessment.views.frameworks.terms import glossary_view, scenarios_view, transitions_view
from assessment.views.wording.framework_terms import SCENARIOS_TITLE


def draw_glossary(browser: Browser) -> None:
    """Draw every term in the order of the alphabet, and above them the one that was looked for."""
    view = glossary_view(browser.framework, browser.term)
    table = view.table("glossary")
    section_head(table.title, table.measure)
    if view.wanted is not None:
        with st.container(border=True):
            st.markdown(named(view.wanted))
    draw_table(table, f"{browser.key}:{table.id}")


def draw_transitions(browser: Browser) -> None:
    """Draw both ends of each transition."""
    table = transitions_view(browser.framework).table("transitions")
    section_head(table.title, table.measure)
    draw_table(table, f"{browser.key}:{table.id}")


def draw_scenarios(browser: Browser) -> None:
    """Draw each story with the processes it puts in scope."""
    view = scenarios_view(browser.framework)
    section_head(SCENARIOS_TITLE, view.finding)
    if view.empty:
        plain(view.empty, "quiet")
    for scenario in view.scenarios:
        with st.container(gap="xsmall"):
            st.subheader(escaped(scenario.title), anchor=False)
            st.markdown(paragraphs(*map(labelled, scenario.facts)))
            draw_table(scenario.table, f"{browser.key}:{scenario.table.id}")
