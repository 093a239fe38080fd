"""One process: its head, the way to its neighbours, and one of its parts."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import streamlit as st

from assessment.domain.authored.content import Process
from assessment.ui import session
from assessment.ui.components.text import escaped, plain
from assessment.ui.pages.questionnaires.about import draw_about, draw_guide
from assessment.ui.pages.questionnaires.advice import draw_actions
from assessment.ui.pages.questionnaires.browser import Browser, Part
from assessment.ui.pages.questionnaires.items import draw_questions
from assessment.ui.pages.questionnaires.linkages import draw_linkages
from assessment.ui.pages.questionnaires.overview import extension_mark

_PARTS: Mapping[Part, Callable[[Browser, Process], None]] = {
    Part.ABOUT: draw_about,
    Part.QUESTIONS: draw_questions,
    Part.ACTIONS: draw_actions,
    Part.LINKAGES: draw_linkages,
    Part.GUIDE: draw_guide,
}


def draw_process(browser: Browser, process: Process) -> None:
    """Draw the pickers, the head and the chosen part."""
    _draw_way(browser, process)
    with st.container(gap="xxsmall", key=browser.head_key):
        st.header(escaped(process.name), anchor=False)
        place = [browser.framework.group_by_process[process.id].name, extension_mark(browser.framework, process)]
        plain(" \u00b7 ".join(part for part in place if part), "small")
        plain(process.purpose)
    key = f"{browser.key}:part"
    session.put(key, browser.part)
    st.segmented_control(
        "Part",
        tuple(Part),
        required=True,
        key=key,
        label_visibility="collapsed",
        on_change=lambda: browser.open_part(Part(session.value(key))),
    )
    _PARTS[browser.part](browser, process)


def _draw_way(browser: Browser, process: Process) -> None:
    names = {known.id: known.name for known in browser.framework.processes}
    key = f"{browser.key}:process"
    session.put(key, process.id)
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key=f"{browser.key}-way"):
        st.button(
            "All processes",
            key=f"{browser.key}:all",
            on_click=browser.close_process,
            icon=":material/arrow_back:",
            type="tertiary",
        )
        with st.container(width=360):
            st.selectbox(
                "Process",
                tuple(names),
                format_func=names.__getitem__,
                key=key,
                on_change=lambda: browser.open_process(str(session.value(key))),
                label_visibility="collapsed",
            )
        st.button(
            "Print",
            key=f"{browser.key}:print",
            on_click=browser.open_paper,
            args=(process.id,),
            icon=":material/print:",
        )
