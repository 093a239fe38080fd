"""The board: one wave, its steps in a column for each status; what is late or blocked stands first in each."""

from __future__ import annotations

import streamlit as st

from assessment.ui import session
from assessment.ui.components.choosing import labels
from assessment.ui.components.text import escaped, plain, with_icon
from assessment.ui.errors import guarded
from assessment.ui.pages.board.closing import closing_line, draw_closing
from assessment.ui.pages.board.moving import draw_moved, move, status_key
from assessment.ui.pages.board.place import Place, read_place
from assessment.views.board.columns import BoardColumn, board_view
from assessment.views.board.lines import Line, due_cell, owner_cell
from assessment.views.wording import register as register_words
from assessment.views.wording.numbers import unbroken
from assessment.views.wording.pages import board as words


def draw_cards(place: Place) -> None:
    """Draw the wave that the day is in, or the one chosen."""
    _draw(place.assessment_id)


@st.fragment
@guarded
def _draw(assessment_id: str) -> None:
    place = read_place(assessment_id)
    view = board_view(place.computed, place.day)
    waves, key = {wave.number: wave for wave in view.waves}, place.key("wave")
    if session.value(key) not in waves:
        session.put(key, view.current)
    number = st.segmented_control(
        words.WAVE_LABEL,
        list(waves),
        required=True,
        format_func=labels({number: words.wave_tab(wave.title, wave.trouble_count) for number, wave in waves.items()}),
        key=key,
        label_visibility="collapsed",
        wrap=True,
    )
    wave = waves[view.current if number is None else number]
    line = closing_line(place, [line for one in view.waves for line in one.lines])
    if line is not None:
        draw_closing(place, line)
    draw_moved(place, words.SAVED_HINT)
    for column, drawn in zip(wave.columns, st.columns(len(wave.columns)), strict=True):
        with drawn:
            _draw_column(place, column)


def _draw_column(place: Place, column: BoardColumn) -> None:
    plain(words.column_title(column.title, len(column.lines)), "strong")
    if not column.lines:
        plain(column.empty, "small")
    for line in column.lines:
        _draw_card(place, line)


def _draw_card(place: Place, line: Line) -> None:
    with st.container(border=True, gap="xsmall"):
        plain(line.title, "strong")
        said = (owner_cell(line), due_cell(line))
        shown = [f"{cell.text} ({cell.note})" if cell.note else unbroken(cell.text) for cell in said if cell.text]
        plain("\n".join(shown), "small")
        if line.stands:
            icon = "warning" if line.is_late else "block" if line.is_blocked else "check" if line.is_done else "link"
            shade = "red" if line.is_late else "orange" if line.is_blocked else "gray"
            st.markdown(f":small[:{shade}[{with_icon(icon, escaped(line.stands))}]]")
        key = status_key(place, line)
        session.put(key, line.status)
        st.selectbox(
            escaped(words.status_of(line.title)),
            tuple(register_words.STATUSES),
            format_func=labels(register_words.STATUSES),
            key=key,
            on_change=move,
            args=(place, line),
            disabled=place.is_locked,
            label_visibility="collapsed",
        )
