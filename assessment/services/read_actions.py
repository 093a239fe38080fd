"""The register of actions read back: what the cells to fill in say of each action, and actions that were added."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from assessment.domain.answered.actions import ActionKind, ActionStatus, PlannedAction
from assessment.domain.answered.prints import on_paper, print_of
from assessment.domain.answered.read_back import Fate, ReadLine, fate_of
from assessment.domain.computed import Computed
from assessment.domain.planning.register import RegisterAction, is_default, register_of
from assessment.services.register import is_undone, own_id_of
from assessment.services.sheet_rows import CellRefused, SheetRow, entry_of
from assessment.views.register import ActionLine, action_line
from assessment.views.sheets.actions import ENTERED, ActionColumn, entered_values
from assessment.views.wording import board as board_words
from assessment.views.wording import read_back as words
from assessment.views.wording.register import KINDS, STATUSES

REQUIRED = (ActionColumn.ID, ActionColumn.OWNER, ActionColumn.START, ActionColumn.DUE, ActionColumn.STATUS)
_KIND_NAMES = {name.casefold(): kind for kind, name in KINDS.items()}


@dataclass(frozen=True, kw_only=True)
class ActionsReader:
    """Holds the rows of one file against the register; `versions` are those of what the team touched.

    Nothing is done on a day after `today`.
    """

    computed: Computed
    versions: Mapping[tuple[str, ...], int]
    sheet: str
    today: date
    _seen: dict[str, int] = field(default_factory=dict)

    def lines(self, rows: Iterator[SheetRow]) -> Iterator[ReadLine]:
        """A line for each action that the sheet names, or adds."""
        for row in rows:
            if row.is_blank((*ENTERED, ActionColumn.ID, ActionColumn.ACTION)):
                continue
            try:
                action_id = row.text(ActionColumn.ID)
                yield self._known(row, action_id) if action_id else self._added(row)
            except CellRefused as error:
                cell = row.address(error.column_id)
                yield ReadLine(fate=Fate.REFUSED, sheet=self.sheet, cell=cell, reason=str(error))

    def _known(self, row: SheetRow, action_id: str) -> ReadLine:
        action = self._actions.get(action_id)
        if action is None:
            raise CellRefused(ActionColumn.ID, words.UNKNOWN_ACTION)
        if self._seen.setdefault(action_id, row.row.number) != row.row.number:
            raise CellRefused(ActionColumn.ID, words.row_twice(self._seen[action_id]))
        line = action_line(self.computed, action)
        wanted = self._filled_in(row, action, line)
        if (wanted.done_on, wanted.status) != (line.done_on, line.status):
            self._require_done(wanted)
        held = [place for place, column in enumerate(ENTERED) if row.has(column)]
        stored, told = entered_values(line), _entered(wanted)
        fate = self._fate(
            print_of(stored[place] for place in held),
            print_of(told[place] for place in held),
            row.text(ActionColumn.WRITTEN),
            action,
        )
        return ReadLine(
            fate=fate,
            sheet=self.sheet,
            cell=row.address(self._first_changed(wanted, line)),
            model=PlannedAction,
            key=(action_id,),
            stored=action.entry,
            wanted=None if is_default(wanted) else wanted,
            version=self.versions.get((action_id,), 0),
        )

    def _fate(self, stored: str, wanted: str, written: str, action: RegisterAction) -> Fate:
        """The fate of an action by the prints of its cells: as stored, as they are, as the sheet was written."""
        fate = fate_of(stored, wanted, written, is_written_known=bool(written))
        is_new = fate is Fate.CHANGED or (fate is Fate.CONFLICTING and not written)
        return Fate.NEW if action.entry is None and is_new else fate

    def _filled_in(self, row: SheetRow, action: RegisterAction, line: ActionLine) -> PlannedAction:
        """The action with what the sheet says in the cells it has; a text that reads alike stays as it is stored."""
        entry = action.entry
        owner = _kept_text(row, ActionColumn.OWNER, line.owner)
        note = _kept_text(row, ActionColumn.NOTE, line.note)
        start = row.day(ActionColumn.START) if row.has(ActionColumn.START) else line.start
        due = row.day(ActionColumn.DUE) if row.has(ActionColumn.DUE) else line.due
        _require_order(start, due)
        return entry_of(
            PlannedAction,
            ActionColumn.OWNER,
            id=action.id,
            process_id=action.process_id if entry is None else entry.process_id,
            to_level=action.to_level if entry is None else entry.to_level,
            kind=action.kind,
            text=None if entry is None else entry.text,
            is_struck=action.is_struck,
            owner=owner or None,
            start=start,
            due=due,
            status=_status(row, line),
            done_percent=_done(row, line),
            note=note or None,
            done_on=row.day(ActionColumn.DONE_ON) if row.has(ActionColumn.DONE_ON) else line.done_on,
        )

    def _added(self, row: SheetRow) -> ReadLine:
        """A row without an id: an action of the team's own, for the step it names or the next of its process."""
        text = row.text(ActionColumn.ACTION)
        if not text:
            raise CellRefused(ActionColumn.ACTION, words.ACTION_NEEDED)
        process_id, to_level = self._step(row)
        kind = _KIND_NAMES.get(row.text(ActionColumn.KIND).casefold(), ActionKind.FIRST)
        own_id = own_id_of(process_id, kind, text)
        if own_id in self._actions:  # the same row was read before
            return self._known(row, own_id)
        if self._seen.setdefault(own_id, row.row.number) != row.row.number:
            raise CellRefused(ActionColumn.ACTION, words.row_twice(self._seen[own_id]))
        start, due = row.day(ActionColumn.START), row.day(ActionColumn.DUE)
        _require_order(start, due)
        wanted = entry_of(
            PlannedAction,
            ActionColumn.ACTION,
            id=own_id,
            process_id=process_id,
            to_level=to_level,
            kind=kind,
            text=text,
            owner=row.text(ActionColumn.OWNER) or None,
            start=start,
            due=due,
            status=_status(row, None),
            done_percent=_done(row, None),
            note=row.text(ActionColumn.NOTE) or None,
            done_on=row.day(ActionColumn.DONE_ON),
        )
        self._require_done(wanted)
        return ReadLine(
            fate=Fate.NEW,
            sheet=self.sheet,
            cell=row.address(ActionColumn.ACTION),
            model=PlannedAction,
            key=(wanted.id,),
            wanted=wanted,
        )

    def _require_done(self, wanted: PlannedAction) -> None:
        """Refuse a day it was done on that has not come, or that its status contradicts."""
        if wanted.done_on is not None and wanted.done_on > self.today:
            raise CellRefused(ActionColumn.DONE_ON, board_words.NOT_YET)
        if is_undone(wanted):
            raise CellRefused(ActionColumn.STATUS, board_words.DAY_AND_NOT_DONE)

    def _step(self, row: SheetRow) -> tuple[str, int]:
        names = {process.name.casefold(): process.id for process in self.computed.framework.processes}
        said = row.text(ActionColumn.PROCESS_ID) or row.text(ActionColumn.PROCESS)
        process_id = said if said in names.values() else names.get(said.casefold(), "")
        if process_id not in self.computed.assessment.scope:
            raise CellRefused(ActionColumn.PROCESS, words.UNKNOWN_PROCESS)
        levels = sorted(step.to_level for step in self.computed.roadmap.steps if step.process_id == process_id)
        wanted = row.whole(ActionColumn.TO_LEVEL)
        if not levels:
            raise CellRefused(ActionColumn.PROCESS, words.NO_STEP)
        return process_id, wanted if wanted in levels else levels[0]

    def _first_changed(self, wanted: PlannedAction, line: ActionLine) -> str:
        pairs = zip(ENTERED, _entered(wanted), entered_values(line), strict=True)
        return next((column for column, new, old in pairs if new != old), ActionColumn.ID)

    @cached_property
    def _actions(self) -> Mapping[str, RegisterAction]:
        return {action.id: action for action in register_of(self.computed.assessment, self.computed.roadmap)}


