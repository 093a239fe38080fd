"""The business services that matter, and the processes each leans on: the proposal for importance."""

from __future__ import annotations

from uuid import uuid4

import streamlit as st

from assessment.domain.answered.assessment import CriticalService
from assessment.services.refusals import checked
from assessment.ui import session
from assessment.ui.components.columns import choice_column
from assessment.ui.components.editor import EditorRow, RowEdit, editor
from assessment.ui.components.heading import section_head
from assessment.ui.components.saved import saved_sign
from assessment.ui.components.text import plain
from assessment.ui.pages.set_up.frame import Frame

_NAMES = {1: "1 useful", 2: "2 wanted", 3: "3 needed", 4: "4 important", 5: "5 vital"}


def draw(frame: Frame) -> None:
    """Draw the services and the form for another one."""
    section_head(
        "What must keep running?",
        "Where services are named, they propose how important each process is.",
        sign=frame.key("services"),
    )
    if frame.assessment.critical_services:
        _draw_table(frame)
    else:
        plain("No service is named yet. Begin with the one whose outage reaches the board.")
    if not frame.is_locked:
        _draw_form(frame)
        _draw_removal(frame)


def _draw_table(frame: Frame) -> None:
    names = {process.id: process.name for process in frame.processes}
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
        for service in frame.assessment.critical_services
    ]
    columns = {
        "name": st.column_config.TextColumn("Service", width="medium", required=True, max_chars=300),
        "importance": choice_column("Matters", _NAMES, is_required=True),
        "processes": st.column_config.MultiselectColumn(
            "Leans on", options=tuple(names), format_func=names.__getitem__, width="large"
        ),
    }
    editor(
        frame.key(f"services:{len(rows)}"),
        rows,
        columns,
        lambda edit: _save(frame, edit),
        newest_version=lambda row_id: frame.versions(CriticalService).get((row_id,), 0),
        is_locked=frame.is_locked,
        name="Critical services",
        sign=frame.key("services"),
    )


def _save(frame: Frame, edit: RowEdit) -> None:
    stored = next(service for service in frame.assessment.critical_services if service.id == edit.id)
    cells = {"name": stored.name, "importance": stored.importance, "processes": list(stored.process_ids), **edit.cells}
    processes = cells["processes"] if isinstance(cells["processes"], list) else []
    entry = checked(
        CriticalService,
        id=edit.id,
        name=cells["name"] or "",
        importance=cells["importance"],
        process_ids=tuple(processes),
    )
    frame.save(entry, edit.version)


def _draw_form(frame: Frame) -> None:
    key = frame.key("new-service")
    with st.form(key, clear_on_submit=True, border=False):
        name, importance, button = st.columns([4, 2, 1], vertical_alignment="bottom")
        typed = name.text_input("Another service", max_chars=300, key=f"{key}:name", placeholder="Online policies")
        chosen = importance.selectbox(
            "How much it matters", tuple(_NAMES), index=3, format_func=_NAMES.__getitem__, key=f"{key}:importance"
        )
        is_sent = button.form_submit_button("Add", width="stretch")
    if is_sent:
        with session.saving(key):
            frame.save(checked(CriticalService, id=uuid4().hex, name=typed, importance=chosen))
            st.rerun()
        saved_sign(key)


def _draw_removal(frame: Frame) -> None:
    names = {service.id: service.name for service in frame.assessment.critical_services}
    if not names:
        return
    with st.popover("Remove a service", type="tertiary"):
        chosen = st.selectbox("Service", tuple(names), format_func=names.__getitem__, key=frame.key("remove-service"))
        if st.button("Remove it", key=frame.key("remove-service:go")) and chosen is not None:
            frame.remove(CriticalService, chosen)
            st.rerun()
