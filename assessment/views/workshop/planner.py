"""How many processes fit into a workshop, and a proposed agenda with the time at which each begins."""

from __future__ import annotations

from collections.abc import Iterator

from assessment.domain.authored.framework import Framework
from assessment.domain.workshop.planner import BLOCK_MINUTES, BREAK_MINUTES, WorkshopPlan
from assessment.views.model import Cell, Column, Kind, Mark, Row, Table, View
from assessment.views.names import process_name, process_names
from assessment.views.wording.numbers import nearest, whole_text
from assessment.views.wording.workshop import planner as words

_NAMED = 6


def planner_view(
    framework: Framework, plan: WorkshopPlan, people_count: int, minutes: int, quick: WorkshopPlan | None = None
) -> View:
    """A plan in words; the rows of its table are "opening", the ids of processes with "break-1" and on
    between them, "spare" (what is in reserve) and "closing"."""
    whole = len(plan.boxes) + len(plan.left_out)
    return View(
        id="planner",
        question=words.QUESTION,
        finding=words.fits(len(plan.boxes), whole, minutes, people_count) if whole else words.NOTHING_LEFT,
        tables=(_table(framework, plan),),
        notes=tuple(_notes(framework, plan, quick)),
        empty="" if plan.boxes else words.EMPTY if whole else words.NOTHING_LEFT,
    )


def _notes(framework: Framework, plan: WorkshopPlan, quick: WorkshopPlan | None) -> Iterator[str]:
    lengths = [box.minutes for box in plan.boxes]
    if lengths:
        yield words.each(min(lengths), max(lengths))
    seconds = nearest(plan.pace_seconds)
    yield words.measured(seconds) if plan.is_measured else words.assumed(seconds)
    if quick is not None and len(quick.boxes) > len(plan.boxes):
        yield words.at_quick_depth(len(quick.boxes))
    if plan.left_out:
        yield words.left_out(process_names(framework, (box.process_id for box in plan.left_out), _NAMED))


def _table(framework: Framework, plan: WorkshopPlan) -> Table:
    return Table(
        id="plan",
        title=words.TABLE_TITLE,
        columns=(
            Column(id="from", name=words.FROM_COLUMN, kind=Kind.NUMBER),
            Column(id="part", name=words.PART_COLUMN),
            Column(id="questions", name=words.QUESTIONS_COLUMN, kind=Kind.NUMBER),
            Column(id="minutes", name=words.MINUTES_COLUMN, kind=Kind.NUMBER),
        ),
        rows=tuple(_rows(framework, plan)) if plan.boxes else (),
        empty=words.EMPTY,
    )


def _rows(framework: Framework, plan: WorkshopPlan) -> Iterator[Row]:
    yield _row("opening", words.OPENING, plan.opening_minutes, 0)
    begin, breaks_left, next_break = plan.opening_minutes, plan.break_minutes, BLOCK_MINUTES
    for box in plan.boxes:
        if breaks_left and begin >= next_break:
            minutes = min(BREAK_MINUTES, breaks_left)
            yield _row(f"break-{next_break // BLOCK_MINUTES}", words.BREAK, minutes, begin)
            begin, breaks_left, next_break = begin + minutes, breaks_left - minutes, next_break + BLOCK_MINUTES
        name = process_name(framework, box.process_id)
        yield _row(box.process_id, name, box.minutes, begin, question_count=box.item_count)
        begin += box.minutes
    for row_id, name, minutes in (
        ("spare", words.SPARE, plan.spare_minutes + breaks_left),
        ("closing", words.CLOSING, plan.closing_minutes),
    ):
        if minutes:
            yield _row(row_id, name, minutes, begin)
            begin += minutes


def _row(row_id: str, name: str, minutes: int, begin: int, question_count: int | None = None) -> Row:
    marks = frozenset({Mark.QUIET}) if question_count is None else frozenset[Mark]()
    return Row(
        id=row_id,
        cells=(
            Cell(text=words.since_start(begin), value=begin, marks=marks),
            Cell(text=name, value=row_id, marks=marks),
            Cell(text="" if question_count is None else whole_text(question_count), value=question_count),
            Cell(text=whole_text(minutes), value=minutes, marks=marks),
        ),
    )
