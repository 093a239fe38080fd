"""What was said, and what was seen: each a text of its own, printed as a quote only where it is released."""

from __future__ import annotations

import streamlit as st

from assessment.domain.answered.assessment import Note, NoteKind
from assessment.domain.answered.entries import NOTE_LIMIT
from assessment.domain.authored.framework import Item
from assessment.services.answering import Question
from assessment.ui import session
from assessment.ui.components.saved import draw_again, draw_outdated
from assessment.ui.components.text import plain
from assessment.ui.components.writing import Kept, draw_mark, draw_sign
from assessment.ui.pages.questionnaire.noting import is_behind, keep_theirs, release, release_key, save_note, typed_note
from assessment.ui.pages.questionnaire.place import Place, note_key
from assessment.views.conflicts import Teller
from assessment.views.wording.pages import questionnaire_folds as words
from assessment.views.wording.pages.writing import SAVED_AS_YOU_TYPE


def draw_notes(place: Place, entry: Question) -> None:
    """Draw the note and, beside it, the evidence."""
    for column, kind in zip(st.columns(2), NoteKind, strict=True):
        with column:
            _draw_note(place, entry, kind)


def _draw_note(place: Place, entry: Question, kind: NoteKind) -> None:
    key = note_key(place, entry.item, kind)
    stored = entry.note if kind is NoteKind.NOTE else entry.evidence
    version = entry.note_version if kind is NoteKind.NOTE else entry.evidence_version
    text = stored.text if stored is not None else ""
    save_args = (place, entry.item, kind, key)
    session.bind(key, version, {key: text})
    is_late = is_behind(key, stored, version)
    st.text_area(
        words.NOTE_LABELS[kind],
        key=key,
        max_chars=NOTE_LIMIT,
        height=96,
        on_change=save_note,
        args=save_args,
        disabled=place.is_locked,
    )
    if stored is not None and not place.is_own:
        _draw_release(place, stored, key, save_args)
    draw_mark(key, NOTE_LIMIT, Kept.TYPING, stored=text, sign=key, is_locked=place.is_locked)
    if not is_late:
        draw_sign(key, is_stored=stored is not None, said="" if stored is not None else SAVED_AS_YOU_TYPE)
        draw_again(key, lambda: save_note(*save_args))
        return
    told = Teller(framework=place.framework, respondents=place.respondents)
    draw_outdated(
        key,
        *told.both(stored, _with_release_of(stored, typed_note(place, entry.item, kind, key))),
        keep_theirs=lambda: keep_theirs(key),
        save_mine=lambda: save_note(*save_args, version),
    )


def _with_release_of(stored: Note | None, typed: Note | None) -> Note | None:
    """What is typed, so that it differs from what is stored in its text alone."""
    return typed if stored is None or typed is None else stored.model_copy(update={"text": typed.text})


def _draw_release(place: Place, stored: Note, key: str, save_args: tuple[Place, Item, NoteKind, str]) -> None:
    """Draw whether the note is released; where its words changed since, ask."""
    session.put(release_key(key), stored.is_released)
    st.toggle(
        words.RELEASED,
        key=release_key(key),
        help=words.RELEASE_HINT,
        on_change=release,
        args=save_args,
        kwargs={"is_released": not stored.is_released},
        disabled=place.is_locked,
    )
    if not stored.is_released and not stored.is_reworded:
        plain(words.NOT_RELEASED, "small")
    if not stored.is_reworded or place.is_locked:
        return
    plain(words.REWORDED, "small")
    with st.container(horizontal=True, gap="small"):
        for is_released, label in ((True, words.RELEASE_AGAIN), (False, words.HOLD_BACK)):
            st.button(
                label,
                key=f"{release_key(key)}:{is_released}",
                on_click=release,
                args=save_args,
                kwargs={"is_released": is_released},
            )
