"""Which organisation is shown, and whether letters stand for the names of its units."""

from __future__ import annotations

import streamlit as st

from assessment.ui import session
from assessment.ui.components.choosing import labels
from assessment.views.wording.pages import portfolio as words

CHOSEN = "portfolio:organisation"
LETTERS = "portfolio:letters"


def chosen_organisation() -> str | None:
    """Draw the choice among organisations of which the reader sees something; the one with most units comes first.

    None where there is none.
    """
    found = session.plumbline().portfolio.organisations(session.actor())
    if not found:
        return None
    names = {one.id: words.choice(one.name, one.unit_count) for one in found}
    if session.value(CHOSEN) not in names:
        session.put(CHOSEN, max(found, key=lambda one: one.unit_count).id)
    return str(st.selectbox(words.CHOOSE, tuple(names), format_func=labels(names), key=CHOSEN, width=420))


def is_lettered() -> bool:
    """Draw the switch; whether letters are wanted."""
    return st.toggle(words.LETTERS, key=LETTERS, help=words.LETTERS_HELP)
