"""What the product is, for somebody who has no assessment of their own yet: a sentence, a picture, what to do."""

from __future__ import annotations

import streamlit as st

from assessment.charts.welcome import welcome
from assessment.ui.components.figure import screen_theme
from assessment.ui.components.text import plain
from assessment.views.wording.pages import assessments as words


def draw_welcome() -> None:
    """Draw the picture and, under each of its parts, what is done there; then what a sample is."""
    with st.container(key="welcome", gap="small"):
        st.image(welcome(screen_theme()), width="stretch", alt=words.PICTURE)
        for place, (title, text) in zip(st.columns(len(words.STEPS), gap="large"), words.STEPS.items(), strict=True):
            with place, st.container(gap=None):
                plain(title, "strong")
                plain(text, "small")
        plain(words.SAMPLE, "small")
