"""What became of an answer: when, who by role, from what to what; for the facilitator, beside the question.

| column | value | range |
|---|---|---|
| when | moment of the change, as an ISO date and time | |
| from, to | code of the answer; None without one | 0 to 5 |
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from assessment.domain.answered.assessment import Role
from assessment.domain.answered.history import AnswerChange, AnswerThen
from assessment.domain.authored.framework import Framework, Horizon
from assessment.views.model import Cell, Column, Row, Table, View
from assessment.views.names import answer_name
from assessment.views.wording import history as words
from assessment.views.wording.numbers import moment_text
from assessment.views.wording.terms import HORIZONS, ROLES


def history_view(
    framework: Framework, role: Role, changes: Sequence[AnswerChange], local_time: Callable[[datetime], datetime]
) -> View:
    """The changes of one person's answers to a question and of the room's values, the newest first."""
    table = Table(
        id="history",
        title=words.QUESTION,
        columns=(
            Column(id="when", name=words.WHEN_COLUMN),
            Column(id="who", name=words.WHO_COLUMN),
            Column(id="from", name=words.FROM_COLUMN),
            Column(id="to", name=words.TO_COLUMN),
        ),
        rows=tuple(
            _row(framework, role, number, change, local_time(change.at))
            for number, change in reversed(list(enumerate(changes, start=1)))
        ),
        empty=words.EMPTY,
    )
    return View(
        id="history",
        question=words.QUESTION,
        finding=words.how_many(len(changes)),
        tables=(table,),
        empty="" if changes else words.EMPTY,
    )


def _row(framework: Framework, role: Role, number: int, change: AnswerChange, at: datetime) -> Row:
    note = HORIZONS[change.horizon] if change.horizon is Horizon.TO_BE else ""
    return Row(
        id=f"change-{number}",
        cells=(
            Cell(text=moment_text(at), value=change.at.isoformat()),
            Cell(text=words.THE_ROOM if change.is_agreed else ROLES[role], note=note),
            _answer_cell(framework, change.before),
            _answer_cell(framework, change.after),
        ),
    )


def _answer_cell(framework: Framework, answer: AnswerThen | None) -> Cell:
    if answer is None:
        return Cell(text=words.NOTHING)
    note = answer.reason or ""
    if answer.reason is None and answer.reason_kept_out is not None:
        note = words.reason_not_kept(answer.reason_kept_out.length)
    return Cell(text=answer_name(framework, answer.kind, answer.code), value=answer.code, note=note)
