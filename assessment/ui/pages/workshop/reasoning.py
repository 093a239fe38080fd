"""What is said of the room's value: why, how sure it is, and who was there."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from assessment.domain.answered.assessment import Certainty
from assessment.domain.answered.entries import NOTE_LIMIT
from assessment.ui import session
from assessment.ui.components.choosing import labels
from assessment.ui.components.text import plain
from assessment.ui.components.writing import Kept, draw_mark
from assessment.ui.pages.workshop.form import Form
from assessment.ui.pages.workshop.place import Cockpit
from assessment.ui.pages.workshop.taking import keep, withdraw
from assessment.views.names import known_people, people_names
from assessment.views.wording.pages import questionnaire_folds as folds
from assessment.views.wording.terms import CERTAINTIES
from assessment.views.wording.workshop import cockpit as said


def draw_reason(cockpit: Cockpit, form: Form) -> None:
    key = f"{form.key}:note"
    st.text_area(
        folds.AGREED_REASON if form.needs_reason else folds.AGREED_REASON_OPTIONAL,
        key=key,
        max_chars=NOTE_LIMIT,
        height=96,
        on_change=keep,
        args=(cockpit, form),
        disabled=cockpit.is_locked,
    )
    text = (form.stored.note if form.stored is not None else None) or ""
    draw_mark(key, NOTE_LIMIT, Kept.TYPING, stored=text, sign=form.key, is_locked=cockpit.is_locked)


def draw_more(cockpit: Cockpit, form: Form) -> None:
    """Why, how sure, who was there, and the way to take it back."""
    if not form.needs_reason:
        draw_reason(cockpit, form)
    st.segmented_control(
        folds.HOW_SURE,
        tuple(Certainty),
        format_func=labels(CERTAINTIES),
        key=f"{form.key}:certainty",
        required=True,
        on_change=keep,
        args=(cockpit, form),
        disabled=cockpit.is_locked,
    )
    _draw_present(cockpit, form)
    if form.stored is not None:
        st.button(
            folds.WITHDRAW,
            key=f"{form.key}:clear",
            on_click=withdraw,
            args=(cockpit, form),
            disabled=cockpit.is_locked,
        )


def _draw_present(cockpit: Cockpit, form: Form) -> None:
    """Those with a name are chosen; the anonymous of the room are counted, and nobody says which."""
    key, named = f"{form.key}:present", named_people(cockpit)
    chosen = tuple(session.value(key) or ())
    known = [one for one in chosen if one in named]
    if len(known) < len(chosen):
        session.put(key, known)
    st.multiselect(
        folds.PRESENT,
        tuple(named),
        format_func=labels(named),
        key=key,
        placeholder=folds.CHOOSE_PEOPLE,
        on_change=keep,
        args=(cockpit, form),
        disabled=cockpit.is_locked,
    )
    if form.anonymous_ids:
        plain(said.anonymous_present(len(form.anonymous_ids)), "small")


def named_people(cockpit: Cockpit) -> Mapping[str, str]:
    """Everybody of the assessment but the anonymous people of its rooms, by id."""
    return people_names(known_people(cockpit.respondents))
