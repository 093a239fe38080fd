"""The saved sign: what became of the last save, in words, where it was made."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from assessment.ui import session
from assessment.ui.components.text import escaped, plain, with_icon
from assessment.views.wording.assessments import SEPARATOR
from assessment.views.wording.numbers import time_text
from assessment.views.wording.pages import shared as shared_words


def saved_sign(key: str, *, is_stored: bool = False, words: str = "") -> None:
    """Draw the sign of one key: saved with its time, not saved with the reason, or nothing given yet.

    `is_stored` and `words` speak of what the store holds when nothing was saved in this session.
    """
    st.markdown(sign_text(key, is_stored=is_stored, words=words), width="content")


def sign_text(key: str, *, is_stored: bool = False, words: str = "") -> str:
    """The Markdown of a saved sign."""
    outcome = session.save_outcome(key)
    if outcome is not None and outcome.trouble is not None:
        return f":small[:red[{with_icon('error', escaped(shared_words.not_saved(outcome.trouble)))}]]"
    time = ""
    if outcome is not None and outcome.at is not None:
        is_stored, words = True, outcome.words
        time = time_text(session.local_time(outcome.at))
    if not is_stored:
        return f":small[:gray[{escaped(words or shared_words.NOT_ANSWERED)}]]"
    said = SEPARATOR.join(part for part in (escaped(words), time) if part)
    return f":small[:green[{with_icon('check', shared_words.SAVED)}] :gray[{said}]]"


def draw_again(key: str, save: Callable[[], None]) -> None:
    """Where a save failed for another reason than a conflict: a way to save the same once more.

    Without it one would have to choose or type something else first: a click on what is chosen already says nothing.
    """
    outcome = session.save_outcome(key)
    if outcome is not None and outcome.trouble is not None and outcome.conflict is None:
        st.button(shared_words.SAVE_AGAIN, key=f"again:{key}", on_click=save)


def conflict_choice(key: str, keep_theirs: Callable[[], None], save_mine: Callable[[], None]) -> None:
    """Show both texts of a conflict and let the reader choose; draws nothing when there is none."""
    outcome = session.save_outcome(key)
    if outcome is None or outcome.conflict is None:
        return
    _draw_choice(key, outcome.conflict["theirs"], outcome.conflict["yours"], keep_theirs, save_mine)


def draw_outdated(
    key: str, theirs: str, yours: str | None, keep_theirs: Callable[[], None], save_mine: Callable[[], None]
) -> None:
    """In place of a saved sign, where the store holds another value than the one the widgets were drawn with.

    Whatever is typed meanwhile stays bound to the old version, so that nothing is overwritten until the reader chose.
    `yours` None: nothing of the reader's waits to be saved, so there is only theirs to be taken.
    """
    if session.has_trouble(key):
        saved_sign(key)
    _draw_choice(key, theirs, yours, keep_theirs, save_mine)


def _draw_choice(
    key: str, theirs: str, yours: str | None, keep_theirs: Callable[[], None], save_mine: Callable[[], None]
) -> None:
    with st.container(border=True, key=f"conflict:{key}"):
        plain(shared_words.CONFLICT if yours is not None else shared_words.CHANGED_MEANWHILE, "strong")
        theirs_column, mine_column = st.columns(2)
        with theirs_column:
            plain(shared_words.THEIRS, "small")
            plain(theirs or shared_words.NO_TEXT)
            st.button(
                shared_words.KEEP_THEIRS if yours is not None else shared_words.SHOW_THEIRS,
                key=f"conflict:theirs:{key}",
                on_click=keep_theirs,
            )
        if yours is None:
            return
        with mine_column:
            plain(shared_words.YOURS, "small")
            plain(yours or shared_words.NO_TEXT)
            st.button(shared_words.SAVE_MINE, key=f"conflict:mine:{key}", on_click=save_mine)
