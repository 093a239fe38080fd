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
    """One row: its id, the cells by column id, and the versions they were read at."""

    id: str
    cells: Cells
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class RowEdit:
    """What was changed in a row: the new cells only, and the version of the row they were made on."""

    id: str
    cells: Cells
    version: int


SaveRow = Callable[[RowEdit], None]


def editor(
    key: str,
    rows: Sequence[EditorRow],
    columns: Mapping[str, Any],
    save: SaveRow,
    *,
    newest_version: Callable[[str], int] | None = None,
    is_locked: bool = False,
    name: str,
    sign: str,
) -> None:
    """Draw the table.

    `columns` maps column ids to `st.column_config` columns in order; `name` is for screen readers; `sign` is the key of
    the saved sign in the section's head. `save` raises AssessmentError when a row cannot be saved; `newest_version`
    answers a conflict that the reader decides.
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
    if newest_version is not None:
        _draw_conflict(key, save, newest_version, sign)


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
        edit = RowEdit(id=rows[index].id, cells=changed, version=rows[index].version)
        try:
            save(edit)
        except Conflict as error:
            failed = error
            session.put(f"{key}:conflicting", edit)
        except AssessmentError as error:
            failed = error
            continue
        handled = {**handled, index: cells}
    session.put(f"{key}:handled", handled)
    with session.saving(sign):
        if failed is not None:
            raise failed


def _draw_conflict(key: str, save: SaveRow, newest_version: Callable[[str], int], sign: str) -> None:
    edit: RowEdit | None = session.value(f"{key}:conflicting")
    if edit is None:
        return

    def keep_theirs() -> None:
        session.drop(f"{key}:conflicting")
        session.forget_outcome(sign)
        session.renew(key)

    def save_mine() -> None:
        with session.saving(sign):
            save(RowEdit(id=edit.id, cells=edit.cells, version=newest_version(edit.id)))
            session.drop(f"{key}:conflicting")
            session.renew(key)

    conflict_choice(sign, keep_theirs, save_mine)
