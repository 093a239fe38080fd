"""The list of assessments."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from assessment.domain.access.permissions import Permission
from assessment.domain.answered.assessment import AssessmentState
from assessment.domain.summary import AssessmentSummary
from assessment.ui import access, navigation, session
from assessment.ui.components.choosing import labels
from assessment.ui.components.text import escaped, plain
from assessment.ui.components.versions import version_dialog
from assessment.ui.pages.assessments.actions import copy_dialog, download_dialog, remove_dialog
from assessment.views.assessments import assessments_view
from assessment.views.model import Cell, Table
from assessment.views.wording.pages import assessments as words

COLUMNS = {"assessment": 8, "date": 4, "state": 3, "answered": 6, "at-target": 3, "missing": 2, "changed": 3}
MENU_WIDTH = 2
_NAMED_ON_PHONE = frozenset({"answered", "at-target", "missing", "changed"})
"""Where the head of the list is not seen, these say what they count."""
_ACTIONS = {"copy": copy_dialog, "download": download_dialog, "version": version_dialog, "remove": remove_dialog}

_NEEDS = {
    "copy": Permission.READ,
    "download": Permission.READ,
    "version": Permission.EDIT,
    "remove": Permission.REMOVE,
}


def draw_rows(summaries: Sequence[AssessmentSummary]) -> None:
    """Draw a row for each assessment; the name opens it."""
    table = assessments_view(summaries, session.local_time).tables[0]
    with st.container(key="assessment-list", gap=None):
        with st.container(key="assessment-list-head"):
            for place, column_id in zip(st.columns(_widths()), COLUMNS, strict=False):
                with place:
                    plain(table.columns[table.place(column_id)].name, "small")
        for summary in summaries:
            with st.container(key=f"assessment-row-{summary.header.id}"):
                _draw_row(summary, table)


def _widths() -> list[int]:
    return [*COLUMNS.values(), MENU_WIDTH]


def _draw_row(summary: AssessmentSummary, table: Table) -> None:
    assessment_id = summary.header.id
    *places, menu = st.columns(_widths(), vertical_alignment="center")
    for place, column_id in zip(places, COLUMNS, strict=True):
        cell = table.cell(assessment_id, column_id)
        name = table.columns[table.place(column_id)].name
        with place, st.container(gap=None):
            if column_id in _NAMED_ON_PHONE:
                with st.container():  # the style sheet knows it by its place
                    plain(name, "small")
            if column_id == "assessment":
                if st.button(escaped(cell.text), type="tertiary", key=f"assessments:open:{assessment_id}"):
                    _open(summary)
            elif column_id == "missing" and cell.value and access.may(Permission.READ, assessment_id):
                if st.button(cell.text, type="tertiary", key=f"assessments:missing:{assessment_id}"):
                    session.open_assessment(assessment_id)
                    navigation.go_to(navigation.MISSING)
            elif cell.track is not None:
                _draw_progress(cell, name)
            else:
                plain(cell.text, "small")
            if cell.note:
                plain(cell.note, "small")
    with menu:
        _draw_menu(summary)


def _draw_progress(cell: Cell, name: str) -> None:
    with st.container(horizontal=True, vertical_alignment="center", wrap=False, gap="small"):
        with st.container(width=72):
            st.progress(float(cell.value or 0.0), escaped(name))
        plain(cell.text, "small", width="content")


def _draw_menu(summary: AssessmentSummary) -> None:
    mine = access.mine(summary.header.id)
    actions = tuple(action for action in _ACTIONS if mine.may_copy or action != "copy" if _NEEDS[action] in mine.here)
    if not actions:
        return
    chosen = st.menu_button(
        words.MORE,
        actions,
        format_func=labels(words.ACTIONS),
        type="tertiary",
        key=f"assessments:menu:{summary.header.id}",
        help=None,
    )
    if chosen is not None:
        _ACTIONS[chosen](summary.header)


def _open(summary: AssessmentSummary) -> None:
    """Go where the work goes on: set-up when nobody answers yet, answers while it is a draft, results afterwards."""
    session.open_assessment(summary.header.id)
    is_for_reading = not access.may(Permission.READ, summary.header.id)
    if is_for_reading or summary.header.is_fictional or summary.header.state is not AssessmentState.DRAFT:
        navigation.go_to(navigation.RESULTS)
    has_people = summary.figures is not None and summary.figures.respondent_count > 0
    navigation.go_to(navigation.QUESTIONNAIRE if has_people else navigation.SET_UP)
