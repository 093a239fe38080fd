"""What the report holds and from which state of the assessment."""

from __future__ import annotations

import streamlit as st

from assessment.domain.computed import Computed
from assessment.ui.components.heading import section_head
from assessment.ui.components.look import chosen_layout
from assessment.ui.components.text import plain
from assessment.ui.pages.report.building import chosen_kind
from assessment.views.report import basis_of_report, chapter_titles
from assessment.views.report_kinds import sections_of
from assessment.views.wording.pages import report as words


def draw_content(computed: Computed) -> None:
    """Draw the chapters and what the report would be made from."""
    section_head(words.CONTENTS)
    with st.container(gap=None):
        for title in chapter_titles(computed, sections_of(chosen_kind(), chosen_layout().sections)):
            plain(title, "small")
    section_head(words.MADE_FROM)
    plain(basis_of_report(computed))
    plain(words.QUOTES)
    plain(words.HASH, "small")
    st.code(computed.snapshot_hash, language=None, wrap_lines=True)
