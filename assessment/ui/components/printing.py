"""Questionnaires on paper, for interviews without a laptop: what to print, how far it is, and the PDF.

The id of the job stays in the URL. The file reaches the browser only after a click on Download.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import streamlit as st

from assessment.domain.authored.framework import Depth, Framework
from assessment.services.frameworks import PaperJob, PaperRequest
from assessment.services.jobs import JobState
from assessment.ui import session
from assessment.ui.components.choosing import labels
from assessment.ui.components.job import draw_download, draw_job, known_job, pick_paper
from assessment.ui.components.text import plain
from assessment.views.paper import Paper
from assessment.views.wording import printing as words
from assessment.views.wording.terms import DEPTHS


@dataclass(frozen=True, slots=True, kw_only=True)
class Printing:
    """What may be printed of a framework, how it is begun, and the prefix of everything remembered about it.

    `depth` is the only one there is to print; None lets the reader choose. `name` begins what is remembered in the URL,
    where it is not `key`.
    """

    framework: Framework
    process_ids: tuple[str, ...]
    begin: Callable[[PaperRequest], str]
    key: str
    depth: Depth | None = None
    name: str | None = None

    @property
    def job_name(self) -> str:
        """Where the URL holds the id of the job."""
        return _job_name(self.name or self.key)


def chosen_key(key: str) -> str:
    """Key of the processes chosen for paper."""
    return f"{key}:print:processes"


def forget_printed(key: str) -> None:
    """Callback: what was printed is not of what is shown now."""
    session.keep_in_url(_job_name(key), None)


def draw_printing(printing: Printing) -> None:
    """Draw the choice, the button, and how far the job is."""
    status = partial(session.plumbline().frameworks.paper_status, session.actor())
    job = known_job(
        printing.job_name,
        status,
        belongs=lambda known: known.framework_id == printing.framework.id,
        if_gone=words.QUESTIONNAIRE_GONE,
    )
    is_busy = job is not None and not job.is_ended
    _begin_with(printing, PaperRequest(process_ids=()) if job is None else job.request)
    request = _draw_choice(printing, is_busy=is_busy)
    is_ready = job is not None and job.state is JobState.DONE and job.request == request
    if st.button(
        words.MAKE_AGAIN if is_ready else words.MAKE,
        type="secondary" if is_ready else "primary",
        key=f"{printing.key}:print:go",
        disabled=is_busy or not request.process_ids,
    ):
        session.keep_in_url(printing.job_name, printing.begin(request))
        st.rerun()
    draw_job(job, status, lambda ready: _draw_ready(printing, ready, request), meanwhile=words.QUESTIONNAIRE_WAITS)


def _begin_with(printing: Printing, request: PaperRequest) -> None:
    """The choice before the reader has made one: what was printed, after a reload; what was chosen since stays."""
    session.seed(chosen_key(printing.key), list(request.process_ids))
    session.seed(f"{printing.key}:print:paper", Paper(request.paper))
    session.seed(f"{printing.key}:print:to-be", request.asks_to_be)
    if printing.depth is None:
        session.seed(f"{printing.key}:print:depth", request.depth)


def _draw_choice(printing: Printing, *, is_busy: bool) -> PaperRequest:
    names = {process_id: printing.framework.process_by_id[process_id].name for process_id in printing.process_ids}
    key = chosen_key(printing.key)
    session.put(key, [process_id for process_id in session.value(key, ()) if process_id in names])
    chosen = st.multiselect(
        words.PROCESSES,
        tuple(names),
        format_func=labels(names),
        key=key,
        placeholder=words.CHOOSE_PROCESSES,
        disabled=is_busy,
    )
    with st.container(horizontal=True, gap="medium", vertical_alignment="bottom", key=f"{printing.key}-print-how"):
        depth = printing.depth or st.segmented_control(
            words.DEPTH,
            tuple(Depth),
            required=True,
            format_func=labels(DEPTHS),
            key=f"{printing.key}:print:depth",
            disabled=is_busy,
        )
        paper = pick_paper(f"{printing.key}:print:paper", is_busy=is_busy)
        asks_to_be = st.toggle(words.ASKS_TO_BE, key=f"{printing.key}:print:to-be", disabled=is_busy)
    in_order = tuple(process_id for process_id in names if process_id in chosen)
    return PaperRequest(process_ids=in_order, depth=depth or Depth.QUICK, paper=paper, asks_to_be=asks_to_be)


def _draw_ready(printing: Printing, job: PaperJob, request: PaperRequest) -> None:
    content = partial(session.plumbline().frameworks.paper_content, session.actor(), job.id)
    draw_download(job, content, f"{printing.key}:print:download", is_wanted=job.request == request)
    asked = job.request
    plain(
        words.questionnaire_made(
            job.file_name, len(asked.process_ids), DEPTHS[asked.depth], asks_to_be=asked.asks_to_be
        ),
        "small",
    )
    if asked != request:
        plain(words.choice_differs(), "small")


def _job_name(key: str) -> str:
    return f"{key}-sheet"
