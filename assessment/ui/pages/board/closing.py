"""Closing a step: how one sees that it is done, and what was seen, without which it stays open.

What is typed is kept by the browser until the store has it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import streamlit as st

from assessment.domain.answered.actions import ActionStatus
from assessment.domain.answered.entries import NOTE_LIMIT
from assessment.errors import InvalidInput
from assessment.services.validation import checked
from assessment.ui import session
from assessment.ui.components.saved import conflict_choice, saved_sign
from assessment.ui.components.text import bullets, escaped, plain
from assessment.ui.components.writing import Kept, draw_mark, settle
from assessment.ui.pages.board.place import Place
from assessment.views.board.lines import Line
from assessment.views.wording import board as board_words
from assessment.views.wording import register as register_words
from assessment.views.wording.pages import board as words


def begin_closing(place: Place, line: Line) -> None:
    """Open the form for a step; it is bound to the version that was drawn."""
    session.put(place.key("closing"), line.id)
    session.rebind(_key(place, line), place.step_versions.get(line.key, 0))
    session.seed(f"{_key(place, line)}:day", place.day)
    session.seed(_key(place, line), line.evidence)
    session.forget_outcome(_key(place, line))


def closing_line(place: Place, lines: Sequence[Line]) -> Line | None:
    """The step that is being closed; None where none is, or somebody closed it meanwhile."""
    wanted = session.value(place.key("closing"))
    return None if place.is_locked else next((line for line in lines if line.id == wanted and not line.is_done), None)


def draw_closing(place: Place, line: Line) -> None:
    """Draw the form over the board."""
    key = _key(place, line)
    with st.container(border=True):
        st.header(escaped(words.close_title(line.title)), anchor=False)
        if line.seen:
            plain(words.CLOSE_LEAD, "small")
            st.markdown(bullets(line.seen))
        else:
            plain(words.NO_EVIDENCE, "small")
        st.text_area(words.SEEN_LABEL, key=key, max_chars=NOTE_LIMIT, height=96)
        draw_mark(key, NOTE_LIMIT, Kept.PRESSING, stored=line.evidence, sign=key)
        st.date_input(words.DONE_ON_LABEL, key=f"{key}:day", format="DD/MM/YYYY", width=160)
        with st.container(horizontal=True, gap="small"):
            st.button(words.CLOSE, type="primary", key=f"{key}:close", on_click=_close, args=(place, line))
            st.button(words.NOT_YET, key=f"{key}:not-yet", on_click=_leave, args=(place,))
        if session.has_trouble(key):
            saved_sign(key)
        version = place.step_versions.get(line.key, 0)
        conflict_choice(key, keep_theirs=lambda: _leave(place), save_mine=lambda: _close(place, line, version))


def _close(place: Place, line: Line, version: int | None = None) -> None:
    """Callback: close the step with what was typed; what is wrong is said, and the text stays."""
    key = _key(place, line)
    typed, day = str(session.value(key) or "").strip(), session.value(f"{key}:day")
    with session.saving(key):
        if not isinstance(day, date):
            raise InvalidInput(register_words.DONE_ON_COLUMN, board_words.NO_DAY, board_words.CHOOSE_A_PAST_DAY)
        entry = place.entry(line.key)
        update = {**dict(entry), "status": ActionStatus.DONE, "done_on": day, "evidence": typed or None}
        place.save(checked(type(entry), **update), session.drawn_version(key) if version is None else version)
        settle(key, typed)
        _leave(place)
        session.drop(key, f"{key}:day")


def _leave(place: Place) -> None:
    """Callback: put the form away; what was typed stays with the browser."""
    session.drop(place.key("closing"))


def _key(place: Place, line: Line) -> str:
    return place.key(f"seen-{line.id}")
