"""An empty page says what to do next."""

from __future__ import annotations

import streamlit as st

from assessment.ui import navigation
from assessment.ui.components.text import escaped


def empty_state(title: str, what_next: str) -> None:
    """Draw a title and a sentence; the page puts its buttons under it."""
    with st.container(gap="xxsmall"):
        st.subheader(title, anchor=False)
        st.markdown(f":gray[{escaped(what_next)}]")


def no_assessment_open() -> None:
    """What a page says when no assessment is open."""
    empty_state("No assessment is open", "Open one on the Assessments page, or start a new one there.")
    if st.button("Go to Assessments", type="primary", key="empty:assessments"):
        navigation.go_to(navigation.ASSESSMENTS)
