"""Steps, effort, waves and quick wins: areas of METHOD.md section 13."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import product

from assessment.domain.authored.content import Effort
from assessment.domain.cases.profiles import LADDER, read_carry, read_percents
from assessment.domain.cases.reading import Given
from assessment.domain.planning.priority import priority_points
from assessment.domain.planning.problem import PlanProblem, PlanStep
from assessment.domain.planning.roadmap import quick_wins
from assessment.domain.planning.steps import land_steps, step_effort, step_value
from assessment.domain.planning.waves import OBJECTIVE_TOLERANCE, place_steps
from assessment.domain.rating.capability import rate_level
from assessment.domain.rating.scale import HIGHEST_CODE
from assessment.domain.rating.targets import effective_level, need_share

MOST_STEPS = 60
MOST_WAVES = 12
MOST_POINTS = 1000
MOST_PLACEMENTS = 20_000
_SIZES = tuple(effort.value for effort in Effort)


def _steps(given: Given) -> object:
    fields = given.fields("attributes", "target", "impact", "carry")
    percents, carry_percent = read_percents(fields["attributes"]), read_carry(fields["carry"])
    impact = fields["impact"].number(0, 1)
    target_level = effective_level(LADDER, percents, fields["target"].whole(0, HIGHEST_CODE))
    score = rate_level(LADDER, percents, carry_percent).score
    steps = [
        [
            landing.from_level,
            landing.to_level,
            step_value(impact, score or 0.0, landing.from_level, landing.to_level, target_level),
        ]
        for landing in land_steps(LADDER, percents, target_level, carry_percent)
    ]
    return {
        "steps": steps,
        "sum": sum(value for _, _, value in steps),
        "priority": priority_points(need_share(target_level, score), impact),
    }


def _effort(given: Given) -> object:
    fields = given.fields("from", "to", "score", "ahead")
    from_level = fields["from"].whole(0, HIGHEST_CODE - 1)
    ahead = fields["ahead"].fields(optional=LADDER.attribute_ids)
    return step_effort(
        [[Effort(size.choice(_SIZES)) for size in own.entries(at_least=0)] for own in ahead.values()],
        fields["score"].number(0, HIGHEST_CODE),
        from_level,
        fields["to"].whole(from_level + 1, HIGHEST_CODE),
    )


def _waves(given: Given) -> object:
    fields = given.fields("items", "levels", "waves", "capacity", "hard_links")
    wave_count = fields["waves"].whole(1, MOST_WAVES)
    named = _named_problem(
        fields, tuple(entry.whole(0, MOST_POINTS) for entry in fields["capacity"].entries(wave_count, wave_count))
    )
    placement = place_steps(named.problem)
    return {
        "objective": placement.objective,
        "waves": dict(zip(named.names, placement.waves, strict=True)),
        "optima": _count_optima(named.problem),
    }


def _quick_wins(given: Given) -> object:
    fields = given.fields("items", "levels", "hard_links")
    named = _named_problem(fields, ())
    won = {named.names[index] for index in quick_wins(named.problem)}
    return [name for name in fields["items"].named(at_most=MOST_STEPS) if name in won]


@dataclass(frozen=True, slots=True, kw_only=True)
class _NamedProblem:
    """A problem and the name of each of its steps."""

    problem: PlanProblem
    names: tuple[str, ...]


def _named_problem(fields: Mapping[str, Given], capacities: tuple[int, ...]) -> _NamedProblem:
    levels = {
        process_id: level.whole(0, HIGHEST_CODE)
        for process_id, level in fields["levels"].named(at_most=MOST_STEPS).items()
    }
    order = tuple(levels)
    steps = _plan_steps(fields["items"], order)
    names = sorted(steps, key=lambda name: (order.index(steps[name].process_id), steps[name].to_level))
    problem = PlanProblem(
        model_order=order,
        steps=tuple(steps[name] for name in names),
        capacities=capacities,
        levels=levels,
        hard_pairs=_hard_pairs(fields["hard_links"], order),
    )
    return _NamedProblem(problem=problem, names=tuple(names))


def _plan_steps(given: Given, process_ids: tuple[str, ...]) -> Mapping[str, PlanStep]:
    steps: dict[str, PlanStep] = {}
    for name, entry in given.named(at_most=MOST_STEPS).items():
        fields = entry.fields("process", "to_level", "value", "effort")
        to_level = fields["to_level"].whole(1, HIGHEST_CODE)
        step = PlanStep(
            process_id=fields["process"].choice(process_ids),
            to_level=to_level,
            value=fields["value"].number(0, MOST_POINTS),
            effort_count=fields["effort"].whole(1, MOST_POINTS),
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
        if problem.is_allowed(waves)
    ]
    best = max(objectives)
    return sum(objective >= best - OBJECTIVE_TOLERANCE for objective in objectives)


AREAS: Mapping[str, Callable[[Given], object]] = {
    "steps": _steps,
    "effort": _effort,
    "waves": _waves,
    "quick-wins": _quick_wins,
}
