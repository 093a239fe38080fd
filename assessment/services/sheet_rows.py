"""The rows of a sheet that came back, by the ids of its columns; texts as people type them, on one footing."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from assessment.errors import ImportRefused
from assessment.reporting.workbook.reading import ReadRow, ReadSheet, Value
from assessment.views.sheets.model import SheetColumn
from assessment.views.wording import read_back as words

_HEAD_ROWS = 10
_DAY_ZERO = date(1899, 12, 30)  # day 0 of a spreadsheet's dates
_LAST_DAY = (date.max - _DAY_ZERO).days


class CellRefused(ValueError):
    """A cell says what cannot be stored; `column_id` is where, the text of the error why."""

    def __init__(self, column_id: str, reason: str) -> None:
        self.column_id = column_id
        super().__init__(reason)


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetRow:
    """One row under known columns."""

    row: ReadRow
    places: Mapping[str, int]

    def value(self, column_id: str) -> Value:
        """What the cell holds; None also where the sheet has no such column."""
        place = self.places.get(column_id)
        return None if place is None else self.row.value(place)

    def has(self, column_id: str) -> bool:
        """Whether the sheet has the column."""
        return column_id in self.places

    def text(self, column_id: str) -> str:
        """The cell as text, without the space around it; a whole number has no decimals.

        What is typed in a spreadsheet changes between number and text by itself, which says nothing.
        """
        value = self.value(column_id)
        if value is None:
            return ""
        if isinstance(value, bool):
            return str(value).upper()
        if isinstance(value, float) and value.is_integer() and abs(value) < 10**15:
            return str(int(value))
        return value.isoformat() if isinstance(value, date) else str(value).strip()

    def whole(self, column_id: str) -> int | None:
        """The cell as a whole number; None where it is none."""
        text = self.text(column_id)
        return int(text) if text.isascii() and text.isdigit() and len(text) < 16 else None

    def number(self, column_id: str) -> float | None:
        """The cell as a number, with or without a percent sign; None where it is empty.

        Raises CellRefused for any other text.
        """
        text = self.text(column_id).replace(",", ".").removesuffix("%").strip()
        if not text:
            return None
        try:
            number = float(text)
        except ValueError:
            number = math.nan
        if not math.isfinite(number):
            raise CellRefused(column_id, words.no_number(self.text(column_id)))
        return number

    def day(self, column_id: str) -> date | None:
        """The cell as a day: a date, its number in a spreadsheet, or text as 2026-12-31; None where it is empty.

        Raises CellRefused for any other text.
        """
        value = self.value(column_id)
        if value is None or isinstance(value, date):
            return value
        if isinstance(value, int | float) and not isinstance(value, bool) and 0 < value <= _LAST_DAY:
            return _DAY_ZERO + timedelta(days=int(value))
        text = self.text(column_id)
        if not text:
            return None
        try:
            return date.fromisoformat(text.removesuffix(" 00:00:00"))
        except ValueError:
            raise CellRefused(column_id, words.no_day(text)) from None

    def address(self, column_id: str) -> str:
        """How a spreadsheet calls the cell; the row's first where the sheet has no such column."""
        return self.row.address(self.places.get(column_id, 0))

    def is_blank(self, column_ids: Sequence[str]) -> bool:
        """Whether all these cells are empty."""
        return not any(self.text(column_id) for column_id in column_ids)


def rows_of(
    sheet: ReadSheet, columns: Sequence[SheetColumn], required: Sequence[str], file_name: str
) -> Iterator[SheetRow]:
    """The rows under the line of headings; columns are told by heading or id, wherever they stand.

    Raises ImportRefused where a required column is missing, or one stands twice.
    """
    ids = {name.casefold(): column.id for column in columns for name in (column.id, column.heading)}
    for number, row in enumerate(sheet.rows[:_HEAD_ROWS]):
        found = [ids.get(str(value).strip().casefold(), "") for value in row.values]
        if all(column_id in found for column_id in required):
            named = [column_id for column_id in found if column_id]
            twice = next((one for one in named if named.count(one) > 1), None)
            if twice is not None:
                raise ImportRefused(file_name, f"{sheet.name}, row {row.number}", words.heading_twice(twice))
            places = {column_id: place for place, column_id in enumerate(found) if column_id}
            return iter(SheetRow(row=one, places=places) for one in sheet.rows[number + 1 :])
    headings = {column.id: column.heading for column in columns}
    raise ImportRefused(file_name, sheet.name, words.headings_missing([headings[one] for one in required]))
