"""A plan that was kept under a name: what it takes and leads to, and what differs between two of them.

| symbol | name | unit | range | direction |
|---|---|---|---|---|
| wave | when a step is done | ordinal | 1 to K, 0 not funded, None no such step | earlier is better |
| month | when a wave is over, counted from a beginning that both plans share | months | 1 up | earlier is better |
| value | priority that steps earn, as they were worth when the plan was saved | points | 0 up | higher is worth more |
| worth | sum of value * (K - wave + 1) | points | 0 up | higher is worth more |

Two plans are compared by the months in which their waves are over: by the calendar where both have a start, else each
counted from its own. Steps are matched by where they land (METHOD.md section 13). Own rules.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum

from assessment.domain.answered.plans import SavedPlan, SavedStep
from assessment.domain.answered.roadmap_settings import RoadmapSettings, changed_parts
from assessment.domain.computed import Computed
from assessment.domain.planning.budgets import months_before
from assessment.domain.planning.steps import StepKey

MONTHS_A_YEAR = 12
PRESENT_ID = "present"
"""The id that the present plan goes by where it stands beside saved ones; no saved plan has it."""
NEVER = datetime(1970, 1, 1, tzinfo=UTC)
NO_HASH = "0" * 64


class StepMove(StrEnum):
    """What becomes of a step from one plan to another."""

    SAME = "same"
    EARLIER = "earlier"
    LATER = "later"
    IN = "in"  # only the second plan funds it
    OUT = "out"  # only the first plan funds it
    NEITHER = "neither"  # no plan funds it


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanSum:
    """What a plan comes to. Days and cost are None where a point of effort stands for none.

    `at_target_counts`: processes at target at the beginning and after each wave; `month_counts`: months from the
    beginning of the plan to the end of each wave.
    """

    funded_count: int
    left_out_count: int
    moving_count: int
    effort_count: int
    value: float
    worth: float
    person_day_count: float | None
    cost: float | None
    currency: str
    at_target_counts: tuple[int, ...]
    process_count: int
    month_counts: tuple[int, ...]

    @property
    def last_at_target_count(self) -> int | None:
        """Processes at target after the last wave; None where a plan from elsewhere does not say."""
        return self.at_target_counts[-1] if len(self.at_target_counts) == len(self.month_counts) + 1 else None


@dataclass(frozen=True, slots=True, kw_only=True)
class StepChange:
    """One step in two plans; a wave is 0 where it is not funded and None where the plan has no such step."""

    process_id: str
    from_level: int
    to_level: int
    first_wave: int | None
    second_wave: int | None
    first_effort: int | None
    second_effort: int | None
    move: StepMove


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanComparison:
    """Two plans side by side. `steps` are in the order of the first plan's, then those that the second alone has.

    `settings_changed`: what was set otherwise, as `changed_parts` names it. `has_same_steps`: both know the same steps,
    funded or not. `is_valued_alike`: each step that both know was worth the same in both, so that sums compare.
    """

    first: SavedPlan
    second: SavedPlan
    first_sum: PlanSum
    second_sum: PlanSum
    steps: tuple[StepChange, ...]
    settings_changed: frozenset[str]
    has_same_steps: bool
    is_valued_alike: bool

    def of(self, *moves: StepMove) -> tuple[StepChange, ...]:
        """The steps that something becomes of."""
        return tuple(step for step in self.steps if step.move in moves)


@dataclass(frozen=True, slots=True, kw_only=True)
class Saving:
    """When a plan is saved, by whom, and on which state of the assessment: its journal's entry and snapshot hash."""

    at: datetime
    by: str | None
    revision: int
    state_hash: str


def present_plan(computed: Computed) -> SavedPlan:
    """The plan of an assessment as it is now, laid out as one that is saved, to stand beside those; it has no name."""
    roadmap, whole, anchor = computed.roadmap, computed.result.whole, computed.anchor
    return SavedPlan(
        id=PRESENT_ID,
        name=PRESENT_ID,
        saved_at=NEVER,
        saved_by=None,
        revision=0 if anchor is None else anchor.seq,
        state_hash=NO_HASH,
        settings=computed.assessment.roadmap,
        steps=tuple(
            SavedStep(
                process_id=step.process_id,
                from_level=step.from_level,
                to_level=step.to_level,
                wave=step.wave,
                effort_count=step.effort_count,
                value=step.value,
            )
            for step in roadmap.steps
        ),
        at_target_counts=(whole.at_target_count, *(wave.at_target_count for wave in roadmap.waves)),
        process_count=whole.process_count,
        is_chosen=False,
    )


