"""What setting assessments side by side finds: frozen facts, for views to say (METHOD.md section 17).

Both sides are what a reader may see (`disclosure`), and nothing here tells more of anybody than both of them do.
Suffixes mean what they mean in `rating.results`; a change is after minus before. None: no value on one side.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from assessment.domain.answered.assessment import AssessmentHeader, AssessmentState
from assessment.domain.authored.framework import Depth
from assessment.domain.rating.results import ProcessStatus, Verification


class ObstacleKind(StrEnum):
    """Why two assessments cannot be set side by side; what `Obstacle` holds of each."""

    ITSELF = "itself"  # it is the same assessment
    ORGANISATION = "organisation"  # before, after: names
    FRAMEWORK = "framework"  # ids
    MAJOR_VERSION = "major-version"  # versions in full
    DEPTH = "depth"  # quick, full
    BOUND = "bound"  # carry bounds in percent; between units alone: one unit beside its former self may have another


@dataclass(frozen=True, slots=True, kw_only=True)
class Obstacle:
    """Why two assessments cannot be set side by side, with what each of them has."""

    kind: ObstacleKind
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of the assessments that are compared: what it is, and under which rules its levels came about.

    `respondent_count` counts who is in it. `at_target_count` of the `process_count` processes with a level are at
    their target; `mean_score` and `floor_level` are None where no process has one.
    """

    assessment_id: str
    name: str
    organisation: str
    unit: str | None
    assessed_on: date
    state: AssessmentState
    depth: Depth
    framework_id: str
    framework_version: str
    carry_percent: float
    anonymity_floor: int
    respondent_count: int
    coverage_share: float
    verification: Verification
    at_target_count: int
    process_count: int
    mean_score: float | None
    floor_level: int | None
    snapshot_hash: str


class Movement(StrEnum):
    """Where a process went. Improved, same and fell go by the scores as they are shown, rounded down to a decimal."""

    IMPROVED = "improved"
    SAME = "same"
    FELL = "fell"
    NEW = "new"  # in scope afterwards alone
    LEFT = "left"  # in scope before alone
    NOT_COMPARABLE = "not-comparable"  # in scope both times, but without a level on one side


class MoveReasonKind(StrEnum):
    """Why a process moved."""

    ANSWERS_CHANGED = "answers-changed"  # the same people answer otherwise
    PEOPLE_CHANGED = "people-changed"  # others answer, or more, or fewer
    ODD_EVEN = "odd-even"  # the number of people went from odd to even or back, and the lower median leans down
    AGREED_REPLACED = "agreed-replaced"  # an agreed value in place of a median, another one, or a median again
    CONTENT_CHANGED = "content-changed"  # the questions are others: new, gone, of another weight or attribute
    BOUND_CHANGED = "bound-changed"  # the carry bound is another
    SCOPE_CHANGED = "scope-changed"  # it came into scope, or left it


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveReason:
    """One reason why a process moved.

    `score_change` is its part of the change, and the parts of a process sum to its `score_change`; None where there is
    no score on one side, and of a reason that has no part of its own (odd and even, scope). `item_ids` are the
    questions with another value through it, of content those that are new, gone, moved or weighed otherwise.

    `is_told_apart` is False of answers and people where a reader is not told whether the same people answered: they
    cannot be matched, or fewer than the floor came or went. Then both stand as one reason, by the number of people:
    people-changed where it is another, answers-changed where it is not, and either may be behind it.

    `upper_explains`, of odd and even: with the upper reading on the side of an even number of people nothing is left
    of the difference, so it may be the number of people alone.
    """

    kind: MoveReasonKind
    score_change: float | None = None
    item_ids: tuple[str, ...] = ()
    is_told_apart: bool = True
    upper_explains: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributeMove:
    """One attribute of one process, as it is: percents 0 to 100 before and after, None where it does not apply."""

    attribute_id: str
    before_percent: float | None
    after_percent: float | None
    change: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessMove:
    """One process of either side, before and after.

    Of a side whose scope it is not in everything is None. `before_shown_score` is rounded down as it is shown.
    `target_changed`: its effective target is another; that is never progress. `is_beyond_noise` is False where each
    score lies in the other side's sensitivity range, None where either has no range, or no score.
    `people_shared` of those who answered it are the same; None where that is not told, or cannot be known.
    `attributes` are those of the side after, in its order, then those of the side before alone.
    `item_ids_changed`: questions that are the same and have another value.
    """

    process_id: str
    movement: Movement
    before_status: ProcessStatus | None
    after_status: ProcessStatus | None
    before_level: int | None
    after_level: int | None
    before_score: float | None
    after_score: float | None
    before_shown_score: float | None
    after_shown_score: float | None
    score_change: float | None
    before_target: int | None
    after_target: int | None
    target_changed: bool
    is_beyond_noise: bool | None
    attributes: tuple[AttributeMove, ...]
    reasons: tuple[MoveReason, ...]
    item_ids_changed: tuple[str, ...]
    people_before: int
    people_after: int
    people_shared: int | None

    @property
    def level_change(self) -> int | None:
        """Levels up (above 0) or down."""
        if self.before_level is None or self.after_level is None:
            return None
        return self.after_level - self.before_level

    @property
    def is_parity_changed(self) -> bool:
        """Whether the number of people who answered it went from odd to even or back; nobody is neither."""
        return bool(self.people_before and self.people_after) and self.people_before % 2 != self.people_after % 2


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemFate:
    """A question that one of the two versions asks alone, or that is not the same in both; named as there."""

    item_id: str
    process_id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemMap:
    """The questions of the processes in both scopes, by their ids. All but `same_count` are empty for one content."""

    same_count: int
    reworded: tuple[ItemFate, ...]
    moved: tuple[ItemFate, ...]
    new: tuple[ItemFate, ...]
    gone: tuple[ItemFate, ...]


