"""What moved since an earlier assessment: a dot before, a dot now, the target; and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from assessment.domain.comparing.results import Movement
from assessment.domain.computed import Computed
from assessment.views.comparison.since import since_view
from assessment.views.deck.model import Area, DotMark, Dots, DotSeries, Grid, Slide, SlideKind
from assessment.views.deck.tables import parted, with_columns
from assessment.views.model import Cell, Table, View
from assessment.views.wording import deck as words
from assessment.views.wording.comparison import since as since_words
from assessment.views.wording.numbers import level_text

MOVEMENT = {"process": 42, "score-before": 11, "score": 11, "change": 11, "target": 11, "moved": 24}
REASONS = {"process": 24, "why": 66, "part": 10}


def since_slides(computed: Computed) -> Iterator[Slide]:
    """Where each process went and why; none where the assessment is set beside none."""
    view = since_view(computed)
    if view.empty:
        return
    movement = view.table("since-movement")
    parts = parted(with_columns(_in_one_line(movement), MOVEMENT))
    for number, part in enumerate(parts, start=1):
        dots = _dots(view, part)
        yield _slide(view, movement, "since", dots, number, len(parts))
    reasons = view.table("since-reasons")
    parts = parted(with_columns(reasons, REASONS), limit=10) if reasons.rows else ()
    for number, part in enumerate(parts, start=1):
        grid = Grid(id=reasons.id, table=part)
        yield _slide(view, reasons, "since-why", grid, number, len(parts), title=reasons.title)


def _in_one_line(table: Table) -> Table:
    """The table with the word of each movement and the target alone: dots stand beside rows of one line each.

    What moved no further than noise and which targets are others stands in the caption.
    """
    target, moved = table.place("target"), table.place("moved")
    rows = []
    for row in table.rows:
        cells = list(row.cells)
        level = cells[target].value
        cells[target] = replace(cells[target], text=level_text(level if isinstance(level, int) else None))
        cells[moved] = replace(cells[moved], text=since_words.MOVEMENTS[Movement(str(cells[moved].value))])
        rows.append(replace(row, cells=tuple(cells)))
    return replace(table, rows=tuple(rows))


def _slide(
    view: View, table: Table, slide_id: str, block: Dots | Grid, number: int, count: int, title: str = ""
) -> Slide:
    said = title or view.finding
    return Slide(
        id=f"{slide_id}-{number}",
        kind=SlideKind.MESSAGE,
        section=words.SECTION_APPENDIX,
        title=words.part_of(said, number, count) if count > 1 else said,
        areas=(Area(width=100, blocks=(block,)),),
        caption=table.measure if title else " ".join((table.measure, *view.notes)),
        notes=(words.source(view.question, table.title),),
    )


def _dots(view: View, table: Table) -> Dots:
    """A process that stands where it stood has one dot, for now."""
    scores = zip(table.column("score-before"), table.column("score"), strict=True)
    before = tuple(Cell() if one.text == now.text else one for one, now in scores)
    series = tuple(
        DotSeries(id=column_id, name=name, mark=mark, cells=cells)
        for column_id, name, mark, cells in (
            ("score-before", since_words.SCORE_BEFORE_COLUMN, DotMark.RING, before),
            ("score", since_words.SCORE_COLUMN, DotMark.DOT, tuple(table.column("score"))),
            ("target", since_words.TARGET_COLUMN, DotMark.DIAMOND, tuple(table.column("target"))),
        )
    )
    return Dots(
        id="since-movement",
        table=table,
        series=series,
        low=0,
        high=5,
        step=1,
        axis=words.LEVEL_AXIS,
        spoken=words.spoken(view.finding, since_words.MOVEMENT_MEASURE),
    )
