"""The steps of the plan on paper: a compact row each in the main part, the whole of each in the appendix.

| column of `brief` | value |
|---|---|
| process | process id; the note has the levels and what is special |
| owner | name; the note says by when |
| takes | points of effort; the note has person-days and cost |
| first | what is done first, a line each, and the codes of what has to be there before and may hinder |
| done | what shows that it is done |
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from assessment.domain.computed import Computed
from assessment.domain.planning.results import Step, Wave
from assessment.views.model import Cell, Column, Row, Table, View
from assessment.views.names import process_name
from assessment.views.plans.drifting import plan_line
from assessment.views.spending import spent_text
from assessment.views.steps import StepBlock
from assessment.views.waves import RoadmapView, WaveBlock, roadmap_view
from assessment.views.wording import plan_brief as words
from assessment.views.wording.numbers import listed
from assessment.views.wording.plan import at_target_after, wave_label
from assessment.views.wording.steps import NO_OWNER, PROCESS_COLUMN, cost_text, points_text

FIRST_COUNT = 2
BRIEF_PREPARATIONS = {"code": 5.0, "do": 40.0, "role": 15.0, "processes": 40.0}
WHOLE_PREPARATIONS = {"code": 5.0, "deliverable": 35.0, "work": 12.0, "elapsed": 14.0, "seen": 34.0}
"""Columns by id with their widths: what is said in the plan is not said again beside the steps."""
KEPT = ("waves", "pins", "risks")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanView(View):
    """The plan of the main part: `tables` are waves, pins, preparations and risks, `brief` has a row a step."""

    brief: Table
    not_funded: WaveBlock


@dataclass(frozen=True, slots=True, kw_only=True)
class StepsView(View):
    """Every step with all that is said of it; its table holds what the plan does not say of the preparations."""

    waves: tuple[WaveBlock, ...]


def plan_view(computed: Computed) -> PlanView:
    """The waves, what each takes, its steps in short, and what is not funded."""
    whole = roadmap_view(computed)
    kept = {table.id: table for table in whole.tables if table.id in KEPT}
    before = _preparations(whole, BRIEF_PREPARATIONS, words.PREPARATIONS_MEASURE)
    order = (kept.get("waves"), kept.get("pins"), before, kept.get("risks"))
    return PlanView(
        id=whole.id,
        question=whole.question,
        finding=whole.finding,
        facts=whole.facts,
        tables=tuple(table for table in order if table is not None),
        notes=(*filter(None, (plan_line(computed),)), *whole.notes),
        empty=whole.empty,
        brief=_brief(computed, whole),
        not_funded=whole.not_funded,
    )


def steps_view(computed: Computed) -> StepsView:
    """The steps wave by wave: actions, deliverables, who, how long, how one sees it."""
    whole = roadmap_view(computed)
    before = _preparations(whole, WHOLE_PREPARATIONS, words.WHOLE_MEASURE)
    count = sum(len(wave.steps) for wave in whole.waves)
    return StepsView(
        id="steps",
        question=words.STEPS_QUESTION,
        finding=words.steps_finding(count),
        tables=() if before is None else (before,),
        empty="" if count else words.NO_STEPS,
        waves=whole.waves,
    )


def _preparations(whole: RoadmapView, columns: Mapping[str, float], measure: str) -> Table | None:
    """The preparations with some of their columns, each as wide as it is given."""
    table = next((table for table in whole.tables if table.id == "preparations"), None)
    if table is None:
        return None
    chosen = table.only(*columns)
    return replace(
        chosen,
        measure=measure,
        columns=tuple(replace(column, width=columns[column.id]) for column in chosen.columns),
    )


def _brief(computed: Computed, whole: RoadmapView) -> Table:
    plan = computed.roadmap
    rows = [
        _row(computed, wave, step, block)
        for wave, own in zip(plan.waves, whole.waves, strict=True)
        for step, block in zip(wave.steps, own.steps, strict=True)
    ]
    return Table(
        id="plan",
        title=words.TITLE,
        measure=words.MEASURE,
        columns=(
            Column(id="process", name=PROCESS_COLUMN, width=17),
            Column(id="owner", name=words.OWNER_COLUMN, width=14),
            Column(id="takes", name=words.TAKES_COLUMN, width=13),
            Column(id="first", name=words.FIRST_COLUMN, width=36),
            Column(id="done", name=words.DONE_COLUMN, width=20),
        ),
        rows=tuple(rows),
        empty=whole.not_funded.summary,
    )


def _row(computed: Computed, wave: Wave, step: Step, block: StepBlock) -> Row:
    framework = computed.framework
    facts = {fact.id: fact.text for fact in block.facts}
    money = cost_text(step.cost, computed.assessment.roadmap.currency)
    days = None if step.person_day_count is None else words.days_text(step.person_day_count)
    evidence = next((passage.sentences for passage in block.passages if passage.id == "evidence"), ())
    return Row(
        id=block.id,
        group=wave_label(wave),
        group_note=words.wave_note(
            spent_text(computed, wave.steps, wave),
            at_target_after(wave.at_target_count, computed.result.whole.process_count),
        ),
        cells=(
            Cell(
                text=process_name(framework, step.process_id),
                value=step.process_id,
                note=words.move_and_marks(step.from_level, step.to_level, facts.get("marked", "")),
            ),
            Cell(
                text=step.owner_name or NO_OWNER,
                value=step.owner_name,
                note=words.due(wave.last_month, wave.ends_on),
            ),
            Cell(
                text=points_text(step.effort_count),
                value=step.effort_count,
                note=listed([part for part in (days, money) if part]),
            ),
            Cell(text="\n".join(_first(block))),
            Cell(text=" ".join(evidence[:1])),
        ),
    )


def _first(block: StepBlock) -> Iterator[str]:
    """The first actions of a step, then the codes of what it waits for and what may hinder it."""
    actions = next((table for table in block.tables if table.id == "actions"), None)
    if actions is not None:
        yield from (cell.text for cell in list(actions.column("do"))[:FIRST_COUNT])
        if len(actions.rows) > FIRST_COUNT:
            yield words.more_actions(len(actions.rows) - FIRST_COUNT)
    for passage in block.references:
        yield words.reference(passage.title, passage.sentences[0])
