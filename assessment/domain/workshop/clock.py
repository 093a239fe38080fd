"""The clock of a workshop against its plan (own rule).

| symbol | name | unit | range | direction |
|---|---|---|---|---|
| behind | time spent beyond what was planned for it | seconds | any; below 0 is ahead | lower is better |
| elapsed | time spent on the slot that runs, earlier visits to it included | seconds | 0 up | |
| left | time the plan still needs | seconds | 0 up | |

A slot that is over counts with what it took against what was planned; one that was left out or put off gives its
minutes back. The one that runs counts only from where it has overrun: nobody is ahead by a process that is not over.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from assessment.domain.answered.workshop import AgendaSlot, SlotState


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaClock:
    """The clock now. `behind_seconds` is None before the first slot has begun: there is nothing to compare yet.

    `running_id` is the process that is talked about, None between two; its `elapsed_seconds` and `over_seconds`
    (what it took beyond its minutes, below 0 what it has left) are None then. `left_seconds` is what the slots still
    need by plan.
    """

    running_id: str | None
    elapsed_seconds: int | None
    over_seconds: int | None
    behind_seconds: int | None
    left_seconds: int
    done_count: int


def read_clock(
    slots: Sequence[AgendaSlot], running_id: str | None, begun_at: datetime | None, now: datetime
) -> AgendaClock:
    """The clock of an agenda at a moment. A clock that was set back is read as no time gone."""
    running = next((slot for slot in slots if slot.process_id == running_id), None) if begun_at is not None else None
    elapsed = None
    if running is not None and begun_at is not None:
        elapsed = running.spent_seconds + seconds_since(begun_at, now)
    over = None if running is None or elapsed is None else elapsed - planned_seconds(running)
    others = [slot for slot in slots if slot is not running]
    waiting = [slot for slot in others if slot.state is SlotState.PLANNED]
    ended = [slot for slot in others if slot.state is not SlotState.PLANNED]
    has_begun = running is not None or any(slot.spent_seconds for slot in slots)
    behind = sum(slot.spent_seconds - planned_seconds(slot) for slot in ended) + max(0, over or 0)
    behind += sum(max(0, slot.spent_seconds - planned_seconds(slot)) for slot in waiting)
    return AgendaClock(
        running_id=None if running is None else running.process_id,
        elapsed_seconds=elapsed,
        over_seconds=over,
        behind_seconds=behind if has_begun else None,
        left_seconds=sum(max(0, planned_seconds(slot) - slot.spent_seconds) for slot in waiting) + max(0, -(over or 0)),
        done_count=sum(slot.state is SlotState.DONE for slot in others),
    )


def planned_seconds(slot: AgendaSlot) -> int:
    """The time box of a slot in seconds."""
    return slot.minutes * 60


def seconds_since(begun_at: datetime, now: datetime) -> int:
    """Whole seconds from one moment to a later one, 0 where it is not later."""
    return max(0, int((now - begun_at).total_seconds()))
