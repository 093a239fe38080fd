"""All processes with their progress: what is left, and where to go on."""

from __future__ import annotations

from functools import partial
from itertools import groupby

import streamlit as st

from assessment.ui import session
from assessment.ui.components.heading import page_head
from assessment.ui.components.printing import Printing, draw_printing
from assessment.ui.components.text import care, escaped, plain
from assessment.ui.pages.questionnaire.pickers import draw_in_sight, pick_respondent
from assessment.ui.pages.questionnaire.place import Place, go_to_process, read_progress
from assessment.views.model import Row
from assessment.views.progress import ProgressView
from assessment.views.wording.pages import questionnaire as words
from assessment.views.wording.pages.shared import PROCESS_GONE
from assessment.views.wording.printing import QUESTIONNAIRE_LEAD


def draw_overview(place: Place, *, is_process_gone: bool) -> None:
    """Draw who answers, the way on, and the processes by group."""
    progress = read_progress(place)
    page_head(progress.finding, place.header)
    if is_process_gone:
        care(PROCESS_GONE)
    with st.container(horizontal=True, vertical_alignment="bottom", horizontal_alignment="distribute"):
        with st.container(width=420):
            pick_respondent(place)
        _draw_resume(place, progress)
    if progress.empty:
        plain(progress.empty, "quiet")
    groups = [(name, list(rows)) for name, rows in groupby(progress.table("processes").rows, lambda row: row.group)]
    with st.container(key="answering"):
        draw_in_sight(place)
        with st.container(key="process-list"):
            for index, column in enumerate(st.columns(2, gap="large")):
                with column:
                    for name, rows in groups[index::2]:
                        _draw_group(place, progress, name, rows)
        if not place.is_own:
            _draw_paper(place)


def _draw_paper(place: Place) -> None:
    begin = partial(session.plumbline().frameworks.start_assessment_paper, session.actor(), place.assessment_id)
    with st.expander(words.ON_PAPER, icon=":material/print:"):
        plain(QUESTIONNAIRE_LEAD, "small")
        draw_printing(
            Printing(
                framework=place.framework,
                process_ids=place.scope,
                begin=begin,
                key=session.of_assessment("questionnaire:paper"),
                name="questionnaire",
                depth=place.header.depth,
            )
        )


def _draw_resume(place: Place, progress: ProgressView) -> None:
    if progress.resume is None:
        return
    name = progress.resume.process_name
    st.button(
        escaped(words.go_on_with(name) if progress.is_begun else words.begin_with(name)),
        type="primary",
        icon=":material/arrow_forward:",
        icon_position="right",
        key=place.key("resume"),
        on_click=go_to_process,
        args=(progress.resume.process_id, progress.resume.item_id),
        shortcut="Alt+N",
    )


def _draw_group(place: Place, progress: ProgressView, name: str, rows: list[Row]) -> None:
    with st.container(gap=None):
        st.header(escaped(name), anchor=False)
        for row in rows:
            _draw_row(place, progress, row.id)


def _draw_row(place: Place, progress: ProgressView, process_id: str) -> None:
    table = progress.table("processes")
    process = table.cell(process_id, "process")
    with st.container(horizontal=True, vertical_alignment="center", wrap=False):
        st.button(
            escaped(process.text),
            type="tertiary",
            width="stretch",
            key=place.key(f"open:{process_id}"),
            on_click=go_to_process,
            args=(process_id, progress.first_open_of(process_id)),
            help=escaped(process.note) if process.note else None,
        )
        with st.container(width=80):
            st.progress(float(table.cell(process_id, "share").value or 0), escaped(process.text))
        with st.container(width=64):
            plain(table.cell(process_id, "answered").text, "small")
