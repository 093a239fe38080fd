"""The logos of a layout, its fonts and its template: looked at before they are kept."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st

from assessment.domain.layout.layout import FilePlace, Layout, kinds_for
from assessment.services.layouts import StoredLayout
from assessment.ui import session
from assessment.ui.components.heading import section_head
from assessment.ui.components.saved import saved_sign
from assessment.ui.components.text import plain
from assessment.ui.pages.layouts.keeping import form_key, kept_at
from assessment.views.wording.pages import layouts as words

_UPLOAD_MB = 10
_PARTS = (
    (words.LOGOS, words.LOGOS_LEAD, (FilePlace.CLIENT_LOGO, FilePlace.OWN_LOGO)),
    (words.FONT_FILES, words.FONT_LEAD, (FilePlace.FONT, FilePlace.BOLD_FONT)),
    (words.UPLOAD[FilePlace.DECK_TEMPLATE], words.TEMPLATE_LEAD, (FilePlace.DECK_TEMPLATE,)),
)


def draw_files(stored: StoredLayout, *, is_locked: bool) -> None:
    """Draw a part for logos, one for fonts, one for the template."""
    kept = frozenset(place for place in FilePlace if stored.layout.file(place) is not None)
    for title, lead, places in _PARTS:
        if is_locked and kept.isdisjoint(places):
            continue
        section_head(title, lead)
        for column, place in zip(st.columns(2, gap="medium"), places, strict=False):
            with column:
                if is_locked:
                    _draw_kept(stored.layout, place)
                else:
                    _draw_place(stored.layout, place)


def _draw_kept(layout: Layout, place: FilePlace) -> None:
    file = layout.file(place)
    if file is not None:
        plain(words.kept(file.family or file.name), "small")


def _draw_place(layout: Layout, place: FilePlace) -> None:
    if place is FilePlace.BOLD_FONT and layout.font is None:
        return
    key = f"layouts:{layout.id}:file:{place}"
    upload_key = f"{key}:{session.generation(key)}"
    st.file_uploader(
        words.UPLOAD[place],
        type=sorted(kind.value for kind in kinds_for(place)),
        key=upload_key,
        max_upload_size=_UPLOAD_MB,
        on_change=partial(_put, layout.id, place, key, upload_key),
    )
    file = layout.file(place)
    if file is not None:
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            plain(words.kept(file.family or file.name), "small", width="content")
            st.button(words.TAKE_OUT, key=f"{key}:out", on_click=partial(_take_out, layout.id, place, key))
    if session.save_outcome(key) is not None:
        saved_sign(key)


def _put(layout_id: str, place: FilePlace, key: str, upload_key: str) -> None:
    """Callback: look at the file that was brought and keep it; the field is empty again afterwards."""
    upload = session.value(upload_key)
    if upload is None:
        return
    name, content = upload.name, upload.getvalue()
    services, actor = session.plumbline().layouts, session.actor()
    _save(
        layout_id,
        key,
        lambda version: services.put_file(actor, layout_id, place, name, content, expected_version=version),
    )
    session.renew(key)


def _take_out(layout_id: str, place: FilePlace, key: str) -> None:
    services, actor = session.plumbline().layouts, session.actor()
    _save(layout_id, key, lambda version: services.remove_file(actor, layout_id, place, expected_version=version))


def _save(layout_id: str, key: str, change: Callable[[int], int]) -> None:
    with session.saving(key):
        kept_at(layout_id, change(session.drawn_version(form_key(layout_id))))
