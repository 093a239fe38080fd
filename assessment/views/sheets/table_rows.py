"""The rows of a view's table, their cells by the ids of its columns, for sheets that hold the same facts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assessment.views.model import Cell, Row, Table


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """A row of a table; `places` are those of the table's columns by id."""

    row: Row
    places: Mapping[str, int]

    @property
    def id(self) -> str:
        """The stable id of the row."""
        return self.row.id

    def cell(self, column_id: str) -> Cell:
        """A cell; KeyError for no such column."""
        return self.row.cells[self.places[column_id]]

    def shown(self, column_id: str) -> str:
        """The text of a cell."""
        return self.cell(column_id).text

    def exact(self, column_id: str) -> float | None:
        """The exact number behind a cell; None where it has none."""
        value = self.cell(column_id).value
        return None if isinstance(value, str) else value

    def key(self, column_id: str) -> str | None:
        """The id or word behind a cell; None where it has none."""
        value = self.cell(column_id).value
        return value if isinstance(value, str) else None

    def note(self, column_id: str) -> str:
        """The quiet second line of a cell."""
        return self.cell(column_id).note


def rows_of(table: Table) -> tuple[TableRow, ...]:
    """The rows of a table, from the first down."""
    places = {column.id: place for place, column in enumerate(table.columns)}
    return tuple(TableRow(row=row, places=places) for row in table.rows)
