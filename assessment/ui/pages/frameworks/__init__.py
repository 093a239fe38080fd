"""Frameworks: read and search what is asked, and check a framework of one's own.

__init__.py    installed frameworks, or a file of one's own
browser.py     where in a framework one is; the same for an installed and an uploaded one
browse.py      its topics: processes, search results, glossary, transitions, scenarios, scales, on paper
overview.py    groups and processes
process.py     one process and its parts
about.py       what the process is, and the facilitator's guide
questions.py   the questions with their statements
actions.py     what to do, step by step
linkages.py    what a process hands over and receives
terms.py       glossary, transitions, scenarios
scales.py      answers, levels, choices, checklists
found.py       search results
own.py         check and preview an uploaded framework
feedback.py    what people said of the questions, over all assessments
markup.py      labelled texts and lists as Markdown in which nothing of an author acts
"""

from __future__ import annotations

from enum import StrEnum
from functools import partial

import streamlit as st

from assessment.domain.authored.framework import Framework
from assessment.ui import session
from assessment.ui.components.choosing import labels
from assessment.ui.components.empty import empty_state
from assessment.ui.components.figure import load_style
from assessment.ui.components.heading import page_head
from assessment.ui.components.text import care
from assessment.ui.errors import guarded
from assessment.ui.pages.frameworks.browse import draw_framework
from assessment.ui.pages.frameworks.browser import Browser, process_name
from assessment.ui.pages.frameworks.own import draw_own
from assessment.views.wording.frameworks import version
from assessment.views.wording.pages import frameworks as words

FRAMEWORK = "framework"
SIDE = "side"
_SIDE_KEY = "frameworks:side"
_FRAMEWORK_KEY = "frameworks:framework"
_BROWSE = "browse"


class Side(StrEnum):
    """Whose framework is shown. The values are ids of the URL."""

    INSTALLED = "installed"
    OWN = "own"


@guarded
def show() -> None:
    """Draw the page."""
    load_style()
    head, switch = st.columns([3, 2], vertical_alignment="bottom")
    is_own = session.url_id(SIDE) == Side.OWN
    with head:
        page_head(words.TITLE)
    with switch, st.container(horizontal=True, horizontal_alignment="right", key="frameworks-switch"):
        session.put(_SIDE_KEY, Side.OWN if is_own else Side.INSTALLED)
        st.segmented_control(
            words.SIDE_LABEL,
            tuple(Side),
            required=True,
            format_func=labels(words.SIDES),
            key=_SIDE_KEY,
            label_visibility="collapsed",
            on_change=_remember_side,
        )
    if is_own:
        draw_own()
    else:
        _draw_installed(session.plumbline().frameworks.installed(session.actor()))


def _remember_side() -> None:
    session.keep_in_url(SIDE, Side.OWN if session.value(_SIDE_KEY) == Side.OWN else None)


def _draw_installed(frameworks: tuple[Framework, ...]) -> None:
    if not frameworks:
        empty_state(words.NOT_INSTALLED, words.NOT_INSTALLED_NEXT)
        return
    by_id = {framework.id: framework for framework in frameworks}
    wanted = session.url_id(FRAMEWORK)
    framework = frameworks[0] if wanted is None else by_id.get(wanted)
    if framework is None:
        care(words.FRAMEWORK_GONE)
    if len(frameworks) > 1 or framework is None:
        session.put(_FRAMEWORK_KEY, framework.id if framework else None)
        st.selectbox(
            words.FRAMEWORK_LABEL,
            tuple(by_id),
            index=0 if framework else None,
            format_func=labels({known: version(one.name, one.version) for known, one in by_id.items()}),
            key=_FRAMEWORK_KEY,
            placeholder=words.CHOOSE_FRAMEWORK,
            on_change=_remember_framework,
        )
    if framework is None:
        return
    begin = partial(session.plumbline().frameworks.start_paper, session.actor(), framework.id)
    draw_framework(Browser(framework=framework, key=_BROWSE, begin_printing=begin))


def _remember_framework() -> None:
    """Callback: show another framework, from its overview."""
    session.keep_in_url(FRAMEWORK, session.value(_FRAMEWORK_KEY))
    session.keep_in_url(process_name(_BROWSE), None)
