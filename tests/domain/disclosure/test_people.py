"""Who may be told by role: nobody is found by name of the role, and nobody by subtraction."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.domain.answered.assessment import Role
from assessment.domain.disclosure.people import QUOTED_ROLES, told_roles

L, P, C, O = Role.LEADERSHIP, Role.PRACTITIONER, Role.CUSTOMER, Role.OTHER  # noqa: E741 (one letter a role)


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        ({L: 3, P: 3}, {L, P}),
        ({L: 3, P: 4, C: 3}, {L, P, C}),
        ({L: 2, P: 4}, set()),
        ({L: 1, P: 5, C: 3}, {P}),
        ({L: 1, C: 2, P: 5}, {P}),
        ({L: 2, P: 2}, set()),
        ({}, set()),
    ],
)
def test_a_role_is_told_where_it_and_all_that_are_not_told_are_enough(counts: dict[Role, int], told: set[Role]) -> None:
    assert told_roles(Counter(counts).elements(), floor=3) == told


def test_a_role_that_is_never_quoted_counts_among_those_left() -> None:
    assert told_roles([P] * 4 + [O] * 3, 3, QUOTED_ROLES) == {P}
    assert told_roles([P] * 4 + [O], 3, QUOTED_ROLES) == set()


@given(st.lists(st.sampled_from(Role), max_size=14), st.integers(min_value=1, max_value=5))
def test_no_group_that_can_be_told_apart_is_below_the_floor(roles: list[Role], floor: int) -> None:
    told, counts = told_roles(roles, floor), Counter(roles)
    left = sum(count for role, count in counts.items() if role not in told)
    assert all(counts[role] >= floor for role in told)
    assert not told or left == 0 or left >= floor
