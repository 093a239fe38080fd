"""Pins are kept where they can be, explained where they cannot, and each has a price (METHOD.md section 13)."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

import pytest

from assessment.domain.answered.roadmap_settings import Pin
from assessment.domain.planning.pins import PinnedProblem, PinPrices, pin_steps, price_pins
from assessment.domain.planning.problem import PlanProblem
from assessment.domain.planning.results import PinCost
from assessment.domain.planning.waves import place_steps
from assessment.domain.rating.warnings import MethodWarning, PinRefusal, WarningKind
from tests.domain.plans import (
    ORACLE_SEEDS,
    a_problem,
    a_step,
    effort_together,
    every_plan,
    small_problem,
    worth,
)

TWO_STEPS = a_problem(a_step("a", 1, effort=2), a_step("a", 2, effort=2), capacities=(3, 3))
SEEDS = [seed for seed in ORACLE_SEEDS if seed % 6 == 0 and small_problem(seed).steps]


def pin(process_id: str, to_level: int, wave: int) -> Pin:
    return Pin(process_id=process_id, to_level=to_level, wave=wave)


def pinned(problem: PlanProblem, pins: Sequence[Pin]) -> PinnedProblem:
    indices = {(step.process_id, step.to_level): index for index, step in enumerate(problem.steps)}
    return pin_steps(problem, indices, pins)


def priced(found: PinnedProblem) -> PinPrices:
    return price_pins(found, place_steps(found.problem).objective)


def refused(wanted: Pin, refusal: PinRefusal, **facts: Any) -> MethodWarning:
    """What is said of a pin that cannot be kept."""
    return MethodWarning(
        kind=WarningKind.PIN_IMPOSSIBLE,
        process_id=wanted.process_id,
        level=wanted.to_level,
        wave=wanted.wave,
        pin_refusal=refusal,
        **facts,
    )


@pytest.mark.parametrize(
    ("pins", "places"),
    [
        ((), ()),
        ((pin("a", 1, 2),), ((0, 2),)),
        ((pin("a", 2, 2), pin("a", 1, 1)), ((1, 2), (0, 1))),
        ((pin("a", 2, 0),), ((1, 0),)),
    ],
)
def test_pins_that_can_be_kept_are_constraints(pins: tuple[Pin, ...], places: tuple[tuple[int, int], ...]) -> None:
    found = pinned(TWO_STEPS, pins)
    assert found.problem == replace(TWO_STEPS, pins=places)
    assert (found.kept, found.warnings) == (pins, ())


@pytest.mark.parametrize(
    ("wanted", "refusal", "facts"),
    [
        (pin("b", 1, 1), PinRefusal.NO_SUCH_STEP, {}),
        (pin("a", 3, 1), PinRefusal.NO_SUCH_STEP, {}),
        (pin("a", 1, 3), PinRefusal.NO_SUCH_WAVE, {"limit_count": 2}),
        (pin("a", 2, 1), PinRefusal.STEPS_BEFORE, {"count": 1}),
    ],
)
def test_a_pin_that_cannot_be_kept_says_why(wanted: Pin, refusal: PinRefusal, facts: dict[str, int]) -> None:
    found = pinned(TWO_STEPS, [wanted])
    assert found.warnings == (refused(wanted, refusal, **facts),)
    assert (found.kept, found.problem) == ((), TWO_STEPS)


def test_all_steps_of_the_process_that_come_first_are_counted() -> None:
    problem = a_problem(*(a_step("a", level) for level in (1, 2, 4)), capacities=(9, 9, 9))
    wanted = pin("a", 4, 2)
    assert pinned(problem, [wanted]).warnings == (refused(wanted, PinRefusal.STEPS_BEFORE, count=2),)
    assert pinned(problem, [pin("a", 4, 3)]).warnings == ()


def test_a_step_larger_than_its_wave_says_both_numbers() -> None:
    wanted = pin("a", 1, 1)
    found = pinned(a_problem(a_step("a", 1, effort=4), capacities=(3, 5)), [wanted])
    assert found.warnings == (refused(wanted, PinRefusal.TOO_LARGE, count=4, limit_count=3),)


def test_steps_that_have_to_share_a_wave_count_together() -> None:
    circle = a_problem(
        a_step("a", 3, effort=2),
        a_step("b", 3, effort=3),
        capacities=(4, 5),
        hard=[("a", "b"), ("b", "a")],
        levels={"a": 1, "b": 1},
    )
    wanted = pin("a", 3, 1)
    assert pinned(circle, [wanted]).warnings == (refused(wanted, PinRefusal.TOO_LARGE, count=5, limit_count=4),)
    assert place_steps(pinned(circle, [pin("a", 3, 2)]).problem).waves == (2, 2)


def test_a_step_whose_supplier_does_not_fit_by_then_says_so() -> None:
    problem = a_problem(a_step("s", 1, effort=3), a_step("t", 2, effort=1), capacities=(3, 3), hard=[("s", "t")])
    wanted = pin("t", 2, 1)
    assert pinned(problem, [wanted]).warnings == (refused(wanted, PinRefusal.ORDER),)


def test_of_pins_that_fit_alone_but_not_together_the_later_one_is_explained() -> None:
    problem = a_problem(a_step("a", 1, effort=2), a_step("b", 1, effort=2), a_step("c", 1), capacities=(3, 3))
    first, second, third = pin("a", 1, 1), pin("b", 1, 1), pin("c", 1, 1)
    found = pinned(problem, [first, second, third])
    assert (found.kept, found.problem.pins) == ((first, third), ((0, 1), (2, 1)))
    assert found.warnings == (refused(second, PinRefusal.OTHER_PINS),)


def test_a_step_pinned_out_keeps_what_needs_it_from_being_pinned_in() -> None:
    problem = a_problem(a_step("s", 1), a_step("t", 2), capacities=(3, 3), hard=[("s", "t")])
    wanted = pin("t", 2, 2)
    assert pinned(problem, [pin("s", 1, 0), wanted]).warnings == (refused(wanted, PinRefusal.OTHER_PINS),)
    without = pin("s", 1, 0)
    assert pinned(problem, [wanted, without]).warnings == (refused(without, PinRefusal.OTHER_PINS),)


def test_a_step_pinned_twice_keeps_the_first_pin() -> None:
    first, second = pin("a", 1, 1), pin("a", 1, 2)
    found = pinned(TWO_STEPS, [first, second])
    assert found.kept == (first,)
    assert found.warnings == (refused(second, PinRefusal.OTHER_PINS),)


def test_an_unknown_pin_leaves_the_others_alone() -> None:
    unknown, known = pin("b", 1, 1), pin("a", 1, 2)
    found = pinned(TWO_STEPS, [unknown, known])
    assert found.problem.pins == ((0, 2),)
    assert found.warnings == (refused(unknown, PinRefusal.NO_SUCH_STEP),)


RICH_AND_POOR = a_problem(a_step("a", 1, value=9), a_step("b", 1, value=4), a_step("c", 1, value=1), capacities=(1, 1))


def test_a_pin_costs_what_the_plan_without_it_would_be_worth_more() -> None:
    late = pin("a", 1, 2)
    prices = priced(pinned(RICH_AND_POOR, [late]))
    assert prices.costs == (PinCost(pin=late, objective_with=4 * 2 + 9, objective_without=9 * 2 + 4),)
    assert prices.objective_without_pins == 22


def test_each_of_several_pins_costs_what_the_plan_with_the_others_alone_would_be_worth_more() -> None:
    late, out = pin("a", 1, 2), pin("b", 1, 0)
    prices = priced(pinned(RICH_AND_POOR, [late, out]))
    with_both = 1 * 2 + 9
    assert prices.costs == (
        PinCost(pin=late, objective_with=with_both, objective_without=9 * 2 + 1),
        PinCost(pin=out, objective_with=with_both, objective_without=4 * 2 + 9),
    )
    assert prices.objective_without_pins == 22


def test_a_pin_to_where_the_step_would_be_anyway_costs_nothing_and_one_that_is_not_kept_has_no_price() -> None:
    same = pin("a", 1, 1)
    prices = priced(pinned(RICH_AND_POOR, [same, pin("a", 2, 1)]))
    assert prices == PinPrices(
        costs=(PinCost(pin=same, objective_with=22, objective_without=22),), objective_without_pins=22
    )


def test_without_a_pin_there_is_no_price() -> None:
    assert priced(pinned(RICH_AND_POOR, [])) == PinPrices(costs=(), objective_without_pins=None)
    assert priced(pinned(RICH_AND_POOR, [pin("a", 1, 3)])) == PinPrices(costs=(), objective_without_pins=None)


@dataclass(frozen=True, kw_only=True)
class Tried:
    """A small problem without pins, pins for it, some of steps or waves that there are not, and what comes of them."""

    problem: PlanProblem
    pins: tuple[Pin, ...]
    found: PinnedProblem
    prices: PinPrices
    plans: tuple[tuple[int, ...], ...]

    def place_of(self, own: Pin) -> int | None:
        """The index of the step of a pin, None for one that is not there."""
        keys = [(step.process_id, step.to_level) for step in self.problem.steps]
        return keys.index((own.process_id, own.to_level)) if (own.process_id, own.to_level) in keys else None

    def keeping(self, *pins: Pin) -> list[tuple[int, ...]]:
        """Every plan that keeps some pins."""
        placed = [(self.place_of(own), own.wave) for own in pins]
        return [plan for plan in self.plans if all(place is not None and plan[place] == wave for place, wave in placed)]

    def best(self, *pins: Pin) -> float:
        """What the best plan that keeps some pins is worth."""
        return max(worth(self.problem, plan) for plan in self.keeping(*pins))


@cache
def tried(seed: int) -> Tried:
    draw, problem = random.Random(seed), replace(small_problem(seed), pins=())
    keys = [(step.process_id, step.to_level) for step in problem.steps] + [("p9", 2)] * (seed % 12 == 0)
    draw.shuffle(keys)
    last = problem.wave_count
    pins = tuple(pin(*key, draw.choice((0, 1, *range(1, last + 1), last + (seed % 9 == 0)))) for key in keys[:3])
    found = pinned(problem, pins)
    return Tried(problem=problem, pins=pins, found=found, prices=priced(found), plans=tuple(every_plan(problem)))


@pytest.mark.parametrize("seed", SEEDS)
def test_a_pin_is_kept_exactly_where_some_plan_keeps_it_with_those_before_it(seed: int) -> None:
    own = tried(seed)
    kept: list[Pin] = []
    for wanted in own.pins:
        kept += [wanted] if own.keeping(*kept, wanted) else []
    assert own.found.kept == tuple(kept)
    assert own.found.problem.pins == tuple((own.place_of(pin), pin.wave) for pin in kept)
    refused_pins = {(warning.process_id, warning.level, warning.wave) for warning in own.found.warnings}
    assert refused_pins == {(pin.process_id, pin.to_level, pin.wave) for pin in own.pins if pin not in kept}


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_said_of_a_pin_that_cannot_be_kept_is_so(seed: int) -> None:
    own = tried(seed)
    for warning in own.found.warnings:
        wanted = next(pin for pin in own.pins if (pin.process_id, pin.to_level) == (warning.process_id, warning.level))
        assert (warning.pin_refusal is PinRefusal.OTHER_PINS) == bool(own.keeping(wanted))
        assert holds(own.problem, wanted, own.place_of(wanted), warning)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_price_of_a_pin_is_that_of_the_best_plans_with_and_without_it(seed: int) -> None:
    own = tried(seed)
    kept, costs = own.found.kept, own.prices.costs
    assert tuple(cost.pin for cost in costs) == kept
    for cost in costs:
        assert cost.objective_with == pytest.approx(own.best(*kept))
        assert cost.objective_without == pytest.approx(own.best(*(pin for pin in kept if pin != cost.pin)))
    without = own.prices.objective_without_pins
    assert without == (pytest.approx(own.best()) if kept else None)


def holds(problem: PlanProblem, wanted: Pin, index: int | None, warning: MethodWarning) -> bool:
    """Whether the numbers that a refusal names are so."""
    said = (warning.count, warning.limit_count)
    if index is None:
        return warning.pin_refusal is PinRefusal.NO_SUCH_STEP
    match warning.pin_refusal:
        case PinRefusal.NO_SUCH_WAVE:
            return said == (None, len(problem.capacities)) and wanted.wave > len(problem.capacities)
        case PinRefusal.TOO_LARGE:
            effort, capacity = effort_together(problem, index), problem.capacities[wanted.wave - 1]
            return said == (effort, capacity) and effort > capacity
        case PinRefusal.STEPS_BEFORE:
            count = steps_before(problem, index)
            return said == (count, None) and 0 < wanted.wave <= count
        case refusal:
            return said == (None, None) and refusal in (PinRefusal.ORDER, PinRefusal.OTHER_PINS)


def steps_before(problem: PlanProblem, index: int) -> int:
    """How many steps of its own process come before a step."""
    own = problem.steps[index]
    return sum(step.process_id == own.process_id and step.to_level < own.to_level for step in problem.steps)


def test_the_pins_drawn_are_worth_trying() -> None:
    found = [tried(seed) for seed in SEEDS]
    refusals = Counter(warning.pin_refusal for own in found for warning in own.found.warnings)
    assert all(refusals[refusal] >= 5 for refusal in PinRefusal), refusals
    costs = [cost for own in found for cost in own.prices.costs]
    assert sum(cost.objective_without > cost.objective_with + 1e-6 for cost in costs) >= 30
    assert sum(len(own.found.kept) > 1 for own in found) >= 20
