"""What to raise first: the first five with the reason and a voice each, then a slide for each of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from assessment.domain.computed import Computed
from assessment.views.deck.model import Area, Grid, Point, Points, Slide, SlideKind
from assessment.views.deck.tables import with_columns
from assessment.views.deck.written import process_note
from assessment.views.executive import executive_view
from assessment.views.model import Cell, Column, Quote, Row, Table
from assessment.views.organisation import owners_view
from assessment.views.priorities import priorities_view
from assessment.views.process import ProcessView, process_view
from assessment.views.quotes import released_quotes
from assessment.views.wording import deck as words
from assessment.views.wording.numbers import NO_VALUE

SHORT_QUOTE = 160
"""A quote of up to so many letters is read on a slide as it is."""
RAISE_LIMIT = 5
QUOTE_LIMIT = 2
INDICATOR_LIMIT = 2


def first_slides(computed: Computed) -> Iterator[Slide]:
    """The order with its reasons, and the first processes one by one; nothing where no process has a need."""
    first = executive_view(computed).table("first-five")
    if not first.rows:
        return
    yield _order_slide(computed, first)
    for row in first.rows:
        yield _process_slide(computed, process_view(computed, row.id, with_range=False))


def _order_slide(computed: Computed, first: Table) -> Slide:
    view = priorities_view(computed)
    table = with_columns(first, {"rank": 6, "process": 17, "level": 8, "business": 25, "facts": 22})
    voices = {row.id: fitting_quote(released_quotes(computed, row.id)) for row in table.rows}
    if any(voices.values()):
        table = replace(
            table,
            columns=(*table.columns, Column(id="quote", name=words.QUOTE_COLUMN, width=22)),
            rows=tuple(replace(row, cells=(*row.cells, _quote_cell(voices[row.id]))) for row in table.rows),
        )
    return Slide(
        id="first-five",
        kind=SlideKind.MESSAGE,
        section=words.SECTION_FIRST,
        title=view.finding,
        areas=(Area(width=100, blocks=(Grid(id="first-five", table=table),)),),
        notes=(*view.remarks, words.source(view.question, view.tables[0].title)),
    )


def fitting_quote(quotes: Sequence[Quote]) -> Quote | None:
    """The first quote that is short enough for a slide, else the first; None where nobody is quoted."""
    short = [quote for quote in quotes if len(quote.text) <= SHORT_QUOTE]
    return next(iter(short or quotes), None)


def _quote_cell(quote: Quote | None) -> Cell:
    return Cell() if quote is None else Cell(text=words.quoted(quote.text, quote.who))


def _process_slide(computed: Computed, view: ProcessView) -> Slide:
    profile = with_columns(
        view.profile.table("profile"),
        {"attribute": 46, "for-level": 12, "as-is": 12, "percent": 14, "to-be": 12, "gap": 14},
    )
    blocks = (
        _points("shortest", view.next_level.question, _way(view)),
        _owner(computed, view.process_id),
        _points("indicators", words.INDICATOR_TITLE, _indicators(view)),
        _points("quotes", words.QUOTES_TITLE, _voices(view.quotes)),
    )
    return Slide(
        id=view.id,
        kind=SlideKind.MESSAGE,
        section=words.SECTION_FIRST,
        title=view.finding,
        areas=(
            Area(width=54, blocks=(Grid(id="profile", table=profile),)),
            Area(width=46, blocks=tuple(block for block in blocks if block.points)),
        ),
        caption=words.PROFILE_CAPTION,
        notes=(
            process_note(computed, view.process_id),
            view.purpose,
            view.practice,
            *view.flags,
            words.source(view.question, view.profile.question),
        ),
    )


def _points(block_id: str, title: str, points: Sequence[Point]) -> Points:
    return Points(id=block_id, title=title, points=tuple(points))


def _way(view: ProcessView) -> list[Point]:
    """The fewest answers that have to rise, under what holds the level."""
    points = [Point(text=view.next_level.finding)]
    for need in view.next_level.needs:
        points.append(Point(lead=need.name, text=need.text))
        points += [Point(text=change.text) for change in need.raises]
        points += [Point(text=need.unanswered)] if need.unanswered else []
    left = len(points) - 1 - RAISE_LIMIT
    return [*points[: RAISE_LIMIT + 1], Point(text=words.more_rows(left))] if left > 1 else points


def _owner(computed: Computed, process_id: str) -> Points:
    """Who owns it, how far the authority reaches, and who sponsors it; nothing where no owner is recorded at all."""
    table = owners_view(computed).table("owners")
    if not table.rows:
        return Points(id="owner", title=words.OWNER_TITLE, points=())
    shown = (
        ("", "owner"),
        *((column.name, column.id) for column in table.columns if column.id in ("authority", "sponsor")),
    )
    cells = [(lead, table.cell(process_id, column_id).text) for lead, column_id in shown]
    points = tuple(Point(lead=lead, text=text) for lead, text in cells if text != NO_VALUE)
    return Points(id="owner", title=words.OWNER_TITLE, points=points)


def _indicators(view: ProcessView) -> list[Point]:
    metrics = view.background.table("metrics")
    rows: tuple[Row, ...] = metrics.rows[:INDICATOR_LIMIT]
    return [Point(lead=row.cells[0].text, text=words.indicator(row.cells[1].text, row.cells[2].text)) for row in rows]


def _voices(quotes: Sequence[Quote]) -> list[Point]:
    short = [quote for quote in quotes if len(quote.text) <= SHORT_QUOTE] or list(quotes[:1])
    return [Point(text=words.quoted(quote.text, quote.who)) for quote in short[:QUOTE_LIMIT]]
