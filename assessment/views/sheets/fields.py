"""A column and what it takes of each row, in one place: a sheet is its fields laid over its rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from assessment.views.model import Cell
from assessment.views.sheets.model import Scale, Sheet, SheetColumn, SheetValue, ValueKind
from assessment.views.wording import numbers
from assessment.views.wording.sheets import shared as words

Thing = TypeVar("Thing")
Value = TypeVar("Value")
ColumnWords = Mapping[str, tuple[str, str]]
"""Heading and meaning of each column of a sheet, by its id."""
_NOTHING = frozenset(("", numbers.NO_VALUE))


@dataclass(frozen=True, slots=True, kw_only=True)
class Field(Generic[Thing]):
    """A column, its heading and meaning still to come, and its value in a row."""

    column: SheetColumn
    take: Callable[[Thing], SheetValue]


def text(column_id: str, take: Callable[[Thing], str | None], width: int = 16) -> Field[Thing]:
    """A column of words; no words, and the dash that views show for none, leave the cell empty."""
    return _field(column_id, lambda thing: plain(take(thing)), ValueKind.TEXT, width=width)


def number(
    column_id: str, take: Callable[[Thing], float | None], unit: str, decimals: int | None = None, width: int = 10
) -> Field[Thing]:
    """A column of exact numbers, set with so many decimals, or as they are."""
    return _field(column_id, take, ValueKind.NUMBER, unit=unit, decimals=decimals, width=width)


def share(column_id: str, take: Callable[[Thing], float | None], unit: str, width: int = 11) -> Field[Thing]:
    """A column of shares from 0 to 1."""
    return _field(column_id, take, ValueKind.SHARE, unit=unit, width=width)


def day(column_id: str, take: Callable[[Thing], date | None], width: int = 12) -> Field[Thing]:
    """A column of days."""
    return _field(column_id, take, ValueKind.DATE, width=width)


def mark(
    column_id: str,
    take: Callable[[Thing], SheetValue],
    unit: str,
    scale: Scale = Scale.RATING,
    width: int = 8,
    decimals: int | None = None,
) -> Field[Thing]:
    """A column of letters or numbers on a coloured scale."""
    return _field(column_id, take, ValueKind.MARK, unit=unit, scale=scale, width=width, decimals=decimals)


def yes_no(column_id: str, take: Callable[[Thing], bool | None], width: int = 10) -> Field[Thing]:
    """A column that says yes or no; None leaves the cell empty."""
    return _field(column_id, lambda thing: yes_or_no(take(thing)), ValueKind.TEXT, width=width)


def of(thing: Thing | None, take: Callable[[Thing], Value | None]) -> Value | None:
    """What is taken of a thing; None where there is no such thing."""
    return None if thing is None else take(thing)


def yes_or_no(holds: bool | None) -> str | None:
    """Yes or no in words; None for neither."""
    return None if holds is None else words.YES if holds else words.NO


def plain(said: str | None) -> str | None:
    """Words with ordinary spaces, so that they are found and filtered; None for none.

    >>> plain("1\\xa0to\\xa02"), plain("–"), plain("")
    ('1 to 2', None, None)
    """
    return None if said is None or said in _NOTHING else said.replace(numbers.UNBROKEN, " ")


def number_of(cell: Cell) -> float | None:
    """The exact number behind a cell of a view; None where it has none."""
    return None if isinstance(cell.value, str) else cell.value


def sheet_of(
    sheet_id: str, name: str, column_words: ColumnWords, fields: Sequence[Field[Thing]], things: Iterable[Thing]
) -> Sheet:
    """A row a thing. Raises KeyError where a column has no words."""
    return Sheet(
        id=sheet_id,
        name=name,
        columns=tuple(_worded(field.column, *column_words[field.column.id]) for field in fields),
        rows=tuple(tuple(field.take(thing) for field in fields) for thing in things),
    )


def _worded(column: SheetColumn, heading: str, meaning: str) -> SheetColumn:
    return SheetColumn(
        id=column.id,
        heading=heading,
        meaning=meaning,
        kind=column.kind,
        unit=column.unit,
        width=column.width,
        decimals=column.decimals,
        scale=column.scale,
    )


def _field(
    column_id: str,
    take: Callable[[Thing], SheetValue],
    kind: ValueKind,
    *,
    unit: str = "",
    width: int,
    decimals: int | None = None,
    scale: Scale = Scale.NONE,
) -> Field[Thing]:
    column = SheetColumn(
        id=column_id, heading="", meaning="", kind=kind, unit=unit, width=width, decimals=decimals, scale=scale
    )
    return Field(column=column, take=take)
