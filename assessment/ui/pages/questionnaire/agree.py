"""The value the room agrees on, its reason, who was there, and how sure it is: it stands before the median."""

from __future__ import annotations

import streamlit as st

from assessment.domain.answered.assessment import AgreedValue, Certainty
from assessment.domain.answered.entries import NOTE_LIMIT
from assessment.domain.authored.framework import Horizon, Item
from assessment.services.answering import Question
from assessment.ui import session
from assessment.ui.components.choosing import labels
from assessment.ui.components.saved import draw_outdated
from assessment.ui.components.text import plain
from assessment.ui.components.writing import Kept, draw_mark, draw_sign, settle
from assessment.ui.pages.questionnaire.chosen import NOT_APPLICABLE, choice_of
from assessment.ui.pages.questionnaire.horizons import agreement_version, asked_horizons, stored_agreement
from assessment.ui.pages.questionnaire.place import Place, agreement_key
from assessment.ui.pages.questionnaire.present import draw_present
from assessment.ui.pages.questionnaire.recording import fields_of, filled_in, is_empty, record, withdraw
from assessment.views.conflicts import Teller
from assessment.views.room import RoomView, room_view
from assessment.views.wording.pages import questionnaire_folds as words
from assessment.views.wording.pages.questionnaire import NOT_APPLICABLE as NOT_APPLICABLE_HERE
from assessment.views.wording.terms import CERTAINTIES, HORIZON_QUESTIONS


def draw_agreement(place: Place, entry: Question) -> None:
    """Draw the form of each horizon that is asked."""
    computed = session.plumbline().results.compute(session.actor(), place.assessment_id)
    horizons = asked_horizons(entry)
    for horizon in horizons:
        room = room_view(computed, entry.item.id, horizon)
        if len(horizons) > 1:
            plain(HORIZON_QUESTIONS[horizon], "strong")
        plain(room.finding, "quiet")
        _draw_horizon(place, entry, horizon, room)


def _draw_horizon(place: Place, entry: Question, horizon: Horizon, room: RoomView) -> None:
    key = agreement_key(place, entry.item, horizon)
    stored, version = stored_agreement(entry, horizon), agreement_version(entry, horizon)
    save_args = (place, entry.item, horizon, key)
    with st.form(key, border=False):
        _draw_fields(entry.item, stored, version, room, key)
        draw_mark(
            f"{key}:note",
            NOTE_LIMIT,
            Kept.PRESSING,
            stored="" if stored is None else stored.note,
            sign=key,
            is_locked=place.is_locked,
        )
        st.form_submit_button(words.RECORD, type="primary", on_click=record, args=save_args, disabled=place.is_locked)
    if stored is not None:
        st.button(words.WITHDRAW, key=f"{key}:clear", on_click=withdraw, args=save_args, disabled=place.is_locked)
    filled = filled_in(entry.item, horizon, key)
    if session.drawn_version(key) != version and filled == stored:
        session.rebind(key, version)
    if session.drawn_version(key) == version:
        draw_sign(key, is_stored=stored is not None, said="" if stored is not None else words.NOTHING_AGREED)
        return
    yours, is_sent = (filled, filled is not None or is_empty(key)) if session.has_trouble(key) else (None, False)
    told = Teller(framework=place.framework, respondents=place.respondents).both(stored, yours)
    draw_outdated(
        key,
        told[0],
        told[1] if is_sent else None,
        keep_theirs=lambda: _keep_theirs(key),
        save_mine=lambda: (withdraw if yours is None else record)(*save_args, version),
    )


def _keep_theirs(key: str) -> None:
    """Callback: begin anew from the store."""
    settle(f"{key}:note", str(session.value(f"{key}:note") or ""))
    session.unbind(key, *fields_of(key))


def _draw_fields(item: Item, stored: AgreedValue | None, version: int, room: RoomView, key: str) -> None:
    session.bind(
        key,
        version,
        {
            f"{key}:value": choice_of(stored.answer) if stored is not None else None,
            f"{key}:certainty": stored.certainty if stored is not None else Certainty.ASSERTED,
            f"{key}:note": stored.note if stored is not None else "",
            f"{key}:present": list(room.answered_ids if stored is None else stored.present_ids),
        },
    )
    choices = {**{str(code): text for code, text in enumerate(item.statements)}, NOT_APPLICABLE: NOT_APPLICABLE_HERE}
    st.selectbox(
        words.AGREED_VALUE,
        tuple(choices),
        index=None,
        format_func=labels(choices),
        key=f"{key}:value",
        placeholder=words.CHOOSE_STATEMENT,
    )
    st.segmented_control(
        words.HOW_SURE, tuple(Certainty), format_func=labels(CERTAINTIES), key=f"{key}:certainty", required=True
    )
    st.text_area(words.AGREED_REASON, key=f"{key}:note", max_chars=NOTE_LIMIT, height=96)
    draw_present(f"{key}:present", room)
