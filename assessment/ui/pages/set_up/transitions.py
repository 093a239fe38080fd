"""Where the organisation stands between the two ends of each transition; shown, never scored."""

from __future__ import annotations

import streamlit as st

from assessment.domain.answered.organisation import TransitionPlace
from assessment.services.refusals import checked
from assessment.ui.components.columns import choice_column
from assessment.ui.components.editor import Cell, EditorRow, RowEdit, editor
from assessment.ui.components.heading import section_head
from assessment.ui.components.text import plain
from assessment.ui.pages.set_up.frame import Frame, text_or_none

_POINTS = {0: "0 at the old end", 1: "1", 2: "2", 3: "3", 4: "4", 5: "5 at the new end"}


def draw(frame: Frame) -> None:
    """Draw the transitions and what one sees at their ends."""
    section_head(
        "Which way has the organisation gone?",
        "From 0, the old end, to 5, the new one: now, and where it wants to be. It counts in no level.",
        sign=frame.key("transitions"),
    )
    stored = {place.transition_id: place for place in frame.assessment.transitions}
    versions = frame.versions(TransitionPlace)
    rows = []
    for transition in frame.framework.transitions:
        place = stored.get(transition.id)
        cells: dict[str, Cell] = {
            "from": transition.from_name,
            "to": transition.to_name,
            "as_is": place.as_is if place else None,
            "to_be": place.to_be if place else None,
            "note": place.note if place else None,
        }
        rows.append(EditorRow(id=transition.id, cells=cells, version=versions.get((transition.id,), 0)))

    def save(edit: RowEdit) -> None:
        cells = {**next(row.cells for row in rows if row.id == edit.id), **edit.cells}
        note = text_or_none(cells["note"])
        entry = checked(TransitionPlace, transition_id=edit.id, as_is=cells["as_is"], to_be=cells["to_be"], note=note)
        frame.save(entry, edit.version)

    columns = {
        "from": st.column_config.TextColumn("From", disabled=True, width="medium"),
        "to": st.column_config.TextColumn("To", disabled=True, width="medium"),
        "as_is": choice_column("Now", _POINTS, width="small"),
        "to_be": choice_column("Wanted", _POINTS, width="small"),
        "note": st.column_config.TextColumn("Note", width="large"),
    }
    editor(
        frame.key("transitions"),
        rows,
        columns,
        save,
        newest_version=lambda row_id: frame.versions(TransitionPlace).get((row_id,), 0),
        is_locked=frame.is_locked,
        name="Place of each transition",
        sign=frame.key("transitions"),
    )
    with st.expander("What one sees at each end"):
        for transition in frame.framework.transitions:
            plain(f"{transition.from_name} to {transition.to_name}", "strong")
            plain(f"0  {transition.from_text}")
            plain(f"5  {transition.to_text}")
