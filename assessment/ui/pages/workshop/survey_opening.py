"""How a survey is opened, and until when it takes answers."""

from __future__ import annotations

from datetime import datetime, time

import streamlit as st

from assessment.domain.answered.workshop import RoomKind
from assessment.domain.workshop.room import Room
from assessment.services.rooms import RoomChange
from assessment.ui import session
from assessment.ui.components.text import plain
from assessment.ui.pages.workshop.place import Cockpit
from assessment.views.wording.workshop import survey as words

_SIGN = "survey"
_END_OF_WORK = time(17, 0)


def draw_opening(cockpit: Cockpit) -> None:
    """Draw what a survey needs to be told, and the button."""
    _draw_moment(cockpit, "survey", None)
    anonymous = cockpit.key("survey:anonymous")
    session.seed(anonymous, True)
    st.toggle(words.TAKES_ANONYMOUS, key=anonymous)
    st.button(words.OPEN_SURVEY, key=cockpit.key("survey:open"), type="primary", on_click=_open, args=(cockpit,))


def draw_deadline(cockpit: Cockpit, room: Room) -> None:
    """Draw the deadline, to be extended or taken out."""
    if not room.is_open:
        return
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        _draw_moment(cockpit, _deadline_name(room), room.deadline)
        st.button(words.SET_DEADLINE, key=cockpit.key("survey:extend"), on_click=_extend, args=(cockpit, room))
    plain(words.DEADLINE_HINT, "small")


def _deadline_name(room: Room) -> str:
    """What the fields of a deadline go by: once somebody else set another one they begin anew from it."""
    return f"survey:{room.id}:{room.deadline}"


def _draw_moment(cockpit: Cockpit, name: str, stored: datetime | None) -> None:
    local = None if stored is None else session.local_time(stored)
    day, hour = cockpit.key(f"{name}:day"), cockpit.key(f"{name}:hour")
    session.seed(day, None if local is None else local.date())
    session.seed(hour, _END_OF_WORK if local is None else local.time().replace(second=0, microsecond=0))
    with st.container(horizontal=True, gap="small", width="content"):
        st.date_input(words.DEADLINE_DAY, value=None, key=day, format="DD/MM/YYYY", width=160)
        st.time_input(words.DEADLINE_TIME, key=hour, width=120)


def _chosen(cockpit: Cockpit, name: str) -> datetime | None:
    day = session.value(cockpit.key(f"{name}:day"))
    hour = session.value(cockpit.key(f"{name}:hour")) or _END_OF_WORK
    return None if day is None else session.moment_at(day, hour)


def _open(cockpit: Cockpit) -> None:
    """Callback: open the survey as it was chosen, by the address that was found first."""
    services, actor = session.plumbline(), session.actor()
    with session.saving(cockpit.key(_SIGN)):
        proposals = services.reach.ways(actor, cockpit.assessment_id).proposals
        services.rooms.open_room(
            actor,
            cockpit.assessment_id,
            RoomKind.SURVEY,
            takes_anonymous=bool(session.value(cockpit.key("survey:anonymous"), True)),
            address=proposals[0].address if proposals else session.own_address() or None,
            deadline=_chosen(cockpit, "survey"),
        )


def _extend(cockpit: Cockpit, room: Room) -> None:
    """Callback: another deadline, or none."""
    with session.saving(cockpit.key(_SIGN)):
        change = RoomChange(deadline=_chosen(cockpit, _deadline_name(room)))
        session.plumbline().rooms.change(session.actor(), cockpit.assessment_id, room.id, room.step, change)
