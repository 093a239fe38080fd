"""The processes in the order of their priority, each with what blocks it and why it stands there.

| symbol | name | unit | range | direction |
|---|---|---|---|---|
| rank | place in the order | ordinal | 1 up | 1 is first |

Ties: higher need first, then the model's order (METHOD.md section 11).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assessment.domain.answered.assessment import Assessment
from assessment.domain.authored.framework import Framework
from assessment.domain.planning.leverage import hard_linkages, leverage_shares
from assessment.domain.planning.priority import Stake, Weights, impact_share, priority_points, stakes_of
from assessment.domain.rating.results import MethodWarning, PriorityResult, ProcessResult, WarningKind
from assessment.domain.rating.scale import shown_score

RANKING_DIGITS = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranking:
    """Priorities by rank, and what must be said beside them."""

    priorities: tuple[PriorityResult, ...]
    warnings: tuple[MethodWarning, ...]


def rank_processes(framework: Framework, assessment: Assessment, processes: Sequence[ProcessResult]) -> Ranking:
    """Priority and rank of each process with a level."""
    in_model = {process.process_id: process for process in processes if process.is_in_model}
    settings = assessment.roadmap
    weights = Weights(
        pain=settings.pain_weight, importance=settings.importance_weight, leverage=settings.leverage_weight
    )
    stakes = stakes_of(in_model, assessment.opinions, assessment.critical_services)
    needs = {process_id: process.target.need_share for process_id, process in in_model.items()}
    leverages = leverage_shares(framework, settings, needs)
    impacts = {
        process_id: impact_share(stake.pain, stake.importance, leverages[process_id], weights)
        for process_id, stake in stakes.items()
    }
    points = {process_id: priority_points(needs[process_id], impacts[process_id]) for process_id in in_model}
    order = sorted(in_model, key=lambda own: (-round(points[own], RANKING_DIGITS), -round(needs[own], RANKING_DIGITS)))
    pairs = hard_linkages(framework, settings, in_model)
    priorities = tuple(
        PriorityResult(
            process_id=process_id,
            need_share=needs[process_id],
            pain=stakes[process_id].pain,
            importance=stakes[process_id].importance,
            importance_is_proposed=stakes[process_id].is_importance_proposed,
            leverage_share=leverages[process_id],
            impact_share=impacts[process_id],
            priority=points[process_id],
            rank=rank,
            is_provisional=stakes[process_id].is_unknown,
            blocked_by=blocked_by(in_model, pairs, process_id),
            reason=_reason(in_model[process_id], stakes[process_id], leverages[process_id]),
        )
        for rank, process_id in enumerate(order, start=1)
    )
    return Ranking(priorities=priorities, warnings=_warnings(framework, weights, priorities))


def blocked_by(
    in_model: Mapping[str, ProcessResult], pairs: Sequence[tuple[str, str]], process_id: str
) -> tuple[str, ...]:
    """Suppliers over a hard linkage whose level is below the process's target minus one; none without a need."""
    target = in_model[process_id].target
    if target.need_share <= 0:
        return ()
    return tuple(
        supplier
        for supplier, receiver in pairs
        if receiver == process_id and (in_model[supplier].level.level or 0) < target.target_level - 1
    )


def _reason(process: ProcessResult, stake: Stake, leverage: float) -> str:
    score, target = shown_score(process.level.score or 0.0), process.target.target_level
    if process.target.need_share <= 0:
        return f"No gap: it stands at {score} with a target of {target}."
    pain = "pain unknown" if stake.pain is None else f"pain {stake.pain} of 5"
    origin = " (proposed by critical services)" if stake.is_importance_proposed else ""
    importance = "importance unknown" if stake.importance is None else f"importance {stake.importance} of 5{origin}"
    return f"It stands at {score} with a target of {target}; {pain}, {importance}, leverage {leverage:.2f} of 1."


def _warnings(
    framework: Framework, weights: Weights, priorities: Sequence[PriorityResult]
) -> tuple[MethodWarning, ...]:
    found: list[MethodWarning] = []
    if weights.pain == weights.importance == weights.leverage == 0:
        sentence = (
            "All three weights are 0, so every process has the same impact and need alone decides. Give a weight."
        )
        found.append(MethodWarning(kind=WarningKind.NO_WEIGHTS, sentence=sentence))
    for priority in priorities:
        if priority.is_provisional and priority.need_share > 0:
            name = framework.process_by_id[priority.process_id].name
            sentence = f"The priority of {name} is provisional: nobody said how much it hurts or matters."
            found.append(
                MethodWarning(kind=WarningKind.PRIORITY_PROVISIONAL, sentence=sentence, process_id=priority.process_id)
            )
    return tuple(found)
