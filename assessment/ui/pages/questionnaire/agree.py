"""The value the room agrees on, with its reason and how sure it is: it stands before the median."""

from __future__ import annotations

import streamlit as st

from assessment.domain.answered.assessment import AgreedValue, Certainty
from assessment.domain.answered.entries import NOTE_LIMIT, Answer, AnswerKind
from assessment.domain.authored.framework import Horizon, Item
from assessment.errors import InvalidInput
from assessment.services.questionnaire import SheetEntry
from assessment.ui import session
from assessment.ui.components.saved import conflict_choice, saved_sign
from assessment.ui.components.text import plain
from assessment.ui.components.words import CERTAINTY_NAMES, HORIZON_QUESTIONS
from assessment.ui.pages.questionnaire.place import Place

_NOT_APPLICABLE = "not-applicable"


def draw_agreement(place: Place, entry: SheetEntry) -> None:
    """Draw the form of each horizon that is asked."""
    horizons = [
        horizon
        for horizon, is_asked in ((Horizon.AS_IS, entry.asks_as_is), (Horizon.TO_BE, entry.asks_to_be))
        if is_asked
    ]
    for horizon in horizons:
        if len(horizons) > 1:
            plain(HORIZON_QUESTIONS[horizon], "strong")
        plain(_said(place, entry.item, horizon), "quiet")
        _draw_form(place, entry, horizon)


def _draw_form(place: Place, entry: SheetEntry, horizon: Horizon) -> None:
    key = f"questionnaire:agreed:{entry.item.id}:{horizon}"
    is_now = horizon is Horizon.AS_IS
    stored = entry.agreed if is_now else entry.agreed_to_be
    version = entry.agreed_version if is_now else entry.agreed_to_be_version
    session.seed(f"{key}:value", _choice(stored))
    session.seed(f"{key}:certainty", stored.certainty if stored is not None else Certainty.ASSERTED)
    session.seed(f"{key}:note", stored.note if stored is not None else "")
    words = _words(entry.item)
    with st.form(key, border=False):
        st.selectbox(
            "The room agrees on",
            tuple(words),
            index=None,
            format_func=words.__getitem__,
            key=f"{key}:value",
            placeholder="Choose a statement",
        )
        st.segmented_control(
            "How sure", tuple(Certainty), format_func=CERTAINTY_NAMES.__getitem__, key=f"{key}:certainty", required=True
        )
        st.text_area("Reason, in the room's words", key=f"{key}:note", max_chars=NOTE_LIMIT, height=96)
        st.form_submit_button(
            "Record the agreement",
            type="primary",
            on_click=_save,
            args=(place, entry.item, horizon, key, version),
            disabled=place.is_locked,
        )
    if stored is not None:
        st.button(
            "Withdraw it",
            key=f"{key}:clear",
            on_click=_clear,
            args=(place, entry.item, horizon, key),
            disabled=place.is_locked,
        )
    saved_sign(
        key,
        is_stored=stored is not None,
        words="" if stored is not None else "Nothing agreed: the median of the answers counts.",
    )
    conflict_choice(
        key,
        keep_theirs=lambda: session.drop(f"{key}:value", f"{key}:certainty", f"{key}:note", f"outcome:{key}"),
        save_mine=lambda: _save(place, entry.item, horizon, key, version),
    )


def _said(place: Place, item: Item, horizon: Horizon) -> str:
    """How many people chose what, in the order of the scale; nobody is named."""
    computed = session.plumbline().results.compute(session.actor(), place.assessment_id)
    process = computed.result.process(item.process_id)
    attributes = process.attributes if horizon is Horizon.AS_IS else process.to_be_attributes
    found = next((one for attribute in attributes for one in attribute.items if one.item_id == item.id), None)
    if found is None:
        return "Nobody has answered yet."
    named = [*(point.name for point in place.framework.scale), "Not applicable", "Don't know"]
    counts = [*found.code_counts, found.not_applicable_count, found.dont_know_count]
    said = [f"{name} {count}" for name, count in zip(named, counts, strict=True) if count]
    return f"Answers so far: {', '.join(said)}." if said else "Nobody has answered yet."


def _words(item: Item) -> dict[str, str]:
    return {**{str(code): text for code, text in enumerate(item.statements)}, _NOT_APPLICABLE: "Not applicable here"}


def _choice(stored: AgreedValue | None) -> str | None:
    if stored is None:
        return None
    return _NOT_APPLICABLE if stored.answer.code is None else str(stored.answer.code)


def _save(place: Place, item: Item, horizon: Horizon, key: str, version: int) -> None:
    choice, note = session.value(f"{key}:value"), str(session.value(f"{key}:note") or "").strip()
    with session.saving(key):
        if choice is None or not note:
            raise InvalidInput(
                "The agreement", "it needs a statement and a reason", "Choose a statement and write the reason."
            )
        answer = (
            Answer(kind=AnswerKind.NOT_APPLICABLE, reason=note[:300])
            if choice == _NOT_APPLICABLE
            else Answer(kind=AnswerKind.RATED, code=int(choice))
        )
        value = AgreedValue(
            item_id=item.id, horizon=horizon, answer=answer, note=note, certainty=session.value(f"{key}:certainty")
        )
        session.plumbline().questionnaire.agree(session.actor(), place.assessment_id, value, expected_version=version)


def _clear(place: Place, item: Item, horizon: Horizon, key: str) -> None:
    with session.saving(key):
        session.plumbline().questionnaire.clear_agreed(session.actor(), place.assessment_id, item.id, horizon)
        session.drop(f"{key}:value", f"{key}:certainty", f"{key}:note")
