"""What must be said beside a plan, as facts: pins, targets of suppliers, what fits no wave, and how it was found."""

from __future__ import annotations

from assessment.domain.planning.pins import PinnedProblem
from assessment.domain.planning.problem import PlanProblem
from assessment.domain.planning.results import PlanMethod
from assessment.domain.planning.steps import cells_beyond_target
from assessment.domain.planning.waves import Placement
from assessment.domain.rating.capability import Ladder
from assessment.domain.rating.results import (
    AssessmentResult,
)
from assessment.domain.rating.warnings import MethodWarning, WarningKind


def plan_warnings(
    result: AssessmentResult, ladder: Ladder, carry_percent: float, pinned: PinnedProblem, placement: Placement
) -> tuple[MethodWarning, ...]:
    """Every warning of a plan: what a person set first, then what stands in the way, then how the plan was found."""
    return (
        *pinned.warnings,
        *_beyond_target(result, ladder, carry_percent),
        *_targets_to_raise(pinned.problem),
        *_too_large(pinned.problem),
        *_method(placement),
    )


def _beyond_target(result: AssessmentResult, ladder: Ladder, carry_percent: float) -> list[MethodWarning]:
    return [
        MethodWarning(kind=WarningKind.CELLS_BEYOND_TARGET, process_id=process.process_id, attribute_ids=attribute_ids)
        for process in result.processes
        if process.is_assessed and (attribute_ids := cells_beyond_target(ladder, process, carry_percent))
    ]


def _targets_to_raise(problem: PlanProblem) -> list[MethodWarning]:
    """Each supplier whose target is too low, once, with the highest level that a receiver needs of it."""
    highest: dict[str, MethodWarning] = {}
    for relaxation in problem.relaxations:
        before = highest.get(relaxation.supplier_id)
        if before is None or (before.level or 0) < relaxation.needed_level:
            highest[relaxation.supplier_id] = MethodWarning(
                kind=WarningKind.RAISE_SUPPLIER_TARGET,
                process_id=relaxation.supplier_id,
                level=relaxation.needed_level,
                other_process_id=relaxation.receiver_id,
                other_level=relaxation.receiver_level,
            )
    return list(highest.values())


def _too_large(problem: PlanProblem) -> list[MethodWarning]:
    """Steps and circles that no wave can hold, and circles that allow no order; nothing without any capacity."""
    largest = max(problem.capacities, default=0)
    if not largest:
        return []
    found = [
        MethodWarning(
            kind=WarningKind.STEP_TOO_LARGE,
            process_id=step.process_id,
            level=step.to_level,
            count=step.effort_count,
            limit_count=largest,
        )
        for step in problem.steps
        if step.effort_count > largest
    ]
    for circle in problem.shared_waves:
        effort = problem.joint_effort(circle[0])
        if effort > largest:
            found.append(
                MethodWarning(
                    kind=WarningKind.CIRCLE_TOO_LARGE,
                    process_ids=_processes(problem, circle),
                    count=effort,
                    limit_count=largest,
                )
            )
    found += [
        MethodWarning(kind=WarningKind.CIRCLE_WITHOUT_ORDER, process_ids=_processes(problem, circle))
        for circle in problem.circles_without_order
    ]
    return found


def _processes(problem: PlanProblem, circle: tuple[int, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(problem.steps[index].process_id for index in circle))


def _method(placement: Placement) -> list[MethodWarning]:
    if placement.method is PlanMethod.NODE_LIMIT:
        return [MethodWarning(kind=WarningKind.NODE_LIMIT, share=placement.gap_share)]
    if placement.method is PlanMethod.GREEDY:
        return [MethodWarning(kind=WarningKind.GREEDY)]
    return []
