"""What the report holds and from which state of the assessment; the same state as data."""

from __future__ import annotations

from functools import partial

import streamlit as st

from assessment.services.results import Computed
from assessment.ui import session
from assessment.ui.components.format import counted, share_text
from assessment.ui.components.heading import section_head
from assessment.ui.components.text import plain

_CHAPTERS = (
    ("Headline", "how many processes are at target, levels, mean, floor, how sure"),
    ("Heatmaps", "as it is, as it should be, the gap"),
    ("First five", "the priorities with their reasons"),
    ("Waves", "steps with owner, effort and movement, and what is not funded"),
    ("How firm", "how sure the order of the priorities is"),
    ("Process pages", "profile, what holds the level, target and its reason"),
    ("Organisation", "hand-offs, transitions, owners, technology, sourcing"),
    ("Method", "every own rule, weights, versions, respondents, the hash below"),
)


def draw_content(computed: Computed) -> None:
    """Draw the chapters and what the report would be made from."""
    assessment, result = computed.assessment, computed.result
    section_head("What is in it")
    with st.container(gap="xsmall"):
        for name, words in _CHAPTERS:
            st.markdown(f":small[**{name}** :gray[{words}]]")
    section_head("What it is made from")
    plain(
        f"{counted(len(assessment.scope), 'process', 'processes')}, "
        f"{counted(len(assessment.respondents), 'respondent')}, {len(assessment.ratings):,} answers; "
        f"{share_text(result.coverage_share)} of the questions have a value. "
        "Quotes are printed only where the facilitator released them.",
    )
    plain("Snapshot hash: page, report and data that carry the same hash show the same numbers.", "small")
    st.code(computed.snapshot_hash, language=None, wrap_lines=True)


def draw_export(computed: Computed) -> None:
    """Draw the export as data."""
    header = computed.assessment.header
    section_head("The assessment as data", "Complete: another Plumbline imports it and shows the same.")
    st.download_button(
        "Download as JSON",
        data=partial(session.plumbline().exchange.export_json, session.actor(), header.id),
        file_name=f"{header.id}.json",
        mime="application/json",
        key="report:export",
        icon=":material/download:",
        on_click="ignore",
    )
