"""The register of actions: what is done first in each step, as the team has it, by whom and until when.

| table | rows | columns |
|---|---|---|
| register | actions of planned steps, by wave and step | kind, what to do, who, then `kept_columns` |
| struck | actions that the team left out | the same |
| stray | what the team noted of actions that the plan no longer has | the same |

The last two are there where they have a row. `lines` are the same for a page that edits them, `step_tables` for a step.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from assessment.domain.answered.actions import ActionKind, ActionStatus
from assessment.domain.computed import Computed
from assessment.domain.planning.register import RegisterAction, actions_of, register_of
from assessment.domain.planning.results import Step
from assessment.views.advice import advice_cells
from assessment.views.model import Cell, Column, Fact, Kind, Row, Table, View
from assessment.views.names import process_name
from assessment.views.wording import plan as plan_words
from assessment.views.wording import register as words
from assessment.views.wording import steps as step_words
from assessment.views.wording.numbers import long_date, percent_text, whole_text

_NO_ADVICE = (Cell(),) * 7
_TEXT, _EVIDENCE = 0, 5


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionLine:
    """One action: `text` as the team has it, `original` as the framework does, "" for none; and what is filled in."""

    id: str
    process_id: str
    to_level: int
    kind: ActionKind
    text: str
    original: str
    is_own: bool
    is_struck: bool
    owner: str = ""
    start: date | None = None
    due: date | None = None
    status: ActionStatus | None = None
    done_percent: int | None = None
    note: str = ""
    done_on: date | None = None

    @property
    def is_done(self) -> bool:
        """Whether nothing is left to do."""
        return self.status is ActionStatus.DONE or self.done_on is not None


def register_view(computed: Computed) -> View:
    """The whole register."""
    every = register_of(computed.assessment, computed.roadmap)
    planned = [action for action in every if action.is_planned and not action.is_struck]
    struck = [action for action in every if action.is_struck]
    stray = [action for action in every if not action.is_planned and not action.is_struck]
    tables = (
        _table(computed, "register", words.TITLE, words.MEASURE, planned, words.EMPTY),
        _table(computed, "struck", words.STRUCK_TITLE, words.STRUCK_MEASURE, struck, words.NONE_STRUCK),
        _table(computed, "stray", words.STRAY_TITLE, words.STRAY_MEASURE, stray, words.NONE_STRAY),
    )
    lines = [action_line(computed, action) for action in planned]
    steps = {(action.step.process_id, action.step.to_level) for action in planned if action.step is not None}
    return View(
        id="register",
        question=words.QUESTION,
        finding=words.finding(len(lines), len(steps), sum(line.is_done for line in lines)) if lines else words.EMPTY,
        facts=_facts(lines, len(struck), len(stray)),
        tables=(tables[0], *(table for table in tables[1:] if table.rows)),
        empty="" if every else words.EMPTY,
    )


def action_lines(computed: Computed, step: Step) -> tuple[ActionLine, ...]:
    """The actions of one step, struck ones in their place."""
    return tuple(action_line(computed, action) for action in actions_of(computed.assessment, step))


def stray_lines(computed: Computed) -> tuple[ActionLine, ...]:
    """What the team noted of actions that the plan no longer has."""
    every = register_of(computed.assessment, computed.roadmap)
    return tuple(action_line(computed, action) for action in every if not action.is_planned)


def action_line(computed: Computed, action: RegisterAction) -> ActionLine:
    """One action with what is stored of it."""
    entry, original = action.entry, original_text(computed, action)
    kept = ActionLine(
        id=action.id,
        process_id=action.process_id,
        to_level=action.to_level,
        kind=action.kind,
        text=original,
        original=original,
        is_own=action.is_own,
        is_struck=action.is_struck,
    )
    return kept if entry is None else _filled_in(kept, action)


def original_text(computed: Computed, action: RegisterAction) -> str:
    """What the framework says; "" where it says nothing, or the plan no longer has the action."""
    return _advice(computed, action)[_EVIDENCE if action.kind is ActionKind.EVIDENCE else _TEXT].text


def action_cells(computed: Computed, action: RegisterAction) -> tuple[Cell, ...]:
    """What to do as the team has it, what exists then, who, days, weeks, how one sees it, what comes before."""
    line, advice = action_line(computed, action), _advice(computed, action)
    note = words.reworded(line.original) if action.is_reworded and line.original else ""
    if action.is_own:
        note = words.ADDED
    return (Cell(text=line.text, note=note), *advice[1:])


def evidence_sentences(computed: Computed, step: Step) -> tuple[str, ...]:
    """How one sees that a step is done, as the team has it."""
    return tuple(
        step_words.full_stop(line.text)
        for line in action_lines(computed, step)
        if line.kind is ActionKind.EVIDENCE and not line.is_struck
    )


def kept_cells(line: ActionLine) -> tuple[Cell, ...]:
    """Owner, start, due, status, done, done on and note of an action; empty where nobody said."""
    done = line.done_percent
    return (
        Cell(text=line.owner, value=line.owner or None),
        _day(line.start),
        _day(line.due),
        Cell(text=words.STATUSES[line.status], value=line.status.value) if line.status else Cell(),
        Cell(text="" if done is None else percent_text(done), value=done),
        _day(line.done_on),
        Cell(text=line.note),
    )


def kept_columns() -> tuple[Column, ...]:
    """The columns of `kept_cells`."""
    return (
        Column(id="owner", name=words.OWNER_COLUMN, width=12),
        Column(id="start", name=words.START_COLUMN, width=8),
        Column(id="due", name=words.DUE_COLUMN, width=8),
        Column(id="status", name=words.STATUS_COLUMN, width=7),
        Column(id="done", name=words.DONE_COLUMN, kind=Kind.NUMBER, width=6),
        Column(id="done-on", name=words.DONE_ON_COLUMN, width=8),
        Column(id="note", name=words.NOTE_COLUMN),
    )


def _filled_in(kept: ActionLine, action: RegisterAction) -> ActionLine:
    entry = action.entry
    if entry is None:
        return kept
    return ActionLine(
        id=kept.id,
        process_id=kept.process_id,
        to_level=kept.to_level,
        kind=kept.kind,
        text=entry.text or kept.original,
        original=kept.original,
        is_own=kept.is_own,
        is_struck=entry.is_struck,
        owner=entry.owner or "",
        start=entry.start,
        due=entry.due,
        status=entry.status,
        done_percent=entry.done_percent,
        note=entry.note or "",
        done_on=entry.done_on,
    )


def _advice(computed: Computed, action: RegisterAction) -> tuple[Cell, ...]:
    if action.advised is None:
        return _NO_ADVICE
    return advice_cells(computed.framework, action.advised.advice, process_name(computed.framework, action.process_id))


def _table(
    computed: Computed, table_id: str, title: str, measure: str, actions: Iterable[RegisterAction], empty: str
) -> Table:
    return Table(
        id=table_id,
        title=title,
        measure=measure,
        columns=(
            Column(id="kind", name=words.KIND_COLUMN, width=9),
            Column(id="do", name=step_words.DO_COLUMN, width=30),
            Column(id="role", name=step_words.ROLE_COLUMN, width=10),
            *kept_columns(),
        ),
        rows=tuple(_row(computed, action) for action in actions),
        empty=empty,
    )


def _row(computed: Computed, action: RegisterAction) -> Row:
    line, cells = action_line(computed, action), action_cells(computed, action)
    name, step = process_name(computed.framework, action.process_id), action.step
    if step is None:
        group, wave = f"{name} {words.level_step(action.to_level)}", ""
    else:
        group = step_words.step_title(name, step.from_level, step.to_level)
        wave = plan_words.pin_place(step.wave)
    return Row(
        id=action.id,
        cells=(Cell(text=words.KINDS[action.kind], value=action.kind.value), cells[0], cells[2], *kept_cells(line)),
        group=group,
        group_note=wave,
    )


def _facts(lines: Sequence[ActionLine], struck_count: int, stray_count: int) -> tuple[Fact, ...]:
    counts = (
        ("actions", words.ACTIONS_FACT, len(lines)),
        ("owned", words.OWNED_FACT, sum(bool(line.owner) for line in lines)),
        ("dated", words.DUE_FACT, sum(line.due is not None for line in lines)),
        ("done", words.DONE_FACT, sum(line.is_done for line in lines)),
        ("struck", words.STRUCK_FACT, struck_count),
        ("stray", words.STRAY_FACT, stray_count),
    )
    return tuple(
        Fact(id=fact_id, label=label, text=whole_text(count), value=count)
        for fact_id, label, count in counts
        if count or fact_id not in ("struck", "stray")
    )


def _day(day: date | None) -> Cell:
    return Cell() if day is None else Cell(text=long_date(day), value=day.isoformat())
