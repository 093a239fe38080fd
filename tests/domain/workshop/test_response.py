"""How many have begun and are done: by role where that finds nobody, and without anybody's answers."""

from __future__ import annotations

from dataclasses import fields
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from assessment.domain.answered.assessment import Role
from assessment.domain.workshop.deadline import late_by
from assessment.domain.workshop.response import Answering, Responding, Response, response


def person(role: Role, answered: int, asked: int = 4, *, is_anonymous: bool = False) -> Answering:
    return Answering(
        id=f"{role}-{answered}", role=role, is_anonymous=is_anonymous, asked_count=asked, answered_count=answered
    )


def test_somebody_has_begun_with_the_first_answer_and_is_done_with_the_last() -> None:
    people = [person(Role.PRACTITIONER, count) for count in (0, 1, 3, 4)]
    assert response(people, 3).all == Responding(role=None, asked_count=4, begun_count=3, done_count=1)
    assert response(people, 3).done_share == 0.25


def test_who_is_asked_nothing_counts_nowhere() -> None:
    assert not person(Role.CUSTOMER, 0, asked=0).is_done
    counted = response([person(Role.CUSTOMER, 0, asked=0)], 3)
    assert counted.all.asked_count == 0
    assert counted.by_role == ()
    assert counted.done_share is None


def test_named_people_are_counted_by_role_however_few_they_are() -> None:
    counted = response([person(Role.CUSTOMER, 4), person(Role.LEADERSHIP, 0)], 3)
    assert [(one.role, one.done_count) for one in counted.by_role] == [(Role.LEADERSHIP, 0), (Role.CUSTOMER, 1)]


def test_fewer_anonymous_people_than_the_floor_are_counted_together_without_a_role() -> None:
    people = [person(Role.CUSTOMER, 4, is_anonymous=True), person(Role.LEADERSHIP, 0, is_anonymous=True)]
    assert response(people, 3).by_role == (Responding(role=None, asked_count=2, begun_count=1, done_count=1),)


def test_a_role_of_enough_anonymous_people_is_told_only_if_the_others_are_enough_or_none() -> None:
    three = [person(Role.CUSTOMER, 4, is_anonymous=True)] * 3
    leader = person(Role.LEADERSHIP, 0, is_anonymous=True)
    assert [one.role for one in response(three, 3).by_role] == [Role.CUSTOMER]
    assert [one.role for one in response([*three, leader], 3).by_role] == [None]
    assert [one.role for one in response([*three, *[leader] * 3], 3).by_role] == [Role.LEADERSHIP, Role.CUSTOMER]


PEOPLE = st.lists(
    st.builds(
        person,
        st.sampled_from(Role),
        st.integers(0, 4),
        is_anonymous=st.booleans(),
    ),
    max_size=20,
)


@given(PEOPLE, st.integers(1, 5))
def test_the_groups_add_up_and_no_group_of_anonymous_people_is_below_the_floor_unless_it_is_all_of_them(
    people: list[Answering], floor: int
) -> None:
    counted = response(people, floor)
    for name in ("asked_count", "begun_count", "done_count"):
        assert sum(getattr(one, name) for one in counted.by_role) == getattr(counted.all, name)
    unnamed = sum(one.is_anonymous for one in people)
    for group in counted.by_role:
        named = sum(one.role is group.role and not one.is_anonymous for one in people)
        assert group.asked_count - named == 0 or group.asked_count - named >= min(floor, unnamed)


def test_the_response_has_no_place_for_a_value_or_an_id() -> None:
    names = {one.name for kind in (Response, Responding) for one in fields(kind)}
    assert names == {"all", "by_role", "role", "asked_count", "begun_count", "done_count"}


def test_an_answer_at_the_deadline_is_in_time_and_a_clock_second_later_it_is_not() -> None:
    noon = datetime(2026, 12, 1, 12, tzinfo=UTC)
    assert late_by(noon, noon) is None
    assert late_by(noon, noon + timedelta(seconds=1)) == timedelta(seconds=1)
    assert late_by(None, noon) is None
