"""The waves of the executive page: when, what each takes, what moves, and how many processes are at target then.

| column | value |
|---|---|
| points | points of effort |
| days, cost | person-days and money, where the plan has them |
| moves | ids of the processes that move |
| at-target | processes at target once the wave is over |

A row for each wave with a step, a total where there are several, and a row for what is not funded.
"""

from __future__ import annotations

from collections.abc import Sequence

from assessment.domain.computed import Computed
from assessment.domain.planning.results import Step, Wave
from assessment.views.model import Cell, Column, Kind, Mark, Row, Table
from assessment.views.names import process_names
from assessment.views.spending import cost_of, days_of, effort_of, has_cost, has_days
from assessment.views.wave_table import LEFT_OUT, nothing_to_plan
from assessment.views.wording import executive as words
from assessment.views.wording.groups import at_target
from assessment.views.wording.numbers import NO_VALUE, whole_text
from assessment.views.wording.steps import cost_text, days_text

MOVING_LIMIT = 3
TOTAL = "total"


def executive_waves_table(computed: Computed) -> Table:
    """What each wave takes and where it leads."""
    plan = computed.roadmap
    waves = [wave for wave in plan.waves if wave.steps]
    funded = [step for wave in waves for step in wave.steps]
    moving = tuple(dict.fromkeys(step.process_id for step in funded))
    rows = [_wave_row(computed, wave) for wave in waves]
    if len(waves) > 1:
        total = Cell(text=words.TOTAL, value=TOTAL, marks=frozenset({Mark.STRONG}))
        moves = Cell(text=words.moving(len(moving)), value=" ".join(moving))
        there = _there(computed, plan.waves[-1])
        rows.append(Row(id=TOTAL, cells=(total, Cell(), *_amounts(computed, funded), moves, there)))
    if plan.not_funded:
        left = Cell(text=words.NOT_FUNDED, value=LEFT_OUT, marks=frozenset({Mark.STRONG}))
        amounts, moves = _amounts(computed, plan.not_funded), _moves(computed, plan.not_funded)
        rows.append(Row(id=LEFT_OUT, cells=(left, Cell(), *amounts, moves, Cell(text=NO_VALUE))))
    return Table(
        id="executive-waves",
        title=words.WAVES_TITLE,
        measure=words.WAVES_MEASURE,
        columns=_columns(computed),
        rows=tuple(rows),
        empty=nothing_to_plan(computed),
    )


def _columns(computed: Computed) -> tuple[Column, ...]:
    plan, number = computed.roadmap, Kind.NUMBER
    days, cost = has_days(plan), has_cost(plan)
    return (
        Column(id="wave", name=words.WAVE_COLUMN, width=10),
        Column(id="time", name=words.TIME_COLUMN, width=18),
        Column(id="points", name=words.POINTS_COLUMN, kind=number, width=7),
        *([Column(id="days", name=words.DAYS_COLUMN, kind=number, width=7)] if days else []),
        *([Column(id="cost", name=words.COST_COLUMN, kind=number, width=14)] if cost else []),
        Column(id="moves", name=words.MOVES_COLUMN),
        Column(id="at-target", name=words.AT_TARGET_COLUMN, kind=number, width=9),
    )


def _wave_row(computed: Computed, wave: Wave) -> Row:
    time = words.wave_time(wave.first_month, wave.last_month, wave.starts_on, wave.ends_on)
    return Row(
        id=f"wave-{wave.number}",
        cells=(
            Cell(text=words.wave_name(wave.number), value=wave.number, marks=frozenset({Mark.STRONG})),
            Cell(text=time),
            *_amounts(computed, wave.steps),
            _moves(computed, wave.steps),
            _there(computed, wave),
        ),
    )


def _amounts(computed: Computed, steps: Sequence[Step]) -> tuple[Cell, ...]:
    plan = computed.roadmap
    points, days, cost = effort_of(steps), days_of(plan, steps), cost_of(plan, steps)
    money = cost_text(cost, computed.assessment.roadmap.currency) or ""
    return (
        Cell(text=whole_text(points), value=points),
        *(() if days is None else (Cell(text=days_text(days), value=days),)),
        *(() if cost is None else (Cell(text=money, value=cost),)),
    )


def _moves(computed: Computed, steps: Sequence[Step]) -> Cell:
    moving = tuple(dict.fromkeys(step.process_id for step in steps))
    return Cell(text=process_names(computed.framework, moving, MOVING_LIMIT), value=" ".join(moving))


def _there(computed: Computed, wave: Wave) -> Cell:
    return Cell(text=at_target(wave.at_target_count, computed.result.whole.process_count), value=wave.at_target_count)
