"""How far the chosen plan has drifted from what would be best now. Nothing here changes a plan.

| symbol | name | unit | range | direction |
|---|---|---|---|---|
| plan | the chosen plan as it was saved: its steps and their waves | | | |
| best | the plan of the assessment as it is now, under its present settings | | | |
| kept wave | when a step of `best` would be done if the plan were kept | ordinal | 1 to K, 0 not at all | |
| worth | sum of value * (K - wave + 1), with the values and the K of now | points | 0 up | higher is worth more |

The plan is kept by the months in which its waves are over: a step is put into the first present wave that is not over
sooner, into wave 1 where its month is past, and later only where what has to come before it now comes later. Steps that
the plan does not have are not done, nor what waits for them. Capacity does not push a step back: waves that hold too
much are named. What keeping loses is the worth of `best` less that of the plan as kept; own rules.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from assessment.domain.answered.plans import SavedPlan, SavedStep
from assessment.domain.answered.roadmap_settings import RoadmapSettings, changed_parts
from assessment.domain.computed import Computed
from assessment.domain.planning.leverage import hard_linkages
from assessment.domain.planning.problem import PlanProblem, PlanStep
from assessment.domain.planning.results import Step
from assessment.domain.planning.saved import StepMove, month_counts, month_shift, move_between, steps_by_landing
from assessment.domain.planning.steps import StepKey


class DriftKind(StrEnum):
    """What became of a step since the plan was saved."""

    KEPT = "kept"  # still needed, and best where the plan has it
    EARLIER = "earlier"  # best earlier now than the plan has it
    LATER = "later"
    ENTERS = "enters"  # the plan left it out; now it would be funded
    LEAVES = "leaves"  # the plan funds it; now it would be left out
    LEFT_OUT = "left-out"  # left out then and now
    REACHED = "reached"  # the process is there
    NOT_NEEDED = "not-needed"
    NEW = "new"  # needed now, and no step of the plan


class NotNeeded(StrEnum):
    """Why a step of the plan is none any more, though nobody reached it."""

    OUT_OF_SCOPE = "out-of-scope"
    NO_LEVEL = "no-level"  # nothing was answered of the process, or nothing applies
    TARGET_LOWERED = "target-lowered"
    LANDS_OTHERWISE = "lands-otherwise"  # another step of now passes this level


@dataclass(frozen=True, slots=True, kw_only=True)
class DriftStep:
    """One step of the plan or of now.

    `plan_wave` is the wave of the plan as saved (0 left out, None no step of it), `best_wave` that of the best plan now
    (0 not funded, None no step any more), both counted by their own plan; `kept_wave` the present one if the plan is
    kept. `is_overdue`: still to do, though its wave was over when the present plan begins.
    """

    process_id: str
    from_level: int
    to_level: int
    kind: DriftKind
    plan_wave: int | None
    best_wave: int | None
    kept_wave: int | None
    why: NotNeeded | None = None
    is_overdue: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Overfull:
    """A present wave that would hold more than it has room for if the plan were kept."""

    wave: int
    effort_count: int
    capacity_count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Drift:
    """The chosen plan beside what would be best now.

    `lost_worth` is below 0 where the plan as kept is worth more: then a wave is overfull, or pins cost more than that.
    `at_target_counts` now and after each present wave. `settings_changed` as `changed_parts` names them.
    """

    plan: SavedPlan
    steps: tuple[DriftStep, ...]
    best_worth: float
    kept_worth: float
    overfull: tuple[Overfull, ...]
    best_at_target_counts: tuple[int, ...]
    kept_at_target_counts: tuple[int, ...]
    process_count: int
    settings_changed: frozenset[str]

    @property
    def lost_worth(self) -> float:
        """What keeping the plan loses, in points; the worth of the best plan is its scale."""
        return self.best_worth - self.kept_worth

    @property
    def drifted(self) -> tuple[DriftStep, ...]:
        """The steps that are not where the plan has them; one that it left out and nobody needs is none of them."""
        return tuple(
            step
            for step in self.steps
            if step.kind not in (DriftKind.KEPT, DriftKind.LEFT_OUT) and (step.plan_wave or step.best_wave is not None)
        )

    def count(self, *kinds: DriftKind) -> int:
        """How many steps that drifted are of these kinds."""
        return sum(step.kind in kinds for step in self.drifted)


_KIND_OF_MOVE: Mapping[StepMove, DriftKind] = {
    StepMove.SAME: DriftKind.KEPT,
    StepMove.EARLIER: DriftKind.EARLIER,
    StepMove.LATER: DriftKind.LATER,
    StepMove.IN: DriftKind.ENTERS,
    StepMove.OUT: DriftKind.LEAVES,
    StepMove.NEITHER: DriftKind.LEFT_OUT,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Months:
    """The months, counted from the beginning of the plan, in which its waves and the present ones are over."""

    plan: Mapping[int, int]
    present: Mapping[int, int]
    begins: int

    @classmethod
    def of(cls, plan: RoadmapSettings, present: RoadmapSettings) -> _Months:
        """Both calendars."""
        shift = month_shift(plan, present)
        return cls(
            plan=dict(enumerate(month_counts(plan), start=1)),
            present={wave: shift + month for wave, month in enumerate(month_counts(present), start=1)},
            begins=shift,
        )

    def present_wave(self, plan_wave: int) -> int:
        """The first present wave that is not over before a wave of the plan; 0 behind the last one."""
        month = self.plan[plan_wave]
        return next((wave for wave, end in self.present.items() if end >= month), 0)

    def is_past(self, plan_wave: int) -> bool:
        """Whether a wave of the plan is over when the present plan begins."""
        return self.plan[plan_wave] <= self.begins


def drift_of(computed: Computed, plan: SavedPlan) -> Drift:
    """How far a saved plan has drifted from the present one."""
    months = _Months.of(plan.settings, computed.assessment.roadmap)
    steps = _steps_in_order(computed)
    problem = present_problem(computed, steps)
    known = steps_by_landing(plan)
    planned = [known.get((step.process_id, step.to_level)) for step in steps]
    kept = kept_waves(
        problem, [months.present_wave(one.wave) if one is not None and one.wave else 0 for one in planned]
    )
    still = [_still(step, one, months, wave) for step, one, wave in zip(steps, planned, kept, strict=True)]
    present = {(step.process_id, step.to_level) for step in steps}
    return Drift(
        plan=plan,
        steps=(*still, *(_gone(computed, one, steps) for key, one in known.items() if key not in present)),
        best_worth=problem.objective([step.wave for step in steps]),
        kept_worth=problem.objective(kept),
        overfull=_overfull(problem, kept),
        best_at_target_counts=_at_target(computed, steps, [step.wave for step in steps]),
        kept_at_target_counts=_at_target(computed, steps, kept),
        process_count=computed.result.whole.process_count,
        settings_changed=changed_parts(plan.settings, computed.assessment.roadmap),
    )


def _steps_in_order(computed: Computed) -> tuple[Step, ...]:
    order = {process.process_id: place for place, process in enumerate(computed.result.processes)}
    return tuple(sorted(computed.roadmap.steps, key=lambda step: (order[step.process_id], step.to_level)))


def present_problem(computed: Computed, steps: Sequence[Step]) -> PlanProblem:
    """What binds the steps of now: capacities, and what has to come before what; `steps` in the model's order."""
    levels = {
        process.process_id: process.level.level
        for process in computed.result.processes
        if process.level.level is not None
    }
    return PlanProblem(
        model_order=tuple(process.id for process in computed.framework.processes),
        steps=tuple(
            PlanStep(
                process_id=step.process_id, to_level=step.to_level, value=step.value, effort_count=step.effort_count
            )
            for step in steps
        ),
        capacities=tuple(wave.capacity_count for wave in computed.roadmap.waves),
        levels=levels,
        hard_pairs=hard_linkages(computed.framework, computed.assessment.roadmap, levels),
    )


