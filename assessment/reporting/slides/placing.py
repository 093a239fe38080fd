"""The blocks of a slide in the room that its layout has: one size of letters for all blocks of an area."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assessment.reporting.slides.canvas import Canvas
from assessment.reporting.slides.charts import place_bars, place_dots
from assessment.reporting.slides.grids import grid_height, place_grid
from assessment.reporting.slides.maps import place_map
from assessment.reporting.slides.scatters import place_scatter
from assessment.reporting.slides.template import Box
from assessment.reporting.slides.texts import FIGURES_HEIGHT, place_figures, place_points, points_height
from assessment.views.deck.model import Area, Bars, Block, Dots, Figures, Grid, Map, Points, Scatter, Slide

LARGE_SIZES = (20.0, 18.0, 16.0)
"""For a slide with nothing but lists."""
SIZES = (14.0, 13.0, 12.0, 11.0, 10.0, 9.0)
GUTTER = 24.0
BETWEEN = 14.0
LEAST_CHART = 200.0


def place_areas(canvas: Canvas, slide: Slide, room: Box) -> None:
    """The areas side by side."""
    whole = sum(area.width for area in slide.areas)
    free = room.width - GUTTER * (len(slide.areas) - 1)
    left = room.left
    for area in slide.areas:
        width = free * area.width / whole
        place_area(canvas, slide, area, Box(left=left, top=room.top, width=width, height=room.height))
        left += width + GUTTER


def place_area(canvas: Canvas, slide: Slide, area: Area, box: Box) -> None:
    """The blocks one above the other, in the largest letters with which all of them fit, else in the smallest."""
    free = box.height - BETWEEN * (len(area.blocks) - 1)
    is_bare = all(isinstance(block, Points) for block in slide.blocks)
    sizes = (*LARGE_SIZES, *SIZES) if is_bare else SIZES
    size = next((own for own in sizes if _height(area.blocks, box.width, own) <= free), SIZES[-1])
    top = box.top
    for block, height in zip(area.blocks, _shared(area.blocks, box.width, size, free), strict=True):
        _place(canvas, slide, block, Box(left=box.left, top=top, width=box.width, height=height), size)
        top += height + BETWEEN


def _height(blocks: Sequence[Block], width: float, size: float) -> float:
    return sum(_natural(block, width, size) for block in blocks)


def _natural(block: Block, width: float, size: float) -> float:
    match block:
        case Points():
            return points_height(block, width, size)
        case Figures():
            return FIGURES_HEIGHT
        case Grid():
            return grid_height(block, width, size)
        case Dots() | Bars() | Map() | Scatter():
            return LEAST_CHART


def _least(block: Block, width: float, size: float) -> float:
    """The height below which a block has no room for a line of each of its points or rows."""
    match block:
        case Points():
            return points_height(block, width, size, 1)
        case Grid():
            return grid_height(block, width, size, 1)
        case _:
            return _natural(block, width, size)


def _shared(blocks: Sequence[Block], width: float, size: float, free: float) -> Iterator[float]:
    """The height of each block: what is left, the last chart takes, else the tables; what misses, the longest."""
    natural = [_natural(block, width, size) for block in blocks]
    spare = free - sum(natural)
    if spare < 0:
        least = [_least(block, width, size) for block in blocks]
        given = max(0.0, free - sum(least)) / max(1.0, sum(natural) - sum(least))
        yield from (low + (high - low) * given for low, high in zip(least, natural, strict=True))
        return
    charts = [place for place, block in enumerate(blocks) if isinstance(block, Dots | Bars | Map | Scatter)]
    takers = charts[-1:] or [place for place, block in enumerate(blocks) if isinstance(block, Grid)]
    for place, own in enumerate(natural):
        yield own + spare / len(takers) if place in takers else own


def _place(canvas: Canvas, slide: Slide, block: Block, box: Box, size: float) -> None:
    match block:
        case Points():
            place_points(canvas, block, box, size)
        case Figures():
            place_figures(canvas, block, box)
        case Grid():
            place_grid(canvas, block, box, size, slide.title)
        case Dots():
            place_dots(canvas, block, box)
        case Bars():
            place_bars(canvas, block, box)
        case Map():
            place_map(canvas, block, box)
        case Scatter():
            place_scatter(canvas, block, box)
