"""What is planned and how firm it is: frozen results of the roadmap and of the draws, with the reasons behind them.

Suffixes and None mean what they mean in `results`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assessment.domain.authored.content import RatingLetter
from assessment.domain.rating.results import MethodWarning


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstAction:
    """One action, picked for a step because its attribute holds the level; `attribute_id` is None for one that prepares
    the step: an owner to appoint, a readiness question answered with no.
    """

    attribute_id: str | None
    to_letter: RatingLetter | None
    text: str
    deliverable: str
    owner_role: str
    effort: str
    evidence: str
    prerequisite: str | None

    @property
    def prepares(self) -> bool:
        """True for what comes before the step itself."""
        return self.attribute_id is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One process from `from_level` to `to_level`: the work item of the roadmap (METHOD.md section 13).

    `wave` counts from 1; 0 is not funded. `value` points of priority, `effort_count` points of work.
    `profile_after` is the percent of each attribute once the step is done.
    """

    process_id: str
    from_level: int
    to_level: int
    value: float
    effort_count: int
    is_effort_set_by_hand: bool
    wave: int
    is_pinned: bool
    is_quick_win: bool
    raises: tuple[str, ...]
    owner_name: str | None
    reason: str
    first_actions: tuple[FirstAction, ...]
    evidence_of_done: tuple[str, ...]
    unblocks: tuple[str, ...]
    risks: tuple[str, ...]
    score_after: float
    profile_after: Mapping[str, float | None]
    person_day_count: float | None
    cost: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wave:
    """One planning period: its steps and what it uses of its capacity."""

    number: int
    label: str
    capacity_count: int
    effort_count: int
    steps: tuple[Step, ...]
    levels_after: Mapping[str, int | None]
    person_day_count: float | None
    cost: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Roadmap:
    """The plan: waves in order, what is not funded, and how good the plan is.

    `objective` is the maximised sum; `gap_share` is 0 when proven best. `method` says how it was found.
    """

    waves: tuple[Wave, ...]
    not_funded: tuple[Step, ...]
    objective: float
    gap_share: float
    method: str
    warnings: tuple[MethodWarning, ...]

    @property
    def steps(self) -> tuple[Step, ...]:
        """Every step, funded ones by wave and then the rest."""
        return tuple(step for wave in self.waves for step in wave.steps) + self.not_funded


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreInterval:
    """Bootstrap interval of a process's score, percentiles 5 and 95 (METHOD.md section 7 b)."""

    process_id: str
    low_score: float
    high_score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class RankFirmness:
    """How firm one process's place is: chance of the top three, median rank and its 90 % interval."""

    process_id: str
    top_three_share: float
    median_rank: float
    low_rank: float
    high_rank: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Firmness:
    """How firm the whole order is (METHOD.md section 14); `word` is firm, likely or open."""

    mean_tau: float | None
    word: str
    draw_count: int
    seed: int
    processes: tuple[RankFirmness, ...]
    score_intervals: tuple[ScoreInterval, ...]
