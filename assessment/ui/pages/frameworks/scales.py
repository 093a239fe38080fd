"""What answers, levels and choices mean, and what else is asked of an organisation."""

from __future__ import annotations

import streamlit as st

from assessment.ui.components.figure import draw_table
from assessment.ui.components.heading import section_head
from assessment.ui.components.text import escaped, plain
from assessment.ui.pages.frameworks.browser import Browser
from assessment.ui.pages.frameworks.markup import bullets, labelled, named, paragraphs
from assessment.views.frameworks.scales import ScalesView, scales_view


def draw_scales(browser: Browser) -> None:
    """Draw the scales, then what is asked of readiness and of an owner, and who is not behind the framework."""
    view = scales_view(browser.framework)
    for table in view.tables:
        section_head(table.title, table.measure)
        draw_table(table, f"{browser.key}:{table.id}")
    _draw_readiness(view)
    section_head(view.checklist.label)
    if view.checklist.texts:
        st.markdown(bullets(view.checklist.texts))
    else:
        plain(view.no_checklist, "quiet")
    section_head(view.independence_title)
    st.markdown(named(view.independence))


def _draw_readiness(view: ScalesView) -> None:
    section_head(view.readiness_title, view.readiness_lead)
    for question in view.readiness:
        with st.expander(escaped(question.question)):
            st.markdown(paragraphs(*map(labelled, question.facts)))
