"""Who does the work of each process, and the interface it must keep."""

from __future__ import annotations

import streamlit as st

from assessment.domain.answered.organisation import Sourcing, SourcingCandidate, SourcingNature
from assessment.services.validation import checked
from assessment.ui.components.columns import LARGE, Cell, Column, choice_column, process_column
from assessment.ui.components.editor import EditorRow, RowEdit, editor
from assessment.ui.components.heading import section_head
from assessment.ui.components.text import plain
from assessment.ui.pages.set_up.frame import Frame, text_or_none
from assessment.views.set_up import row_name
from assessment.views.wording import resources as resource_words
from assessment.views.wording.pages.set_up import explained
from assessment.views.wording.pages.set_up import technology as words
from assessment.views.wording.terms import CANDIDATES, NATURES


def draw_sourcing(frame: Frame) -> None:
    """Draw the table and what the ways of sourcing mean."""
    section_head(words.SOURCING_TITLE, words.SOURCING_LEAD, sign=frame.key("sourcing"))
    stored = {entry.process_id: entry for entry in frame.assessment.sourcing}
    versions = frame.versions(Sourcing)
    rows = []
    for process in frame.processes:
        entry = stored.get(process.id)
        cells: dict[str, Cell] = {
            "process": row_name(process),
            "mode": entry.mode_id if entry else None,
            "nature": entry.nature.value if entry and entry.nature else None,
            "candidate": entry.candidate.value if entry else None,
            "interface": entry.interface if entry else None,
        }
        rows.append(EditorRow(id=process.id, cells=cells, version=versions.get((process.id,), 0)))
    editor(
        frame.key("sourcing-table"),
        rows,
        _columns(frame),
        lambda edit: _save(frame, edit),
        is_locked=frame.is_locked,
        name=words.SOURCING_TABLE,
        sign=frame.key("sourcing"),
    )
    with st.expander(words.MODES_FOLD):
        for choice in frame.framework.sourcing:
            plain(explained(choice.name, choice.meaning))


def _columns(frame: Frame) -> dict[str, Column]:
    return {
        "process": process_column(),
        "mode": choice_column(
            resource_words.MODE_COLUMN, {choice.id: choice.name for choice in frame.framework.sourcing}
        ),
        "nature": choice_column(
            resource_words.NATURE_COLUMN,
            {nature.value: name for nature, name in NATURES.items()},
            explanation=resource_words.NATURE_MEANING,
        ),
        "candidate": choice_column(
            resource_words.CANDIDATE_COLUMN,
            {candidate.value: name for candidate, name in CANDIDATES.items()},
            explanation=resource_words.CANDIDATE_MEANING,
        ),
        "interface": Column(heading=resource_words.INTERFACE_COLUMN, width=LARGE),
    }


def _save(frame: Frame, edit: RowEdit) -> int:
    """Save a row; where nobody said how the work is done, it is done in the framework's first way."""
    entry = checked(
        Sourcing,
        process_id=edit.id,
        mode_id=edit.row["mode"] or frame.framework.sourcing[0].id,
        nature=SourcingNature(str(edit.row["nature"])) if edit.row["nature"] else None,
        candidate=SourcingCandidate(str(edit.row["candidate"] or SourcingCandidate.NONE.value)),
        interface=text_or_none(edit.row["interface"]),
    )
    return frame.save(entry, edit.version)
