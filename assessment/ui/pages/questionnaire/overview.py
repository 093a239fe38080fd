"""All processes with their progress: what is left, and where to go on."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from assessment.domain.authored.content import Group, Origin
from assessment.services.progress import ProcessProgress, Progress
from assessment.ui import session
from assessment.ui.components.heading import page_head
from assessment.ui.components.printing import LEAD, Printing, draw_printing
from assessment.ui.components.text import escaped, plain
from assessment.ui.components.words import EXTENSION_MARK, counted
from assessment.ui.pages.questionnaire.pickers import pick_respondent
from assessment.ui.pages.questionnaire.place import Place, go_to_process


def draw_overview(place: Place) -> None:
    """Draw who answers, the way on, and the processes by group."""
    progress = session.plumbline().questionnaire.progress(session.actor(), place.assessment_id, place.respondent.id)
    page_head(_title(progress), place.header)
    with st.container(horizontal=True, vertical_alignment="bottom", horizontal_alignment="distribute"):
        with st.container(width=420):
            pick_respondent(place)
        _draw_resume(place, progress)
    by_process = {entry.process_id: entry for entry in progress.processes}
    groups = [
        (group, [by_process[process_id] for process_id in group.processes if process_id in by_process])
        for group in place.framework.groups
    ]
    with st.container(key="process-list"):
        for index, column in enumerate(st.columns(2, gap="large")):
            with column:
                for group, entries in [pair for pair in groups if pair[1]][index::2]:
                    _draw_group(place, group, entries)
    _draw_paper(place)


def _draw_paper(place: Place) -> None:
    begin = partial(session.plumbline().library.start_assessment_sheet, session.actor(), place.assessment_id)
    with st.expander("On paper, for an interview without a laptop", icon=":material/print:"):
        plain(LEAD, "small")
        draw_printing(
            Printing(
                framework=place.framework,
                process_ids=place.scope,
                begin=begin,
                key="questionnaire",
                depth=place.header.depth,
            )
        )


def _draw_group(place: Place, group: Group, entries: Sequence[ProcessProgress]) -> None:
    with st.container(gap=None):
        st.subheader(escaped(group.name), anchor=False)
        for entry in entries:
            _draw_row(place, entry)


def _title(progress: Progress) -> str:
    asked = sum(entry.asked_count for entry in progress.processes)
    left = asked - sum(entry.answered_count for entry in progress.processes)
    if asked == 0:
        return "Nothing is asked of this person"
    return f"{counted(left, 'question')} left to answer" if left else "Everything is answered"


def _draw_resume(place: Place, progress: Progress) -> None:
    if progress.resume is None:
        return
    process_id, item_id = progress.resume
    name = place.framework.process_by_id[process_id].name
    is_begun = any(entry.answered_count for entry in progress.processes)
    st.button(
        escaped(f"Go on with {name}" if is_begun else f"Begin with {name}"),
        type="primary",
        icon=":material/arrow_forward:",
        icon_position="right",
        key="questionnaire:resume",
        on_click=go_to_process,
        args=(process_id, item_id),
        shortcut="Alt+N",
    )


def _draw_row(place: Place, entry: ProcessProgress) -> None:
    process = place.framework.process_by_id[entry.process_id]
    with st.container(horizontal=True, vertical_alignment="center", wrap=False):
        st.button(
            escaped(process.name),
            type="tertiary",
            width="stretch",
            key=f"questionnaire:open:{entry.process_id}",
            on_click=go_to_process,
            args=(entry.process_id, entry.next_item_id),
            help=EXTENSION_MARK.capitalize() if process.origin is Origin.EXTENSION else None,
        )
        with st.container(width=80):
            st.progress(entry.answered_count / entry.asked_count if entry.asked_count else 0.0)
        with st.container(width=64):
            plain(f"{entry.answered_count} of {entry.asked_count}", "small")
