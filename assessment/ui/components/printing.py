"""Questionnaires on paper, for interviews without a laptop: what to print, how far it is, and the PDF.

The id of the job stays in the URL. The file reaches the browser only after a click on Download.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import streamlit as st

from assessment.domain.authored.framework import Depth, Framework
from assessment.services.jobs import JobState
from assessment.services.questionnaires import SheetJob, SheetRequest
from assessment.ui import session
from assessment.ui.components.job import draw_download, draw_job, known_job, pick_paper
from assessment.ui.components.text import plain
from assessment.ui.components.words import DEPTH_NAMES, counted

LEAD = "A guide to asking, then each question with boxes and room for notes."


@dataclass(frozen=True, slots=True, kw_only=True)
class Printing:
    """What may be printed of a framework, how it is begun, and the prefix of everything remembered about it.

    `depth` is the only one there is to print; None lets the reader choose.
    """

    framework: Framework
    process_ids: tuple[str, ...]
    begin: Callable[[SheetRequest], str]
    key: str
    depth: Depth | None = None


def chosen_key(key: str) -> str:
    """Key of the processes chosen for paper."""
    return f"{key}:print:processes"


def forget_printed(key: str) -> None:
    """Callback: what was printed is not of what is shown now."""
    session.keep_in_url(_job_name(key), None)


def draw_printing(printing: Printing) -> None:
    """Draw the choice, the button, and how far the job is."""
    status = partial(session.plumbline().library.sheet_status, session.actor())
    job = known_job(
        _job_name(printing.key),
        status,
        belongs=lambda known: known.framework_id == printing.framework.id,
        if_gone="The questionnaire that was made before is no longer kept. Make it again.",
    )
    is_busy = job is not None and not job.is_ended
    _begin_with(printing, SheetRequest(process_ids=()) if job is None else job.request)
    request = _draw_choice(printing, is_busy=is_busy)
    is_ready = job is not None and job.state is JobState.DONE and job.request == request
    if st.button(
        "Make it again" if is_ready else "Make the PDF",
        type="secondary" if is_ready else "primary",
        key=f"{printing.key}:print:go",
        disabled=is_busy or not request.process_ids,
    ):
        session.keep_in_url(_job_name(printing.key), printing.begin(request))
        st.rerun()
    draw_job(job, status, lambda ready: _draw_ready(printing, ready, request), what="the questionnaire")


def _begin_with(printing: Printing, request: SheetRequest) -> None:
    """The choice before the reader has made one: what was printed, after a reload; what was chosen since stays."""
    session.seed(chosen_key(printing.key), list(request.process_ids))
    session.seed(f"{printing.key}:print:paper", request.paper)
    session.seed(f"{printing.key}:print:to-be", request.asks_to_be)
    if printing.depth is None:
        session.seed(f"{printing.key}:print:depth", request.depth)


def _draw_choice(printing: Printing, *, is_busy: bool) -> SheetRequest:
    names = {process_id: printing.framework.process_by_id[process_id].name for process_id in printing.process_ids}
    key = chosen_key(printing.key)
    session.put(key, [process_id for process_id in session.value(key, ()) if process_id in names])
    chosen = st.multiselect(
        "Processes",
        tuple(names),
        format_func=names.__getitem__,
        key=key,
        placeholder="Choose one or more",
        disabled=is_busy,
    )
    with st.container(horizontal=True, gap="medium", vertical_alignment="bottom", key=f"{printing.key}-print-how"):
        depth = printing.depth or st.segmented_control(
            "Depth",
            tuple(Depth),
            required=True,
            format_func=DEPTH_NAMES.__getitem__,
            key=f"{printing.key}:print:depth",
            disabled=is_busy,
        )
        paper = pick_paper(f"{printing.key}:print:paper", is_busy=is_busy)
        asks_to_be = st.toggle("Ask for the wanted state as well", key=f"{printing.key}:print:to-be", disabled=is_busy)
    in_order = tuple(process_id for process_id in names if process_id in chosen)
    return SheetRequest(process_ids=in_order, depth=depth or Depth.QUICK, paper=paper, asks_to_be=asks_to_be)


def _draw_ready(printing: Printing, job: SheetJob, request: SheetRequest) -> None:
    content = partial(session.plumbline().library.sheet_content, session.actor(), job.id)
    draw_download(job, content, f"{printing.key}:print:download", is_wanted=job.request == request)
    made = counted(len(job.request.process_ids), "process", "processes")
    wanted = "" if job.request.asks_to_be else ", today's state only"
    differs = "" if job.request == request else " What is chosen above differs: make the PDF to have that."
    plain(f"{job.file_name}: {made}, {DEPTH_NAMES[job.request.depth].lower()}{wanted}.{differs}", "small")


def _job_name(key: str) -> str:
    return f"{key}-sheet"
