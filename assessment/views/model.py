"""What views are made of: frozen data with every number rounded and every sentence made; printers only place it.

A cell carries its text and, beside it, the exact value that text was made from: charts and workbooks draw the value,
nobody rounds it again. `style` names a step of a scale (`rating-0` to `rating-5`, `gap-0` to `gap-5`, `above-0` to
`above-2`, `band-n` to `band-f`, `blank`); which colour that is, is the printer's affair. Places in a drawing (`Track`)
run from 0 to 100.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

Number = float | int


class Kind(StrEnum):
    """How a column is set: words, numbers to the right, one mark in the middle, or a drawing."""

    TEXT = "text"
    NUMBER = "number"
    MARK = "mark"
    TRACK = "track"


class Mark(StrEnum):
    """What a cell says beside its text; never by colour alone, the legend or a note names it."""

    STRONG = "strong"
    QUIET = "quiet"
    HATCHED = "hatched"
    DASHED = "dashed"
    CHIP = "chip"
    TOTAL = "total"


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """One part of a stacked bar, from `start` and so `width` wide, with the number in it."""

    start: float
    width: float
    style: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Track:
    """A small drawing in a row, on a scale from 0 to 100.

    `ticks` are thin rules, `bar` and `line` run from one place to another, `dot` is the state as it is (a square where
    it holds the level), `ring` a later state, `diamond` the target. `fill` draws a solid bar from 0.
    """

    ticks: tuple[float, ...] = ()
    bar: tuple[float, float] | None = None
    line: tuple[float, float] | None = None
    dot: float | None = None
    is_square: bool = False
    ring: float | None = None
    diamond: float | None = None
    fill: float | None = None
    is_dashed: bool = False
    segments: tuple[Segment, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column. `width` is its share of the table in percent where that matters, 0 for automatic; `meaning` says what
    it holds, with unit and range, for tooltips and dictionaries."""

    id: str
    name: str
    kind: Kind = Kind.TEXT
    width: float = 0
    meaning: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell: `text` as shown, the exact `value` behind it, a quiet second line, and what a drawing says in words."""

    text: str = ""
    value: Number | str | None = None
    style: str = ""
    marks: frozenset[Mark] = frozenset()
    note: str = ""
    spoken: str = ""
    track: Track | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row; `id` is stable (a process, an item, a step ...). Rows of one `group` stand together under its name."""

    id: str
    cells: tuple[Cell, ...]
    group: str = ""
    group_note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LegendEntry:
    """One entry of a legend: the style and marks of its swatch, the sign that stands in it, and what it means."""

    style: str
    text: str
    marks: frozenset[Mark] = frozenset()
    sign: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows under typed columns. `title` names it, `measure` says what is measured; without a row `empty` is printed."""

    id: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    empty: str
    measure: str = ""
    legend: tuple[LegendEntry, ...] = ()
    notes: tuple[str, ...] = ()

    def place(self, column_id: str) -> int:
        """The place of a column, from 0; KeyError for none of that id."""
        for place, column in enumerate(self.columns):
            if column.id == column_id:
                return place
        raise KeyError(column_id)

    def row(self, row_id: str) -> Row:
        """The row of an id; KeyError for none."""
        for row in self.rows:
            if row.id == row_id:
                return row
        raise KeyError(row_id)

    def cell(self, row_id: str, column_id: str) -> Cell:
        """The cell of a row and a column, by their ids; KeyError where either is missing."""
        return self.row(row_id).cells[self.place(column_id)]

    def column(self, column_id: str) -> Iterator[Cell]:
        """The cells of a column, from the first row down."""
        place = self.place(column_id)
        return (row.cells[place] for row in self.rows)

    def only(self, *column_ids: str) -> Table:
        """The same table with these columns alone, in this order; KeyError where one is missing."""
        places = [self.place(column_id) for column_id in column_ids]
        return replace(
            self,
            columns=tuple(self.columns[place] for place in places),
            rows=tuple(replace(row, cells=tuple(row.cells[place] for place in places)) for row in self.rows),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A label with its value as shown, the exact value behind it, and a quiet note; `meaning` explains the label."""

    id: str
    label: str
    text: str
    value: Number | str | None = None
    note: str = ""
    meaning: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """What somebody said, released by the facilitator; `who` is a role, never a name, and no role below the floor."""

    text: str
    who: str
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """One view: the question it answers, the answer as a sentence, and what stands behind it.

    `empty` is "" where there is something to show; otherwise it says what to do.
    """

    id: str
    question: str
    finding: str
    facts: tuple[Fact, ...] = ()
    tables: tuple[Table, ...] = ()
    notes: tuple[str, ...] = ()
    empty: str = ""

    def table(self, table_id: str) -> Table:
        """A table by its id; KeyError for none."""
        for table in self.tables:
            if table.id == table_id:
                return table
        raise KeyError(table_id)

    def fact(self, fact_id: str) -> Fact:
        """A fact by its id; KeyError for none."""
        for fact in self.facts:
            if fact.id == fact_id:
                return fact
        raise KeyError(fact_id)
