"""Questionnaires: read and search what is asked, and check a framework of one's own.

__init__.py    installed frameworks, or a file of one's own
browser.py     where in a framework one is; the same for an installed and an uploaded one
browse.py      its views: processes, search results, glossary, transitions, scenarios, scales, on paper
overview.py    groups and processes
process.py     one process and its parts
about.py       what the process is, and the facilitator's guide
items.py       the questions with their statements
advice.py      actions step by step
linkages.py    what a process hands over and receives
terms.py       glossary, transitions, scenarios, scales
found.py       search results
own.py         check and preview an uploaded framework
markup.py      labelled texts and lists as Markdown in which nothing of an author acts
"""

from __future__ import annotations

from enum import StrEnum
from functools import partial

import streamlit as st

from assessment.domain.authored.framework import Framework
from assessment.ui import session
from assessment.ui.components.empty import empty_state
from assessment.ui.components.heading import page_head
from assessment.ui.errors import guarded
from assessment.ui.pages.questionnaires.browse import draw_framework
from assessment.ui.pages.questionnaires.browser import Browser
from assessment.ui.pages.questionnaires.own import draw_own

FRAMEWORK = "framework"
SIDE = "side"
OWN = "own"


class _Side(StrEnum):
    INSTALLED = "Read and search"
    OWN = "Check your own"


@guarded
def show() -> None:
    """Draw the page."""
    head, switch = st.columns([3, 2], vertical_alignment="bottom")
    with head:
        page_head("What do the questionnaires ask?")
    with switch, st.container(horizontal=True, horizontal_alignment="right", key="questionnaires-switch"):
        is_own = session.url_id(SIDE) == OWN
        session.put("questionnaires:side", _Side.OWN if is_own else _Side.INSTALLED)
        st.segmented_control(
            "Which questionnaires",
            tuple(_Side),
            required=True,
            key="questionnaires:side",
            label_visibility="collapsed",
            on_change=_remember_side,
        )
    if is_own:
        draw_own()
    else:
        _draw_installed(session.plumbline().frameworks.installed(session.actor()))


def _remember_side() -> None:
    session.keep_in_url(SIDE, OWN if session.value("questionnaires:side") == _Side.OWN else None)


def _draw_installed(frameworks: tuple[Framework, ...]) -> None:
    if not frameworks:
        empty_state("No framework is installed", "Put a framework folder under questionnaires/ and reload this page.")
        return
    by_id = {framework.id: framework for framework in frameworks}
    chosen = session.url_id(FRAMEWORK)
    framework = by_id.get(chosen or "", frameworks[0])
    if len(frameworks) > 1:
        session.put("questionnaires:framework", framework.id)
        st.selectbox(
            "Framework",
            tuple(by_id),
            format_func=lambda framework_id: f"{by_id[framework_id].name} {by_id[framework_id].version}",
            key="questionnaires:framework",
            on_change=lambda: session.keep_in_url(FRAMEWORK, session.value("questionnaires:framework")),
        )
    begin = partial(session.plumbline().library.start_sheet, session.actor(), framework.id)
    draw_framework(Browser(framework=framework, key="browse", begin_sheet=begin))
