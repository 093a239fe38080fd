"""One question: its six statements with who stands where, the value that counts, and what people said."""

from __future__ import annotations

import streamlit as st

from assessment.ui.components.figure import draw_table
from assessment.ui.components.text import plain
from assessment.views.question import QuestionView


def draw_question(view: QuestionView) -> None:
    """Draw the question in full."""
    plain(view.question, "strong")
    draw_table(view.table("statements"), f"results:statements-{view.id}")
    plain(view.finding)
    for sentence in view.notes:
        plain(sentence)
    for voice in view.voices:
        with st.container(gap=None):
            plain(voice.source, "small")
            plain(voice.text)
    if view.files.rows:
        draw_table(view.files, f"results:files-{view.id}")
    with st.container(gap=None):
        plain(view.good.label, "small")
        plain(view.good.text)
