"""Everything of the plan by who has it: steps and actions, what is late or blocked first, then by day.

| table | rows | columns |
|---|---|---|
| owners | steps, and actions with an owner or day of their own, by owner | what, start, due, status, how it stands |
| stray | entries of steps that the plan no longer has | the same |
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from assessment.domain.answered.actions import ActionStatus
from assessment.domain.answered.running import RunningStep
from assessment.domain.computed import Computed
from assessment.domain.planning.running import Run, is_done, run_of
from assessment.views.board.lines import (
    Line,
    action_lines,
    by_urgency,
    due_cell,
    start_cell,
    status_cell,
    step_lines,
)
from assessment.views.model import Cell, Column, Row, Table, View
from assessment.views.names import process_name
from assessment.views.wording import board as words
from assessment.views.wording import register as register_words
from assessment.views.wording import steps as step_words
from assessment.views.wording.numbers import counted


def owners_view(computed: Computed, day: date) -> View:
    """The list of a plan on a day."""
    run = run_of(computed, day)
    lines = tuple(line for line in listed_lines(computed, run) if line.is_step or line.is_set)
    stray = tuple(stray_line(computed, entry) for entry in run.strays)
    tables = (
        _table("owners", words.OWNERS_TITLE, words.OWNERS_MEASURE, lines, words.EMPTY),
        _table("stray", words.STRAY_TITLE, words.STRAY_MEASURE, stray, words.NO_STRAY),
    )
    late = sum(line.is_late for line in lines if line.is_step)
    blocked = sum(line.is_blocked for line in lines if line.is_step)
    return View(
        id="owners-of-steps",
        question=words.LIST_QUESTION,
        finding=words.troubles(late, blocked),
        tables=(tables[0], *(table for table in tables[1:] if table.rows)),
        empty="" if lines or stray else words.EMPTY,
    )


def listed_lines(computed: Computed, run: Run) -> tuple[Line, ...]:
    """Steps and actions by owner, each owner's most urgent first; what nobody has comes last."""
    every = by_urgency((*step_lines(computed, run), *action_lines(computed, run)))
    return tuple(sorted(every, key=lambda line: (not line.owner, line.owner.casefold())))


def urgent_first(lines: Sequence[Line]) -> tuple[Line, ...]:
    """What is late, then what is blocked, of everybody before the rest, which keeps its order."""
    return (*by_urgency(line for line in lines if line.is_urgent), *(line for line in lines if not line.is_urgent))


def stray_line(computed: Computed, entry: RunningStep) -> Line:
    """What was entered of a step that the plan no longer has."""
    status = ActionStatus.DONE if is_done(entry) else entry.status or ActionStatus.PLANNED
    name = process_name(computed.framework, entry.process_id)
    return Line(
        id=f"{entry.process_id}:{entry.to_level}",
        key=(entry.process_id, entry.to_level),
        action_id="",
        title=words.step_needed(name, entry.to_level),
        wave=0,
        effort_count=0,
        owner=entry.owner or "",
        is_owner_derived=False,
        start=entry.start,
        due=entry.due,
        is_start_derived=False,
        is_due_derived=False,
        status=status,
        done_on=entry.done_on,
        stands=words.done_on(entry.done_on) if is_done(entry) else "",
        is_late=False,
        is_blocked=False,
        is_done=is_done(entry),
        note=entry.note or "",
        evidence=entry.evidence or "",
    )


def _table(table_id: str, title: str, measure: str, lines: tuple[Line, ...], empty: str) -> Table:
    counts: dict[str, int] = {}
    for line in lines:
        counts[line.owner] = counts.get(line.owner, 0) + 1
    return Table(
        id=table_id,
        title=title,
        measure=measure,
        columns=(
            Column(id="what", name=words.WHAT_COLUMN, width=38),
            Column(id="start", name=register_words.START_COLUMN, width=13),
            Column(id="due", name=register_words.DUE_COLUMN, width=13),
            Column(id="status", name=register_words.STATUS_COLUMN, width=9),
            Column(id="stands", name=words.STANDS_COLUMN),
        ),
        rows=tuple(
            Row(
                id=line.id,
                cells=(
                    Cell(text=line.title, note=step_words.points_text(line.effort_count) if line.effort_count else ""),
                    start_cell(line),
                    due_cell(line),
                    status_cell(line),
                    Cell(text=line.stands),
                ),
                group=line.owner or words.NOBODY,
                group_note=counted(counts[line.owner], "line"),
            )
            for line in lines
        ),
        empty=empty,
    )
