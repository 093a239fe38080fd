"""The mark on a question to come back to, and taking its answers back."""

from __future__ import annotations

import streamlit as st

from assessment.domain.answered.assessment import Flag
from assessment.domain.answered.entries import SHORT_TEXT_LIMIT
from assessment.domain.authored.framework import Horizon, Item
from assessment.services.answering import Question
from assessment.services.validation import checked
from assessment.ui import session
from assessment.ui.components.saved import draw_again, draw_outdated
from assessment.ui.components.writing import Kept, draw_mark, draw_sign
from assessment.ui.pages.questionnaire.chosen import take_back
from assessment.ui.pages.questionnaire.horizons import stored_answer
from assessment.ui.pages.questionnaire.place import Place, flag_key
from assessment.views.conflicts import Teller
from assessment.views.wording.pages import questionnaire_folds as words


def draw_flag(place: Place, entry: Question) -> None:
    """Draw the mark, its reason, and the buttons that take answers back."""
    key = flag_key(place, entry.item)
    is_behind = _bind(key, entry)
    save_args = (place, entry.item, key)
    st.toggle(words.COME_BACK, key=key, on_change=_save, args=save_args, disabled=place.is_locked)
    if session.value(key):
        session.seed(_reason_key(key), entry.flag.reason or "" if entry.flag is not None else "")
        st.text_input(
            words.FLAG_REASON,
            key=_reason_key(key),
            max_chars=SHORT_TEXT_LIMIT,
            on_change=_save,
            args=save_args,
            disabled=place.is_locked,
        )
    if is_behind:
        told = Teller(framework=place.framework, respondents=place.respondents)
        draw_outdated(
            key,
            *told.both(entry.flag, _set(entry.item, key)),
            keep_theirs=lambda: session.unbind(key, key, _reason_key(key)),
            save_mine=lambda: _save(*save_args, entry.flag_version),
        )
    else:
        draw_sign(key, is_stored=entry.flag is not None, said="" if entry.flag is not None else words.NOT_FLAGGED)
        draw_again(key, lambda: _save(*save_args))
    if session.value(key):
        reason = entry.flag.reason or "" if entry.flag is not None else ""
        draw_mark(_reason_key(key), SHORT_TEXT_LIMIT, Kept.TYPING, stored=reason, sign=key, is_locked=place.is_locked)
    for horizon in Horizon:
        if stored_answer(entry, horizon) is not None:
            st.button(
                words.CLEAR[horizon],
                key=place.item_key(entry.item, f"clear-{horizon}"),
                on_click=take_back,
                args=(place, entry.item, horizon),
                disabled=place.is_locked,
            )


def _bind(key: str, entry: Question) -> bool:
    """Bind the mark to the stored one; True where another one was stored since, and this reader has one of their own.

    A toggle that was left as it was drawn follows what is stored; a reason that is typed does not.
    """
    version = entry.flag_version
    session.bind(key, version, {key: entry.flag is not None})
    if session.drawn_version(key) == version:
        return False
    is_typed = session.has_trouble(key) or session.value(_reason_key(key)) is not None
    if is_typed and _set(entry.item, key) != entry.flag:
        return True
    session.unbind(key, key, _reason_key(key))
    session.bind(key, version, {key: entry.flag is not None})
    return False


def _reason_key(key: str) -> str:
    return f"{key}:reason"


def _set(item: Item, key: str) -> Flag | None:
    """The mark with its reason as it is set here."""
    if not session.value(key):
        return None
    return checked(Flag, item_id=item.id, reason=str(session.value(_reason_key(key)) or "").strip() or None)


def _save(place: Place, item: Item, key: str, version: int | None = None) -> None:
    """Callback: keep the mark, over the one of `version`, else over the one that was drawn, or take it off."""
    expected = session.drawn_version(key) if version is None else version
    service, actor = session.plumbline().answering, session.actor()
    with session.saving(key):
        flag = _set(item, key)
        if flag is None:
            service.unflag(actor, place.assessment_id, item.id, expected_version=expected)
            session.rebind(key, 0)
        else:
            session.rebind(key, service.flag(actor, place.assessment_id, flag, expected_version=expected))
