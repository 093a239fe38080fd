"""What can be done with an assessment as a whole: copy, download, remove; and importing one."""

from __future__ import annotations

from datetime import date

import streamlit as st

from assessment.domain.answered.assessment import AssessmentHeader
from assessment.domain.answered.binned import Binned
from assessment.ui import navigation, session
from assessment.ui.components.bin import draw_bin, removed
from assessment.ui.components.export import draw_export
from assessment.ui.components.text import plain, trouble
from assessment.ui.components.writing import ask, settle
from assessment.ui.errors import guarded
from assessment.views.bin import assessment_removal
from assessment.views.wording import bin as bin_words
from assessment.views.wording.pages import assessments as words

BIN = "assessments:bin"
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
    """Say what goes, and ask for the name. What goes is what was looked at: the button knows its revision."""
    key = f"remove:{header.id}"
    outcome = session.save_outcome(key)
    if outcome is not None and outcome.trouble is None:
        session.forget_outcome(key)
        st.rerun()
    services, actor = session.plumbline().assessments, session.actor()
    revision = services.revision(actor, header.id)
    plain(assessment_removal(services.load(actor, header.id)))
    typed = st.text_input(words.REMOVE_NAME, key=f"{key}:name")
    is_sure = _same(typed, header.name)
    st.button(
        words.REMOVE,
        type="primary",
        key=f"{key}:go",
        disabled=not is_sure,
        on_click=_remove,
        args=(header, revision),
    )
    if typed and not is_sure:
        plain(words.NAME_DIFFERS, "quiet")
    if outcome is not None:
        session.forget_outcome(key)
        trouble(str(outcome.trouble))


def _remove(header: AssessmentHeader, revision: int) -> None:
    """Callback: remove it as it was looked at."""
    key = f"remove:{header.id}"
    with session.saving(key, bin_words.is_removed(header.name)):
        session.plumbline().assessments.remove(session.actor(), header.id, expected_version=revision)
        if session.assessment_id() == header.id:
            session.close_assessment()
    removed(key, BIN)


def draw_binned() -> None:
    """Draw the assessments in the bin."""
    services, actor = session.plumbline().bin, session.actor()

    def put_back(one: Binned, beside_alike: bool) -> int:
        services.put_back_assessment(actor, one.id, beside_alike=beside_alike)
        return 0

    draw_bin(BIN, services.assessments(actor), put_back, lambda one: services.forget_assessment(actor, one.id))


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
