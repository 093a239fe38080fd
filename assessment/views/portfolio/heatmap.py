"""Units by processes: a row a unit, a column a process, each cell a level; above them the median and the spread.

The median of the units has the exact median as its value, the row under it no value; a cell of a unit has its level.
A process without a level, or not in scope, has a dash and no value: unknown is not zero.
"""

from __future__ import annotations

import math
from dataclasses import replace

from assessment.domain.portfolio.figures import ProcessFigures, UnitLine
from assessment.domain.portfolio.portfolio import Portfolio, ProcessAcross
from assessment.domain.rating.results import Confidence
from assessment.views.heatmap_scale import BLANK
from assessment.views.model import Cell, Column, Kind, LegendEntry, Mark, Row, Table, View
from assessment.views.portfolio.paging import page_of
from assessment.views.portfolio.units import unit_names, why_apart
from assessment.views.wording import heatmap as heatmap_words
from assessment.views.wording import portfolio as words
from assessment.views.wording.numbers import NO_VALUE, level_text

LEVELS = range(6)
NAME_WIDTH = 22.0
WHOLE_WIDTH = 90.0
"""Of the table: the rest is between its cells."""
ACROSS_WIDTH = 8.0


def heatmap_table(portfolio: Portfolio) -> Table:
    """All units, the compared ones first."""
    names = unit_names(portfolio)
    lines = sorted(portfolio.units, key=lambda line: line.assessment_id in portfolio.bars)
    width = (WHOLE_WIDTH - NAME_WIDTH) / max(1, len(portfolio.processes))
    rows = (
        *_across(portfolio),
        *(_row(portfolio, line, names[line.assessment_id]) for line in lines if line.figures is not None),
    )
    return Table(
        id="portfolio-heatmap",
        title=words.HEATMAP_TITLE,
        measure=words.HEATMAP_MEASURE,
        columns=(
            Column(id="unit", name=words.UNIT_COLUMN, width=NAME_WIDTH),
            *(
                Column(id=one.process_id, name=one.name, kind=Kind.MARK, width=width, meaning=one.group)
                for one in portfolio.processes
            ),
        ),
        rows=rows,
        empty=words.NONE_COMPARED,
        legend=_legend(rows),
        notes=(words.UNKNOWN_NOTE,),
    )


def heatmap_view(across: View, page: int = 1) -> View:
    """One page of the heatmap of a portfolio's view alone, under the finding of that view."""
    table = page_of(across.table("portfolio-heatmap"), page)
    return View(id=table.id, question=table.title, finding=across.finding, tables=(table,))


def level_style(level: float) -> str:
    """The step of the scale that a level, or a median between two, stands on."""
    return f"rating-{math.floor(level)}"


def _across(portfolio: Portfolio) -> tuple[Row, ...]:
    return (
        Row(
            id="median",
            cells=(
                Cell(text=words.MEDIAN_ROW, marks=frozenset({Mark.STRONG})),
                *(_median_cell(one) for one in portfolio.processes),
            ),
            group=words.ACROSS_GROUP,
        ),
        Row(
            id="range",
            cells=(Cell(text=words.RANGE_ROW), *(_range_cell(one) for one in portfolio.processes)),
            group=words.ACROSS_GROUP,
        ),
    )


def _median_cell(one: ProcessAcross) -> Cell:
    if one.spread is None:
        return Cell(text=NO_VALUE, style=BLANK)
    median = one.spread.median
    spoken = words.spoken_median(one.name, median, one.spread.lowest, one.spread.highest)
    return Cell(text=words.level_text_of(median), value=median, style=level_style(median), spoken=spoken)


def _range_cell(one: ProcessAcross) -> Cell:
    if one.spread is None:
        return Cell(text=NO_VALUE, style=BLANK)
    return Cell(text=words.short_span(one.spread.lowest, one.spread.highest), style=BLANK)


def _row(portfolio: Portfolio, line: UnitLine, name: str) -> Row:
    why = why_apart(portfolio, line)
    processes = {} if line.figures is None else {one.process_id: one for one in line.figures.processes}
    cells = (_cell(name, processes.get(one.process_id), is_apart=bool(why)) for one in portfolio.processes)
    return Row(
        id=line.assessment_id,
        cells=(Cell(text=name, value=line.assessment_id, note=why), *cells),
        group=words.APART_GROUP if why else words.COMPARED_GROUP,
    )


def _cell(name: str, process: ProcessFigures | None, *, is_apart: bool) -> Cell:
    if process is None or process.level is None:
        return Cell(text=NO_VALUE, style=BLANK)
    spoken = words.spoken_level(name, process.name, process.level)
    if is_apart:
        return Cell(text=level_text(process.level), value=process.level, style=BLANK, spoken=spoken)
    marks = {Mark.HATCHED} if process.confidence is Confidence.LOW else set()
    marks |= {Mark.DASHED} if process.is_provisional else set()
    return Cell(
        text=level_text(process.level),
        value=process.level,
        style=level_style(process.level),
        marks=frozenset(marks),
        spoken=spoken,
    )


def _legend(rows: tuple[Row, ...]) -> tuple[LegendEntry, ...]:
    cells = [cell for row in rows for cell in row.cells[1:]]
    entries = [LegendEntry(style=level_style(level), text=words.level_name(level)) for level in LEVELS]
    for mark, style, text in (
        (Mark.HATCHED, "rating-1", heatmap_words.LEGEND_LOW_CONFIDENCE),
        (Mark.DASHED, "rating-0", heatmap_words.LEGEND_PROVISIONAL),
    ):
        if any(mark in cell.marks for cell in cells):
            entries.append(LegendEntry(style=style, marks=frozenset({mark}), text=text))
    if any(row.group == words.APART_GROUP for row in rows):
        entries.append(LegendEntry(style=BLANK, sign="2", text=words.LEGEND_APART))
    return tuple(entries)


def turned_heatmap_table(portfolio: Portfolio) -> Table:
    """The same with a row a process and a column a unit, median and spread first: for few units."""
    table = heatmap_table(portfolio)
    unit_width = (WHOLE_WIDTH - NAME_WIDTH - 2 * ACROSS_WIDTH) / max(1, len(table.rows) - 2)
    columns = tuple(
        Column(
            id=row.id,
            name=row.cells[0].text,
            kind=Kind.MARK,
            width=ACROSS_WIDTH if row.group == words.ACROSS_GROUP else unit_width,
        )
        for row in table.rows
    )
    rows = tuple(
        Row(
            id=one.process_id,
            cells=(Cell(text=one.name, value=one.process_id), *(row.cells[place] for row in table.rows)),
            group=one.group,
        )
        for place, one in enumerate(portfolio.processes, start=1)
    )
    process = Column(id="process", name=words.PROCESS_COLUMN, width=NAME_WIDTH)
    return replace(table, columns=(process, *columns), rows=rows)
