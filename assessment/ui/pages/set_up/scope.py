"""Which processes are assessed."""

from __future__ import annotations

import streamlit as st

from assessment.domain.authored.content import Group, Origin, Process
from assessment.ui import session
from assessment.ui.components.heading import section_head
from assessment.ui.components.text import escaped, plain
from assessment.ui.pages.set_up.frame import Frame
from assessment.ui.pages.set_up.unasked import draw_unasked
from assessment.views.set_up import left_out, scope_finding
from assessment.views.wording.pages.set_up import scope as words
from assessment.views.wording.terms import EXTENSION_MARK


def draw(frame: Frame) -> None:
    """Draw a box for each process, by group."""
    section_head(scope_finding(frame.assessment), words.LEAD, sign=frame.key("scope"))
    draw_unasked(frame, "scope", frame.key("scope"))
    for index, column in enumerate(st.columns(2, gap="large")):
        with column:
            for group in frame.framework.groups[index::2]:
                _draw_group(frame, group)


def _draw_group(frame: Frame, group: Group) -> None:
    with st.container(gap="xxsmall"):
        plain(group.name, "strong")
        for process_id in group.processes:
            _draw_process(frame, frame.framework.process_by_id[process_id])


def _draw_process(frame: Frame, process: Process) -> None:
    key = frame.key(f"scope:{process.id}")
    session.put(key, process.id in frame.assessment.scope)
    mark = f" :gray[:small[{escaped(EXTENSION_MARK)}]]" if process.origin is Origin.EXTENSION else ""
    st.checkbox(
        f"{escaped(process.name)}{mark}",
        key=key,
        help=escaped(process.purpose),
        on_change=_save,
        args=(frame, process.id),
        disabled=frame.is_locked,
    )


def _save(frame: Frame, process_id: str) -> None:
    """Callback: put one process in or out; what somebody else did with others stays."""
    is_in = bool(session.value(frame.key(f"scope:{process_id}")))
    said = "" if is_in else left_out(frame.framework, frame.assessment, process_id)
    with session.saving(frame.key("scope"), said):
        session.plumbline().setup.change_scope(session.actor(), frame.id, process_id, is_in=is_in)
