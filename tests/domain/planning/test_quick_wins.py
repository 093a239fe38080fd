"""Quick wins, worked out by hand (METHOD.md section 13)."""

from __future__ import annotations

import pytest

from assessment.domain.planning.problem import PlanProblem
from assessment.domain.planning.roadmap import quick_wins
from tests.domain.plans import a_problem, a_step


@pytest.mark.parametrize(
    ("problem", "won"),
    [
        (a_problem(a_step("a", 2, value=0), a_step("b", 2, value=0)), set()),
        (
            a_problem(*(a_step(own, 2, value=value) for own, value in zip("abcde", (6, 5, 5, 2, 1), strict=True))),
            {0, 1, 2},
        ),
        (a_problem(*(a_step(own, 2, value=value) for own, value in zip("abcd", (6, 5, 5, 2), strict=True))), {0}),
        (a_problem(a_step("a", 2, value=6, effort=2), a_step("b", 2, value=2)), set()),
        (a_problem(a_step("s", 2), a_step("t", 3, value=9), hard=[("s", "t")], levels={"t": 1}), set()),
        (a_problem(a_step("s", 2), a_step("t", 2, value=9), hard=[("s", "t")], levels={"t": 1}), {1}),
        (a_problem(a_step("t", 3, value=9), hard=[("s", "t")], levels={"s": 1}), set()),  # s is to stay at 1
        (a_problem(a_step("t", 3, value=9), hard=[("gone", "t")]), {0}),
    ],
)
def test_a_quick_win_takes_one_point_earns_much_for_it_and_waits_for_nobody(
    problem: PlanProblem, won: set[int]
) -> None:
    assert quick_wins(problem) == won
