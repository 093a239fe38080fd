"""No room is open: what a workshop is, and how its room is opened."""

from __future__ import annotations

import streamlit as st

from assessment.domain.answered.workshop import RoomKind
from assessment.domain.workshop.room import LeadersVote, Room
from assessment.ui import session
from assessment.ui.components.choosing import labels
from assessment.ui.components.empty import empty_state
from assessment.ui.components.saved import saved_sign
from assessment.ui.components.text import plain
from assessment.ui.pages.workshop.place import Cockpit
from assessment.views.wording.numbers import moment_text
from assessment.views.wording.pages import workshop as words

_SIGN = "open"


def draw_opening(cockpit: Cockpit) -> None:
    """Draw what a workshop is, how leadership votes, and the button."""
    empty_state(words.NO_ROOM, words.NO_ROOM_LEAD)
    if cockpit.is_locked or not cockpit.may_lead_people:
        plain(words.CANNOT_OPEN, "quiet")
        return
    leaders, anonymous = cockpit.key("leaders"), cockpit.key("anonymous")
    st.radio(words.LEADERS, tuple(LeadersVote), format_func=labels(words.LEADERS_VOTE), key=leaders)
    session.seed(anonymous, True)
    st.toggle(words.TAKES_ANONYMOUS, key=anonymous, help=words.TAKES_ANONYMOUS_HINT)
    st.button(
        words.OPEN_ROOM, key=cockpit.key("open"), type="primary", shortcut="Alt+N", on_click=_open, args=(cockpit,)
    )
    if session.save_outcome(cockpit.key(_SIGN)) is not None:
        saved_sign(cockpit.key(_SIGN))
    _draw_earlier(cockpit)


def _draw_earlier(cockpit: Cockpit) -> None:
    """Draw the rooms that were closed, each with the way back into it."""
    rooms = session.plumbline().rooms.rooms(session.actor(), cockpit.assessment_id)
    closed = [room for room in rooms if room.kind is RoomKind.WORKSHOP and not room.is_open]
    if not closed:
        return
    plain(words.EARLIER, "strong")
    for room in closed:
        ended = room.closed_at or room.opened_at
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.button(words.REOPEN, key=cockpit.key(f"reopen:{room.id}"), on_click=_reopen, args=(cockpit, room))
            opened_at, closed_at = (moment_text(session.local_time(one)) for one in (room.opened_at, ended))
            plain(words.room_line(opened_at, closed_at), "quiet", width="content")


def _open(cockpit: Cockpit) -> None:
    """Callback: open a room as it was chosen."""
    services, actor = session.plumbline(), session.actor()
    with session.saving(cockpit.key(_SIGN)):
        proposals = services.reach.ways(actor, cockpit.assessment_id).proposals
        services.rooms.open_room(
            actor,
            cockpit.assessment_id,
            RoomKind.WORKSHOP,
            leaders=LeadersVote(session.value(cockpit.key("leaders"), LeadersVote.TOGETHER)),
            takes_anonymous=bool(session.value(cockpit.key("anonymous"), True)),
            address=proposals[0].address if proposals else None,
        )


def _reopen(cockpit: Cockpit, room: Room) -> None:
    """Callback: let people in again."""
    with session.saving(cockpit.key(_SIGN)):
        session.plumbline().rooms.reopen_room(session.actor(), cockpit.assessment_id, room.id)
