"""Something that is printed in the background: its paper, the way back to it by its id, how far it is, and the file."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

import streamlit as st

from assessment.errors import NotAvailable
from assessment.services.jobs import Job, JobState
from assessment.ui import session
from assessment.ui.components.choosing import labels
from assessment.ui.components.text import plain, trouble
from assessment.ui.errors import guarded
from assessment.views.paper import Paper
from assessment.views.wording import printing as words
from assessment.views.wording.terms import PAPERS

_POLL_SECONDS = 1.0
JobT = TypeVar("JobT", bound=Job)


def known_job(
    name: str, status: Callable[[str], JobT], *, belongs: Callable[[JobT], bool], if_gone: str
) -> JobT | None:
    """The job whose id stands in the URL under `name`; forgotten, in the words of `if_gone`, when it is kept no more.

    A job that does not belong here is forgotten without a word: it is of another assessment or framework.
    """
    job_id = session.url_id(name)
    if job_id is None:
        return None
    job: JobT | None
    try:
        job = status(job_id)
    except NotAvailable:
        job = None
        plain(if_gone, "small")
    if job is None or not belongs(job):
        session.keep_in_url(name, None)
        return None
    session.keep_in_url(name, job_id)
    return job


def pick_paper(key: str, *, is_busy: bool, usual: Paper = Paper.A4) -> Paper:
    """Draw the choice of paper; `usual` is chosen at first."""
    session.seed(key, usual)
    chosen = st.segmented_control(
        words.PAPER, tuple(PAPERS), required=True, format_func=labels(PAPERS), key=key, disabled=is_busy
    )
    return chosen or Paper.A4


def draw_job(
    job: JobT | None,
    status: Callable[[str], JobT],
    draw_ready: Callable[[JobT], None],
    *,
    meanwhile: str,
    draw_cancel: Callable[[JobT], None] | None = None,
) -> None:
    """Draw how far a job is and what one may do `meanwhile`, why it failed, or what `draw_ready` makes of a finished
    one; where it can be cancelled, `draw_cancel` draws the button."""
    if job is None:
        return
    if not job.is_ended:
        st.fragment(guarded(_draw_progress), run_every=_POLL_SECONDS)(partial(status, job.id), meanwhile)
        if draw_cancel is not None:
            draw_cancel(job)
    elif job.state is JobState.FAILED:
        trouble(job.trouble)
    elif job.state is JobState.CANCELLED:
        plain(words.CANCELLED, "small")
    else:
        draw_ready(job)


def draw_download(job: Job, content: Callable[[], bytes], key: str, *, is_wanted: bool = True) -> None:
    """Draw the button. `content` is called by the click on it; nothing is handed out before.

    It is not the first thing to do where the reader wants another file by now.
    """
    st.download_button(
        words.DOWNLOAD,
        data=content,
        file_name=job.file_name,
        mime="application/pdf",
        type="primary" if is_wanted else "secondary",
        key=key,
        icon=":material/download:",
        on_click="ignore",
    )


def _draw_progress(status: Callable[[], Job], meanwhile: str) -> None:
    job = status()
    if job.is_ended:
        st.rerun()
    st.progress(job.done_share, text=words.progress(job.done_share, job.stage, job.page))
    plain(meanwhile, "small")
