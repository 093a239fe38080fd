"""Running a plan that was signed off: what was signed stays as it is, and a copy with its answers is carried on."""

from __future__ import annotations

import streamlit as st

from assessment.domain.answered.assessment import AssessmentState
from assessment.ui import access, session
from assessment.ui.components.text import plain, remark
from assessment.ui.pages.board.place import Place
from assessment.views.wording.pages import board as words


def draw_locked(place: Place) -> None:
    """Say what to do with a board that is locked: reopen it, or, once it is signed off, go on in a copy."""
    header = place.computed.assessment.header
    if header.state is not AssessmentState.SIGNED_OFF:
        remark(words.LOCKED)
        return
    if not access.mine().may_copy:
        return
    plain(words.SIGNED)
    if st.button(words.RUN_IN_COPY, type="primary", key=place.key("copy")):
        name, actor = words.run_name(header.name), session.actor()
        new_id = session.plumbline().assessments.copy(actor, header.id, name, place.day, keep_answers=True)
        session.open_assessment(new_id)
        st.rerun()
