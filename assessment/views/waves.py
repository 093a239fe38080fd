"""The roadmap: which process moves when, what each wave takes and leads to, what is left out, and what pins cost.

| table | rows | columns |
|---|---|---|
| waves | processes that move, then totals | a wave each, and what is not funded |
| steps | steps, grouped by wave | level, value, effort, person-days, cost, owner, why |
| pins | steps put by hand | worth of the plan with and without the pin |
| preparations, risks | what several steps share | see `shared_advice` |

The last three are there where they have a row.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assessment.domain.computed import Computed
from assessment.domain.planning.budgets import budgets_of
from assessment.domain.planning.results import PlanMethod, Step, Wave
from assessment.views.model import Fact, Table, View
from assessment.views.pins import pins_table
from assessment.views.shared_advice import SharedAdvice, shared_advice
from assessment.views.spending import budget_notes, cost_of, days_of, effort_of, spent_text
from assessment.views.steps import StepBlock, step_block, step_columns, step_row
from assessment.views.warnings import warning_texts
from assessment.views.wave_table import LEFT_OUT, nothing_to_plan, waves_table
from assessment.views.wording import plan as words
from assessment.views.wording import steps as step_words
from assessment.views.wording.numbers import whole_text


@dataclass(frozen=True, slots=True, kw_only=True)
class WaveBlock:
    """A wave, or what is not funded (`number` 0): what it takes, where it leads, and its steps as a table and whole."""

    id: str
    number: int
    title: str
    summary: str
    outcome: str
    table: Table
    steps: tuple[StepBlock, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RoadmapView(View):
    """The plan; `warnings` are the first of its notes and `remarks` the others, for a page that sets them apart."""

    waves: tuple[WaveBlock, ...]
    not_funded: WaveBlock
    warnings: tuple[str, ...]
    remarks: tuple[str, ...]


def roadmap_view(computed: Computed) -> RoadmapView:
    """The plan under the settings of the assessment."""
    plan = computed.roadmap
    warnings = warning_texts(computed.framework, plan.warnings)
    remarks = _remarks(computed)
    pins, shared = pins_table(computed), shared_advice(computed)
    return RoadmapView(
        id="roadmap",
        question=words.QUESTION,
        finding=_finding(computed),
        facts=_facts(computed),
        tables=(
            waves_table(computed),
            _steps(computed),
            *(table for table in (pins, shared.preparations, shared.risks) if table.rows),
        ),
        notes=(*warnings, *remarks),
        empty="" if plan.steps or warnings else nothing_to_plan(computed),
        waves=tuple(_wave_block(computed, wave, shared) for wave in plan.waves),
        not_funded=_left_out_block(computed, shared),
        warnings=warnings,
        remarks=remarks,
    )


def _finding(computed: Computed) -> str:
    plan, whole = computed.roadmap, computed.result.whole
    funded = sum(len(wave.steps) for wave in plan.waves)
    if not whole.process_count:
        return nothing_to_plan(computed)
    if not plan.steps:
        return words.no_step_needed(whole.process_count)
    if not funded:
        return words.none_funded(len(plan.steps))
    at_target = plan.waves[-1].at_target_count
    return words.leads_to(funded, len(plan.waves), at_target, whole.process_count, whole.at_target_count)


def _remarks(computed: Computed) -> tuple[str, ...]:
    """How good the plan is, and what a name above a target means where one is."""
    plan = computed.roadmap
    remarks: list[str] = []
    if plan.objective_without_pins is not None and plan.pin_costs:
        remarks.append(words.worth_with_pins(len(plan.pin_costs), plan.objective, plan.objective_without_pins))
    elif plan.method is PlanMethod.PROVEN:
        remarks.append(words.proven())
    targets = {process.process_id: process.target.target_level for process in computed.result.processes}
    if any(step.to_level > targets[step.process_id] for step in plan.steps):
        remarks.append(words.target_named())
    return tuple(remarks)


def _facts(computed: Computed) -> tuple[Fact, ...]:
    """Totals of the plan: steps, processes, effort, person-days and cost, and what is left for later."""
    plan, settings = computed.roadmap, computed.assessment.roadmap
    funded = [step for wave in plan.waves for step in wave.steps]
    moving = len({step.process_id for step in funded})
    effort, capacity = effort_of(funded), sum(wave.capacity_count for wave in plan.waves)
    days, cost = days_of(plan, funded), cost_of(plan, funded)
    days_note, cost_note = budget_notes(settings)
    facts = [
        Fact(
            id="steps",
            label=words.STEPS_FACT,
            text=whole_text(len(funded)),
            value=len(funded),
            note=words.in_waves(len(plan.waves)),
        ),
        Fact(id="moving", label=words.MOVING_FACT, text=whole_text(moving), value=moving),
        Fact(
            id="effort",
            label=step_words.EFFORT_COLUMN,
            text=whole_text(effort) if budgets_of(settings) else words.of_capacity(effort, capacity),
            value=effort,
            note=words.POINTS_NOTE,
        ),
    ]
    if days is not None:
        facts.append(
            Fact(id="days", label=step_words.DAYS_COLUMN, text=step_words.days_text(days), value=days, note=days_note)
        )
    if cost is not None:
        facts.append(
            Fact(
                id="cost",
                label=step_words.COST_COLUMN,
                text=step_words.cost_text(cost, settings.currency) or "",
                value=cost,
                note=cost_note,
            )
        )
    left = len(plan.not_funded)
    note = words.left_for_later(spent_text(computed, plan.not_funded)) if left else ""
    facts.append(Fact(id=LEFT_OUT, label=words.NOT_FUNDED_FACT, text=whole_text(left), value=left, note=note))
    return tuple(facts)


def _steps(computed: Computed) -> Table:
    plan = computed.roadmap
    rows = [
        step_row(computed, step, words.wave_label(wave), spent_text(computed, wave.steps, wave))
        for wave in plan.waves
        for step in wave.steps
    ]
    left = spent_text(computed, plan.not_funded)
    rows += [step_row(computed, step, words.NOT_FUNDED, left) for step in plan.not_funded]
    return Table(
        id="steps",
        title=words.STEPS_TITLE,
        measure=words.STEPS_MEASURE,
        columns=step_columns(plan),
        rows=tuple(rows),
        empty=nothing_to_plan(computed),
    )


def _wave_block(computed: Computed, wave: Wave, shared: SharedAdvice) -> WaveBlock:
    spent = spent_text(computed, wave.steps, wave)
    return WaveBlock(
        id=f"wave-{wave.number}",
        number=wave.number,
        title=words.wave_label(wave),
        summary=words.wave_summary(len(wave.steps), spent),
        outcome=words.at_target_after(wave.at_target_count, computed.result.whole.process_count),
        table=_part_table(computed, wave.steps, words.wave_label(wave), words.WAVE_EMPTY),
        steps=tuple(step_block(computed, step, shared) for step in wave.steps),
    )


def _left_out_block(computed: Computed, shared: SharedAdvice) -> WaveBlock:
    steps = computed.roadmap.not_funded
    return WaveBlock(
        id=LEFT_OUT,
        number=0,
        title=words.NOT_FUNDED,
        summary=words.wave_summary(len(steps), spent_text(computed, steps)) if steps else words.NOT_FUNDED_EMPTY,
        outcome="",
        table=_part_table(computed, steps, words.NOT_FUNDED, words.NOT_FUNDED_EMPTY),
        steps=tuple(step_block(computed, step, shared) for step in steps),
    )


def _part_table(computed: Computed, steps: Sequence[Step], title: str, empty: str) -> Table:
    return Table(
        id="steps",
        title=title,
        measure=words.STEPS_MEASURE,
        columns=step_columns(computed.roadmap),
        rows=tuple(step_row(computed, step) for step in steps),
        empty=empty,
    )
