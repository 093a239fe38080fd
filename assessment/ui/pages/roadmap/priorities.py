"""The order of the processes: priority, its parts and the reason for each place, beside the weights behind it."""

from __future__ import annotations

import streamlit as st

from assessment.charts.priorities import priorities
from assessment.ui.components.figure import draw_table, picture, screen_theme
from assessment.ui.components.text import care, plain
from assessment.ui.errors import guarded
from assessment.ui.pages.roadmap.firm import draw_firmness
from assessment.ui.pages.roadmap.opinions import draw_opinions
from assessment.ui.pages.roadmap.plan import Plan, read_plan
from assessment.ui.pages.roadmap.presets import draw_order_change
from assessment.ui.pages.roadmap.weights import draw_weights
from assessment.views.priorities import PrioritiesView, priorities_view
from assessment.views.wording.pages import roadmap as words


@st.fragment
@guarded
def draw_priorities(assessment_id: str) -> None:
    """Draw the order beside the weights; a weight that is moved reorders it at once."""
    plan = read_plan(assessment_id)
    view = priorities_view(plan.computed)
    order_place, weights_place = st.columns([4, 1], gap="large")
    with weights_place:
        if not plan.is_for_reading:
            draw_weights(plan)
        draw_order_change(plan)
        draw_firmness(plan)
    with order_place:
        _draw_order(plan, view)
    _draw_reasons(view)
    draw_opinions(plan.computed)


def _draw_order(plan: Plan, view: PrioritiesView) -> None:
    if plan.has_tried_weights:
        plain(words.TRIED, "small")
    if view.empty:
        plain(view.finding, "strong")
        plain(view.empty)
    else:
        picture(priorities(view, screen_theme()), view.table("priorities"), "roadmap:priorities-chart")


def _draw_reasons(view: PrioritiesView) -> None:
    """Under both, so that the reasons have the width of the page."""
    if not view.empty:
        draw_table(view.table("priorities"), "roadmap:priorities", without=("bar",))
    if view.warnings:
        care("\n".join(view.warnings))
    for remark in view.remarks:
        plain(remark, "small")
