"""An address that leads to something that is gone says so; it never shows another one in its place."""

from __future__ import annotations

import streamlit as st

from assessment.errors import NotAvailable
from assessment.ui import session
from assessment.ui.components.text import care
from assessment.views.wording.bin import until
from assessment.views.wording.pages import access as access_words
from assessment.views.wording.pages import shared as words


def is_gone(assessment_id: str) -> bool:
    """Whether there is no assessment of this id, or it is in the bin."""
    try:
        session.plumbline().assessments.header(session.actor(), assessment_id)
    except NotAvailable:
        return True
    return False


def draw_not_yours(way_on: str, what_next: str = "") -> bool:
    """Say that a page is for others, and what one may see; whether the reader takes the way on."""
    st.title(access_words.NOT_YOURS, anchor=False)
    if what_next:
        care(what_next)
    return st.button(way_on, type="primary", key="gone:way-on")


def draw_gone(assessment_id: str) -> bool:
    """Say that the assessment of the address is gone, and whether the bin has it; whether the reader wants the list."""
    st.title(words.ASSESSMENT_GONE, anchor=False)
    binned = session.plumbline().bin.assessments(session.actor())
    kept = next((one for one in binned if one.id == assessment_id), None)
    care(words.ASSESSMENT_GONE_NEXT if kept is None else until(session.local_time(kept.kept_until)))
    return st.button(words.TO_ASSESSMENTS, type="primary", key="gone:assessments")
