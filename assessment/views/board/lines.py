"""A step or an action of the plan as a line: what it is, who has it, from when until when, and how it stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from assessment.domain.answered.actions import ActionStatus
from assessment.domain.answered.running import RunningStep
from assessment.domain.computed import Computed
from assessment.domain.planning.running import Run, RunAction, RunStep, StepKey
from assessment.views.model import Cell
from assessment.views.names import process_name
from assessment.views.register import action_line, evidence_sentences
from assessment.views.wording import board as words
from assessment.views.wording import register as register_words
from assessment.views.wording import steps as step_words
from assessment.views.wording.numbers import long_date


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A step, or an action where `action_id` is not "".

    `stands` says in words how it stands: late, blocked, done, what it waits for; "" for nothing worth a word. `seen`
    are the sentences that say how one sees that a step is done, `evidence` what was seen.
    """

    id: str
    key: StepKey
    action_id: str
    title: str
    wave: int
    effort_count: int
    owner: str
    is_owner_derived: bool
    start: date | None
    due: date | None
    is_start_derived: bool
    is_due_derived: bool
    status: ActionStatus
    done_on: date | None
    stands: str
    is_late: bool
    is_blocked: bool
    is_done: bool
    note: str = ""
    evidence: str = ""
    seen: tuple[str, ...] = ()

    @property
    def is_step(self) -> bool:
        """Whether it is a step and no action of one."""
        return not self.action_id

    @property
    def is_set(self) -> bool:
        """Whether somebody was named for it or gave it a day of its own."""
        return not self.is_owner_derived or (self.due is not None and not self.is_due_derived)

    @property
    def is_urgent(self) -> bool:
        """Whether it is late or blocked by itself: an action that nobody touched is as late as its step."""
        return (self.is_late or self.is_blocked) and (self.is_step or self.is_set)

    @property
    def named_owner(self) -> str:
        """Who was named for it; "" where nobody was."""
        return "" if self.is_owner_derived else self.owner


def step_lines(computed: Computed, run: Run) -> tuple[Line, ...]:
    """Every step in the order of the plan."""
    return tuple(step_line(computed, step) for step in run.steps)


def action_lines(computed: Computed, run: Run) -> tuple[Line, ...]:
    """Every action in the order of the plan."""
    return tuple(_action_line(computed, step, action) for step in run.steps for action in step.actions)


def by_urgency(lines: Iterable[Line]) -> tuple[Line, ...]:
    """What is late first, the longest late of it, then what is blocked, then by the day it is due; done ones last."""
    return tuple(sorted(lines, key=lambda line: (_urgency(line), line.due or date.max)))


def step_line(computed: Computed, step: RunStep) -> Line:
    """A step as a line."""
    planned, entry, span = (
        step.planned,
        step.entry or RunningStep(process_id=step.key[0], to_level=step.key[1]),
        step.span,
    )
    return Line(
        id=f"{planned.process_id}:{planned.to_level}",
        key=step.key,
        action_id="",
        title=step_words.step_title(
            process_name(computed.framework, planned.process_id), planned.from_level, planned.to_level
        ),
        wave=planned.wave,
        effort_count=planned.effort_count,
        owner=step.owner or "",
        is_owner_derived=step.is_owner_derived,
        start=span.start,
        due=span.due,
        is_start_derived=span.is_start_derived,
        is_due_derived=span.is_due_derived,
        status=step.status,
        done_on=entry.done_on,
        stands=_stands(computed, step),
        is_late=step.is_late,
        is_blocked=step.is_blocked,
        is_done=step.is_done,
        note=entry.note or "",
        evidence=entry.evidence or "",
        seen=() if planned.step is None else evidence_sentences(computed, planned.step),
    )


def owner_cell(line: Line) -> Cell:
    """Who has it; a quiet note where that is the owner of the process."""
    if not line.owner:
        return Cell(text=words.NOBODY)
    derived = words.DERIVED_OWNER if line.is_step else words.DERIVED_ACTION_OWNER
    return Cell(text=line.owner, value=line.owner, note=derived if line.is_owner_derived else "")


def due_cell(line: Line) -> Cell:
    """The day it is due; a quiet note where it follows from the wave."""
    return _day_cell(line.due, is_derived=line.is_due_derived)


def start_cell(line: Line) -> Cell:
    """The day it starts; a quiet note where it follows from the wave."""
    return _day_cell(line.start, is_derived=line.is_start_derived)


def status_cell(line: Line) -> Cell:
    """Its status."""
    return Cell(text=register_words.STATUSES[line.status], value=line.status.value)


def day_cell(day: date | None) -> Cell:
    """A day that somebody set; empty for none."""
    return _day_cell(day, is_derived=False)


def _day_cell(day: date | None, *, is_derived: bool) -> Cell:
    if day is None:
        return Cell()
    return Cell(text=long_date(day), value=day.isoformat(), note=words.DERIVED if is_derived else "")


def _action_line(computed: Computed, step: RunStep, action: RunAction) -> Line:
    told, span = action_line(computed, action.action), action.span
    entry = action.action.entry
    return Line(
        id=action.id,
        key=step.key,
        action_id=action.id,
        title=told.text or action.id,
        wave=step.planned.wave,
        effort_count=0,
        owner=action.owner or "",
        is_owner_derived=action.is_owner_derived,
        start=span.start,
        due=span.due,
        is_start_derived=span.is_start_derived,
        is_due_derived=span.is_due_derived,
        status=action.status,
        done_on=None if entry is None else entry.done_on,
        stands=_action_stands(action),
        is_late=action.is_late,
        is_blocked=action.is_blocked,
        is_done=action.is_done,
        note=told.note,
    )


def _stands(computed: Computed, step: RunStep) -> str:
    """How a step stands; late and blocked are both said."""
    needed = [
        words.step_needed(process_name(computed.framework, process_id), level) for process_id, level in step.waits_for
    ]
    if step.is_done:
        return words.done_on(None if step.entry is None else step.entry.done_on)
    said = [words.late_since(step.span.due)] if step.is_late and step.span.due is not None else []
    if step.is_blocked:
        said.append(words.waits_for(needed) if needed else words.waiting())
    elif needed:
        said.append(words.will_wait_for(needed))
    return ". ".join(said)


def _action_stands(action: RunAction) -> str:
    if action.is_done:
        return words.done_on(None if action.action.entry is None else action.action.entry.done_on)
    said = [words.late_since(action.span.due)] if action.is_late and action.span.due is not None else []
    return ". ".join([*said, *([words.waiting()] if action.is_blocked else [])])


def _urgency(line: Line) -> int:
    if line.is_done:
        return 3
    if not line.is_urgent:
        return 2
    return 0 if line.is_late else 1
