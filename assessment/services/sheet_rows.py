"""The rows of a sheet that came back, by the ids of its columns; texts as people type them, on one footing."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, TypeVar

from pydantic import BaseModel

from assessment.domain.answered.prints import on_paper
from assessment.errors import ImportRefused, InvalidInput
from assessment.reporting.workbook.reading import ReadRow, ReadSheet, Value
from assessment.services.validation import checked
from assessment.views.sheets.model import SheetColumn
from assessment.views.wording import read_back as words

ModelT = TypeVar("ModelT", bound=BaseModel)
_HEAD_ROWS = 10
_DAY_ZERO = date(1899, 12, 30)  # day 0 of a spreadsheet's dates
_LAST_DAY = (date.max - _DAY_ZERO).days


class CellRefused(ValueError):
    """A cell says what cannot be stored; `column_id` is where, the text of the error why."""

    def __init__(self, column_id: str, reason: str) -> None:
        self.column_id = column_id
        super().__init__(reason)


def entry_of(model: type[ModelT], column_id: str, **values: Any) -> ModelT:
    """An entry from what a row says; CellRefused at a column where the model refuses it."""
    try:
        return checked(model, **values)
    except InvalidInput as error:
        raise CellRefused(column_id, error.reason) from error


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
        return value.isoformat() if isinstance(value, date) else on_paper(str(value))

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
    found = _heads(sheet, columns, required)
    if found is None:
        headings = {column.id: column.heading for column in columns}
        raise ImportRefused(file_name, sheet.name, words.headings_missing([headings[one] for one in required]))
    number, ids = found
    named = [column_id for column_id in ids if column_id]
    twice = next((one for one in named if named.count(one) > 1), None)
    if twice is not None:
        raise ImportRefused(file_name, f"{sheet.name}, row {sheet.rows[number].number}", words.heading_twice(twice))
    places = {column_id: place for place, column_id in enumerate(ids) if column_id}
    return (SheetRow(row=one, places=places) for one in sheet.rows[number + 1 :])


def has_columns(sheet: ReadSheet, columns: Sequence[SheetColumn], required: Sequence[str]) -> bool:
    """Whether a sheet has a line of headings with these columns."""
    return _heads(sheet, columns, required) is not None


def _heads(
    sheet: ReadSheet, columns: Sequence[SheetColumn], required: Sequence[str]
) -> tuple[int, tuple[str, ...]] | None:
    """The line of headings and the id of the column under each, "" for one that is not known."""
    ids = {name.casefold(): column.id for column in columns for name in (column.id, column.heading)}
    for number, row in enumerate(sheet.rows[:_HEAD_ROWS]):
        found = tuple(ids.get(str(value).strip().casefold(), "") for value in row.values)
        if set(required) <= set(found):
            return number, found
    return None
