"""What each decision by hand costs the plan, and why a wish cannot be; reckoned when it is drawn."""

from __future__ import annotations

import streamlit as st

from assessment.ui.components.figure import draw_table
from assessment.ui.components.heading import section_head
from assessment.ui.components.text import care, plain
from assessment.ui.pages.roadmap.plan import Plan
from assessment.views.choices import choices_view, wish_lines
from assessment.views.wording import choices as words
from assessment.views.wording.pages.roadmap import WEIGHING


def draw_costs(plan: Plan) -> None:
    """Draw the cost of every decision; nothing where nothing is decided by hand."""
    with st.spinner(WEIGHING):
        view = choices_view(plan.computed)
    if view.empty:
        return
    section_head(words.TABLE_TITLE, words.TABLE_MEASURE)
    plain(view.finding)
    if view.table("choices").rows:
        draw_table(view.table("choices"), "roadmap:choices")
    draw_wishes(plan)


def draw_wishes(plan: Plan) -> None:
    """Draw each wish that cannot be with its cause; nothing where there is none."""
    if plan.settings.pins and (lines := wish_lines(plan.computed)):
        section_head(words.WISHES_TITLE)
        care("\n".join(lines))
