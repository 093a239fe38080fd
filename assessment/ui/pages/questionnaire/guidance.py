"""What good looks like, what to ask to see, and what is to know of a question."""

from __future__ import annotations

import streamlit as st

from assessment.domain.authored.framework import Framework, Item
from assessment.ui.components.text import bullets, plain
from assessment.views.guidance import guidance_view


def draw_guidance(framework: Framework, item: Item) -> None:
    """Draw the guidance of a question."""
    view = guidance_view(framework, item)
    good, ask = st.columns(2)
    with good:
        plain(view.good.label, "strong")
        plain(view.good.text)
    with ask:
        plain(view.ask_label, "strong")
        st.markdown(bullets(view.ask_for))
    if view.pitfall:
        plain(view.pitfall, "quiet")
    if view.notes:
        plain(" ".join(view.notes), "small")
