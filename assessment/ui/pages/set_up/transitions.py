"""Where the organisation stands between the two ends of each transition; shown, never scored."""

from __future__ import annotations

import streamlit as st

from assessment.domain.answered.organisation import TransitionPlace
from assessment.services.validation import checked
from assessment.ui.components.columns import LARGE, SMALL, Cell, Column, choice_column, read_column
from assessment.ui.components.editor import EditorRow, RowEdit, editor
from assessment.ui.components.heading import section_head
from assessment.ui.components.text import plain
from assessment.ui.pages.set_up.frame import Frame, text_or_none
from assessment.views.wording import organisation as organisation_words
from assessment.views.wording.pages.set_up import NOTE_COLUMN
from assessment.views.wording.pages.set_up import transitions as words


def draw(frame: Frame) -> None:
    """Draw the transitions and what one sees at their ends."""
    section_head(words.TITLE, words.LEAD, sign=frame.key("transitions"))
    stored = {place.transition_id: place for place in frame.assessment.transitions}
    versions = frame.versions(TransitionPlace)
    rows = []
    for transition in frame.framework.transitions:
        place = stored.get(transition.id)
        cells: dict[str, Cell] = {
            "from": transition.from_name,
            "to": transition.to_name,
            "as-is": place.as_is if place else None,
            "to-be": place.to_be if place else None,
            "note": place.note if place else None,
        }
        rows.append(EditorRow(id=transition.id, cells=cells, version=versions.get((transition.id,), 0)))
    editor(
        frame.key("transitions-table"),
        rows,
        {
            "from": read_column(organisation_words.FROM_COLUMN),
            "to": read_column(organisation_words.TO_COLUMN),
            "as-is": choice_column(organisation_words.NOW_COLUMN, words.PLACES, width=SMALL),
            "to-be": choice_column(organisation_words.TO_BE_COLUMN, words.PLACES, width=SMALL),
            "note": Column(heading=NOTE_COLUMN, width=LARGE),
        },
        lambda edit: _save(frame, edit),
        is_locked=frame.is_locked,
        name=words.TABLE,
        sign=frame.key("transitions"),
    )
    with st.expander(words.ENDS_FOLD):
        for transition in frame.framework.transitions:
            plain(organisation_words.from_to(transition.from_name, transition.to_name), "strong")
            plain(words.old_end(transition.from_text))
            plain(words.new_end(transition.to_text))


def _save(frame: Frame, edit: RowEdit) -> int:
    entry = checked(
        TransitionPlace,
        transition_id=edit.id,
        as_is=edit.row["as-is"],
        to_be=edit.row["to-be"],
        note=text_or_none(edit.row["note"]),
    )
    return frame.save(entry, edit.version)
