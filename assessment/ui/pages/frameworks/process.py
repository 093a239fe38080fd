"""One process: its head, the way to its neighbours, and one of its parts."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import streamlit as st

from assessment.ui import session
from assessment.ui.components.choosing import labels
from assessment.ui.components.text import escaped, plain
from assessment.ui.pages.frameworks.about import draw_about, draw_guide
from assessment.ui.pages.frameworks.actions import draw_actions
from assessment.ui.pages.frameworks.browser import Browser
from assessment.ui.pages.frameworks.linkages import draw_linkages
from assessment.ui.pages.frameworks.questions import draw_questions
from assessment.views.frameworks.places import ProcessPart
from assessment.views.frameworks.process import process_head
from assessment.views.wording.pages import frameworks as words

_PICKER_WIDTH = 360
_PARTS: Mapping[ProcessPart, Callable[[Browser, str], None]] = {
    ProcessPart.ABOUT: draw_about,
    ProcessPart.QUESTIONS: draw_questions,
    ProcessPart.ACTIONS: draw_actions,
    ProcessPart.LINKAGES: draw_linkages,
    ProcessPart.GUIDE: draw_guide,
}


def draw_process(browser: Browser, process_id: str) -> None:
    """Draw the pickers, the head and the chosen part."""
    _draw_way(browser, process_id)
    head = process_head(browser.framework, process_id)
    with st.container(gap="xxsmall", key=browser.head_key):
        st.header(escaped(head.name), anchor=False)
        plain(head.place, "small")
        plain(head.purpose)
    key = f"{browser.key}:part"
    session.put(key, browser.part)
    st.segmented_control(
        words.PART_LABEL,
        tuple(ProcessPart),
        required=True,
        format_func=labels(words.PARTS),
        key=key,
        label_visibility="collapsed",
        on_change=lambda: browser.open_part(ProcessPart(session.value(key))),
    )
    _PARTS[browser.part](browser, process_id)


def _draw_way(browser: Browser, process_id: str) -> None:
    names = {known.id: known.name for known in browser.framework.processes}
    key = f"{browser.key}:process"
    session.put(key, process_id)
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key=f"{browser.key}-way"):
        st.button(
            words.ALL_PROCESSES,
            key=f"{browser.key}:all",
            on_click=browser.close_process,
            icon=":material/arrow_back:",
            type="tertiary",
        )
        with st.container(width=_PICKER_WIDTH):
            st.selectbox(
                words.PROCESS_LABEL,
                tuple(names),
                format_func=labels(names),
                key=key,
                on_change=lambda: browser.open_process(str(session.value(key))),
                label_visibility="collapsed",
            )
        st.button(
            words.PRINT,
            key=f"{browser.key}:print",
            on_click=browser.open_paper,
            args=(process_id,),
            icon=":material/print:",
        )
