"""Where one process stands, and how sure that is."""

from __future__ import annotations

import streamlit as st

from assessment.ui import session
from assessment.ui.components.facts import facts
from assessment.ui.components.figure import draw_table
from assessment.ui.components.text import plain
from assessment.views.model import View
from assessment.views.process import ProcessView
from assessment.views.wording.pages import process as words

_WIDTHS = {"level": 160, "target": 150, "practice": 150, "confidence": 230, "bound-33020": 150}


def draw_level(view: ProcessView) -> None:
    """Draw the numbers of a process and the sentence that reconciles level and practice."""
    facts(view.facts, _WIDTHS)
    if view.practice:
        plain(view.practice, "small")


def asks_for_range(process_id: str) -> bool:
    """Whether the reader asked for the sensitivity range of a process; it takes thousands of draws."""
    return bool(session.value(_range_key(process_id), False))


def draw_confidence(view: View, process_id: str) -> None:
    """Draw why the level is as sure as it is, and what else it could be."""
    plain(view.finding, "strong")
    if view.empty:
        return
    facts(view.facts)
    st.toggle(words.ASK_RANGE, key=_range_key(process_id))
    draw_table(view.table("readings"), f"results:readings-{process_id}")
    for sentence in view.notes:
        plain(sentence, "small")


def _range_key(process_id: str) -> str:
    return session.of_assessment(f"results:range-{process_id}")
