"""What is computed from an assessment: frozen results, each carrying the reasons behind its numbers.

| suffix | unit | range | direction |
|---|---|---|---|
| `_level` | ordinal | 0 to 5 | higher is better |
| `_score` | level plus progress | 0.00 to 5.00 | higher is better |
| `_percent` | percent | 0 to 100 | higher is better |
| `_share` | share | 0 to 1 | as named |
| `_count` | number | 0 up | as named |

None stands for "no value": not applicable, not measured or nothing to measure; the field says which.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from assessment.domain.answered.assessment import Role
from assessment.domain.authored.content import RatingLetter
from assessment.domain.authored.framework import Horizon
from assessment.domain.rating.warnings import MethodWarning


class Outcome(StrEnum):
    """What came of an item or an attribute."""

    RATED = "rated"
    UNRATED = "unrated"
    NOT_APPLICABLE = "not-applicable"


class ProcessStatus(StrEnum):
    """Whether a process has a level (METHOD.md section 5)."""

    ASSESSED = "assessed"
    NOT_ASSESSED = "not-assessed"
    NOT_APPLICABLE = "not-applicable"


class Confidence(StrEnum):
    """How sure a level is (METHOD.md section 7; cut-offs are own rules)."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class ConfidenceFactor(StrEnum):
    """What keeps confidence from being higher."""

    COVERAGE = "coverage"
    PEOPLE = "people"
    AGREEMENT = "agreement"
    ROLES_OR_EVIDENCE = "roles-or-evidence"


class AgreementState(StrEnum):
    """How far the answers of a process can be relied on: the first that fits (METHOD.md section 8)."""

    NOT_MEASURED = "not-measured"
    UNANIMOUS = "unanimous"
    WITHIN_ONE_STEP = "within-one-step"
    RELIABLE = "reliable"
    TENTATIVE = "tentative"
    TALK_FIRST = "talk-first"
    NOT_TOLD = "not-told"  # too few people answered for a reader to see how they differ


