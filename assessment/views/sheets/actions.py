"""The register of actions as a sheet: what has to be done in each step, and cells to fill in and read back.

The columns in capitals are read back; `ENTERED` names them. A row is known by its `id`, and `written` tells from what
it held when the sheet was written whether somebody changed it elsewhere since.
"""

from __future__ import annotations

from enum import StrEnum

from assessment.domain.answered.actions import ActionKind
from assessment.domain.answered.prints import print_of
from assessment.domain.computed import Computed
from assessment.domain.planning.register import RegisterAction, register_of
from assessment.views.names import process_name
from assessment.views.register import ActionLine, action_cells, action_line
from assessment.views.sheets.fields import plain
from assessment.views.sheets.model import Sheet, SheetColumn, SheetValue, ValueKind
from assessment.views.wording import register as register_words
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
    DONE_ON = "done-on"
    PROCESS_ID = "process-id"
    TO_LEVEL = "to-level"
    WRITTEN = "written"


ENTERED = (
    ActionColumn.OWNER,
    ActionColumn.START,
    ActionColumn.DUE,
    ActionColumn.STATUS,
    ActionColumn.DONE,
    ActionColumn.NOTE,
    ActionColumn.DONE_ON,
)
"""The columns that are filled in and read back, in the order that `written` is the print of.

Earlier sheets end before the day it was done on.
"""


def action_columns() -> tuple[SheetColumn, ...]:
    """The columns of the register."""
    return (
        _column(ActionColumn.ID, words.ID, words.ID_MEANING, width=30),
        _column(ActionColumn.WAVE, words.WAVE, words.WAVE_MEANING, kind=ValueKind.NUMBER, decimals=0, width=8),
        _column(ActionColumn.PROCESS, words.PROCESS, words.PROCESS_MEANING, width=26),
        _column(ActionColumn.STEP, words.STEP, words.STEP_MEANING, width=9),
        _column(ActionColumn.KIND, words.KIND, words.KIND_MEANING, width=17),
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
        _column(ActionColumn.DONE_ON, words.DONE_ON, words.DONE_ON_MEANING, kind=ValueKind.DATE, width=12),
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
        choices=tuple(register_words.STATUSES.values()) if column_id is ActionColumn.STATUS else (),
    )


def entered_values(line: ActionLine) -> tuple[SheetValue, ...]:
    """What the cells of `ENTERED` hold for an action; None for nothing. `written` is their print."""
    return (
        line.owner or None,
        line.start,
        line.due,
        None if line.status is None else register_words.STATUSES[line.status],
        line.done_percent,
        line.note or None,
        line.done_on,
    )


def actions_sheet(computed: Computed) -> Sheet:
    """A row an action by wave and step, then what is not funded, then what the plan no longer has; no struck ones."""
    actions = register_of(computed.assessment, computed.roadmap)
    rows = tuple(_row(computed, action) for action in actions if not action.is_struck)
    return Sheet(id=SHEET_ID, name=words.NAME, columns=action_columns(), rows=rows)


def _row(computed: Computed, action: RegisterAction) -> tuple[SheetValue, ...]:
    line, step = action_line(computed, action), action.step
    do, deliverable, role, effort, _, evidence, prerequisite = (cell.text for cell in action_cells(computed, action))
    is_evidence = action.kind is ActionKind.EVIDENCE  # its one text says how it is seen
    entered = entered_values(line)
    values: dict[ActionColumn, SheetValue] = {
        ActionColumn.ID: action.id,
        ActionColumn.WAVE: None if step is None else step.wave or None,
        ActionColumn.PROCESS: process_name(computed.framework, action.process_id),
        ActionColumn.STEP: plain(_step_text(action)),
        ActionColumn.KIND: register_words.KINDS[action.kind],
        ActionColumn.ACTION: plain(do),
        ActionColumn.DELIVERABLE: None if is_evidence else plain(deliverable),
        ActionColumn.EVIDENCE: None if is_evidence else plain(evidence),
        ActionColumn.ROLE: None if is_evidence else plain(role),
        ActionColumn.EFFORT: None if is_evidence else plain(effort),
        ActionColumn.PREREQUISITE: None if is_evidence else plain(prerequisite),
        **dict(zip(ENTERED, entered, strict=True)),
        ActionColumn.PROCESS_ID: action.process_id,
        ActionColumn.TO_LEVEL: action.to_level,
        ActionColumn.WRITTEN: print_of(entered),
    }
    return tuple(values[column] for column in ActionColumn)


def _step_text(action: RegisterAction) -> str:
    """From which level to which; of what the plan no longer has, to which it led."""
    step = action.step
    return register_words.level_step(action.to_level) if step is None else move_text(step.from_level, step.to_level)
