"""Another version of the framework: that there is one, what it would change, and bringing the assessment over."""

from __future__ import annotations

import streamlit as st

from assessment.domain.answered.assessment import AssessmentHeader, AssessmentState, FrameworkPin
from assessment.ui import session
from assessment.ui.components.facts import facts
from assessment.ui.components.figure import draw_table
from assessment.ui.components.text import plain, trouble
from assessment.ui.errors import guarded
from assessment.views.bringing import bringing_view
from assessment.views.wording import bringing as bringing_words
from assessment.views.wording.pages import versions as words


def version_note(header: AssessmentHeader) -> None:
    """Say that a newer version is installed and offer what it would change; nothing where there is none."""
    newer = session.plumbline().versions.newer(session.actor(), header.id)
    if newer is None:
        return
    name = session.plumbline().assessments.framework(session.actor(), header.id).name
    with st.container(horizontal=True, vertical_alignment="center"):
        plain(bringing_words.newer(name, header.framework.version, newer.version), "small", width="content")
        if st.button(words.SEE, key=f"version:{header.id}:see", type="tertiary"):
            version_dialog(header)


@st.dialog(words.TITLE, width="large")
@guarded
def version_dialog(header: AssessmentHeader) -> None:
    """The preview, and doing it: as it was previewed, or not at all."""
    services, actor, key = session.plumbline(), session.actor(), f"version:{header.id}"
    outcome = session.save_outcome(key)
    if outcome is not None and outcome.trouble is None:
        session.forget_outcome(key)
        st.rerun()
    if services.versions.newer(actor, header.id) is None:
        framework = services.assessments.framework(actor, header.id)
        plain(bringing_words.newest(framework.name, framework.version))
        return
    preview = services.versions.preview(actor, header.id)
    view = bringing_view(preview)
    levels, questions, lost = view.tables
    plain(view.finding, "strong")
    facts(view.facts)
    draw_table(lost, f"{key}:lost")
    draw_table(levels, f"{key}:levels")
    with st.expander(words.QUESTIONS_FOLD):
        draw_table(questions, f"{key}:questions")
    for note in view.notes:
        plain(note, "small")
    _draw_doing(header, preview.after.assessment.header.framework, preview.revision)
    if outcome is not None:
        session.forget_outcome(key)
        trouble(str(outcome.trouble))


def _draw_doing(header: AssessmentHeader, wanted: FrameworkPin, revision: int) -> None:
    if header.state is not AssessmentState.DRAFT:
        plain(words.LOCKED)
        return
    key = f"version:{header.id}"
    keeps = st.toggle(words.KEEP_COPY, value=True, key=f"{key}:copy", help=words.KEEP_COPY_HELP)
    plain(words.UNDO, "quiet")
    st.button(words.BRING, type="primary", key=f"{key}:go", on_click=_bring, args=(header.id, wanted, revision, keeps))


def _bring(assessment_id: str, wanted: FrameworkPin, revision: int, keeps: bool) -> None:
    """Callback: bring it over as it was previewed."""
    with session.saving(f"version:{assessment_id}"):
        session.plumbline().versions.bring(
            session.actor(), assessment_id, wanted, expected_version=revision, keep_copy=keeps
        )
