"""Who is asked what: the attributes of each process, person by person."""

from __future__ import annotations

from collections.abc import Set

import streamlit as st

from assessment.domain.answered.asking import asked_attributes, default_attributes
from assessment.domain.answered.assessment import Role
from assessment.ui import session
from assessment.ui.components.choosing import labels
from assessment.ui.components.columns import SMALL, Cell, CellKind, Column, attribute_label, process_column
from assessment.ui.components.editor import EditorRow, RowEdit, editor
from assessment.ui.components.heading import section_head
from assessment.ui.components.text import escaped
from assessment.ui.pages.set_up.frame import Frame
from assessment.ui.pages.set_up.group_asking import draw_group_asking
from assessment.ui.pages.set_up.unasked import draw_unasked
from assessment.views.names import known_people, people_names
from assessment.views.set_up import customer_attribute_names, row_name
from assessment.views.wording.pages.set_up import attribute_help
from assessment.views.wording.pages.set_up import people as words


def draw_asking(frame: Frame) -> None:
    """Draw whose questions they are, the two usual choices, and a tick for each attribute of each process."""
    customers = customer_attribute_names(frame.framework)
    section_head(words.ASKED, words.asked_lead(customers), sign=frame.key("assign"))
    draw_unasked(frame, "people", frame.key("assign"))
    if len(frame.assessment.respondents) > 1 and not frame.are_people_locked:
        draw_group_asking(frame)
    names = people_names(known_people(frame.assessment.respondents))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        with st.container(width=420):
            person_id = st.selectbox(words.PERSON, tuple(names), format_func=labels(names), key=frame.key("assign:who"))
        if person_id is None:
            return
        for name, label, explanation, role in (
            ("all", words.ASK_EVERYTHING, None, Role.OTHER),
            ("customer", words.ASK_AS_CUSTOMER, words.customer_help(customers), Role.CUSTOMER),
        ):
            st.button(
                label,
                key=frame.key(f"assign:{name}"),
                help=escaped(explanation) if explanation else None,
                on_click=_assign_everywhere,
                args=(frame, person_id, default_attributes(frame.framework, role)),
                disabled=frame.are_people_locked,
            )
    _draw_grid(frame, person_id)


def _draw_grid(frame: Frame, person_id: str) -> None:
    attributes = frame.framework.attributes
    asked = {
        process_id: asked_attributes(frame.framework, frame.assessment, person_id, process_id)
        for process_id in frame.assessment.scope
    }
    rows = [
        EditorRow(id=process.id, cells={"process": row_name(process), **_ticks(frame, asked[process.id])})
        for process in frame.processes
    ]
    columns = {"process": process_column()}
    for attribute in attributes:
        columns[attribute.id] = Column(
            heading=attribute_label(attribute),
            kind=CellKind.CHECK,
            explanation=attribute_help(attribute.name, attribute.meaning),
            width=SMALL,
        )

    def save(edit: RowEdit) -> None:
        ticks = {attribute_id: bool(is_asked) for attribute_id, is_asked in edit.cells.items()}
        session.plumbline().setup.change_asked(session.actor(), frame.id, person_id, edit.id, ticks)

    editor(
        frame.key(f"assign:of:{person_id}"),
        rows,
        columns,
        save,
        is_locked=frame.are_people_locked,
        name=words.ASKED_TABLE,
        sign=frame.key("assign"),
    )


def _ticks(frame: Frame, asked: Set[str]) -> dict[str, Cell]:
    return {attribute_id: attribute_id in asked for attribute_id in frame.framework.attribute_by_id}


def _assign_everywhere(frame: Frame, person_id: str, attribute_ids: Set[str]) -> None:
    """Callback: ask a person the same of every process in scope."""
    with session.saving(frame.key("assign")):
        asked = dict.fromkeys(frame.assessment.scope, attribute_ids)
        session.plumbline().setup.assign(session.actor(), frame.id, person_id, asked)
