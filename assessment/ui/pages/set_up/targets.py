"""How high each process should be, why, and who decided it."""

from __future__ import annotations

import streamlit as st

from assessment.domain.answered.assessment import Target
from assessment.services.validation import checked
from assessment.ui import session
from assessment.ui.components.columns import LARGE, SMALL, Column, choice_column, process_column, read_column
from assessment.ui.components.editor import EditorRow, RowEdit, editor
from assessment.ui.components.heading import section_head
from assessment.ui.components.key import draw_key
from assessment.ui.components.text import care
from assessment.ui.pages.set_up.cells import draw_cells
from assessment.ui.pages.set_up.frame import Frame, text_or_none
from assessment.views.set_up import default_target, missing_rationale, row_name, target_in_force
from assessment.views.wording import target as target_words
from assessment.views.wording.pages.set_up import point
from assessment.views.wording.pages.set_up import targets as words


def draw(frame: Frame) -> None:
    """Draw levels with their reasons, what lacks a reason, and the single cells."""
    section_head(words.TITLE, default_target(frame.framework, frame.assessment), sign=frame.key("targets"))
    if missing := missing_rationale(frame.framework, frame.assessment):
        care(missing)
    draw_key(frame.framework, "set-up")
    _draw_levels(frame)
    with st.expander(words.CELLS_FOLD, key=frame.key("cells-fold"), on_change="rerun") as fold:
        if fold.open:
            draw_cells(frame)


def _draw_levels(frame: Frame) -> None:
    targets, versions = frame.assessment.target_by_process, frame.versions(Target)
    result = session.plumbline().results.compute(session.actor(), frame.id).result
    in_force = {process.process_id: target_in_force(frame.framework, process) for process in result.processes}
    rows = []
    for process in frame.processes:
        target = targets.get(process.id)
        cells = {
            "process": row_name(process),
            "level": target.level if target else None,
            "in-force": in_force.get(process.id),
            "rationale": target.rationale if target else None,
            "approver": target.approver if target else None,
        }
        rows.append(EditorRow(id=process.id, cells=cells, version=versions.get((process.id,), 0)))
    names = {level.level: point(level.level, level.name) for level in frame.framework.levels}
    columns = {
        "process": process_column(),
        "level": choice_column(target_words.TARGET_LABEL, names, width=SMALL),
        "in-force": read_column(words.IN_FORCE_COLUMN, explanation=words.IN_FORCE_MEANING),
        "rationale": Column(heading=target_words.RATIONALE_LABEL, width=LARGE),
        "approver": Column(heading=target_words.APPROVER_LABEL, width=SMALL),
    }
    editor(
        frame.key("targets-table"),
        rows,
        columns,
        lambda edit: _save(frame, edit, targets.get(edit.id)),
        is_locked=frame.is_locked,
        name=words.TABLE,
        sign=frame.key("targets"),
    )


def _save(frame: Frame, edit: RowEdit, before: Target | None) -> int | None:
    """Save a row. A level that is taken away is the default again; with nothing else said the target is removed."""
    level, default = edit.row["level"], frame.assessment.header.default_target_level
    rationale, approver = text_or_none(edit.row["rationale"]), text_or_none(edit.row["approver"])
    cells = before.cells if before else ()
    if level is None and not (rationale or approver or cells):
        frame.remove(Target, edit.id, version=edit.version)
        return None
    entry = checked(
        Target,
        process_id=edit.id,
        level=default if level is None else level,
        rationale=rationale,
        approver=approver,
        cells=cells,
    )
    return frame.save(entry, edit.version)
