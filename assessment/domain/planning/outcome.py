"""What a plan comes to in four numbers, so that two plans can be held against each other.

| symbol | name | unit | range | direction |
|---|---|---|---|---|
| worth | sum of value * (K - wave + 1): what the planner maximises | points | 0 up | higher is better |
| value | sum of value over the steps that are funded, whenever | points | 0 up | higher is better |
| at target | processes at target once the last wave is over | count | 0 up | higher is better |
| effort | points of the steps that are funded | points | 0 up | |

More room never lowers the worth. Value and processes at target mostly follow it and need not: a plan that brings much
early may leave out what another one brings late.
"""

from __future__ import annotations

from dataclasses import dataclass

from assessment.domain.planning.posing import Posed
from assessment.domain.planning.results import PlanMethod
from assessment.domain.planning.waves import Placement, place_steps


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a plan comes to. `waves` are those of the steps, in the order they were posed in."""

    worth: float
    value: float
    at_target_count: int
    effort_count: int
    funded_count: int
    step_count: int
    waves: tuple[int, ...]
    method: PlanMethod


def outcome_of(posed: Posed) -> Outcome:
    """Plan it and say what it comes to."""
    return told_of(posed, place_steps(posed.pinned.problem))


def told_of(posed: Posed, placement: Placement) -> Outcome:
    """What a placement comes to."""
    problem = posed.pinned.problem
    funded = [step for step, wave in zip(problem.steps, placement.waves, strict=True) if wave]
    return Outcome(
        worth=placement.objective,
        value=sum(step.value for step in funded),
        at_target_count=posed.at_target_after(placement.waves, problem.wave_count),
        effort_count=sum(step.effort_count for step in funded),
        funded_count=len(funded),
        step_count=len(problem.steps),
        waves=placement.waves,
        method=placement.method,
    )
