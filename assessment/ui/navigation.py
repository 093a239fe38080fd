"""The pages of the app, in the order of the work, and the way from one to another."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from importlib import import_module
from threading import Lock, Timer
from types import ModuleType
from typing import NoReturn

import streamlit as st
from streamlit.navigation.page import Page

from assessment.domain.access.permissions import Permission
from assessment.errors import AssessmentError
from assessment.services.access import Mine
from assessment.ui import access, session
from assessment.ui.components.gone import draw_gone, draw_not_yours, is_gone
from assessment.ui.errors import guarded
from assessment.views.wording.pages import access as access_words
from assessment.views.wording.pages import shared as words

_PACKAGE = "assessment.ui.pages"
_WARM_UP_DELAY_SECONDS = 4.0
_IMPORTING = Lock()
ASSESSMENTS = "assessments"
SET_UP = "set_up"
QUESTIONNAIRE = "questionnaire"
WORKSHOP = "workshop"
MISSING = "missing"
RESULTS = "results"
QUOTES = "quotes"
ROADMAP = "roadmap"
BOARD = "board"
COMMENTARY = "commentary"
REPORT = "report"
JOURNAL = "journal"
PORTFOLIO = "portfolio"
LAYOUTS = "layouts"
FRAMEWORKS = "frameworks"
ACCOUNTS = "accounts"
_TITLES = {
    ASSESSMENTS: words.ASSESSMENTS,
    SET_UP: words.SET_UP,
    QUESTIONNAIRE: words.QUESTIONNAIRE,
    WORKSHOP: words.WORKSHOP,
    MISSING: words.MISSING,
    QUOTES: words.QUOTES,
    RESULTS: words.RESULTS,
    ROADMAP: words.ROADMAP,
    BOARD: words.BOARD,
    COMMENTARY: words.COMMENTARY,
    REPORT: words.REPORT,
    JOURNAL: words.JOURNAL,
    PORTFOLIO: words.PORTFOLIO,
    LAYOUTS: words.LAYOUTS,
    FRAMEWORKS: words.FRAMEWORKS,
    ACCOUNTS: words.ACCOUNTS,
}
_NEEDS = {
    SET_UP: Permission.READ,
    WORKSHOP: Permission.EDIT,
    MISSING: Permission.READ,
    QUOTES: Permission.EDIT,
    RESULTS: Permission.RESULTS,
    ROADMAP: Permission.RESULTS,
    BOARD: Permission.RESULTS,
    COMMENTARY: Permission.RESULTS,
    REPORT: Permission.RESULTS,
    JOURNAL: Permission.EDIT,
    PORTFOLIO: Permission.RESULTS,
    LAYOUTS: Permission.READ,
    FRAMEWORKS: Permission.READ,
    QUESTIONNAIRE: Permission.ANSWER,
    ACCOUNTS: Permission.ADMINISTER,
}
"""What somebody must be permitted somewhere for a page to be among theirs; the service guards what is on it."""
_OF_ASSESSMENT = frozenset({SET_UP, WORKSHOP, MISSING, QUOTES, RESULTS, ROADMAP, BOARD, COMMENTARY, REPORT, JOURNAL})
_ADDRESSES = {SET_UP: "set-up"}
"""In the URL a page goes by its own name, but for this one."""


def pages() -> list[Page]:
    """Every page; the first is the home page. Those that are of no use to whoever is here are not in the menu."""
    try:
        mine = access.mine()
    except AssessmentError:  # each page says it
        return [_page(name) for name in _TITLES]
    return [_page(name, is_hidden=name in _NEEDS and _NEEDS[name] not in _shown(name, mine)) for name in _TITLES]


def _shown(name: str, mine: Mine) -> frozenset[Permission]:
    """What one must be permitted for a page to be in the menu: with the open assessment, else somewhere."""
    return mine.here if name in _OF_ASSESSMENT and mine.here else mine.anywhere


def warm_up() -> None:
    """Import what the pages need once the app is up: the first visitor after a start would pay some seconds for it."""
    timer = Timer(_WARM_UP_DELAY_SECONDS, lambda: [page_module(name) for name in _TITLES])
    timer.daemon = True
    timer.start()


def page_module(name: str) -> ModuleType:
    """The module of a page, imported by one thread at a time.

    Two that import a package from both its ends wait for each other, and Python then hands one of them half a module:
    whoever opened that page just after a start was shown that it could not be.
    """
    with _IMPORTING:
        return import_module(f"{_PACKAGE}.{name}")


def go_to(name: str, **ids: str) -> NoReturn:
    """Leave for another page, with ids that were validated for its URL."""
    wanted = {session.ASSESSMENT: session.assessment_id(), **ids}
    st.switch_page(_page(name), query_params={key: value for key, value in wanted.items() if value})


def link_to(name: str, label: str, **ids: str) -> None:
    """Draw a link to another page of the open assessment, with validated ids in its URL. `label`: Markdown."""
    wanted = {session.ASSESSMENT: session.assessment_id(), **ids}
    st.page_link(_page(name), label=label, query_params={key: value for key, value in wanted.items() if value})


def _page(name: str, *, is_hidden: bool = False) -> Page:
    return st.Page(
        _shower(name),
        title=_TITLES[name],
        url_path=_ADDRESSES.get(name, name),
        default=name == ASSESSMENTS,
        visibility="hidden" if is_hidden else "visible",
    )


def _shower(name: str) -> Callable[[], None]:
    shower = partial(_show, name)
    shower.__name__ = f"show_{name}"  # type: ignore[attr-defined]  # Streamlit names a page by its callable
    return shower


@guarded
def _show(name: str) -> None:
    assessment_id = session.assessment_id() if name in (*_OF_ASSESSMENT, QUESTIONNAIRE) else None
    if assessment_id is not None and not _is_open(name, assessment_id):
        return
    if assessment_id is None and name in _NEEDS and _NEEDS[name] not in access.mine().anywhere:
        if draw_not_yours(words.TO_ASSESSMENTS):
            st.switch_page(_page(ASSESSMENTS))
        return
    page_module(name).show()


def _is_open(name: str, assessment_id: str) -> bool:
    """Whether a page may show the assessment; where not, say so. Who only answers is the page's own to look after."""
    here = access.mine(assessment_id).here
    if name == QUESTIONNAIRE and Permission.RESULTS not in here:
        return True
    if Permission.RESULTS not in here or is_gone(assessment_id):
        if draw_gone(assessment_id):
            session.close_assessment()
            st.switch_page(_page(ASSESSMENTS))
        return False
    if name != QUESTIONNAIRE and _NEEDS[name] not in here:
        if draw_not_yours(access_words.TO_RESULTS, access_words.NOT_YOURS_NEXT):
            go_to(RESULTS)
        return False
    return True
