"""A row a process: how far the units lie apart, how many are below target, and what others have.

| column | value | range |
|---|---|---|
| median, lower, upper | level | 0 to 5; None below their floors |
| others | median of others, a level | 0 to 5 |
| n | organisations behind it | 1 up |
| count, below, first | units | 0 up |
"""

from __future__ import annotations

from collections import Counter

from assessment.domain.portfolio.benchmark import BenchmarkLine
from assessment.domain.portfolio.portfolio import Portfolio, ProcessAcross
from assessment.views.model import Cell, Column, Kind, Row, Table, Track
from assessment.views.wording import portfolio as words
from assessment.views.wording.numbers import NO_VALUE, whole_text

PLACES_A_LEVEL = 20.0
TICKS = tuple(PLACES_A_LEVEL * level for level in range(6))


def processes_table(portfolio: Portfolio) -> Table:
    """Every process of the compared units, in the model's order; the drawing has the band of others."""
    has_others = portfolio.benchmark is not None
    counts = unit_counts(portfolio)
    return Table(
        id="portfolio-processes",
        title=words.SPREAD_TITLE,
        measure=words.SPREAD_MEASURE + (f" {words.BAND_MEASURE}" if has_others else ""),
        columns=(
            Column(id="process", name=words.PROCESS_COLUMN, width=24),
            Column(id="count", name=words.COUNT_COLUMN, kind=Kind.NUMBER, width=9),
            Column(id="median", name=words.MEDIAN_COLUMN, kind=Kind.NUMBER, width=9, meaning=words.MEDIAN_MEANING),
            Column(
                id="quartiles",
                name=words.QUARTILES_COLUMN,
                kind=Kind.NUMBER,
                width=12,
                meaning=words.QUARTILES_MEANING,
            ),
            Column(id="range", name=words.RANGE_COLUMN, kind=Kind.NUMBER, width=9),
            Column(id="below", name=words.BELOW_COLUMN, kind=Kind.NUMBER, width=9),
            Column(id="first", name=words.NAMED_FIRST_COLUMN, kind=Kind.NUMBER, width=9),
            Column(id="drawn", name=words.DRAWN_COLUMN, kind=Kind.TRACK, width=18),
        ),
        rows=tuple(_row(one, counts[one.process_id]) for one in portfolio.processes),
        empty=words.NO_SPREAD,
        notes=(words.QUARTILES_NOTE,),
    )


def _row(one: ProcessAcross, count: int) -> Row:
    return Row(
        id=one.process_id,
        cells=(
            Cell(text=one.name, value=one.process_id),
            Cell(text=whole_text(count), value=count),
            *_spread_cells(one),
            Cell(text=words.of_units(one.below_count, count), value=one.below_count),
            Cell(text=whole_text(len(one.first_ids)), value=len(one.first_ids)),
            _drawn(one),
        ),
        group=one.group,
    )


def unit_counts(portfolio: Portfolio) -> Counter[str]:
    """How many compared units have a level in each process, by its id; 0 for every other."""
    figures = (line.figures for line in portfolio.compared if line.figures is not None)
    return Counter(process.process_id for own in figures for process in own.processes if process.level is not None)


def _spread_cells(one: ProcessAcross) -> tuple[Cell, ...]:
    spread = one.spread
    if spread is None:
        return Cell(text=NO_VALUE), Cell(text=NO_VALUE), Cell(text=NO_VALUE)
    return (
        Cell(text=words.level_text_of(spread.median), value=spread.median),
        Cell(text=words.quartiles(spread.lower_quartile, spread.upper_quartile)),
        Cell(text=words.span(spread.lowest, spread.highest)),
    )


def _drawn(one: ProcessAcross) -> Cell:
    """The band of others, the line from the lowest to the highest level, the median."""
    others, spread = one.benchmark, one.spread
    band = None if others is None else (_place(others.lower_quartile), _place(others.upper_quartile))
    if spread is None:
        return Cell(track=Track(ticks=TICKS, bar=band), spoken=NO_VALUE)
    track = Track(
        ticks=TICKS, bar=band, line=(_place(spread.lowest), _place(spread.highest)), dot=_place(spread.median)
    )
    return Cell(track=track, spoken=words.spoken_median(one.name, spread.median, spread.lowest, spread.highest))


def _place(level: float) -> float:
    return PLACES_A_LEVEL * level


def others_table(portfolio: Portfolio) -> Table:
    """A row for each process that a benchmark speaks of; without one, how to bring it."""
    return Table(
        id="portfolio-others",
        title=words.OTHERS_TITLE,
        measure=words.OTHERS_MEASURE,
        columns=(
            Column(id="process", name=words.PROCESS_COLUMN, width=26),
            Column(id="median", name=words.MEDIAN_COLUMN, kind=Kind.NUMBER, width=9, meaning=words.MEDIAN_MEANING),
            Column(id="others", name=words.OTHERS_COLUMN, kind=Kind.NUMBER, width=10),
            Column(id="band", name=words.BAND_COLUMN, kind=Kind.NUMBER, width=12),
            Column(id="n", name=words.ORGANISATIONS_COLUMN, kind=Kind.NUMBER, width=10),
            Column(id="against", name=words.AGAINST_COLUMN, width=15),
            Column(id="source", name=words.SOURCE_COLUMN, width=18),
        ),
        rows=tuple(
            Row(id=one.process_id, cells=_others_cells(one, one.benchmark))
            for one in portfolio.processes
            if one.benchmark is not None
        ),
        empty=words.NO_OTHERS,
        notes=(words.OTHERS_NOTE,) if portfolio.benchmark is not None else (),
    )


def _others_cells(one: ProcessAcross, others: BenchmarkLine) -> tuple[Cell, ...]:
    median = None if one.spread is None else one.spread.median
    return (
        Cell(text=one.name, value=one.process_id),
        Cell(text=words.level_text_of(median), value=median),
        Cell(text=words.level_text_of(others.median), value=others.median),
        Cell(text=words.quartiles(others.lower_quartile, others.upper_quartile)),
        Cell(text=whole_text(others.n), value=others.n),
        Cell(text=NO_VALUE if one.against is None else words.AGAINST[one.against], value=one.against),
        Cell(text=words.source(others.source, others.year)),
    )
