"""A few numbers in a row, each with what it says and a note under it. They wrap on a narrow screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from assessment.ui.components.text import escaped, plain


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One number: its label, the value, and a note in words. `meaning` opens at the question mark.

    `width` is in pixels.
    """

    label: str
    value: str
    note: str = ""
    width: int = 170
    meaning: str | None = None


def facts(entries: Sequence[Fact]) -> None:
    """Draw the facts side by side."""
    with st.container(horizontal=True, gap="small"):
        for fact in entries:
            with st.container(width=fact.width, gap=None):
                st.metric(escaped(fact.label), fact.value, help=escaped(fact.meaning) if fact.meaning else None)
                if fact.note:
                    plain(fact.note, "small")
