"""Editing a table as a reader does: by the headings, the names of rows and the words of choices that are on screen.

AppTest can draw an editable table and not edit it, so what the browser would send for an edited cell is sent here.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from weakref import WeakKeyDictionary

from streamlit.testing.v1 import AppTest

Shown = str | bool | int | list[str]
Edits = dict[str, dict[str, Any]]
_SENT: WeakKeyDictionary[AppTest, dict[str, Edits]] = WeakKeyDictionary()


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column as the browser gets it: heading, whether it can be edited, and the words of each choice."""

    id: str
    heading: str
    is_editable: bool
    choices: Mapping[str | int, str]

    def shown(self, cell: Any) -> Shown:
        """A cell as it is read: empty for nothing, a choice by its words."""
        if cell is None or (isinstance(cell, float) and math.isnan(cell)):
            return ""
        if isinstance(cell, str | bool):
            return self.choices.get(cell, cell)
        if isinstance(cell, int | float):
            return self.choices.get(int(cell), int(cell))
        return [self.choices[one] for one in cell]

    def sent(self, typed: Shown | None) -> Any:
        """What the browser sends for what the reader typed, ticked or chose."""
        if isinstance(typed, list):
            return [self._chosen(one) for one in typed]
        return self._chosen(typed) if self.choices and isinstance(typed, str) else typed

    def _chosen(self, words: str) -> str | int:
        (code,) = [code for code, name in self.choices.items() if name == words]
        return code


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """An editable table of a page, by the name that screen readers hear."""

    test: AppTest
    name: str

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns in their order."""
        told = json.loads(self._element.proto.columns)
        return tuple(_column(name, told[name]) for name in self._element.value.columns)

    @property
    def headings(self) -> list[str]:
        """The headings in their order."""
        return [column.heading for column in self.columns]

    @property
    def is_locked(self) -> bool:
        """Whether no cell of it can be edited."""
        return bool(self._element.proto.disabled)

    def rows(self) -> list[list[Shown]]:
        """Every row as it is read."""
        cells = [self._element.value[column.id].tolist() for column in self.columns]
        return [
            [column.shown(own[place]) for column, own in zip(self.columns, cells, strict=True)]
            for place in range(len(self._element.value))
        ]

    def column(self, heading: str) -> list[Shown]:
        """One column from the first row down."""
        place = self.headings.index(heading)
        return [row[place] for row in self.rows()]

    def edit(self, row: str, typed: Mapping[str, Shown | None]) -> AppTest:
        """Edit cells of the row that begins with a name, by their headings, and let the page run."""
        return self.paste({row: typed})

    def paste(self, typed: Mapping[str, Mapping[str, Shown | None]]) -> AppTest:
        """Edit cells of several rows at once."""
        edits = _SENT.setdefault(self.test, {}).setdefault(self._element.proto.id, {})
        names = self.column(self.headings[0])
        for row, cells in typed.items():
            (place,) = [place for place, name in enumerate(names) if str(name).startswith(row)]
            for heading, cell in cells.items():
                column = self._editable(heading)
                edits.setdefault(str(place), {})[column.id] = column.sent(cell)
        return self._run(edits)

    def _editable(self, heading: str) -> Column:
        (column,) = [column for column in self.columns if column.heading == heading]
        assert column.is_editable, f"'{heading}' cannot be edited"
        assert not self.is_locked
        return column

    def _run(self, edits: Edits) -> AppTest:
        states = self.test._tree.get_widget_states()
        state = states.widgets.add()
        state.id = self._element.proto.id
        state.string_value = json.dumps({"edited_rows": edits, "added_rows": [], "deleted_rows": []})
        return self.test._run(states)

    @property
    def _element(self) -> Any:
        (found,) = [element for element in self.test.dataframe if element.proto.alt == self.name]
        return found


def grid(test: AppTest, name: str) -> Grid:
    """The editable table of that name."""
    return Grid(test=test, name=name)


def grid_names(test: AppTest) -> Sequence[str]:
    """The names of the editable tables of a page."""
    return [element.proto.alt for element in test.dataframe]


def _column(column_id: str, told: Mapping[str, Any]) -> Column:
    return Column(
        id=column_id,
        heading=str(told["label"]).replace("\\", ""),
        is_editable=not told.get("disabled", False),
        choices={one["value"]: one["label"] for one in told["type_config"].get("options", ())},
    )
