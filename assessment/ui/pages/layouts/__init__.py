"""Layouts: how files look, saved by name.

__init__.py   which layout, a new one, one from elsewhere, removing one
editing.py    its colours, letters, paper and line at the foot, each saved as it is changed
files.py      its logos, fonts and template
sections.py   the sections of the report, chosen and ordered
keeping.py    how a change is saved: only from what was seen
"""

from __future__ import annotations

import streamlit as st

from assessment.domain.access.permissions import Permission
from assessment.services.layouts import StoredLayout
from assessment.ui import access, session
from assessment.ui.components.choosing import labels
from assessment.ui.components.heading import page_head
from assessment.ui.components.saved import saved_sign
from assessment.ui.components.text import plain
from assessment.ui.errors import guarded
from assessment.ui.pages.layouts.bringing import draw_bringing
from assessment.ui.pages.layouts.editing import draw_editing
from assessment.ui.pages.layouts.files import draw_files
from assessment.ui.pages.layouts.keeping import CHOSEN, draw_conflict
from assessment.ui.pages.layouts.sections import draw_sections
from assessment.ui.pages.layouts.whole import draw_new, draw_whole
from assessment.views.wording.pages import layouts as words


@guarded
def show() -> None:
    """Draw the page."""
    page_head(words.TITLE)
    plain(words.LEAD, "small")
    is_locked = not access.mine().may_everywhere(Permission.EDIT)
    if is_locked:
        plain(words.READ_ONLY, "small")
    stored = _chosen()
    if stored is None:
        plain(words.NONE_TO_CHOOSE if is_locked else words.NONE_YET)
        if not is_locked:
            draw_new()
            draw_bringing()
        return
    editing_place, picture_place = st.columns([3, 2], gap="large")
    with picture_place:
        picture = session.plumbline().layouts.preview(session.actor(), stored.layout.id)
        st.image(picture, width="stretch")
        draw_whole(stored)
        if not is_locked:
            draw_new()
            draw_bringing()
    with editing_place:
        draw_conflict(stored)
        draw_editing(stored, is_locked=is_locked)
        draw_files(stored, is_locked=is_locked)
        draw_sections(stored, is_locked=is_locked)


def _chosen() -> StoredLayout | None:
    """Draw the choice among those there are; the one chosen, None where there is none."""
    found = {one.layout.id: one for one in session.plumbline().layouts.list_layouts(session.actor())}
    if not found:
        return None
    if session.value(CHOSEN) not in found:
        session.put(CHOSEN, next(iter(found)))
    names = {layout_id: one.layout.name for layout_id, one in found.items()}
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        chosen = st.selectbox(words.CHOOSE, tuple(names), format_func=labels(names), key=CHOSEN, width=360)
        if session.save_outcome(CHOSEN) is not None:
            saved_sign(CHOSEN)
    return found[chosen]
