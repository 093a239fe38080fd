"""The browser's part of an editable table: what it is given to draw, and what it sends.

Its inputs stay the same elements through any number of runs of the page, so a save takes neither the focus nor a
letter. Each edit carries a number and the version its cell was drawn with, and is sent again until it is named as
handled. Streamlit's own editor draws itself anew with each save: measured, it kept 1 to 5 of 12 typed names.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import streamlit as st
from pydantic import BaseModel, ConfigDict, ValidationError

from assessment.errors import InvalidInput
from assessment.ui.components.columns import Cell, Column
from assessment.views.wording.pages.grid import WORDS

_ASSETS = Path(__file__).resolve().parents[3] / "assets"
_EDITS = "edits"
_draw = st.components.v2.component(
    "plumbline-grid",
    css=(_ASSETS / "grid.css").read_text("utf-8"),
    js=(_ASSETS / "grid.js").read_text("utf-8"),
    isolate_styles=False,
)


class CellEdit(BaseModel):
    """One edited cell: its number in its browser, and the version of the row that the cell was drawn with."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")

    seq: int
    row: str
    column: str
    value: Cell
    version: int


class Sent(BaseModel):
    """Everything a browser has not seen handled yet, in the order it was typed; sent again with another `attempt`."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")

    client: str = ""
    attempt: int = 0
    edits: tuple[CellEdit, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GridRow:
    """A row to draw: its cells, its version, and why cells that are shown as they were typed are not saved."""

    id: str
    cells: Mapping[str, Cell]
    version: int
    troubles: Mapping[str, str] = field(default_factory=dict)


def draw_grid(
    key: str,
    rows: Sequence[GridRow],
    columns: Mapping[str, Column],
    *,
    name: str,
    handled: Mapping[str, int],
    is_locked: bool,
    on_sent: Callable[[], None],
) -> Sent:
    """Draw the table; returns what its browser has sent. `handled` is the last number done, by browser."""
    data = {
        "key": key,
        "name": name,
        "locked": is_locked,
        "words": dict(WORDS),
        "columns": [_told(column_id, column) for column_id, column in columns.items()],
        "rows": [
            {"id": row.id, "cells": dict(row.cells), "version": row.version, "troubles": dict(row.troubles)}
            for row in rows
        ],
        "handled": dict(handled),
    }
    return read_sent(_draw(key=key, data=data, on_edits_change=on_sent))


def read_sent(state: Any) -> Sent:
    """What the state of a drawn table holds. Raises InvalidInput for what our own part would never send."""
    sent = state.get(_EDITS) if state else None
    if sent is None:
        return Sent()
    try:
        return Sent.model_validate_json(json.dumps(sent))
    except ValidationError as error:
        raise InvalidInput("The table", "its message cannot be read", "Reload the page.") from error


def _told(column_id: str, column: Column) -> dict[str, object]:
    return {
        "id": column_id,
        "heading": column.heading,
        "kind": column.kind.value,
        "choices": [[code, words] for code, words in column.choices.items()],
        "required": column.is_required,
        "explanation": column.explanation,
        "width": column.width,
    }
