"""The bar at the bottom of a process: what is left, and the way to the next question without an answer."""

from __future__ import annotations

import streamlit as st

from assessment.ui.components.scrolling import scroll, scroll_to
from assessment.ui.components.text import escaped, plain
from assessment.ui.errors import guarded
from assessment.ui.pages.questionnaire.place import (
    PROGRESS_FRAGMENT,
    Place,
    go_to_process,
    question_class,
    read_progress,
)
from assessment.views.progress import ProgressView
from assessment.views.wording.pages import questionnaire as words


def draw_bar(place: Place, process_id: str) -> None:
    """Draw the bar as a fragment in the bottom of the window; every saved answer reruns it."""

    @st.fragment(key=PROGRESS_FRAGMENT)
    @guarded
    def bar() -> None:
        _draw(place, process_id, read_progress(place))
        scroll()

    with st.bottom:
        bar()


def _draw(place: Place, process_id: str, progress: ProgressView) -> None:
    with st.container(
        horizontal=True, vertical_alignment="center", horizontal_alignment="distribute", key="progress-bar"
    ):
        with st.container(gap=None, width="content"):
            plain(progress.answered(process_id), "strong", width="content")
            plain(progress.fact("left").text, "small", width="content")
        following = progress.next_open(process_id)
        if following is None:
            plain(progress.finding, "quiet", width="content")
            return
        st.button(
            words.NEXT_UNANSWERED,
            key=place.key("next"),
            type="primary",
            help=None if following.process_id == process_id else escaped(words.where_next(following.process_name)),
            on_click=_go_on,
            args=(process_id, following.process_id, following.item_id),
            shortcut="Alt+N",
        )


def _go_on(present_id: str, process_id: str, item_id: str) -> None:
    """Callback: within a process only the bar runs again and scrolls; to another one the whole page does."""
    if process_id == present_id:
        scroll_to(question_class(item_id))
        return
    go_to_process(process_id, item_id)
    st.rerun()
