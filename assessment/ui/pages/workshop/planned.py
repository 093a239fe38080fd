"""The agenda and, folded, the planner that says what fits."""

from __future__ import annotations

import streamlit as st

from assessment.ui import session
from assessment.ui.pages.workshop import agenda, planner
from assessment.ui.pages.workshop.place import Cockpit
from assessment.views.wording.pages import workshop as words


def draw_planned(cockpit: Cockpit) -> None:
    """Draw both: the agenda first where there is one; until then the planner is open."""
    has_agenda = bool(cockpit.assessment.agenda)
    if has_agenda:
        agenda.draw(cockpit)
    _draw_planner(cockpit)
    if not has_agenda:
        agenda.draw(cockpit)


def _draw_planner(cockpit: Cockpit) -> None:
    key = cockpit.key("planner-fold")
    session.seed(key, not cockpit.assessment.agenda)
    fold = st.expander(words.PLANNER, key=key, on_change="rerun", type="compact")
    if fold.open:
        with fold:
            planner.draw(cockpit, _people_count(cockpit))


def _people_count(cockpit: Cockpit) -> int | None:
    if cockpit.room is None:
        return None
    state = session.plumbline().voting.state(session.actor(), cockpit.assessment_id, cockpit.room.id)
    return state.head_count or None