class GapStatus(StrEnum):
    """Where a process stands against its effective target, by the level."""

    BELOW = "below"
    ON = "on"
    ABOVE = "above"


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemResult:
    """The consensus of one item for one horizon and what stands behind it.

    `code` is None unless the outcome is rated; `upper_code` is its upper reading, the same where a value was agreed.
    `code_counts`: how many respondents chose each code. `consensus_share` is Tastle-Wierman Cns, None with fewer than
    two numeric ratings; `within_one_share` likewise. `people_count` is how many people stand behind the value. The
    counts are None where a reader is not told them (`disclosure.concealed`).
    """

    item_id: str
    horizon: Horizon
    outcome: Outcome
    code: int | None
    upper_code: int | None
    is_agreed: bool
    is_split: bool
    code_counts: tuple[int, int, int, int, int, int] | None
    not_applicable_count: int | None
    dont_know_count: int | None
    consensus_share: float | None
    within_one_share: float | None
    people_count: int

    @property
    def answer_count(self) -> int | None:
        """How many people answered, don't know and not applicable among them; None where it is not told."""
        if self.code_counts is None or self.not_applicable_count is None or self.dont_know_count is None:
            return None
        return sum(self.code_counts) + self.not_applicable_count + self.dont_know_count


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributeResult:
    """One attribute of one process for one horizon (METHOD.md section 4).

    `percent` is None when not applicable, 0 when unrated. `letter` is the refined letter, `band` one of N, P, L, F.
    Low and high take the unrated items at 0 and at 5, upper takes the upper reading. `capped_by` names the items that
    cap it; `not_done`, where it is carried, those with a weight that are at N.
    """

    attribute_id: str
    outcome: Outcome
    percent: float | None
    letter: RatingLetter | None
    band: str | None
    coverage_share: float | None
    is_capped: bool
    capped_by: tuple[str, ...]
    is_carried: bool
    not_done: tuple[str, ...]
    low_percent: float | None
    high_percent: float | None
    upper_percent: float | None
    items: tuple[ItemResult, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelResult:
    """Level, score (shown rounded down to one decimal) and the attributes that hold it (METHOD.md sections 5, 6)."""

    level: int | None
    score: float | None
    shown_score: float | None
    held_by: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelBasis:
    """What the level of a process rests on and how sure it is (METHOD.md sections 3, 7 and 8).

    Low and high are the bounds of 7 (a), upper the upper reading of 3; `shown_low_level` to `shown_high_level`, the
    higher of high bound and upper reading, is printed as "could be". All None without a level. `respondent_count`
    people answered the process; `roles` are those of the people behind its values, without the `unnamed_role_count`
    that a reader is not told. `mean_agreement_share` is None where
    no item has two ratings. `shortfalls` keep `confidence` from high, those of low alone where it is low.
    """

    low_level: int | None
    high_level: int | None
    low_score: float | None
    high_score: float | None
    upper_level: int | None
    upper_score: float | None
    shown_low_level: int | None
    shown_high_level: int | None
    coverage_share: float
    respondent_count: int
    median_people_count: float
    roles: tuple[Role, ...]
    mean_agreement_share: float | None
    confidence: Confidence
    shortfalls: tuple[ConfidenceFactor, ...]
    evidence_share: float | None
    is_provisional: bool
    alpha: float | None
    within_one_share: float | None
    agreement: AgreementState
    split_item_ids: tuple[str, ...]
    unnamed_role_count: int = 0

    @property
    def role_count(self) -> int:
        """How many different roles stand behind the values."""
        return len(self.roles) + self.unnamed_role_count


@dataclass(frozen=True, slots=True, kw_only=True)
class PerceptionGap:
    """Leadership minus practitioners on one attribute, in percent points; only above the anonymity floor."""

    attribute_id: str
    leadership_percent: float
    practitioner_percent: float
    gap_percent: float


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributeGap:
    """To-be minus as-is of one attribute, in percent points; None where either has no percent."""

    attribute_id: str
    as_is_percent: float | None
    to_be_percent: float | None
    to_be_letter: RatingLetter | None
    gap_percent: float | None
    is_set_by_hand: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetResult:
    """The to-be of a process and its distance (METHOD.md section 9).

    `chosen_level` is a person's choice, `target_level` the effective target T that all rules go by: the highest level
    up to it that can be. `shown_gap` is T - shown score; `need_share` is 0 from T up. Gaps are None without a level.
    """

    chosen_level: int
    target_level: int
    is_default: bool
    to_be: LevelResult
    level_gap: int | None
    score_gap: float | None
    shown_gap: float | None
    need_share: float
    status: GapStatus | None
    cells: tuple[AttributeGap, ...]
    short_cells: tuple[str, ...]
    proposed_level: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PriorityResult:
    """Why a process comes when it comes (METHOD.md sections 11 and 12).

    `priority` 0 (no gap, or nobody cares) to 100; `rank` 1 is first. `pain` and `importance` are as used, 0 to 5, None
    where no process has one; assumed: taken from the other processes; proposed: a pain by the scenario, an importance
    by the critical services.
    """

    process_id: str
    need_share: float
    pain: int | None
    importance: int | None
    pain_is_assumed: bool
    importance_is_assumed: bool
    importance_is_proposed: bool
    pain_is_proposed: bool
    leverage_share: float
    impact_share: float
    priority: float
    rank: int
    is_provisional: bool
    blocked_by: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessResult:
    """Everything computed of one process in scope."""

    process_id: str
    status: ProcessStatus
    attributes: tuple[AttributeResult, ...]
    to_be_attributes: tuple[AttributeResult, ...]
    level: LevelResult
    bound_33020_level: int | None
    practice_percent: float | None
    basis: LevelBasis
    target: TargetResult
    perception_gaps: tuple[PerceptionGap, ...]
    warnings: tuple[MethodWarning, ...]
    is_indicative: bool

    @property
    def is_assessed(self) -> bool:
        """Whether it has a level: only then does it enter a mean, a floor, a count, a rank or a step."""
        return self.status is ProcessStatus.ASSESSED

    def attribute(self, attribute_id: str) -> AttributeResult:
        """The as-is result of one attribute; KeyError if the framework has none of that id."""
        for result in self.attributes:
            if result.attribute_id == attribute_id:
                return result
        raise KeyError(attribute_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rollup:
    """Several processes at once (METHOD.md section 10), shown in this order: at target, levels, mean, floor.

    `process_count` counts those with a level; the others are named in `not_assessed_ids` and `not_applicable_ids`.
    """

    at_target_count: int
    process_count: int
    not_assessed_ids: tuple[str, ...]
    not_applicable_ids: tuple[str, ...]
    level_counts: tuple[int, int, int, int, int, int]
    mean_score: float | None
    floor_level: int | None
    floor_process_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CharacteristicProfile:
    """How the processes in scope stand on one attribute: the organisation's profile on Figure 3."""

    attribute_id: str
    band_counts: Mapping[str, int]
    mean_percent: float | None
    weakest_process_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BrokenHandOff:
    """A linkage rated below L on a process with need."""

    linkage_id: str
    letter: RatingLetter
    code: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """How many of the rated items in scope rest on a value that a second person verified."""

    verified_count: int
    rated_count: int

    @property
    def is_verified(self) -> bool:
        """Whether all of them do."""
        return 0 < self.rated_count == self.verified_count


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentResult:
    """Everything computed of one assessment: `processes` in the model's order, `priorities` by rank.

    `rated_linkage_ids` have a code and both ends in scope. `confidence` (None where no process is assessed) and
    `coverage_share` are of the items that count of all processes that apply, assessed or not.
    """

    processes: tuple[ProcessResult, ...]
    priorities: tuple[PriorityResult, ...]
    whole: Rollup
    groups: Mapping[str, Rollup]
    characteristics: tuple[CharacteristicProfile, ...]
    rated_linkage_ids: tuple[str, ...]
    broken_hand_offs: tuple[BrokenHandOff, ...]
    verification: Verification
    confidence: Confidence | None
    coverage_share: float
    warnings: tuple[MethodWarning, ...]

    def process(self, process_id: str) -> ProcessResult:
        """The result of one process; KeyError if it is not in scope."""
        for result in self.processes:
            if result.process_id == process_id:
                return result
        raise KeyError(process_id)
