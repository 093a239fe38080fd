"""What sheets are made of: typed values under described columns, for workbooks and CSV files.

A sheet keeps the exact value of every number; where a reader is shown another one, such as a score rounded down, that
stands in a column of its own. None is an empty cell: what is not known, which no number stands for; a column of words
beside it says why. A column in capitals (`is_entered`) can be filled in and read back; `is_hidden` holds what a reader
of the file needs and nobody else.

| kind | value |
|---|---|
| text | words |
| number | a number on the scale that `unit` and `meaning` tell |
| share | 0 to 1, printed in percent |
| date | a day |
| mark | a letter or digit of a scale, coloured by `scale` |
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

SheetValue = str | int | float | date | None


class ValueKind(StrEnum):
    """What a column holds, and so how its cells are set."""

    TEXT = "text"
    NUMBER = "number"
    SHARE = "share"
    DATE = "date"
    MARK = "mark"


class Scale(StrEnum):
    """Which scale colours a column of marks or numbers; none for most."""

    NONE = ""
    RATING = "rating"  # a letter N to F
    GAP = "gap"  # percent points, to-be minus as-is
    LEVEL = "level"  # a digit 0 to 5


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetColumn:
    """A column. `meaning` is its line in the dictionary; `width` in characters; `choices` all that may be entered."""

    id: str
    heading: str
    meaning: str
    kind: ValueKind = ValueKind.TEXT
    unit: str = ""
    width: int = 12
    decimals: int | None = None
    scale: Scale = Scale.NONE
    is_entered: bool = False
    is_hidden: bool = False
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """Rows under columns, one value a column. Sheets of one `name` stand on the same page, one under the other.

    `lists`, where there are any, are what cells of the first entered column offer; which one a row offers says the
    column `list_column`, counted from 1, so that a row keeps its list wherever it is sorted to.
    """

    id: str
    name: str
    columns: tuple[SheetColumn, ...]
    rows: tuple[tuple[SheetValue, ...], ...]
    lists: tuple[tuple[str, ...], ...] = ()
    list_column: str = ""
    is_hidden: bool = False

    def place(self, column_id: str) -> int:
        """The place of a column, from 0; KeyError for none of that id."""
        for place, column in enumerate(self.columns):
            if column.id == column_id:
                return place
        raise KeyError(column_id)

    def column(self, column_id: str) -> Iterator[SheetValue]:
        """The values of a column, from the first row down."""
        place = self.place(column_id)
        return (row[place] for row in self.rows)
