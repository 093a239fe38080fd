"""Two plans side by side: what each takes and leads to, processes at target wave by wave, and the steps that move.

| table | column | value | range |
|---|---|---|---|
| sums | first, second, difference | of the measure in the row; None where a plan has none | |
| reached | first, second | processes at target now and after each wave; None behind the last wave | 0 up |
| steps | first, second | wave, 0 not funded, None no such step | |
| steps | move | earlier, later, in or out | |

A saved plan is named by its id, the present one by `PRESENT_ID`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from assessment.domain.computed import Computed
from assessment.domain.planning.saved import PlanComparison, PlanSum, StepChange, StepMove, compare_plans
from assessment.views.model import Cell, Column, Kind, Row, Table, View
from assessment.views.plans.listing import plan_called, step_name
from assessment.views.wording import plans as words
from assessment.views.wording import steps as step_words
from assessment.views.wording.conflicts import label
from assessment.views.wording.numbers import NO_VALUE, money_text, whole_text

MOVED = (StepMove.EARLIER, StepMove.LATER, StepMove.IN, StepMove.OUT)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlansView(View):
    """Two plans; `first` and `second` are what they are called. `places`: all that a step can have, in order."""

    first: str
    second: str
    places: tuple[str, ...]


def plans_compared_view(computed: Computed, first_id: str, second_id: str) -> PlansView:
    """What differs between two plans of an assessment; KeyError where one is none of its plans."""
    found = compare_plans(plan_called(computed, first_id), plan_called(computed, second_id))
    counts = Counter(step.move for step in found.steps)
    ends = (found.first_sum.last_at_target_count, found.second_sum.last_at_target_count)
    return PlansView(
        id="plans-compared",
        question=words.COMPARED_QUESTION,
        finding=words.compared(found.first.name, found.second.name, counts, *ends),
        tables=(_sums(found), _reached(found), _steps(computed, found)),
        notes=tuple(_notes(found)),
        first=found.first.name,
        second=found.second.name,
        places=tuple(_places(found)),
    )


def _places(found: PlanComparison) -> Iterator[str]:
    """Every wave, then not funded; that there is no such step only where one of the steps that move has none."""
    for wave in range(1, max(found.first.settings.wave_count, found.second.settings.wave_count) + 1):
        yield words.wave_place(wave)
    yield words.wave_place(0)
    if any(None in (step.first_wave, step.second_wave) for step in found.of(*MOVED)):
        yield words.wave_place(None)


def settings_labels(changed: frozenset[str]) -> tuple[str, ...]:
    """What was set otherwise, each by what it is called where it is set, once."""
    return tuple(sorted({label(name.split()[0]) for name in changed}))


def _notes(found: PlanComparison) -> Iterator[str]:
    labels = settings_labels(found.settings_changed)
    if labels:
        yield words.set_otherwise(labels)
    if not found.has_same_steps:
        yield words.OTHER_STEPS
    if not found.is_valued_alike:
        yield words.OTHER_VALUES


def _columns(found: PlanComparison, first_id: str, first_name: str) -> tuple[Column, ...]:
    return (
        Column(id=first_id, name=first_name, width=34),
        Column(id="first", name=found.first.name, kind=Kind.NUMBER, width=22),
        Column(id="second", name=found.second.name, kind=Kind.NUMBER, width=22),
    )


def _sums(found: PlanComparison) -> Table:
    return Table(
        id="sums",
        title=words.SUMS_TITLE,
        measure=words.SUMS_MEASURE,
        columns=(
            *_columns(found, "what", words.MEASURE_COLUMN),
            Column(id="difference", name=words.DIFFERENCE_COLUMN, kind=Kind.NUMBER, width=22),
        ),
        rows=tuple(_sum_rows(found)),
        empty="",
    )


def _sum_rows(found: PlanComparison) -> Iterator[Row]:
    yield _sum_row(found, "steps", words.FUNDED_ROW, lambda one: one.funded_count)
    yield _sum_row(found, "moving", words.MOVING_ROW, lambda one: one.moving_count)
    yield _sum_row(found, "effort", step_words.EFFORT_COLUMN, lambda one: one.effort_count)
    if found.first_sum.person_day_count is not None or found.second_sum.person_day_count is not None:
        yield _sum_row(found, "days", step_words.DAYS_COLUMN, lambda one: one.person_day_count, step_words.days_text)
    if found.first_sum.cost is not None or found.second_sum.cost is not None:
        yield _cost_row(found)
    yield _value_row(found)
    yield _sum_row(found, "at-target", words.AT_TARGET_ROW, lambda one: one.last_at_target_count)
    yield _sum_row(found, "months", words.LENGTH_ROW, lambda one: one.month_counts[-1])


def _sum_row(
    found: PlanComparison,
    row_id: str,
    name: str,
    take: Callable[[PlanSum], float | None],
    shown: Callable[[float], str] = whole_text,
) -> Row:
    first, second = take(found.first_sum), take(found.second_sum)
    difference = None if first is None or second is None else second - first
    return Row(
        id=row_id,
        cells=(
            Cell(text=name, value=row_id),
            *(Cell(text=NO_VALUE if value is None else shown(value), value=value) for value in (first, second)),
            Cell(text=NO_VALUE if difference is None else words.change_text(difference, shown), value=difference),
        ),
    )


def _value_row(found: PlanComparison) -> Row:
    """What the plans earn; no difference where their steps were not worth the same."""
    row = _sum_row(found, "value", step_words.VALUE_COLUMN, lambda one: one.value, step_words.value_text)
    return row if found.is_valued_alike else replace(row, cells=(*row.cells[:-1], Cell(text=NO_VALUE)))


def _cost_row(found: PlanComparison) -> Row:
    """Money; no difference where the currencies are not one."""
    first, second = found.first_sum, found.second_sum
    is_one = first.currency == second.currency and first.cost is not None and second.cost is not None
    difference = (second.cost or 0.0) - (first.cost or 0.0) if is_one else None
    return Row(
        id="cost",
        cells=(
            Cell(text=step_words.COST_COLUMN, value="cost"),
            *(
                Cell(text=step_words.cost_text(one.cost, one.currency) or NO_VALUE, value=one.cost)
                for one in (first, second)
            ),
            Cell(text=NO_VALUE if difference is None else money_text(difference, second.currency), value=difference),
        ),
    )


def _reached(found: PlanComparison) -> Table:
    first, second = found.first_sum, found.second_sum
    rows = max(len(first.month_counts), len(second.month_counts)) + 1
    pairs = ((first, found.first.name), (second, found.second.name))
    return Table(
        id="reached",
        title=words.REACHED_TITLE,
        measure=words.REACHED_MEASURE,
        columns=_columns(found, "wave", words.WAVE_COLUMN),
        rows=tuple(
            Row(
                id=f"wave-{wave}",
                cells=(
                    Cell(text=words.wave_row(wave), value=wave),
                    *(_reached_cell(one, wave, name) for one, name in pairs),
                ),
            )
            for wave in range(rows)
        ),
        empty="",
    )


def _reached_cell(one: PlanSum, wave: int, name: str) -> Cell:
    """Processes at target after a wave; the note says when it is over."""
    if one.last_at_target_count is None or wave >= len(one.at_target_counts):
        return Cell(text=NO_VALUE)
    reached = one.at_target_counts[wave]
    return Cell(
        text=words.reached_of(reached, one.process_count),
        value=reached,
        note=words.over_in_months(one.month_counts[wave - 1]) if wave else "",
        spoken=words.spoken_reached(name, reached, one.process_count),
    )


def _steps(computed: Computed, found: PlanComparison) -> Table:
    moved = sorted(found.of(*MOVED), key=lambda step: MOVED.index(step.move))
    stay = len(found.steps) - len(moved)
    return Table(
        id="steps",
        title=words.STEPS_TITLE,
        measure=words.STEPS_MEASURE,
        columns=(
            Column(id="step", name=words.STEP_COLUMN, width=40),
            Column(id="first", name=found.first.name, width=20),
            Column(id="second", name=found.second.name, width=20),
            Column(id="move", name=words.MOVE_COLUMN, width=20),
        ),
        rows=tuple(_step_row(computed, step) for step in moved),
        empty=words.STEPS_SAME,
        notes=(words.stay(stay),) if moved and stay else (),
    )


def _step_row(computed: Computed, step: StepChange) -> Row:
    return Row(
        id=f"{step.process_id}:{step.to_level}",
        cells=(
            Cell(text=step_name(computed, step.process_id, step.from_level, step.to_level), value=step.process_id),
            Cell(text=words.wave_place(step.first_wave), value=step.first_wave),
            Cell(text=words.wave_place(step.second_wave), value=step.second_wave),
            Cell(
                text=words.MOVES[step.move],
                value=step.move.value,
                spoken=words.spoken_move(step.move, step.first_wave, step.second_wave),
            ),
        ),
    )
