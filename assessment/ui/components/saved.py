"""The saved sign: what became of the last save, in words, where it was made."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from assessment.ui import session
from assessment.ui.components.text import escaped, plain


def saved_sign(key: str, *, is_stored: bool = False, words: str = "") -> None:
    """Draw the sign of one key: saved with its time, not saved with the reason, or nothing given yet.

    `is_stored` and `words` speak of what the store holds when nothing was saved in this session.
    """
    st.markdown(sign_text(key, is_stored=is_stored, words=words), width="content")


def sign_text(key: str, *, is_stored: bool = False, words: str = "") -> str:
    """The Markdown of a saved sign."""
    outcome = session.save_outcome(key)
    if outcome is not None and outcome.trouble is not None:
        return f":small[:red[:material/error: Not saved. {escaped(outcome.trouble)}]]"
    time = ""
    if outcome is not None and outcome.at is not None:
        is_stored, words = True, outcome.words
        time = f"{session.local_time(outcome.at):%H:%M:%S}"
    if not is_stored:
        return f":small[:gray[{escaped(words or 'Not answered')}]]"
    said = " \u00b7 ".join(part for part in (escaped(words), time) if part)
    return f":small[:green[:material/check: Saved] :gray[{said}]]"


def conflict_choice(key: str, keep_theirs: Callable[[], None], save_mine: Callable[[], None]) -> None:
    """Show both texts of a conflict and let the reader choose; draws nothing when there is none."""
    outcome = session.save_outcome(key)
    if outcome is None or outcome.conflict is None:
        return
    with st.container(border=True, key=f"conflict:{key}"):
        plain("Somebody else saved this meanwhile. Which one stays?", "strong")
        theirs, mine = st.columns(2)
        with theirs:
            plain("Theirs, in the store", "small")
            plain(outcome.conflict["theirs"] or "(empty)")
            st.button("Keep theirs", key=f"conflict:theirs:{key}", on_click=keep_theirs)
        with mine:
            plain("Yours, not saved yet", "small")
            plain(outcome.conflict["yours"] or "(empty)")
            st.button("Save mine", key=f"conflict:mine:{key}", on_click=save_mine)
