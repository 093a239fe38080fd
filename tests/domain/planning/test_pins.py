"""Pins are kept where they can be, and explained where they cannot."""

from __future__ import annotations

import pytest

from assessment.domain.answered.roadmap_settings import Pin
from assessment.domain.planning.pins import pin_steps
from assessment.domain.planning.problem import PlanProblem
from assessment.domain.planning.waves import place_steps
from tests.domain.plans import a_problem, a_step, may_stand


def pin(process_id: str, to_level: int, wave: int) -> Pin:
    return Pin(process_id=process_id, to_level=to_level, wave=wave)


def pinned(problem: PlanProblem, *pins: Pin) -> tuple[tuple[tuple[int, int], ...], list[str]]:
    """The pins that are kept, and the reasons of the others."""
    indices = {(step.process_id, step.to_level): index for index, step in enumerate(problem.steps)}
    found = pin_steps(problem, indices, pins)
    assert may_stand(found.problem, place_steps(found.problem).waves), "what is kept leaves a plan"
    return found.problem.pins, [one.reason for one in found.impossible]


TWO_STEPS = a_problem(a_step("a", 1, effort=2), a_step("a", 2, effort=2), capacities=(3, 3))


def test_a_pin_that_can_be_kept_is_a_constraint() -> None:
    assert pinned(TWO_STEPS, pin("a", 1, 2)) == (((0, 2),), [])
    assert pinned(TWO_STEPS, pin("a", 1, 1), pin("a", 2, 2)) == (((0, 1), (1, 2)), [])
    assert pinned(TWO_STEPS, pin("a", 2, 0)) == (((1, 0),), [])
    assert pinned(TWO_STEPS) == ((), [])


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        (pin("b", 1, 1), "no longer a step"),
        (pin("a", 3, 1), "no longer a step"),
        (pin("a", 1, 3), "there are 2 waves"),
        (pin("a", 2, 1), "1 step of the same process comes first"),
    ],
)
def test_a_pin_that_cannot_be_kept_says_why(wanted: Pin, words: str) -> None:
    kept, reasons = pinned(TWO_STEPS, wanted)
    assert kept == ()
    assert len(reasons) == 1
    assert words in reasons[0]


def test_a_step_larger_than_its_wave_says_both_numbers() -> None:
    problem = a_problem(a_step("a", 1, effort=4), capacities=(3, 5))
    _, (reason,) = pinned(problem, pin("a", 1, 1))
    assert "takes 4 points and the wave has 3" in reason


def test_a_step_whose_supplier_does_not_fit_before_it_says_so() -> None:
    problem = a_problem(a_step("s", 1, effort=3), a_step("t", 2, effort=1), capacities=(3, 3), hard=[("s", "t")])
    _, (reason,) = pinned(problem, pin("t", 2, 1))
    assert "what has to come first does not fit" in reason


def test_pins_that_fit_alone_but_not_together_keep_the_first_and_explain_the_rest() -> None:
    problem = a_problem(a_step("a", 1, effort=2), a_step("b", 1, effort=2), a_step("c", 1), capacities=(3, 3))
    kept, reasons = pinned(problem, pin("a", 1, 1), pin("b", 1, 1), pin("c", 1, 1))
    assert kept == ((0, 1), (2, 1))
    assert len(reasons) == 1
    assert "together with the other pinned steps" in reasons[0]


def test_a_step_pinned_twice_keeps_the_first_pin() -> None:
    kept, reasons = pinned(TWO_STEPS, pin("a", 1, 1), pin("a", 1, 2))
    assert kept == ((0, 1),)
    assert len(reasons) == 1


def test_an_unknown_pin_leaves_the_others_alone() -> None:
    kept, reasons = pinned(TWO_STEPS, pin("b", 1, 1), pin("a", 1, 2))
    assert kept == ((0, 2),)
    assert len(reasons) == 1
