"""What one more unit of capacity buys: three small pictures and their numbers, once they are reckoned."""

from __future__ import annotations

import streamlit as st

from assessment.charts.capacity import capacity
from assessment.services.curves import CurveProgress
from assessment.ui import session
from assessment.ui.components.figure import draw_table, picture, screen_theme
from assessment.ui.components.text import plain
from assessment.ui.errors import guarded
from assessment.ui.pages.roadmap.plan import Plan, read_plan
from assessment.views.capacity import PICTURED, capacity_view
from assessment.views.model import View
from assessment.views.wording import capacity as words
from assessment.views.wording.pages import roadmap as page_words

_POLL_SECONDS = 0.5


@st.fragment
@guarded
def draw_curve(assessment_id: str) -> None:
    """Draw the curve of the settings in force; while it is being reckoned, how far it is."""
    plan = read_plan(assessment_id)
    if plan.is_tried:
        plain(page_words.TRIED, "small")
    progress = _follow(plan)
    if progress.curve is None or not progress.is_done:
        st.fragment(guarded(_draw_going), run_every=_POLL_SECONDS)(assessment_id)
        return
    _draw(capacity_view(plan.computed, progress.curve))


def _follow(plan: Plan) -> CurveProgress:
    curves, actor = session.plumbline().curves, session.actor()
    if plan.is_tried:
        return curves.follow_tried(actor, plan.assessment_id, plan.settings)
    return curves.follow(actor, plan.assessment_id)


def _draw_going(assessment_id: str) -> None:
    progress = _follow(read_plan(assessment_id))
    if progress.is_done:
        st.rerun()
    st.progress(progress.done_share, text=words.reckoned(progress.done_share))


def _draw(view: View) -> None:
    plain(view.finding, "strong")
    if view.empty:
        return
    table = view.table("capacity")
    drawn = [column.id for column in table.columns if column.id in PICTURED]
    for column_id, place in zip(drawn, st.columns(len(drawn), gap="medium"), strict=True):
        with place:
            picture(capacity(view, column_id, screen_theme()), table, f"roadmap:curve-{column_id}")
    draw_table(table, "roadmap:curve")
    plain(table.measure, "small")
    for note in view.notes:
        plain(note, "small")
