"""What binds the planner: capacity, order, hard linkages with a lag of one level, pins (METHOD.md section 13)."""

from __future__ import annotations

import random
from itertools import product

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from assessment.domain.planning.problem import PlanProblem, Relaxation
from tests.domain.plans import (
    ORACLE_SEEDS,
    a_problem,
    a_step,
    draw_problem,
    is_in_order,
    lateness,
    may_stand,
    moved,
    needed_steps,
    needing_each_other,
    room_of,
    small_problem,
    worth,
)

SEEDS = range(120)


def drawn(seed: int) -> PlanProblem:
    """A problem small enough for every placement to be tried."""
    return draw_problem(
        random.Random(seed).randint, most_processes=4, most_steps=5, most_waves=3, with_pins=False, most_capacity=5
    )


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


def test_a_step_is_bound_by_where_it_lands_not_by_the_levels_it_passes() -> None:
    problem = a_problem(a_step("s", 1), a_step("s", 2), a_step("t", 3), hard=[("s", "t")], levels={"t": 1})
    assert problem.requirements == ((2, 1),), "t goes from 1 to 3 at once: s at 2 first"


def test_the_step_of_the_supplier_that_lands_high_enough_is_the_one_needed() -> None:
    problem = a_problem(
        a_step("s", 2), a_step("s", 3), a_step("t", 2), a_step("t", 3), hard=[("s", "t")], levels={"s": 0}
    )
    assert problem.requirements == ((2, 0), (3, 0)), "s goes from 0 to 2 at once: that serves t at 2 and at 3"


def test_steps_of_one_level_form_no_circle_however_cyclic_the_linkages_are() -> None:
    steps = [a_step(process_id, level) for process_id in "abc" for level in (1, 2, 3)]
    pairs = [(first, second) for first in "abc" for second in "abc" if first != second]
    problem = a_problem(*steps, capacities=(9, 9, 9), hard=pairs)
    assert problem.circles == ()
    assert problem.is_allowed((1, 2, 3) * 3)


TWO_OF_A_CIRCLE = a_problem(
    a_step("a", 3, effort=2),
    a_step("b", 3, effort=2),
    capacities=(3, 4),
    hard=[("a", "b"), ("b", "a")],
    levels={"a": 1, "b": 1},
)


def test_steps_that_need_each_other_share_a_wave_that_holds_both() -> None:
    problem = TWO_OF_A_CIRCLE
    assert (problem.shared_waves, problem.circles_without_order) == (((0, 1),), ())
    assert [problem.companions(index) for index in (0, 1)] == [(0, 1), (0, 1)]
    assert [problem.joint_effort(index) for index in (0, 1)] == [4, 4]
    assert problem.earliest_waves == (2, 2)
    assert problem.is_allowed((2, 2))
    assert not problem.is_allowed((1, 2))
    assert not problem.is_allowed((2, 0))


def test_a_circle_can_go_by_way_of_a_third_process() -> None:
    ring = [("a", "b"), ("b", "c"), ("c", "a")]
    problem = a_problem(*(a_step(own, 3) for own in "abc"), hard=ring, levels=dict.fromkeys("abc", 1))
    assert problem.shared_waves == ((0, 1, 2),)


def circle_without_order() -> PlanProblem:
    """x lands on 2 and then on 4; y goes to 5 at once. y needs x at 4, and x needs y at 1 to land on 2."""
    return a_problem(
        a_step("x", 2),
        a_step("x", 4),
        a_step("y", 5),
        a_step("z", 2),
        capacities=(9, 9, 9),
        hard=[("x", "y"), ("y", "x"), ("y", "z")],
        levels={"x": 0, "y": 0, "z": 1},
    )


def test_a_circle_in_which_a_step_comes_after_another_of_it_has_no_order() -> None:
    problem = circle_without_order()
    assert (problem.shared_waves, problem.circles_without_order) == ((), ((0, 1, 2),))
    assert problem.without_order == {0, 1, 2}
    assert problem.earliest_waves == (None, None, None, None), "z needs y, which never moves"
    assert problem.first_open_wave(0, (0, 0, 0, 0)) is None


def test_the_earliest_wave_goes_by_order_and_by_what_each_wave_holds_by_itself() -> None:
    problem = a_problem(
        a_step("s", 1, effort=3),
        a_step("s", 2, effort=1),
        a_step("t", 2, effort=1),
        a_step("t", 3, effort=9),
        capacities=(2, 3, 1, 4),
        hard=[("s", "t")],
    )
    assert problem.earliest_waves == (2, 3, 2, None), "3 points fit in wave 2, 9 in none"


