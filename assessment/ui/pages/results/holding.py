"""What holds a process at its level, and the fewest answers that would have to rise."""

from __future__ import annotations

import streamlit as st

from assessment.domain.rating.next_level import AttributeNeed, NextLevel, find_next_level
from assessment.domain.rating.results import ProcessResult
from assessment.services.results import Computed
from assessment.ui.components.format import counted, level_name, number_text, percent_text
from assessment.ui.components.heading import section_head
from assessment.ui.components.text import plain
from assessment.ui.pages.results.wording import LETTERS


def draw_holding(computed: Computed, process: ProcessResult) -> None:
    """Draw each holding attribute with the answers that have to rise for the next level."""
    following = find_next_level(computed.framework, process, computed.assessment.header.carry_percent)
    if following is None:
        section_head("Nothing holds it", _end_words(process))
        return
    section_head(f"The shortest way to level {following.level}", _lead(computed, following))
    for need in following.needs:
        _draw_need(computed, need)


def _end_words(process: ProcessResult) -> str:
    if process.level.level is None:
        return "Without a level there is nothing to reach."
    return "It stands at the highest level that applies to it."


def _lead(computed: Computed, following: NextLevel) -> str:
    name = level_name(computed.framework, following.level).lower()
    if not following.raise_count:
        return f"Answer what is open below; then it shows how far {name} is."
    verb = "has" if following.raise_count == 1 else "have"
    return f"At least {counted(following.raise_count, 'answer')} {verb} to rise for it to be {name}."


def _draw_need(computed: Computed, need: AttributeNeed) -> None:
    framework = computed.framework
    attribute = framework.attribute_by_id[need.attribute_id]
    with st.container(gap="xxsmall"):
        plain(attribute.name, "strong")
        plain(f"{percent_text(need.percent)} now, has to pass {number_text(need.bound_percent)} %", "small")
        for change in need.raises:
            name = framework.item_by_id[change.item_id].name
            plain(f"{LETTERS[change.from_code]} to {LETTERS[change.to_code]}: {name}")
        if need.unanswered_count:
            plain(f"{counted(need.unanswered_count, 'question')} without an answer", "small")
