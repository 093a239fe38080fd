"""The key to letters and words, one click away wherever they stand."""

from __future__ import annotations

import streamlit as st

from assessment.domain.authored.framework import Framework
from assessment.ui import session
from assessment.ui.components.figure import draw_table
from assessment.ui.components.text import plain
from assessment.ui.components.wall import offer_wall
from assessment.views.key import key_view
from assessment.views.wording.key import TITLE


def draw_tools(framework: Framework, page: str, first: str) -> None:
    """Draw, at the end of a page's head, the key and the way to the wall, which begins with `first`."""
    with st.container(horizontal=True, horizontal_alignment="right", vertical_alignment="center", key="page-tools"):
        _draw_button(framework, page)
        offer_wall(first)


def draw_key(framework: Framework, page: str) -> None:
    """Draw the button that opens the key; `page` tells its keys apart from those of another page."""
    with st.container(horizontal=True, horizontal_alignment="right", key=f"{page}-key"):
        _draw_button(framework, page)


def _draw_button(framework: Framework, page: str) -> None:
    if st.button(TITLE, type="tertiary", icon=":material/help:", key=session.of_assessment(f"{page}:key")):
        _show(framework, page)


@st.dialog(TITLE, width="large")
def _show(framework: Framework, page: str) -> None:
    for table in key_view(framework).tables:
        plain(table.title, "strong")
        draw_table(table, f"{page}:key-{table.id}")
