"""The steps of the plan as a sheet: cells to fill in of how each is carried out, which are read back.

The columns in capitals are read back; `ENTERED` names them. A row is known by its `id`; `written` tells from what it
held when the sheet was written whether somebody changed it elsewhere since.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import partial

from assessment.domain.answered.prints import print_of
from assessment.domain.answered.running import RunningStep
from assessment.domain.computed import Computed
from assessment.domain.planning.planned import PlannedStep, planned_steps
from assessment.views.names import process_name
from assessment.views.register import evidence_sentences
from assessment.views.sheets.fields import plain
from assessment.views.sheets.model import Sheet, SheetColumn, SheetValue, ValueKind
from assessment.views.wording import register as register_words
from assessment.views.wording.sheets import running as words
from assessment.views.wording.steps import move_text

SHEET_ID = "steps"


class StepColumn(StrEnum):
    """The ids of the columns, by which the sheet is read back."""

    ID = "id"
    WAVE = "wave"
    PROCESS = "process"
    STEP = "step"
    EFFORT = "effort"
    DONE_WHEN = "done-when"
    OWNER = "owner"
    START = "start"
    DUE = "due"
    STATUS = "status"
    DONE_ON = "done-on"
    SEEN = "seen"
    NOTE = "note"
    WRITTEN = "written"


ENTERED = (
    StepColumn.OWNER,
    StepColumn.START,
    StepColumn.DUE,
    StepColumn.STATUS,
    StepColumn.DONE_ON,
    StepColumn.SEEN,
    StepColumn.NOTE,
)
"""The columns that are filled in and read back, in the order that `written` is the print of."""


def step_row_id(process_id: str, to_level: int) -> str:
    """What a step is called in its row."""
    return f"{process_id}:{to_level}"


def running_columns() -> tuple[SheetColumn, ...]:
    """The columns of the sheet."""
    number, day = partial(_column, kind=ValueKind.NUMBER, decimals=0), partial(_column, kind=ValueKind.DATE, width=12)
    return (
        _column(StepColumn.ID, words.ID, words.ID_MEANING, width=26),
        number(StepColumn.WAVE, words.WAVE, words.WAVE_MEANING, width=8),
        _column(StepColumn.PROCESS, words.PROCESS, words.PROCESS_MEANING, width=26),
        _column(StepColumn.STEP, words.STEP, words.STEP_MEANING, width=9),
        number(StepColumn.EFFORT, words.EFFORT, words.EFFORT_MEANING, width=8, unit=words.POINTS_UNIT),
        _column(StepColumn.DONE_WHEN, words.DONE_WHEN, words.DONE_WHEN_MEANING, width=48),
        _column(StepColumn.OWNER, words.OWNER, words.OWNER_MEANING, width=20),
        day(StepColumn.START, words.START, words.START_MEANING),
        day(StepColumn.DUE, words.DUE, words.DUE_MEANING),
        _column(
            StepColumn.STATUS,
            words.STATUS,
            words.STATUS_MEANING,
            width=14,
            choices=tuple(register_words.STATUSES.values()),
        ),
        day(StepColumn.DONE_ON, words.DONE_ON, words.DONE_ON_MEANING),
        _column(StepColumn.SEEN, words.SEEN, words.SEEN_MEANING, width=36),
        _column(StepColumn.NOTE, words.NOTE, words.NOTE_MEANING, width=30),
        _column(StepColumn.WRITTEN, words.WRITTEN, words.WRITTEN_MEANING, is_hidden=True),
    )


def running_sheet(computed: Computed) -> Sheet:
    """A row a step by wave, then what is not funded, then what was entered of steps that the plan no longer has."""
    entries = {(one.process_id, one.to_level): one for one in computed.assessment.running}
    planned = planned_steps(computed)
    own = {(step.process_id, step.to_level) for step in planned}
    rows = [_row(computed, step, entries.get((step.process_id, step.to_level))) for step in planned]
    rows += [_stray_row(computed, entry) for key, entry in entries.items() if key not in own]
    return Sheet(id=SHEET_ID, name=words.NAME, columns=running_columns(), rows=tuple(rows))


def entered_of_step(entry: RunningStep) -> tuple[SheetValue, ...]:
    """What the cells of `ENTERED` hold for a step; None for nothing. `written` is their print."""
    status = None if entry.status is None else register_words.STATUSES[entry.status]
    return (entry.owner, entry.start, entry.due, status, entry.done_on, entry.evidence, entry.note)


def _column(column_id: StepColumn, heading: str, meaning: str, **changes: object) -> SheetColumn:
    fields: Mapping[str, object] = {"is_entered": column_id in ENTERED, **changes}
    return SheetColumn(id=column_id.value, heading=heading, meaning=meaning, **fields)  # type: ignore[arg-type]  # by name


def _row(computed: Computed, step: PlannedStep, entry: RunningStep | None) -> tuple[SheetValue, ...]:
    done_when = () if step.step is None else evidence_sentences(computed, step.step)
    return _values(
        computed,
        entry or RunningStep(process_id=step.process_id, to_level=step.to_level),
        {
            StepColumn.WAVE: step.wave or None,
            StepColumn.STEP: plain(move_text(step.from_level, step.to_level)),
            StepColumn.EFFORT: step.effort_count,
            StepColumn.DONE_WHEN: plain(" ".join(done_when)),
        },
    )


def _stray_row(computed: Computed, entry: RunningStep) -> tuple[SheetValue, ...]:
    return _values(computed, entry, {StepColumn.STEP: register_words.level_step(entry.to_level)})


def _values(computed: Computed, entry: RunningStep, told: Mapping[StepColumn, SheetValue]) -> tuple[SheetValue, ...]:
    entered = entered_of_step(entry)
    values: dict[StepColumn, SheetValue] = {
        StepColumn.ID: step_row_id(entry.process_id, entry.to_level),
        StepColumn.PROCESS: process_name(computed.framework, entry.process_id),
        **told,
        **dict(zip(ENTERED, entered, strict=True)),
        StepColumn.WRITTEN: print_of(entered),
    }
    return tuple(values.get(column) for column in StepColumn)
