"""What to do where there are no results yet."""

from __future__ import annotations

import streamlit as st

from assessment.domain.access.permissions import Permission
from assessment.ui import access, navigation, session
from assessment.ui.components.empty import empty_state
from assessment.views.wording.pages import results as words


def nothing_in_scope() -> None:
    """Say that no process is in scope, and lead to where one is put there, whoever may."""
    empty_state(words.NOTHING_IN_SCOPE, words.NOTHING_IN_SCOPE_NEXT)
    _offer(words.TO_SET_UP, navigation.SET_UP, "set-up")


def nothing_answered() -> None:
    """Say that nobody answered yet, and lead to the questions, whoever works on them."""
    empty_state(words.NOTHING_ANSWERED, words.NOTHING_ANSWERED_NEXT)
    _offer(words.TO_QUESTIONNAIRE, navigation.QUESTIONNAIRE, "questionnaire")


def _offer(label: str, page: str, name: str) -> None:
    key = session.of_assessment(f"results:{name}")
    if access.may(Permission.READ) and st.button(label, type="primary", key=key):
        navigation.go_to(page)
