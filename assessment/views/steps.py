"""One step of the roadmap as a whole: what it takes and earns, what is done first, when it is done, what may hinder it.

| column | value |
|---|---|
| process | process id |
| level | level the step lands on, 1 to 5 |
| value | points of priority it earns, 0 up |
| effort | points of work, 1 up |
| days, cost | person-days and money, where the plan has them |
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assessment.domain.answered.actions import ActionKind
from assessment.domain.computed import Computed
from assessment.domain.planning.register import RegisterAction, actions_of
from assessment.domain.planning.results import Roadmap, Step
from assessment.views.advice import risk_text
from assessment.views.model import Cell, Column, Fact, Kind, Row, Table
from assessment.views.names import attribute_names, process_name
from assessment.views.pins import pin_cost_of
from assessment.views.register import (
    ActionLine,
    action_cells,
    action_line,
    action_lines,
    evidence_sentences,
    kept_cells,
)
from assessment.views.shared_advice import SharedAdvice, kept_preparations, preparation_id, risk_id
from assessment.views.spending import has_cost, has_days
from assessment.views.step_reasons import reason_text
from assessment.views.wording import register as register_words
from assessment.views.wording import steps as words
from assessment.views.wording.numbers import listed, whole_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A few sentences under a small title."""

    id: str
    title: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StepBlock:
    """A step with everything that is said of it; tables and passages without content are left out.

    `references` say by their codes what has to be there before and what may hinder: for a printer that has the whole
    lists (`shared_advice`) on the same paper, and prints neither the preparations nor the risks of each step.
    `actions` are the register's lines, struck ones too, for a page that edits them.
    """

    id: str
    process_id: str
    to_level: int
    effort_count: int
    title: str
    facts: tuple[Fact, ...]
    reason: str
    tables: tuple[Table, ...]
    passages: tuple[Passage, ...]
    references: tuple[Passage, ...]
    actions: tuple[ActionLine, ...] = ()


def step_id(step: Step) -> str:
    """What a step is told by: its process and the level it lands on."""
    return f"{step.process_id}:{step.to_level}"


def step_columns(plan: Roadmap) -> tuple[Column, ...]:
    """The columns of a table of steps; person-days and cost where the plan has them."""
    days, cost = has_days(plan), has_cost(plan)
    return (
        Column(id="process", name=words.PROCESS_COLUMN, width=58 - 10 * days - 14 * cost),
        Column(id="level", name=words.LEVEL_COLUMN, width=8),
        Column(id="value", name=words.VALUE_COLUMN, kind=Kind.NUMBER, width=8),
        Column(id="effort", name=words.EFFORT_COLUMN, kind=Kind.NUMBER, width=8),
        *([Column(id="days", name=words.DAYS_COLUMN, kind=Kind.NUMBER, width=10)] if days else []),
        *([Column(id="cost", name=words.COST_COLUMN, kind=Kind.NUMBER, width=14)] if cost else []),
        Column(id="owner", name=words.OWNER_COLUMN, width=18),
        Column(id="why", name=words.REASON_COLUMN),
    )


def step_row(computed: Computed, step: Step, group: str = "", group_note: str = "") -> Row:
    """A step in a table; its columns are those of `step_columns`."""
    plan, currency = computed.roadmap, computed.assessment.roadmap.currency
    days, cost = step.person_day_count, step.cost
    days_cell = Cell(text="" if days is None else words.days_text(days), value=days)
    return Row(
        id=step_id(step),
        cells=(
            Cell(
                text=process_name(computed.framework, step.process_id),
                value=step.process_id,
                note=listed(_marks(computed, step)),
            ),
            Cell(text=words.move_text(step.from_level, step.to_level), value=step.to_level),
            Cell(text=words.value_text(step.value), value=step.value),
            Cell(text=whole_text(step.effort_count), value=step.effort_count),
            *([days_cell] if has_days(plan) else []),
            *([Cell(text=words.cost_text(cost, currency) or "", value=cost)] if has_cost(plan) else []),
            Cell(text=step.owner_name or words.NO_OWNER, value=step.owner_name),
            Cell(text=_why(computed, step), value=step.reason.kind.value),
        ),
        group=group,
        group_note=group_note,
    )


def step_block(computed: Computed, step: Step, shared: SharedAdvice) -> StepBlock:
    """Everything of a step; `shared` is what the steps of the plan share."""
    framework = computed.framework
    kept = [action for action in actions_of(computed.assessment, step) if not action.is_struck]
    preparing = [action for action in kept if action.kind is ActionKind.BEFORE]
    raising = [action for action in kept if action.kind is ActionKind.FIRST]
    name = process_name(framework, step.process_id)
    passages = (
        Passage(
            id="evidence",
            title=words.EVIDENCE_TITLE,
            sentences=evidence_sentences(computed, step),
        ),
        Passage(id="unblocks", title=words.UNBLOCKS_TITLE, sentences=_unblocks(computed, step)),
        Passage(id="risks", title=words.RISKS_TITLE, sentences=_risks(computed, step, shared)),
    )
    tables = (
        _actions(computed, "preparations", words.PREPARATIONS_TITLE, preparing),
        _actions(computed, "actions", words.ACTIONS_TITLE, raising),
    )
    return StepBlock(
        id=f"step-{step.process_id}-{step.to_level}",
        process_id=step.process_id,
        to_level=step.to_level,
        effort_count=step.effort_count,
        title=words.step_title(name, step.from_level, step.to_level),
        facts=_facts(computed, step),
        reason=_why(computed, step),
        tables=tuple(table for table in tables if table.rows),
        passages=tuple(passage for passage in passages if passage.sentences),
        references=_references(computed, step, shared),
        actions=action_lines(computed, step),
    )


