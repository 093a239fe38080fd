"""Editing a table as a reader does: by the headings, the names of rows and the words of choices that are on screen.

AppTest has no browser, so what the browser's part would send for an edited cell is sent here: every edit that is not
named as handled yet, numbered on, with the version its cell was drawn with. `tests/journeys` types into the real one.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from weakref import WeakKeyDictionary

from streamlit.testing.v1 import AppTest

Shown = str | bool | int | list[str]
CLIENT = "a-browser"


@dataclass(slots=True, kw_only=True)
class Sender:
    """The edits of one browser tab to one table: the number of the last, and those not handled yet."""

    seq: int = 0
    attempt: int = 0
    pending: list[dict[str, Any]] = field(default_factory=list)


_SENDERS: WeakKeyDictionary[AppTest, dict[str, Sender]] = WeakKeyDictionary()


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column as the browser gets it: heading, whether it can be edited, and the words of each choice."""

    id: str
    heading: str
    is_editable: bool
    choices: Mapping[str | int, str]

    def shown(self, cell: Any) -> Shown:
        """A cell as it is read: empty for nothing, a choice by its words."""
        if cell is None:
            return ""
        if isinstance(cell, list):
            return [self.choices[one] for one in cell]
        shown: Shown = cell if isinstance(cell, bool) else self.choices.get(cell, cell)
        return shown

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
        return tuple(
            Column(
                id=told["id"],
                heading=told["heading"],
                is_editable=told["kind"] != "read",
                choices=dict(told["choices"]),
            )
            for told in self.data["columns"]
        )

    @property
    def headings(self) -> list[str]:
        """The headings in their order."""
        return [column.heading for column in self.columns]

    @property
    def is_locked(self) -> bool:
        """Whether no cell of it can be edited."""
        return bool(self.data["locked"])

    @property
    def data(self) -> dict[str, Any]:
        """What the browser is given to draw."""
        return _data_of(self._element)

    def rows(self) -> list[list[Shown]]:
        """Every row as it is read."""
        return [[column.shown(row["cells"][column.id]) for column in self.columns] for row in self.data["rows"]]

    def column(self, heading: str) -> list[Shown]:
        """One column from the first row down."""
        place = self.headings.index(heading)
        return [row[place] for row in self.rows()]

    def troubles(self) -> dict[tuple[str, str], str]:
        """Why cells are not saved, by the name of the row and the heading."""
        headings = {column.id: column.heading for column in self.columns}
        return {
            (str(names[0]), headings[column]): reason
            for names, row in zip(self.rows(), self.data["rows"], strict=True)
            for column, reason in row["troubles"].items()
        }

    def edit(self, row: str, typed: Mapping[str, Shown | None]) -> AppTest:
        """Edit cells of the row that begins with a name, by their headings, and let the page run."""
        return self.paste({row: typed})

    def paste(self, typed: Mapping[str, Mapping[str, Shown | None]]) -> AppTest:
        """Edit cells of several rows at once, and see that each is handled."""
        for row, cells in typed.items():
            for heading, cell in cells.items():
                self.type(row, heading, cell)
        self.send()
        assert not self.sender.pending, "the browser would send this again"
        return self.test

    def type(self, row: str, heading: str, typed: Shown | None) -> None:
        """Edit one cell and send nothing yet."""
        (column,) = [column for column in self.columns if column.heading == heading]
        assert column.is_editable, f"'{heading}' cannot be edited"
        assert not self.is_locked
        names = self.column(self.headings[0])
        (place,) = [place for place, name in enumerate(names) if str(name).startswith(row)]
        drawn, sender = self.data["rows"][place], self.sender
        sender.seq += 1
        edit = {"seq": sender.seq, "row": drawn["id"], "column": column.id, "value": column.sent(typed)}
        sender.pending.append({**edit, "version": drawn["version"]})

    def send(self, *, again: bool = False) -> AppTest:
        """Send everything that is not handled, and drop what the page then names as handled."""
        sender = self.sender
        sender.attempt += int(again)
        states = self.test._tree.get_widget_states()
        state = states.widgets.add()
        state.id = self._element.id
        sent = {"client": CLIENT, "attempt": sender.attempt, "edits": sender.pending}
        state.json_value = json.dumps({"edits": sent})
        self.test._run(states)
        handled = self.data["handled"].get(CLIENT, 0)
        sender.pending = [edit for edit in sender.pending if edit["seq"] > handled]
        return self.test

    @property
    def sender(self) -> Sender:
        """The browser's own side of this table."""
        return _SENDERS.setdefault(self.test, {}).setdefault(self.data["key"], Sender())

    @property
    def _element(self) -> Any:
        (found,) = [element for element in _elements(self.test) if _data_of(element)["name"] == self.name]
        return found


def grid(test: AppTest, name: str) -> Grid:
    """The editable table of that name."""
    return Grid(test=test, name=name)


def grid_names(test: AppTest) -> Sequence[str]:
    """The names of the editable tables of a page."""
    return [_data_of(element)["name"] for element in _elements(test)]


def _elements(test: AppTest) -> list[Any]:
    return [element.proto for element in test.get("bidi_component")]


def _data_of(element: Any) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(element.json)
    return data
