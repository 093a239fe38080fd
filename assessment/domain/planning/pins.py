"""Steps put into a wave by hand: which of these pins can be kept, why another cannot, and what each costs.

An impossible pin stays in the settings and is explained; the plan is made with the others. Pins are taken in the order
they are kept in: one that fits by itself but not with those before it is the one explained. Own rule.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from assessment.domain.answered.roadmap_settings import Pin
from assessment.domain.planning.problem import PlanProblem
from assessment.domain.planning.results import PinCost
from assessment.domain.planning.steps import StepKey
from assessment.domain.planning.waves import OBJECTIVE_TOLERANCE, best_objective, is_feasible
from assessment.domain.rating.warnings import MethodWarning, PinRefusal, WarningKind


@dataclass(frozen=True, slots=True, kw_only=True)
class PinPrices:
    """What each kept pin costs, and the objective of the plan without any pin, None where there is none."""

    costs: tuple[PinCost, ...]
    objective_without_pins: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PinnedProblem:
    """The problem with every pin that can be kept, `kept` in the order of its pins, and a warning for each other."""

    problem: PlanProblem
    kept: tuple[Pin, ...]
    warnings: tuple[MethodWarning, ...]


def pin_steps(problem: PlanProblem, indices: Mapping[StepKey, int], pins: Sequence[Pin]) -> PinnedProblem:
    """Put pins on a problem that has none. `indices` finds a step by its process and the level it lands on."""
    found = [(pin, indices[pin.process_id, pin.to_level]) for pin in pins if (pin.process_id, pin.to_level) in indices]
    fit_together = may_stand(problem, tuple((index, pin.wave) for pin, index in found))
    kept: list[Pin] = []
    placed: list[tuple[int, int]] = []
    warnings = [_warning(pin, PinRefusal.NO_SUCH_STEP) for pin in pins if (pin.process_id, pin.to_level) not in indices]
    for pin, index in found:
        if fit_together or may_stand(problem, (*placed, (index, pin.wave))):
            kept.append(pin)
            placed.append((index, pin.wave))
        else:
            warnings.append(_why_not(problem, pin, index, has_others=bool(placed)))
    return PinnedProblem(problem=replace(problem, pins=tuple(placed)), kept=tuple(kept), warnings=tuple(warnings))


def price_pins(pinned: PinnedProblem, objective: float) -> PinPrices:
    """What each kept pin costs; `objective` is that of the plan with all of them.

    A plan with a pin stands also without it, so nothing is ever worth less without a pin, and a plan without any pin is
    searched first: where it is worth no more, no pin costs anything.
    """
    pins = pinned.problem.pins
    if not pins:
        return PinPrices(costs=(), objective_without_pins=None)
    without_any = max(objective, best_objective(replace(pinned.problem, pins=())))
    if len(pins) == 1 or without_any <= objective + OBJECTIVE_TOLERANCE:
        without_each = [without_any] * len(pins)
    else:
        others = [(*pins[:place], *pins[place + 1 :]) for place in range(len(pins))]
        without_each = [max(objective, best_objective(replace(pinned.problem, pins=own))) for own in others]
    return PinPrices(
        costs=tuple(
            PinCost(pin=pin, objective_with=objective, objective_without=without)
            for pin, without in zip(pinned.kept, without_each, strict=True)
        ),
        objective_without_pins=max(without_any, *without_each),
    )


def may_stand(problem: PlanProblem, pins: tuple[tuple[int, int], ...]) -> bool:
    """Whether a plan keeps all of these pins, pairs of a step's index and its wave, and every rule of order."""
    if any(wave > problem.wave_count for _, wave in pins) or len({index for index, _ in pins}) < len(pins):
        return False
    return is_feasible(replace(problem, pins=pins))


def _why_not(problem: PlanProblem, pin: Pin, index: int, *, has_others: bool) -> MethodWarning:
    if pin.wave > problem.wave_count:
        return _warning(pin, PinRefusal.NO_SUCH_WAVE, limit_count=problem.wave_count)
    effort = problem.joint_effort(index)
    if pin.wave and effort > problem.capacities[pin.wave - 1]:
        return _warning(pin, PinRefusal.TOO_LARGE, count=effort, limit_count=problem.capacities[pin.wave - 1])
    earlier = problem.by_process[pin.process_id].index(index)
    if 0 < pin.wave <= earlier:
        return _warning(pin, PinRefusal.STEPS_BEFORE, count=earlier)
    if has_others and may_stand(problem, ((index, pin.wave),)):
        return _warning(pin, PinRefusal.OTHER_PINS)
    return _warning(pin, PinRefusal.ORDER)


def _warning(pin: Pin, refusal: PinRefusal, count: int | None = None, limit_count: int | None = None) -> MethodWarning:
    return MethodWarning(
        kind=WarningKind.PIN_IMPOSSIBLE,
        process_id=pin.process_id,
        level=pin.to_level,
        wave=pin.wave,
        pin_refusal=refusal,
        count=count,
        limit_count=limit_count,
    )