class StepFate(StrEnum):
    """What became of a step of the former plan."""

    LANDED = "landed"
    NOT_LANDED = "not-landed"
    FOR_NOTHING = "for-nothing"
    UNPLANNED = "unplanned"  # reached, and in no plan
    UNKNOWN = "unknown"  # the process has no level now


class NothingReason(StrEnum):
    """Why a step was planned for nothing."""

    ALREADY_THERE = "already-there"  # it was there when the former assessment was made
    TARGET_LOWERED = "target-lowered"  # its target is now where the step began, or below
    LEFT_SCOPE = "left-scope"
    NOT_APPLICABLE = "not-applicable"


@dataclass(frozen=True, slots=True, kw_only=True)
class StepReached:
    """One step of the former plan, or one that was taken without it, and what became of it.

    `wave` counts from 1, None of what was not planned. `is_due`: its wave was over when the later assessment was made;
    None where the plan has no start. `reached_level` is where the process stands now.
    """

    process_id: str
    from_level: int
    to_level: int
    wave: int | None
    fate: StepFate
    is_due: bool | None
    for_nothing: NothingReason | None
    reached_level: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedAgainst:
    """The former plan against what was reached, step by step, in the order of the plan; then what was not planned.

    `plan_name` is that of the saved plan that was *the plan* of the former assessment, None where its roadmap stands
    in for it. Steps that the plan does not fund are not planned.
    """

    plan_name: str | None
    steps: tuple[StepReached, ...]

    def of(self, fate: StepFate) -> tuple[StepReached, ...]:
        """The steps with one fate."""
        return tuple(step for step in self.steps if step.fate is fate)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two assessments side by side. `processes` are those of the later one in its order, then those that left.

    `is_matched`: people can be matched, as one is a copy of the other.
    """

    before: Side
    after: Side
    is_matched: bool
    processes: tuple[ProcessMove, ...]
    items: ItemMap
    planned: PlannedAgainst

    def of(self, movement: Movement) -> tuple[ProcessMove, ...]:
        """The processes that went one way."""
        return tuple(one for one in self.processes if one.movement is movement)

    def process(self, process_id: str) -> ProcessMove:
        """One process; KeyError if neither side has it in scope."""
        for one in self.processes:
            if one.process_id == process_id:
                return one
        raise KeyError(process_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendPoint:
    """One process in one assessment of several; all None where it has no level, `status` too where not in scope."""

    status: ProcessStatus | None
    level: int | None
    score: float | None
    shown_score: float | None
    target: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessTrend:
    """One process over all sides of a trend, one point a side."""

    process_id: str
    points: tuple[TrendPoint, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """An assessment that a trend leaves out, as it cannot be set beside the newest one."""

    side: Side
    obstacle: Obstacle


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """Several assessments in a row, the newest last; processes in the order of the newest, then those that left."""

    sides: tuple[Side, ...]
    processes: tuple[ProcessTrend, ...]
    left_out: tuple[LeftOut, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An assessment that another one can be compared with, or the reason why it cannot."""

    header: AssessmentHeader
    obstacle: Obstacle | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidates:
    """What an assessment can be compared with: what it was copied from, then earlier ones, the newest first.

    `is_source_missing`: it was copied from one that is not there any more, or not for this reader.
    """

    found: tuple[Candidate, ...]
    is_source_missing: bool

    @property
    def proposed(self) -> Candidate | None:
        """The first that can be compared with."""
        return next((one for one in self.found if one.obstacle is None), None)
