"""Building the PDF: a job in the background that one may leave and come back to.

The id of the job stays in the URL. The file reaches the browser only after a click on Download, which the service
authorises again.
"""

from __future__ import annotations

from functools import partial

import streamlit as st

from assessment.domain.computed import Computed
from assessment.services.jobs import JobState
from assessment.services.reports import ReportJob
from assessment.ui import session
from assessment.ui.components.heading import section_head
from assessment.ui.components.job import draw_download, draw_job, known_job, pick_paper
from assessment.ui.components.text import care, plain
from assessment.views.paper import Paper
from assessment.views.wording.pages import report as words
from assessment.views.wording.printing import REPORT_WAITS

JOB = "report"
_KIND = "full"
_BUILT_FROM = "report:built-from"


def draw_building(computed: Computed) -> None:
    """Draw the choice of paper, the button, and how far the job is."""
    section_head(words.BUILDING, words.BUILDING_LEAD)
    assessment_id = computed.assessment.header.id
    status = partial(session.plumbline().reports.status, session.actor())
    job = known_job(
        JOB,
        status,
        belongs=lambda known: known.assessment_id == assessment_id,
        if_gone=words.GONE,
    )
    is_busy = job is not None and not job.is_ended
    is_done = job is not None and job.state is JobState.DONE
    with st.container(horizontal=True, gap="small", vertical_alignment="bottom"):
        paper = pick_paper(session.of_assessment("report:paper"), is_busy=is_busy)
        if st.button(
            words.BUILD_AGAIN if is_done else words.BUILD,
            type="secondary" if is_done else "primary",
            key=session.of_assessment("report:build"),
            disabled=is_busy,
        ):
            _start(computed, paper)
            st.rerun()
    _draw_missing_letters(assessment_id)
    draw_job(job, status, partial(_draw_ready, computed), meanwhile=REPORT_WAITS)


def _draw_missing_letters(assessment_id: str) -> None:
    """Say before printing what would be boxes."""
    missing = session.plumbline().reports.missing_letters(session.actor(), assessment_id)
    if missing:
        care("\n".join((words.MISSING_HEAD, *(words.missing_letters(one.letters, one.package) for one in missing))))


def _start(computed: Computed, paper: Paper) -> None:
    job_id = session.plumbline().reports.start(session.actor(), computed.assessment.header.id, _KIND, paper)
    session.keep_in_url(JOB, job_id)
    session.put(_BUILT_FROM, {"job_id": job_id, "snapshot_hash": computed.snapshot_hash})


def _draw_ready(computed: Computed, job: ReportJob) -> None:
    built_from = session.value(_BUILT_FROM)
    if built_from and built_from["job_id"] == job.id and built_from["snapshot_hash"] != computed.snapshot_hash:
        plain(words.CHANGED_SINCE)
    content = partial(session.plumbline().reports.content, session.actor(), job.id)
    draw_download(job, content, session.of_assessment("report:download"))
    plain(job.file_name, "small")
