"""Which process comes first, and why (METHOD.md section 11).

| symbol | name | unit | range | direction |
|---|---|---|---|---|
| g | need: unmet part of the target | share | 0 to 1 | higher needs more |
| pain, importance | lower median of what respondents said | ordinal | 0 to 5, None nobody said | higher matters more |
| leverage | others' need downstream | share | 0 to 1 | higher helps more |
| wp, wi, wl | weights of the three | none | 0 up | |
| impact | weighted mean of pain/5, importance/5 and leverage | share | 0 to 1 | higher matters more |
| P | priority = 100 * g * impact | points | 0 to 100 | higher comes first |

Effort is left out on purpose: it decides order, not importance. Own rule. So are: the most important critical service
that leans on a process proposes its importance where no respondent gave one; and impact 1 where no weight is left.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from assessment.domain.answered.assessment import CriticalService, Opinion
from assessment.domain.rating.consensus import lower_median
from assessment.domain.rating.scale import CODE_COUNT, HIGHEST_CODE
from assessment.domain.refusal import MethodRefusal


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """The weights of pain, importance and leverage, 0 or more each; only their proportions matter.

    Raises
    ------
    MethodRefusal
        A weight is negative.
    """

    pain: float = 0.5
    importance: float = 0.3
    leverage: float = 0.2

    def __post_init__(self) -> None:
        for name, weight in (("pain", self.pain), ("importance", self.importance), ("leverage", self.leverage)):
            if not weight >= 0:
                raise MethodRefusal(f"the weight of {name}", f"{weight} is not 0 or more", "Give 0 or more.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stake:
    """How much a process hurts and matters, 0 to 5 each, None where nobody said."""

    pain: int | None
    importance: int | None
    is_importance_proposed: bool

    @property
    def is_unknown(self) -> bool:
        """Neither is known: the priority is provisional."""
        return self.pain is None and self.importance is None


def median_code(codes: Iterable[int | None]) -> int | None:
    """The lower median of some codes from 0 to 5, passing over None; None without one.

    >>> median_code([5, None, 3]), median_code([None])
    (3, None)
    """
    counts = [0] * CODE_COUNT
    for code in codes:
        if code is not None:
            counts[code] += 1
    return lower_median(counts)


def stakes_of(
    process_ids: Iterable[str], opinions: Iterable[Opinion], services: Sequence[CriticalService]
) -> Mapping[str, Stake]:
    """Pain and importance of each process, from respondents first and critical services second."""
    said: dict[str, list[Opinion]] = {process_id: [] for process_id in process_ids}
    for opinion in opinions:
        if opinion.process_id in said:
            said[opinion.process_id].append(opinion)
    proposed: dict[str, int] = {}
    for service in services:
        for process_id in service.process_ids:
            proposed[process_id] = max(proposed.get(process_id, 0), service.importance)
    stakes: dict[str, Stake] = {}
    for process_id, own in said.items():
        importance = median_code(opinion.importance for opinion in own)
        stakes[process_id] = Stake(
            pain=median_code(opinion.pain for opinion in own),
            importance=proposed.get(process_id) if importance is None else importance,
            is_importance_proposed=importance is None and process_id in proposed,
        )
    return stakes


def impact_share(pain: float | None, importance: float | None, leverage: float, weights: Weights) -> float:
    """Weighted mean of the criteria that are known, 0 (nobody cares) to 1; 1 where no weight is left.

    >>> impact_share(5, 5, 1.0, Weights()), round(impact_share(4, None, 0.5, Weights()), 6)
    (1.0, 0.714286)
    >>> impact_share(2, 2, 0.0, Weights(pain=0, importance=0, leverage=0))
    1.0
    """
    criteria = [(weights.leverage, leverage)]
    if pain is not None:
        criteria.append((weights.pain, pain / HIGHEST_CODE))
    if importance is not None:
        criteria.append((weights.importance, importance / HIGHEST_CODE))
    whole = sum(weight for weight, _ in criteria)
    return sum(weight * share for weight, share in criteria) / whole if whole > 0 else 1.0


def priority_points(need_share: float, impact: float) -> float:
    """Priority, 0 (no gap, or nobody cares) to 100.

    >>> priority_points(0.4, 1.0)
    40.0
    """
    return 100 * need_share * impact
