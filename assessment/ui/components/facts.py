"""The facts of a view in a row, each with what it says and a note under it. They wrap on a narrow screen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from assessment.ui.components.text import escaped, plain
from assessment.views.model import Fact

USUAL_WIDTH = 170
LETTER_WIDTH = 14
"""Pixels that a letter of a fact may need; a longer fact gets a wider place, for one line is all it has."""


def facts(entries: Sequence[Fact], widths: Mapping[str, int] | None = None) -> None:
    """Draw the facts side by side. `widths` in pixels by the id of a fact, for those that need more or less room."""
    with st.container(horizontal=True, gap="small"):
        for fact in entries:
            width = (widths or {}).get(fact.id, max(USUAL_WIDTH, LETTER_WIDTH * len(fact.text)))
            with st.container(width=width, gap=None):
                st.metric(escaped(fact.label), fact.text, help=escaped(fact.meaning) if fact.meaning else None)
                if fact.note:
                    plain(fact.note, "small")
