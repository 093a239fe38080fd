"""The organisation on each characteristic: how many processes stand at N, P, L and F, and which are weakest."""

from __future__ import annotations

import streamlit as st

from assessment.reporting.charts import characteristics, characteristics_table
from assessment.services.results import Computed
from assessment.ui.components.figure import screen_theme, text_table, wide
from assessment.ui.components.text import plain


def draw_characteristics(computed: Computed) -> None:
    """Draw the profile of the organisation and its numbers."""
    framework, result = computed.framework, computed.result
    table = characteristics_table(framework, result)
    with wide("results:characteristics"):
        st.altair_chart(
            characteristics(framework, result, screen_theme()),
            theme=None,
            key="results:characteristics",
            alt=table.caption,
        )
    text_table(table.columns, table.rows, alt=table.caption)
    plain(
        "Six of these are the reference model's process-management characteristics; delivery and quality control are "
        "the work each process names for itself.",
        "small",
    )