def kept_plan(computed: Computed, plan_id: str, name: str, saved: Saving) -> SavedPlan:
    """The plan of an assessment as it is now, under a name; not the chosen one."""
    return present_plan(computed).model_copy(
        update={
            "id": plan_id,
            "name": name,
            "saved_at": saved.at,
            "saved_by": saved.by,
            "revision": saved.revision,
            "state_hash": saved.state_hash,
        }
    )


def chosen_plan(plans: Sequence[SavedPlan]) -> SavedPlan | None:
    """The one that is *the plan*; None where none was chosen."""
    return next((plan for plan in plans if plan.is_chosen), None)


def month_counts(settings: RoadmapSettings) -> tuple[int, ...]:
    """Months from the beginning of a plan to the end of each of its waves.

    >>> month_counts(RoadmapSettings(wave_count=3, wave_months=2))
    (2, 4, 6)
    """
    return months_before(settings)[1:]


def month_shift(first: RoadmapSettings, second: RoadmapSettings) -> int:
    """How many months the second plan begins after the first; 0 where not both have a start.

    >>> month_shift(RoadmapSettings(start=date(2026, 1, 1)), RoadmapSettings(start=date(2026, 4, 1)))
    3
    """
    if first.start is None or second.start is None:
        return 0
    return _month(second.start) - _month(first.start)


def _month(day: date) -> int:
    return day.year * MONTHS_A_YEAR + day.month


def sum_of(plan: SavedPlan) -> PlanSum:
    """What a plan takes and leads to."""
    funded = [step for step in plan.steps if step.wave]
    settings, effort = plan.settings, sum(step.effort_count for step in funded)
    return PlanSum(
        funded_count=len(funded),
        left_out_count=len(plan.steps) - len(funded),
        moving_count=len({step.process_id for step in funded}),
        effort_count=effort,
        value=sum(step.value for step in funded),
        worth=sum(step.value * (settings.wave_count - step.wave + 1) for step in funded),
        person_day_count=None if settings.person_days_per_point is None else effort * settings.person_days_per_point,
        cost=None if settings.cost_per_point is None else effort * settings.cost_per_point,
        currency=settings.currency,
        at_target_counts=plan.at_target_counts,
        process_count=plan.process_count,
        month_counts=month_counts(settings),
    )


def compare_plans(first: SavedPlan, second: SavedPlan) -> PlanComparison:
    """Two plans side by side, step by step and as a whole."""
    old, new = steps_by_landing(first), steps_by_landing(second)
    first_months = dict(enumerate(month_counts(first.settings), start=1))
    shift = month_shift(first.settings, second.settings)
    second_months = dict(enumerate((shift + month for month in month_counts(second.settings)), start=1))
    return PlanComparison(
        first=first,
        second=second,
        first_sum=sum_of(first),
        second_sum=sum_of(second),
        steps=tuple(_change(key, old.get(key), new.get(key), first_months, second_months) for key in {**old, **new}),
        settings_changed=changed_parts(first.settings, second.settings),
        has_same_steps=old.keys() == new.keys(),
        is_valued_alike=all(old[key].value == new[key].value for key in old.keys() & new.keys()),
    )


def steps_by_landing(plan: SavedPlan) -> Mapping[StepKey, SavedStep]:
    """The steps of a plan by process and the level they land on."""
    return {(step.process_id, step.to_level): step for step in plan.steps}


def _change(
    key: StepKey,
    old: SavedStep | None,
    new: SavedStep | None,
    first_months: Mapping[int, int],
    second_months: Mapping[int, int],
) -> StepChange:
    known = new or old
    return StepChange(
        process_id=key[0],
        from_level=0 if known is None else known.from_level,
        to_level=key[1],
        first_wave=None if old is None else old.wave,
        second_wave=None if new is None else new.wave,
        first_effort=None if old is None else old.effort_count,
        second_effort=None if new is None else new.effort_count,
        move=move_between(
            first_months.get(0 if old is None else old.wave), second_months.get(0 if new is None else new.wave)
        ),
    )


def move_between(first_month: int | None, second_month: int | None) -> StepMove:
    """What becomes of a step that is done in one month and then in another; None where it is not funded.

    >>> move_between(6, 3), move_between(6, None)
    (<StepMove.EARLIER: 'earlier'>, <StepMove.OUT: 'out'>)
    """
    if first_month is None or second_month is None:
        if first_month == second_month:
            return StepMove.NEITHER
        return StepMove.IN if first_month is None else StepMove.OUT
    if first_month == second_month:
        return StepMove.SAME
    return StepMove.EARLIER if second_month < first_month else StepMove.LATER
