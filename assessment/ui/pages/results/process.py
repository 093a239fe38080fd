"""One process: where it stands, what holds it, why, where it should be, and how far people agree."""

from __future__ import annotations

import streamlit as st

from assessment.domain.authored.content import Origin
from assessment.reporting.charts import profile, profile_table
from assessment.services.results import Computed
from assessment.ui import session
from assessment.ui.components.figure import figure, screen_theme
from assessment.ui.components.format import level_text, process_name
from assessment.ui.components.heading import section_head
from assessment.ui.components.text import care, plain
from assessment.ui.components.words import EXTENSION_MARK
from assessment.ui.pages.results.aim import draw_aim
from assessment.ui.pages.results.background import draw_background
from assessment.ui.pages.results.holding import draw_holding
from assessment.ui.pages.results.place import PROCESS, open_process
from assessment.ui.pages.results.reasons import draw_reasons
from assessment.ui.pages.results.standing import draw_standing
from assessment.ui.pages.results.voices import draw_voices


def draw_process(computed: Computed) -> None:
    """Draw everything there is to one process, chosen at the top."""
    process_id = _chosen(computed)
    framework, assessment = computed.framework, computed.assessment
    process = computed.result.process(process_id)
    described = framework.process_by_id[process_id]
    extension = f" ({EXTENSION_MARK})" if described.origin is Origin.EXTENSION else ""
    plain(f"{described.purpose}{extension}", "quiet")
    draw_standing(computed, process)
    if process.warnings:
        care("\n".join(warning.sentence for warning in process.warnings))
    chart_place, holding_place = st.columns([2, 1], gap="large")
    with chart_place:
        figure(
            profile(framework, process, screen_theme(), carry_percent=assessment.header.carry_percent),
            profile_table(framework, process),
            f"results:profile-{process_id}",
        )
    with holding_place:
        draw_holding(computed, process)
    section_head("Why this number", "Each attribute with its questions, the answers to them and what people said.")
    draw_reasons(assessment.header.id, process_id)
    section_head("Where it should be")
    draw_aim(computed, process)
    section_head("How far people agree")
    draw_voices(computed, process)
    section_head("About the process")
    draw_background(computed, process_id)


def _chosen(computed: Computed) -> str:
    framework, result = computed.framework, computed.result
    session.put("results:process", open_process(computed))

    def labelled(process_id: str) -> str:
        return f"{process_name(framework, process_id)}, level {level_text(result.process(process_id).level.level)}"

    return st.selectbox(
        "Process",
        [process.process_id for process in result.processes],
        format_func=labelled,
        key="results:process",
        label_visibility="collapsed",
        on_change=lambda: session.keep_in_url(PROCESS, session.value("results:process")),
    )
