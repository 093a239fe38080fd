"""Missing: what is still to be done in an assessment, each with a link to the very place where it is done."""

from __future__ import annotations

import streamlit as st

from assessment.ui import navigation, session
from assessment.ui.components.empty import no_assessment_open
from assessment.ui.components.heading import page_head, section_head
from assessment.ui.components.text import escaped, plain
from assessment.ui.errors import guarded
from assessment.ui.pages.missing.places import address
from assessment.views.missing import MissingView, missing_view
from assessment.views.model import Row, Table
from assessment.views.wording.pages import missing as words
from assessment.views.wording.pages.shared import MISSING

SHOWN_COUNT = 25


@guarded
def show() -> None:
    """Draw the page."""
    assessment_id = session.assessment_id()
    if assessment_id is None:
        page_head(MISSING)
        no_assessment_open()
        return
    computed = session.plumbline().results.compute(session.actor(), assessment_id)
    session.keep_in_url(session.ASSESSMENT, assessment_id)
    view = missing_view(computed)
    page_head(view.finding, computed.assessment.header)
    plain(words.LEAD if view.tables else words.DONE, "quiet")
    for table in view.tables:
        with st.container(key=f"missing-{table.id}", gap="xsmall"):
            _draw_kind(view, table)


def _draw_kind(view: MissingView, table: Table) -> None:
    section_head(words.with_count(table.title, view.fact(table.id).text), table.measure)
    key = session.of_assessment(f"missing:{table.id}")
    rows = table.rows if session.value(key) or len(table.rows) <= SHOWN_COUNT else table.rows[:SHOWN_COUNT]
    for row in rows:
        _draw_row(view, row)
    if len(rows) < len(table.rows):
        st.button(words.all_of(len(table.rows)), key=f"{key}:all", on_click=session.put, args=(key, True))


def _draw_row(view: MissingView, row: Row) -> None:
    where, what = row.cells
    page, ids = address(view.openings[row.id])
    navigation.link_to(page, f"**{escaped(where.text)}** :gray[{escaped(what.text)}]", **ids)
