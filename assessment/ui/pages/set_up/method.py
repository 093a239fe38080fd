"""The few settings of the method."""

from __future__ import annotations

import streamlit as st

from assessment.domain.answered.assessment import LARGEST_FLOOR, SMALLEST_FLOOR
from assessment.ui.components.choosing import labels
from assessment.ui.components.heading import section_head
from assessment.ui.components.text import plain
from assessment.ui.pages.set_up.frame import Frame
from assessment.ui.pages.set_up.header_fields import header_field
from assessment.views.wording.pages.set_up import method as words
from assessment.views.wording.pages.set_up import point
from assessment.views.wording.terms import DEPTHS


def draw(frame: Frame) -> None:
    """Draw the settings; each is saved when it is chosen."""
    section_head(words.TITLE, words.fixed_depth(DEPTHS[frame.assessment.header.depth]), sign=frame.key("header"))
    rules, _ = st.columns(2, gap="large")
    with rules:
        _draw_rules(frame)


def _draw_rules(frame: Frame) -> None:
    header = frame.assessment.header
    with header_field(frame, "carry_percent", "carry", header.carry_percent) as tied:
        st.radio(
            words.CARRY,
            tuple(words.BOUNDS),
            format_func=labels(words.BOUNDS),
            captions=tuple(words.BOUND_MEANINGS[bound] for bound in words.BOUNDS),
            **tied,
        )
    levels = {level.level: point(level.level, level.name) for level in frame.framework.levels if level.level > 0}
    with header_field(frame, "default_target_level", "level", header.default_target_level) as tied:
        st.selectbox(words.DEFAULT_TARGET, tuple(levels), format_func=labels(levels), **tied)
    with header_field(frame, "asks_to_be", "asks-to-be", header.asks_to_be) as tied:
        st.toggle(words.ASKS_TO_BE, **tied)
    plain(words.ASKS_TO_BE_HINT, "small")
    with header_field(frame, "anonymity_floor", "floor", header.anonymity_floor) as tied:
        st.number_input(words.FLOOR, min_value=SMALLEST_FLOOR, max_value=LARGEST_FLOOR, step=1, **tied)
    plain(words.FLOOR_HINT, "small")
