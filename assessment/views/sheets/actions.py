"""The register of actions as a sheet: what has to be done in each step, and cells to fill in and read back.

The columns in capitals are read back; `ENTERED` names them. A row is known by its `id`, and `written` tells from what
it held when the sheet was written whether somebody changed it elsewhere since.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from assessment.domain.answered.actions import ActionKind
from assessment.domain.answered.prints import print_of
from assessment.domain.computed import Computed
from assessment.domain.planning.results import FirstAction, Step
from assessment.views.advice import advice_cells
from assessment.views.names import process_name
from assessment.views.sheets.model import Sheet, SheetColumn, SheetValue, ValueKind
from assessment.views.wording.sheets import actions as words
from assessment.views.wording.steps import move_text

SHEET_ID = "actions"


class ActionColumn(StrEnum):
    """The ids of the columns, by which the sheet is read back."""

    ID = "id"
    WAVE = "wave"
    PROCESS = "process"
    STEP = "step"
    KIND = "kind"
    ACTION = "action"
    DELIVERABLE = "deliverable"
    EVIDENCE = "evidence"
    ROLE = "role"
    OWNER = "owner"
    START = "start"
    DUE = "due"
    EFFORT = "effort"
    PREREQUISITE = "prerequisite"
    STATUS = "status"
    DONE = "done"
    NOTE = "note"
    PROCESS_ID = "process-id"
    TO_LEVEL = "to-level"
    WRITTEN = "written"


_KINDS = {
    ActionKind.BEFORE: words.BEFORE_KIND,
    ActionKind.FIRST: words.FIRST_KIND,
    ActionKind.EVIDENCE: words.EVIDENCE_KIND,
}
ENTERED = (
    ActionColumn.OWNER,
    ActionColumn.START,
    ActionColumn.DUE,
    ActionColumn.STATUS,
    ActionColumn.DONE,
    ActionColumn.NOTE,
)
"""The columns that are filled in and read back, in the order that `written` is the print of."""


def action_columns() -> tuple[SheetColumn, ...]:
    """The columns of the register."""
    return (
        _column(ActionColumn.ID, words.ID, words.ID_MEANING, width=30),
        _column(ActionColumn.WAVE, words.WAVE, words.WAVE_MEANING, kind=ValueKind.NUMBER, decimals=0, width=8),
        _column(ActionColumn.PROCESS, words.PROCESS, words.PROCESS_MEANING, width=26),
        _column(ActionColumn.STEP, words.STEP, words.STEP_MEANING, width=9),
        _column(ActionColumn.KIND, words.KIND, words.KIND_MEANING, width=10),
        _column(ActionColumn.ACTION, words.ACTION, words.ACTION_MEANING, width=48),
        _column(ActionColumn.DELIVERABLE, words.DELIVERABLE, words.DELIVERABLE_MEANING, width=34),
        _column(ActionColumn.EVIDENCE, words.EVIDENCE, words.EVIDENCE_MEANING, width=34),
        _column(ActionColumn.ROLE, words.ROLE, words.ROLE_MEANING, width=26),
        _column(ActionColumn.OWNER, words.OWNER, words.OWNER_MEANING, width=20),
        _column(ActionColumn.START, words.START, words.START_MEANING, kind=ValueKind.DATE, width=12),
        _column(ActionColumn.DUE, words.DUE, words.DUE_MEANING, kind=ValueKind.DATE, width=12),
        _column(ActionColumn.EFFORT, words.EFFORT, words.EFFORT_MEANING, width=14),
        _column(ActionColumn.PREREQUISITE, words.PREREQUISITE, words.PREREQUISITE_MEANING, width=30),
        _column(ActionColumn.STATUS, words.STATUS, words.STATUS_MEANING, width=14),
        _column(ActionColumn.DONE, words.DONE, words.DONE_MEANING, kind=ValueKind.NUMBER, decimals=0, width=9),
        _column(ActionColumn.NOTE, words.NOTE, words.NOTE_MEANING, width=30),
        _column(ActionColumn.PROCESS_ID, words.PROCESS_ID, words.PROCESS_ID_MEANING, is_hidden=True),
        _column(ActionColumn.TO_LEVEL, words.TO_LEVEL, words.TO_LEVEL_MEANING, kind=ValueKind.NUMBER, is_hidden=True),
        _column(ActionColumn.WRITTEN, words.WRITTEN, words.WRITTEN_MEANING, is_hidden=True),
    )


def _column(
    column_id: ActionColumn,
    heading: str,
    meaning: str,
    *,
    kind: ValueKind = ValueKind.TEXT,
    width: int = 12,
    decimals: int | None = None,
    is_hidden: bool = False,
) -> SheetColumn:
    return SheetColumn(
        id=column_id.value,
        heading=heading,
        meaning=meaning,
        kind=kind,
        unit=words.PERCENT_UNIT if column_id is ActionColumn.DONE else "",
        width=width,
        decimals=decimals,
        is_entered=column_id in ENTERED,
        is_hidden=is_hidden,
        choices=tuple(words.STATUSES.values()) if column_id is ActionColumn.STATUS else (),
    )


def actions_sheet(computed: Computed) -> Sheet:
    """A row an action, by wave and step: what comes before, the first actions, how one sees that it is done."""
    rows = tuple(row for step in computed.roadmap.steps for row in _step_rows(computed, step))
    return Sheet(id=SHEET_ID, name=words.NAME, columns=action_columns(), rows=rows)


def _step_rows(computed: Computed, step: Step) -> Iterator[tuple[SheetValue, ...]]:
    for action in step.first_actions:
        yield _action_row(computed, step, action)
    for number, evidence in enumerate(step.evidence_of_done, start=1):
        yield _row(computed, step, ActionKind.EVIDENCE, str(number), evidence)


def _action_row(computed: Computed, step: Step, action: FirstAction) -> tuple[SheetValue, ...]:
    name = process_name(computed.framework, step.process_id)
    do, deliverable, role, effort, _, evidence, prerequisite = (
        cell.text for cell in advice_cells(computed.framework, action, name)
    )
    kind = ActionKind.BEFORE if action.prepares else ActionKind.FIRST
    key = action.question_id or action.attribute_id or action.kind.value
    return _row(computed, step, kind, key, do, deliverable, evidence, role, effort, prerequisite)


def _row(
    computed: Computed,
    step: Step,
    kind: ActionKind,
    key: str,
    action: str,
    deliverable: str = "",
    evidence: str = "",
    role: str = "",
    effort: str = "",
    prerequisite: str = "",
) -> tuple[SheetValue, ...]:
    values: dict[ActionColumn, SheetValue] = {
        ActionColumn.ID: f"{step.process_id}.{step.to_level}.{kind.value}.{key}",
        ActionColumn.WAVE: step.wave or None,
        ActionColumn.PROCESS: process_name(computed.framework, step.process_id),
        ActionColumn.STEP: move_text(step.from_level, step.to_level),
        ActionColumn.KIND: _KINDS[kind],
        ActionColumn.ACTION: action,
        ActionColumn.DELIVERABLE: deliverable or None,
        ActionColumn.EVIDENCE: evidence or None,
        ActionColumn.ROLE: role or None,
        ActionColumn.EFFORT: effort or None,
        ActionColumn.PREREQUISITE: prerequisite or None,
        ActionColumn.PROCESS_ID: step.process_id,
        ActionColumn.TO_LEVEL: step.to_level,
    }
    values[ActionColumn.WRITTEN] = print_of(values.get(column) for column in ENTERED)
    return tuple(values.get(column) for column in ActionColumn)
