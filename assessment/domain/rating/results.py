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

from assessment.domain.authored.content import RatingLetter
from assessment.domain.authored.framework import Horizon


class Outcome(StrEnum):
    """What came of an item or an attribute."""

    RATED = "rated"
    UNRATED = "unrated"
    NOT_APPLICABLE = "not-applicable"


class Confidence(StrEnum):
    """How sure a level is (METHOD.md section 7; cut-offs are own rules)."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class AgreementState(StrEnum):
    """How far Krippendorff's alpha lets the answers of a process be relied on."""

    RELIABLE = "reliable"
    TENTATIVE = "tentative"
    TALK_FIRST = "talk first"
    UNANIMOUS = "unanimous"
    NOT_MEASURED = "not measured"


class GapStatus(StrEnum):
    """Where a process stands against its target."""

    BELOW = "below target"
    ON = "on target"
    ABOVE = "above target"


class WarningKind(StrEnum):
    """What a screen or report must say beside a number."""

    ON_PAPER_ONLY = "on-paper-only"
    CHECK_ANSWER = "check-answer"
    NO_OWNER = "no-owner"
    TARGET_NOT_REACHED_BY_CELLS = "target-not-reached-by-cells"
    TARGET_WITHOUT_RATIONALE = "target-without-rationale"
    TARGET_IMPOSSIBLE = "target-impossible"
    PRIORITY_PROVISIONAL = "priority-provisional"
    NO_WEIGHTS = "no-weights"
    RAISE_SUPPLIER_TARGET = "raise-supplier-target"
    STEP_TOO_LARGE = "step-too-large"
    PIN_IMPOSSIBLE = "pin-impossible"
    NODE_LIMIT = "node-limit"
    GREEDY = "greedy"


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodWarning:
    """A warning in words, with the ids it speaks of."""

    kind: WarningKind
    sentence: str
    process_id: str | None = None
    item_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemResult:
    """The consensus of one item for one horizon and what stands behind it.

    `code` is None unless the outcome is rated. `code_counts` has six entries: how many respondents chose each code.
    `consensus_share` is Tastle-Wierman Cns, None with fewer than two numeric ratings; `within_one_share` likewise.
    """

    item_id: str
    horizon: Horizon
    outcome: Outcome
    code: int | None
    is_agreed: bool
    code_counts: tuple[int, int, int, int, int, int]
    not_applicable_count: int
    dont_know_count: int
    consensus_share: float | None
    within_one_share: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributeResult:
    """One attribute of one process for one horizon (METHOD.md section 4).

    `percent` is None when not applicable, 0 when unrated. `letter` is the refined letter, `band` one of N, P, L, F.
    `low_percent` and `high_percent` take the unrated items at 0 and at 5. `capped_by` names the items that cap it.
    """

    attribute_id: str
    outcome: Outcome
    percent: float | None
    letter: RatingLetter | None
    band: str | None
    coverage_share: float | None
    is_capped: bool
    capped_by: tuple[str, ...]
    low_percent: float | None
    high_percent: float | None
    items: tuple[ItemResult, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelResult:
    """A level, its score, and the attribute ids that hold it (METHOD.md sections 5 and 6).

    `level` is None when the process has no level (delivery not applicable). `shown_score` is `score` rounded down to
    one decimal.
    """

    level: int | None
    score: float | None
    shown_score: float | None
    held_by: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sureness:
    """How sure a process's level is (METHOD.md section 7)."""

    low_level: int | None
    high_level: int | None
    low_score: float | None
    high_score: float | None
    coverage_share: float
    median_respondent_count: float
    mean_agreement_share: float | None
    confidence: Confidence
    confidence_reason: str
    evidence_share: float | None
    is_provisional: bool
    alpha: float | None
    agreement: AgreementState


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
    """The to-be of a process and its distance (METHOD.md section 9). `need_share` is 0 at or above target."""

    target_level: int
    is_default: bool
    to_be: LevelResult
    level_gap: int | None
    score_gap: float | None
    need_share: float
    status: GapStatus | None
    cells: tuple[AttributeGap, ...]
    short_cells: tuple[str, ...]
    proposed_level: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PriorityResult:
    """Why a process comes when it comes (METHOD.md sections 11 and 12).

    `priority` 0 (no gap, or nobody cares) to 100. `pain` and `importance` None: nobody answered. `leverage_share` 0 to
    1.
    `rank` 1 is first. `reason` says it in one sentence from the numbers.
    """

    process_id: str
    need_share: float
    pain: float | None
    importance: float | None
    importance_is_proposed: bool
    leverage_share: float
    impact_share: float
    priority: float
    rank: int
    is_provisional: bool
    blocked_by: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessResult:
    """Everything computed of one process in scope."""

    process_id: str
    is_in_model: bool
    attributes: tuple[AttributeResult, ...]
    to_be_attributes: tuple[AttributeResult, ...]
    level: LevelResult
    bound_33020_level: int | None
    practice_percent: float | None
    sureness: Sureness
    target: TargetResult
    perception_gaps: tuple[PerceptionGap, ...]
    warnings: tuple[MethodWarning, ...]
    is_indicative: bool

    def attribute(self, attribute_id: str) -> AttributeResult:
        """The as-is result of one attribute; KeyError if the framework has none of that id."""
        for result in self.attributes:
            if result.attribute_id == attribute_id:
                return result
        raise KeyError(attribute_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rollup:
    """Several processes at once (METHOD.md section 10), shown in this order: at target, levels, mean, floor."""

    at_target_count: int
    process_count: int
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
class AssessmentResult:
    """Everything computed of one assessment. `processes` follow the model's order; `priorities` follow rank."""

    processes: tuple[ProcessResult, ...]
    priorities: tuple[PriorityResult, ...]
    whole: Rollup
    groups: Mapping[str, Rollup]
    characteristics: tuple[CharacteristicProfile, ...]
    broken_hand_offs: tuple[BrokenHandOff, ...]
    confidence: Confidence | None
    coverage_share: float
    warnings: tuple[MethodWarning, ...]

    def process(self, process_id: str) -> ProcessResult:
        """The result of one process; KeyError if it is not in scope."""
        for result in self.processes:
            if result.process_id == process_id:
                return result
        raise KeyError(process_id)
