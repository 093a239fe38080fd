"""How far the chosen plan has drifted from what would be best now: a line at the top of the page, and its tables."""

from __future__ import annotations

import streamlit as st

from assessment.charts.plans import reached
from assessment.domain.computed import Computed
from assessment.ui import session
from assessment.ui.components.facts import facts
from assessment.ui.components.figure import draw_listing, draw_table, picture, screen_theme
from assessment.ui.components.heading import section_head
from assessment.ui.components.text import plain, remark
from assessment.ui.pages.roadmap.plan import Plan
from assessment.ui.pages.roadmap.tried import give_up_tried, tried_plan_id
from assessment.views.plans.drifting import drift_view
from assessment.views.wording.pages import plans as words


def draw_top(computed: Computed, assessment_id: str) -> None:
    """Draw what holds for the whole page: that a plan's settings are tried, and whether the chosen plan holds."""
    tried_id = tried_plan_id(assessment_id)
    tried = next((one for one in computed.assessment.plans if one.id == tried_id), None)
    if tried is not None:
        remark(words.tried(tried.name))
        st.button(words.BACK, key=session.of_assessment("roadmap:plans-back"), on_click=give_up_tried)
    view = drift_view(computed)
    if not view.empty:
        plain(view.finding)


def draw_drift(plan: Plan) -> None:
    """Draw what became of the steps of the chosen plan; without one, how to choose it."""
    section_head(words.DRIFT_TITLE)
    view = drift_view(plan.computed)
    plain(view.finding, "strong")
    if view.empty:
        plain(view.empty, "quiet")
        return
    facts(view.facts)
    for note in view.notes:
        plain(note, "small")
    draw_listing(view.table("drift"), "roadmap:plans-drift")
    if view.table("drift").rows:
        picture(reached(view, screen_theme()), view.table("reached"), "roadmap:plans-kept")
        draw_table(view.table("reached"), "roadmap:plans-kept")
