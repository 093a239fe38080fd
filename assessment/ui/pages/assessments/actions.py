"""What can be done with an assessment as a whole: copy, download, remove; and importing one."""

from __future__ import annotations

import re
from datetime import date

import streamlit as st

from assessment.domain.answered.assessment import AssessmentHeader
from assessment.ui import navigation, session
from assessment.ui.components.text import plain
from assessment.ui.errors import guarded

_NAME_LIMIT = 300


@st.dialog("Copy an assessment")
@guarded
def copy_dialog(header: AssessmentHeader) -> None:
    """Ask for the copy's name and date; by default the set-up is kept and the answers are not."""
    key = f"copy:{header.id}"
    name = st.text_input("Name of the copy", value=header.name, max_chars=_NAME_LIMIT, key=f"{key}:name")
    day = st.date_input("Date of the new assessment", value=date.today(), key=f"{key}:date")
    keeps = st.toggle(
        "Keep the answers as well", key=f"{key}:answers", help="For a correction. Leave it off to ask everybody again."
    )
    plain("Scope, people, targets, owners and the rest of the set-up are copied. The original stays as it is.", "quiet")
    if st.button("Copy", type="primary", key=f"{key}:go"):
        new_id = session.plumbline().assessments.copy(session.actor(), header.id, name, day, keep_answers=keeps)
        session.open_assessment(new_id)
        navigation.go_to(navigation.SET_UP)


@st.dialog("Download an assessment")
@guarded
def download_dialog(header: AssessmentHeader) -> None:
    """Offer the JSON export; it is built only when the button is pressed."""
    plain(
        "One JSON file with everything of this assessment: answers, notes, targets, the plan. "
        "It can be imported again, here or elsewhere."
    )
    st.download_button(
        "Download the JSON file",
        data=lambda: session.plumbline().exchange.export_json(session.actor(), header.id),
        file_name=f"{file_stem(header)}.json",
        mime="application/json",
        type="primary",
        key=f"download:{header.id}",
        on_click="ignore",
        icon=":material/download:",
    )
    plain("The file holds people's answers. Keep it as carefully as the assessment itself.", "quiet")


@st.dialog("Remove an assessment")
@guarded
def remove_dialog(header: AssessmentHeader) -> None:
    """Ask before removing; the name has to be typed."""
    plain(header.name, "strong")
    plain(
        "Everything of it is removed: answers, notes, targets, the plan. This cannot be undone. "
        "Download it first to keep it."
    )
    typed = st.text_input("Type its name to remove it", key=f"remove:{header.id}:name")
    is_sure = _same(typed, header.name)
    if st.button("Remove it", type="primary", key=f"remove:{header.id}:go", disabled=not is_sure):
        session.plumbline().assessments.remove(session.actor(), header.id)
        if session.assessment_id() == header.id:
            session.close_assessment()
        st.rerun()
    if typed and not is_sure:
        plain("The name differs.", "quiet")


@st.dialog("Import an assessment")
@guarded
def import_dialog() -> None:
    """Take a JSON export; a refused file changes nothing."""
    plain("A JSON file that Plumbline exported. It is checked as a whole first; one error and nothing is imported.")
    upload = st.file_uploader("JSON file", type="json", key="import:file")
    if upload is None:
        return
    if st.button("Import it", type="primary", key="import:go"):
        new_id = session.plumbline().exchange.import_json(session.actor(), upload.getvalue(), upload.name)
        session.open_assessment(new_id)
        navigation.go_to(navigation.RESULTS)


def _same(typed: str, name: str) -> bool:
    return " ".join(typed.split()).casefold() == " ".join(name.split()).casefold()


def file_stem(header: AssessmentHeader) -> str:
    """A file name of lower-case letters, digits and hyphens: organisation, name and date.

    >>> import re
    >>> re.sub(r"[^a-z0-9]+", "-", "Acme Ltd, Review 1".lower()).strip("-")
    'acme-ltd-review-1'
    """
    words = f"{header.organisation} {header.name}".lower()
    return f"{re.sub(r'[^a-z0-9]+', '-', words).strip('-')[:80] or 'assessment'}-{header.assessed_on.isoformat()}"
