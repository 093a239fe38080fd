"""Every process by group, with the one sentence that says why it matters."""

from __future__ import annotations

import streamlit as st

from assessment.domain.authored.content import Group, Origin, Process
from assessment.domain.authored.framework import Framework
from assessment.ui.components.text import escaped, plain
from assessment.ui.components.words import EXTENSION_MARK
from assessment.ui.pages.questionnaires.browser import Browser

_NAME_WIDTH = 260


def draw_overview(browser: Browser) -> None:
    """Draw the groups in the model's order."""
    for group in browser.framework.groups:
        with st.container(gap=None, key=f"{browser.key}-group-{group.id}"):
            _draw_group(browser, group)


def _draw_group(browser: Browser, group: Group) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.subheader(escaped(group.name), anchor=False, width="content")
        plain(group.purpose, "small", width="content")
    for process_id in group.processes:
        _draw_row(browser, browser.framework.process_by_id[process_id])


def _draw_row(browser: Browser, process: Process) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap=None):
        with st.container(width=_NAME_WIDTH):
            st.button(
                escaped(process.name),
                type="tertiary",
                key=f"{browser.key}:open:{process.id}",
                on_click=browser.open_process,
                args=(process.id,),
            )
        mark = extension_mark(browser.framework, process)
        st.markdown(
            f":small[{escaped(process.why)}]{f' :small[:gray[{escaped(mark)}]]' if mark else ''}", width="content"
        )


def extension_mark(framework: Framework, process: Process) -> str:
    """What is said of a process that is not from the paper; nothing where no process is."""
    has_paper = any(other.origin is Origin.PAPER for other in framework.processes)
    return f"Extension, {EXTENSION_MARK}" if has_paper and process.origin is Origin.EXTENSION else ""
