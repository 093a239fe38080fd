"""Board: the plan as it is carried out.

__init__.py   which assessment, and which part of its board
place.py      the plan on the reader's day, with the versions of what was entered
progress.py   how far it is, and what leaves the house of it
cards.py      the steps of a wave, a column for each status
moving.py     saving a status that was chosen on a card
closing.py    closing a step: what one sees that it is done by, and what was seen
listing.py    everything by who has it, late and blocked first
step_rows.py  a row of a step: columns, cells, saving
run_rows.py   a row of an action: columns, cells, saving
in_a_copy.py  a plan that was signed off is run in a copy
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import streamlit as st

from assessment.ui import navigation, session
from assessment.ui.components.empty import empty_state, no_assessment_open
from assessment.ui.components.figure import load_style
from assessment.ui.components.heading import page_head
from assessment.ui.components.writing import attend
from assessment.ui.errors import guarded
from assessment.ui.pages.board.cards import draw_cards
from assessment.ui.pages.board.in_a_copy import draw_locked
from assessment.ui.pages.board.listing import draw_list
from assessment.ui.pages.board.place import Place, read_place
from assessment.ui.pages.board.progress import draw_progress
from assessment.views.wording.pages import board as words

PART = "on"


@guarded
def show() -> None:
    """Draw the page."""
    assessment_id = session.assessment_id()
    if assessment_id is None:
        page_head(words.TITLE)
        no_assessment_open()
        return
    place = read_place(assessment_id)
    session.keep_in_url(session.ASSESSMENT, assessment_id)
    load_style()
    attend()
    page_head(words.TITLE, place.computed.assessment.header)
    if place.is_closed:
        draw_locked(place)
    if place.view.empty:
        empty_state(words.EMPTY_TITLE if not place.computed.result.whole.process_count else "", place.view.empty)
        if st.button(words.TO_ROADMAP, type="primary", key=session.of_assessment("board:roadmap")):
            navigation.go_to(navigation.ROADMAP)
        return
    _draw_parts(place)


def _draw_parts(place: Place) -> None:
    drawn: Mapping[str, Callable[[Place], None]] = {"progress": draw_progress, "board": draw_cards, "list": draw_list}
    key = session.of_assessment("board:part")
    session.put(key, words.PARTS[_open_part()])
    tabs = st.tabs(list(words.PARTS.values()), key=key, on_change=_remember_part)
    for part, tab in zip(words.PARTS, tabs, strict=True):
        if tab.open:
            with tab:
                drawn[part](place)


def _open_part() -> str:
    wanted = session.url_id(PART)
    return wanted if wanted is not None and wanted in words.PARTS else next(iter(words.PARTS))


def _remember_part() -> None:
    chosen = session.value(session.of_assessment("board:part"))
    session.keep_in_url(PART, next((part for part, name in words.PARTS.items() if name == chosen), None))
