"""How high each process should be, why, and who decided it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from assessment.domain.answered.assessment import Target, TargetCell
from assessment.domain.authored.content import Process
from assessment.services.refusals import checked
from assessment.ui.components.columns import attribute_label, choice_column, process_column
from assessment.ui.components.editor import Cell, EditorRow, RowEdit, editor
from assessment.ui.components.heading import section_head
from assessment.ui.components.text import care
from assessment.ui.pages.set_up.frame import Frame, shown_name, text_or_none

UNEXPLAINED_LEVEL = 3


def draw(frame: Frame) -> None:
    """Draw levels with their reasons, what lacks a reason, and the single cells."""
    default = frame.assessment.header.default_target_level
    section_head(
        "How high should it be?",
        f"Without a choice of its own a process aims at level {default}, {frame.framework.levels[default].name}.",
        sign=frame.key("targets"),
    )
    _warn(frame)
    _draw_levels(frame)
    with st.expander("Single cells of the to-be, set by hand", key=frame.key("cells-fold"), on_change="rerun") as fold:
        if fold.open:
            _draw_cells(frame)


def _warn(frame: Frame) -> None:
    names = [
        frame.framework.process_by_id[target.process_id].name
        for target in frame.assessment.targets
        if target.level > UNEXPLAINED_LEVEL and not target.rationale and target.process_id in frame.assessment.scope
    ]
    if names:
        verb = "aims" if len(names) == 1 else "aim"
        care(f"{', '.join(names)} {verb} above level {UNEXPLAINED_LEVEL} without a rationale. Say why it is worth it.")


def _draw_levels(frame: Frame) -> None:
    names = {level.level: f"{level.level} {level.name}" for level in frame.framework.levels}
    columns = {
        "process": process_column(),
        "level": choice_column("Target level", names, width="small"),
        "rationale": st.column_config.TextColumn("Rationale", width="large"),
        "approver": st.column_config.TextColumn("Approved by", width="small"),
    }

    def cells(process: Process, target: Target | None) -> dict[str, Cell]:
        return {
            "process": shown_name(process),
            "level": target.level if target else None,
            "rationale": target.rationale if target else None,
            "approver": target.approver if target else None,
        }

    _draw_editor(frame, "targets", columns, cells, _save_level, "Target of each process")


def _draw_cells(frame: Frame) -> None:
    names = {point.code: f"{point.letter} {point.name}" for point in frame.framework.scale}
    columns = {"process": process_column()}
    for attribute in frame.framework.attributes:
        columns[attribute.id] = choice_column(
            attribute_label(attribute), names, width="small", explanation=f"{attribute.name}. {attribute.meaning}"
        )

    def cells(process: Process, target: Target | None) -> dict[str, Cell]:
        by_hand = {cell.attribute_id: cell.code for cell in target.cells} if target else {}
        return {"process": shown_name(process), **{name: by_hand.get(name) for name in frame.framework.attribute_by_id}}

    _draw_editor(frame, "cells", columns, cells, _save_cells, "To-be of each process and attribute")


def _draw_editor(
    frame: Frame,
    name: str,
    columns: Mapping[str, Any],
    cells: Callable[[Process, Target | None], dict[str, Cell]],
    save: Callable[[Frame, RowEdit, Target | None], None],
    title: str,
) -> None:
    targets = frame.assessment.target_by_process
    versions = frame.versions(Target)
    rows = [
        EditorRow(id=process.id, cells=cells(process, targets.get(process.id)), version=versions.get((process.id,), 0))
        for process in frame.processes
    ]
    editor(
        frame.key(f"{name}:{len(rows)}"),
        rows,
        columns,
        lambda edit: save(frame, edit, targets.get(edit.id)),
        newest_version=lambda row_id: frame.versions(Target).get((row_id,), 0),
        is_locked=frame.is_locked,
        name=title,
        sign=frame.key("targets"),
    )


def _save_level(frame: Frame, edit: RowEdit, before: Target | None) -> None:
    default = frame.assessment.header.default_target_level
    kept = {
        "level": before.level if before else default,
        "rationale": before.rationale if before else None,
        "approver": before.approver if before else None,
    }
    changed = {**kept, **edit.cells}
    level = default if changed["level"] is None else changed["level"]
    rationale, approver = text_or_none(changed["rationale"]), text_or_none(changed["approver"])
    cells = before.cells if before else ()
    if changed["level"] is None and before is not None and not (rationale or approver or cells):
        frame.remove(Target, edit.id)
        return
    frame.save(
        checked(Target, process_id=edit.id, level=level, rationale=rationale, approver=approver, cells=cells),
        edit.version,
    )


def _save_cells(frame: Frame, edit: RowEdit, before: Target | None) -> None:
    codes: dict[str, object] = {cell.attribute_id: cell.code for cell in before.cells} if before else {}
    codes.update(edit.cells)
    cells = tuple(
        checked(TargetCell, attribute_id=attribute_id, code=codes[attribute_id])
        for attribute_id in frame.framework.attribute_by_id
        if codes.get(attribute_id) is not None
    )
    level = before.level if before else frame.assessment.header.default_target_level
    entry = checked(
        Target,
        process_id=edit.id,
        level=level,
        rationale=before.rationale if before else None,
        approver=before.approver if before else None,
        cells=cells,
    )
    frame.save(entry, edit.version)
