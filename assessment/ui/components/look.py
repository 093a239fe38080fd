"""Which layout files are made by: chosen once for an assessment, and kept in the URL."""

from __future__ import annotations

from functools import partial

import streamlit as st

from assessment.domain.access.permissions import Permission
from assessment.domain.layout.layout import HOUSE_ID, HOUSE_LAYOUT, Layout
from assessment.ui import access, session
from assessment.ui.components.choosing import labels
from assessment.views.paper import Paper
from assessment.views.wording.layouts import HOUSE_NAME
from assessment.views.wording.pages import layouts as words

LAYOUT = "layout"


def pick_look(key: str) -> str | None:
    """Draw the choice, unless there is nothing to choose; the id of the layout, None for the house's own look."""
    names = {HOUSE_ID: HOUSE_NAME}
    if access.may(Permission.READ):
        stored = session.plumbline().layouts.list_layouts(session.actor())
        names |= {one.layout.id: one.layout.name for one in stored}
    wanted = session.url_id(LAYOUT)
    if wanted not in names:
        session.keep_in_url(LAYOUT, None)
        wanted = HOUSE_ID
    if len(names) == 1:
        return None
    session.put(key, wanted)
    chosen = st.selectbox(
        words.LOOK,
        tuple(names),
        format_func=labels(names),
        key=key,
        help=words.LOOK_HELP,
        width=320,
        on_change=partial(_keep, key),
    )
    return None if chosen == HOUSE_ID else chosen


def chosen_look() -> str | None:
    """The id of the layout that was chosen; None for the house's own look."""
    return session.url_id(LAYOUT)


def paper_key() -> str:
    """The key of the choice of paper: each look begins with its own, and what was chosen for it since stays."""
    look = chosen_look()
    return session.of_assessment("report:paper" if look is None else f"report:paper:{look}")


def chosen_layout() -> Layout:
    """The layout that was chosen; the house's own where none was."""
    look = chosen_look()
    return HOUSE_LAYOUT if look is None else session.plumbline().layouts.read(session.actor(), look).layout


def usual_paper() -> Paper:
    """The paper of the look that was chosen."""
    return Paper(chosen_layout().paper)


def _keep(key: str) -> None:
    chosen = session.value(key)
    session.keep_in_url(LAYOUT, None if chosen == HOUSE_ID else chosen)
