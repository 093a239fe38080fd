"""The mark on a question to come back to, and taking its answers back."""

from __future__ import annotations

import streamlit as st

from assessment.domain.answered.assessment import Flag
from assessment.domain.answered.entries import SHORT_TEXT_LIMIT
from assessment.domain.authored.framework import Horizon, Item
from assessment.services.answering import Question
from assessment.services.validation import checked
from assessment.ui import session
from assessment.ui.components.saved import saved_sign
from assessment.ui.pages.questionnaire.horizons import stored_answer
from assessment.ui.pages.questionnaire.place import Place, answer_key
from assessment.views.wording.pages import questionnaire_folds as words


def draw_flag(place: Place, entry: Question) -> None:
    """Draw the mark, its reason, and the buttons that take answers back."""
    key = f"questionnaire:flag:{entry.item.id}"
    session.seed(key, entry.flag is not None)
    session.seed(f"{key}:reason", entry.flag.reason or "" if entry.flag is not None else "")
    save_args = (place, entry.item, key)
    st.toggle(words.COME_BACK, key=key, on_change=_save, args=save_args, disabled=place.is_locked)
    if session.value(key):
        st.text_input(
            words.FLAG_REASON,
            key=f"{key}:reason",
            max_chars=SHORT_TEXT_LIMIT,
            on_change=_save,
            args=save_args,
            disabled=place.is_locked,
        )
    saved_sign(key, is_stored=entry.flag is not None, words="" if entry.flag is not None else words.NOT_FLAGGED)
    for horizon in Horizon:
        if stored_answer(entry, horizon) is not None:
            st.button(
                words.CLEAR[horizon],
                key=f"questionnaire:clear:{entry.item.id}:{horizon}",
                on_click=_clear_answer,
                args=(place, entry.item, horizon),
                disabled=place.is_locked,
            )


def _save(place: Place, item: Item, key: str) -> None:
    """Callback: keep the mark with its reason, or take it off."""
    service, actor = session.plumbline().answering, session.actor()
    with session.saving(key):
        if session.value(key):
            reason = str(session.value(f"{key}:reason") or "").strip() or None
            service.flag(actor, place.assessment_id, checked(Flag, item_id=item.id, reason=reason))
        else:
            service.unflag(actor, place.assessment_id, item.id)


def _clear_answer(place: Place, item: Item, horizon: Horizon) -> None:
    """Callback: take the answer back; the whole page runs, because the choice above has to let go of it."""
    key = answer_key(place, item, horizon)
    service, actor = session.plumbline().answering, session.actor()
    with session.saving(key):
        service.clear(actor, place.assessment_id, place.respondent.id, item.id, horizon)
        session.put(key, None)
    if session.value(key) is None:
        session.forget_outcome(key)
    st.rerun()
