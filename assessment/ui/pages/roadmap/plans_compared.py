"""Two plans side by side: which step moves where, what each takes, and how many processes are at target when."""

from __future__ import annotations

import streamlit as st

from assessment.charts.plans import moves, reached
from assessment.ui import session
from assessment.ui.components.choosing import labels
from assessment.ui.components.figure import draw_table, picture, screen_theme
from assessment.ui.components.heading import section_head
from assessment.ui.components.text import plain
from assessment.ui.pages.roadmap.plan import Plan
from assessment.views.plans.comparing import plans_compared_view
from assessment.views.plans.listing import plan_names, usual_pair
from assessment.views.wording.pages import plans as words


def draw_compared(plan: Plan) -> None:
    """Draw a choice of two plans and what differs between them."""
    section_head(words.COMPARE_TITLE)
    first_id, second_id = _chosen(plan)
    if first_id == second_id:
        plain(words.SAME_TWICE, "quiet")
        return
    view = plans_compared_view(plan.computed, first_id, second_id)
    steps = view.table("steps")
    if steps.rows:
        picture(moves(view, screen_theme()), steps, "roadmap:plans-moves", is_wide=True)
    else:
        plain(view.finding, "strong")
    draw_table(steps, "roadmap:plans-steps")
    for note in view.notes:
        plain(note, "small")
    sums_place, reached_place = st.columns(2, gap="large")
    with sums_place:
        plain(view.table("sums").title, "strong")
        draw_table(view.table("sums"), "roadmap:plans-sums")
        plain(view.table("sums").measure, "small")
    with reached_place:
        picture(reached(view, screen_theme()), view.table("reached"), "roadmap:plans-reached")
        draw_table(view.table("reached"), "roadmap:plans-reached")


def _chosen(plan: Plan) -> tuple[str, str]:
    names = plan_names(plan.computed)
    found: list[str] = []
    with st.container(horizontal=True, gap="medium"):
        for place, (label, usual) in enumerate(
            zip((words.FIRST_LABEL, words.SECOND_LABEL), usual_pair(plan.computed), strict=True)
        ):
            key = plan.key(f"plans-side-{place}")
            if session.value(key) not in names:
                session.put(key, usual)
            chosen = st.selectbox(label, tuple(names), format_func=labels(names), key=key, width=320)
            found.append(chosen or usual)
    return found[0], found[1]
