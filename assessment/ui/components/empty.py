"""An empty page says what to do next."""

from __future__ import annotations

import streamlit as st

from assessment.ui import navigation
from assessment.ui.components.text import escaped
from assessment.views.wording.pages import shared as words


def empty_state(title: str, what_next: str) -> None:
    """Draw a title and a sentence; the page puts its buttons under it."""
    with st.container(gap="xxsmall"):
        st.header(title, anchor=False)
        st.markdown(f":gray[{escaped(what_next)}]")


def no_assessment_open() -> None:
    """What a page says when no assessment is open."""
    empty_state(words.NO_ASSESSMENT, words.NO_ASSESSMENT_NEXT)
    if st.button(words.TO_ASSESSMENTS, type="primary", key="empty:assessments"):
        navigation.go_to(navigation.ASSESSMENTS)
