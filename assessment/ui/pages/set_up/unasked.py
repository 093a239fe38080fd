"""Who is asked nothing of a process because it came into scope after their questions were narrowed."""

from __future__ import annotations

import streamlit as st

from assessment.ui import session
from assessment.ui.components.text import care
from assessment.ui.pages.set_up.frame import Frame
from assessment.views.set_up import unasked_lines
from assessment.views.wording.pages.set_up import scope as words


def draw_unasked(frame: Frame, place: str, sign: str) -> None:
    """Say it, and offer to ask them, where the tab of that name draws it; nothing is drawn where nobody is."""
    unasked = session.plumbline().setup.unasked(session.actor(), frame.id)
    if not unasked or frame.are_people_locked:
        return
    care("\n".join(unasked_lines(frame.framework, frame.assessment, unasked)))
    st.button(words.ASK_UNASKED, key=frame.key(f"unasked:{place}"), on_click=_ask, args=(frame, sign))


def _ask(frame: Frame, sign: str) -> None:
    """Callback: ask them what they are asked of the other processes."""
    with session.saving(sign):
        session.plumbline().setup.ask_unasked(session.actor(), frame.id)