def kept_waves(problem: PlanProblem, wanted: Sequence[int]) -> tuple[int, ...]:
    """The waves of a plan that is carried out as it stands: none sooner than wanted, each as soon as order allows.

    A step whose supplier, or whose own step before, is in no wave gets none either, nor one pushed behind the last.
    """
    last = problem.wave_count + 1
    waves = [wave or last for wave in wanted]
    is_settled = False
    while not is_settled:
        earliest = [
            max(
                wave,
                min(last, waves[problem.before[index]] + 1) if index in problem.before else 1,
                *(waves[needed] for needed in problem.needed_by.get(index, ())),
            )
            for index, wave in enumerate(waves)
        ]
        is_settled, waves = earliest == waves, earliest
    return tuple(0 if wave == last else wave for wave in waves)


def _still(step: Step, one: SavedStep | None, months: _Months, kept: int) -> DriftStep:
    """A step that is needed now."""
    if one is None:
        kind = DriftKind.NEW
    else:
        kind = _KIND_OF_MOVE[move_between(months.plan.get(one.wave), months.present.get(step.wave))]
    return DriftStep(
        process_id=step.process_id,
        from_level=step.from_level,
        to_level=step.to_level,
        kind=kind,
        plan_wave=None if one is None else one.wave,
        best_wave=step.wave,
        kept_wave=kept,
        is_overdue=one is not None and one.wave > 0 and months.is_past(one.wave),
    )


