"""What the consultant wrote of the whole, a group or a process, with the way to the page where it is written."""

from __future__ import annotations

import streamlit as st

from assessment.domain.access.permissions import Permission
from assessment.domain.computed import Computed
from assessment.ui import access, navigation, session
from assessment.ui.components.heading import section_head
from assessment.ui.components.marked import draw_blocks
from assessment.ui.components.text import escaped, plain
from assessment.ui.pages.commentary import PLACE
from assessment.views.commentary.marked import blocks_of
from assessment.views.commentary.places import PlaceKind
from assessment.views.commentary.view import PlaceState, TextState, states_of
from assessment.views.wording.pages import commentary as words


def draw_commentary(computed: Computed, kind: PlaceKind, of_id: str = "") -> None:
    """Draw the text of one place, or, where nobody wrote one, the way to write it."""
    for one in states_of(computed, kind):
        if one.place.of_id == of_id:
            _draw(one)


def draw_group_texts(computed: Computed) -> None:
    """Draw the texts of the groups that have one."""
    for one in states_of(computed, PlaceKind.GROUP):
        if one.own is not None:
            _draw(one)


def _draw(one: PlaceState) -> None:
    place_id = one.place.id
    with st.container(key=session.of_assessment(f"results:commentary-{place_id}"), gap="small"):
        may_write = access.may(Permission.EDIT)
        if one.own is None and not may_write:
            return
        if one.own is None:
            navigation.link_to(navigation.COMMENTARY, escaped(words.WRITE), **{PLACE: place_id})
            return
        section_head(one.place.title)
        with st.container(width=820):
            draw_blocks(blocks_of(one.own.text))
        if one.state is TextState.OVERTAKEN:
            plain(words.OVERTAKEN, "small")
        if may_write:
            navigation.link_to(navigation.COMMENTARY, escaped(words.CHANGE), **{PLACE: place_id})
