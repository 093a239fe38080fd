"""Beside the field: how the text prints, what is proposed, and what to do with both."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from assessment.ui import session
from assessment.ui.components.heading import section_head
from assessment.ui.components.marked import draw_blocks
from assessment.ui.components.text import plain
from assessment.ui.pages.commentary.keeping import confirm, give_back, start
from assessment.ui.pages.commentary.writing import Writing
from assessment.views.commentary.view import TextState
from assessment.views.wording.pages import commentary as words


def draw_beside(writing: Writing) -> None:
    """Draw what belongs to the state of the text."""
    view = writing.stored.view
    if view.state is TextState.PROPOSAL:
        section_head(words.PROPOSED)
        if not writing.is_for_reading:
            _button(writing, "start", words.START, start, is_primary=True)
        draw_blocks(view.proposal_blocks)
        return
    if view.state is TextState.OVERTAKEN and not writing.is_for_reading:
        section_head(words.PROPOSED_NOW)
        with st.container(horizontal=True, gap="small"):
            _button(writing, "confirm", words.STILL_HOLDS, confirm, is_primary=True, hint=words.STILL_HOLDS_HINT)
            _button(writing, "add", words.ADD, start)
        draw_blocks(view.proposal_blocks)
    section_head(words.PRINTS)
    draw_blocks(view.own_blocks)
    if writing.is_for_reading:
        return
    with st.popover(words.GIVE_BACK, disabled=writing.is_locked, key=session.of_assessment("commentary:give-back")):
        plain(words.GIVE_BACK_SURE)
        _button(writing, "give-back", words.GIVE_BACK_GO, give_back)


def _button(
    writing: Writing,
    name: str,
    label: str,
    press: Callable[[Writing], None],
    *,
    is_primary: bool = False,
    hint: str | None = None,
) -> None:
    st.button(
        label,
        key=session.of_assessment(f"commentary:{name}:{writing.place_id}"),
        type="primary" if is_primary else "secondary",
        help=hint,
        on_click=press,
        args=(writing,),
        disabled=writing.is_locked,
    )
