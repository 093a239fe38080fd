"""The heatmap as it would be after each wave, today first."""

from __future__ import annotations

import streamlit as st

from assessment.charts.heatmap import heatmap
from assessment.ui import session
from assessment.ui.components.choosing import labels
from assessment.ui.components.figure import compact, figure, screen_theme
from assessment.ui.components.legend import draw_legend
from assessment.ui.errors import guarded
from assessment.ui.pages.roadmap.plan import read_plan
from assessment.views.heatmap import projected_view
from assessment.views.wording.pages import roadmap as words

_ROW_HEIGHT = 20


@st.fragment
@guarded
def draw_projection(assessment_id: str) -> None:
    """Draw the heatmap after the chosen wave."""
    plan = read_plan(assessment_id)
    waves = plan.computed.roadmap.waves
    names = {0: words.TODAY} | {wave.number: words.after_wave(wave.number) for wave in waves}
    key = plan.key("after")
    if session.value(key) not in names:
        session.put(key, len(waves))
    number = st.segmented_control(
        words.PROJECTION_LABEL,
        list(names),
        required=True,
        format_func=labels(names),
        key=key,
        label_visibility="collapsed",
    )
    view = projected_view(plan.computed, number or 0)
    chart = compact(heatmap(view, screen_theme()), _ROW_HEIGHT)
    figure(chart, view.tables[0], f"roadmap:projection-{number or 0}", is_tiled=True)
    draw_legend(view.tables[0], (words.PROJECTION_NOTE,))
