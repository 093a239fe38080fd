"""How firm the order is: computed when somebody asks, and from then on with every weight that is moved."""

from __future__ import annotations

import streamlit as st

from assessment.charts.priorities import ranks
from assessment.ui import session
from assessment.ui.components.facts import facts
from assessment.ui.components.figure import draw_table, figure, screen_theme
from assessment.ui.components.heading import section_head
from assessment.ui.components.text import plain
from assessment.ui.pages.roadmap.plan import Plan
from assessment.views.firmness import firmness_view
from assessment.views.model import View
from assessment.views.wording.pages import roadmap as words

_ASKED = "roadmap:firmness-of"


def draw_firmness(plan: Plan) -> None:
    """Draw the word for it; the ranks open in a dialog."""
    section_head(words.FIRMNESS_TITLE)
    if session.value(_ASKED) != plan.assessment_id:
        plain(words.FIRMNESS_HINT, "small")
        st.button(
            words.MEASURE, key=plan.key("measure-firmness"), on_click=session.put, args=(_ASKED, plan.assessment_id)
        )
        return
    with st.spinner(words.MEASURING):
        view = firmness_view(plan.computed)
    word = view.fact("word")
    plain(word.text, "strong")
    plain(word.note, "small")
    plain(view.finding)
    if st.button(words.SHOW_RANKS, key=plan.key("ranks")):
        _show_ranks(view)


@st.dialog(words.RANKS_DIALOG, width="large")
def _show_ranks(view: View) -> None:
    ranked, ranges = view.table("firmness"), view.table("sensitivity")
    if ranked.rows:
        figure(ranks(view, screen_theme()), ranked, "roadmap:ranks-chart")
    else:
        plain(ranked.empty)
    section_head(ranges.title, ranges.measure)
    draw_table(ranges, "roadmap:sensitivity")
    facts(view.facts)
    for note in view.notes:
        plain(note, "small")
