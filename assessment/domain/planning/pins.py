"""Steps put into a wave by hand: which of these pins can be kept, and in words why another cannot.

An impossible pin stays in the settings and is explained; the plan is made with the others. Pins are taken in the order
they are kept in: one that fits by itself but not with those before it is the one explained. Own rule.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from assessment.domain.answered.roadmap_settings import Pin
from assessment.domain.planning.problem import PlanProblem
from assessment.domain.planning.steps import StepKey
from assessment.domain.planning.waves import is_feasible


@dataclass(frozen=True, slots=True, kw_only=True)
class ImpossiblePin:
    """A pin that cannot be kept, and why: the end of a sentence that begins with the step's name."""

    pin: Pin
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PinnedProblem:
    """The problem with every pin that can be kept, and the others with their reasons."""

    problem: PlanProblem
    impossible: tuple[ImpossiblePin, ...]


def pin_steps(problem: PlanProblem, indices: Mapping[StepKey, int], pins: Sequence[Pin]) -> PinnedProblem:
    """Put pins on a problem that has none. `indices` finds a step by its process and level."""
    wanted = [(pin, indices.get((pin.process_id, pin.to_level))) for pin in pins]
    all_kept = tuple((index, pin.wave) for pin, index in wanted if index is not None)
    if _may_stand(problem, all_kept):
        missing = tuple(_missing(pin) for pin, index in wanted if index is None)
        return PinnedProblem(problem=replace(problem, pins=all_kept), impossible=missing)
    kept: list[tuple[int, int]] = []
    impossible: list[ImpossiblePin] = []
    for pin, index in wanted:
        if index is None:
            impossible.append(_missing(pin))
        elif _may_stand(problem, (*kept, (index, pin.wave))):
            kept.append((index, pin.wave))
        else:
            impossible.append(ImpossiblePin(pin=pin, reason=_why_not(problem, index, pin.wave, bool(kept))))
    return PinnedProblem(problem=replace(problem, pins=tuple(kept)), impossible=tuple(impossible))


def _may_stand(problem: PlanProblem, pins: tuple[tuple[int, int], ...]) -> bool:
    if not pins:
        return True
    if any(wave > problem.wave_count for _, wave in pins) or len({index for index, _ in pins}) < len(pins):
        return False
    return is_feasible(replace(problem, pins=pins))


def _missing(pin: Pin) -> ImpossiblePin:
    return ImpossiblePin(pin=pin, reason="is no longer a step of the roadmap; take the pin off")


def _why_not(problem: PlanProblem, index: int, wave: int, has_others: bool) -> str:
    step = problem.steps[index]
    if wave > problem.wave_count:
        return f"cannot be in wave {wave}: there are {problem.wave_count} waves"
    if wave and step.effort_count > problem.capacities[wave - 1]:
        return (
            f"cannot be in wave {wave}: it takes {step.effort_count} points and the wave has "
            f"{problem.capacities[wave - 1]}. Split it, lower its effort or raise the capacity"
        )
    earlier = problem.by_process[step.process_id].index(index)
    if 0 < wave <= earlier:
        first = "1 step of the same process comes" if earlier == 1 else f"{earlier} steps of the same process come"
        return f"cannot be in wave {wave}: {first} first, one a wave at most"
    if _may_stand(problem, ((index, wave),)) and has_others:
        return f"cannot be in wave {wave} together with the other pinned steps; move one of them"
    return f"cannot be in wave {wave}: what has to come first does not fit the capacity up to then"
