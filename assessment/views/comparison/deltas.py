"""Every process by every attribute: now minus before, on the steps of the heatmap.

| style | value of the cell, in percent points |
|---|---|
| `rating-0` | 0: no change |
| `rating-1` to `rating-5` | up by up to 20, 40, 60, 80, 100; an edge belongs to the lower step |
| `gap-1` to `gap-5` | down by up to 20, 40, 60, 80, 100 |
| `blank` | not there on one side |

The sign in the cell says the way as its colour does; a hatch says that the process moved no further than noise.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from assessment.domain.comparing.results import AttributeMove, Comparison, ProcessMove
from assessment.domain.rating.scale import TOLERANCE
from assessment.views.comparison.movement import is_in_noise
from assessment.views.comparison.naming import Naming
from assessment.views.heatmap_scale import BLANK, GAP_STEP
from assessment.views.model import Cell, Column, Kind, LegendEntry, Mark, Row, Table
from assessment.views.wording.comparison import since as words
from assessment.views.wording.numbers import NO_VALUE, percent_text, signed_text

TABLE_ID = "since-deltas"
_STEPS = range(1, 6)


def delta_style(points: float) -> str:
    """The step of the scale that a change in percent points falls into.

    >>> delta_style(0.0), delta_style(20.0), delta_style(20.5), delta_style(-100.0)
    ('rating-0', 'rating-1', 'rating-2', 'gap-5')
    """
    if abs(points) <= TOLERANCE:
        return "rating-0"
    step = min(_STEPS[-1], math.ceil(abs(points) / GAP_STEP - TOLERANCE))
    return f"{'rating' if points > 0 else 'gap'}-{max(1, step)}"


def deltas_table(comparison: Comparison, naming: Naming) -> Table:
    """A row a process of either side, in the order of the assessment."""
    attributes = naming.framework.attributes
    rows = tuple(_row(move, naming) for move in comparison.processes)
    return Table(
        id=TABLE_ID,
        title=words.DELTA_TITLE,
        measure=words.DELTA_MEASURE,
        columns=(
            Column(id="process", name=words.PROCESS_COLUMN, width=22.5),
            Column(id="level", name=words.DELTA_LEVEL_COLUMN, kind=Kind.MARK, width=7),
            *(
                Column(id=one.id, name=one.name, kind=Kind.MARK, width=70.5 / len(attributes), meaning=one.meaning)
                for one in attributes
            ),
        ),
        rows=rows,
        empty=words.NO_PROCESS,
        legend=_legend([cell for row in rows for cell in row.cells[2:]]),
    )


def _row(move: ProcessMove, naming: Naming) -> Row:
    by_id = {one.attribute_id: one for one in move.attributes}
    marks = frozenset({Mark.HATCHED}) if is_in_noise(move) else frozenset()
    level = Cell(text=words.levels(move.before_level, move.after_level), value=move.level_change)
    return Row(
        id=move.process_id,
        cells=(
            Cell(text=naming.process(move.process_id), value=move.process_id),
            level,
            *(_cell(one.name, by_id.get(one.id), marks) for one in naming.framework.attributes),
        ),
        group=naming.group(move.process_id),
    )


def _cell(name: str, move: AttributeMove | None, marks: frozenset[Mark]) -> Cell:
    if move is None or move.change is None:
        return Cell(text=NO_VALUE, style=BLANK, spoken=words.spoken_missing(name))
    before, now = percent_text(move.before_percent), percent_text(move.after_percent)
    return Cell(
        text=signed_text(move.change),
        value=move.change,
        style=delta_style(move.change),
        marks=marks if abs(move.change) > TOLERANCE else frozenset(),
        spoken=words.spoken_delta(name, before, now, move.change),
    )


def _legend(cells: Sequence[Cell]) -> tuple[LegendEntry, ...]:
    """The steps that occur and the one of no change, the hatch and the dash where a cell carries them."""
    used = {cell.style for cell in cells}
    falls = [
        LegendEntry(style=f"gap-{step}", text=words.less(GAP_STEP * step))
        for step in reversed(_STEPS)
        if f"gap-{step}" in used
    ]
    rises = [
        LegendEntry(style=f"rating-{step}", text=words.more(GAP_STEP * step))
        for step in _STEPS
        if f"rating-{step}" in used
    ]
    found = [*falls, LegendEntry(style="rating-0", text=words.NO_CHANGE), *rises]
    if any(Mark.HATCHED in cell.marks for cell in cells):
        found.append(LegendEntry(style="rating-1", marks=frozenset({Mark.HATCHED}), text=words.LEGEND_NOISE))
    if BLANK in used:
        found.append(LegendEntry(style=BLANK, sign=NO_VALUE, text=words.LEGEND_NOT_THERE))
    return tuple(found)
