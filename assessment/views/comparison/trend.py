"""Three and more assessments in a row: the score of each process at each of them, with its level."""

from __future__ import annotations

from assessment.domain.comparing.compared import Compared
from assessment.domain.comparing.results import ProcessTrend, Side, Trend, TrendPoint
from assessment.domain.computed import Computed
from assessment.views.comparison.naming import Naming, naming_of
from assessment.views.model import Cell, Column, Kind, Mark, Row, Table, View
from assessment.views.wording.comparing import cannot
from assessment.views.wording.comparison import trend as words
from assessment.views.wording.numbers import NO_VALUE, level_text, month_text, score_text

VIEW_ID, TABLE_ID, MEAN_ID = "trend", "trend", "mean"
SMALLEST_TREND = 3


def trend_view(computed: Computed) -> View:
    """The scores of every assessment that can be compared; empty where there are fewer than three."""
    compared = computed.compared
    trend = None if compared is None else compared.trend
    if compared is None or trend is None or len(trend.sides) < SMALLEST_TREND:
        return View(id=VIEW_ID, question=words.QUESTION, finding=words.TOO_FEW, empty=words.TOO_FEW)
    first, last = trend.sides[0], trend.sides[-1]
    return View(
        id=VIEW_ID,
        question=words.QUESTION,
        finding=words.finding(len(trend.sides), first.assessed_on, last.assessed_on, first.mean_score, last.mean_score),
        tables=(_table(trend, naming_of(computed, compared)),),
        notes=tuple(words.left_out(one.side.name, cannot(one.obstacle)) for one in trend.left_out),
    )


def has_trend(compared: Compared | None) -> bool:
    """Whether there are enough assessments for a trend."""
    return compared is not None and compared.trend is not None and len(compared.trend.sides) >= SMALLEST_TREND


def _table(trend: Trend, naming: Naming) -> Table:
    width = 70 / len(trend.sides)
    return Table(
        id=TABLE_ID,
        title=words.TITLE,
        measure=words.MEASURE,
        columns=(
            Column(id="process", name=words.PROCESS_COLUMN, width=30),
            *(
                Column(
                    id=side.assessment_id,
                    name=month_text(side.assessed_on),
                    kind=Kind.NUMBER,
                    width=width,
                    meaning=side.name,
                )
                for side in trend.sides
            ),
        ),
        rows=(*(_row(one, naming) for one in trend.processes), _mean_row(trend.sides)),
        empty=words.TOO_FEW,
    )


def _row(one: ProcessTrend, naming: Naming) -> Row:
    name = Cell(text=naming.process(one.process_id), value=one.process_id)
    return Row(id=one.process_id, cells=(name, *(_cell(point) for point in one.points)))


def _cell(point: TrendPoint) -> Cell:
    if point.score is None:
        return Cell(text=NO_VALUE)
    text = words.score_and_level(score_text(point.score), level_text(point.level))
    return Cell(text=text, value=point.score)


def _mean_row(sides: tuple[Side, ...]) -> Row:
    total = frozenset({Mark.TOTAL})
    name = Cell(text=words.MEAN_ROW, marks=total)
    means = (Cell(text=score_text(side.mean_score), value=side.mean_score, marks=total) for side in sides)
    return Row(id=MEAN_ID, cells=(name, *means))
