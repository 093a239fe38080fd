"""What changes by itself: drawn anew every second, apart from everything that somebody may be typing into."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from assessment.domain.workshop.room import Room
from assessment.services.room_state import RoomState
from assessment.ui import session
from assessment.ui.errors import guarded
from assessment.ui.pages.workshop.place import Cockpit

EVERY_SECONDS = 1.0


def draw_live(cockpit: Cockpit, room: Room, draw: Callable[[RoomState], None]) -> None:
    """Draw something of the room's state every second; once the room is at another step the whole page follows."""

    @st.fragment(run_every=EVERY_SECONDS)
    @guarded
    def live() -> None:
        state = session.plumbline().voting.state(session.actor(), cockpit.assessment_id, room.id)
        if (state.room.step, state.room.is_open) != (room.step, room.is_open):
            st.rerun(scope="app")
        draw(state)

    live()
