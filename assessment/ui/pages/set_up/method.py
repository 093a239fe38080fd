"""What the assessment is called, and the few settings of the method."""

from __future__ import annotations

from typing import Any

import streamlit as st

from assessment.services.assessments import HeaderChange
from assessment.services.refusals import checked
from assessment.ui import session
from assessment.ui.components.heading import section_head
from assessment.ui.components.text import plain
from assessment.ui.components.words import DEPTH_NAMES
from assessment.ui.pages.set_up.frame import Frame

_BOUNDS = {67.5: "L+ or better (67.5 %)", 85.0: "F (85 %), as ISO/IEC 33020 has it"}
_BOUND_MEANINGS = (
    "A level counts once what lies below it is largely in place, with few weaknesses. A rule of our own.",
    "A level counts only when everything below it is complete. Most organisations then stand at level 1.",
)


def draw(frame: Frame) -> None:
    """Draw names and settings; each is saved when it is left."""
    header = frame.assessment.header
    section_head(
        "How is it asked and rated?",
        f"{DEPTH_NAMES[header.depth]}. The depth is fixed once an assessment has begun.",
        sign=frame.key("header"),
    )
    rated, called = st.columns(2, gap="large")
    with rated:
        _draw_rules(frame)
    with called:
        _draw_names(frame)


def _draw_rules(frame: Frame) -> None:
    header = frame.assessment.header
    bound, to_be, floor, level = (frame.key(name) for name in ("carry", "asks-to-be", "floor", "level"))
    session.seed(bound, header.carry_percent)
    st.radio(
        "What carries the next level",
        tuple(_BOUNDS),
        format_func=_BOUNDS.__getitem__,
        captions=_BOUND_MEANINGS,
        key=bound,
        on_change=_save,
        args=(frame, "carry_percent", bound),
        disabled=frame.is_locked,
    )
    names = {entry.level: f"{entry.level} {entry.name}" for entry in frame.framework.levels if entry.level > 0}
    session.seed(level, header.default_target_level)
    st.selectbox(
        "Default target level",
        tuple(names),
        format_func=names.__getitem__,
        key=level,
        on_change=_save,
        args=(frame, "default_target_level", level),
        disabled=frame.is_locked,
    )
    session.seed(to_be, header.asks_to_be)
    st.toggle(
        "Ask people for the to-be as well",
        key=to_be,
        on_change=_save,
        args=(frame, "asks_to_be", to_be),
        disabled=frame.is_locked,
    )
    plain(
        "Off by default: the sponsor sets targets. Where it is asked, the answers propose a target and set none.",
        "small",
    )
    session.seed(floor, header.anonymity_floor)
    st.number_input(
        "Anonymity floor",
        min_value=1,
        max_value=50,
        step=1,
        key=floor,
        on_change=_save,
        args=(frame, "anonymity_floor", floor),
        disabled=frame.is_locked,
    )
    plain("A group with fewer people than this is never shown on its own.", "small")


def _draw_names(frame: Frame) -> None:
    header = frame.assessment.header
    for field, label, stored in (
        ("name", "Name of the assessment", header.name),
        ("organisation", "Organisation", header.organisation),
        ("unit", "Unit (optional)", header.unit or ""),
    ):
        key = frame.key(f"header:{field}")
        session.seed(key, stored)
        st.text_input(
            label, max_chars=300, key=key, on_change=_save, args=(frame, field, key), disabled=frame.is_locked
        )
    key = frame.key("header:assessed_on")
    session.seed(key, header.assessed_on)
    st.date_input("Date", key=key, on_change=_save, args=(frame, "assessed_on", key), disabled=frame.is_locked)


def _save(frame: Frame, field: str, key: str) -> None:
    """Callback: change one field of the header."""
    new: Any = session.value(key)
    if field == "unit":
        new = str(new).strip() or None
    with session.saving(frame.key("header")):
        change = checked(HeaderChange, **{field: new})
        session.plumbline().assessments.update_header(session.actor(), frame.id, change)
