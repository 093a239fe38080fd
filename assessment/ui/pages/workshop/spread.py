"""How the votes on a question came out, for one horizon."""

from __future__ import annotations

import streamlit as st

from assessment.domain.authored.framework import Horizon
from assessment.services.room_state import RoomState
from assessment.ui.components.text import escaped, plain
from assessment.views.wording.workshop import reveal as words
from assessment.views.workshop.cockpit import AskedView


def draw_spread(view: AskedView, state: RoomState, horizon: Horizon) -> None:
    """Draw how many chose each statement."""
    found = next((one for one in state.revealed if one.horizon is horizon), None)
    if found is None:
        plain(words.NOBODY, "quiet")
        return
    for choice, count in zip(view.statements, found.code_counts, strict=True):
        st.markdown(f"**{choice.letter}**\u2002{escaped(choice.statement)} **{escaped(words.people(count))}**")
