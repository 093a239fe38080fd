"""The colours of a layout, its letters, its paper and the line at the foot."""

from __future__ import annotations

from functools import partial

import streamlit as st

from assessment.domain.layout.colours import ColourUse, contrast_ratio, pale
from assessment.domain.layout.layout import LINE_LIMIT, NAME_LIMIT, FontChoice
from assessment.services.layouts import StoredLayout
from assessment.ui import session
from assessment.ui.components.choosing import labels
from assessment.ui.components.heading import section_head
from assessment.ui.components.text import care, plain
from assessment.ui.pages.layouts.keeping import field_key, keep
from assessment.views.wording import layouts as facts
from assessment.views.wording.numbers import LANGUAGES, language_name
from assessment.views.wording.pages import layouts as words
from assessment.views.wording.terms import PAPERS


def draw_editing(stored: StoredLayout, *, is_locked: bool) -> None:
    """Draw the fields; each is saved when it is left."""
    layout_id = stored.layout.id
    _line(layout_id, words.NAME, "name", NAME_LIMIT, is_locked=is_locked)
    section_head(words.COLOURS)
    first, second = st.columns(2, gap="medium")
    with first:
        _colour(layout_id, words.ACCENT, "accent", ColourUse.TEXT, is_locked=is_locked)
    with second:
        _colour(layout_id, words.SECOND, "second", ColourUse.BARS, is_locked=is_locked)
    section_head(words.LETTERS)
    left, right = st.columns(2, gap="medium")
    with left:
        key = field_key(layout_id, "font_choice")
        st.selectbox(
            words.FONT,
            tuple(FontChoice),
            format_func=labels(facts.FONTS),
            key=key,
            on_change=_saving(layout_id, key),
            disabled=is_locked,
        )
    with right:
        key = field_key(layout_id, "language")
        names = {language: language_name(language) for language in LANGUAGES}
        st.selectbox(
            words.LANGUAGE,
            LANGUAGES,
            format_func=labels(names),
            key=key,
            help=words.LANGUAGE_HELP,
            on_change=_saving(layout_id, key),
            disabled=is_locked,
        )
    key = field_key(layout_id, "paper")
    st.segmented_control(
        words.PAPER,
        tuple(PAPERS),
        required=True,
        format_func=labels(PAPERS),
        key=key,
        on_change=_saving(layout_id, key),
        disabled=is_locked,
    )
    _line(
        layout_id,
        words.CONFIDENTIALITY,
        "confidentiality",
        LINE_LIMIT,
        words.CONFIDENTIALITY_USUAL,
        is_locked=is_locked,
    )


def _line(layout_id: str, label: str, field: str, limit: int, usual: str = "", *, is_locked: bool) -> None:
    key = field_key(layout_id, field)
    saving = _saving(layout_id, key)
    st.text_input(label, max_chars=limit, key=key, placeholder=usual, on_change=saving, disabled=is_locked)


def _saving(layout_id: str, key: str) -> partial[None]:
    """The callback of a widget: its value, empty as none, into the field that its key ends with."""
    return partial(_save, layout_id, key)


def _save(layout_id: str, key: str) -> None:
    field, found = key.rpartition(":")[2], session.value(key)
    taken = {"accent": str(found).upper(), "second": str(found).upper(), "paper": str(found), "name": found}
    keep(layout_id, {field: taken.get(field, found or None)})


def _colour(layout_id: str, label: str, field: str, use: ColourUse, *, is_locked: bool) -> None:
    """A colour, and at once how far it stands out; where that is not far enough, the nearest that does."""
    key = field_key(layout_id, field)
    chosen = st.color_picker(label, key=key, on_change=_saving(layout_id, key), disabled=is_locked).upper()
    found = pale(chosen, use)
    if found is None:
        plain(facts.stands_out(contrast_ratio(chosen, "#FFFFFF"), use), "small")
        return
    care(f"{facts.pale(found)}. {facts.nearest(found)}")
    st.button(
        words.TAKE_NEAREST,
        key=f"{key}:nearest",
        on_click=partial(_take_nearest, layout_id, field, found.nearest),
        disabled=is_locked,
    )


def _take_nearest(layout_id: str, field: str, nearest: str) -> None:
    session.put(field_key(layout_id, field), nearest)
    keep(layout_id, {field: nearest})
