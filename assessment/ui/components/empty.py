"""An empty page says what to do next."""

from __future__ import annotations

import streamlit as st

from assessment.ui import navigation, session
from assessment.ui.components.text import escaped, plain
from assessment.views.assessments import assessments_view
from assessment.views.wording.pages import shared as words

_OFFERED = 6


def empty_state(title: str, what_next: str) -> None:
    """Draw a title and a sentence; the page puts its buttons under it."""
    with st.container(gap="xxsmall"):
        st.header(title, anchor=False)
        st.markdown(f":gray[{escaped(what_next)}]")


def no_assessment_open() -> None:
    """What a page says when no assessment is open: which there are, the last one changed first, a click each."""
    summaries = session.plumbline().assessments.list_assessments(session.actor())
    latest = sorted(summaries, key=lambda summary: summary.updated_at, reverse=True)[:_OFFERED]
    empty_state(words.NO_ASSESSMENT, words.NO_ASSESSMENT_NEXT if latest else words.NO_ASSESSMENT_YET)
    table = assessments_view(latest, session.local_time).tables[0]
    for place, summary in enumerate(latest):
        cell, changed = (table.cell(summary.header.id, column) for column in ("assessment", "changed"))
        with st.container(gap=None):
            st.button(
                escaped(cell.text),
                type="primary" if place == 0 else "secondary",
                key=f"empty:open:{summary.header.id}",
                on_click=session.open_assessment,
                args=(summary.header.id,),
            )
            plain(words.which_one(cell.note, changed.text), "small")
    if st.button(words.TO_ASSESSMENTS, type="tertiary", key="empty:assessments"):
        navigation.go_to(navigation.ASSESSMENTS)
