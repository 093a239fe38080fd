"""A layout as a whole: a new one, out as a folder, and removed for good."""

from __future__ import annotations

from functools import partial

import streamlit as st

from assessment.domain.access.permissions import Permission
from assessment.domain.layout.layout import NAME_LIMIT
from assessment.services.layouts import StoredLayout
from assessment.ui import access, session
from assessment.ui.components.saved import saved_sign
from assessment.ui.components.text import plain
from assessment.ui.components.writing import ask, settle
from assessment.ui.pages.layouts.keeping import CHOSEN
from assessment.views.wording.files import text_stem
from assessment.views.wording.pages import layouts as words

_NEW = "layouts:new"


def draw_new() -> None:
    """Draw the name of a new layout and the button that makes it."""
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        ask(words.NEW, _NEW, NAME_LIMIT)
        st.button(words.MAKE, key=f"{_NEW}:go", on_click=_make)
    if session.has_trouble(_NEW):
        saved_sign(_NEW)


def draw_whole(stored: StoredLayout) -> None:
    """Draw the way out for a layout, and its removal."""
    layout = stored.layout
    with st.container(horizontal=True, gap="small"):
        st.download_button(
            words.EXPORT,
            data=partial(session.plumbline().layouts.archive, session.actor(), layout.id),
            file_name=f"{text_stem(layout.name)}.zip",
            mime="application/zip",
            key=f"layouts:{layout.id}:export",
            on_click="ignore",
            icon=":material/download:",
        )
        if access.mine().may_everywhere(Permission.REMOVE) and st.button(
            words.REMOVE, key=f"layouts:{layout.id}:remove"
        ):
            _confirm(stored)


@st.dialog(words.REMOVE_TITLE)
def _confirm(stored: StoredLayout) -> None:
    plain(words.removing(stored.layout.name))
    if st.button(
        words.REMOVE_GO,
        type="primary",
        key="layouts:remove:go",
        on_click=_remove,
        args=(stored.layout.id, stored.version),
    ):
        st.rerun()


def _make() -> None:
    name = session.value(_NEW, "")
    with session.saving(_NEW, words.AS_MADE):
        session.put(CHOSEN, session.plumbline().layouts.create(session.actor(), name))
        settle(_NEW, name)
        session.put(_NEW, "")


def _remove(layout_id: str, version: int) -> None:
    with session.saving(CHOSEN, words.AS_REMOVED):
        session.plumbline().layouts.remove(session.actor(), layout_id, expected_version=version)
        session.drop(CHOSEN)
