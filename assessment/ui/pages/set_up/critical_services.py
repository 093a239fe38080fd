"""The business services that matter, and the processes each leans on: the proposal for importance."""

from __future__ import annotations

import streamlit as st

from assessment.domain.answered.assessment import CriticalService
from assessment.domain.answered.entries import SHORT_TEXT_LIMIT
from assessment.services.identity import new_id
from assessment.services.validation import checked
from assessment.ui import session
from assessment.ui.components.choosing import labels
from assessment.ui.components.columns import LARGE, CellKind, Column, choice_column
from assessment.ui.components.editor import EditorRow, RowEdit, editor
from assessment.ui.components.heading import section_head
from assessment.ui.components.saved import saved_sign
from assessment.ui.components.text import plain
from assessment.ui.components.writing import ask, settle
from assessment.ui.pages.set_up.frame import Frame
from assessment.ui.pages.set_up.removing import draw_bin_of, draw_service_removal
from assessment.views.wording import services as service_words
from assessment.views.wording.pages.set_up import services as words

USUAL_IMPORTANCE = 4


def draw(frame: Frame) -> None:
    """Draw the services and the form for another one."""
    section_head(words.TITLE, words.LEAD, sign=frame.key("services"))
    if frame.assessment.critical_services:
        _draw_table(frame)
    else:
        plain(words.NONE_YET)
    if not frame.is_locked:
        _draw_form(frame)
        draw_service_removal(frame)
    draw_bin_of(frame, CriticalService)


def _draw_table(frame: Frame) -> None:
    names = {process.id: process.name for process in frame.processes}
    services = {service.id: service for service in frame.assessment.critical_services}
    versions = frame.versions(CriticalService)
    rows = [
        EditorRow(
            id=service.id,
            cells={
                "name": service.name,
                "importance": service.importance,
                "processes": [process_id for process_id in service.process_ids if process_id in names],
            },
            version=versions.get((service.id,), 0),
        )
        for service in services.values()
    ]
    columns = {
        "name": Column(heading=service_words.SERVICE_COLUMN),
        "importance": choice_column(service_words.IMPORTANCE_COLUMN, words.IMPORTANCE_POINTS, is_required=True),
        "processes": Column(
            heading=service_words.LEANS_ON_COLUMN, kind=CellKind.MULTI, choices=dict(names.items()), width=LARGE
        ),
    }
    editor(
        frame.key("services-table"),
        rows,
        columns,
        lambda edit: _save(frame, edit, services[edit.id]),
        is_locked=frame.is_locked,
        name=words.TABLE,
        sign=frame.key("services"),
    )


def _save(frame: Frame, edit: RowEdit, before: CriticalService) -> int:
    """Save a row; a process that is out of scope is not among the choices and stays."""
    process_ids = before.process_ids
    chosen, in_scope = edit.row["processes"], frozenset(frame.assessment.scope)
    if isinstance(chosen, list) and set(chosen) != in_scope & set(process_ids):
        process_ids = (*chosen, *(process_id for process_id in process_ids if process_id not in in_scope))
    entry = checked(
        CriticalService,
        id=edit.id,
        name=edit.row["name"] or "",
        importance=edit.row["importance"],
        process_ids=process_ids,
    )
    return frame.save(entry, edit.version)


def _draw_form(frame: Frame) -> None:
    key = frame.key("new-service")
    points = words.IMPORTANCE_POINTS
    with st.form(key, clear_on_submit=True, border=False):
        name, importance, button = st.columns([4, 2, 1], vertical_alignment="bottom")
        with name:
            typed = ask(words.ANOTHER, f"{key}:name", SHORT_TEXT_LIMIT, usual=words.EXAMPLE)
        chosen = importance.selectbox(
            words.IMPORTANCE,
            tuple(points),
            index=tuple(points).index(USUAL_IMPORTANCE),
            format_func=labels(points),
            key=f"{key}:importance",
        )
        is_sent = button.form_submit_button(words.ADD, width="stretch")
    if is_sent:
        with session.saving(key):
            frame.save(checked(CriticalService, id=new_id(), name=typed, importance=chosen), 0)
            settle(f"{key}:name", typed)
            st.rerun()
        saved_sign(key)
