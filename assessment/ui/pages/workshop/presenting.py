"""Whether the large view is asked for, by the address, and the way into it."""

from __future__ import annotations

import streamlit as st

from assessment.ui import session
from assessment.ui.pages.workshop.place import Cockpit
from assessment.views.wording.pages import workshop as words

VIEW, PRESENTER = "view", "presenter"


def is_presented() -> bool:
    """Whether the address asks for this view."""
    return session.url_id(VIEW) == PRESENTER


def offer_presenter(cockpit: Cockpit) -> None:
    """Draw the way into it."""
    st.button(
        words.PRESENTER,
        key=cockpit.key("present"),
        icon=":material/co_present:",
        on_click=session.keep_in_url,
        args=(VIEW, PRESENTER),
    )
