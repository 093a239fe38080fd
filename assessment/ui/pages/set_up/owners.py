"""Who answers for each process end to end."""

from __future__ import annotations

import streamlit as st

from assessment.domain.answered.organisation import Authority, Owner
from assessment.services.validation import checked
from assessment.ui.components.columns import Cell, Column, choice_column, process_column
from assessment.ui.components.editor import EditorRow, RowEdit, editor
from assessment.ui.components.heading import section_head
from assessment.ui.components.text import plain
from assessment.ui.pages.set_up.frame import Frame, text_or_none
from assessment.ui.pages.set_up.readiness import draw_readiness
from assessment.views.organisation import owners_finding
from assessment.views.set_up import row_name
from assessment.views.wording import organisation as organisation_words
from assessment.views.wording.pages.set_up import owners as words
from assessment.views.wording.terms import AUTHORITIES


def draw(frame: Frame) -> None:
    """Draw the owners, what to look for in one, and the readiness of each process."""
    section_head(owners_finding(frame.assessment), words.LEAD, sign=frame.key("owners"))
    _draw_owners(frame)
    with st.expander(words.CHECKLIST_FOLD):
        for entry in frame.framework.owner_checklist:
            plain(entry.text)
    draw_readiness(frame)


def _draw_owners(frame: Frame) -> None:
    owners, versions = frame.assessment.owner_by_process, frame.versions(Owner)
    rows = []
    for process in frame.processes:
        owner = owners.get(process.id)
        cells: dict[str, Cell] = {
            "process": row_name(process),
            "name": owner.name if owner else None,
            "authority": owner.authority.value if owner and owner.authority else None,
            "sponsor": owner.sponsor if owner else None,
        }
        rows.append(EditorRow(id=process.id, cells=cells, version=versions.get((process.id,), 0)))
    columns = {
        "process": process_column(),
        "name": Column(heading=organisation_words.OWNER_COLUMN),
        "authority": choice_column(
            organisation_words.AUTHORITY_COLUMN,
            {authority.value: name for authority, name in AUTHORITIES.items()},
            explanation=organisation_words.AUTHORITY_MEANING,
        ),
        "sponsor": Column(heading=organisation_words.SPONSOR_COLUMN),
    }

    def save(edit: RowEdit) -> int:
        entry = checked(
            Owner,
            process_id=edit.id,
            name=text_or_none(edit.row["name"]),
            authority=Authority(str(edit.row["authority"])) if edit.row["authority"] else None,
            sponsor=text_or_none(edit.row["sponsor"]),
        )
        return frame.save(entry, edit.version)

    editor(
        frame.key("owners-table"),
        rows,
        columns,
        save,
        is_locked=frame.is_locked,
        name=words.TABLE,
        sign=frame.key("owners"),
    )
