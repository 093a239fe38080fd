"""A question while its votes come in: its statements, how many are in, and the reveal."""

from __future__ import annotations

from functools import partial

import streamlit as st

from assessment.domain.authored.framework import Item
from assessment.domain.workshop.room import Room
from assessment.domain.workshop.sequence import agreed_ids
from assessment.services.room_state import RoomState
from assessment.ui import session
from assessment.ui.components.text import escaped, plain
from assessment.ui.pages.workshop.bar import Step, draw_bar, go_on
from assessment.ui.pages.workshop.choosing import draw_another, draw_by_hand
from assessment.ui.pages.workshop.counting import draw_live
from assessment.ui.pages.workshop.moving import park, pause, reveal
from assessment.ui.pages.workshop.people import draw_progress
from assessment.ui.pages.workshop.place import Cockpit
from assessment.views.wording.pages import workshop as words
from assessment.views.wording.workshop import cockpit as said
from assessment.views.wording.workshop.lobby import are_in
from assessment.views.workshop.cockpit import AskedView, asked_view


def draw_voting(cockpit: Cockpit, room: Room, item: Item) -> None:
    """Draw the question, who is in, and the bar."""
    view = asked_view(cockpit.framework, cockpit.assessment, item)
    asked, beside = st.columns([5, 2], gap="large")
    with asked:
        draw_statements(view)
        draw_by_hand(cockpit, item)
        draw_another(cockpit, room)
    with beside:
        if cockpit.may_lead_people:
            plain(words.WHO_IS_IN, "strong")
        draw_live(cockpit, room, partial(draw_progress, cockpit))
    steps: tuple[Step, ...] = (
        Step(id="pause", label=words.TO_LOBBY, act=partial(pause, cockpit)),
        Step(id="park", label=words.PARK, act=partial(park, cockpit, item), shortcut="Alt+P"),
        Step(id="reveal", label=words.REVEAL, act=partial(reveal, cockpit)),
    )
    if _is_agreed_by_hand(cockpit, room, item):
        steps = (*steps, go_on(cockpit, view.next_id))
    draw_bar(cockpit, lambda: draw_live(cockpit, room, draw_count), steps)


def _is_agreed_by_hand(cockpit: Cockpit, room: Room, item: Item) -> bool:
    """Whether hands were counted since the question was put to the phones, all of it is agreed, and no phone voted."""
    if item.id not in agreed_ids(cockpit.framework, cockpit.assessment, item.process_id):
        return False
    services, actor = session.plumbline(), session.actor()
    rounds = [one.round for one in services.hands.rounds(actor, cockpit.assessment_id, item.id)]
    if all(one.number <= room.round_number for one in rounds):
        return False
    return not services.voting.state(actor, cockpit.assessment_id, room.id).in_count


def draw_statements(view: AskedView) -> None:
    """Draw where the question stands in its process, and its statements by letter."""
    plain(said.where(view.process, view.finding, view.place), "quiet")
    with st.container(gap="xsmall", key="room-statements"):
        for choice in view.statements:
            st.markdown(f"**{choice.letter}**\u2002{escaped(choice.statement)}")


def draw_count(state: RoomState) -> None:
    """Draw how many are in; a screen reader hears it as it grows."""
    with st.container(key="live-count", width="content"):
        plain(are_in(state.in_count, state.expected_count), "strong", width="content")
    if not state.is_leaders_turn:
        plain(said.LEADERS_WAIT, "small", width="content")
