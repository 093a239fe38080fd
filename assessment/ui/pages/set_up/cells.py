"""Single cells of the to-be, raised or lowered by hand."""

from __future__ import annotations

from assessment.domain.answered.assessment import Target, TargetCell
from assessment.services.validation import checked
from assessment.ui.components.columns import SMALL, attribute_label, choice_column, process_column
from assessment.ui.components.editor import EditorRow, RowEdit, editor
from assessment.ui.pages.set_up.frame import Frame
from assessment.views.set_up import row_name
from assessment.views.wording.pages.set_up import attribute_help, lettered_point
from assessment.views.wording.pages.set_up import targets as words


def draw_cells(frame: Frame) -> None:
    """Draw a row for each process, a column for each attribute; empty where the target decides."""
    targets, versions = frame.assessment.target_by_process, frame.versions(Target)
    names = {point.code: lettered_point(point.letter, point.name) for point in frame.framework.scale}
    columns = {"process": process_column()}
    for attribute in frame.framework.attributes:
        columns[attribute.id] = choice_column(
            attribute_label(attribute),
            names,
            width=SMALL,
            explanation=attribute_help(attribute.name, attribute.meaning),
        )
    rows = []
    for process in frame.processes:
        target = targets.get(process.id)
        by_hand = {cell.attribute_id: cell.code for cell in target.cells} if target else {}
        cells = {"process": row_name(process), **{one: by_hand.get(one) for one in frame.framework.attribute_by_id}}
        rows.append(EditorRow(id=process.id, cells=cells, version=versions.get((process.id,), 0)))
    editor(
        frame.key("cells"),
        rows,
        columns,
        lambda edit: _save(frame, edit, targets.get(edit.id)),
        is_locked=frame.is_locked,
        name=words.CELLS_TABLE,
        sign=frame.key("targets"),
    )


def _save(frame: Frame, edit: RowEdit, before: Target | None) -> int:
    cells = tuple(
        checked(TargetCell, attribute_id=attribute_id, code=edit.row[attribute_id])
        for attribute_id in frame.framework.attribute_by_id
        if edit.row[attribute_id] is not None
    )
    entry = checked(
        Target,
        process_id=edit.id,
        level=before.level if before else frame.assessment.header.default_target_level,
        rationale=before.rationale if before else None,
        approver=before.approver if before else None,
        cells=cells,
    )
    return frame.save(entry, edit.version)
