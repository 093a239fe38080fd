"""Who was in the room when a value was agreed."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from assessment.ui import session
from assessment.ui.components.choosing import labels
from assessment.ui.components.text import plain
from assessment.views.room import RoomView
from assessment.views.wording.pages import questionnaire_folds as words


def draw_present(key: str, room: RoomView, on_change: Callable[[], None], *, is_locked: bool) -> None:
    """Draw the choice of people."""
    known = [respondent_id for respondent_id in present_ids(key) if respondent_id in room.people]
    if len(known) < len(present_ids(key)):  # somebody was removed meanwhile; else what is being chosen is left alone
        session.put(key, known)
    st.multiselect(
        words.PRESENT,
        tuple(room.people),
        format_func=labels(room.people),
        key=key,
        placeholder=words.CHOOSE_PEOPLE,
        on_change=on_change,
        disabled=is_locked,
    )
    plain(words.PRESENT_HINT, "small")


def present_ids(key: str) -> tuple[str, ...]:
    """Who is chosen, by id."""
    return tuple(session.value(key) or ())
