"""What binds the planner: capacity, order, hard linkages with a lag of one level, pins (METHOD.md section 13)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.domain.planning.problem import Relaxation
from tests.domain.plans import a_problem, a_step, draw_problem, lateness, may_stand, worth


def test_a_receiver_needs_its_supplier_one_level_behind() -> None:
    problem = a_problem(a_step("s", 1), a_step("s", 2), a_step("t", 2), a_step("t", 3), hard=[("s", "t")])
    assert problem.requirements == ((2, 0), (3, 1))
    assert problem.relaxations == ()


def test_level_1_needs_nobody() -> None:
    assert a_problem(a_step("s", 1), a_step("t", 1), hard=[("s", "t")]).requirements == ()


def test_a_supplier_that_stands_high_enough_binds_nobody() -> None:
    assert a_problem(a_step("s", 2), a_step("t", 2), hard=[("s", "t")]).requirements == ()


def test_a_supplier_out_of_scope_is_void() -> None:
    problem = a_problem(a_step("t", 3), hard=[("elsewhere", "t")])
    assert (problem.requirements, problem.relaxations) == ((), ())


def test_a_supplier_whose_target_is_too_low_comes_first_up_to_it_and_is_named() -> None:
    problem = a_problem(a_step("s", 1), a_step("t", 3), hard=[("s", "t")])
    assert problem.requirements == ((1, 0),)
    assert problem.relaxations == (
        Relaxation(supplier_id="s", receiver_id="t", receiver_level=3, needed_level=2, reached_level=1),
    )


def test_a_supplier_that_is_to_stay_where_it_is_binds_nobody_and_is_named() -> None:
    problem = a_problem(a_step("t", 3), hard=[("s", "t")], levels={"s": 0})
    assert problem.requirements == ()
    assert problem.relaxations == (
        Relaxation(supplier_id="s", receiver_id="t", receiver_level=3, needed_level=2, reached_level=0),
    )


def test_a_merged_step_of_the_supplier_is_the_one_that_passes_the_level() -> None:
    problem = a_problem(a_step("s", 1, reached=2), a_step("s", 3), a_step("t", 3), hard=[("s", "t")])
    assert problem.requirements == ((2, 0),)


def test_however_cyclic_the_linkages_are_there_is_no_circle() -> None:
    steps = [a_step(process_id, level) for process_id in "abc" for level in (1, 2, 3)]
    pairs = [(first, second) for first in "abc" for second in "abc" if first != second]
    problem = a_problem(*steps, capacities=(9, 9, 9), hard=pairs)
    assert problem.broken_rules((1, 2, 3) * 3) == ()


def test_steps_of_a_process_are_chained_and_those_of_two_are_not() -> None:
    assert a_problem(a_step("a", 1), a_step("a", 2), a_step("a", 3), a_step("b", 1)).chains == ((0, 1), (1, 2))


def test_the_first_process_of_the_model_weighs_most_in_a_tie() -> None:
    problem = a_problem(a_step("a", 1), a_step("b", 1), a_step("b", 2), levels={"c": 0})
    assert problem.tie_weights == (3, 2, 2)
    assert problem.tie_cost((1, 2, 0)) == 3 * 1 + 2 * 2 + 2 * 3


def test_an_earlier_wave_earns_more_and_no_wave_earns_nothing() -> None:
    problem = a_problem(a_step("a", 1, value=10), a_step("b", 1, value=4), capacities=(1, 1, 1))
    assert problem.objective((1, 3)) == 34
    assert problem.objective((3, 0)) == 10
    assert problem.objective((0, 0)) == 0


@pytest.mark.parametrize(
    ("waves", "rule"),
    [
        ((1, 1, 0), "wave 1 uses 4 of 3"),
        ((2, 2, 0), "wave 2 uses 4 of 3"),
        ((0, 0, 1), "step 2 is before step 1, which it needs"),
        ((2, 0, 0), "step 0 is not in wave 1"),
    ],
)
def test_each_broken_rule_is_said(waves: tuple[int, ...], rule: str) -> None:
    problem = a_problem(
        a_step("a", 1, effort=2),
        a_step("s", 1, effort=2),
        a_step("t", 2),
        capacities=(3, 3),
        hard=[("s", "t")],
        pins=[(0, 1)],
    )
    assert rule in problem.broken_rules(waves)
    assert problem.broken_rules((1, 2, 2)) == ()


def test_a_step_before_or_beside_the_one_below_it_is_said() -> None:
    problem = a_problem(a_step("a", 1), a_step("a", 2), capacities=(5, 5))
    assert problem.broken_rules((1, 2)) == problem.broken_rules((2, 0)) == problem.broken_rules((0, 0)) == ()
    for waves in ((2, 1), (1, 1), (0, 1)):
        assert problem.broken_rules(waves) == ("step 1 is not after step 0",)


def test_a_supplier_in_the_same_wave_is_early_enough() -> None:
    problem = a_problem(a_step("s", 1), a_step("t", 2), capacities=(2,), hard=[("s", "t")])
    assert problem.broken_rules((1, 1)) == ()
    assert problem.broken_rules((0, 1)) != ()


@given(st.data())
def test_a_placement_breaks_a_rule_exactly_when_the_slow_check_says_so(data: st.DataObject) -> None:
    problem = draw_problem(
        lambda low, high: data.draw(st.integers(low, high)),
        most_processes=4,
        most_steps=7,
        most_waves=3,
        with_pins=True,
    )
    waves = [data.draw(st.integers(0, problem.wave_count)) for _ in problem.steps]
    assert (problem.broken_rules(waves) == ()) == may_stand(problem, waves)
    assert problem.objective(waves) == pytest.approx(worth(problem, waves))
    assert problem.tie_cost(waves) == lateness(problem, waves)
