"""What units could do for each other: who could lend practice to whom, the same gap in many, what they raise first."""

from __future__ import annotations

from assessment.domain.portfolio.portfolio import Portfolio
from assessment.views.model import Cell, Column, Kind, Mark, Row, Table
from assessment.views.portfolio.units import unit_names
from assessment.views.wording import portfolio as words
from assessment.views.wording.numbers import listed

NAMED_COUNT = 4
"""How many units a cell names before it counts the others."""
ROW_LIMIT = 40
"""Rows of common gaps: what fewer have comes after what more have."""


def lenders_table(portfolio: Portfolio) -> Table:
    """A row for each process in which some unit stands out."""
    names, processes = unit_names(portfolio), {one.process_id: one.name for one in portfolio.processes}
    return Table(
        id="portfolio-lenders",
        title=words.LENDERS_TITLE,
        measure=words.LENDERS_MEASURE,
        columns=(
            Column(id="process", name=words.PROCESS_COLUMN, width=22),
            Column(id="median", name=words.MEDIAN_COLUMN, kind=Kind.NUMBER, width=8),
            Column(id="units", name=words.LENDS_COLUMN, width=35),
            Column(id="to", name=words.TO_COLUMN, width=35),
        ),
        rows=tuple(
            Row(
                id=one.process_id,
                cells=(
                    Cell(text=processes[one.process_id], value=one.process_id),
                    Cell(text=words.level_text_of(one.median), value=one.median),
                    Cell(
                        text=listed(
                            [words.lender(names[unit.assessment_id], unit.level) for unit in one.units], NAMED_COUNT
                        ),
                        value=len(one.units),
                        marks=frozenset({Mark.STRONG}),
                    ),
                    Cell(
                        text=listed([names[to] for to in one.to_ids], NAMED_COUNT) or words.TO_NOBODY,
                        value=len(one.to_ids),
                    ),
                ),
            )
            for one in portfolio.lenders
        ),
        empty=words.NO_LENDER,
        notes=(words.LEND_NOTE,),
    )


def gaps_table(portfolio: Portfolio) -> Table:
    """A row for each attribute that holds a process in half of the units or more, the most frequent first."""
    names, processes = unit_names(portfolio), {one.process_id: one.name for one in portfolio.processes}
    more = len(portfolio.common_gaps) - ROW_LIMIT
    return Table(
        id="portfolio-gaps",
        title=words.GAPS_TITLE,
        measure=words.GAPS_MEASURE,
        columns=(
            Column(id="process", name=words.PROCESS_COLUMN, width=24),
            Column(id="attribute", name=words.ATTRIBUTE_COLUMN, width=24),
            Column(id="units", name=words.HELD_COLUMN, kind=Kind.NUMBER, width=12),
            Column(id="which", name=words.IN_UNITS_COLUMN, width=40),
        ),
        rows=tuple(
            Row(
                id=f"{one.process_id}:{one.attribute_id}",
                cells=(
                    Cell(text=processes[one.process_id], value=one.process_id),
                    Cell(text=one.attribute_name, value=one.attribute_id),
                    Cell(text=words.of_units(len(one.unit_ids), one.count), value=len(one.unit_ids)),
                    Cell(text=listed([names[unit] for unit in one.unit_ids], NAMED_COUNT)),
                ),
            )
            for one in portfolio.common_gaps[:ROW_LIMIT]
        ),
        empty=words.NO_GAP,
        notes=(words.GAP_NOTE, *((words.more_gaps(more),) if more > 0 else ())),
    )


def first_table(portfolio: Portfolio) -> Table:
    """The processes that units name among the three to raise first, the most frequent first."""
    names, count = unit_names(portfolio), len(portfolio.compared)
    named = sorted((one for one in portfolio.processes if one.first_ids), key=lambda one: -len(one.first_ids))
    return Table(
        id="portfolio-first",
        title=words.FIRST_TITLE,
        measure=words.FIRST_MEASURE,
        columns=(
            Column(id="process", name=words.PROCESS_COLUMN, width=30),
            Column(id="units", name=words.NAMED_FIRST_COLUMN, kind=Kind.NUMBER, width=20),
            Column(id="which", name=words.IN_UNITS_COLUMN, width=50),
        ),
        rows=tuple(
            Row(
                id=one.process_id,
                cells=(
                    Cell(text=one.name, value=one.process_id),
                    Cell(text=words.of_units(len(one.first_ids), count), value=len(one.first_ids)),
                    Cell(text=listed([names[unit] for unit in one.first_ids], NAMED_COUNT)),
                ),
            )
            for one in named
        ),
        empty=words.NO_FIRST,
    )
