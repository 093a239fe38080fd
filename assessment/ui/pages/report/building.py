"""Building the PDF: a job in the background that one may leave and come back to.

The id of the job stays in the URL. The file reaches the browser only after a click on Download, which the service
authorises again.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st

from assessment.errors import NotAvailable
from assessment.services.reports import ReportJob, ReportState
from assessment.services.results import Computed
from assessment.ui import session
from assessment.ui.components.format import share_text
from assessment.ui.components.heading import section_head
from assessment.ui.components.text import plain, trouble
from assessment.ui.errors import guarded

JOB = "report"
PAPERS = {"A4": "A4", "Letter": "US Letter"}
_KIND = "full"
_POLL_SECONDS = 1.0
_BUILT_FROM = "report:built-from"


def draw_building(computed: Computed) -> None:
    """Draw the choice of paper, the button, and how far the job is."""
    section_head("The full report as a PDF", "Cover to method page, from the answers as they are now.")
    assessment_id = computed.assessment.header.id
    job = _known_job(assessment_id)
    is_busy = job is not None and job.state in (ReportState.QUEUED, ReportState.RUNNING)
    is_done = job is not None and job.state is ReportState.DONE
    with st.container(horizontal=True, gap="small", vertical_alignment="bottom"):
        paper = st.segmented_control(
            "Paper",
            list(PAPERS),
            default="A4",
            required=True,
            format_func=PAPERS.__getitem__,
            key="report:paper",
            disabled=is_busy,
        )
        if st.button(
            "Build it again" if is_done else "Build the report",
            type="secondary" if is_done else "primary",
            key="report:build",
            disabled=is_busy,
        ):
            _start(computed, paper or "A4")
            st.rerun()
    if job is None:
        return
    if is_busy:
        st.fragment(_draw_progress, run_every=_POLL_SECONDS)(job.id)
    elif job.state is ReportState.FAILED:
        trouble(job.message)
    else:
        _draw_download(computed, job)


def _start(computed: Computed, paper: str) -> None:
    job_id = session.plumbline().reports.start(session.actor(), computed.assessment.header.id, _KIND, paper)
    session.keep_in_url(JOB, job_id)
    session.put(_BUILT_FROM, {"job_id": job_id, "snapshot_hash": computed.snapshot_hash})


def _known_job(assessment_id: str) -> ReportJob | None:
    """The job of the URL if it is of this assessment and still known; forgotten otherwise."""
    job_id = session.url_id(JOB)
    if job_id is None:
        return None
    job: ReportJob | None
    try:
        job = session.plumbline().reports.status(session.actor(), job_id)
    except NotAvailable:
        job = None
        plain("The report that was built before is no longer kept. Build it again.", "small")
    if job is None or job.assessment_id != assessment_id:
        session.keep_in_url(JOB, None)
        return None
    session.keep_in_url(JOB, job_id)
    return job


@guarded
def _draw_progress(job_id: str) -> None:
    job = session.plumbline().reports.status(session.actor(), job_id)
    if job.state not in (ReportState.QUEUED, ReportState.RUNNING):
        st.rerun()
    st.progress(min(1.0, max(0.0, job.done_share)), text=f"{share_text(job.done_share)} {job.message}")
    plain("You may leave this page: the report is built meanwhile and waits here.", "small")


def _draw_download(computed: Computed, job: ReportJob) -> None:
    built_from = session.value(_BUILT_FROM)
    if built_from and built_from["job_id"] == job.id and built_from["snapshot_hash"] != computed.snapshot_hash:
        plain("The assessment has changed since this report was built. Build it again to have the newest state.")
    st.download_button(
        "Download the PDF",
        data=_content_of(job.id),
        file_name=job.file_name,
        mime="application/pdf",
        type="primary",
        key="report:download",
        icon=":material/download:",
        on_click="ignore",
    )
    plain(job.file_name, "small")


def _content_of(job_id: str) -> Callable[[], bytes]:
    """What a click on Download calls; nothing is handed out before."""
    return partial(session.plumbline().reports.content, session.actor(), job_id)
