"""Building a PDF: a job in the background that one may leave, come back to, and cancel.

The id of the job stays in the URL. The file reaches the browser only after a click on Download, which the service
authorises again.
"""

from __future__ import annotations

from contextlib import suppress
from functools import partial

import streamlit as st

from assessment.domain.computed import Computed
from assessment.errors import NotAvailable
from assessment.services.jobs import JobState
from assessment.services.reports import ReportJob
from assessment.ui import session
from assessment.ui.components.choosing import labels
from assessment.ui.components.heading import section_head
from assessment.ui.components.job import draw_download, draw_job, known_job, pick_paper
from assessment.ui.components.look import chosen_look, paper_key, usual_paper
from assessment.ui.components.text import care, plain
from assessment.views.paper import Paper
from assessment.views.report_kinds import ReportKind
from assessment.views.wording.pages import report as words
from assessment.views.wording.printing import REPORT_WAITS

JOB = "report"


def chosen_kind() -> ReportKind:
    """The kind of report that is chosen on the page."""
    session.seed(_kind_key(), ReportKind.MAIN)
    return ReportKind(session.value(_kind_key(), ReportKind.MAIN))


def draw_building(computed: Computed) -> None:
    """Draw the choice of kind and paper, the button, and how far the job is."""
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
    kind = _pick_kind(is_busy=is_busy)
    is_done = job is not None and job.state is JobState.DONE and job.kind is kind
    with st.container(horizontal=True, gap="small", vertical_alignment="bottom"):
        paper = pick_paper(paper_key(), is_busy=is_busy, usual=usual_paper())
        if st.button(
            words.BUILD_AGAIN if is_done else words.BUILD,
            type="secondary" if is_done else "primary",
            key=session.of_assessment("report:build"),
            disabled=is_busy,
        ):
            _start(computed, kind, paper)
            st.rerun()
    _draw_missing_letters(assessment_id)
    draw_job(job, status, partial(_draw_ready, computed), meanwhile=REPORT_WAITS, draw_cancel=_draw_cancel)
    if job is None:  # begun while one reads, so that it is there at the click
        session.plumbline().reports.prepare(session.actor(), assessment_id, kind, paper, chosen_look())


def _pick_kind(*, is_busy: bool) -> ReportKind:
    """Draw the choice with one line of what the chosen one holds."""
    kind = chosen_kind()
    st.segmented_control(
        words.KIND,
        tuple(ReportKind),
        required=True,
        format_func=labels(words.KINDS),
        key=_kind_key(),
        disabled=is_busy,
        wrap=True,
    )
    plain(words.HOLDS[kind], "small")
    return kind


def _draw_cancel(job: ReportJob) -> None:
    st.button(words.CANCEL, key=session.of_assessment("report:cancel"), on_click=_cancel, args=(job.id,))


def _cancel(job_id: str) -> None:
    with suppress(NotAvailable):  # gone is as good as cancelled
        session.plumbline().reports.cancel(session.actor(), job_id)


def _kind_key() -> str:
    return session.of_assessment("report:kind")


def _draw_missing_letters(assessment_id: str) -> None:
    """Say before printing what would be boxes."""
    missing = session.plumbline().reports.missing_letters(session.actor(), assessment_id, chosen_look())
    if missing:
        care("\n".join((words.MISSING_HEAD, *(words.missing_letters(one.letters, one.package) for one in missing))))


def _start(computed: Computed, kind: ReportKind, paper: Paper) -> None:
    assessment_id, look = computed.assessment.header.id, chosen_look()
    job_id = session.plumbline().reports.start(session.actor(), assessment_id, kind, paper, look)
    session.keep_in_url(JOB, job_id)


def _draw_ready(computed: Computed, job: ReportJob) -> None:
    if job.snapshot_hash != computed.snapshot_hash:
        plain(words.CHANGED_SINCE)
    content = partial(session.plumbline().reports.content, session.actor(), job.id)
    draw_download(job, content, session.of_assessment("report:download"))
    plain(job.file_name, "small")
