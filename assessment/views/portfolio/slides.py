"""The slides of a portfolio: units by processes, how far they lie apart, and what they could do for each other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from assessment.domain.layout.layout import HOUSE_LAYOUT, Layout
from assessment.domain.portfolio.portfolio import Portfolio
from assessment.views.deck.model import Area, Deck, Grid, Slide, SlideKind
from assessment.views.deck.tables import limited, parted, with_columns
from assessment.views.model import Table
from assessment.views.portfolio.across import finding, gaps_finding, lenders_finding
from assessment.views.portfolio.heatmap import ACROSS_WIDTH, NAME_WIDTH, WHOLE_WIDTH, turned_heatmap_table
from assessment.views.portfolio.paper import portfolio_imprint
from assessment.views.portfolio.processes import processes_table
from assessment.views.portfolio.sharing import gaps_table, lenders_table
from assessment.views.wording import deck as deck_words
from assessment.views.wording import portfolio as words

UNITS_ON_SLIDE = 12
"""So many units have a column that can be read in a room. Own rule."""
MOST_HEATMAPS = 6
"""No talk goes through more slides of the kind: of more units the page and the workbook have the levels. Own rule."""
_SPREAD = {"process": 24, "count": 9, "median": 8, "quartiles": 12, "range": 11, "below": 11, "first": 11}
_LENDERS = {"process": 38, "median": 14, "units": 48}
_GAPS = {"process": 38, "attribute": 40, "units": 22}
ROWS_BESIDE = 14


def portfolio_deck(portfolio: Portfolio, *, printed_on: date, layout: Layout = HOUSE_LAYOUT) -> Deck:
    """All slides of a portfolio; those without content are left out."""
    return Deck(imprint=portfolio_imprint(portfolio, printed_on, layout), slides=tuple(_slides(portfolio)))


def _slides(portfolio: Portfolio) -> Iterator[Slide]:
    spread = processes_table(portfolio)
    yield from _heatmaps(portfolio)
    yield from _tables(portfolio, with_columns(spread, _SPREAD), finding(portfolio))
    lenders, gaps = lenders_table(portfolio), gaps_table(portfolio)
    if lenders.rows or gaps.rows:
        yield Slide(
            id="portfolio-sharing",
            kind=SlideKind.MESSAGE,
            section=words.SECTION,
            title=gaps_finding(portfolio) if gaps.rows else lenders_finding(portfolio),
            areas=tuple(
                Area(width=50, blocks=(limited(with_columns(table, widths), ROWS_BESIDE),))
                for table, widths in ((lenders, _LENDERS), (gaps, _GAPS))
                if table.rows
            ),
            caption=" ".join((*lenders.notes, *gaps.notes)),
            notes=_notes(portfolio, lenders),
        )


def _heatmaps(portfolio: Portfolio) -> Iterator[Slide]:
    """The levels, some units at a time, each beside median and range."""
    table = turned_heatmap_table(portfolio)
    (process, median, spread), units = table.columns[:3], table.columns[3:]
    count = -(-len(units) // UNITS_ON_SLIDE)
    if not portfolio.processes or not 0 < count <= MOST_HEATMAPS:
        return
    size = -(-len(units) // count)
    for number in range(count):
        own = units[number * size : (number + 1) * size]
        width = (WHOLE_WIDTH - NAME_WIDTH - 2 * ACROSS_WIDTH) / size
        widths = {process.id: NAME_WIDTH, median.id: ACROSS_WIDTH, spread.id: ACROSS_WIDTH}
        part = with_columns(table, widths | {one.id: width for one in own})
        title = words.part(finding(portfolio), number + 1, count)
        yield from _tables(portfolio, replace(part, id=f"{table.id}-{number + 1}", legend=table.legend), title)


def _tables(portfolio: Portfolio, table: Table, title: str) -> Iterator[Slide]:
    parts = parted(table)
    for number, part in enumerate(parts, start=1):
        yield Slide(
            id=f"{table.id}-{number}",
            kind=SlideKind.MESSAGE,
            section=words.SECTION,
            title=words.part(title, number, len(parts)),
            areas=(Area(width=100, blocks=(Grid(id=table.id, table=part),)),),
            caption=table.measure,
            notes=_notes(portfolio, table),
        )


def _notes(portfolio: Portfolio, table: Table) -> tuple[str, ...]:
    return deck_words.source(words.QUESTION, table.title), words.stamp(portfolio.hash)
