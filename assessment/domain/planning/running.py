"""A plan that is run: its steps and actions with what was entered of each, and what is late, blocked or done on a day.

| symbol | name | unit | range | direction |
|---|---|---|---|---|
| done | a step or action with a day it was done on, or the status done | | | |
| late | due before the day, and not done | | | |
| blocked | not done, and waiting: by its status, or for a supplier's step while it should be under way | | | |
| done share | effort of the steps that are done over that of all that are funded | share | 0 to 1 | higher is further |
| due share | effort of the steps that are due by the day over the same | share | 0 to 1 | what the plan asks |

The steps are those of the plan that was chosen, else the roadmap's. A step should be under way once it was started, or
its first day has come, or where nobody knows its first day. A supplier's step counts where a hard linkage leads from
it, the receiver lands on level n >= 2, and the supplier is below n - 1 now: it is the supplier's first step to n - 1,
else its last. Where nobody set a day it is the first and the last day of the wave; an action that prepares is due when
its step starts, any other when its step is due. A step counts whole or not at all. Own rules.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from assessment.domain.answered.actions import ActionKind, ActionStatus, PlannedAction
from assessment.domain.answered.running import RunningStep
from assessment.domain.computed import Computed
from assessment.domain.planning.leverage import hard_linkages
from assessment.domain.planning.planned import (
    PlannedStep,
    WaveDates,
    chosen_plan,
    planned_steps,
    settings_of,
    wave_dates,
)
from assessment.domain.planning.register import RegisterAction, register_of

StepKey = tuple[str, int]
"""A process and the level that its step lands on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """From when until when; `is_..._derived`: nobody said so, it follows from the wave. None where nothing says."""

    start: date | None
    due: date | None
    is_start_derived: bool
    is_due_derived: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RunAction:
    """An action of a step on a day. `owner` is who has it; where nobody was named, who has its step."""

    action: RegisterAction
    owner: str | None
    is_owner_derived: bool
    span: Span
    status: ActionStatus
    is_done: bool
    is_late: bool
    is_blocked: bool

    @property
    def id(self) -> str:
        """The id of the action in the register."""
        return self.action.id


@dataclass(frozen=True, slots=True, kw_only=True)
class RunStep:
    """A step of the plan on a day.

    `owner` is who has the step; where nobody was named, who owns the process, and `is_owner_derived`. `waits_for` are
    the suppliers' steps that are not done, whether or not it should be under way. `level_now` is the level of the
    process in the answers, None for none.
    """

    planned: PlannedStep
    entry: RunningStep | None
    owner: str | None
    is_owner_derived: bool
    span: Span
    status: ActionStatus
    waits_for: tuple[StepKey, ...]
    level_now: int | None
    is_done: bool
    is_late: bool
    is_blocked: bool
    actions: tuple[RunAction, ...]

    @property
    def key(self) -> StepKey:
        """The process and the level it lands on."""
        return self.planned.process_id, self.planned.to_level

    @property
    def is_reached(self) -> bool:
        """Whether the answers put the process on the level of the step, or above."""
        return self.level_now is not None and self.level_now >= self.planned.to_level


