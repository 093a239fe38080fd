"""Which process comes first, and why (METHOD.md section 11).

| symbol | name | unit | range | direction |
|---|---|---|---|---|
| g | need: unmet part of the target | share | 0 to 1 | higher needs more |
| pain, importance | own, proposed or assumed | ordinal | 0 to 5, None: no process has one | higher matters more |
| leverage | others' need downstream | share | 0 to 1 | higher helps more |
| wp, wi, wl | weights of the three | none | 0 up | |
| impact | weighted mean of pain/5, importance/5 and leverage | share | 0 to 1 | higher matters more |
| P | priority = 100 * g * impact | points | 0 to 100 | higher comes first |

Own rules. Effort is left out on purpose: it decides order, not importance. A process's own pain and importance are the
lower median of what respondents said; where none gave an importance, the most important critical service that leans on
the process proposes it, and where none gave a pain, the scenario does if the assessment took its pain. Where a process
has none of its own, it is assumed: the lower median of what the other processes with a level have, so that not knowing
neither beats nor loses to knowing. A criterion that no process has leaves the weights, and without a weight above 0
left the impact is 1.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Self

from assessment.domain.answered.assessment import Assessment, AssessmentHeader, CriticalService, Opinion
from assessment.domain.answered.roadmap_settings import RoadmapSettings
from assessment.domain.authored.framework import Framework
from assessment.domain.rating.consensus import lower_median
from assessment.domain.rating.scale import CODE_COUNT, HIGHEST_CODE
from assessment.domain.refusal import MethodRefusal


@dataclass(frozen=True, slots=True, kw_only=True)
class Stake:
    """How much a process hurts and matters, as used: 0 to 5 each, None where no process has one.

    Assumed: taken from the other processes. Proposed, where no respondent said: a pain by the scenario, an importance
    by critical services.
    """

    pain: int | None
    importance: int | None
    pain_is_assumed: bool = False
    importance_is_assumed: bool = False
    importance_is_proposed: bool = False
    pain_is_proposed: bool = False

    @property
    def is_provisional(self) -> bool:
        """Whether the process has neither a pain nor an importance of its own."""
        has_pain = self.pain is not None and not self.pain_is_assumed
        has_importance = self.importance is not None and not self.importance_is_assumed
        return not (has_pain or has_importance)


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """The weights of pain, importance and leverage, 0 or more each; only their proportions matter.

    Raises
    ------
    MethodRefusal
        A weight is negative.
    """

    pain: float
    importance: float
    leverage: float

    def __post_init__(self) -> None:
        for name, weight in (("pain", self.pain), ("importance", self.importance), ("leverage", self.leverage)):
            if not weight >= 0:
                raise MethodRefusal(f"the weight of {name}", f"{weight} is not 0 or more", "Give 0 or more.")

    @classmethod
    def of(cls, settings: RoadmapSettings) -> Self:
        """The weights a roadmap is planned with."""
        return cls(pain=settings.pain_weight, importance=settings.importance_weight, leverage=settings.leverage_weight)

    @property
    def whole(self) -> float:
        """The sum of the three; 0 leaves need alone to decide."""
        return self.pain + self.importance + self.leverage

    def in_force(self, stakes: Collection[Stake]) -> Weights:
        """These weights with 0 for pain or importance where no process has one.

        >>> weights = Weights(pain=0.4, importance=0.3, leverage=0.3)
        >>> weights.in_force([Stake(pain=None, importance=3)])
        Weights(pain=0.0, importance=0.3, leverage=0.3)
        """
        return Weights(
            pain=self.pain if any(stake.pain is not None for stake in stakes) else 0.0,
            importance=self.importance if any(stake.importance is not None for stake in stakes) else 0.0,
            leverage=self.leverage,
        )


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
    process_ids: Collection[str],
    opinions: Iterable[Opinion],
    services: Iterable[CriticalService],
    scenario_pains: Mapping[str, int] = MappingProxyType({}),
) -> Mapping[str, Stake]:
    """Pain and importance as used of each of the processes, which are those with a level.

    `scenario_pains` stand where no respondent said how much a process hurts, 0 to 5 by process id.

    >>> said = [Opinion(respondent_id="r1", process_id="planning", pain=4), Opinion(respondent_id="r1", process_id="x")]
    >>> stakes_of(["planning", "building"], said, ())["building"]
    Stake(pain=4, importance=None, pain_is_assumed=True, importance_is_assumed=False, importance_is_proposed=False, \
pain_is_proposed=False)
    >>> stakes_of(["building"], (), (), {"building": 5})["building"].pain_is_proposed
    True
    """
    pains: dict[str, list[int | None]] = {process_id: [] for process_id in process_ids}
    importances: dict[str, list[int | None]] = {process_id: [] for process_id in process_ids}
    for opinion in opinions:
        if opinion.process_id in pains:
            pains[opinion.process_id].append(opinion.pain)
            importances[opinion.process_id].append(opinion.importance)
    felt = {process_id: median_code(codes) for process_id, codes in pains.items()}
    own_pains = {one: scenario_pains.get(one) if code is None else code for one, code in felt.items()}
    said = {process_id: median_code(codes) for process_id, codes in importances.items()}
    proposed = proposed_importances(services)
    own_importances = {
        process_id: proposed.get(process_id) if code is None else code for process_id, code in said.items()
    }
    usual_pain, usual_importance = median_code(own_pains.values()), median_code(own_importances.values())
    return {
        process_id: Stake(
            pain=usual_pain if pain is None else pain,
            importance=usual_importance if own_importances[process_id] is None else own_importances[process_id],
            pain_is_assumed=pain is None and usual_pain is not None,
            importance_is_assumed=own_importances[process_id] is None and usual_importance is not None,
            importance_is_proposed=said[process_id] is None and process_id in proposed,
            pain_is_proposed=felt[process_id] is None and process_id in scenario_pains,
        )
        for process_id, pain in own_pains.items()
    }


def scenario_pain(framework: Framework, header: AssessmentHeader, scope: Collection[str]) -> Mapping[str, int]:
    """How much each process in scope hurts in the assessment's scenario, by process id; empty without a scenario."""
    scenario = next((one for one in framework.scenarios if one.id == header.scenario_id), None)
    entries = () if scenario is None else scenario.processes
    return {entry.process: entry.pain for entry in entries if entry.process in scope}


def proposed_pain(framework: Framework, assessment: Assessment) -> Mapping[str, int]:
    """The pain of the scenario where the assessment took it, by process id; else none."""
    header = assessment.header
    return scenario_pain(framework, header, assessment.scope) if header.takes_scenario_pain else {}


def proposed_importances(services: Iterable[CriticalService]) -> Mapping[str, int]:
    """The importance of the most important critical service that leans on each process, by process id."""
    proposed: dict[str, int] = {}
    for service in services:
        for process_id in service.process_ids:
            proposed[process_id] = max(proposed.get(process_id, 0), service.importance)
    return proposed


def impact_share(pain: float | None, importance: float | None, leverage: float, weights: Weights) -> float:
    """Weighted mean of the criteria that some process has, 0 (nobody cares) to 1; 1 where no weight above 0 is left.

    >>> weights = Weights(pain=0.5, importance=0.3, leverage=0.2)
    >>> impact_share(5, 5, 1.0, weights), round(impact_share(4, None, 0.5, weights), 6)
    (1.0, 0.714286)
    >>> impact_share(None, 0, 0.9, Weights(pain=1.0, importance=0.0, leverage=0.0))
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
