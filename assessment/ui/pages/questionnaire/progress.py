"""The bar at the bottom of a process: what is left, and the way to the next question without an answer."""

from __future__ import annotations

import streamlit as st

from assessment.services.progress import Progress
from assessment.ui import session
from assessment.ui.components.scrolling import scroll, scroll_to
from assessment.ui.components.text import escaped, plain
from assessment.ui.components.words import counted
from assessment.ui.errors import guarded
from assessment.ui.pages.questionnaire.place import PROGRESS_FRAGMENT, Place, go_to_process, question_class


def draw_bar(place: Place, process_id: str) -> None:
    """Draw the bar as a fragment in the bottom of the window; every saved answer reruns it."""

    @st.fragment(key=PROGRESS_FRAGMENT)
    @guarded
    def bar() -> None:
        progress = session.plumbline().questionnaire.progress(session.actor(), place.assessment_id, place.respondent.id)
        _draw(place, process_id, progress)
        scroll()

    with st.bottom:
        bar()


def _draw(place: Place, process_id: str, progress: Progress) -> None:
    present = next((entry for entry in progress.processes if entry.process_id == process_id), None)
    asked = sum(entry.asked_count for entry in progress.processes)
    answered = sum(entry.answered_count for entry in progress.processes)
    here = f"{present.answered_count} of {present.asked_count} answered" if present is not None else ""
    with st.container(
        horizontal=True, vertical_alignment="center", horizontal_alignment="distribute", key="progress-bar"
    ):
        with st.container(gap=None, width="content"):
            plain(here, "strong", width="content")
            plain(f"{counted(asked - answered, 'question')} left in all", "small", width="content")
        target = _next_unanswered(process_id, progress)
        if target is None:
            plain("Everything is answered.", "quiet", width="content")
            return
        where = place.framework.process_by_id[target[0]].name
        st.button(
            "Next unanswered",
            key="questionnaire:next",
            type="primary",
            help=None if target[0] == process_id else escaped(f"It is in {where}."),
            on_click=_go_on,
            args=(process_id, *target),
            shortcut="Alt+N",
        )


def _next_unanswered(process_id: str, progress: Progress) -> tuple[str, str] | None:
    """Process and item without an answer, from this process on and round to it again; None when nothing is left."""
    ids = [entry.process_id for entry in progress.processes]
    start = ids.index(process_id) if process_id in ids else 0
    for entry in (*progress.processes[start:], *progress.processes[:start]):
        if entry.next_item_id is not None:
            return entry.process_id, entry.next_item_id
    return None


def _go_on(present_id: str, process_id: str, item_id: str) -> None:
    """Callback: within a process only the bar runs again and scrolls; to another one the whole page does."""
    if process_id == present_id:
        scroll_to(question_class(item_id))
        return
    go_to_process(process_id, item_id)
    st.rerun()
