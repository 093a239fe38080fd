"""The former plan against what was reached: what landed, what did not, what was planned for nothing. Own rules.

A step landed where its process stands at its level now, or above. One that did not land was planned for nothing where
nobody needs it any more: the process left the scope or does not apply, it stood there from the beginning, or its target
is now where the step began, or below. A process without a level now leaves its steps unknown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from assessment.domain.answered.plans import SavedPlan
from assessment.domain.answered.roadmap_settings import RoadmapSettings
from assessment.domain.comparing.results import (
    NothingReason,
    PlannedAgainst,
    ProcessMove,
    StepFate,
    StepReached,
)
from assessment.domain.computed import Computed
from assessment.domain.planning.months import month_after
from assessment.domain.rating.results import ProcessStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class _Planned:
    """A funded step of the former plan; `ends_on` is the last day of its wave, None without a start."""

    process_id: str
    from_level: int
    to_level: int
    wave: int
    ends_on: date | None


def planned_against(before: Computed, after: Computed, processes: Iterable[ProcessMove]) -> PlannedAgainst:
    """The plan of the former assessment against the levels of the later one."""
    moves = {one.process_id: one for one in processes}
    plan = next((one for one in before.assessment.plans if one.is_chosen), None)
    steps = tuple(_of_roadmap(before) if plan is None else _of_plan(plan))
    day = after.assessment.header.assessed_on
    planned = tuple(_reached(step, moves.get(step.process_id), day) for step in steps)
    return PlannedAgainst(
        plan_name=None if plan is None else plan.name, steps=(*planned, *_unplanned(moves.values(), steps))
    )


def _of_roadmap(before: Computed) -> Iterator[_Planned]:
    for wave in before.roadmap.waves:
        for step in wave.steps:
            yield _Planned(
                process_id=step.process_id,
                from_level=step.from_level,
                to_level=step.to_level,
                wave=wave.number,
                ends_on=wave.ends_on,
            )


def _of_plan(plan: SavedPlan) -> Iterator[_Planned]:
    for step in sorted(plan.steps, key=lambda one: one.wave):
        if step.wave > 0:
            yield _Planned(
                process_id=step.process_id,
                from_level=step.from_level,
                to_level=step.to_level,
                wave=step.wave,
                ends_on=wave_end(plan.settings, step.wave),
            )


def wave_end(settings: RoadmapSettings, number: int) -> date | None:
    """The last day of a wave, from 1; None without a start.

    >>> wave_end(RoadmapSettings(start=date(2026, 11, 15), wave_months=2), 1)
    datetime.date(2026, 12, 31)
    """
    if settings.start is None:
        return None
    lengths = settings.wave_lengths or (settings.wave_months,) * settings.wave_count
    return month_after(settings.start, sum(lengths[:number])) - timedelta(days=1)


def _reached(step: _Planned, move: ProcessMove | None, day: date) -> StepReached:
    fate, reason = _fate(step, move)
    return StepReached(
        process_id=step.process_id,
        from_level=step.from_level,
        to_level=step.to_level,
        wave=step.wave,
        fate=fate,
        is_due=None if step.ends_on is None else step.ends_on <= day,
        for_nothing=reason,
        reached_level=None if move is None else move.after_level,
    )


def _fate(step: _Planned, move: ProcessMove | None) -> tuple[StepFate, NothingReason | None]:
    if move is None or move.after_status is None:
        return StepFate.FOR_NOTHING, NothingReason.LEFT_SCOPE
    if move.before_level is not None and move.before_level >= step.to_level:
        return StepFate.FOR_NOTHING, NothingReason.ALREADY_THERE
    if move.after_level is None:
        is_void = move.after_status is ProcessStatus.NOT_APPLICABLE
        return (StepFate.FOR_NOTHING, NothingReason.NOT_APPLICABLE) if is_void else (StepFate.UNKNOWN, None)
    if move.after_level >= step.to_level:
        return StepFate.LANDED, None
    if move.after_target is not None and move.after_target <= step.from_level:
        return StepFate.FOR_NOTHING, NothingReason.TARGET_LOWERED
    return StepFate.NOT_LANDED, None


def _unplanned(moves: Iterable[ProcessMove], steps: tuple[_Planned, ...]) -> Iterator[StepReached]:
    """What was reached above the highest step planned of a process, or without any."""
    for move in moves:
        if move.before_level is None or move.after_level is None:
            continue
        planned = (step.to_level for step in steps if step.process_id == move.process_id)
        start = max(move.before_level, *planned, 0)
        if move.after_level > start:
            yield StepReached(
                process_id=move.process_id,
                from_level=start,
                to_level=move.after_level,
                wave=None,
                fate=StepFate.UNPLANNED,
                is_due=None,
                for_nothing=None,
                reached_level=move.after_level,
            )
