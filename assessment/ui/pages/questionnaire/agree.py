"""The value the room agrees on, its reason, who was there, and how sure it is: it stands before the median."""

from __future__ import annotations

import streamlit as st

from assessment.domain.answered.assessment import AgreedValue, Certainty
from assessment.domain.answered.entries import NOTE_LIMIT, SHORT_TEXT_LIMIT, AnswerKind
from assessment.domain.authored.framework import Horizon, Item
from assessment.errors import InvalidInput
from assessment.services.answering import Question
from assessment.services.validation import checked
from assessment.ui import session
from assessment.ui.components.saved import conflict_choice, saved_sign
from assessment.ui.components.text import plain
from assessment.ui.pages.questionnaire.answer import NOT_APPLICABLE, choice_of
from assessment.ui.pages.questionnaire.horizons import agreement_version, asked_horizons, stored_agreement
from assessment.ui.pages.questionnaire.place import Place
from assessment.ui.pages.questionnaire.present import draw_present, present_ids
from assessment.views.room import RoomView, room_view
from assessment.views.wording.pages import questionnaire_folds as words
from assessment.views.wording.pages.questionnaire import NOT_APPLICABLE as NOT_APPLICABLE_HERE
from assessment.views.wording.terms import CERTAINTIES, HORIZON_QUESTIONS

_FIELDS = ("value", "certainty", "note", "present")


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
    key = f"questionnaire:agreed:{entry.item.id}:{horizon}"
    stored = stored_agreement(entry, horizon)
    save_args = (place, entry.item, horizon, key, agreement_version(entry, horizon))
    with st.form(key, border=False):
        _draw_fields(entry.item, stored, room, key)
        st.form_submit_button(words.RECORD, type="primary", on_click=_save, args=save_args, disabled=place.is_locked)
    if stored is not None:
        st.button(
            words.WITHDRAW,
            key=f"{key}:clear",
            on_click=_withdraw,
            args=(place, entry.item, horizon, key),
            disabled=place.is_locked,
        )
    saved_sign(key, is_stored=stored is not None, words="" if stored is not None else words.NOTHING_AGREED)
    conflict_choice(key, keep_theirs=lambda: _forget(key), save_mine=lambda: _save(*save_args))


def _draw_fields(item: Item, stored: AgreedValue | None, room: RoomView, key: str) -> None:
    session.seed(f"{key}:value", choice_of(stored.answer) if stored is not None else None)
    session.seed(f"{key}:certainty", stored.certainty if stored is not None else Certainty.ASSERTED)
    session.seed(f"{key}:note", stored.note if stored is not None else "")
    choices = {**{str(code): text for code, text in enumerate(item.statements)}, NOT_APPLICABLE: NOT_APPLICABLE_HERE}
    st.selectbox(
        words.AGREED_VALUE,
        tuple(choices),
        index=None,
        format_func=choices.__getitem__,
        key=f"{key}:value",
        placeholder=words.CHOOSE_STATEMENT,
    )
    st.segmented_control(
        words.HOW_SURE, tuple(Certainty), format_func=CERTAINTIES.__getitem__, key=f"{key}:certainty", required=True
    )
    st.text_area(words.AGREED_REASON, key=f"{key}:note", max_chars=NOTE_LIMIT, height=96)
    draw_present(f"{key}:present", room, None if stored is None else stored.present_ids)


def _forget(key: str) -> None:
    """Begin anew from the store."""
    session.drop(*(f"{key}:{field}" for field in _FIELDS))
    session.forget_outcome(key)


def _save(place: Place, item: Item, horizon: Horizon, key: str, version: int) -> None:
    """Callback: keep the whole form; the reason why a question does not apply is the beginning of the room's reason."""
    choice, note = session.value(f"{key}:value"), str(session.value(f"{key}:note") or "").strip()
    with session.saving(key):
        if choice is None or not note:
            raise InvalidInput(words.AGREEMENT, words.AGREEMENT_INCOMPLETE, words.AGREEMENT_ADVICE)
        value = checked(
            AgreedValue,
            item_id=item.id,
            horizon=horizon,
            answer={"kind": AnswerKind.NOT_APPLICABLE, "reason": note[:SHORT_TEXT_LIMIT]}
            if choice == NOT_APPLICABLE
            else {"kind": AnswerKind.RATED, "code": int(choice)},
            note=note,
            certainty=session.value(f"{key}:certainty"),
            present_ids=present_ids(f"{key}:present"),
        )
        session.plumbline().answering.agree(session.actor(), place.assessment_id, value, expected_version=version)


def _withdraw(place: Place, item: Item, horizon: Horizon, key: str) -> None:
    """Callback: let the median of the answers stand again."""
    with session.saving(key):
        session.plumbline().answering.clear_agreed(session.actor(), place.assessment_id, item.id, horizon)
        session.drop(*(f"{key}:{field}" for field in _FIELDS))