def _gone(computed: Computed, one: SavedStep, steps: Sequence[Step]) -> DriftStep:
    """A step of the plan that is none any more."""
    why = _why_gone(computed, one, steps)
    return DriftStep(
        process_id=one.process_id,
        from_level=one.from_level,
        to_level=one.to_level,
        kind=DriftKind.REACHED if why is None else DriftKind.NOT_NEEDED,
        plan_wave=one.wave,
        best_wave=None,
        kept_wave=None,
        why=why,
    )


def _why_gone(computed: Computed, one: SavedStep, steps: Sequence[Step]) -> NotNeeded | None:
    """Why a step is not needed; None where the process is at the level or above."""
    process = next((own for own in computed.result.processes if own.process_id == one.process_id), None)
    if process is None:
        return NotNeeded.OUT_OF_SCOPE
    level = process.level.level
    if level is None:
        return NotNeeded.NO_LEVEL
    if level >= one.to_level:
        return None
    passes = any(step.process_id == one.process_id and step.to_level > one.to_level for step in steps)
    return NotNeeded.LANDS_OTHERWISE if passes else NotNeeded.TARGET_LOWERED


def _overfull(problem: PlanProblem, kept: Sequence[int]) -> tuple[Overfull, ...]:
    return tuple(
        Overfull(wave=wave, effort_count=capacity - room, capacity_count=capacity)
        for wave, (room, capacity) in enumerate(zip(problem.rooms(kept), problem.capacities, strict=True), start=1)
        if room < 0
    )


def _at_target(computed: Computed, steps: Sequence[Step], waves: Sequence[int]) -> tuple[int, ...]:
    """How many processes are at target now and after each wave, if the steps are done in these waves."""
    targets = {one.process_id: one.target.target_level for one in computed.result.processes if one.is_assessed}
    levels = {one.process_id: one.level.level or 0 for one in computed.result.processes if one.is_assessed}
    counts = [sum(levels[own] >= target for own, target in targets.items())]
    landings: dict[int, list[StepKey]] = {}
    for step, wave in zip(steps, waves, strict=True):
        landings.setdefault(wave, []).append((step.process_id, step.to_level))
    for number in range(1, len(computed.roadmap.waves) + 1):
        for process_id, level in landings.get(number, ()):
            levels[process_id] = max(levels[process_id], level)
        counts.append(sum(levels[own] >= target for own, target in targets.items()))
    return tuple(counts)
