"""A table of rows that is edited in place and saved cell by cell.

The rows come from the store at each run. An edited cell is saved by the callback at once, with the version its row had
when the cell was drawn. A browser does not wait between two edits: what this session saved itself in between is no
conflict, what somebody else saved is; then both are shown under the table and nothing is overwritten.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import streamlit as st

from assessment.errors import AssessmentError, Conflict, InvalidInput, NotAvailable, StoreUnavailable
from assessment.ui import session
from assessment.ui.components.columns import Cell, Column
from assessment.ui.components.grid import CellEdit, GridRow, Sent, draw_grid, read_sent
from assessment.ui.components.saved import conflict_choice
from assessment.views.wording.pages.grid import COLUMN, ROW

Cells = Mapping[str, Cell]


@dataclass(frozen=True, slots=True, kw_only=True)
class EditorRow:
    """One row: its id, the cells by column id, and the version they were read at; 0 for what is not stored yet."""

    id: str
    cells: Cells
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class RowEdit:
    """What was changed in a row: the new cells only, the row as it was shown, and the version it was shown at."""

    id: str
    cells: Cells
    shown: Cells
    version: int

    @property
    def row(self) -> Cells:
        """The whole row with the new cells in it."""
        return {**self.shown, **self.cells}


SaveRow = Callable[[RowEdit], int | None]


def editor(
    key: str,
    rows: Sequence[EditorRow],
    columns: Mapping[str, Column],
    save: SaveRow,
    *,
    is_locked: bool = False,
    name: str,
    sign: str,
) -> None:
    """Draw the table.

    `columns` are those of the table by their ids, in order; the first names the row. `name` is for screen readers;
    `sign` is the key of the saved sign in the section's head. `save` returns the new version of the row's entry, None
    where there is none, and raises AssessmentError when a row cannot be saved, of which Conflict is one that the reader
    decides.
    """
    memory = _memory(key)
    table = _Table(key=key, rows={row.id: row for row in rows}, columns=columns, save=save, sign=sign, memory=memory)
    sent = draw_grid(
        key,
        [table.drawn(row, is_locked=is_locked) for row in rows],
        columns,
        name=name,
        handled=memory.handled,
        is_locked=is_locked,
        on_sent=table.on_sent,
    )
    # Streamlit calls no callback for what a browser sends again to a server that was started anew.
    table.take(sent)
    if memory.is_unsaid:
        table.say()
        st.rerun()
    table.draw_conflict()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Typed:
    """Cells of a row that were typed and are not saved, the oldest version one of them was drawn with, and why."""

    cells: Cells
    version: int
    reason: str = ""


@dataclass(slots=True, kw_only=True)
class _Memory:
    """What a session knows of a table beside the store.

    It is changed in place and never put again: Streamlit may break off a callback wherever it touches session state,
    and what was saved up to there must be known to be saved. The lock is held while edits are saved: a callback may
    begin in a new thread before the one of the edit before has ended.
    """

    lock: threading.Lock = field(default_factory=threading.Lock)
    handled: dict[str, int] = field(default_factory=dict)
    tried: tuple[str, int, int] | None = None
    own_steps: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    refused: dict[str, _Typed] = field(default_factory=dict)
    conflicts: dict[str, tuple[_Typed, Conflict]] = field(default_factory=dict)
    failed: AssessmentError | None = None
    is_unsaid: bool = False


def _together(before: _Typed | None, new: _Typed) -> _Typed:
    return new if before is None else replace(before, cells={**before.cells, **new.cells})


def _memory(key: str) -> _Memory:
    session.seed(f"{key}:memory", _Memory())
    memory: _Memory = session.value(f"{key}:memory")
    return memory


@dataclass(frozen=True, slots=True, kw_only=True)
class _Table:
    """The table as one run drew it; `saved` are the cells that were saved since."""

    key: str
    rows: Mapping[str, EditorRow]
    columns: Mapping[str, Column]
    save: SaveRow
    sign: str
    memory: _Memory
    saved: dict[str, dict[str, Cell]] = field(default_factory=dict)

    def drawn(self, row: EditorRow, *, is_locked: bool) -> GridRow:
        """The row for the browser: a cell that could not be saved stays as it was typed, with the reason."""
        refused = None if is_locked else self.memory.refused.get(row.id)
        shown = {column: row.cells[column] for column in self.columns}
        if refused is None:
            return GridRow(id=row.id, cells=shown, version=row.version)
        troubles = dict.fromkeys(refused.cells, refused.reason)
        return GridRow(id=row.id, cells={**shown, **refused.cells}, version=row.version, troubles=troubles)

    def on_sent(self) -> None:
        """Callback: handle what the browser sent."""
        try:
            self.take(read_sent(session.value(self.key)))
        except InvalidInput as error:
            self.memory.failed, self.memory.is_unsaid = error, True
        self.say()

    def take(self, sent: Sent) -> None:
        """Save what was not handled before, a row at a time. Where the store is away nothing counts as handled."""
        with self.memory.lock:
            self._take(sent)

    def _take(self, sent: Sent) -> None:
        memory, last = self.memory, max((edit.seq for edit in sent.edits), default=0)
        attempt = (sent.client, sent.attempt, last)
        new = [edit for edit in sent.edits if edit.seq > memory.handled.get(sent.client, 0)]
        if not new or memory.tried == attempt:
            return
        memory.tried, memory.failed, memory.is_unsaid = attempt, None, True
        by_row: dict[str, list[CellEdit]] = {}
        for edit in new:
            by_row.setdefault(edit.row, []).append(edit)
        try:
            for row_id, edits in by_row.items():
                self._take_row(row_id, edits)
        except StoreUnavailable as error:
            memory.failed = error
        else:
            memory.handled[sent.client] = last

    def say(self) -> None:
        """Let the saved sign tell what became of it."""
        if self.memory.is_unsaid:
            with session.saving(self.sign):
                if self.memory.failed is not None:
                    raise self.memory.failed
            self.memory.is_unsaid = False

    def _take_row(self, row_id: str, edits: Sequence[CellEdit]) -> None:
        """Save the cells with those that were refused before: one may be what the other lacked; else alone."""
        row, memory = self.rows.get(row_id), self.memory
        if row is None:
            memory.failed = NotAvailable(ROW)
            return
        new = _Typed(cells={edit.column: edit.value for edit in edits}, version=edits[0].version)
        before = memory.refused.pop(row_id, None)
        whole = _together(before, new)
        try:
            self._save(row, whole.cells, whole.version)
        except Conflict as error:
            self._keep_conflict(row, whole, error)
        except AssessmentError as error:
            memory.failed = error
            memory.refused[row_id] = replace(whole, reason=str(error))
            if isinstance(error, StoreUnavailable):
                raise
            if before is not None:
                self._take_alone(row, new, before)

    def _take_alone(self, row: EditorRow, new: _Typed, before: _Typed) -> None:
        """Save cells whose row holds others that are refused; those stay refused, and what is wrong stays said."""
        try:
            self._save(row, new.cells, new.version)
        except AssessmentError:
            return
        left = {column: cell for column, cell in before.cells.items() if column not in new.cells}
        self.memory.refused[row.id] = replace(before, cells=left)

    def _save(self, row: EditorRow, cells: Cells, drawn_version: int) -> None:
        for column_id, cell in cells.items():
            column = self.columns.get(column_id)
            if column is None:
                raise NotAvailable(COLUMN)
            column.taken(cell)
        shown = {**row.cells, **self.saved.get(row.id, {})}
        edit = RowEdit(id=row.id, cells=cells, shown=shown, version=self._own_version(row.id, drawn_version))
        after = self.save(edit) or 0
        if after != edit.version:
            self.memory.own_steps.setdefault(row.id, []).append((edit.version, after))
        self.saved.setdefault(row.id, {}).update(cells)

    def _own_version(self, row_id: str, drawn_version: int) -> int:
        """The version that this session's own saves have brought a row to since it had the drawn one."""
        version = drawn_version
        for before, after in self.memory.own_steps.get(row_id, ()):
            version = after if version == before else version
        return version

    def _keep_conflict(self, row: EditorRow, typed: _Typed, conflict: Conflict) -> None:
        """Remember it for this row, with what already waited there; our own saves lead no further than to theirs."""
        self.memory.own_steps.pop(row.id, None)
        waiting, _ = self.memory.conflicts.get(row.id, (None, None))
        self.memory.conflicts[row.id] = (_together(waiting, typed), conflict)
        self.memory.failed = conflict

    def draw_conflict(self) -> None:
        """Let the reader decide, one row at a time; what is saved then is saved on top of the row as it is shown."""
        row = next((self.rows[row_id] for row_id in self.memory.conflicts if row_id in self.rows), None)
        if row is None:
            return
        typed, conflict = self.memory.conflicts[row.id]
        with session.saving(self.key):
            raise conflict

        def settled() -> None:
            del self.memory.conflicts[row.id]
            session.forget_outcome(self.key)

        def keep_theirs() -> None:
            session.forget_outcome(self.sign)
            settled()

        def save_mine() -> None:
            with session.saving(self.sign):
                with self.memory.lock:
                    try:
                        self._save(row, typed.cells, row.version)
                    except Conflict as error:
                        self._keep_conflict(row, typed, error)
                        raise
                settled()

        conflict_choice(self.key, keep_theirs, save_mine)
