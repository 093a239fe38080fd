"""People who answer: what they are called on screen, and a small form that adds one."""

from __future__ import annotations

from uuid import uuid4

import streamlit as st

from assessment.domain.answered.assessment import Respondent, Role
from assessment.ui import session
from assessment.ui.components.saved import saved_sign
from assessment.ui.components.words import ROLE_NAMES

NAME_LIMIT = 120
UNIT_LIMIT = 300


def person_name(respondent: Respondent) -> str:
    """Name and role; an anonymous person is called by role and the first letters of the id."""
    role = ROLE_NAMES[respondent.role]
    return f"{respondent.name} ({role})" if respondent.name else f"{role}, anonymous {respondent.id[:4]}"


def add_person(assessment_id: str, key: str, *, button: str) -> bool:
    """Draw the form; True in the run in which a person was added."""
    with st.form(key, clear_on_submit=True, border=False):
        name_column, role_column, unit_column = st.columns([3, 2, 3])
        name = name_column.text_input("Name (optional)", max_chars=NAME_LIMIT, key=f"{key}:name")
        role = role_column.selectbox(
            "Role", tuple(Role), index=1, format_func=ROLE_NAMES.__getitem__, key=f"{key}:role"
        )
        unit = unit_column.text_input("Unit (optional)", max_chars=UNIT_LIMIT, key=f"{key}:unit")
        is_sent = st.form_submit_button(button, type="primary")
    if not is_sent or role is None:
        return False
    person = Respondent(id=uuid4().hex, role=role, name=name.strip() or None, unit=unit.strip() or None)
    with session.saving(key):
        session.plumbline().setup.save(session.actor(), assessment_id, person)
        return True
    saved_sign(key)
    return False
