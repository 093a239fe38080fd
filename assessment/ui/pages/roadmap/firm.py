"""How firm the order is: computed when somebody asks, kept for as long as nothing changes."""

from __future__ import annotations

import streamlit as st

from assessment.domain.planning.results import Firmness
from assessment.reporting.charts import ranks, ranks_table
from assessment.ui import session
from assessment.ui.components.figure import figure, screen_theme
from assessment.ui.components.heading import section_head
from assessment.ui.components.text import plain
from assessment.ui.pages.roadmap.plan import Plan

_ASKED = "roadmap:firmness-of"
_MEANINGS = {
    "firm": "The first places stay what they are whatever one weighs a little differently.",
    "likely": "The order mostly holds; neighbours may change places.",
    "open": "Other weights or other people would give another order: treat the ranks as a group.",
}


def draw_firmness(plan: Plan) -> None:
    """Draw the word for it; the ranks open in a dialog."""
    section_head("How firm is this order?")
    if plan.is_tried:
        plain("Save the weights first: firmness is measured for the saved ones.", "small")
        return
    if session.value(_ASKED) != plan.header.id:
        plain("It is measured by 2,000 draws of weights, people and linkages.", "small")
        st.button("Measure it", key="roadmap:measure-firmness", on_click=session.put, args=(_ASKED, plan.header.id))
        return
    with st.spinner("Drawing 2,000 times"):
        firmness = session.plumbline().results.firmness(session.actor(), plan.header.id)
    _draw_word(plan, firmness)


def _draw_word(plan: Plan, firmness: Firmness) -> None:
    tau = "" if firmness.mean_tau is None else f" (mean rank correlation {firmness.mean_tau:.2f})"
    plain(f"{firmness.word.capitalize()}{tau}", "strong")
    plain(_MEANINGS.get(firmness.word, ""), "small")
    if st.button("See the ranks", key="roadmap:ranks"):
        _show_ranks(plan, firmness)


@st.dialog("How firm each place is", width="large")
def _show_ranks(plan: Plan, firmness: Firmness) -> None:
    figure(
        ranks(plan.framework, firmness, screen_theme()),
        ranks_table(plan.framework, firmness),
        "roadmap:ranks-chart",
    )
    plain(f"{firmness.draw_count:,} draws, seed {firmness.seed}: the same answers give the same numbers.", "small")