@dataclass(frozen=True, slots=True, kw_only=True)
class WaveProgress:
    """How far a wave is; `effort_count` are its points, `done_effort_count` those of its steps that are done."""

    number: int
    dates: WaveDates
    steps: tuple[RunStep, ...]

    @property
    def effort_count(self) -> int:
        """Points of all its steps."""
        return effort_of(self.steps)

    @property
    def done_effort_count(self) -> int:
        """Points of the steps that are done."""
        return effort_of(step for step in self.steps if step.is_done)

    @property
    def done_share(self) -> float | None:
        """Share of the effort that is done, 0 to 1; None for a wave without a step."""
        return self.done_effort_count / self.effort_count if self.effort_count else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A plan on a day: its waves, what is not funded but was begun, and entries whose step the plan does not have.

    `planned_at_target_count`: processes that the plan wanted at target by the end of the last wave before the day, None
    without dates or where the plan does not say; `at_target_count` of `process_count` are there by the answers.
    """

    day: date
    plan_name: str | None
    waves: tuple[WaveProgress, ...]
    beside: tuple[RunStep, ...]
    strays: tuple[RunningStep, ...]
    stray_actions: tuple[RegisterAction, ...]
    at_target_count: int
    planned_at_target_count: int | None
    process_count: int

    @property
    def funded(self) -> tuple[RunStep, ...]:
        """The steps that are in a wave, in the order of the plan."""
        return tuple(step for wave in self.waves for step in wave.steps)

    @property
    def steps(self) -> tuple[RunStep, ...]:
        """Every step: those in a wave, then those that are not funded and were begun."""
        return (*self.funded, *self.beside)

    @property
    def done_share(self) -> float | None:
        """Share of the effort of all waves that is done, 0 to 1; None where no step is funded."""
        whole = effort_of(self.funded)
        return sum(wave.done_effort_count for wave in self.waves) / whole if whole else None

    @property
    def due_share(self) -> float | None:
        """Share of the effort of all waves that is due by the day, 0 to 1; None where no step has a day."""
        dated = [step for step in self.funded if step.span.due is not None]
        if not dated:
            return None
        return effort_of(step for step in dated if _is_due(step, self.day)) / effort_of(self.funded)

    @property
    def current_wave(self) -> int | None:
        """The wave that the day is in; without one the first with a step that is not done; None where all is done."""
        for wave in self.waves:
            if wave.dates.holds(self.day):
                return wave.number
        return next((wave.number for wave in self.waves if any(not step.is_done for step in wave.steps)), None)


def run_of(computed: Computed, day: date) -> Run:
    """The plan of an assessment as it stands on a day."""
    assessment, settings = computed.assessment, settings_of(computed)
    planned, chosen = planned_steps(computed), chosen_plan(computed)
    entries = {(entry.process_id, entry.to_level): entry for entry in assessment.running}
    register = register_of(assessment, computed.roadmap)
    made = _Making(
        computed=computed,
        day=day,
        waves={number: wave_dates(settings, number) for number in range(1, settings.wave_count + 1)},
        entries=entries,
        levels={one.process_id: one.level.level for one in computed.result.processes},
        needs=_needs(computed, planned),
        actions=_by_step(register, planned),
    )
    steps = [made.step(one) for one in planned]
    keys = {step.key for step in steps}
    return Run(
        day=day,
        plan_name=None if chosen is None else chosen.name,
        waves=tuple(
            WaveProgress(number=number, dates=dates, steps=tuple(step for step in steps if step.planned.wave == number))
            for number, dates in made.waves.items()
        ),
        beside=tuple(step for step in steps if not step.planned.wave and step.entry is not None),
        strays=tuple(entry for key, entry in entries.items() if key not in keys),
        stray_actions=tuple(one for one in register if _key_of(one, planned) is None and not one.is_struck),
        at_target_count=computed.result.whole.at_target_count,
        planned_at_target_count=_planned_at_target(computed, made.waves, day),
        process_count=computed.result.whole.process_count,
    )


def effort_of(steps: Iterable[RunStep]) -> int:
    """Points of some steps."""
    return sum(step.planned.effort_count for step in steps)


def is_done(entry: RunningStep | PlannedAction | None) -> bool:
    """Whether a step or an action is done by what was entered of it."""
    return entry is not None and (entry.status is ActionStatus.DONE or entry.done_on is not None)


def says_nothing(entry: RunningStep) -> bool:
    """Whether an entry holds nothing but which step it is of, so that it need not be kept."""
    return entry == RunningStep(process_id=entry.process_id, to_level=entry.to_level)


def is_closed_unseen(entry: RunningStep) -> bool:
    """Whether a step is said to be done without a word on what was seen of it."""
    return is_done(entry) and entry.evidence is None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Making:
    """What every step is made with."""

    computed: Computed
    day: date
    waves: Mapping[int, WaveDates]
    entries: Mapping[StepKey, RunningStep]
    levels: Mapping[str, int | None]
    needs: Mapping[StepKey, tuple[StepKey, ...]]
    actions: Mapping[StepKey, tuple[RegisterAction, ...]]

    def step(self, planned: PlannedStep) -> RunStep:
        """A step on the day."""
        key = (planned.process_id, planned.to_level)
        entry, span = self.entries.get(key), self._span(planned)
        done, status = is_done(entry), _status_of(entry)
        waits_for = tuple(need for need in self.needs.get(key, ()) if not is_done(self.entries.get(need)))
        is_under_way = status is ActionStatus.STARTED or span.start is None or span.start <= self.day
        named = None if entry is None else entry.owner
        of_process = self.computed.assessment.owner_by_process.get(planned.process_id)
        who = named or (None if of_process is None else of_process.name)
        return RunStep(
            planned=planned,
            entry=entry,
            owner=who,
            is_owner_derived=named is None,
            span=span,
            status=status,
            waits_for=waits_for,
            level_now=self.levels.get(planned.process_id),
            is_done=done,
            is_late=_is_late(span.due, self.day, is_done=done),
            is_blocked=not done and (status is ActionStatus.WAITING or (bool(waits_for) and is_under_way)),
            actions=tuple(self._action(one, span, who) for one in self.actions.get(key, ())),
        )

    def _span(self, planned: PlannedStep) -> Span:
        entry = self.entries.get((planned.process_id, planned.to_level))
        dates = self.waves.get(planned.wave, WaveDates(first=None, last=None))
        return _span_of(entry, dates.first, dates.last)

    def _action(self, action: RegisterAction, step: Span, who: str | None) -> RunAction:
        is_before = action.kind is ActionKind.BEFORE
        span = _span_of(action.entry, None if is_before else step.start, step.start if is_before else step.due)
        done, status = is_done(action.entry), _status_of(action.entry)
        named = None if action.entry is None else action.entry.owner
        return RunAction(
            action=action,
            owner=named or who,
            is_owner_derived=named is None,
            span=span,
            status=status,
            is_done=done,
            is_late=_is_late(span.due, self.day, is_done=done),
            is_blocked=not done and status is ActionStatus.WAITING,
        )


def _span_of(entry: RunningStep | PlannedAction | None, start: date | None, due: date | None) -> Span:
    """The days that were set, and those that follow where none was; nothing follows that would end before it starts."""
    set_start = None if entry is None else entry.start
    set_due = None if entry is None else entry.due
    if set_start is None and set_due is not None and start is not None and start > set_due:
        start = None
    if set_due is None and set_start is not None and due is not None and due < set_start:
        due = None
    return Span(
        start=set_start or start,
        due=set_due or due,
        is_start_derived=set_start is None and start is not None,
        is_due_derived=set_due is None and due is not None,
    )


def _status_of(entry: RunningStep | PlannedAction | None) -> ActionStatus:
    if is_done(entry):
        return ActionStatus.DONE
    return ActionStatus.PLANNED if entry is None or entry.status is None else entry.status


def _is_late(due: date | None, day: date, *, is_done: bool) -> bool:
    return due is not None and due < day and not is_done


def _is_due(step: RunStep, day: date) -> bool:
    return step.span.due is not None and step.span.due <= day


def _needs(computed: Computed, planned: Sequence[PlannedStep]) -> Mapping[StepKey, tuple[StepKey, ...]]:
    """The suppliers' steps that each step needs, by the hard linkages of the plan."""
    levels = {one.process_id: one.level.level for one in computed.result.processes if one.level.level is not None}
    own: dict[str, list[int]] = {}
    for step in planned:
        own.setdefault(step.process_id, []).append(step.to_level)
    pairs = hard_linkages(computed.framework, settings_of(computed), levels)
    found: dict[StepKey, list[StepKey]] = {}
    for step in planned:
        for supplier, receiver in pairs:
            needed = step.to_level - 1
            if receiver != step.process_id or needed < 1 or levels[supplier] >= needed or supplier not in own:
                continue
            landings = sorted(own[supplier])
            landing = next((level for level in landings if level >= needed), landings[-1])
            found.setdefault((step.process_id, step.to_level), []).append((supplier, landing))
    return {key: tuple(needs) for key, needs in found.items()}


