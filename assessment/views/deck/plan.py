"""The way there: broken hand-offs, waves, money and targets reached, the first wave, and what is not funded.

| table | column | value | range |
|---|---|---|---|
| money | points, days, cost | what a wave takes, None where the plan has none | 0 up |
| money | at-target | processes at target once it is over | 0 up |
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assessment.domain.computed import Computed
from assessment.domain.planning.results import Step
from assessment.views.deck.model import Area, Bars, BarSeries, Grid, Slide, SlideKind
from assessment.views.deck.tables import limited, parted, with_columns
from assessment.views.hand_offs import Shown, hand_off_list, hand_offs_view
from assessment.views.model import Cell, Column, Kind, Mark, Row, Table
from assessment.views.plans.drifting import plan_line
from assessment.views.spending import cost_of, days_of, effort_of, has_cost, has_days, spent_text
from assessment.views.steps import StepBlock
from assessment.views.wave_table import LEFT_OUT
from assessment.views.waves import RoadmapView, WaveBlock, roadmap_view
from assessment.views.wording import deck as words
from assessment.views.wording import executive as executive_words
from assessment.views.wording import plan as plan_words
from assessment.views.wording import plan_brief as brief_words
from assessment.views.wording import steps as step_words
from assessment.views.wording.numbers import NO_VALUE, whole_text

HAND_OFF_LIMIT = 12
STEP_LIMIT = 10
LEFT_OUT_LIMIT = 12
TOTAL = frozenset({Mark.TOTAL, Mark.STRONG})


def plan_slides(computed: Computed) -> Iterator[Slide]:
    """The slides about the way; those without content are left out."""
    yield from _hand_off_slides(computed)
    view = roadmap_view(computed)
    if not computed.roadmap.steps:
        return
    yield from _wave_slides(computed, view)
    if any(wave.steps for wave in computed.roadmap.waves):
        yield _money_slide(computed, view)
        yield _first_wave_slide(computed, view)
    if computed.roadmap.not_funded:
        yield _not_funded_slide(computed, view)


def _hand_off_slides(computed: Computed) -> Iterator[Slide]:
    table = hand_off_list(computed, Shown.BROKEN)
    if not table.rows:
        return
    view = hand_offs_view(computed)
    grid = limited(with_columns(table, {"from": 20, "to": 20, "flow": 46, "rating": 8, "plan": 9}), HAND_OFF_LIMIT)
    yield Slide(
        id="hand-offs",
        kind=SlideKind.MESSAGE,
        section=words.SECTION_PLAN,
        title=view.finding,
        areas=(Area(width=100, blocks=(grid,)),),
        caption=" ".join((table.measure, *view.notes)),
        notes=(words.source(view.question, table.title),),
    )


def _wave_slides(computed: Computed, view: RoadmapView) -> Iterator[Slide]:
    table = view.table("waves")
    width = 74 / max(1, len(table.columns) - 1)
    widths = {column.id: 26 if column.id == "process" else width for column in table.columns}
    parts = parted(with_columns(table, widths))
    caption = " ".join((*filter(None, (plan_line(computed),)), table.measure, *view.notes))
    for number, part in enumerate(parts, start=1):
        yield Slide(
            id=f"waves-{number}",
            kind=SlideKind.MESSAGE,
            section=words.SECTION_PLAN,
            title=words.part_of(view.finding, number, len(parts)) if len(parts) > 1 else view.finding,
            areas=(Area(width=100, blocks=(Grid(id="waves", table=part),)),),
            caption=caption,
            notes=(words.source(view.question, table.title),),
        )


def _money_slide(computed: Computed, view: RoadmapView) -> Slide:
    plan, whole = computed.roadmap, computed.result.whole
    funded = [step for wave in plan.waves for step in wave.steps]
    reached = [whole.at_target_count, *(wave.at_target_count for wave in plan.waves)]
    bars = Bars(
        id="at-target",
        title=words.AT_TARGET_SERIES,
        categories=(words.TODAY, *(words.wave_number(wave.number) for wave in plan.waves)),
        series=(
            BarSeries(
                id="at-target",
                name=words.AT_TARGET_SERIES,
                style="",
                cells=tuple(Cell(text=whole_text(count), value=count) for count in reached),
            ),
        ),
        high=whole.process_count,
        is_lying=False,
        is_stacked=False,
        spoken=words.spoken(view.finding, words.AT_TARGET_SERIES),
    )
    return Slide(
        id="money",
        kind=SlideKind.MESSAGE,
        section=words.SECTION_PLAN,
        title=words.money(
            spent_text(computed, funded), len(plan.waves), plan.waves[-1].at_target_count, whole.process_count
        ),
        areas=(
            Area(width=42, blocks=(bars,)),
            Area(width=58, blocks=(Grid(id="money", table=money_table(computed)),)),
        ),
        notes=(words.source(view.question, view.table("waves").title),),
    )


def money_table(computed: Computed) -> Table:
    """What each wave takes and how many processes are at target then; all of them; and what is not funded."""
    plan = computed.roadmap
    funded = [step for wave in plan.waves for step in wave.steps]
    rows = [
        _money_row(computed, f"wave-{wave.number}", plan_words.wave_label(wave), wave.steps, wave.at_target_count)
        for wave in plan.waves
    ]
    rows.append(_money_row(computed, "total", words.TOTAL, funded, plan.waves[-1].at_target_count, TOTAL))
    if plan.not_funded:
        rows.append(_money_row(computed, LEFT_OUT, plan_words.NOT_FUNDED, plan.not_funded, None))
    number = Kind.NUMBER
    return Table(
        id="money",
        title=executive_words.WAVES_TITLE,
        columns=(
            Column(id="wave", name=words.WAVE_COLUMN, width=40),
            Column(id="points", name=words.POINTS_COLUMN, kind=number, width=11),
            *([Column(id="days", name=step_words.DAYS_COLUMN, kind=number, width=16)] if has_days(plan) else []),
            *([Column(id="cost", name=step_words.COST_COLUMN, kind=number, width=20)] if has_cost(plan) else []),
            Column(id="at-target", name=executive_words.AT_TARGET_COLUMN, kind=number, width=13),
        ),
        rows=tuple(rows),
        empty="",
    )


def _money_row(
    computed: Computed,
    row_id: str,
    name: str,
    steps: Sequence[Step],
    at_target_count: int | None,
    marks: frozenset[Mark] = frozenset(),
) -> Row:
    plan, currency = computed.roadmap, computed.assessment.roadmap.currency
    effort, days, cost = effort_of(steps), days_of(plan, steps), cost_of(plan, steps)
    cells = [Cell(text=name, value=row_id, marks=marks), Cell(text=whole_text(effort), value=effort, marks=marks)]
    if days is not None:
        cells.append(Cell(text=step_words.days_text(days), value=days, marks=marks))
    if cost is not None:
        cells.append(Cell(text=step_words.cost_text(cost, currency) or "", value=cost, marks=marks))
    reached = NO_VALUE if at_target_count is None else whole_text(at_target_count)
    return Row(id=row_id, cells=(*cells, Cell(text=reached, value=at_target_count, marks=marks)))


def _first_wave_slide(computed: Computed, view: RoadmapView) -> Slide:
    """The first wave that has a step: each with its owner, its first action and how one sees that it is done."""
    block = next(wave for wave in view.waves if wave.steps)
    wave = next(own for own in computed.roadmap.waves if own.number == block.number)
    table = _steps_table(block)
    return Slide(
        id="first-wave",
        kind=SlideKind.MESSAGE,
        section=words.SECTION_PLAN,
        title=words.wave_takes(block.title, len(wave.steps), spent_text(computed, wave.steps, wave)),
        areas=(Area(width=100, blocks=(limited(table, STEP_LIMIT),)),),
        caption=block.outcome,
        notes=(words.source(view.question, view.table("steps").title),),
    )


def _steps_table(block: WaveBlock) -> Table:
    return Table(
        id="first-wave",
        title=block.title,
        columns=(
            Column(id="step", name=words.STEP_COLUMN, width=24),
            Column(id="owner", name=step_words.OWNER_COLUMN, width=14),
            Column(id="takes", name=brief_words.TAKES_COLUMN, width=13),
            Column(id="first", name=words.FIRST_ACTION_COLUMN, width=28),
            Column(id="done", name=words.DONE_COLUMN, width=24),
        ),
        rows=tuple(_step_row(step) for step in block.steps),
        empty="",
    )


def _step_row(step: StepBlock) -> Row:
    facts = {fact.id: fact for fact in step.facts}
    first = next((table.cell(row.id, "do").text for table in step.tables for row in table.rows), "")
    done = next((sentence for part in step.passages if part.id == "evidence" for sentence in part.sentences), "")
    takes = [facts[own].text for own in ("effort", "cost") if own in facts]
    return Row(
        id=step.id,
        cells=(
            Cell(text=step.title, value=step.process_id, marks=frozenset({Mark.STRONG})),
            Cell(text=facts["owner"].text, value=facts["owner"].value),
            Cell(text=words.both(takes), value=step.effort_count),
            Cell(text=first),
            Cell(text=done),
        ),
    )


def _not_funded_slide(computed: Computed, view: RoadmapView) -> Slide:
    steps = computed.roadmap.not_funded
    widths = {"process": 28, "level": 9, "value": 9, "effort": 9, "days": 12, "cost": 14, "why": 40}
    grid = limited(with_columns(view.not_funded.table, widths), LEFT_OUT_LIMIT)
    return Slide(
        id="not-funded",
        kind=SlideKind.MESSAGE,
        section=words.SECTION_PLAN,
        title=words.not_funded(len(steps), sum(step.value for step in steps), spent_text(computed, steps)),
        areas=(Area(width=100, blocks=(grid,)),),
        caption=view.not_funded.table.measure,
        notes=(words.source(view.question, view.not_funded.title),),
    )
