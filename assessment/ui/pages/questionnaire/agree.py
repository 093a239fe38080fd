"""The value the room agrees on: one click on a statement takes it. It stands before the median."""

from __future__ import annotations

from collections.abc import Set
from functools import partial
from typing import TypeAlias

import streamlit as st

from assessment.domain.answered.assessment import AgreedValue, Certainty
from assessment.domain.answered.entries import NOTE_LIMIT
from assessment.domain.authored.framework import Horizon, Item
from assessment.domain.workshop.sealing import is_anonymous_id
from assessment.services.answering import Question
from assessment.ui import session
from assessment.ui.components.choosing import labels
from assessment.ui.components.text import plain
from assessment.ui.components.writing import Kept, draw_mark
from assessment.ui.pages.questionnaire.answer import choice_words
from assessment.ui.pages.questionnaire.chosen import choice_of
from assessment.ui.pages.questionnaire.horizons import agreement_version, asked_horizons, stored_agreement
from assessment.ui.pages.questionnaire.place import Place, agreement_key
from assessment.ui.pages.questionnaire.present import draw_present
from assessment.ui.pages.questionnaire.recorded import draw_what_is_kept
from assessment.ui.pages.questionnaire.recording import chosen_value, record, withdraw
from assessment.views.room import RoomView, room_view
from assessment.views.wording.pages import questionnaire_folds as words
from assessment.views.wording.terms import CERTAINTIES, HORIZON_QUESTIONS

Saving: TypeAlias = tuple[Place, Item, Horizon, Set[str]]


def draw_agreement(place: Place, entry: Question) -> None:
    """Draw the statements with their votes for each horizon that is asked."""
    votes = session.plumbline().answering.votes(session.actor(), place.assessment_id, entry.item.id)
    horizons = asked_horizons(entry)
    for horizon in horizons:
        room = room_view(place.framework, place.respondents, votes, entry.item, horizon)
        if len(horizons) > 1:
            plain(HORIZON_QUESTIONS[horizon], "strong")
        plain(room.finding, "quiet")
        _draw_horizon(place, entry, horizon, room)


def _draw_horizon(place: Place, entry: Question, horizon: Horizon, room: RoomView) -> None:
    key = agreement_key(place, entry.item, horizon)
    stored, version = stored_agreement(entry, horizon), agreement_version(entry, horizon)
    save_args = (place, entry.item, horizon, room.reasoned)
    _bind(key, stored, version, room)
    _draw_choice(place, entry.item, key, room, save_args)
    if chosen_value(key) is not None:
        _draw_more(place, key, stored, room, save_args)
    if stored is not None:
        own_args = (place, entry.item, horizon)
        st.button(words.WITHDRAW, key=f"{key}:clear", on_click=withdraw, args=own_args, disabled=place.is_locked)
    draw_what_is_kept(place, entry, horizon, room)


def _draw_choice(place: Place, item: Item, key: str, room: RoomView, save_args: Saving) -> None:
    """The statements with their votes; the votes are captions, as labels that change would lose the choice."""
    votes, shown = room.table("votes"), choice_words(place, item)
    choices = tuple(row.id for row in votes.rows)
    with st.container(key=f"{key}:votes"):
        st.radio(
            words.AGREED_VALUE,
            choices,
            index=None,
            captions=[cell.text for cell in votes.column("people")],
            format_func=labels({choice: shown[choice] for choice in choices}),
            key=f"{key}:value",
            on_change=record,
            args=save_args,
            disabled=place.is_locked,
        )


def _draw_more(place: Place, key: str, stored: AgreedValue | None, room: RoomView, save_args: Saving) -> None:
    """Why, how sure, and who was there."""
    st.text_area(
        words.AGREED_REASON if chosen_value(key) in room.reasoned else words.AGREED_REASON_OPTIONAL,
        key=f"{key}:note",
        max_chars=NOTE_LIMIT,
        height=96,
        on_change=record,
        args=save_args,
        disabled=place.is_locked,
    )
    text = (stored.note if stored is not None else None) or ""
    draw_mark(f"{key}:note", NOTE_LIMIT, Kept.TYPING, stored=text, sign=key, is_locked=place.is_locked)
    st.segmented_control(
        words.HOW_SURE,
        tuple(Certainty),
        format_func=labels(CERTAINTIES),
        key=f"{key}:certainty",
        required=True,
        on_change=record,
        args=save_args,
        disabled=place.is_locked,
    )
    draw_present(f"{key}:present", room, partial(record, *save_args), is_locked=place.is_locked)


def _bind(key: str, stored: AgreedValue | None, version: int, room: RoomView) -> None:
    present = (*room.answered_ids, *room.unnamed_ids) if stored is None else stored.present_ids
    session.bind(
        key,
        version,
        {
            f"{key}:value": choice_of(stored.answer) if stored is not None else None,
            f"{key}:certainty": stored.certainty if stored is not None else Certainty.ASSERTED,
            f"{key}:note": (stored.note if stored is not None else None) or "",
            f"{key}:present": [one for one in present if one in room.people],
            f"{key}:unnamed": [one for one in present if is_anonymous_id(one)],
        },
    )
