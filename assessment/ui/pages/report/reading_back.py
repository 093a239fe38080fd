"""A sheet that was filled in elsewhere: what it would change, shown first, and storing it, all or nothing."""

from __future__ import annotations

import streamlit as st

from assessment.domain.answered.assessment import AssessmentState
from assessment.domain.answered.read_back import CHANGING, ConflictChoice, DryRun, Fate
from assessment.domain.computed import Computed
from assessment.errors import AssessmentError
from assessment.ui import session
from assessment.ui.components.choosing import labels
from assessment.ui.components.facts import facts
from assessment.ui.components.figure import draw_table
from assessment.ui.components.heading import section_head
from assessment.ui.components.text import plain, remark, trouble
from assessment.views.wording import read_back as fact_words
from assessment.views.wording.pages import read_back as words

_UPLOAD_MB = 10


def draw_reading_back(computed: Computed) -> None:
    """Draw the upload and the dry run of what was handed in; nothing for an assessment that is no draft."""
    header = computed.assessment.header
    if header.state is not AssessmentState.DRAFT:
        return
    key = session.of_assessment("report:read-back")
    section_head(words.TITLE, words.LEAD)
    upload = st.file_uploader(
        words.FILE, type=["xlsx", "csv", "zip"], key=f"{key}:{session.generation(key)}", max_upload_size=_UPLOAD_MB
    )
    outcome = session.save_outcome(key)
    if outcome is not None and outcome.trouble is not None:
        trouble(outcome.trouble)
        session.forget_outcome(key)
    elif outcome is not None:
        remark(outcome.words)
        session.forget_outcome(key)
    if upload is not None:
        _draw_dry_run(header.id, upload.getvalue(), upload.name, key)


def _draw_dry_run(assessment_id: str, content: bytes, name: str, key: str) -> None:
    services, actor = session.plumbline(), session.actor()
    try:
        with st.spinner(words.READING):
            run = services.sheets.preview(actor, assessment_id, content, name)
    except AssessmentError as error:
        trouble(str(error))
        return
    view = services.sheets.tell(actor, assessment_id, run)
    plain(view.finding, "strong")
    facts(view.facts)
    for table in view.tables:
        section_head(table.title, table.measure)
        draw_table(table, f"report:read-back-{table.id}")
    choice = _pick_choice(run, key)
    if run.of(Fate.REFUSED):
        plain(words.NOTHING_STORED)
    elif run.of(*CHANGING, Fate.CONFLICTING):
        st.button(
            words.STORE,
            type="primary",
            key=f"{key}:go",
            disabled=bool(run.of(Fate.CONFLICTING)) and choice is None,
            on_click=_store,
            args=(assessment_id, content, name, run.token, choice, key),
        )


def _pick_choice(run: DryRun, key: str) -> ConflictChoice | None:
    if not run.of(Fate.CONFLICTING):
        return None
    return st.segmented_control(
        words.CONFLICTS, tuple(ConflictChoice), format_func=labels(words.CHOICES), key=f"{key}:conflicts"
    )


def _store(assessment_id: str, content: bytes, name: str, token: str, choice: ConflictChoice | None, key: str) -> None:
    """Callback: store it as it was shown, and let the upload begin anew."""
    try:
        count = session.plumbline().sheets.apply(
            session.actor(), assessment_id, content, name, expected=token, conflicts=choice
        )
    except AssessmentError as error:
        with session.saving(key):
            raise error
    else:
        session.renew(key)
        with session.saving(key, fact_words.applied(count)):
            pass