def _why(computed: Computed, step: Step) -> str:
    """What the process means to the business, said with its first step only, and why the step is where it is."""
    own = (other.to_level for other in computed.roadmap.steps if other.process_id == step.process_id)
    reason = reason_text(computed.framework, step)
    is_first = step.to_level == min(own, default=step.to_level)
    return f"{computed.framework.process_by_id[step.process_id].why} {reason}" if is_first else reason


def _marks(computed: Computed, step: Step) -> list[str]:
    """What is special about a step; of one that was pinned, also what the pin costs."""
    cost = pin_cost_of(computed.roadmap, step)
    found = (
        (step.is_quick_win, words.QUICK_WIN),
        (step.is_pinned, words.PINNED if cost is None else words.pinned_at_cost(cost)),
        (step.is_effort_set_by_hand, words.EFFORT_BY_HAND),
    )
    return [word for holds, word in found if holds]


def _facts(computed: Computed, step: Step) -> tuple[Fact, ...]:
    currency = computed.assessment.roadmap.currency
    raises = attribute_names(computed.framework, step.raises)
    days = "" if step.person_day_count is None else words.days_text(step.person_day_count)
    found = (
        Fact(id="owner", label=words.OWNER_COLUMN, text=step.owner_name or words.NO_OWNER, value=step.owner_name),
        Fact(
            id="effort", label=words.EFFORT_COLUMN, text=words.points_text(step.effort_count), value=step.effort_count
        ),
        Fact(id="days", label=words.DAYS_COLUMN, text=days, value=step.person_day_count),
        Fact(id="cost", label=words.COST_COLUMN, text=words.cost_text(step.cost, currency) or "", value=step.cost),
        Fact(id="value", label=words.VALUE_COLUMN, text=words.value_text(step.value), value=step.value),
        Fact(id="raises", label=words.RAISES_FACT, text=raises),
        Fact(
            id="score",
            label=words.SCORE_FACT,
            text=words.score_move(step.score_before, step.score_after),
            value=step.score_after,
        ),
        Fact(id="marked", label=words.MARKED_FACT, text=listed(_marks(computed, step))),
    )
    return tuple(fact for fact in found if fact.text)


def _actions(computed: Computed, table_id: str, title: str, actions: Sequence[RegisterAction]) -> Table:
    """What to do, as the team has it; columns that only some steps need are left out where nothing stands in them."""
    texts = [(*action_cells(computed, action), *_when(computed, action)) for action in actions]
    columns = (
        Column(id="do", name=words.DO_COLUMN, width=31),
        Column(id="deliverable", name=words.DELIVERABLE_COLUMN, width=21),
        Column(id="role", name=words.ROLE_COLUMN, width=13),
        Column(id="work", name=words.WORK_COLUMN, width=7),
        Column(id="elapsed", name=words.ELAPSED_COLUMN, width=9),
        Column(id="seen", name=words.SEEN_COLUMN, width=19),
        Column(id="before", name=words.BEFORE_COLUMN),
        Column(id="owner", name=words.OWNER_COLUMN, width=10),
        Column(id="due", name=register_words.DUE_COLUMN, width=9),
    )
    optional = ("elapsed", "before", "owner", "due")
    shown = [
        place
        for place, column in enumerate(columns)
        if column.id not in optional or any(parts[place].text for parts in texts)
    ]
    return Table(
        id=table_id,
        title=title,
        columns=tuple(columns[place] for place in shown),
        rows=tuple(
            Row(id=action.id, cells=tuple(parts[place] for place in shown))
            for action, parts in zip(actions, texts, strict=True)
        ),
        empty="",
    )


def _when(computed: Computed, action: RegisterAction) -> tuple[Cell, Cell]:
    """Who has it, and until when."""
    owner, _, due, *_ = kept_cells(action_line(computed, action))
    return owner, due


def _unblocks(computed: Computed, step: Step) -> tuple[str, ...]:
    names = [process_name(computed.framework, process_id) for process_id in step.unblocks]
    return (words.unblocks(names),) if names else ()


def _risks(computed: Computed, step: Step, shared: SharedAdvice) -> tuple[str, ...]:
    codes = shared.code_by_risk
    return tuple(
        words.coded(codes[risk_id(risk)], text) if risk_id(risk) in codes else text
        for risk, text in ((risk, risk_text(computed.framework, risk)) for risk in step.risks)
    )


def _references(computed: Computed, step: Step, shared: SharedAdvice) -> tuple[Passage, ...]:
    before = [shared.code_by_preparation.get(preparation_id(own), "") for own in kept_preparations(computed, step)]
    risks = [shared.code_by_risk.get(risk_id(risk), "") for risk in step.risks]
    return tuple(
        Passage(id=own_id, title=title, sentences=(words.references(sorted(codes, key=words.code_order)),))
        for own_id, title, codes in (
            ("preparations", words.PREPARATIONS_TITLE, before),
            ("risks", words.RISKS_TITLE, risks),
        )
        if any(codes)
    )
