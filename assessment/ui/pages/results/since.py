"""Since last time: which earlier assessment this one is compared with, what moved, why, and what came of the plan."""

from __future__ import annotations

import streamlit as st

from assessment.charts.comparison.since import delta_heatmap, since_slopes, trend_lines
from assessment.domain.comparing.results import Candidates
from assessment.domain.computed import Computed
from assessment.ui import navigation, session
from assessment.ui.components.choosing import labels
from assessment.ui.components.empty import empty_state
from assessment.ui.components.facts import facts
from assessment.ui.components.figure import draw_listing, draw_table, picture, screen_theme, table_fold
from assessment.ui.components.heading import section_head
from assessment.ui.components.legend import draw_legend
from assessment.ui.components.text import plain
from assessment.ui.errors import guarded
from assessment.views.comparison.candidates import blocked_lines, candidate_names
from assessment.views.comparison.since import since_view
from assessment.views.comparison.trend import has_trend, trend_view
from assessment.views.model import View
from assessment.views.wording.pages import since as words

BESIDE = "beside"


@guarded
def draw_since(computed: Computed) -> None:
    """Draw the choice of the earlier one and the comparison, or what to do where there is none."""
    assessment_id = computed.assessment.header.id
    candidates = session.plumbline().comparing.candidates(session.actor(), assessment_id)
    before_id = _choice(candidates)
    if before_id is not None:
        compared = session.plumbline().results.beside(session.actor(), assessment_id, before_id)
        session.keep_in_url(BESIDE, before_id)
        _draw_compared(since_view(compared))
        if has_trend(compared.compared):
            _draw_trend(trend_view(compared))
    for line in blocked_lines(candidates):
        plain(line, "small")
    if candidates.is_source_missing:
        plain(words.SOURCE_MISSING, "small")


def _choice(candidates: Candidates) -> str | None:
    """The one of the URL where it can be compared with, else the one that is proposed; None where none can be."""
    names = candidate_names(candidates)
    if not names:
        _draw_nothing(has_blocked=bool(candidates.found))
        return None
    key, wanted = session.of_assessment("results:beside"), session.url_id(BESIDE)
    session.put(key, wanted if wanted in names else next(iter(names)))
    chosen = st.selectbox(
        words.COMPARE_WITH, tuple(names), format_func=labels(names), key=key, on_change=_remember, width=520
    )
    return str(chosen)


def _remember() -> None:
    session.keep_in_url(BESIDE, session.value(session.of_assessment("results:beside")))


def _draw_nothing(*, has_blocked: bool) -> None:
    if has_blocked:
        empty_state(words.NONE_FITS, words.NONE_FITS_NEXT)
        return
    empty_state(words.NOTHING_TITLE, words.NOTHING_NEXT)
    if st.button(words.TO_ASSESSMENTS, type="primary", key=session.of_assessment("results:to-assessments")):
        navigation.go_to(navigation.ASSESSMENTS)


def _draw_compared(view: View) -> None:
    facts(view.facts)
    movement, reasons, deltas, planned, sides = view.tables
    picture(since_slopes(view, screen_theme()), movement, "results:since", is_wide=True)
    plain(words.LINES, "small")
    draw_listing(movement, "results:since-movement")
    for note in view.notes:
        plain(note, "small")
    section_head(reasons.title, reasons.measure)
    draw_listing(reasons, "results:since-reasons")
    picture(delta_heatmap(view, screen_theme()), deltas, "results:since-deltas", is_tiled=True)
    draw_legend(deltas)
    table_fold(deltas, "results:since-deltas-table")
    section_head(planned.title, planned.measure)
    draw_listing(planned, "results:since-planned")
    section_head(sides.title)
    draw_table(sides, "results:since-sides")


def _draw_trend(view: View) -> None:
    table = view.table("trend")
    section_head(view.question)
    picture(trend_lines(view, screen_theme()), table, "results:trend", is_wide=True)
    for note in view.notes:
        plain(note, "small")
    draw_table(table, "results:trend-table")
