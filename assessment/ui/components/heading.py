"""The head of a page: its question as the title, and which assessment it speaks of."""

from __future__ import annotations

import streamlit as st

from assessment.domain.answered.assessment import AssessmentHeader, AssessmentState
from assessment.ui.components.saved import saved_sign
from assessment.ui.components.text import escaped, plain, remark
from assessment.views.names import assessment_line
from assessment.views.wording.pages import shared as words
from assessment.views.wording.terms import STATES


def name_tab(title: str, header: AssessmentHeader | None = None) -> None:
    """Name the browser's tab by the page and the assessment."""
    st.set_page_config(page_title=words.tab_title(title, "" if header is None else header.name))


def page_head(title: str, header: AssessmentHeader | None = None) -> None:
    """Draw the title and, under it, the assessment in one line; the browser's tab is named by both."""
    name_tab(title, header)
    with st.container(gap=None, key="page-head"):
        st.title(escaped(title), anchor=False)
        if header is not None:
            st.markdown(f":small[:gray[{escaped(assessment_line(header))}]]")
    if header is not None and header.state is not AssessmentState.DRAFT:
        remark(words.cannot_be_changed(STATES[header.state].lower()))


def section_head(title: str, lead: str = "", *, sign: str | None = None) -> None:
    """Draw the title of a part of a page, one sentence under it, and the saved sign of a key at its right."""
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="bottom", gap="small"):
        with st.container(gap=None, width="stretch" if sign is None else 820):
            st.header(escaped(title), anchor=False)
            if lead:
                plain(lead, "small")
        if sign is not None:
            saved_sign(sign, words=words.SAVED_AS_YOU_GO)
