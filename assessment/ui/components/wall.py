"""A table as large as the wall it is thrown on, in place of the page: no navigation, nothing to change, nobody's name.

What is presented is an id of the URL, so that a reload stays and the browser's Back leaves. Esc leaves too.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import streamlit as st

from assessment.charts.tiles import legend, tiles
from assessment.domain.answered.assessment import AssessmentHeader
from assessment.ui import session
from assessment.ui.components.choosing import labels
from assessment.ui.components.heading import name_tab
from assessment.ui.components.text import escaped, plain
from assessment.views.model import Table
from assessment.views.names import assessment_line
from assessment.views.wording.pages import shared as words

PRESENTED = "present"
STYLE = Path(__file__).resolve().parents[3] / "assets" / "wall.css"


def presented(names: Mapping[str, str]) -> str | None:
    """What of these is presented, by the URL; None for a page as it always is."""
    wanted = session.url_id(PRESENTED)
    return wanted if wanted in names else None


def offer_wall(first: str) -> None:
    """Draw the button that presents; the style sheet leaves it out on a phone."""
    with st.container(key="present-switch", width="content"):
        st.button(
            words.PRESENT,
            key=session.of_assessment("wall:present"),
            icon=":material/present_to_all:",
            on_click=session.keep_in_url,
            args=(PRESENTED, first),
        )


def draw_wall(header: AssessmentHeader, names: Mapping[str, str], chosen: str, finding: str, table: Table) -> None:
    """Draw what is presented, and the way to the others and out."""
    name_tab(finding, header)
    st.html(STYLE)
    with st.container(key="wall", gap=None):
        with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
            _draw_choice(names, chosen)
            st.button(
                words.LEAVE_WALL,
                key=session.of_assessment("wall:leave"),
                icon=":material/close:",
                on_click=session.keep_in_url,
                args=(PRESENTED, None),
                shortcut="Esc",
            )
        st.title(escaped(finding), anchor=False)
        plain(table.measure, "quiet")
        st.html(tiles(table, table.title))
        st.html(legend(table.legend))
        plain(assessment_line(header), "small")


def _draw_choice(names: Mapping[str, str], chosen: str) -> None:
    key = session.of_assessment("wall:choice")
    session.put(key, chosen)
    st.segmented_control(
        words.PRESENTED_LABEL,
        tuple(names),
        required=True,
        format_func=labels(names),
        key=key,
        label_visibility="collapsed",
        on_change=lambda: session.keep_in_url(PRESENTED, session.value(key)),
    )
