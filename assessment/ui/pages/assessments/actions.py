"""What can be done with an assessment as a whole: copy, download, remove; and importing one."""

from __future__ import annotations

from datetime import date

import streamlit as st

from assessment.domain.answered.assessment import AssessmentHeader
from assessment.ui import navigation, session
from assessment.ui.components.export import draw_export
from assessment.ui.components.text import plain, trouble
from assessment.ui.components.writing import ask, settle
from assessment.ui.errors import guarded
from assessment.views.wording.pages import assessments as words

_NAME_LIMIT = 300


@st.dialog(words.COPY_TITLE)
@guarded
def copy_dialog(header: AssessmentHeader) -> None:
    """Ask for the copy's name and date; by default the set-up is kept and the answers are not."""
    key = f"copy:{header.id}"
    session.seed(f"{key}:name", header.name)
    name = ask(words.COPY_NAME, f"{key}:name", _NAME_LIMIT, stored=header.name)
    day = st.date_input(words.COPY_DATE, value=date.today(), key=f"{key}:date")
    keeps = st.toggle(words.KEEP_ANSWERS, key=f"{key}:answers", help=words.KEEP_ANSWERS_HELP)
    plain(words.COPIED, "quiet")
    if st.button(words.COPY, type="primary", key=f"{key}:go"):
        new_id = session.plumbline().assessments.copy(session.actor(), header.id, name, day, keep_answers=keeps)
        settle(f"{key}:name", name)
        session.open_assessment(new_id)
        navigation.go_to(navigation.SET_UP)


@st.dialog(words.DOWNLOAD_TITLE)
@guarded
def download_dialog(header: AssessmentHeader) -> None:
    """Offer the JSON export; it is built only when the button is pressed."""
    plain(words.DOWNLOADED)
    draw_export(header, words.DOWNLOAD, f"download:{header.id}", "primary")
    plain(words.DOWNLOAD_CARE, "quiet")


@st.dialog(words.REMOVE_TITLE)
@guarded
def remove_dialog(header: AssessmentHeader) -> None:
    """Ask before removing; the name has to be typed. What goes is what was looked at: the button knows its revision."""
    key = f"remove:{header.id}"
    outcome = session.save_outcome(key)
    if outcome is not None and outcome.trouble is None:
        session.forget_outcome(key)
        st.rerun()
    revision = session.plumbline().assessments.revision(session.actor(), header.id)
    plain(header.name, "strong")
    plain(words.REMOVED)
    typed = st.text_input(words.REMOVE_NAME, key=f"{key}:name")
    is_sure = _same(typed, header.name)
    st.button(
        words.REMOVE,
        type="primary",
        key=f"{key}:go",
        disabled=not is_sure,
        on_click=_remove,
        args=(header.id, revision),
    )
    if typed and not is_sure:
        plain(words.NAME_DIFFERS, "quiet")
    if outcome is not None:
        session.forget_outcome(key)
        trouble(str(outcome.trouble))


def _remove(assessment_id: str, revision: int) -> None:
    """Callback: remove it as it was looked at."""
    with session.saving(f"remove:{assessment_id}"):
        session.plumbline().assessments.remove(session.actor(), assessment_id, expected_version=revision)
        if session.assessment_id() == assessment_id:
            session.close_assessment()


@st.dialog(words.IMPORT_TITLE)
@guarded
def import_dialog() -> None:
    """Take a JSON export; a refused file changes nothing."""
    plain(words.IMPORTED)
    upload = st.file_uploader(words.IMPORT_FILE, type=["json", "gz"], key="import:file")
    if upload is None:
        return
    if st.button(words.IMPORT_IT, type="primary", key="import:go"):
        new_id = session.plumbline().exchange.import_json(session.actor(), upload.getvalue(), upload.name)
        session.open_assessment(new_id)
        navigation.go_to(navigation.RESULTS)


def _same(typed: str, name: str) -> bool:
    return " ".join(typed.split()).casefold() == " ".join(name.split()).casefold()