def _by_step(
    register: Sequence[RegisterAction], planned: Sequence[PlannedStep]
) -> Mapping[StepKey, tuple[RegisterAction, ...]]:
    """The actions of each step, without struck ones."""
    found: dict[StepKey, list[RegisterAction]] = {}
    for action in register:
        key = _key_of(action, planned)
        if key is not None and not action.is_struck:
            found.setdefault(key, []).append(action)
    return {key: tuple(actions) for key, actions in found.items()}


def _key_of(action: RegisterAction, planned: Sequence[PlannedStep]) -> StepKey | None:
    """The step of the plan that an action belongs to: the one on whose way its level lies; None for none."""
    if not action.is_planned and not action.is_own:
        return None
    for step in planned:
        if step.process_id == action.process_id and step.from_level < action.to_level <= step.to_level:
            return step.process_id, step.to_level
    return None


def _planned_at_target(computed: Computed, waves: Mapping[int, WaveDates], day: date) -> int | None:
    """Processes that the plan wanted at target by now."""
    if all(dates.last is None for dates in waves.values()):
        return None
    over = sum(dates.last is not None and dates.last < day for dates in waves.values())
    chosen = chosen_plan(computed)
    if chosen is not None:
        counts = chosen.at_target_counts
        return counts[over] if len(counts) == len(waves) + 1 else None  # a plan from elsewhere may not say
    if not over:
        return computed.result.whole.at_target_count
    return computed.roadmap.waves[over - 1].at_target_count
