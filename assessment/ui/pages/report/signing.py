"""The state of an assessment: validate, reopen, sign off, each with what it means."""

from __future__ import annotations

import streamlit as st

from assessment.domain.answered.assessment import AssessmentState
from assessment.domain.answered.entries import PERSON_NAME_LIMIT
from assessment.domain.computed import Computed
from assessment.ui import session
from assessment.ui.components.heading import section_head
from assessment.ui.components.saved import saved_sign
from assessment.ui.components.text import plain
from assessment.views.wording.pages import report as words

SAVED = "report:state"
_APPROVER = "report:approver"


def draw_signing(computed: Computed) -> None:
    """Draw the state and the ways out of it."""
    header = computed.assessment.header
    section_head(words.SIGNING)
    plain(words.MEANINGS[header.state])
    with st.container(horizontal=True, gap="small"):
        if header.state is AssessmentState.DRAFT:
            st.button(words.VALIDATE, key="report:validate", on_click=_validate, args=(header.id,))
        elif header.state is AssessmentState.VALIDATED:
            st.button(words.REOPEN, key="report:reopen", on_click=_reopen, args=(header.id,))
        if header.state is not AssessmentState.SIGNED_OFF and st.button(words.SIGN_OFF, key="report:sign-off"):
            _confirm(computed)
    if header.state is AssessmentState.DRAFT:
        plain(words.TWO_WAYS, "small")
    if session.save_outcome(SAVED) is not None:
        saved_sign(SAVED)


@st.dialog(words.CONFIRM)
def _confirm(computed: Computed) -> None:
    header = computed.assessment.header
    plain(words.CONSEQUENCE)
    st.text_input(words.APPROVER, max_chars=PERSON_NAME_LIMIT, key=_APPROVER)
    if st.button(words.SIGN_OFF, type="primary", key="report:confirm", on_click=_sign_off, args=(header.id,)):
        st.rerun()


def _sign_off(assessment_id: str) -> None:
    with session.saving(SAVED, words.AS_SIGNED_OFF):
        session.plumbline().assessments.sign_off(session.actor(), assessment_id, session.value(_APPROVER, ""))


def _validate(assessment_id: str) -> None:
    with session.saving(SAVED, words.AS_VALIDATED):
        session.plumbline().assessments.validate(session.actor(), assessment_id)


def _reopen(assessment_id: str) -> None:
    with session.saving(SAVED, words.AS_DRAFT):
        session.plumbline().assessments.reopen(session.actor(), assessment_id)
