"""Who is signed in, and the way to sign out, at the head of every page."""

from __future__ import annotations

from html import escape

import streamlit as st

from assessment.errors import AssessmentError
from assessment.ui import session
from assessment.ui.components.leaving import leave
from assessment.ui.components.text import escaped
from assessment.views.wording.pages import gate as words

_KEY = "who:sign-out"
_PASSWORD = "/password"  # noqa: S105  # a page of our own


def draw_who() -> None:
    """Draw the name and the button; nothing where nobody signs in. Whoever is not signed in gets no further."""
    try:
        actor = session.actor()
    except AssessmentError:  # the page says it
        return
    if not session.is_team():
        return
    session.put(session.WHOSE, actor.id)
    with st.container(key="who", horizontal=True, gap="small"):
        st.markdown(f":small[:gray[{escaped(words.signed_in_as(actor.name))}]]", width="content")
        st.html(f'<a href="{_PASSWORD}" target="_self">{escape(words.PASSWORD)}</a>', width="content")
        st.button(words.SIGN_OUT, key=_KEY, type="tertiary", on_click=_sign_out, width="content")


def _sign_out() -> None:
    session.plumbline().accounts.sign_out(session.actor())
    leave()
