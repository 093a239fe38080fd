"""Priorities, steps and waves: areas of METHOD.md sections 11 to 13."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import product

import numpy as np

from assessment.domain.cases.reading import Given
from assessment.domain.planning.leverage import Edge, leverage_of, normalised, strength_matrix
from assessment.domain.planning.priority import Weights, impact_share, priority_points
from assessment.domain.planning.problem import PlanProblem, PlanStep
from assessment.domain.planning.steps import step_value
from assessment.domain.planning.waves import OBJECTIVE_TOLERANCE, place_steps
from assessment.domain.rating.scale import HIGHEST_CODE
from assessment.domain.rating.targets import need_share

MOST_STEPS = 60
MOST_WAVES = 12
MOST_POINTS = 1000
MOST_PLACEMENTS = 20_000


def _leverage(given: Given) -> object:
    fields = given.fields("edges", "need")
    needs = {name: need.number(0, 1) for name, need in fields["need"].named().items()}
    edges: list[Edge] = []
    for entry in fields["edges"].entries(at_least=0):
        supplier, receiver, strength = entry.entries(3, 3)
        edges.append(
            Edge(from_process=supplier.choice(needs), to_process=receiver.choice(needs), strength=strength.number(0, 1))
        )
    raw = leverage_of(strength_matrix(tuple(needs), edges), np.array(list(needs.values())))
    return {
        "raw": dict(zip(needs, raw.tolist(), strict=True)),
        "norm": dict(zip(needs, normalised(raw).tolist(), strict=True)),
    }


def _priority(given: Given) -> object:
    fields = given.fields("need", "pain", "importance", "leverage", "weights")
    pain, importance, leverage = (weight.number(high=MOST_POINTS) for weight in fields["weights"].entries(3, 3))
    impact = impact_share(
        fields["pain"].number_or_null(0, HIGHEST_CODE),
        fields["importance"].number_or_null(0, HIGHEST_CODE),
        fields["leverage"].number(0, 1),
        Weights(pain=pain, importance=importance, leverage=leverage),
    )
    return priority_points(fields["need"].number(0, 1), impact)


def _steps(given: Given) -> object:
    fields = given.fields("score", "level", "target", "impact")
    score, impact = fields["score"].number(0, HIGHEST_CODE), fields["impact"].number(0, 1)
    level, target_level = fields["level"].whole(0, HIGHEST_CODE), fields["target"].whole(0, HIGHEST_CODE)
    values = {f"to {to_level}": step_value(impact, score, to_level) for to_level in range(level + 1, target_level + 1)}
    return {
        "steps": values,
        "sum": sum(values.values()),
        "priority": priority_points(need_share(target_level, score), impact),
    }


def _waves(given: Given) -> object:
    fields = given.fields("items", "waves", "capacity", "hard_links")
    steps = _plan_steps(fields["items"])
    wave_count = fields["waves"].whole(1, MOST_WAVES)
    process_ids = tuple(dict.fromkeys(step.process_id for step in steps.values()))
    levels = {
        process_id: min(step.to_level for step in steps.values() if step.process_id == process_id) - 1
        for process_id in process_ids
    }
    ordered = sorted(steps, key=lambda name: (process_ids.index(steps[name].process_id), steps[name].to_level))
    problem = PlanProblem(
        model_order=process_ids,
        steps=tuple(steps[name] for name in ordered),
        capacities=tuple(entry.whole(0, MOST_POINTS) for entry in fields["capacity"].entries(wave_count, wave_count)),
        levels=levels,
        hard_pairs=_hard_pairs(fields["hard_links"], process_ids),
    )
    placement = place_steps(problem)
    return {
        "objective": placement.objective,
        "waves": dict(zip(ordered, placement.waves, strict=True)),
        "optima": _count_optima(problem),
    }


def _plan_steps(given: Given) -> Mapping[str, PlanStep]:
    steps: dict[str, PlanStep] = {}
    for name, entry in given.named(at_most=MOST_STEPS).items():
        fields = entry.fields("process", "to_level", "value", "effort")
        to_level = fields["to_level"].whole(1, HIGHEST_CODE)
        step = PlanStep(
            process_id=fields["process"].name(),
            to_level=to_level,
            value=fields["value"].number(0, MOST_POINTS),
            effort_count=fields["effort"].whole(1, MOST_POINTS),
            reached_level=to_level,
        )
        if any(step.process_id == other.process_id and to_level == other.to_level for other in steps.values()):
            raise entry.refusal(f"another item takes the same process to level {to_level}")
        steps[name] = step
    return steps


def _hard_pairs(given: Given, process_ids: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    pairs: list[tuple[str, str]] = []
    for entry in given.entries(at_least=0):
        supplier, receiver = entry.entries(2, 2)
        pairs.append((supplier.choice(process_ids), receiver.choice(process_ids)))
    return tuple(pairs)


def _count_optima(problem: PlanProblem) -> int | None:
    """How many placements are as good as the best, by trying all; None where there are more than 20,000."""
    choices = problem.wave_count + 1
    if choices ** len(problem.steps) > MOST_PLACEMENTS:
        return None
    objectives = [
        problem.objective(waves)
        for waves in product(range(choices), repeat=len(problem.steps))
        if not problem.broken_rules(waves)
    ]
    best = max(objectives)
    return sum(objective >= best - OBJECTIVE_TOLERANCE for objective in objectives)


AREAS: Mapping[str, Callable[[Given], object]] = {
    "leverage": _leverage,
    "priority": _priority,
    "steps": _steps,
    "waves": _waves,
}
