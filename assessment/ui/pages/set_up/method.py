"""What the assessment is called, and the few settings of the method."""

from __future__ import annotations

from typing import Any

import streamlit as st

from assessment.domain.answered.assessment import LARGEST_FLOOR, SMALLEST_FLOOR
from assessment.domain.answered.entries import SHORT_TEXT_LIMIT
from assessment.services.assessments import HeaderChange
from assessment.services.validation import checked
from assessment.ui import session
from assessment.ui.components.heading import section_head
from assessment.ui.components.text import plain
from assessment.ui.pages.set_up.frame import Frame
from assessment.views.wording.pages.set_up import method as words
from assessment.views.wording.pages.set_up import point
from assessment.views.wording.terms import DEPTHS


def draw(frame: Frame) -> None:
    """Draw names and settings; each is saved when it is left."""
    section_head(words.TITLE, words.fixed_depth(DEPTHS[frame.assessment.header.depth]), sign=frame.key("header"))
    rated, called = st.columns(2, gap="large")
    with rated:
        _draw_rules(frame)
    with called:
        _draw_names(frame)


def _draw_rules(frame: Frame) -> None:
    header = frame.assessment.header
    st.radio(
        words.CARRY,
        tuple(words.BOUNDS),
        format_func=words.BOUNDS.__getitem__,
        captions=tuple(words.BOUND_MEANINGS[bound] for bound in words.BOUNDS),
        **_saved_as(frame, "carry_percent", "carry", header.carry_percent),
    )
    levels = {level.level: point(level.level, level.name) for level in frame.framework.levels if level.level > 0}
    st.selectbox(
        words.DEFAULT_TARGET,
        tuple(levels),
        format_func=levels.__getitem__,
        **_saved_as(frame, "default_target_level", "level", header.default_target_level),
    )
    st.toggle(words.ASKS_TO_BE, **_saved_as(frame, "asks_to_be", "asks-to-be", header.asks_to_be))
    plain(words.ASKS_TO_BE_HINT, "small")
    st.number_input(
        words.FLOOR,
        min_value=SMALLEST_FLOOR,
        max_value=LARGEST_FLOOR,
        step=1,
        **_saved_as(frame, "anonymity_floor", "floor", header.anonymity_floor),
    )
    plain(words.FLOOR_HINT, "small")


def _draw_names(frame: Frame) -> None:
    header = frame.assessment.header
    for field, label, stored in (
        ("name", words.NAME, header.name),
        ("organisation", words.ORGANISATION, header.organisation),
        ("unit", words.UNIT, header.unit or ""),
    ):
        st.text_input(label, max_chars=SHORT_TEXT_LIMIT, **_saved_as(frame, field, f"header:{field}", stored))
    st.date_input(words.DATE, **_saved_as(frame, "assessed_on", "header:assessed_on", header.assessed_on))


def _saved_as(frame: Frame, field: str, key: str, stored: Any) -> dict[str, Any]:
    """What ties a widget to a field of the header: it begins with what is stored and saves what is chosen."""
    own_key = frame.key(key)
    session.seed(own_key, stored)
    return {"key": own_key, "on_change": _save, "args": (frame, field, own_key), "disabled": frame.is_locked}


def _save(frame: Frame, field: str, key: str) -> None:
    """Callback: change one field of the header."""
    new: Any = session.value(key)
    if field == "unit":
        new = str(new).strip() or None
    with session.saving(frame.key("header")):
        change = checked(HeaderChange, **{field: new})
        session.plumbline().assessments.update_header(session.actor(), frame.id, change)
