"""What frames the votes in the minutes: who was there, the agenda as it went, what was parked and decided."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from assessment.domain.answered.assessment import Assessment, Respondent
from assessment.domain.answered.workshop import AgendaSlot, Decision, DecisionKind, HeldSession, ParkedPoint, SlotState
from assessment.domain.authored.framework import Framework
from assessment.views.model import Cell, Column, Kind, Mark, Row, Table
from assessment.views.names import item_name, process_name
from assessment.views.wording.numbers import NO_VALUE, long_date, nearest, whole_text
from assessment.views.wording.terms import NOTED_KINDS, ROOM_KINDS
from assessment.views.wording.workshop import agenda as agenda_words
from assessment.views.wording.workshop import minutes as words

SECONDS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """Who took part in one session. `is_running`: its room is open; `names` are None where they are not told."""

    session: HeldSession
    names: tuple[str, ...] | None
    named_count: int
    nameless_count: int
    is_running: bool = False


def attendance(
    sessions: Iterable[HeldSession], named: Sequence[Respondent] | None, *, is_running: bool = False
) -> tuple[Attendance, ...]:
    """Who took part in sessions. `named`: everybody whose name may be told; None where no name may be."""
    names = {one.id: one.name for one in named or () if one.name}
    return tuple(_attended(session, None if named is None else names, is_running) for session in sessions)


def _attended(session: HeldSession, names: Mapping[str, str] | None, is_running: bool) -> Attendance:
    ids = session.respondent_ids
    found = () if names is None else tuple(sorted(names[one] for one in ids if one in names))
    named_count = len(ids) if names is None else len(found)
    return Attendance(
        session=session,
        names=None if names is None else found,
        named_count=named_count,
        nameless_count=session.anonymous_count + len(ids) - named_count,
        is_running=is_running,
    )


def sessions_table(found: Sequence[Attendance]) -> Table:
    """Each session in the order of its day: by name where that is told, and how many without a name."""
    ordered = sorted(found, key=lambda one: (one.session.held_on, one.session.id))
    return Table(
        id="minutes-sessions",
        title=words.SESSIONS_TITLE,
        measure=words.SESSIONS_MEASURE if any(one.names is not None for one in found) else words.SESSIONS_COUNTED,
        columns=(
            Column(id="day", name=words.DAY_COLUMN, width=17),
            Column(id="kind", name=words.KIND_COLUMN, width=12),
            Column(id="minutes", name=words.MINUTES_COLUMN, kind=Kind.NUMBER, width=10),
            Column(id="named", name=words.NAMED_COLUMN, width=47),
            Column(
                id="nameless", name=words.NAMELESS_COLUMN, kind=Kind.NUMBER, width=14, meaning=words.NAMELESS_MEANING
            ),
        ),
        rows=tuple(_session_row(one) for one in ordered),
        empty=words.SESSIONS_EMPTY,
    )


def _session_row(one: Attendance) -> Row:
    session = one.session
    names = words.how_many_by_name(one.named_count) if one.names is None else words.by_name(one.names)
    minutes = NO_VALUE if session.minutes is None else whole_text(session.minutes)
    return Row(
        id=session.id,
        cells=(
            Cell(text=long_date(session.held_on), value=session.held_on.isoformat()),
            Cell(text=ROOM_KINDS[session.kind], value=session.kind.value, note=words.RUNNING if one.is_running else ""),
            Cell(text=minutes, value=session.minutes),
            Cell(text=names or NO_VALUE, value=one.named_count),
            Cell(text=whole_text(one.nameless_count), value=one.nameless_count),
        ),
    )


def agenda_table(framework: Framework, slots: Sequence[AgendaSlot]) -> Table:
    """The agenda as it was planned and as it went, in minutes."""
    ordered = sorted(slots, key=lambda slot: (slot.place, slot.process_id))
    rows = [_slot_row(framework, slot) for slot in ordered]
    if len(rows) > 1:
        planned, taken = sum(slot.minutes for slot in slots), sum(_taken(slot) for slot in slots)
        rows.append(
            Row(
                id="together",
                cells=tuple(
                    Cell(text=text, value=value, marks=frozenset({Mark.STRONG}))
                    for text, value in (
                        (words.AGENDA_TOTAL, None),
                        (whole_text(planned), planned),
                        (whole_text(taken), taken),
                        ("", None),
                    )
                ),
            )
        )
    return Table(
        id="minutes-agenda",
        title=words.AGENDA_TITLE,
        measure=words.AGENDA_MEASURE,
        columns=(
            Column(id="process", name=words.PROCESS_COLUMN, width=46),
            Column(id="planned", name=words.PLANNED_COLUMN, kind=Kind.NUMBER, width=15),
            Column(id="taken", name=words.TAKEN_COLUMN, kind=Kind.NUMBER, width=15),
            Column(id="state", name=words.STATE_COLUMN, width=24),
        ),
        rows=tuple(rows),
        empty=words.AGENDA_EMPTY,
    )


def _slot_row(framework: Framework, slot: AgendaSlot) -> Row:
    is_untouched = slot.state is SlotState.PLANNED and not slot.spent_seconds
    taken = _taken(slot)
    return Row(
        id=slot.process_id,
        cells=(
            Cell(text=process_name(framework, slot.process_id), value=slot.process_id),
            Cell(text=whole_text(slot.minutes), value=slot.minutes),
            Cell(text=NO_VALUE) if is_untouched else Cell(text=whole_text(taken), value=taken),
            Cell(text=agenda_words.STATES[slot.state], value=slot.state.value),
        ),
    )


def _taken(slot: AgendaSlot) -> int:
    """Minutes that a slot took, to the nearest."""
    return nearest(slot.spent_seconds / SECONDS)


def parked_table(framework: Framework, points: Sequence[ParkedPoint]) -> Table:
    """The parking lot, open points first."""
    return Table(
        id="minutes-parked",
        title=words.PARKED_TITLE,
        measure=words.PARKED_MEASURE,
        columns=(
            Column(id="point", name=words.POINT_COLUMN, width=58),
            Column(id="about", name=words.ABOUT_COLUMN, width=30),
            Column(id="state", name=words.DONE_COLUMN, width=12),
        ),
        rows=tuple(
            Row(
                id=point.id,
                cells=(
                    Cell(text=point.text, value=point.id),
                    Cell(text=about(framework, point.process_id, point.item_id)),
                    _state_cell(is_done=point.is_done),
                ),
            )
            for point in sorted(points, key=lambda point: (point.is_done, point.id))
        ),
        empty=words.PARKED_EMPTY,
    )


def decisions_table(framework: Framework, decisions: Sequence[Decision]) -> Table:
    """What was decided and what somebody does until when: decisions first, then actions by their day."""
    return Table(
        id="minutes-decisions",
        title=words.DECISIONS_TITLE,
        measure=words.DECISIONS_MEASURE,
        columns=(
            Column(id="what", name=words.WHAT_COLUMN, width=10),
            Column(id="text", name=words.TEXT_COLUMN, width=36),
            Column(id="about", name=words.ABOUT_COLUMN, width=18),
            Column(id="owner", name=words.OWNER_COLUMN, width=13),
            Column(id="due", name=words.DUE_COLUMN, width=14),
            Column(id="state", name=words.DONE_COLUMN, width=9),
        ),
        rows=tuple(_decision_row(framework, one) for one in sorted(decisions, key=_decision_order)),
        empty=words.DECISIONS_EMPTY,
    )


def _decision_order(one: Decision) -> tuple[bool, bool, bool, str, str]:
    due = one.due.isoformat() if one.due else ""
    return (one.kind is DecisionKind.ACTION, one.is_done, not due, due, one.id)


def _decision_row(framework: Framework, one: Decision) -> Row:
    stands = one.kind is DecisionKind.DECISION and not one.is_done
    return Row(
        id=one.id,
        cells=(
            Cell(text=NOTED_KINDS[one.kind], value=one.kind.value),
            Cell(text=one.text, value=one.id),
            Cell(text=about(framework, one.process_id, None)),
            Cell(text=one.owner or "", value=one.owner),
            Cell() if one.due is None else Cell(text=long_date(one.due), value=one.due.isoformat()),
            Cell(text=words.STANDS) if stands else _state_cell(is_done=one.is_done),
        ),
    )


def _state_cell(*, is_done: bool) -> Cell:
    return Cell(text=words.DONE if is_done else words.OPEN, marks=frozenset() if is_done else frozenset({Mark.STRONG}))


def about(framework: Framework, process_id: str | None, item_id: str | None) -> str:
    """What something that was written down is about: a question, a process, or nothing in particular."""
    if item_id is not None and item_id in framework.item_by_id:
        return item_name(framework, item_id)
    known = process_id is not None and process_id in framework.process_by_id
    return process_name(framework, process_id) if known and process_id is not None else ""


def is_on_record(assessment: Assessment) -> bool:
    """Whether a workshop left anything."""
    left = (assessment.agenda, assessment.rounds, assessment.parked, assessment.decisions, assessment.sessions)
    return any(left)
