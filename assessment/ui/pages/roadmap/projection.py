"""The heatmap as it would be after each wave, today first."""

from __future__ import annotations

import streamlit as st

from assessment.reporting.charts import projected_heatmap, projected_heatmap_table
from assessment.ui import session
from assessment.ui.components.figure import compact, figure, screen_theme
from assessment.ui.components.text import plain
from assessment.ui.errors import guarded
from assessment.ui.pages.roadmap.plan import read_plan

_ROW_HEIGHT = 20


@st.fragment
@guarded
def draw_projection(assessment_id: str) -> None:
    """Draw the heatmap after the chosen wave."""
    plan = read_plan(assessment_id)
    labels = {0: "Today"} | {wave.number: f"After wave {wave.number}" for wave in plan.roadmap.waves}
    if session.value("roadmap:after") not in labels:
        session.put("roadmap:after", len(plan.roadmap.waves))
    number = st.segmented_control(
        "After which wave",
        list(labels),
        required=True,
        format_func=labels.__getitem__,
        key="roadmap:after",
        label_visibility="collapsed",
    )
    wave_number = number or 0
    chart = projected_heatmap(plan.framework, plan.result, plan.roadmap, wave_number, screen_theme())
    table = projected_heatmap_table(plan.framework, plan.result, plan.roadmap, wave_number)
    figure(compact(chart, _ROW_HEIGHT), table, f"roadmap:projection-{wave_number}", is_wide=True)
    plain("What each step is planned to reach, not a promise: answers of the next assessment will tell.", "small")
