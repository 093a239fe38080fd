"""The processes in the order of their priority, each with what it rests on and what blocks it.

| symbol | name | unit | range | direction |
|---|---|---|---|---|
| rank | place in the order | ordinal | 1 up | 1 is first |

Only processes with a level have a place. Ties: higher need first, then the model's order (METHOD.md section 11).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assessment.domain.answered.assessment import Assessment
from assessment.domain.authored.framework import Framework
from assessment.domain.planning.leverage import hard_linkages, leverage_shares
from assessment.domain.planning.priority import Weights, impact_share, priority_points, proposed_pain, stakes_of
from assessment.domain.rating.results import (
    PriorityResult,
    ProcessResult,
)
from assessment.domain.rating.warnings import MethodWarning, WarningKind

RANKING_DIGITS = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranking:
    """Priorities by rank, and what must be said beside them."""

    priorities: tuple[PriorityResult, ...]
    warnings: tuple[MethodWarning, ...]


def rank_processes(framework: Framework, assessment: Assessment, processes: Sequence[ProcessResult]) -> Ranking:
    """Priority and rank of each process with a level; `processes` are in the model's order."""
    assessed = {process.process_id: process for process in processes if process.is_assessed}
    stakes = stakes_of(
        assessed, assessment.opinions, assessment.critical_services, proposed_pain(framework, assessment)
    )
    weights = Weights.of(assessment.roadmap).in_force(stakes.values())
    needs = {process_id: process.target.need_share for process_id, process in assessed.items()}
    leverages = leverage_shares(framework, assessment.roadmap, needs)
    impacts = {
        process_id: impact_share(stake.pain, stake.importance, leverages[process_id], weights)
        for process_id, stake in stakes.items()
    }
    points = {process_id: priority_points(needs[process_id], impacts[process_id]) for process_id in assessed}
    order = in_order(points, needs)
    pairs = hard_linkages(framework, assessment.roadmap, assessed)
    priorities = tuple(
        PriorityResult(
            process_id=process_id,
            need_share=needs[process_id],
            pain=stakes[process_id].pain,
            importance=stakes[process_id].importance,
            pain_is_assumed=stakes[process_id].pain_is_assumed,
            importance_is_assumed=stakes[process_id].importance_is_assumed,
            importance_is_proposed=stakes[process_id].importance_is_proposed,
            pain_is_proposed=stakes[process_id].pain_is_proposed,
            leverage_share=leverages[process_id],
            impact_share=impacts[process_id],
            priority=points[process_id],
            rank=rank,
            is_provisional=stakes[process_id].is_provisional,
            blocked_by=blocked_by(assessed, pairs, process_id),
        )
        for rank, process_id in enumerate(order, start=1)
    )
    return Ranking(priorities=priorities, warnings=_warnings(weights, priorities))


def in_order(points: Mapping[str, float], needs: Mapping[str, float]) -> tuple[str, ...]:
    """Processes by their points of priority, ties by need; both are in the model's order, which decides what is left.

    >>> in_order({"a": 8.0, "b": 9.0, "c": 8.0}, {"a": 0.2, "b": 0.2, "c": 0.4})
    ('b', 'c', 'a')
    """
    digits = RANKING_DIGITS
    return tuple(sorted(points, key=lambda own: (-round(points[own], digits), -round(needs[own], digits))))


def blocked_by(
    assessed: Mapping[str, ProcessResult], pairs: Sequence[tuple[str, str]], process_id: str
) -> tuple[str, ...]:
    """Suppliers over a hard linkage whose level is below the effective target minus one; none without a need."""
    target = assessed[process_id].target
    if target.need_share <= 0:
        return ()
    return tuple(
        supplier
        for supplier, receiver in pairs
        if receiver == process_id and (assessed[supplier].level.level or 0) < target.target_level - 1
    )


def _warnings(weights: Weights, priorities: Sequence[PriorityResult]) -> tuple[MethodWarning, ...]:
    """Need alone decides (said once), and each process with need of which nobody said how much it hurts or matters."""
    found = [MethodWarning(kind=WarningKind.NO_WEIGHTS)] if priorities and weights.whole == 0 else []
    found += [
        MethodWarning(kind=WarningKind.PRIORITY_PROVISIONAL, process_id=priority.process_id)
        for priority in priorities
        if priority.is_provisional and priority.need_share > 0
    ]
    return tuple(found)
