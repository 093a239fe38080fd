"""The findings of one area: each with what it rests on, the way to its processes, and the way into the plan."""

from __future__ import annotations

from functools import partial

import streamlit as st

from assessment.domain.access.permissions import Permission
from assessment.domain.answered.actions import ActionKind
from assessment.domain.answered.assessment import AssessmentState
from assessment.domain.computed import Computed
from assessment.domain.findings.placing import action_id_of
from assessment.domain.findings.results import Area
from assessment.ui import access, navigation, session
from assessment.ui.components.saved import saved_sign
from assessment.ui.components.text import escaped, plain
from assessment.ui.pages.results.place import PART, PROCESS
from assessment.views.findings.line import FindingLine
from assessment.views.findings.whole import lines_of, place_of_action, table_of
from assessment.views.names import process_name
from assessment.views.wording.pages import findings as words

_SHOWN = 3
"""So many findings of an area stand open, those of most weight; the others are behind a fold."""
_OPENED = 6
"""So many of the processes that a finding names are a way of their own."""


def draw_findings(computed: Computed, area: Area) -> None:
    """Draw every finding of an area, or that nothing follows."""
    table = table_of(computed, area)
    plain(table.title, "strong")
    lines = lines_of(computed, area)
    if not lines:
        plain(table.empty, "quiet")
        return
    is_open = computed.assessment.header.state is AssessmentState.DRAFT and access.may(Permission.EDIT)
    taken = frozenset(action.id for action in computed.assessment.actions)
    with st.container(key=_key(f"findings-{area}"), gap="xsmall"):
        for line in lines[:_SHOWN]:
            _draw_line(computed, line, is_open=is_open, is_taken=action_id_of(line.id) in taken)
        if lines[_SHOWN:]:
            with st.expander(words.more(len(lines) - _SHOWN), key=_key(f"more-{area}"), type="compact"):
                for line in lines[_SHOWN:]:
                    _draw_line(computed, line, is_open=is_open, is_taken=action_id_of(line.id) in taken)
    for note in table.notes:
        plain(note, "small")


def _draw_line(computed: Computed, line: FindingLine, *, is_open: bool, is_taken: bool) -> None:
    with st.container(gap=None):
        plain(line.text)
        plain(f"{line.basis} {words.to_do(line.action)}", "small")
        with st.container(horizontal=True, gap="small", vertical_alignment="center"):
            for process_id in line.process_ids[:_OPENED]:
                name = process_name(computed.framework, process_id)
                ids = {PART: "process", PROCESS: process_id}
                navigation.link_to(navigation.RESULTS, escaped(name), **ids)
            _draw_taking_up(computed, line, is_open=is_open, is_taken=is_taken)


def _draw_taking_up(computed: Computed, line: FindingLine, *, is_open: bool, is_taken: bool) -> None:
    key = _key(f"take-up-{line.id}")
    if is_taken:
        plain(words.IN_THE_PLAN, "small", width="content")
    elif is_open and line.process_ids:
        st.button(
            words.TAKE_UP,
            key=key,
            type="tertiary",
            icon=":material/add_task:",
            help=line.action,
            on_click=partial(_take_up, computed, line, key),
        )
    if session.has_trouble(key):
        saved_sign(key)


def _key(what: str) -> str:
    return session.of_assessment(f"results:{what}")


def _take_up(computed: Computed, line: FindingLine, key: str) -> None:
    place = place_of_action(computed, line)
    if place is None:
        return
    with session.saving(key):
        session.plumbline().register.take_up(
            session.actor(),
            computed.assessment.header.id,
            line.id,
            place.process_id,
            place.to_level,
            ActionKind.FIRST,
            line.action,
        )
