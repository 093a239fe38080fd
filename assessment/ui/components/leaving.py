"""The way out for whoever is not signed in any more: a sentence, and the browser goes to the sign-in page by itself."""

from __future__ import annotations

from html import escape
from typing import NoReturn

import streamlit as st

from assessment.errors import NotAvailable
from assessment.ui.components.script import load_script
from assessment.views.wording.pages import gate as words

SIGN_IN = "/sign-in"


def leave() -> NoReturn:
    """Say it, go, and end the run: nothing behind this is done or drawn."""
    st.text(words.SIGNED_OUT)
    st.html(f'<a href="{SIGN_IN}" target="_self">{escape(words.TO_SIGN_IN)}</a>')
    load_script("leaving", SIGN_IN)
    st.stop()
    raise NotAvailable("This page")  # outside a run, as at the click of a download, nothing stops by itself