def test_the_first_open_wave_goes_by_where_the_others_are() -> None:
    problem = a_problem(a_step("s", 1), a_step("t", 2), a_step("t", 3), capacities=(9, 9, 9), hard=[("s", "t")])
    assert problem.first_open_wave(0, (0, 0, 0)) == 1
    assert problem.first_open_wave(1, (2, 0, 0)) == 2, "beside its supplier"
    assert problem.first_open_wave(1, (0, 0, 0)) is None, "its supplier is not funded"
    assert problem.first_open_wave(2, (2, 3, 0)) == 4, "after its own step, which is in the last wave"


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
        ((1, 1, 0), "wave 1 holds 3 and gets 4"),
        ((0, 0, 1), "t needs s"),
        ((2, 0, 0), "the pin says wave 1"),
    ],
)
def test_each_broken_rule_forbids_a_placement(waves: tuple[int, ...], rule: str) -> None:
    problem = a_problem(
        a_step("a", 1, effort=2),
        a_step("s", 1, effort=2),
        a_step("t", 2),
        capacities=(3, 3),
        hard=[("s", "t")],
        pins=[(0, 1)],
    )
    assert not problem.is_allowed(waves), rule
    assert problem.is_allowed((1, 2, 2))


def test_a_step_comes_after_the_one_below_it() -> None:
    problem = a_problem(a_step("a", 1), a_step("a", 2), capacities=(5, 5))
    assert all(problem.is_allowed(waves) for waves in ((1, 2), (2, 0), (0, 0)))
    assert not any(problem.is_allowed(waves) for waves in ((2, 1), (1, 1), (0, 1)))


def test_a_supplier_in_the_same_wave_is_early_enough() -> None:
    problem = a_problem(a_step("s", 1), a_step("t", 2), capacities=(2,), hard=[("s", "t")])
    assert problem.is_allowed((1, 1))
    assert not problem.is_allowed((0, 1))


def test_rooms_are_what_is_left_of_each_wave() -> None:
    problem = a_problem(a_step("a", 1, effort=2), a_step("b", 1, effort=3), capacities=(4, 1))
    assert problem.rooms((1, 2)) == (2, -2)


@given(st.data())
def test_a_placement_is_allowed_exactly_when_the_slow_check_says_so(data: st.DataObject) -> None:
    problem = draw_problem(
        lambda low, high: data.draw(st.integers(low, high)),
        most_processes=4,
        most_steps=7,
        most_waves=3,
        with_pins=True,
    )
    waves = [data.draw(st.integers(0, problem.wave_count)) for _ in problem.steps]
    assert problem.is_allowed(waves) == may_stand(problem, waves)
    assert problem.objective(waves) == pytest.approx(worth(problem, waves))
    assert problem.tie_cost(waves) == lateness(problem, waves)
    assert problem.rooms(waves) == tuple(room_of(problem, waves, own) for own in range(1, problem.wave_count + 1))


@given(st.data())
def test_a_step_may_move_up_to_its_first_open_wave_and_no_further(data: st.DataObject) -> None:
    problem = draw_problem(
        lambda low, high: data.draw(st.integers(low, high)),
        most_processes=3,
        most_steps=5,
        most_waves=3,
        with_pins=False,
    )
    waves = [data.draw(st.integers(0, problem.wave_count)) for _ in problem.steps]
    assume(is_in_order(problem, waves))
    for index in (own for own, wave in enumerate(waves) if wave):
        companions = problem.companions(index)
        allowed = [wave for wave in range(1, waves[index] + 1) if is_in_order(problem, moved(waves, companions, wave))]
        assert problem.first_open_wave(index, waves) == min(allowed)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_earliest_wave_is_that_of_the_earliest_placement_in_order_of_what_each_wave_holds_by_itself(
    seed: int,
) -> None:
    problem = drawn(seed)
    indices = range(len(problem.steps))
    units = [needing_each_other(problem, index) for index in indices]
    efforts = [sum(problem.steps[own].effort_count for own in unit) for unit in units]
    earliest: list[int | None] = [None for _ in indices]
    for waves in product(range(problem.wave_count + 1), repeat=len(problem.steps)):
        fits = all(problem.capacities[wave - 1] >= efforts[own] for own, wave in enumerate(waves) if wave)
        if fits and is_in_order(problem, waves):
            earliest = [
                min(own, wave) if own and wave else own or wave or None
                for own, wave in zip(earliest, waves, strict=True)
            ]
    assert problem.earliest_waves == tuple(earliest)


def test_the_problems_of_the_earliest_waves_are_worth_trying() -> None:
    problems = [drawn(seed) for seed in SEEDS]
    earliest = [wave for problem in problems for wave in problem.earliest_waves]
    assert all(earliest.count(wave) >= 10 for wave in (1, 2, 3, None))
    assert sum(bool(problem.shared_waves) for problem in problems) >= 10


def test_what_a_step_needs_and_what_shares_its_wave_is_what_the_slow_reading_says() -> None:
    without_order = 0
    for problem in map(small_problem, ORACLE_SEEDS):
        for index in range(len(problem.steps)):
            assert set(problem.needed_by.get(index, ())) == set(needed_steps(problem, index))
            unit = needing_each_other(problem, index)
            has_order = len({problem.steps[own].process_id for own in unit}) == len(unit)
            assert (index in problem.without_order) == (not has_order), "steps of one process never share a wave"
            if has_order:
                assert problem.companions(index) == unit
                assert problem.joint_effort(index) == sum(problem.steps[own].effort_count for own in unit)
            without_order += not has_order
    assert without_order >= 15
