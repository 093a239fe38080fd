"""The agenda as the facilitator sees it: the clock against the plan, and each process with its time."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from assessment.domain.answered.workshop import AgendaSlot, SlotState
from assessment.domain.authored.framework import Framework
from assessment.domain.workshop.clock import AgendaClock
from assessment.views.model import Cell, Column, Fact, Kind, Mark, Row, Table, View
from assessment.views.names import process_name
from assessment.views.wording.numbers import nearest
from assessment.views.wording.workshop import agenda as words

_MINUTE = 60


def agenda_view(framework: Framework, slots: Sequence[AgendaSlot], clock: AgendaClock) -> View:
    """Where the workshop stands. `slots` are in the order of the agenda; nothing is said against a plan of nothing."""
    return View(
        id="agenda",
        question=words.QUESTION,
        finding=_finding(clock) if slots else words.EMPTY,
        facts=tuple(_facts(clock)) if slots else (),
        tables=(_table(framework, slots, clock),),
        notes=tuple(_notes(framework, slots, clock)),
        empty="" if slots else words.EMPTY,
    )


def _finding(clock: AgendaClock) -> str:
    if clock.behind_seconds is None:
        return words.NOT_BEGUN
    minutes = nearest(clock.behind_seconds / _MINUTE)
    if minutes == 0:
        return words.ON_TIME
    return words.behind(minutes) if minutes > 0 else words.ahead(-minutes)


def _facts(clock: AgendaClock) -> Iterator[Fact]:
    yield Fact(id="behind", label=words.BEHIND_LABEL, text=behind_text(clock), value=clock.behind_seconds)
    if clock.elapsed_seconds is not None and clock.over_seconds is not None:
        planned = clock.elapsed_seconds - clock.over_seconds
        text = words.of_minutes(_gone(clock.elapsed_seconds), _whole(planned))
        yield Fact(id="running", label=words.RUNNING_LABEL, text=text, value=clock.elapsed_seconds)
    yield Fact(
        id="left", label=words.LEFT_LABEL, text=words.minutes(_whole(clock.left_seconds)), value=clock.left_seconds
    )


def behind_text(clock: AgendaClock) -> str:
    """The clock against the plan in two words."""
    if clock.behind_seconds is None:
        return words.NO_CLOCK
    minutes = nearest(clock.behind_seconds / _MINUTE)
    if minutes == 0:
        return words.ON_TIME_SHORT
    return words.behind_short(minutes) if minutes > 0 else words.ahead_short(-minutes)


def _notes(framework: Framework, slots: Sequence[AgendaSlot], clock: AgendaClock) -> Iterator[str]:
    if clock.running_id is not None and clock.elapsed_seconds is not None and clock.over_seconds is not None:
        name = process_name(framework, clock.running_id)
        if clock.over_seconds >= 0:
            yield words.running_over(name, _gone(clock.over_seconds))
        else:
            planned = clock.elapsed_seconds - clock.over_seconds
            yield words.running(name, _gone(clock.elapsed_seconds), _whole(planned))
    if slots:
        yield words.progress(clock.done_count, len(slots))


def _table(framework: Framework, slots: Sequence[AgendaSlot], clock: AgendaClock) -> Table:
    return Table(
        id="agenda",
        title=words.TABLE_TITLE,
        columns=(
            Column(id="process", name=words.PROCESS_COLUMN),
            Column(id="planned", name=words.PLANNED_COLUMN, kind=Kind.NUMBER),
            Column(id="taken", name=words.TAKEN_COLUMN, kind=Kind.NUMBER),
            Column(id="state", name=words.STATE_COLUMN),
        ),
        rows=tuple(_row(framework, slot, clock) for slot in slots),
        empty=words.EMPTY,
    )


def _row(framework: Framework, slot: AgendaSlot, clock: AgendaClock) -> Row:
    is_running = slot.process_id == clock.running_id
    spent = clock.elapsed_seconds if is_running else slot.spent_seconds
    is_over = not is_running and slot.state is not SlotState.PLANNED
    return Row(
        id=slot.process_id,
        cells=(
            Cell(
                text=process_name(framework, slot.process_id),
                value=slot.process_id,
                note=slot.note or "",
                marks=frozenset({Mark.STRONG} if is_running else {Mark.QUIET} if is_over else ()),
            ),
            Cell(text=words.minutes(slot.minutes), value=slot.minutes),
            Cell(text=words.minutes(_gone(spent)) if spent else "", value=spent),
            Cell(text=words.RUNNING if is_running else words.STATES[slot.state], value=slot.state.value),
        ),
    )


def slot_text(slot: AgendaSlot, *, is_running: bool = False) -> str:
    """A slot in a line: its time box, what it took before, what became of it."""
    taken = words.taken(_gone(slot.spent_seconds)) if slot.spent_seconds else ""
    return words.slot_line(
        words.minutes(slot.minutes), taken, words.RUNNING if is_running else words.STATES[slot.state]
    )


def _gone(seconds: int | None) -> int:
    """Whole minutes that have gone."""
    return (seconds or 0) // _MINUTE


def _whole(seconds: int) -> int:
    """Whole minutes that seconds need."""
    return math.ceil(seconds / _MINUTE)
