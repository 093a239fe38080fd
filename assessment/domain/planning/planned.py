"""What is run: the steps and waves of the plan that was chosen, else those of the roadmap, alike from both."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from assessment.domain.answered.plans import SavedPlan
from assessment.domain.answered.roadmap_settings import RoadmapSettings
from assessment.domain.computed import Computed
from assessment.domain.planning.budgets import months_before
from assessment.domain.planning.months import last_day_of, month_after
from assessment.domain.planning.results import Step


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedStep:
    """A step as a plan has it; `wave` 0 is not funded.

    `step` is the roadmap's own of the same landing, if there is one: it knows what is done first, and how one sees that
    it is done.
    """

    process_id: str
    from_level: int
    to_level: int
    wave: int
    effort_count: int
    step: Step | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WaveDates:
    """The first and the last day of a wave; None without a start of the plan."""

    first: date | None
    last: date | None

    def holds(self, day: date) -> bool:
        """Whether a day is in the wave."""
        return self.first is not None and self.last is not None and self.first <= day <= self.last


def chosen_plan(computed: Computed) -> SavedPlan | None:
    """The plan that was chosen among those saved; None where none was."""
    return next((plan for plan in computed.assessment.plans if plan.is_chosen), None)


def settings_of(computed: Computed) -> RoadmapSettings:
    """What the plan that is run was planned with."""
    chosen = chosen_plan(computed)
    return computed.assessment.roadmap if chosen is None else chosen.settings


def planned_steps(computed: Computed) -> tuple[PlannedStep, ...]:
    """The steps of the plan that is run, by wave and within one as the plan has them, those not funded last.

    Of a saved plan those whose process is no longer in the scope are left out.
    """
    own = {(step.process_id, step.to_level): step for step in computed.roadmap.steps}
    chosen = chosen_plan(computed)
    if chosen is None:
        return tuple(_planned(step) for step in computed.roadmap.steps)
    kept = [one for one in chosen.steps if one.process_id in computed.assessment.scope]
    return tuple(
        PlannedStep(
            process_id=one.process_id,
            from_level=one.from_level,
            to_level=one.to_level,
            wave=one.wave,
            effort_count=one.effort_count,
            step=own.get((one.process_id, one.to_level)),
        )
        for one in sorted(kept, key=lambda one: one.wave or chosen.settings.wave_count + 1)
    )


def wave_dates(settings: RoadmapSettings, number: int) -> WaveDates:
    """The days of a wave, counted from 1; None where the plan has no start.

    >>> wave_dates(RoadmapSettings(start=date(2026, 11, 15)), 2)
    WaveDates(first=datetime.date(2027, 2, 1), last=datetime.date(2027, 4, 30))
    """
    if settings.start is None:
        return WaveDates(first=None, last=None)
    months = months_before(settings)
    return WaveDates(
        first=month_after(settings.start, months[number - 1]),
        last=last_day_of(month_after(settings.start, months[number] - 1)),
    )


def _planned(step: Step) -> PlannedStep:
    return PlannedStep(
        process_id=step.process_id,
        from_level=step.from_level,
        to_level=step.to_level,
        wave=step.wave,
        effort_count=step.effort_count,
        step=step,
    )
