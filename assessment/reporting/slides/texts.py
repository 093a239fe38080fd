"""Lists under a small title, and facts as large figures."""

from __future__ import annotations

from collections.abc import Iterator

from assessment.reporting.slides.canvas import Canvas
from assessment.reporting.slides.measuring import line_count, line_height, shortened, text_width
from assessment.reporting.slides.template import Box
from assessment.reporting.slides.writing import Ink, Paragraph, Run, plain
from assessment.views.deck.model import Figures, Point, Points
from assessment.views.model import Fact

GAP = 0.25
"""Before a point, in parts of its letters' size."""
LEAD_SPACE = "  "
MOST_LINES = 12
FIGURE_SIZE, LABEL_SIZE, NOTE_SIZE = 22.0, 11.0, 10.0
FIGURES_HEIGHT = line_height(LABEL_SIZE) + line_height(FIGURE_SIZE) + 2 * line_height(NOTE_SIZE) + 10
FIGURE_GUTTER = 14.0
SMALLEST_FIGURE = 12.0


def points_height(block: Points, width: float, size: float, limit: int = MOST_LINES) -> float:
    """The height of a list with letters of a size, no point with more lines than the limit."""
    title = line_height(size - 1) if block.title else 0.0
    lines = (min(limit, line_count(_said(point), size, width)) for point in block.points)
    return title + sum(count * line_height(size) + GAP * size for count in lines)


def place_points(canvas: Canvas, block: Points, box: Box, size: float) -> None:
    """The list in its box; where it is too small, each point is shortened to as many lines as there is room for."""
    limit = next(
        (lines for lines in range(MOST_LINES, 0, -1) if points_height(block, box.width, size, lines) <= box.height), 1
    )
    canvas.text(box, tuple(_paragraphs(block, box.width, size, limit)), block.title or block.id)


def _paragraphs(block: Points, width: float, size: float, limit: int) -> Iterator[Paragraph]:
    if block.title:
        yield plain(block.title, size - 1, is_bold=True, ink=Ink.ACCENT)
    for point in block.points:
        yield Paragraph(runs=_runs(point, width, size, limit), size=size, before=GAP * size)


def _runs(point: Point, width: float, size: float, limit: int) -> tuple[Run, ...]:
    said = shortened(_said(point), size, width, limit)
    lead = f"{point.lead}{LEAD_SPACE}" if point.lead else ""
    if lead and said.startswith(lead):
        return (Run(text=lead, is_bold=True), Run(text=said[len(lead) :]))
    return (Run(text=said, is_bold=bool(lead)),)


def _said(point: Point) -> str:
    return f"{point.lead}{LEAD_SPACE}{point.text}" if point.lead else point.text


def place_figures(canvas: Canvas, block: Figures, box: Box) -> None:
    """Facts side by side: label, figure, note."""
    width = (box.width - FIGURE_GUTTER * (len(block.facts) - 1)) / len(block.facts)
    for place, fact in enumerate(block.facts):
        left = box.left + place * (width + FIGURE_GUTTER)
        own = Box(left=left, top=box.top, width=width, height=FIGURES_HEIGHT)
        canvas.text(own, tuple(_figure(fact, width)), fact.label)


def _figure(fact: Fact, width: float) -> Iterator[Paragraph]:
    yield plain(shortened(fact.label, LABEL_SIZE, width, 1), LABEL_SIZE, ink=Ink.QUIET)
    wide = text_width(fact.text, FIGURE_SIZE, is_bold=True)
    size = max(SMALLEST_FIGURE, FIGURE_SIZE * min(1.0, width / wide if wide else 1.0))
    size = int(size * 2) / 2
    yield plain(shortened(fact.text, size, width, 1, is_bold=True), size, is_bold=True)
    if fact.note:
        yield plain(shortened(fact.note, NOTE_SIZE, width, 2), NOTE_SIZE, ink=Ink.QUIET)
