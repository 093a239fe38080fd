"""What a process is: why it matters, where it starts and ends, its indicators, its guide, its names elsewhere."""

from __future__ import annotations

import streamlit as st

from assessment.ui import session
from assessment.ui.components.figure import draw_table
from assessment.ui.components.text import plain
from assessment.views.background import BackgroundView, GuideView


def draw_background(view: BackgroundView, process_id: str) -> None:
    """Draw the framework's own words on a process, folded."""
    with st.expander(view.boundaries_title, key=session.of_assessment(f"results:purpose-{process_id}")):
        for sentence in view.boundaries:
            plain(sentence)
    metrics, crosswalk = view.table("metrics"), view.table("crosswalk")
    if metrics.rows:
        with st.expander(metrics.title, key=session.of_assessment(f"results:metrics-{process_id}")):
            draw_table(metrics, f"results:metrics-table-{process_id}")
    if view.guide is not None:
        with st.expander(view.guide.title, key=session.of_assessment(f"results:guide-{process_id}")):
            _draw_guide(view.guide)
    if crosswalk.rows:
        with st.expander(crosswalk.title, key=session.of_assessment(f"results:crosswalk-{process_id}")):
            draw_table(crosswalk, f"results:crosswalk-table-{process_id}")
    if view.overlaps:
        with st.expander(view.overlaps_title, key=session.of_assessment(f"results:overlaps-{process_id}")):
            for sentence in view.overlaps:
                plain(sentence)


def _draw_guide(guide: GuideView) -> None:
    plain(guide.opening)
    plain(guide.duration, "small")
    for title, lines in ((guide.probes_title, guide.probes), (guide.traps_title, guide.traps)):
        plain(title, "strong")
        for line in lines:
            plain(line)
