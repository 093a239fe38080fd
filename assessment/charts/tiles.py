"""A table of coloured cells as HTML that fits its place: as large as a wall allows, or as narrow as a phone.

The style sheet sets sizes and, by `data-step`, colours; every text is escaped. What a row draws is made of boxes in
percent of their cell, for the page lets no SVG through.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import groupby

from markupsafe import Markup

from assessment.views.model import Cell, Column, Kind, LegendEntry, Mark, Row, Table, Track

_LEVELS = range(6)


def tiles(table: Table, name: str) -> Markup:
    """The table under its name, groups as rows of their own; totals are left out, for they are no processes."""
    rows = [row for row in table.rows if Mark.TOTAL not in row.cells[0].marks]
    body = Markup("").join(
        (_group(group, len(table.columns)) if group else Markup("")) + Markup("").join(_row(table, row) for row in own)
        for group, own in groupby(rows, key=lambda row: row.group)
    )
    lines = len(rows) + len({row.group for row in rows if row.group})
    return _marked(
        '<table class="tiles" role="table" aria-label="{}" style="--lines:{};--columns:{}">'
        '<thead role="rowgroup"><tr role="row">{}</tr></thead><tbody role="rowgroup">{}</tbody></table>',
        name,
        lines,
        len(table.columns) - 1,
        Markup("").join(_head(column) for column in table.columns),
        body,
    )


def legend(entries: Sequence[LegendEntry]) -> Markup:
    """The steps, marks and signs of a table's cells, each with what it means; empty where there is none."""
    shown = (
        _marked(
            '<li><span {} aria-hidden="true">{}</span>{}</li>', _look(entry.style, entry.marks), entry.sign, entry.text
        )
        for entry in entries
    )
    return _marked('<ul class="tiles-legend">{}</ul>', Markup("").join(shown)) if entries else Markup("")


def spelled_out(table: Table, without: Collection[str] = ()) -> Markup:
    """The table as a list that a phone shows: of each row every cell that is not empty, under its column's name.

    `without`: ids of columns that are left out.
    """
    shown = [(table.place(column.id), column.name) for column in table.columns if column.id not in without]
    lines = Markup("").join(
        _marked("<li>{}</li>", Markup("").join(_named(name, row.cells[place]) for place, name in shown))
        for row in table.rows
    )
    return _marked('<ul class="spelled-out" aria-label="{}">{}</ul>', table.title, lines)


def _named(name: str, cell: Cell) -> Markup:
    return _marked("<div><span>{}</span><span>{}</span></div>", name, cell.text) if cell.text else Markup("")


def _head(column: Column) -> Markup:
    if column.kind is not Kind.TRACK:
        return _marked('<th role="columnheader" scope="col"><span>{}</span></th>', column.name)
    scale = Markup("").join(
        _marked('<i style="left:{:g}%">{}</i>', 100 * level / _LEVELS[-1], level) for level in _LEVELS
    )
    return _marked('<th role="columnheader" scope="col" class="tiles-scale"><span>{}</span></th>', scale)


def _group(name: str, column_count: int) -> Markup:
    return _marked(
        '<tr role="row" class="tiles-group"><th role="rowheader" scope="rowgroup" colspan="{}">{}</th></tr>',
        column_count,
        name,
    )


def _row(table: Table, row: Row) -> Markup:
    first, *others = row.cells
    cells = (_cell(column, cell) for column, cell in zip(table.columns[1:], others, strict=True))
    return _marked('<tr role="row"><th role="rowheader" scope="row">{}</th>{}</tr>', first.text, Markup("").join(cells))


def _cell(column: Column, cell: Cell) -> Markup:
    if cell.track is not None:
        return _marked(
            '<td role="cell" class="tiles-track"><span title="{}">{}</span></td>', cell.spoken, _drawn(cell.track)
        )
    spoken = cell.spoken or cell.text
    return _marked(
        '<td role="cell" class="tiles-{}" {} title="{}">{}</td>',
        column.kind.value,
        _look(cell.style, cell.marks),
        f"{column.name}: {spoken}" if spoken else column.name,
        cell.text,
    )


def _drawn(track: Track) -> Markup:
    """Where a process stands, where it is to be, and the way between; the rest of a track is for paper."""
    start, end = sorted(track.line or (0.0, 0.0))
    shapes = [_marked('<i class="tiles-way" style="left:{:g}%;width:{:g}%"></i>', start, end - start)]
    if track.diamond is not None:
        shapes.append(_marked('<i class="tiles-target" style="left:{:g}%"></i>', track.diamond))
    if track.dot is not None:
        marks = "dashed" if track.is_dashed else ""
        shapes.append(_marked('<i class="tiles-dot" data-marks="{}" style="left:{:g}%"></i>', marks, track.dot))
    return Markup("").join(shapes)


def _look(style: str, marks: frozenset[Mark]) -> Markup:
    shown = sorted(mark.value for mark in marks if mark in (Mark.HATCHED, Mark.DASHED))
    return _marked('data-step="{}" data-marks="{}"', style, " ".join(shown))


def _marked(pattern: str, *values: object) -> Markup:
    """The pattern, which is ours, with every value escaped that is no markup already."""
    return Markup(pattern).format(*values)  # noqa: S704
