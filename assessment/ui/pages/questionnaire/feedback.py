"""What one person says of the question itself: unclear, two in one, does not fit here; with a word."""

from __future__ import annotations

import streamlit as st

from assessment.domain.answered.assessment import Feedback, FeedbackKind
from assessment.domain.answered.entries import SHORT_TEXT_LIMIT
from assessment.domain.authored.framework import Item
from assessment.services.answering import Question
from assessment.services.validation import checked
from assessment.ui import session
from assessment.ui.components.choosing import labels
from assessment.ui.components.saved import draw_outdated
from assessment.ui.components.text import plain
from assessment.ui.components.writing import Kept, draw_mark, draw_sign, settle
from assessment.ui.pages.questionnaire.place import Place
from assessment.ui.pages.questionnaire.switching import follow_pickers, is_refused
from assessment.views.conflicts import Teller
from assessment.views.wording.pages import questionnaire_folds as words
from assessment.views.wording.terms import FEEDBACK_KINDS


def feedback_key(place: Place, item: Item) -> str:
    """Key of what one respondent says of the question itself."""
    return place.item_key(item, "feedback")


def draw_feedback(place: Place, entry: Question) -> None:
    """Draw the three things there are to say, and the field for a word."""
    key, stored, version = feedback_key(place, entry.item), entry.feedback, entry.feedback_version
    text = (stored.text if stored is not None else None) or ""
    save_args = (place, entry.item)
    session.bind(key, version, {key: stored.kind if stored is not None else None, _text_key(key): text})
    st.pills(
        words.FEEDBACK_KIND,
        tuple(FeedbackKind),
        format_func=labels(FEEDBACK_KINDS),
        key=key,
        on_change=_choose,
        args=save_args,
        disabled=place.is_locked,
    )
    if session.value(key) is not None:
        st.text_input(
            words.FEEDBACK_TEXT,
            key=_text_key(key),
            max_chars=SHORT_TEXT_LIMIT,
            on_change=_save,
            args=save_args,
            disabled=place.is_locked,
        )
        draw_mark(_text_key(key), SHORT_TEXT_LIMIT, Kept.TYPING, stored=text, sign=key, is_locked=place.is_locked)
    plain(words.FEEDBACK_HINT, "small")
    yours = _given(place, entry.item)
    if session.drawn_version(key) != version and yours == stored:
        session.rebind(key, version)
    if session.drawn_version(key) == version:
        draw_sign(key, is_stored=stored is not None, said="" if stored is not None else words.NOTHING_SAID)
        return
    draw_outdated(
        key,
        *Teller(framework=place.framework, respondents=place.respondents).both(stored, yours),
        keep_theirs=lambda: _keep_theirs(key),
        save_mine=lambda: _save(*save_args, version),
    )


def _text_key(key: str) -> str:
    return f"{key}:text"


def _given(place: Place, item: Item) -> Feedback | None:
    key = feedback_key(place, item)
    kind = session.value(key)
    if kind is None:
        return None
    text = str(session.value(_text_key(key)) or "").strip() or None
    return checked(Feedback, respondent_id=place.respondent.id, item_id=item.id, kind=kind, text=text)


def _keep_theirs(key: str) -> None:
    """Callback: begin anew from the store."""
    settle(_text_key(key), str(session.value(_text_key(key)) or ""))
    session.unbind(key, key, _text_key(key))


def _choose(place: Place, item: Item) -> None:
    """Callback of a click: it counts for the person whose question stands there, or not at all."""
    if not is_refused(place):
        _save(place, item)


def _save(place: Place, item: Item, version: int | None = None) -> None:
    """Callback: keep it, over what was said at `version`, else over what was drawn, or take it back."""
    follow_pickers(place)
    key = feedback_key(place, item)
    expected = session.drawn_version(key) if version is None else version
    service, actor = session.plumbline().answering, session.actor()
    with session.saving(key):
        given = _given(place, item)
        if given is None:
            person_id = place.respondent.id
            service.clear_feedback(actor, place.assessment_id, person_id, item.id, expected_version=expected)
            session.unbind(key, key, _text_key(key))
        else:
            session.rebind(key, service.save_feedback(actor, place.assessment_id, given, expected_version=expected))
