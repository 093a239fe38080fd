"""What a process is: why it matters, where it starts and ends, its indicators, its guide, its names elsewhere."""

from __future__ import annotations

import streamlit as st

from assessment.domain.authored.content import Process
from assessment.reporting.wording import DIRECTION_WORDS, MATCH_WORDS
from assessment.services.results import Computed
from assessment.ui.components.figure import text_table
from assessment.ui.components.format import listed, process_name
from assessment.ui.components.text import plain


def draw_background(computed: Computed, process_id: str) -> None:
    """Draw the framework's own words on a process, folded."""
    process = computed.framework.process_by_id[process_id]
    with st.expander("Purpose and boundaries", key=f"results:purpose-{process_id}"):
        _draw_purpose(computed, process)
    if process.metrics:
        with st.expander("Indicators worth having", key=f"results:metrics-{process_id}"):
            text_table(
                ("Indicator", "Unit", "Direction", "What it tells"),
                [
                    (entry.name, entry.unit, DIRECTION_WORDS[entry.direction], entry.meaning)
                    for entry in process.metrics
                ],
                alt=f"Indicators of {process.name}",
            )
    if process.guide is not None:
        with st.expander("Facilitator's guide", key=f"results:guide-{process_id}"):
            _draw_guide(process)
    if process.crosswalk:
        with st.expander("In other publications", key=f"results:crosswalk-{process_id}"):
            text_table(
                ("Publication", "Reference", "It covers"),
                [(entry.publication, entry.reference, MATCH_WORDS[entry.match]) for entry in process.crosswalk],
                alt=f"{process.name} in other publications",
            )
            plain(computed.framework.independence, "small")


def _draw_purpose(computed: Computed, process: Process) -> None:
    plain(process.why)
    plain(f"It starts: {process.starts}")
    plain(f"It ends: {process.ends}")
    for confusion in process.confused_with:
        plain(f"Often confused with {process_name(computed.framework, confusion.process_id)}. {confusion.difference}")
    plain(f"In the room: {listed(process.in_the_room)}.", "small")


def _draw_guide(process: Process) -> None:
    guide = process.guide
    if guide is None:
        return
    plain(guide.opening)
    plain(f"{guide.minutes_quick} minutes at quick depth, {guide.minutes_full} at full depth.", "small")
    plain("Ask", "strong")
    for probe in guide.probes:
        plain(probe)
    plain("What goes wrong in the room", "strong")
    for trap in guide.traps:
        plain(trap)
