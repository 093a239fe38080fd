"""What was said, and what was seen: each a text of its own, printed as a quote only where it is released."""

from __future__ import annotations

import streamlit as st

from assessment.domain.answered.assessment import Note, NoteKind
from assessment.domain.answered.entries import NOTE_LIMIT
from assessment.domain.authored.framework import Item
from assessment.services.answering import Question
from assessment.services.validation import checked
from assessment.ui import session
from assessment.ui.components.saved import draw_outdated
from assessment.ui.components.writing import Kept, draw_mark, draw_sign, settle
from assessment.ui.pages.questionnaire.place import Place, note_key
from assessment.ui.pages.questionnaire.switching import is_refused
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
    is_behind = _is_behind(key, stored, version)
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
            on_change=_release,
            args=save_args,
            disabled=place.is_locked,
        )
    draw_mark(key, NOTE_LIMIT, Kept.TYPING, stored=text, sign=key, is_locked=place.is_locked)
    if not is_behind:
        draw_sign(key, is_stored=stored is not None, said="" if stored is not None else SAVED_AS_YOU_TYPE)
        return
    told = Teller(framework=place.framework, respondents=place.respondents)
    draw_outdated(
        key,
        *told.both(stored, _typed(place, entry.item, kind, key)),
        keep_theirs=lambda: _keep_theirs(key),
        save_mine=lambda: _save(*save_args, version),
    )


def _keep_theirs(key: str) -> None:
    """Callback: begin anew from the store."""
    settle(key, _text(key))
    session.unbind(key, key, _release_key(key))


def _is_behind(key: str, stored: Note | None, version: int) -> bool:
    """Whether the store holds another text than the one that was drawn; the same text is bound to its new version."""
    if session.drawn_version(key) == version:
        return False
    if _text(key) != (stored.text if stored is not None else ""):
        return True
    session.rebind(key, version)
    session.drop(_release_key(key))
    if session.has_trouble(key):
        session.forget_outcome(key)
    return False


def _release_key(key: str) -> str:
    return f"{key}:release"


def _text(key: str) -> str:
    return str(session.value(key) or "").strip()


def _typed(place: Place, item: Item, kind: NoteKind, key: str) -> Note | None:
    """The text with its release as it stands in the field; without a text there is nothing left to release."""
    text = _text(key)
    if not text:
        return None
    return checked(
        Note,
        respondent_id=place.respondent.id,
        item_id=item.id,
        kind=kind,
        text=text,
        is_released=bool(session.value(_release_key(key))),
    )


def _release(place: Place, item: Item, kind: NoteKind, key: str) -> None:
    """Callback of a click: it counts for the person whose note stands there, or not at all."""
    if not is_refused(place):
        _save(place, item, kind, key)


def _save(place: Place, item: Item, kind: NoteKind, key: str, version: int | None = None) -> None:
    """Callback: keep the text, over the one of `version`, else over the one that was drawn."""
    expected = session.drawn_version(key) if version is None else version
    service, actor = session.plumbline().answering, session.actor()
    with session.saving(key):
        note = _typed(place, item, kind, key)
        if note is None:
            service.clear_note(
                actor, place.assessment_id, place.respondent.id, item.id, kind, expected_version=expected
            )
            session.rebind(key, 0)
        else:
            session.rebind(key, service.save_note(actor, place.assessment_id, note, expected_version=expected))
