"""What the keyboard does: assets/workshop.js hears the letters, the steps of the bar have keys of their own."""

from __future__ import annotations

import streamlit as st

from assessment.domain.rating.scale import CODE_COUNT
from assessment.ui.components.script import load_script
from assessment.ui.components.text import plain
from assessment.views.wording.pages import workshop as words
from assessment.views.wording.workshop.reveal import letter


def attend_letters() -> None:
    """Load the script, once a page, and say which keys there are, where there is a keyboard."""
    with st.container(key="keys-hint", gap=None):
        plain(words.KEYS, "small")
    with st.container(key="answering-script"):
        load_script("workshop", {letter(code).lower(): code for code in range(CODE_COUNT)})