def _entered(action: PlannedAction) -> tuple[Any, ...]:
    status = None if action.status is None else STATUSES[action.status]
    return (action.owner, action.start, action.due, status, action.done_percent, action.note, action.done_on)


def _kept_text(row: SheetRow, column_id: str, stored: str) -> str:
    """What a cell says; where it reads like what is stored, or the sheet has no such column, that."""
    text = row.text(column_id)
    return stored if not row.has(column_id) or text == on_paper(stored) else text


def _status(row: SheetRow, line: ActionLine | None) -> ActionStatus | None:
    if line is not None and not row.has(ActionColumn.STATUS):
        return line.status
    text = row.text(ActionColumn.STATUS)
    if not text:
        return None
    for status, name in STATUSES.items():
        if text.casefold() in (name.casefold(), status.value):
            return status
    raise CellRefused(ActionColumn.STATUS, words.unknown_status(text, tuple(STATUSES.values())))


def _done(row: SheetRow, line: ActionLine | None) -> int | None:
    if line is not None and not row.has(ActionColumn.DONE):
        return line.done_percent
    number = row.number(ActionColumn.DONE)
    if number is None:
        return None
    if not 0 <= number <= 100 or not float(number).is_integer():
        raise CellRefused(ActionColumn.DONE, words.no_percent(row.text(ActionColumn.DONE)))
    return int(number)


def _require_order(start: Any, due: Any) -> None:
    if start is not None and due is not None and due < start:
        raise CellRefused(ActionColumn.DUE, words.DUE_FIRST)
