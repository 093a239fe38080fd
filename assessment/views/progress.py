"""How far somebody is with what they are asked: in all, process by process, and where to go on.

| column | value | range |
|---|---|---|
| answered | answers given, don't know and not applicable among them | 0 to asked |
| asked | answers asked; as-is and to-be of a question are two | 1 up |
| share | answered of asked | 0 to 1 |
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from assessment.domain.authored.framework import Framework
from assessment.views.model import Cell, Column, Fact, Kind, Row, Table, Track, View
from assessment.views.names import extension_mark, process_name
from assessment.views.wording import progress as words
from assessment.views.wording.numbers import share_text, whole_text


class ProcessProgress(Protocol):
    """One process of which something is asked."""

    @property
    def process_id(self) -> str:
        """Its id."""

    @property
    def asked_count(self) -> int:
        """How many answers are asked; 1 or more."""

    @property
    def answered_count(self) -> int:
        """How many of them are given."""

    @property
    def next_item_id(self) -> str | None:
        """The first item still without an answer; None for none."""


class Progress(Protocol):
    """Each process of which a respondent is asked anything, in the model's order."""

    @property
    def processes(self) -> Sequence[ProcessProgress]:
        """The processes."""

    @property
    def resume(self) -> tuple[str, str] | None:
        """Process and item to go on with; None where nothing is left."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenQuestion:
    """A question without an answer, and the process it belongs to."""

    process_id: str
    process_name: str
    item_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressView(View):
    """How far somebody is; `is_begun` once anything is answered.

    `resume`: the question to go on with. `open_questions`: the first open one of each process that has one, in order.
    """

    is_begun: bool
    resume: OpenQuestion | None
    open_questions: tuple[OpenQuestion, ...]

    def first_open_of(self, process_id: str) -> str | None:
        """The first open question of a process by its id; None where all of it is answered, or nothing asked."""
        return next((one.item_id for one in self.open_questions if one.process_id == process_id), None)

    def answered(self, process_id: str) -> str:
        """How much of a process is answered, as a sentence; empty where nothing of it is asked."""
        table = self.table("processes")
        is_asked = any(row.id == process_id for row in table.rows)
        return table.cell(process_id, "answered").spoken if is_asked else ""

    def next_open(self, process_id: str) -> OpenQuestion | None:
        """The next open question from a process on and round to it again; None where nothing is left."""
        order = [row.id for row in self.table("processes").rows]
        start = order.index(process_id) if process_id in order else 0
        by_process = {one.process_id: one for one in self.open_questions}
        return next((by_process[one] for one in (*order[start:], *order[:start]) if one in by_process), None)


def progress_view(framework: Framework, progress: Progress) -> ProgressView:
    """How far somebody is, process by process."""
    asked = sum(one.asked_count for one in progress.processes)
    answered = sum(one.answered_count for one in progress.processes)
    left = asked - answered
    return ProgressView(
        id="progress",
        question=words.QUESTION,
        finding=_finding(asked, left),
        facts=(Fact(id="left", label=words.LEFT_LABEL, text=words.left_in_all(left), value=left),),
        tables=(_table(framework, progress),),
        empty="" if asked else words.ASK_MORE,
        is_begun=answered > 0,
        resume=None if progress.resume is None else _open_question(framework, *progress.resume),
        open_questions=tuple(_open_questions(framework, progress)),
    )


def _finding(asked_count: int, left_count: int) -> str:
    if not asked_count:
        return words.NOTHING_ASKED
    return words.left_to_answer(left_count) if left_count else words.EVERYTHING_ANSWERED


def _table(framework: Framework, progress: Progress) -> Table:
    number = Kind.NUMBER
    return Table(
        id="processes",
        title=words.QUESTION,
        columns=(
            Column(id="process", name=words.PROCESS_COLUMN),
            Column(id="answered", name=words.ANSWERED_COLUMN, kind=number, meaning=words.ANSWERED_MEANING),
            Column(id="asked", name=words.ASKED_COLUMN, kind=number, meaning=words.ASKED_MEANING),
            Column(id="share", name=words.SHARE_COLUMN, kind=Kind.TRACK, meaning=words.SHARE_MEANING),
        ),
        rows=tuple(_row(framework, one) for one in progress.processes),
        empty=words.NOTHING_ASKED,
    )


def _row(framework: Framework, process: ProcessProgress) -> Row:
    answered, asked = process.answered_count, process.asked_count
    share = answered / asked
    return Row(
        id=process.process_id,
        group=framework.group_by_process[process.process_id].name,
        cells=(
            Cell(
                text=process_name(framework, process.process_id),
                value=process.process_id,
                note=extension_mark(framework, framework.process_by_id[process.process_id]),
            ),
            Cell(text=words.answered_of(answered, asked), value=answered, spoken=words.answered(answered, asked)),
            Cell(text=whole_text(asked), value=asked),
            Cell(text=share_text(share), value=share, track=Track(fill=100 * share)),
        ),
    )


def _open_questions(framework: Framework, progress: Progress) -> Iterator[OpenQuestion]:
    for process in progress.processes:
        if process.next_item_id is not None:
            yield _open_question(framework, process.process_id, process.next_item_id)


def _open_question(framework: Framework, process_id: str, item_id: str) -> OpenQuestion:
    return OpenQuestion(process_id=process_id, process_name=process_name(framework, process_id), item_id=item_id)
