"""The former plan against what was reached: a row a step, and what became of it."""

from __future__ import annotations

from assessment.domain.comparing.results import Comparison, PlannedAgainst, StepFate, StepReached
from assessment.views.comparison.naming import Naming
from assessment.views.model import Cell, Column, Kind, Row, Table
from assessment.views.wording.comparison import planned as words
from assessment.views.wording.comparison import since as since_words
from assessment.views.wording.numbers import NO_VALUE, level_text, whole_text

TABLE_ID = "since-planned"


def planned_table(comparison: Comparison, naming: Naming) -> Table:
    """Every step of the former plan in its order, then those that were taken without it."""
    planned = comparison.planned
    return Table(
        id=TABLE_ID,
        title=words.TITLE,
        measure=words.MEASURE,
        columns=(
            Column(id="process", name=since_words.PROCESS_COLUMN, width=34),
            Column(id="step", name=words.STEP_COLUMN, width=12),
            Column(id="wave", name=words.WAVE_COLUMN, kind=Kind.NUMBER, width=10),
            Column(id="fate", name=words.FATE_COLUMN, width=32),
            Column(id="reached", name=words.REACHED_COLUMN, kind=Kind.NUMBER, width=12),
        ),
        rows=tuple(_row(step, naming) for step in planned.steps),
        empty=words.NOTHING_PLANNED,
        notes=_notes(planned) if planned.steps else (),
    )


def planned_finding(planned: PlannedAgainst) -> str:
    """What became of the plan, in one sentence or two."""
    landed, not_landed, for_nothing, unplanned = (
        len(planned.of(fate))
        for fate in (StepFate.LANDED, StepFate.NOT_LANDED, StepFate.FOR_NOTHING, StepFate.UNPLANNED)
    )
    return words.finding(landed, not_landed, for_nothing, unplanned, len(planned.steps) - unplanned)


def _row(step: StepReached, naming: Naming) -> Row:
    return Row(
        id=f"{step.process_id}:{step.from_level}:{step.to_level}:{step.fate.value}",
        cells=(
            Cell(text=naming.process(step.process_id), value=step.process_id),
            Cell(text=words.step(step.from_level, step.to_level), value=step.to_level),
            Cell(text=NO_VALUE if step.wave is None else whole_text(step.wave), value=step.wave),
            Cell(text=_fate(step), value=step.fate.value),
            Cell(text=level_text(step.reached_level), value=step.reached_level),
        ),
    )


def _fate(step: StepReached) -> str:
    """What became of a step, and why it was for nothing or has time left."""
    fate = words.FATES[step.fate]
    if step.for_nothing is not None:
        return words.fate_because(fate, words.REASONS[step.for_nothing])
    is_early = step.fate is StepFate.NOT_LANDED and step.is_due is False
    return words.fate_because(fate, words.NOT_DUE) if is_early else fate


def _notes(planned: PlannedAgainst) -> tuple[str, ...]:
    named = words.roadmap_as_plan() if planned.plan_name is None else words.named_plan(planned.plan_name)
    early = sum(step.is_due is False for step in planned.of(StepFate.NOT_LANDED))
    return (planned_finding(planned), named, *((words.not_due(early),) if early else ()))
