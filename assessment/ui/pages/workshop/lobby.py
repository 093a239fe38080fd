"""Who is here, how the others join, and the first question."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from assessment.domain.workshop.next_item import NextItem
from assessment.domain.workshop.room import Room
from assessment.services.room_state import RoomState
from assessment.ui.components.text import plain
from assessment.ui.pages.workshop import accepting, next_item
from assessment.ui.pages.workshop.bar import Step, draw_bar
from assessment.ui.pages.workshop.choosing import draw_another, following
from assessment.ui.pages.workshop.counting import draw_live
from assessment.ui.pages.workshop.joining import draw_joining
from assessment.ui.pages.workshop.moving import ask, pause
from assessment.ui.pages.workshop.people import draw_present
from assessment.ui.pages.workshop.place import Cockpit
from assessment.views.names import item_name
from assessment.views.wording.pages import workshop as words
from assessment.views.wording.workshop.joining import head_count


def draw_lobby(cockpit: Cockpit, room: Room) -> None:
    """Draw the lobby and its bar."""
    best = next_item.best_next(cockpit)
    joining, beside = st.columns(2, gap="large")
    with joining:
        draw_joining(cockpit, room)
    with beside:
        draw_live(cockpit, room, partial(draw_present, cockpit))
        next_item.draw(cockpit, best, partial(ask, cockpit))
        draw_another(cockpit, room)
        _draw_accepting(cockpit)
    draw_bar(cockpit, lambda: draw_live(cockpit, room, _draw_head_count), (_first(cockpit, best),))


def _draw_accepting(cockpit: Cockpit) -> None:
    fold = st.expander(words.ACCEPTING, key=cockpit.key("accepting-fold"), on_change="rerun", type="compact")
    if fold.open:
        with fold:
            accepting.draw(cockpit)


def _draw_head_count(state: RoomState) -> None:
    with st.container(key="live-count", width="content"):
        plain(head_count(state.head_count), "strong", width="content")


def _first(cockpit: Cockpit, best: Sequence[NextItem]) -> Step:
    item_id = best[0].item_id if best else following(cockpit)
    if item_id is None:
        return Step(id="ask", label=words.ASK, act=partial(pause, cockpit), is_disabled=True)
    return Step(
        id="ask", label=words.ask_this(item_name(cockpit.framework, item_id)), act=partial(ask, cockpit, item_id)
    )
