"""Hand-offs between processes: what each supplies to another, how well that works, and which are broken."""

from __future__ import annotations

import streamlit as st

from assessment.charts.hand_offs import hand_offs
from assessment.domain.computed import Computed
from assessment.ui import session
from assessment.ui.components.choosing import labels
from assessment.ui.components.figure import draw_table, picture, screen_theme
from assessment.ui.components.legend import draw_legend
from assessment.ui.components.text import plain
from assessment.ui.errors import guarded
from assessment.views.hand_offs import Shown, hand_off_list, hand_offs_view
from assessment.views.names import process_name
from assessment.views.wording.pages import hand_offs as words


@guarded
def draw_hand_offs(computed: Computed) -> None:
    """Draw the matrix of hand-offs and, below it, the ones that the reader chooses."""
    view = hand_offs_view(computed)
    if view.empty:
        plain(view.empty)
        return
    picture(hand_offs(view, screen_theme()), view.matrix, "results:hand-off-matrix", is_wide=True)
    draw_legend(view.matrix)
    for note in view.notes:
        plain(note, "small")
    draw_table(hand_off_list(computed, *_choice(computed)), "results:hand-off-list")


def _choice(computed: Computed) -> tuple[Shown, str | None]:
    """Which hand-offs are listed, and of which process; the broken ones first of all, where there are any."""
    key, framework = session.of_assessment("results:hand-offs"), computed.framework
    names = {known: process_name(framework, known) for known in computed.assessment.scope}
    session.seed(key, Shown.BROKEN if computed.result.broken_hand_offs else Shown.ALL)
    with st.container(horizontal=True, gap="medium", vertical_alignment="bottom"):
        shown = st.segmented_control(
            words.SHOW, list(words.SHOWN), required=True, format_func=labels(words.SHOWN), key=key
        )
        process_id = st.selectbox(
            words.OF_PROCESS,
            tuple(names),
            index=None,
            placeholder=words.ALL_PROCESSES,
            format_func=labels(names),
            key=f"{key}-process",
        )
    return shown or Shown.ALL, process_id
