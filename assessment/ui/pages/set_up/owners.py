"""Who answers for each process end to end, and how ready the organisation is to change it."""

from __future__ import annotations

import streamlit as st

from assessment.domain.answered.organisation import Authority, Owner, Readiness, ReadinessState
from assessment.services.refusals import checked
from assessment.ui.components.columns import choice_column, process_column
from assessment.ui.components.editor import Cell, EditorRow, RowEdit, editor
from assessment.ui.components.heading import section_head
from assessment.ui.components.text import plain
from assessment.ui.components.words import AUTHORITY_NAMES, READINESS_NAMES
from assessment.ui.pages.set_up.frame import Frame, shown_name, text_or_none


def draw(frame: Frame) -> None:
    """Draw the owners, what to look for in one, and the readiness of each process."""
    missing = [process for process in frame.processes if not _has_owner(frame, process.id)]
    section_head(
        f"{len(missing)} of {len(frame.processes)} processes have no owner"
        if missing
        else "Every process has an owner",
        "An owner answers for the process from end to end. Without one, the first step begins by appointing one.",
        sign=frame.key("owners"),
    )
    _draw_owners(frame)
    with st.expander("What to look for in an owner"):
        for entry in frame.framework.owner_checklist:
            plain(entry.text)
    section_head(
        "Is it ready to change?",
        "The answers feed the first actions and the risks of a step.",
        sign=frame.key("readiness"),
    )
    _draw_readiness(frame)


def _has_owner(frame: Frame, process_id: str) -> bool:
    owner = frame.assessment.owner_by_process.get(process_id)
    return owner is not None and owner.name is not None


def _draw_owners(frame: Frame) -> None:
    owners, versions = frame.assessment.owner_by_process, frame.versions(Owner)
    rows = []
    for process in frame.processes:
        owner = owners.get(process.id)
        cells: dict[str, Cell] = {
            "process": shown_name(process),
            "name": owner.name if owner else None,
            "authority": owner.authority.value if owner and owner.authority else None,
            "sponsor": owner.sponsor if owner else None,
        }
        rows.append(EditorRow(id=process.id, cells=cells, version=versions.get((process.id,), 0)))
    authorities = {state.value: name for state, name in AUTHORITY_NAMES.items()}
    columns = {
        "process": process_column(),
        "name": st.column_config.TextColumn("Owner", width="medium", max_chars=120),
        "authority": choice_column("Authority end to end", authorities),
        "sponsor": st.column_config.TextColumn("Sponsor", width="medium", max_chars=120),
    }

    def save(edit: RowEdit) -> None:
        cells = {**next(row.cells for row in rows if row.id == edit.id), **edit.cells}
        authority = Authority(str(cells["authority"])) if cells["authority"] else None
        name, sponsor = text_or_none(cells["name"]), text_or_none(cells["sponsor"])
        frame.save(checked(Owner, process_id=edit.id, name=name, authority=authority, sponsor=sponsor), edit.version)

    editor(
        frame.key(f"owners:{len(rows)}"),
        rows,
        columns,
        save,
        newest_version=lambda row_id: frame.versions(Owner).get((row_id,), 0),
        is_locked=frame.is_locked,
        name="Owner of each process",
        sign=frame.key("owners"),
    )


def _draw_readiness(frame: Frame) -> None:
    questions = frame.framework.readiness
    stored = {(entry.process_id, entry.question_id): entry for entry in frame.assessment.readiness}
    names = {state.value: name for state, name in READINESS_NAMES.items()}
    rows = []
    for process in frame.processes:
        cells: dict[str, Cell] = {"process": shown_name(process)}
        for question in questions:
            entry = stored.get((process.id, question.id))
            cells[question.id] = entry.state.value if entry else None
        rows.append(EditorRow(id=process.id, cells=cells))
    columns = {"process": process_column()}
    for number, question in enumerate(questions, start=1):
        columns[question.id] = choice_column(str(number), names, width="small", explanation=question.question)
    for number, question in enumerate(questions, start=1):
        plain(f"{number}  {question.question}", "quiet")

    def save(edit: RowEdit) -> None:
        for question_id, cell in edit.cells.items():
            before = stored.get((edit.id, question_id))
            if not cell:
                frame.remove(Readiness, edit.id, question_id)
                continue
            note = before.note if before else None
            state = ReadinessState(str(cell))
            frame.save(checked(Readiness, process_id=edit.id, question_id=question_id, state=state, note=note))

    editor(
        frame.key(f"readiness:{len(rows)}"),
        rows,
        columns,
        save,
        is_locked=frame.is_locked,
        name="Readiness of each process",
        sign=frame.key("readiness"),
    )
