"""The sections of the report: which are printed, and in which order."""

from __future__ import annotations

from functools import partial

import streamlit as st

from assessment.domain.layout.layout import Layout
from assessment.services.layouts import StoredLayout
from assessment.ui import session
from assessment.ui.components.heading import section_head
from assessment.ui.components.text import escaped
from assessment.ui.pages.layouts.keeping import keep
from assessment.views.layouts import ordered_sections
from assessment.views.report_kinds import Section
from assessment.views.wording.layouts import SECTION_NAMES
from assessment.views.wording.pages import layouts as words


def draw_sections(stored: StoredLayout, *, is_locked: bool) -> None:
    """Draw a line for each section: whether it is printed, and a step up or down."""
    section_head(words.SECTIONS, words.SECTIONS_LEAD)
    layout = stored.layout
    sections = ordered_sections(layout)
    chosen = tuple(section for section, is_in in sections if is_in)
    with st.container(gap=None, key="layout-sections"):
        for section, is_in in sections:
            _draw_line(layout, chosen, section, is_in=is_in, is_locked=is_locked)
    if layout.sections and not is_locked:
        st.button(words.ALL_SECTIONS, key=f"layouts:{layout.id}:all", on_click=partial(_order, layout.id, ()))


def _draw_line(layout: Layout, chosen: tuple[Section, ...], section: Section, *, is_in: bool, is_locked: bool) -> None:
    key, name = f"layouts:{layout.id}:section:{section}", SECTION_NAMES[section]
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        session.put(key, is_in)
        choose = partial(_choose, layout.id, chosen, section, key)
        st.checkbox(escaped(name), key=key, on_change=choose, width=260, disabled=is_locked)
        if is_locked or not is_in:
            return
        place = chosen.index(section)
        for direction, icon, other in (
            (words.UP, "arrow_upward", place - 1),
            (words.DOWN, "arrow_downward", place + 1),
        ):
            st.button(
                " ",
                key=f"{key}:{direction.lower()}",
                icon=f":material/{icon}:",
                type="tertiary",
                help=words.section_moves(name, direction),
                disabled=not 0 <= other < len(chosen),
                on_click=partial(_swap, layout.id, chosen, place, other),
            )


def _choose(layout_id: str, chosen: tuple[Section, ...], section: Section, key: str) -> None:
    """Callback: put a section last, or leave it out; the last one stays."""
    rest = tuple(one for one in chosen if one is not section)
    _order(layout_id, (*rest, section) if session.value(key) else rest or chosen)


def _swap(layout_id: str, chosen: tuple[Section, ...], place: int, other: int) -> None:
    order = list(chosen)
    order[place], order[other] = order[other], order[place]
    _order(layout_id, tuple(order))


def _order(layout_id: str, sections: tuple[Section, ...]) -> None:
    ids = tuple(section.value for section in sections)
    keep(layout_id, {"sections": ids})
