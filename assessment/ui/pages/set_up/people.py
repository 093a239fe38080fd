"""Who answers, in which role."""

from __future__ import annotations

import streamlit as st

from assessment.domain.answered.assessment import Respondent, Role
from assessment.services.validation import checked
from assessment.ui.components.columns import SMALL, Column, choice_column, read_column
from assessment.ui.components.editor import EditorRow, RowEdit, editor
from assessment.ui.components.heading import section_head
from assessment.ui.components.people import add_person
from assessment.ui.components.text import plain
from assessment.ui.pages.set_up.asking import draw_asking
from assessment.ui.pages.set_up.erasing import draw_erasing
from assessment.ui.pages.set_up.frame import Frame, text_or_none
from assessment.ui.pages.set_up.pasting import draw_pasting
from assessment.ui.pages.set_up.removing import draw_bin_of, draw_person_removal
from assessment.views.names import known_people
from assessment.views.set_up import answer_counts, people_finding
from assessment.views.wording.pages.access import PEOPLE_READ_ONLY
from assessment.views.wording.pages.set_up import people as words
from assessment.views.wording.terms import ROLES


def draw(frame: Frame) -> None:
    """Draw the people, the form for another one, and who is asked what."""
    section_head(people_finding(frame.assessment), words.LEAD, sign=frame.key("people"))
    if frame.are_people_locked and not frame.is_locked:
        plain(PEOPLE_READ_ONLY, "small")
    if frame.assessment.respondents:
        _draw_people(frame)
    if not frame.are_people_locked and add_person(frame.id, frame.key("new-person"), button=words.ADD):
        st.rerun()
    if not frame.are_people_locked:
        draw_pasting(frame)
    if frame.assessment.respondents:
        draw_person_removal(frame)
    draw_erasing(frame)
    draw_bin_of(frame, Respondent)
    if frame.assessment.respondents:
        draw_asking(frame)


def _draw_people(frame: Frame) -> None:
    counts, versions = answer_counts(frame.assessment), frame.versions(Respondent)
    rows = [
        EditorRow(
            id=person.id,
            cells={
                "name": person.name,
                "role": person.role.value,
                "unit": person.unit,
                "answers": counts.get(person.id, 0),
            },
            version=versions.get((person.id,), 0),
        )
        for person in known_people(frame.assessment.respondents)
    ]
    columns = {
        "name": Column(heading=words.NAME_COLUMN),
        "role": choice_column(words.ROLE_COLUMN, {role.value: name for role, name in ROLES.items()}, is_required=True),
        "unit": Column(heading=words.UNIT_COLUMN),
        "answers": read_column(words.ANSWERS_COLUMN, width=SMALL),
    }

    def save(edit: RowEdit) -> int:
        entry = checked(
            Respondent,
            id=edit.id,
            role=Role(str(edit.row["role"])),
            name=text_or_none(edit.row["name"]),
            unit=text_or_none(edit.row["unit"]),
        )
        return frame.save(entry, edit.version)

    editor(
        frame.key("people-table"),
        rows,
        columns,
        save,
        is_locked=frame.are_people_locked,
        name=words.TABLE,
        sign=frame.key("people"),
    )
