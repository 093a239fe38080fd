"""The plan at a glance: which process moves from which level to which, in which wave, and what each wave takes.

The value of a cell is the level the process lands on there; of a total it is the total.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from assessment.domain.answered.roadmap_settings import BudgetUnit
from assessment.domain.computed import Computed
from assessment.domain.planning.results import Roadmap, Step
from assessment.views.model import Cell, Column, Kind, LegendEntry, Mark, Number, Row, Table
from assessment.views.names import process_name
from assessment.views.spending import budget_text, cost_of, days_of, effort_of, spent_text
from assessment.views.wording import plan as words
from assessment.views.wording import steps as step_words
from assessment.views.wording.numbers import whole_text
from assessment.views.wording.priorities import NOTHING_ASSESSED

LEFT_OUT = "not-funded"
PIN_SIGN = "*"
LEFT_OUT_MARKS = frozenset({Mark.DASHED, Mark.QUIET})


def waves_table(computed: Computed) -> Table:
    """A row a process in the order of its first step, a column a wave and, last, what is not funded; totals below."""
    plan = computed.roadmap
    names = [(f"wave-{wave.number}", words.wave_label(wave)) for wave in plan.waves]
    names += [(LEFT_OUT, words.NOT_FUNDED)] if plan.not_funded else []
    moving = tuple(dict.fromkeys(step.process_id for step in plan.steps))
    rows = [_overview_row(computed, process_id, [column_id for column_id, _ in names]) for process_id in moving]
    return Table(
        id="waves",
        title=words.WAVES_TITLE,
        measure=words.WAVES_MEASURE,
        columns=(
            Column(id="process", name=step_words.PROCESS_COLUMN, width=26 if len(names) <= 8 else 19),
            *(Column(id=column_id, name=name, kind=Kind.MARK) for column_id, name in names),
        ),
        rows=(*rows, *_totals(computed)) if rows else (),
        empty=nothing_to_plan(computed),
        legend=_legend(plan),
    )


def nothing_to_plan(computed: Computed) -> str:
    """What to do where there is no step."""
    return words.EMPTY if computed.result.whole.process_count else NOTHING_ASSESSED


def _overview_row(computed: Computed, process_id: str, column_ids: Sequence[str]) -> Row:
    own = [step for step in computed.roadmap.steps if step.process_id == process_id]
    cells = []
    for column_id in column_ids:
        steps = sorted((step for step in own if _column_of(step) == column_id), key=lambda step: step.to_level)
        if not steps:
            cells.append(Cell())
            continue
        landing = steps[-1].to_level
        is_funded = column_id != LEFT_OUT
        is_pinned = any(step.is_pinned for step in steps)
        cells.append(
            Cell(
                text=step_words.move_text(steps[0].from_level, landing) + (PIN_SIGN if is_pinned else ""),
                value=landing,
                style=f"rating-{landing}" if is_funded else "",
                marks=frozenset() if is_funded else LEFT_OUT_MARKS,
                spoken=_spoken(computed, steps),
            )
        )
    name = Cell(text=process_name(computed.framework, process_id), value=process_id)
    return Row(id=process_id, cells=(name, *cells))


def _column_of(step: Step) -> str:
    return f"wave-{step.wave}" if step.wave else LEFT_OUT


def _spoken(computed: Computed, steps: Sequence[Step]) -> str:
    value = sum(step.value for step in steps)
    return words.spoken_steps(steps[0].from_level, steps[-1].to_level, value, spent_text(computed, steps))


def _totals(computed: Computed) -> tuple[Row, ...]:
    """A row each for effort, person-days and cost of every wave and of what is not funded."""
    plan, currency = computed.roadmap, computed.assessment.roadmap.currency
    points = [
        whole_text(wave.effort_count)
        if wave.budget is not None
        else words.of_capacity(wave.effort_count, wave.capacity_count)
        for wave in plan.waves
    ]
    efforts: list[tuple[str, Number | None]] = [
        (text, wave.effort_count) for text, wave in zip(points, plan.waves, strict=True)
    ]
    left = effort_of(plan.not_funded)
    efforts += [(whole_text(left), left)] if plan.not_funded else []
    rows = [_total_row("effort", words.EFFORT_TOTAL, efforts)]
    parts = [wave.steps for wave in plan.waves] + ([plan.not_funded] if plan.not_funded else [])
    days = [amount for steps in parts if (amount := days_of(plan, steps)) is not None]
    costs = [amount for steps in parts if (amount := cost_of(plan, steps)) is not None]
    if days:
        texts = _of_budgets(computed, [step_words.days_text(own) for own in days], BudgetUnit.DAYS)
        rows.append(_total_row("days", step_words.DAYS_COLUMN, zip(texts, days, strict=True)))
    if costs:
        said = [step_words.cost_text(own, currency) or "" for own in costs]
        texts = _of_budgets(computed, said, BudgetUnit.MONEY)
        rows.append(_total_row("cost", step_words.COST_COLUMN, zip(texts, costs, strict=True)))
    return tuple(rows)


def _of_budgets(computed: Computed, amounts: Sequence[str], unit: BudgetUnit) -> Iterator[str]:
    """What the waves take, each beside its budget where that is in this unit; what is not funded has none."""
    settings = computed.assessment.roadmap
    budgets = [wave.budget if settings.budget_unit is unit else None for wave in computed.roadmap.waves]
    for amount, budget in zip_longest(amounts, budgets):
        yield words.of_budget(amount, budget_text(settings, budget)) or ""


def _total_row(row_id: str, name: str, totals: Iterable[tuple[str, Number | None]]) -> Row:
    marks = frozenset({Mark.TOTAL})
    cells = tuple(Cell(text=text, value=value, marks=marks) for text, value in totals)
    return Row(id=row_id, cells=(Cell(text=name, marks=marks), *cells))


def _legend(plan: Roadmap) -> tuple[LegendEntry, ...]:
    levels = sorted({step.to_level for wave in plan.waves for step in wave.steps})
    entries = tuple(LegendEntry(style=f"rating-{level}", text=words.raised_to(level)) for level in levels)
    if any(step.is_pinned for step in plan.steps):
        entries = (*entries, LegendEntry(style="", sign=PIN_SIGN, text=words.legend_pinned(_pins_cost(plan))))
    if not plan.not_funded:
        return entries
    return (*entries, LegendEntry(style="", marks=LEFT_OUT_MARKS, text=words.LEGEND_NOT_FUNDED))


def _pins_cost(plan: Roadmap) -> float | None:
    """What all pins together take from the worth of the plan, in points; None where that is not known."""
    return None if plan.objective_without_pins is None else plan.objective_without_pins - plan.objective
