"""One process: where it stands, what holds it, why, where it should be, how sure that is and how far people agree."""

from __future__ import annotations

import streamlit as st

from assessment.charts.profile import profile
from assessment.domain.computed import Computed
from assessment.ui import session
from assessment.ui.components.choosing import labels
from assessment.ui.components.figure import draw_table, figure, screen_theme
from assessment.ui.components.heading import section_head
from assessment.ui.components.text import care, plain
from assessment.ui.pages.results.agreement import draw_agreement
from assessment.ui.pages.results.background import draw_background
from assessment.ui.pages.results.commentary import draw_commentary
from assessment.ui.pages.results.holding import draw_holding
from assessment.ui.pages.results.level import asks_for_range, draw_confidence, draw_level
from assessment.ui.pages.results.place import PROCESS, open_process
from assessment.ui.pages.results.reasons import draw_reasons
from assessment.ui.pages.results.target import draw_target
from assessment.views.commentary.places import PlaceKind
from assessment.views.process import ProcessView, process_label, process_view
from assessment.views.wording.pages import process as words
from assessment.views.wording.pages.shared import CHOOSE_PROCESS, PROCESS_GONE


def draw_process(computed: Computed) -> None:
    """Draw everything there is to one process, chosen at the top."""
    process_id = _chosen(computed)
    if process_id is None:
        care(PROCESS_GONE)
        return
    view = _view(computed, process_id)
    plain(view.purpose, "quiet")
    if view.extension:
        plain(view.extension, "small")
    draw_level(view)
    if view.flags:
        care("\n".join(view.flags))
    chart_place, holding_place = st.columns([2, 1], gap="large")
    with chart_place:
        chart = profile(view.profile, screen_theme())
        figure(chart, view.profile.table("attributes"), f"results:profile-{process_id}")
    with holding_place:
        draw_holding(view.next_level)
    draw_commentary(computed, PlaceKind.PROCESS, process_id)
    section_head(view.answers.question, words.REASONS_LEAD)
    draw_reasons(computed.assessment.header.id, process_id)
    section_head(view.target.question)
    draw_target(view.target, process_id)
    section_head(view.confidence.question)
    draw_confidence(view.confidence, process_id)
    section_head(view.agreement.question)
    draw_agreement(view.agreement, view.perception, process_id)
    if not view.evidence.empty:
        section_head(view.evidence.question, view.evidence.finding)
        draw_table(view.evidence.tables[0], f"results:evidence-{process_id}")
    section_head(view.background.question)
    draw_background(view.background, process_id)


def _view(computed: Computed, process_id: str) -> ProcessView:
    if not asks_for_range(process_id):
        return process_view(computed, process_id, with_range=False)
    with st.spinner(words.DRAWING):
        return process_view(computed, process_id)


def _chosen(computed: Computed) -> str | None:
    """The process that is chosen, None where the address leads to one that is not in scope."""
    framework, result = computed.framework, computed.result
    key = session.of_assessment("results:process")
    names = {one.process_id: process_label(framework, one) for one in result.processes}
    chosen = open_process(computed)
    session.put(key, chosen)
    return st.selectbox(
        words.PROCESS_LABEL,
        tuple(names),
        index=None if chosen is None else 0,  # an empty box may be filled, a filled one not be emptied
        placeholder=CHOOSE_PROCESS,
        format_func=labels(names),
        key=key,
        label_visibility="collapsed",
        on_change=lambda: session.keep_in_url(PROCESS, session.value(key)),
    )
