"""What to do, step by step: the actions of each attribute from not done to fully done."""

from __future__ import annotations

import streamlit as st

from assessment.ui.components.text import escaped, plain
from assessment.ui.pages.frameworks.browser import Browser
from assessment.ui.pages.frameworks.markup import action, paragraphs
from assessment.views.frameworks.actions import actions_view


def draw_actions(browser: Browser, process_id: str) -> None:
    """Draw the actions of each attribute, folded."""
    view = actions_view(browser.framework, process_id)
    plain(view.finding, "quiet")
    with st.container(gap="xsmall", key=f"{browser.key}-actions"):
        for section in view.sections:
            with st.expander(escaped(section.name), expanded=section.item_id == browser.item_id):
                st.markdown(paragraphs(*map(action, section.actions)))
