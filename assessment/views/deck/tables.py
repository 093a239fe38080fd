"""A view's table as a slide has room for it: some columns, so many rows, the others counted or on another slide."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from assessment.views.deck.model import Grid
from assessment.views.model import Row, Table
from assessment.views.wording import deck as words

ROWS_A_SLIDE = 20
"""So many rows fit under a title with letters that can be read in a room. Own rule."""


def with_columns(table: Table, widths: Mapping[str, float]) -> Table:
    """Some columns of a table in the order given, each as wide as said; a column it does not have is left out."""
    known = {column.id for column in table.columns}
    chosen = table.only(*(column_id for column_id in widths if column_id in known))
    columns = tuple(replace(column, width=widths[column.id]) for column in chosen.columns)
    return replace(chosen, columns=columns, notes=(), legend=())


def limited(table: Table, limit: int = ROWS_A_SLIDE) -> Grid:
    """The first rows of a table; the others are counted."""
    left = len(table.rows) - limit
    if left <= 0:
        return Grid(id=table.id, table=table)
    return Grid(id=table.id, table=replace(table, rows=table.rows[:limit]), more=words.more_rows(left))


def parted(table: Table, limit: int = ROWS_A_SLIDE) -> tuple[Table, ...]:
    """A table in parts about alike, none with more rows than the limit; a table without rows is one part."""
    count = max(1, -(-len(table.rows) // limit))
    size = max(1, -(-len(table.rows) // count))
    parts: list[tuple[Row, ...]] = [table.rows[place : place + size] for place in range(0, len(table.rows), size)]
    return tuple(replace(table, rows=rows) for rows in parts or [()])
