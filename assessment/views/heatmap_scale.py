"""The scales of the heatmap: the step of a gap, and the legend of steps, marks and signs.

| symbol | name | unit | range | direction |
|---|---|---|---|---|
| points | to-be minus as-is | percent points | -100 to 100 | above 0: to be raised |
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from assessment.domain.rating.scale import LETTERS, TOLERANCE
from assessment.views.model import Cell, LegendEntry, Mark
from assessment.views.wording import heatmap as words
from assessment.views.wording.numbers import NO_DATA, NO_VALUE

GAP_STEP = 20
GAP_EDGES = (0, 20, 40, 60, 80, 100)
ABOVE_EDGES: tuple[int | None, ...] = (20, 40, None)
BLANK = "blank"


@dataclass(frozen=True, slots=True, kw_only=True)
class _GapBin:
    style: str
    name: str


def _gap_bin(points: float) -> _GapBin:
    if points < -TOLERANCE:
        place = min(len(ABOVE_EDGES), math.ceil(-points / GAP_STEP - TOLERANCE)) - 1
        return _GapBin(style=f"above-{place}", name=words.above_bin(ABOVE_EDGES[place]))
    place = min(len(GAP_EDGES) - 1, math.ceil(points / GAP_STEP - TOLERANCE))
    return _GapBin(style=f"gap-{place}", name=words.gap_bin(GAP_EDGES[place]))


def gap_style(points: float) -> str:
    """The step of a scale that a gap in percent points falls into; an edge belongs to the lower step.

    >>> gap_style(0.0), gap_style(20.0), gap_style(20.5), gap_style(-30.0), gap_style(-90.0)
    ('gap-0', 'gap-1', 'gap-2', 'above-1', 'above-2')
    """
    return _gap_bin(points).style


def gap_name(points: float) -> str:
    """The name of the step that a gap in percent points falls into.

    >>> gap_name(0.0), gap_name(20.5), gap_name(-30.0)
    ('none', 'up to 40', 'above by up to 40')
    """
    return _gap_bin(points).name


def heatmap_legend(cells: Sequence[Cell], *, is_gap: bool) -> tuple[LegendEntry, ...]:
    """The scale of ratings or gaps, and the marks and signs that some cells carry; above target only what occurs."""
    used = {cell.style for cell in cells}
    if is_gap:
        scale = [LegendEntry(style=f"gap-{place}", text=words.gap_bin(edge)) for place, edge in enumerate(GAP_EDGES)]
        scale += [
            LegendEntry(style=f"above-{place}", text=words.above_bin(edge))
            for place, edge in enumerate(ABOVE_EDGES)
            if f"above-{place}" in used
        ]
    else:
        scale = [LegendEntry(style=f"rating-{code}", text=letter.value) for code, letter in enumerate(LETTERS)]
    name = "gap" if is_gap else "rating"
    signs = (
        (Mark.HATCHED, f"{name}-1", words.LEGEND_LOW_CONFIDENCE),
        (Mark.DASHED, f"{name}-0", words.LEGEND_PROVISIONAL),
    )
    blanks = (
        (NO_DATA, LegendEntry(style=BLANK, sign=NO_DATA, text=words.LEGEND_NOTHING_RATED)),
        (NO_VALUE, LegendEntry(style=BLANK, sign=NO_VALUE, text=words.LEGEND_NOT_APPLICABLE)),
    )
    marked = [
        LegendEntry(style=style, marks=frozenset({mark}), text=text)
        for mark, style, text in signs
        if any(mark in cell.marks for cell in cells)
    ]
    blank = [entry for sign, entry in blanks if any(cell.style == BLANK and cell.text == sign for cell in cells)]
    return (*scale, *marked, *blank)
