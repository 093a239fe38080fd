"""Who answers."""

from __future__ import annotations

import streamlit as st

from assessment.ui import session
from assessment.ui.pages.questionnaire.place import RESPONDENT, Place
from assessment.views.names import people_names
from assessment.views.wording.pages.questionnaire import WHO_ANSWERS

_KEY = "questionnaire:respondent"


def pick_respondent(place: Place) -> None:
    """Draw the picker; another choice is another page, so the whole script runs again."""
    names = people_names(place.respondents)
    session.put(_KEY, place.respondent.id)
    st.selectbox(
        WHO_ANSWERS,
        tuple(names),
        format_func=names.__getitem__,
        key=_KEY,
        on_change=lambda: session.keep_in_url(RESPONDENT, session.value(_KEY)),
    )
