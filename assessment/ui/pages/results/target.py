"""The target of a process: who decided it why, and how far each attribute is from it."""

from __future__ import annotations

import streamlit as st

from assessment.ui.components.facts import facts
from assessment.ui.components.figure import draw_table
from assessment.ui.components.text import plain
from assessment.views.target import TargetView


def draw_target(view: TargetView, process_id: str) -> None:
    """Draw the target with its reason and the table of cells."""
    plain(view.finding, "strong")
    facts(view.facts)
    for fact in view.decision:
        with st.container(gap=None):
            plain(fact.label, "small")
            plain(fact.text)
    for sentence in view.notes:
        plain(sentence, "small")
    draw_table(view.table("target"), f"results:target-{process_id}")
