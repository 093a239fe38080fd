"""The state of an assessment: validate, reopen, sign off, each with what it means."""

from __future__ import annotations

import streamlit as st

from assessment.domain.answered.assessment import AssessmentState
from assessment.services.results import Computed
from assessment.ui import session
from assessment.ui.components.heading import section_head
from assessment.ui.components.saved import saved_sign
from assessment.ui.components.text import plain

SAVED = "report:state"
_APPROVER = "report:approver"
_NAME_LIMIT = 120
_MEANINGS = {
    AssessmentState.DRAFT: "Draft: answers, targets and settings can still change, and every result changes with them.",
    AssessmentState.VALIDATED: "Validated: somebody went through it. Nothing changes until it is reopened or signed.",
    AssessmentState.SIGNED_OFF: "Signed off: an immutable snapshot. It cannot be reopened; copy it to go on from here.",
}


def draw_signing(computed: Computed) -> None:
    """Draw the state and the ways out of it."""
    header = computed.assessment.header
    section_head("Sign-off")
    plain(_MEANINGS[header.state])
    with st.container(horizontal=True, gap="small"):
        if header.state is AssessmentState.DRAFT:
            st.button("Validate", key="report:validate", on_click=_validate, args=(header.id,))
        elif header.state is AssessmentState.VALIDATED:
            st.button("Reopen", key="report:reopen", on_click=_reopen, args=(header.id,))
        if header.state is not AssessmentState.SIGNED_OFF and st.button("Sign off", key="report:sign-off"):
            _confirm(computed)
    if header.state is AssessmentState.DRAFT:
        plain("Validate closes it for changes; it can be reopened. Sign off freezes it for good.", "small")
    if session.save_outcome(SAVED) is not None:
        saved_sign(SAVED)


@st.dialog("Sign off for good")
def _confirm(computed: Computed) -> None:
    header = computed.assessment.header
    plain(
        "The assessment becomes an immutable snapshot: no answer, target or setting can change any more. What is not "
        "answered counts as not done: a signed-off level is the low bound.",
    )
    st.text_input("Name of the person who approves", max_chars=_NAME_LIMIT, key=_APPROVER)
    if st.button("Sign off", type="primary", key="report:confirm", on_click=_sign_off, args=(header.id,)):
        st.rerun()


def _sign_off(assessment_id: str) -> None:
    with session.saving(SAVED, "as signed off"):
        session.plumbline().assessments.sign_off(session.actor(), assessment_id, session.value(_APPROVER, ""))


def _validate(assessment_id: str) -> None:
    with session.saving(SAVED, "as validated"):
        session.plumbline().assessments.validate(session.actor(), assessment_id)


def _reopen(assessment_id: str) -> None:
    with session.saving(SAVED, "as a draft again"):
        session.plumbline().assessments.reopen(session.actor(), assessment_id)
