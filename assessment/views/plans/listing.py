"""The saved plans, the newest first, each as it was when it was saved.

| column | value | range |
|---|---|---|
| plan | id of the plan | |
| saved | day in UTC, ISO; the note has the entry of the journal | |
| steps | steps funded | 0 up |
| effort, days, cost | what they take; None where a point stands for none | 0 up |
| value | what they earn, as it was then | points, 0 up |
| at-target | processes at target after the last wave | 0 up |
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from assessment.domain.answered.plans import SavedPlan
from assessment.domain.computed import Computed
from assessment.domain.planning.saved import PRESENT_ID, chosen_plan, present_plan, sum_of
from assessment.views.model import Cell, Column, Kind, Mark, Row, Table, View
from assessment.views.wording import plans as words
from assessment.views.wording import steps as step_words
from assessment.views.wording.numbers import NO_VALUE, whole_text


def plans_view(computed: Computed) -> View:
    """Which plans are kept, and which of them is the plan."""
    plans = newest_first(computed)
    chosen = chosen_plan(plans)
    return View(
        id="plans",
        question=words.QUESTION,
        finding=words.list_finding(len(plans), None if chosen is None else chosen.name) if plans else words.NONE_SAVED,
        tables=(_table(plans),),
        empty="" if plans else words.HOW_TO_SAVE,
    )


def newest_first(computed: Computed) -> tuple[SavedPlan, ...]:
    """The saved plans, the last saved first."""
    return tuple(sorted(computed.assessment.plans, key=lambda plan: (plan.saved_at, plan.name, plan.id), reverse=True))


def plan_names(computed: Computed) -> Mapping[str, str]:
    """What can be set side by side by its id: the present plan, then the saved ones."""
    return {PRESENT_ID: words.PRESENT} | {plan.id: plan.name for plan in newest_first(computed)}


def usual_pair(computed: Computed) -> tuple[str, ...]:
    """Which two are set side by side at first: the chosen plan, else the newest, and the newest other or the present.

    Empty where no plan is saved.
    """
    plans = newest_first(computed)
    chosen = chosen_plan(plans)
    first = chosen or (plans[0] if plans else None)
    others = [plan.id for plan in plans if plan is not first]
    return () if first is None else (first.id, *others, PRESENT_ID)[:2]


def plan_called(computed: Computed, plan_id: str) -> SavedPlan:
    """A saved plan, or the present one as if it were saved; KeyError for none of that id."""
    for plan in computed.assessment.plans:
        if plan.id == plan_id:
            return plan
    if plan_id != PRESENT_ID:
        raise KeyError(plan_id)
    return present_plan(computed).model_copy(update={"name": words.PRESENT})


def _table(plans: tuple[SavedPlan, ...]) -> Table:
    number = Kind.NUMBER
    return Table(
        id="plans",
        title=words.LIST_TITLE,
        measure=words.LIST_MEASURE,
        columns=(
            Column(id="plan", name=words.NAME_COLUMN, width=24),
            Column(id="saved", name=words.SAVED_COLUMN, width=22),
            Column(id="steps", name=words.STEPS_COLUMN, kind=number, width=8),
            Column(id="effort", name=step_words.EFFORT_COLUMN, kind=number, width=8),
            Column(id="days", name=step_words.DAYS_COLUMN, kind=number, width=10),
            Column(id="cost", name=step_words.COST_COLUMN, kind=number, width=12),
            Column(id="value", name=words.VALUE_COLUMN, kind=number, width=8),
            Column(id="at-target", name=words.AT_TARGET_COLUMN, kind=number, width=8),
        ),
        rows=tuple(Row(id=plan.id, cells=tuple(_cells(plan))) for plan in plans),
        empty=words.HOW_TO_SAVE,
    )


def _cells(plan: SavedPlan) -> Iterator[Cell]:
    total, saved_on = sum_of(plan), plan.saved_at.date()
    marks = frozenset({Mark.STRONG}) if plan.is_chosen else frozenset()
    yield Cell(text=plan.name, value=plan.id, note=words.THE_PLAN if plan.is_chosen else "", marks=marks)
    yield Cell(
        text=words.saved_when(saved_on, plan.saved_by),
        value=saved_on.isoformat(),
        note=words.on_state(plan.revision),
    )
    yield Cell(text=whole_text(total.funded_count), value=total.funded_count)
    yield Cell(text=whole_text(total.effort_count), value=total.effort_count)
    yield days_cell(total.person_day_count)
    yield Cell(text=step_words.cost_text(total.cost, total.currency) or NO_VALUE, value=total.cost)
    yield Cell(text=step_words.value_text(total.value), value=total.value)
    yield reached_cell(total.last_at_target_count, total.process_count)


def reached_cell(count: int | None, process_count: int) -> Cell:
    """How many processes are at target, of those with a level; the sign for no value where that is not known."""
    return Cell(text=NO_VALUE if count is None else words.reached_of(count, process_count), value=count)


def step_name(computed: Computed, process_id: str, from_level: int, to_level: int) -> str:
    """What a step is called."""
    return step_words.step_title(process_called(computed, process_id), from_level, to_level)


def process_called(computed: Computed, process_id: str) -> str:
    """The name of a process; the id of one that the framework no longer has."""
    process = computed.framework.process_by_id.get(process_id)
    return process_id if process is None else process.name


def days_cell(days: float | None) -> Cell:
    """Person-days; the sign for no value where a point stands for none."""
    return Cell(text=NO_VALUE if days is None else step_words.days_text(days), value=days)
