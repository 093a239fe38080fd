"""The tool of each process and how far it is integrated."""

from __future__ import annotations

import streamlit as st

from assessment.domain.answered.organisation import Technology
from assessment.services.validation import checked
from assessment.ui.components.columns import Cell, Column, choice_column, process_column
from assessment.ui.components.editor import EditorRow, RowEdit, editor
from assessment.ui.components.heading import section_head
from assessment.ui.components.text import plain
from assessment.ui.pages.set_up.frame import Frame, text_or_none
from assessment.ui.pages.set_up.sourcing import draw_sourcing
from assessment.views.set_up import row_name
from assessment.views.wording import resources as resource_words
from assessment.views.wording.pages.set_up import explained
from assessment.views.wording.pages.set_up import technology as words


def draw(frame: Frame) -> None:
    """Draw technology and sourcing."""
    section_head(words.TITLE, words.LEAD, sign=frame.key("technology"))
    _draw_technology(frame)
    with st.expander(words.POINTS_FOLD):
        for choice in frame.framework.technology:
            plain(explained(resource_words.integration(choice.code, choice.name), choice.meaning))
    draw_sourcing(frame)


def _draw_technology(frame: Frame) -> None:
    stored = {entry.process_id: entry for entry in frame.assessment.technology}
    versions = frame.versions(Technology)
    rows = []
    for process in frame.processes:
        entry = stored.get(process.id)
        cells: dict[str, Cell] = {
            "process": row_name(process),
            "tool": entry.tool if entry else None,
            "as-is": entry.as_is if entry else None,
            "to-be": entry.to_be if entry else None,
        }
        rows.append(EditorRow(id=process.id, cells=cells, version=versions.get((process.id,), 0)))
    names = {choice.code: resource_words.integration(choice.code, choice.name) for choice in frame.framework.technology}
    columns = {
        "process": process_column(),
        "tool": Column(heading=resource_words.TOOL_COLUMN),
        "as-is": choice_column(resource_words.NOW_COLUMN, names),
        "to-be": choice_column(resource_words.TO_BE_COLUMN, names),
    }

    def save(edit: RowEdit) -> int:
        entry = checked(
            Technology,
            process_id=edit.id,
            tool=text_or_none(edit.row["tool"]),
            as_is=edit.row["as-is"],
            to_be=edit.row["to-be"],
        )
        return frame.save(entry, edit.version)

    editor(
        frame.key("technology-table"),
        rows,
        columns,
        save,
        is_locked=frame.is_locked,
        name=words.TABLE,
        sign=frame.key("technology"),
    )
