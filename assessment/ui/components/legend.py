"""What the signs, hatches and dashes of a chart mean, in words under it."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from assessment.ui.components.text import plain
from assessment.views.legend import legend_text
from assessment.views.model import Table


def draw_legend(table: Table, notes: Sequence[str] = ()) -> None:
    """Draw the marks of a table's legend as one line, where it has any, and notes close under it."""
    lines = [line for line in (legend_text(table), *notes) if line]
    if lines:
        with st.container(gap=None):
            for line in lines:
                plain(line, "small")
