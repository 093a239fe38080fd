"""The steps of the plan read back: what the cells to fill in say of how each is carried out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from assessment.domain.answered.actions import ActionStatus
from assessment.domain.answered.prints import on_paper, print_of
from assessment.domain.answered.read_back import Fate, ReadLine, fate_of
from assessment.domain.answered.running import RunningStep
from assessment.domain.computed import Computed
from assessment.domain.planning.planned import planned_steps
from assessment.domain.planning.running import StepKey, is_closed_unseen, says_nothing
from assessment.services.sheet_rows import CellRefused, SheetRow, entry_of
from assessment.views.sheets.running import ENTERED, StepColumn, entered_of_step, step_row_id
from assessment.views.wording import board as board_words
from assessment.views.wording import read_back as words
from assessment.views.wording.register import STATUSES

REQUIRED = (StepColumn.ID, StepColumn.OWNER, StepColumn.STATUS, StepColumn.SEEN)


@dataclass(frozen=True, kw_only=True)
class StepsReader:
    """Holds the rows of one file against the plan; `versions` are those of the steps that were touched.

    Nothing is done on a day after `today`.
    """

    computed: Computed
    versions: Mapping[tuple[str, ...], int]
    sheet: str
    today: date
    _seen: dict[str, int] = field(default_factory=dict)

    def lines(self, rows: Iterator[SheetRow]) -> Iterator[ReadLine]:
        """A line for each step that the sheet names."""
        for row in rows:
            if row.is_blank((*ENTERED, StepColumn.ID)):
                continue
            try:
                yield self._line(row)
            except CellRefused as error:
                cell = row.address(error.column_id)
                yield ReadLine(fate=Fate.REFUSED, sheet=self.sheet, cell=cell, reason=str(error))

    def _line(self, row: SheetRow) -> ReadLine:
        row_id = row.text(StepColumn.ID)
        key = self._steps.get(row_id)
        if key is None:
            raise CellRefused(StepColumn.ID, words.UNKNOWN_STEP)
        if self._seen.setdefault(row_id, row.row.number) != row.row.number:
            raise CellRefused(StepColumn.ID, words.row_twice(self._seen[row_id]))
        stored = self._entries.get(key)
        before = stored or RunningStep(process_id=key[0], to_level=key[1])
        wanted = _filled_in(row, before)
        if wanted.done_on not in (None, before.done_on) and wanted.done_on > self.today:
            raise CellRefused(StepColumn.DONE_ON, board_words.NOT_YET)
        held, written = [place for place, one in enumerate(ENTERED) if row.has(one)], row.text(StepColumn.WRITTEN)
        old, new = entered_of_step(before), entered_of_step(wanted)
        fate = fate_of(
            print_of(old[place] for place in held),
            print_of(new[place] for place in held),
            written,
            is_written_known=bool(written),
        )
        if stored is None and (fate is Fate.CHANGED or (fate is Fate.CONFLICTING and not written)):
            fate = Fate.NEW
        changed = next((one for one, was, now in zip(ENTERED, old, new, strict=True) if was != now), StepColumn.ID)
        return ReadLine(
            fate=fate,
            sheet=self.sheet,
            cell=row.address(changed),
            model=RunningStep,
            key=(key[0], str(key[1])),
            stored=stored,
            wanted=None if says_nothing(wanted) else wanted,
            version=self.versions.get((key[0], str(key[1])), 0),
        )

    @cached_property
    def _entries(self) -> Mapping[StepKey, RunningStep]:
        return {(one.process_id, one.to_level): one for one in self.computed.assessment.running}

    @cached_property
    def _steps(self) -> Mapping[str, StepKey]:
        keys = [(step.process_id, step.to_level) for step in planned_steps(self.computed)]
        return {step_row_id(*key): key for key in (*keys, *self._entries)}


def _filled_in(row: SheetRow, before: RunningStep) -> RunningStep:
    """The step with what the sheet says in the cells it has; a text that reads alike stays as it is stored."""
    start, due = _day(row, StepColumn.START, before.start), _day(row, StepColumn.DUE, before.due)
    if start is not None and due is not None and due < start:
        raise CellRefused(StepColumn.DUE, words.DUE_FIRST)
    done_on = _day(row, StepColumn.DONE_ON, before.done_on)
    status = _status(row)
    if done_on is not None and status is None:
        status = ActionStatus.DONE  # whoever writes the day has said it
    entry = entry_of(
        RunningStep,
        StepColumn.STATUS,
        process_id=before.process_id,
        to_level=before.to_level,
        owner=_text(row, StepColumn.OWNER, before.owner),
        start=start,
        due=due,
        status=status,
        note=_text(row, StepColumn.NOTE, before.note),
        done_on=done_on,
        evidence=_text(row, StepColumn.SEEN, before.evidence),
    )
    if is_closed_unseen(entry):
        raise CellRefused(StepColumn.SEEN, board_words.UNSEEN)
    return entry


def _text(row: SheetRow, column_id: str, stored: str | None) -> str | None:
    text = row.text(column_id)
    return stored if not row.has(column_id) or text == on_paper(stored or "") else text or None


def _day(row: SheetRow, column_id: str, stored: date | None) -> date | None:
    return row.day(column_id) if row.has(column_id) else stored


def _status(row: SheetRow) -> ActionStatus | None:
    text = row.text(StepColumn.STATUS)
    if not text:
        return None
    for status, name in STATUSES.items():
        if text.casefold() in (name.casefold(), status.value):
            return status
    raise CellRefused(StepColumn.STATUS, words.unknown_status(text, tuple(STATUSES.values())))
