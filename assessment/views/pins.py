"""What was set by hand: the waves and efforts of steps, and what each pin costs.

| column | value | range |
|---|---|---|
| wave | wave the pin puts its step in, 0 left out | 0 up |
| with, without | worth of a plan: each step's value times the waves from its own to the last | points, 0 up |
| cost | without minus with | points, 0 up |

With: every pin is kept. Without: the best plan that keeps the others.
"""

from __future__ import annotations

from assessment.domain.answered.roadmap_settings import EffortOverride, Pin
from assessment.domain.computed import Computed
from assessment.domain.planning.results import PinCost, Roadmap, Step
from assessment.views.model import Cell, Column, Kind, Row, Table
from assessment.views.names import process_name
from assessment.views.wording import plan as words
from assessment.views.wording.steps import step_title, value_text


def pins_table(computed: Computed) -> Table:
    """A row for each pin that is kept."""
    number = Kind.NUMBER
    return Table(
        id="pins",
        title=words.PINS_TITLE,
        measure=words.PINS_MEASURE,
        columns=(
            Column(id="pin", name=words.PIN_COLUMN, width=36),
            Column(id="wave", name=words.PLACE_COLUMN, width=14),
            Column(id="with", name=words.WITH_COLUMN, kind=number, width=16),
            Column(id="without", name=words.WITHOUT_COLUMN, kind=number, width=18),
            Column(id="cost", name=words.PIN_COST_COLUMN, kind=number, width=16),
        ),
        rows=tuple(_row(computed, entry) for entry in computed.roadmap.pin_costs),
        empty=words.NO_PINS,
    )


def pin_cost_of(plan: Roadmap, step: Step) -> float | None:
    """What the pin of a step takes from the worth of the plan, in points from 0 up; None without a pin that is kept."""
    entry = next((entry for entry in plan.pin_costs if _is_of(entry.pin, step)), None)
    return None if entry is None else entry.objective_without - entry.objective_with


def by_hand_lines(computed: Computed) -> tuple[str, ...]:
    """Every wave and effort set by hand, also of a step that the plan no longer has."""
    settings = computed.assessment.roadmap
    pins = [_pin_line(computed, pin) for pin in settings.pins]
    return (*pins, *(_effort_line(computed, effort) for effort in settings.efforts))


def _row(computed: Computed, entry: PinCost) -> Row:
    pin, cost = entry.pin, entry.objective_without - entry.objective_with
    step = next(step for step in computed.roadmap.steps if _is_of(pin, step))
    name = process_name(computed.framework, pin.process_id)
    return Row(
        id=f"{pin.process_id}:{pin.to_level}",
        cells=(
            Cell(text=step_title(name, step.from_level, step.to_level), value=pin.process_id),
            Cell(text=words.pin_place(pin.wave), value=pin.wave),
            Cell(text=value_text(entry.objective_with), value=entry.objective_with),
            Cell(text=value_text(entry.objective_without), value=entry.objective_without),
            Cell(text=words.pin_cost(cost), value=cost),
        ),
    )


def _pin_line(computed: Computed, pin: Pin) -> str:
    name, step = process_name(computed.framework, pin.process_id), _step_of(computed, pin)
    if step is None:
        return words.stray_pin_line(name, pin.to_level, pin.wave)
    return words.pin_line(name, step.from_level, step.to_level, pin.wave)


def _effort_line(computed: Computed, effort: EffortOverride) -> str:
    name, step = process_name(computed.framework, effort.process_id), _step_of(computed, effort)
    if step is None:
        return words.stray_effort_line(name, effort.to_level, effort.point_count)
    return words.effort_line(name, step.from_level, step.to_level, effort.point_count)


def _step_of(computed: Computed, entry: Pin | EffortOverride) -> Step | None:
    return next((step for step in computed.roadmap.steps if _is_of(entry, step)), None)


def _is_of(entry: Pin | EffortOverride, step: Step) -> bool:
    """Whether a pin or an effort names a step: by its process and where it lands."""
    return (entry.process_id, entry.to_level) == (step.process_id, step.to_level)
