"""Asking everybody, a role or a unit the same in one move."""

from __future__ import annotations

import streamlit as st

from assessment.ui import session
from assessment.ui.components.choosing import labels
from assessment.ui.components.saved import saved_sign
from assessment.ui.components.text import plain
from assessment.ui.pages.set_up.frame import Frame
from assessment.views.names import process_name
from assessment.views.set_up import respondent_groups
from assessment.views.wording.pages.set_up import people as words


def draw_group_asking(frame: Frame) -> None:
    """Draw who, which processes and what of them; nothing changes until the button is pressed."""
    fold = st.expander(words.GROUP, key=frame.key("group-fold"), on_change="rerun")
    if not fold.open:
        return
    groups = {group.id: group for group in respondent_groups(frame.assessment)}
    processes = {process_id: process_name(frame.framework, process_id) for process_id in frame.assessment.scope}
    attributes = {attribute.id: attribute.name for attribute in frame.framework.attributes}
    with fold:
        plain(words.GROUP_LEAD, "small")
        who_place, process_place, what_place = st.columns([2, 3, 3])
        with who_place:
            names = {group.id: group.name for group in groups.values()}
            chosen = st.selectbox(words.GROUP_WHO, tuple(names), format_func=labels(names), key=frame.key("group:who"))
        with process_place:
            process_ids = st.multiselect(
                words.GROUP_PROCESSES,
                tuple(processes),
                format_func=labels(processes),
                key=frame.key("group:processes"),
                placeholder=words.GROUP_EVERY_PROCESS,
            )
        with what_place:
            attribute_ids = st.multiselect(
                words.GROUP_WHAT,
                tuple(attributes),
                format_func=labels(attributes),
                key=frame.key("group:attributes"),
                placeholder=words.GROUP_EVERYTHING,
            )
        group = groups.get(chosen or "")
        if group is None:
            return
        st.button(
            words.group_asked(len(group.respondent_ids)),
            key=frame.key("group:go"),
            type="primary",
            on_click=_ask,
            args=(frame, group.respondent_ids, tuple(process_ids or processes), tuple(attribute_ids or attributes)),
        )
        if session.save_outcome(frame.key("group")):
            saved_sign(frame.key("group"))


def _ask(
    frame: Frame, respondent_ids: tuple[str, ...], process_ids: tuple[str, ...], attribute_ids: tuple[str, ...]
) -> None:
    """Callback: ask each of them exactly this."""
    with session.saving(frame.key("group"), words.group_was_asked(len(respondent_ids))):
        asked = dict.fromkeys(process_ids, frozenset(attribute_ids))
        session.plumbline().setup.assign_group(session.actor(), frame.id, respondent_ids, asked)
