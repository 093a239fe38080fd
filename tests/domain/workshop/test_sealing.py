"""Which votes may be taken in: worked by hand, and as laws that hold for any room."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.domain.answered.assessment import Role
from assessment.domain.answered.entries import Answer, AnswerKind
from assessment.domain.authored.framework import Horizon
from assessment.domain.workshop.room import LeadersVote, Vote
from assessment.domain.workshop.sealing import (
    is_anonymous_id,
    is_held_back,
    sealed_count,
    takable,
    told_role,
)
from assessment.services.identity import new_anonymous_id, new_people_ids

ITEMS = ("planning.one", "planning.two")


def a_vote(participant_id: str, item_id: str = ITEMS[0], code: int = 3, horizon: Horizon = Horizon.AS_IS) -> Vote:
    return Vote(
        participant_id=participant_id,
        item_id=item_id,
        horizon=horizon,
        round_number=1,
        answer=Answer(kind=AnswerKind.RATED, code=code),
        comment=None,
        sequence=1,
        is_taken=False,
    )


PLACES = st.tuples(st.sampled_from("abcdefghij"), st.sampled_from(ITEMS), st.sampled_from(Horizon))
VOTES = st.lists(PLACES, unique=True, max_size=30).map(
    lambda places: [a_vote(who, item_id, horizon=horizon) for who, item_id, horizon in places]
)
UNNAMED = st.frozensets(st.sampled_from("abcdefghij"))
FLOORS = st.integers(1, 6)


@pytest.mark.parametrize(
    ("anonymous", "taken"),
    [("", "abcd"), ("ab", "cd"), ("abc", "abcd"), ("abcd", "abcd")],
)
def test_anonymous_votes_are_taken_in_where_they_are_as_many_as_the_floor(anonymous: str, taken: str) -> None:
    votes = [a_vote(one) for one in "abcd"]
    found = takable(votes, frozenset(anonymous), floor=3)
    assert "".join(one.participant_id for one in found) == taken
    assert sealed_count(votes, frozenset(anonymous), floor=3) == 4 - len(taken)


def test_each_question_and_horizon_is_a_crowd_of_its_own() -> None:
    votes = [
        *(a_vote(one, ITEMS[0]) for one in "abc"),
        *(a_vote(one, ITEMS[1]) for one in "ab"),
        *(a_vote(one, ITEMS[0], horizon=Horizon.TO_BE) for one in "c"),
    ]
    found = takable(votes, frozenset("abc"), floor=3)
    assert {(one.item_id, one.horizon) for one in found} == {(ITEMS[0], Horizon.AS_IS)}


@given(VOTES, UNNAMED, FLOORS)
def test_of_anonymous_people_either_nobody_or_as_many_as_the_floor_are_taken_in_for_a_place(
    votes: list[Vote], anonymous: frozenset[str], floor: int
) -> None:
    found = takable(votes, anonymous, floor)
    counts = Counter((one.item_id, one.horizon) for one in found if one.participant_id in anonymous)
    assert all(count >= floor for count in counts.values())
    assert {one for one in votes if one.participant_id not in anonymous} <= set(found)
    assert len(found) + sealed_count(votes, anonymous, floor) == len(votes)


@given(VOTES, UNNAMED, FLOORS, st.randoms())
def test_the_order_in_which_votes_came_makes_no_difference(
    votes: list[Vote], anonymous: frozenset[str], floor: int, chance: object
) -> None:
    shuffled = list(votes)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert takable(shuffled, anonymous, floor) == takable(votes, anonymous, floor)


@given(VOTES, UNNAMED, FLOORS)
def test_who_may_be_taken_in_does_not_hang_on_what_was_said(
    votes: list[Vote], anonymous: frozenset[str], floor: int
) -> None:
    others = [a_vote(one.participant_id, one.item_id, 0, one.horizon) for one in votes]
    who = [(one.participant_id, one.item_id, one.horizon) for one in takable(votes, anonymous, floor)]
    assert who == [(one.participant_id, one.item_id, one.horizon) for one in takable(others, anonymous, floor)]


@given(VOTES, UNNAMED, FLOORS)
def test_more_votes_and_a_lower_floor_never_seal_what_was_free(
    votes: list[Vote], anonymous: frozenset[str], floor: int
) -> None:
    free = set(takable(votes[: len(votes) // 2], anonymous, floor))
    assert free <= set(takable(votes, anonymous, floor))
    assert set(takable(votes, anonymous, floor)) <= set(takable(votes, anonymous, max(1, floor - 1)))


@given(st.lists(st.sampled_from(Role), max_size=12), FLOORS)
def test_the_role_that_is_told_of_somebody_is_shared_by_as_many_as_the_floor_and_so_are_the_others(
    crowd: list[Role], floor: int
) -> None:
    told = Counter(told_role(one, crowd, floor) for one in crowd)
    untold = [one for one in crowd if told_role(one, crowd, floor) is Role.OTHER and one is not Role.OTHER]
    for role, count in told.items():
        if role is not Role.OTHER:
            assert count == crowd.count(role) >= floor
    if untold:
        assert told[Role.OTHER] >= floor or len(told) == 1


def test_an_id_says_whether_somebody_is_anonymous() -> None:
    assert all(is_anonymous_id(new_anonymous_id()) for _ in range(20))
    assert not any(map(is_anonymous_id, (*new_people_ids(20), "r1", "a1", "", "A0123456789ABCDEF")))
    assert not is_anonymous_id(new_anonymous_id() + "0")


@pytest.mark.parametrize(
    ("role", "leaders", "missing", "waits"),
    [
        (Role.LEADERSHIP, LeadersVote.LAST, [Role.PRACTITIONER], True),
        (Role.LEADERSHIP, LeadersVote.LAST, [Role.LEADERSHIP] * 2, False),
        (Role.LEADERSHIP, LeadersVote.LAST, [], False),
        (Role.PRACTITIONER, LeadersVote.LAST, [Role.CUSTOMER], False),
        (Role.LEADERSHIP, LeadersVote.TOGETHER, [Role.CUSTOMER], False),
        (Role.LEADERSHIP, LeadersVote.UNMARKED, [Role.CUSTOMER], False),
    ],
)
def test_leadership_that_votes_last_waits_for_everybody_else(
    role: Role, leaders: LeadersVote, missing: list[Role], waits: bool
) -> None:
    assert is_held_back(role, leaders, 1, missing) is waits
    assert not is_held_back(role, leaders, 2, missing)
