"""The state of an assessment: validate, reopen, sign off, each with what it means."""

from __future__ import annotations

import streamlit as st

from assessment.domain.answered.assessment import AssessmentState
from assessment.domain.answered.entries import PERSON_NAME_LIMIT
from assessment.domain.computed import Computed
from assessment.ui import session
from assessment.ui.components.heading import section_head
from assessment.ui.components.saved import saved_sign
from assessment.ui.components.text import care, plain
from assessment.ui.components.writing import ask, settle
from assessment.views.claim import claim_text
from assessment.views.wording.pages import report as words


def draw_signing(computed: Computed, revision: int, *, may_sign: bool) -> None:
    """Draw the state and the ways out of it. What is signed is what was looked at, at this revision, and no more."""
    header = computed.assessment.header
    section_head(words.SIGNING)
    plain(words.MEANINGS[header.state])
    if claim := claim_text(computed.assessment.claim):
        care(claim)
    with st.container(horizontal=True, gap="small"):
        if header.state is AssessmentState.DRAFT:
            st.button(words.VALIDATE, key=_key("validate"), on_click=_validate, args=(header.id, revision))
        elif header.state is AssessmentState.VALIDATED:
            st.button(words.REOPEN, key=_key("reopen"), on_click=_reopen, args=(header.id, revision))
        is_open = header.state is not AssessmentState.SIGNED_OFF
        if may_sign and is_open and st.button(words.SIGN_OFF, key=_key("sign-off")):
            _confirm(computed, revision)
    if header.state is AssessmentState.DRAFT:
        plain(words.TWO_WAYS, "small")
    if session.save_outcome(_key("state")) is not None:
        saved_sign(_key("state"))


@st.dialog(words.CONFIRM)
def _confirm(computed: Computed, revision: int) -> None:
    header = computed.assessment.header
    plain(words.CONSEQUENCE)
    ask(words.APPROVER, _key("approver"), PERSON_NAME_LIMIT)
    if st.button(words.SIGN_OFF, type="primary", key=_key("confirm"), on_click=_sign_off, args=(header.id, revision)):
        st.rerun()


def _sign_off(assessment_id: str, revision: int) -> None:
    approver = session.value(_key("approver"), "")
    with session.saving(_key("state"), words.AS_SIGNED_OFF):
        session.plumbline().assessments.sign_off(session.actor(), assessment_id, approver, expected_version=revision)
        settle(_key("approver"), approver)


def _validate(assessment_id: str, revision: int) -> None:
    with session.saving(_key("state"), words.AS_VALIDATED):
        session.plumbline().assessments.validate(session.actor(), assessment_id, expected_version=revision)


def _reopen(assessment_id: str, revision: int) -> None:
    with session.saving(_key("state"), words.AS_DRAFT):
        session.plumbline().assessments.reopen(session.actor(), assessment_id, expected_version=revision)


def _key(name: str) -> str:
    return session.of_assessment(f"report:{name}")
