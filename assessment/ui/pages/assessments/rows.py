"""The list of assessments."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from assessment.domain.answered.assessment import AssessmentState
from assessment.services.assessments import AssessmentSummary
from assessment.ui import navigation, session
from assessment.ui.components.text import escaped, plain
from assessment.ui.components.words import DEPTH_NAMES, STATE_NAMES, counted, long_date
from assessment.ui.pages.assessments.actions import copy_dialog, download_dialog, remove_dialog

WIDTHS = [9, 4, 3, 5, 3, 2]
_HEADS = ("Assessment", "Date", "State", "Answered", "Changed", "")
_ACTIONS = {"copy": copy_dialog, "download": download_dialog, "remove": remove_dialog}
_ACTION_NAMES = {"copy": "Copy", "download": "Download", "remove": "Remove"}


def draw_rows(summaries: Sequence[AssessmentSummary]) -> None:
    """Draw a row for each assessment; the name opens it."""
    with st.container(key="assessment-list", gap=None):
        with st.container(key="assessment-list-head"):
            for column, name in zip(st.columns(WIDTHS), _HEADS, strict=True):
                with column:
                    plain(name, "small")
        for summary in summaries:
            with st.container(key=f"assessment-row-{summary.header.id}"):
                _draw_row(summary)


def _draw_row(summary: AssessmentSummary) -> None:
    header = summary.header
    name, day, state, answered, changed, menu = st.columns(WIDTHS, vertical_alignment="center")
    with name, st.container(gap=None):
        if st.button(escaped(header.name), type="tertiary", key=f"assessments:open:{header.id}"):
            _open(summary)
        plain(_of_whom(summary), "small")
    with day:
        plain(long_date(header.assessed_on), "small")
    with state:
        plain(f"{STATE_NAMES[header.state]}, {DEPTH_NAMES[header.depth].lower()}", "small")
    with answered:
        _draw_progress(summary)
    with changed:
        plain(f"{session.local_time(summary.updated_at):%d %b, %H:%M}", "small")
    with menu:
        _draw_menu(summary)


def _of_whom(summary: AssessmentSummary) -> str:
    header = summary.header
    parts = [
        header.organisation if header.unit is None else f"{header.organisation}, {header.unit}",
        counted(summary.process_count, "process", "processes"),
        counted(summary.respondent_count, "person", "people"),
    ]
    return " \u00b7 ".join([*parts, "fictional"] if header.is_fictional else parts)


def _draw_progress(summary: AssessmentSummary) -> None:
    with st.container(horizontal=True, vertical_alignment="center", wrap=False, gap="small"):
        with st.container(width=72):
            st.progress(min(1.0, summary.answered_count / summary.asked_count) if summary.asked_count else 0.0)
        plain(f"{summary.answered_count} of {summary.asked_count}", "small", width="content")


def _draw_menu(summary: AssessmentSummary) -> None:
    chosen = st.menu_button(
        "More",
        tuple(_ACTIONS),
        format_func=_ACTION_NAMES.__getitem__,
        type="tertiary",
        key=f"assessments:menu:{summary.header.id}",
        help=None,
    )
    if chosen is not None:
        _ACTIONS[chosen](summary.header)


def _open(summary: AssessmentSummary) -> None:
    """Go where the work goes on: set-up when nobody answers yet, answers while it is a draft, results afterwards."""
    session.open_assessment(summary.header.id)
    if summary.header.is_fictional or summary.header.state is not AssessmentState.DRAFT:
        navigation.go_to(navigation.RESULTS)
    navigation.go_to(navigation.QUESTIONNAIRE if summary.respondent_count else navigation.SET_UP)
