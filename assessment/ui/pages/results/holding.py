"""What holds a process at its level, and the fewest answers that would have to rise."""

from __future__ import annotations

import streamlit as st

from assessment.ui.components.heading import section_head
from assessment.ui.components.text import plain
from assessment.views.next_level import NeedText, NextLevelView


def draw_holding(view: NextLevelView) -> None:
    """Draw each holding attribute with the answers that have to rise for the next level."""
    section_head(view.question, view.finding)
    for need in view.needs:
        _draw_need(need)


def _draw_need(need: NeedText) -> None:
    with st.container(gap="xxsmall"):
        plain(need.name, "strong")
        plain(need.text, "small")
        for change in need.raises:
            plain(change.text)
        if need.unanswered:
            plain(need.unanswered, "small")
