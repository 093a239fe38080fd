"""What is written down: a field that saves as one types, and under it the parking lot, decisions and actions."""

from __future__ import annotations

import streamlit as st

from assessment.domain.answered.entries import NOTE_LIMIT, PERSON_NAME_LIMIT
from assessment.domain.answered.workshop import Decision
from assessment.ui import session
from assessment.ui.components.choosing import labels
from assessment.ui.components.heading import section_head
from assessment.ui.components.saved import conflict_choice, draw_again
from assessment.ui.components.text import plain
from assessment.ui.components.writing import Kept, attend, draw_mark, draw_sign
from assessment.ui.pages.workshop.noted_decisions import draw_decisions
from assessment.ui.pages.workshop.noted_lists import draw_parked
from assessment.ui.pages.workshop.noting import Noting, begin_anew, go_on, save_mine, save_typed
from assessment.ui.pages.workshop.place import Cockpit
from assessment.views.names import item_name, process_name
from assessment.views.wording.pages.writing import SAVED_AS_YOU_TYPE
from assessment.views.wording.workshop import noted as words

_HEIGHT = 96


def draw(cockpit: Cockpit) -> None:
    """Draw the field and the lists."""
    attend()
    noted = session.plumbline().noted.read(session.actor(), cockpit.assessment_id)
    noting = Noting.of(cockpit, noted)
    if not cockpit.is_locked:
        section_head(words.TITLE, words.LEAD)
        draw_field(noting)
    draw_decisions(cockpit, [(one, version) for one, version in noted.decisions if one.id != noting.id])
    draw_parked(cockpit, [(one, version) for one, version in noted.parked if one.id != noting.id])


def draw_field(noting: Noting) -> None:
    """Draw the field with its kind, and for a decision or an action who does it until when."""
    key = noting.key
    if noting.stored is not None and session.value(key) is None:
        _take_up(noting)
    session.seed(f"{key}:kind", words.PARK)
    session.bind(key, noting.version, {key: noting.stored_text})
    st.segmented_control(
        words.KIND,
        tuple(words.KINDS),
        format_func=labels(words.KINDS),
        required=True,
        key=f"{key}:kind",
        on_change=save_typed,
        args=(noting,),
        label_visibility="collapsed",
    )
    st.text_area(
        words.TEXT,
        key=key,
        max_chars=NOTE_LIMIT,
        height=_HEIGHT,
        placeholder=words.EMPTY_TEXT,
        on_change=save_typed,
        args=(noting,),
    )
    draw_mark(key, NOTE_LIMIT, Kept.TYPING, stored=noting.stored_text, sign=key)
    if noting.kind != words.PARK:
        _draw_owner(noting)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(words.NEXT, key=f"{key}:next", shortcut="Alt+P", help=words.NEXT_HINT, on_click=go_on, args=(noting,))
        draw_sign(key, is_stored=bool(noting.stored_text), said="" if noting.stored_text else SAVED_AS_YOU_TYPE)
        _draw_about(noting)
    draw_again(key, lambda: save_typed(noting))
    conflict_choice(key, lambda: begin_anew(noting), lambda: save_mine(noting))


def _take_up(noting: Noting) -> None:
    """Give the fields beside the text what is stored, for whoever comes back to what they were writing."""
    stored, key = noting.stored, noting.key
    if not isinstance(stored, Decision):
        session.put(f"{key}:kind", words.PARK)
        return
    session.put(f"{key}:kind", stored.kind)
    session.put(f"{key}:owner", stored.owner or "")
    session.put(f"{key}:due", stored.due)


def _draw_owner(noting: Noting) -> None:
    owner, due = st.columns([2, 1])
    with owner:
        st.text_input(
            words.OWNER, key=f"{noting.key}:owner", max_chars=PERSON_NAME_LIMIT, on_change=save_typed, args=(noting,)
        )
    with due:
        st.date_input(words.DUE, value=None, key=f"{noting.key}:due", on_change=save_typed, args=(noting,))


def _draw_about(noting: Noting) -> None:
    """Say what it is kept with: the question that was asked last, or had been when it was begun."""
    framework, item, stored = noting.cockpit.framework, noting.cockpit.last_item, noting.stored
    item_id = getattr(stored, "item_id", None) if stored is not None else item.id if item is not None else None
    process_id = stored.process_id if stored is not None else item.process_id if item is not None else None
    if item_id is not None and noting.kind == words.PARK:
        plain(words.about(item_name(framework, item_id)), "small")
    elif process_id is not None:
        plain(words.about(process_name(framework, process_id)), "small")
