"""What one more unit of capacity buys, as a sheet: a row for each capacity, the plan as it is among them."""

from __future__ import annotations

from assessment.domain.computed import Computed
from assessment.domain.planning.capacity_curve import CurvePoint
from assessment.views.sheets.fields import Field, number, sheet_of, text
from assessment.views.sheets.model import Sheet
from assessment.views.wording.sheets import plan as words
from assessment.views.wording.sheets import units

CAPACITY_ID = "capacity"


def capacity_sheets(computed: Computed) -> tuple[Sheet, ...]:
    """The curve of capacity; no sheet where no step is needed."""
    curve = computed.curve
    if not curve.present.outcome.step_count:
        return ()
    currency = computed.assessment.roadmap.currency
    fields: tuple[Field[CurvePoint], ...] = (
        number("change", lambda one: one.change_count, units.POINTS, 0),
        number("capacity", lambda one: sum(one.capacities), units.POINTS, 0),
        number("effort", lambda one: one.outcome.effort_count, units.POINTS, 0),
        number("value", lambda one: one.outcome.value, units.WORTH, 2),
        number("worth", lambda one: one.outcome.worth, units.WORTH, 2),
        number("at-target", lambda one: one.outcome.at_target_count, units.COUNT, 0),
        number("left", lambda one: one.outcome.step_count - one.outcome.funded_count, units.COUNT, 0),
        number("days", lambda one: one.person_day_count, units.DAYS, 1),
        number("cost", lambda one: one.cost, "", 0),
        text("currency", lambda one: None if one.cost is None else currency, 12),
    )
    return (sheet_of(CAPACITY_ID, words.CAPACITY_NAME, words.CAPACITY_COLUMNS, fields, curve.points),)
