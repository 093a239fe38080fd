"""What is planned and how firm it is: frozen facts of the roadmap and of the draws; views make the sentences.

Suffixes and None mean what they mean in `rating.results`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from assessment.domain.answered.organisation import Authority
from assessment.domain.answered.roadmap_settings import Pin
from assessment.domain.authored.content import Action
from assessment.domain.rating.warnings import MethodWarning


class ActionKind(StrEnum):
    """Why an action comes first."""

    APPOINT_OWNER = "appoint-owner"
    READINESS = "readiness"
    STEP = "step"


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstAction:
    """One action to begin with.

    Of a step: `attribute_id` and `action` from the framework's library, for an attribute that the step raises. Of
    readiness: `question_id` of the question answered with no and its `action`. To appoint the owner: neither.
    """

    kind: ActionKind
    action: Action | None = None
    attribute_id: str | None = None
    question_id: str | None = None

    @property
    def prepares(self) -> bool:
        """True for what comes before the step itself."""
        return self.kind is not ActionKind.STEP


class RiskKind(StrEnum):
    """What may hinder the steps of a process."""

    AUTHORITY = "authority"
    READINESS = "readiness"


@dataclass(frozen=True, slots=True, kw_only=True)
class StepRisk:
    """A risk: the owner's `authority` that does not reach from end to end, or an open readiness `question_id`."""

    kind: RiskKind
    authority: Authority | None = None
    question_id: str | None = None


class ReasonKind(StrEnum):
    """Why a step is in its wave, or in none; the facts each gives stand behind it."""

    PINNED = "pinned"  # put into its wave by hand
    PINNED_OUT = "pinned-out"  # left out by hand
    NOTHING_FIRST = "nothing-first"  # in wave 1, nothing had to come first
    AFTER_OWN_STEP = "after-own-step"  # level, wave: its own step before lands there; it could not be earlier
    WITH_SUPPLIER = "with-supplier"  # process_id, level, wave: they share the wave, nothing earlier was possible
    # wave: the earliest its order allows; from there up to its own, or to the last where it is not funded, no wave had
    # room left; count: points of all that have to share its wave, where it is not alone
    WAVES_FULL = "waves-full"
    NO_CAPACITY = "no-capacity"  # not funded: no wave has any
    TOO_LARGE = "too-large"  # not funded: count points, limit_count in the largest wave
    OWN_STEP_NOT_FUNDED = "own-step-not-funded"  # level: where the step before it lands
    SUPPLIER_NOT_FUNDED = "supplier-not-funded"  # process_id, level: it needs a supplier there, which never gets there
    NO_WAVE_LEFT = "no-wave-left"  # wave: the step before it falls into the last one
    CIRCLE = "circle"  # process_id: steps that need each other and allow no order, or fit no wave together
    OTHERS_BRING_MORE = (
        "others-bring-more"  # not funded: no plan with it is worth more; only of a proven plan without pins
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class StepReason:
    """The facts of the sentence that says why a step is where it is; `ReasonKind` says which are given."""

    kind: ReasonKind
    process_id: str | None = None
    level: int | None = None
    wave: int | None = None
    count: int | None = None
    limit_count: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One process from `from_level` to the level it lands on: the work item of the roadmap (METHOD.md section 13).

    `to_level` is where it lands, also above the target. `wave` counts from 1; 0 is not funded. `earliest_wave` is the
    earliest that order and capacity of each wave by itself allow, None where none does. `value` points of priority,
    `effort_count` points of work. `score_after` and `profile_after` (percent of each attribute) once it is done.
    `unblocks`: processes with a step that needs this one. `last_actions`: those whose evidence shows that it is done.
    """

    process_id: str
    from_level: int
    to_level: int
    value: float
    effort_count: int
    is_effort_set_by_hand: bool
    wave: int
    earliest_wave: int | None
    is_pinned: bool
    is_quick_win: bool
    raises: tuple[str, ...]
    owner_name: str | None
    reason: StepReason
    first_actions: tuple[FirstAction, ...]
    last_actions: tuple[FirstAction, ...]
    unblocks: tuple[str, ...]
    risks: tuple[StepRisk, ...]
    score_before: float
    score_after: float
    profile_after: Mapping[str, float | None]
    person_day_count: float | None
    cost: float | None

    @property
    def evidence_of_done(self) -> tuple[str, ...]:
        """What shows that the step is done."""
        return tuple(one.action.evidence for one in self.last_actions if one.action is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wave:
    """One planning period: its months, its steps and what it uses of its capacity.

    `first_month` and `last_month` count from 1 at the start of the roadmap; `starts_on` and `ends_on` (the first day
    of the first month, the last day of the last one) are None without a start date. `budget` is in the unit of the
    settings, None where waves are given points. `at_target_count` of the
    processes with a level are at target once it is over.
    """

    number: int
    first_month: int
    last_month: int
    starts_on: date | None
    ends_on: date | None
    capacity_count: int
    effort_count: int
    steps: tuple[Step, ...]
    levels_after: Mapping[str, int | None]
    scores_after: Mapping[str, float | None]
    at_target_count: int
    person_day_count: float | None
    cost: float | None
    budget: float | None = None


class PlanMethod(StrEnum):
    """How a plan was found."""

    PROVEN = "proven"
    NODE_LIMIT = "node-limit"
    GREEDY = "greedy"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class PinCost:
    """What a pin costs: the objective of the plan with every pin kept, and of the plan without this one."""

    pin: Pin
    objective_with: float
    objective_without: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Roadmap:
    """The plan: waves in order, what is not funded, and how good the plan is.

    `objective` is the maximised sum; `gap_share` is 0 when proven best among the plans that keep the pins.
    `pin_costs` has an entry for each pin that is kept, `objective_without_pins` is None without one.
    """

    waves: tuple[Wave, ...]
    not_funded: tuple[Step, ...]
    objective: float
    objective_without_pins: float | None
    pin_costs: tuple[PinCost, ...]
    gap_share: float
    method: PlanMethod
    warnings: tuple[MethodWarning, ...]

    @property
    def steps(self) -> tuple[Step, ...]:
        """Every step, funded ones by wave and then the rest."""
        return tuple(step for wave in self.waves for step in wave.steps) + self.not_funded


@dataclass(frozen=True, slots=True, kw_only=True)
class SensitivityRange:
    """Percentiles 5 and 95 of a process's score when its respondents are drawn again (METHOD.md section 7 b)."""

    process_id: str
    low_score: float
    high_score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class RankFirmness:
    """How firm one process's place is: share of draws among the first three, median rank and its 90 % interval."""

    process_id: str
    top_three_share: float
    median_rank: float
    low_rank: float
    high_rank: float


class FirmnessWord(StrEnum):
    """How firm the whole order is."""

    FIRM = "firm"
    LIKELY = "likely"
    OPEN = "open"
    NOT_MEASURED = "not-measured"


@dataclass(frozen=True, slots=True, kw_only=True)
class Firmness:
    """How firm the order is (METHOD.md section 14): `mean_tau` over the processes with need in the base order, None
    where they are fewer than three. `processes` follow the base order."""

    mean_tau: float | None
    word: FirmnessWord
    draw_count: int
    seed: int
    processes: tuple[RankFirmness, ...]
    sensitivity_ranges: tuple[SensitivityRange, ...]
