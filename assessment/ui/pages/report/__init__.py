"""Report: build the PDF and leave with it, export the data, sign the assessment off.

__init__.py   which assessment, and the parts of the page
building.py   the job that builds a PDF: start, progress, download
content.py    what is in the report, and what it is made from with its hash
files.py      slides, workbook, CSV and web page for readers; the complete data and the answers to type in
reading_back.py   a sheet that was filled in elsewhere: what it would change, and storing it
signing.py    validate, reopen, sign off, each with what it means
"""

from __future__ import annotations

import streamlit as st

from assessment.domain.access.permissions import Permission
from assessment.domain.computed import Computed
from assessment.ui import access, session
from assessment.ui.components.empty import no_assessment_open
from assessment.ui.components.figure import load_style
from assessment.ui.components.heading import page_head
from assessment.ui.components.look import pick_look
from assessment.ui.components.text import care
from assessment.ui.errors import guarded
from assessment.ui.pages.report.building import draw_building
from assessment.ui.pages.report.content import draw_content
from assessment.ui.pages.report.files import draw_files
from assessment.ui.pages.report.reading_back import draw_reading_back
from assessment.ui.pages.report.signing import draw_signing
from assessment.views.wording.pages import report as words


@guarded
def show() -> None:
    """Draw the page."""
    assessment_id = session.assessment_id()
    if assessment_id is None:
        page_head(words.TITLE)
        no_assessment_open()
        return
    revision = session.plumbline().assessments.revision(session.actor(), assessment_id)  # before what is shown of it
    computed = session.plumbline().results.read(session.actor(), assessment_id)
    session.keep_in_url(session.ASSESSMENT, assessment_id)
    load_style()
    page_head(words.TITLE, computed.assessment.header)
    _draw_parts(computed, revision)


def _draw_parts(computed: Computed, revision: int) -> None:
    if not (computed.assessment.ratings or computed.assessment.agreed):
        care(words.NOTHING_ANSWERED)
    with st.container(key="report-parts"):
        doing_place, content_place = st.columns([3, 2], gap="large")
    with doing_place:
        pick_look(session.of_assessment("report:look"))
        draw_building(computed)
        draw_files(computed)
        here = access.mine().here
        if Permission.EDIT in here:
            draw_reading_back(computed)
            draw_signing(computed, revision, may_sign=Permission.SIGN_OFF in here)
    with content_place:
        draw_content(computed)
