"""The field of a text: it begins with what is stored, and is saved as it is typed."""

from __future__ import annotations

import streamlit as st

from assessment.domain.answered.entries import NOTE_LIMIT
from assessment.ui import session
from assessment.ui.components.saved import draw_again, draw_outdated
from assessment.ui.components.text import plain
from assessment.ui.components.writing import Kept, draw_mark, draw_sign
from assessment.ui.pages.commentary.keeping import is_behind, keep_theirs, save_typed, typed_text
from assessment.ui.pages.commentary.writing import Writing
from assessment.views.conflicts import Teller
from assessment.views.wording.pages import commentary as words
from assessment.views.wording.pages.writing import SAVED_AS_YOU_TYPE

_HEIGHT = 420


def draw_field(writing: Writing) -> None:
    """Draw the field with its saved sign, or with both texts where somebody else saved another."""
    key, stored = writing.key, writing.stored_text
    session.bind(key, writing.stored.version, {key: stored})
    is_late = is_behind(writing)
    st.text_area(
        words.TEXT,
        key=key,
        max_chars=NOTE_LIMIT,
        height=_HEIGHT,
        placeholder=words.EMPTY_TEXT,
        on_change=save_typed,
        args=(writing,),
        disabled=writing.is_locked,
    )
    draw_mark(key, NOTE_LIMIT, Kept.TYPING, stored=stored, sign=key, is_locked=writing.is_locked)
    if is_late:
        _draw_both(writing)
    else:
        draw_sign(key, is_stored=bool(stored), said="" if stored else SAVED_AS_YOU_TYPE)
        draw_again(key, lambda: save_typed(writing))
    plain(words.SIGNS, "small")


def _draw_both(writing: Writing) -> None:
    told = Teller(framework=writing.framework, respondents=())
    draw_outdated(
        writing.key,
        *told.both(writing.stored.view.own, typed_text(writing)),
        keep_theirs=lambda: keep_theirs(writing),
        save_mine=lambda: save_typed(writing, writing.stored.version),
    )
