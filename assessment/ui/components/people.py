"""People who answer: a small form that adds one."""

from __future__ import annotations

import streamlit as st

from assessment.domain.answered.assessment import Respondent, Role
from assessment.domain.answered.entries import PERSON_NAME_LIMIT, SHORT_TEXT_LIMIT
from assessment.services.identity import new_people_ids
from assessment.services.validation import checked
from assessment.ui import session
from assessment.ui.components.choosing import labels
from assessment.ui.components.saved import saved_sign
from assessment.ui.components.writing import ask, settle
from assessment.views.wording.pages import shared as words
from assessment.views.wording.terms import ROLES


def add_person(assessment_id: str, key: str, *, button: str) -> str | None:
    """Draw the form; the id of the person in the run in which one was added."""
    with st.form(key, clear_on_submit=True, border=False):
        name_column, role_column, unit_column = st.columns([3, 2, 3])
        with name_column:
            name = ask(words.NAME, f"{key}:name", PERSON_NAME_LIMIT)
        role = role_column.selectbox(
            words.ROLE,
            tuple(ROLES),
            index=tuple(ROLES).index(Role.PRACTITIONER),
            format_func=labels(ROLES),
            key=f"{key}:role",
        )
        with unit_column:
            unit = ask(words.UNIT, f"{key}:unit", SHORT_TEXT_LIMIT)
        is_sent = st.form_submit_button(button, type="primary")
    if not is_sent or role is None:
        return None
    with session.saving(key):
        person = checked(
            Respondent, id=new_people_ids(1)[0], role=role, name=name.strip() or None, unit=unit.strip() or None
        )
        session.plumbline().setup.save(session.actor(), assessment_id, person, expected_version=0)
        settle(f"{key}:name", name)
        settle(f"{key}:unit", unit)
        return person.id
    saved_sign(key)
    return None
