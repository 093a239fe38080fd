"""A table of rows that is edited in place and saved cell by cell.

The rows come from the store at each run. A committed cell is saved by the callback at once, with the version of its row
as it was shown; when somebody else was faster the row's conflict is shown under the table and nothing is overwritten.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from assessment.errors import AssessmentError, Conflict
from assessment.ui import session
from assessment.ui.components.saved import conflict_choice

Cell = str | int | float | bool | list[str] | None
Cells = Mapping[str, Cell]
_ROW_HEIGHT = 32
_HEAD_HEIGHT = 37


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


SaveRow = Callable[[RowEdit], None]


def editor(
    key: str,
    rows: Sequence[EditorRow],
    columns: Mapping[str, Any],
    save: SaveRow,
    *,
    is_locked: bool = False,
    name: str,
    sign: str,
) -> None:
    """Draw the table.

    `columns` maps column ids to `st.column_config` columns in order; `name` is for screen readers; `sign` is the key of
    the saved sign in the section's head. `save` raises AssessmentError when a row cannot be saved, of which Conflict is
    one that the reader decides.
    """
    widget = f"{key}:{session.generation(key)}"
    if session.value(widget) is None:
        session.put(f"{key}:handled", {})
    data = {column: [row.cells[column] for row in rows] for column in columns}
    st.data_editor(
        data,
        key=widget,
        hide_index=True,
        column_config=dict(columns),
        disabled=is_locked,
        num_rows="fixed",
        height=_ROW_HEIGHT * len(rows) + _HEAD_HEIGHT,
        row_height=_ROW_HEIGHT,
        on_change=_save_edits,
        args=(key, widget, tuple(rows), save, sign),
        placeholder="",
        alt=name,
    )
    _draw_conflict(key, rows, save, sign)


def _save_edits(key: str, widget: str, rows: tuple[EditorRow, ...], save: SaveRow, sign: str) -> None:
    """Save what was not saved before. A row that fails is tried again at the next edit; a conflict waits."""
    edited = {index: dict(cells) for index, cells in session.value(widget)["edited_rows"].items()}
    handled: dict[int, Cells] = session.value(f"{key}:handled") or {}
    failed: AssessmentError | None = None
    for index, cells in edited.items():
        known = handled.get(index, {})
        changed = {column: cell for column, cell in cells.items() if column not in known or known[column] != cell}
        if not changed:
            continue
        edit = _edit(rows[index], changed)
        try:
            save(edit)
        except Conflict as error:
            failed = error
            _keep_conflict(key, edit, error)
        except AssessmentError as error:
            failed = error
            continue
        handled = {**handled, index: cells}
    session.put(f"{key}:handled", handled)
    with session.saving(sign):
        if failed is not None:
            raise failed


def _edit(row: EditorRow, cells: Cells) -> RowEdit:
    return RowEdit(id=row.id, cells=cells, shown=row.cells, version=row.version)


def _keep_conflict(key: str, edit: RowEdit, conflict: Conflict) -> None:
    """Remember it for this table: another one may share its saved sign."""
    session.put(f"{key}:conflicting", edit)
    with session.saving(key):
        raise conflict


def _draw_conflict(key: str, rows: Sequence[EditorRow], save: SaveRow, sign: str) -> None:
    """Let the reader decide; what is saved then is saved on top of the row as it is shown beside the choice."""
    waiting: RowEdit | None = session.value(f"{key}:conflicting")
    row = next((row for row in rows if waiting is not None and row.id == waiting.id), None)
    if waiting is None or row is None:
        return

    def settled() -> None:
        session.drop(f"{key}:conflicting")
        session.forget_outcome(key)
        session.renew(key)

    def keep_theirs() -> None:
        session.forget_outcome(sign)
        settled()

    def save_mine() -> None:
        with session.saving(sign):
            edit = _edit(row, waiting.cells)
            try:
                save(edit)
            except Conflict as error:
                _keep_conflict(key, edit, error)
                raise
            settled()

    conflict_choice(key, keep_theirs, save_mine)
