"""What was said, and what was seen: each a text of its own, printed as a quote only where it is released."""

from __future__ import annotations

import streamlit as st

from assessment.domain.answered.assessment import Note, NoteKind
from assessment.domain.answered.entries import NOTE_LIMIT
from assessment.domain.authored.framework import Item
from assessment.services.answering import Question
from assessment.services.validation import checked
from assessment.ui import session
from assessment.ui.components.saved import conflict_choice, saved_sign
from assessment.ui.pages.questionnaire.place import Place
from assessment.views.wording.pages import questionnaire_folds as words


def draw_notes(place: Place, entry: Question) -> None:
    """Draw the note and, beside it, the evidence."""
    for column, kind in zip(st.columns(2), NoteKind, strict=True):
        with column:
            _draw_note(place, entry, kind)


def _draw_note(place: Place, entry: Question, kind: NoteKind) -> None:
    key = f"questionnaire:{kind}:{place.respondent.id}:{entry.item.id}"
    stored = entry.note if kind is NoteKind.NOTE else entry.evidence
    version = entry.note_version if kind is NoteKind.NOTE else entry.evidence_version
    save_args = (place, entry.item, kind, key, version)
    session.seed(key, stored.text if stored is not None else "")
    st.text_area(
        words.NOTE_LABELS[kind],
        key=key,
        max_chars=NOTE_LIMIT,
        height=96,
        on_change=_save,
        args=save_args,
        disabled=place.is_locked,
    )
    if stored is not None:
        session.seed(_release_key(key), stored.is_released)
        st.toggle(
            words.RELEASE,
            key=_release_key(key),
            help=words.RELEASE_HINT,
            on_change=_save,
            args=save_args,
            disabled=place.is_locked,
        )
    saved_sign(key, is_stored=stored is not None, words="" if stored is not None else words.KEPT_ON_LEAVING)
    conflict_choice(key, keep_theirs=lambda: _forget(key), save_mine=lambda: _save(*save_args))


def _release_key(key: str) -> str:
    return f"{key}:release"


def _forget(key: str) -> None:
    """Begin anew from the store."""
    session.drop(key, _release_key(key))
    session.forget_outcome(key)


def _save(place: Place, item: Item, kind: NoteKind, key: str, version: int) -> None:
    """Callback: keep the text with its release; without a text there is nothing left to release."""
    text = str(session.value(key) or "").strip()
    service, actor = session.plumbline().answering, session.actor()
    with session.saving(key):
        if not text:
            service.clear_note(actor, place.assessment_id, place.respondent.id, item.id, kind)
            return
        note = checked(
            Note,
            respondent_id=place.respondent.id,
            item_id=item.id,
            kind=kind,
            text=text,
            is_released=bool(session.value(_release_key(key))),
        )
        service.save_note(actor, place.assessment_id, note, expected_version=version)
