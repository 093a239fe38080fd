"""What one more unit of capacity buys: the best plan for a little less and a little more of it in every wave.

| column | value | range |
|---|---|---|
| change | points more in every wave than now | -4 to 8 |
| capacity | points of all waves | 0 up |
| effort | points of the steps that are funded | 0 up |
| value, worth | of the plan, in points; see `domain.planning.outcome` | 0 up |
| at-target | processes at target in the end | 0 up |
| left | steps not funded | 0 up |
| days, cost | what the plan takes, where a point stands for any | 0 up |

The present plan is strong.
"""

from __future__ import annotations

from assessment.domain.computed import Computed
from assessment.domain.planning.capacity_curve import CapacityCurve, CurvePoint
from assessment.views.model import Cell, Column, Kind, Mark, Row, Table, View
from assessment.views.wording import capacity as words
from assessment.views.wording.numbers import decimal_text, whole_text
from assessment.views.wording.steps import COST_COLUMN, DAYS_COLUMN, cost_text, days_text

PICTURED = ("value", "at-target", "cost")
"""The columns that are drawn, those of them that the curve has."""


def curve_view(computed: Computed) -> View:
    """The whole curve, under the saved settings."""
    return capacity_view(computed, computed.curve)


def capacity_view(computed: Computed, curve: CapacityCurve) -> View:
    """The curve, and in words what the nearest capacity that brings more buys; as far as it is reckoned."""
    if not curve.present.outcome.step_count:
        return View(id="capacity", question=words.QUESTION, finding=words.NOTHING, empty=words.NOTHING)
    return View(
        id="capacity",
        question=words.QUESTION,
        finding=" ".join(curve_sentences(computed, curve)),
        tables=(_table(computed, curve),),
        notes=(words.WORTH_NEVER_FALLS,),
    )


def curve_sentences(computed: Computed, curve: CapacityCurve) -> tuple[str, ...]:
    """What the nearest capacity that brings more buys; and, apart from it, what that takes."""
    now, gain = curve.present, curve.next_gain
    if gain is None:
        return (words.MORE_BUYS_NOTHING if curve.is_whole else words.NOT_BY_THEN,)
    bought = words.buys(
        gain.change_count,
        gain.outcome.at_target_count,
        now.outcome.at_target_count,
        gain.outcome.value,
        now.outcome.value,
    )
    days = None if gain.person_day_count is None else gain.person_day_count - (now.person_day_count or 0)
    cost = None if gain.cost is None else gain.cost - (now.cost or 0)
    money = cost_text(cost, computed.assessment.roadmap.currency)
    return bought, words.takes(gain.outcome.effort_count - now.outcome.effort_count, days, money)


def _table(computed: Computed, curve: CapacityCurve) -> Table:
    number, first = Kind.NUMBER, curve.present
    return Table(
        id="capacity",
        title=words.TABLE_TITLE,
        measure=words.TABLE_MEASURE,
        columns=(
            Column(id="change", name=words.CHANGE_COLUMN, width=14),
            Column(id="capacity", name=words.CAPACITY_COLUMN, width=20),
            Column(id="effort", name=words.EFFORT_COLUMN, kind=number, width=9),
            Column(id="value", name=words.VALUE_COLUMN, kind=number, width=9),
            Column(id="worth", name=words.WORTH_COLUMN, kind=number, width=9),
            Column(id="at-target", name=words.AT_TARGET_COLUMN, kind=number, width=9),
            Column(id="left", name=words.LEFT_COLUMN, kind=number, width=9),
            *([] if first.person_day_count is None else [Column(id="days", name=DAYS_COLUMN, kind=number, width=9)]),
            *([] if first.cost is None else [Column(id="cost", name=COST_COLUMN, kind=number, width=12)]),
        ),
        rows=tuple(_row(computed, point) for point in curve.points),
        empty=words.NOTHING,
    )


def _row(computed: Computed, point: CurvePoint) -> Row:
    outcome, currency = point.outcome, computed.assessment.roadmap.currency
    marks = frozenset() if point.change_count else frozenset({Mark.STRONG})
    change = words.change_text(point.change_count) if point.change_count else words.AS_IT_IS
    left, money = outcome.step_count - outcome.funded_count, cost_text(point.cost, currency)
    cells = [
        Cell(text=change, value=point.change_count, marks=marks),
        Cell(text=words.capacities_text(point.capacities), value=sum(point.capacities), marks=marks),
        Cell(text=whole_text(outcome.effort_count), value=outcome.effort_count, marks=marks),
        Cell(text=decimal_text(outcome.value), value=outcome.value, marks=marks),
        Cell(text=decimal_text(outcome.worth), value=outcome.worth, marks=marks),
        Cell(text=whole_text(outcome.at_target_count), value=outcome.at_target_count, marks=marks),
        Cell(text=whole_text(left), value=left, marks=marks),
    ]
    if point.person_day_count is not None:
        cells.append(Cell(text=days_text(point.person_day_count), value=point.person_day_count, marks=marks))
    if money is not None:
        cells.append(Cell(text=money, value=point.cost, marks=marks))
    return Row(id=f"change-{point.change_count}", cells=tuple(cells))
