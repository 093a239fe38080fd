"""Saved plans: keeping the present one under a name, the list, and what is done with each of them."""

from __future__ import annotations

import streamlit as st

from assessment.domain.answered.entries import SHORT_TEXT_LIMIT
from assessment.ui import session
from assessment.ui.components.figure import draw_listing
from assessment.ui.components.heading import section_head
from assessment.ui.components.saved import saved_sign
from assessment.ui.components.text import plain
from assessment.ui.components.writing import ask, settle
from assessment.ui.errors import guarded
from assessment.ui.pages.roadmap.plan import Plan, read_plan
from assessment.ui.pages.roadmap.plans_compared import draw_compared
from assessment.ui.pages.roadmap.plans_drift import draw_drift
from assessment.ui.pages.roadmap.plans_one import draw_one
from assessment.views.plans.listing import plans_view
from assessment.views.wording.pages import plans as words


@st.fragment
@guarded
def draw_plans(assessment_id: str) -> None:
    """Draw the saved plans, two of them side by side, and how far the chosen one has drifted."""
    plan = read_plan(assessment_id)
    view = plans_view(plan.computed)
    if not plan.is_locked:
        _draw_form(plan)
    section_head(words.LIST_TITLE)
    plain(view.finding, "strong")
    if view.empty:
        plain(view.empty)
        return
    draw_listing(view.table("plans"), "roadmap:plans")
    plain(view.table("plans").measure, "small")
    if not plan.is_locked:
        draw_one(plan)
    draw_drift(plan)
    draw_compared(plan)


def _draw_form(plan: Plan) -> None:
    key = plan.key("plans-new")
    section_head(words.SAVE_TITLE, words.SAVE_TRIED if plan.is_tried else words.SAVE_LEAD)
    with st.form(key, clear_on_submit=True, border=False):
        name_place, button_place = st.columns([4, 1], vertical_alignment="bottom")
        with name_place:
            typed = ask(words.NAME_LABEL, f"{key}:name", SHORT_TEXT_LIMIT)
        is_sent = button_place.form_submit_button(words.SAVE, width="stretch")
    if is_sent:
        with session.saving(key, words.SAVED_AS), st.spinner(words.SAVING):
            session.plumbline().plans.save(
                session.actor(), plan.assessment_id, typed, settings=plan.settings if plan.is_tried else None
            )
            settle(f"{key}:name", typed)
        if not session.has_trouble(key):
            st.rerun()
    if session.save_outcome(key) is not None:
        saved_sign(key)
