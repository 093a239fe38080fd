"""What a room is shown of a round: worked by hand, and that nothing of few people is shown."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.domain.answered.assessment import Role
from assessment.domain.answered.entries import Answer, AnswerKind
from assessment.domain.answered.workshop import RoundSource, VoteRound
from assessment.domain.authored.framework import Horizon
from assessment.domain.rating.consensus import choice_counts
from assessment.domain.rating.results import Outcome
from assessment.domain.workshop.reveal import Revealed, Standing, far_codes, reveal, side_codes
from assessment.domain.workshop.room import LeadersVote

LEADER, MAKER, CUSTOMER = Role.LEADERSHIP, Role.PRACTITIONER, Role.CUSTOMER


def said(role: Role, *codes: int, is_anonymous: bool = True) -> list[Standing]:
    return [
        Standing(role=role, is_anonymous=is_anonymous, answer=Answer(kind=AnswerKind.RATED, code=code))
        for code in codes
    ]


def a_round(*counts: int, number: int = 1, dont_know: int = 0, not_applicable: int = 0) -> VoteRound:
    return VoteRound(
        item_id="planning.one",
        horizon=Horizon.AS_IS,
        number=number,
        source=RoundSource.PHONES,
        code_counts=counts,
        dont_know_count=dont_know,
        not_applicable_count=not_applicable,
    )


def shown(
    votes: VoteRound, standing: Sequence[Standing] = (), *, floor: int = 3, former: Sequence[VoteRound] = ()
) -> Revealed:
    return reveal(votes, standing, floor=floor, leaders=LeadersVote.TOGETHER, former=former)


def test_a_round_worked_by_hand() -> None:
    """1 2 2 3 3 3 3 5 and a don't know: the lower median of eight is the fourth, 3, the upper one the fifth, 3.

    Within one step are 2 2 3 3 3 3, six of eight; two or more away are 1 and 5. The mean is 2.75, so the consensus is
    1 + (log2 .65 + 2 log2 .85 + 4 log2 .95 + log2 .55) / 8.
    """
    found = shown(a_round(0, 1, 2, 4, 0, 1, dont_know=1))
    assert (found.answer_count, found.code, found.upper_code, found.is_split) == (9, 3, 3, False)
    assert found.within_one_share == 6 / 8
    assert found.far_codes == (1, 5)
    assert found.consensus_share == pytest.approx(0.7189, abs=1e-4)
    assert (found.dont_know_count, found.not_applicable_count, found.outcome) == (1, 0, Outcome.RATED)


def test_half_the_room_against_the_other_half_is_split() -> None:
    found = shown(a_round(2, 0, 0, 0, 0, 2))
    assert (found.code, found.upper_code, found.is_split, found.consensus_share) == (0, 5, True, 0.0)
    assert found.far_codes == (5,)


def test_a_round_that_comes_to_no_number_has_nobody_far_from_it() -> None:
    assert shown(a_round(0, 1, 0, 0, 0, 0, not_applicable=3)).outcome is Outcome.NOT_APPLICABLE
    found = shown(a_round(0, 0, 0, 0, 0, 0, dont_know=4))
    assert (found.is_shown, found.outcome, found.code, found.far_codes) == (True, Outcome.UNRATED, None, ())


def test_a_round_of_fewer_than_the_floor_tells_how_many_they_were_and_nothing_else() -> None:
    found = shown(a_round(0, 0, 1, 0, 0, 1), said(LEADER, 2, 5))
    assert found == Revealed(
        item_id="planning.one", horizon=Horizon.AS_IS, round_number=1, answer_count=2, is_shown=False
    )
    assert shown(a_round(0, 0, 1, 0, 0, 1), floor=2).is_shown


def test_former_rounds_stand_beside_it_oldest_first_but_for_those_of_few() -> None:
    former = [a_round(0, 3, 0, 0, 0, 0, number=2), a_round(2, 0, 0, 0, 0, 0, number=1)]
    third = a_round(0, 0, 4, 0, 0, 0, number=4)
    second = a_round(0, 0, 3, 0, 0, 1, number=3)
    assert shown(third, former=[second, *former]).earlier == ((0, 3, 0, 0, 0, 0), (0, 0, 3, 0, 0, 1))


@pytest.mark.parametrize(
    ("standing", "told"),
    [
        (said(LEADER, 4, 4, 5) + said(MAKER, 1, 2, 2, 3), (4, 2)),
        (said(LEADER, 4, 4) + said(MAKER, 1, 2, 2, 3), (None, None)),  # two leaders
        (said(LEADER, 4, 4, 5) + said(MAKER, 1, 2, 2) + said(CUSTOMER, 0), (None, None)),  # one beside both
        (said(LEADER, 4, 4, 5) + said(MAKER, 1, 2, 2) + said(CUSTOMER, 0, is_anonymous=False), (None, None)),  # named
        (said(LEADER, 4, 4, 5) + said(MAKER, 1, 2, 2) + said(CUSTOMER, 0, 0, 0), (4, 2)),
        # one anonymous leader among named ones, whose answers the facilitator knows
        (said(LEADER, 4, 5, is_anonymous=False) + said(LEADER, 0) + said(MAKER, 1, 2, 2), (None, None)),
        (said(LEADER, 4, 5, 0, is_anonymous=False) + said(MAKER, 1, 2, 2), (4, 2)),
    ],
)
def test_leadership_stands_beside_practitioners_where_nobody_is_alone(
    standing: list[Standing], told: tuple[int | None, int | None]
) -> None:
    assert side_codes(standing, floor=3) == told


def test_nobody_is_told_what_unmarked_leadership_said() -> None:
    standing = said(LEADER, 4, 4, 5) + said(MAKER, 1, 2, 2)
    found = reveal(a_round(0, 1, 2, 0, 2, 1), standing, floor=3, leaders=LeadersVote.UNMARKED)
    assert (found.leadership_code, found.practitioner_code) == (None, None)
    assert found.code == 2


COUNTS = st.lists(st.integers(0, 4), min_size=6, max_size=6).map(tuple)
STANDING = st.lists(
    st.builds(
        lambda role, code, is_anonymous: said(role, code, is_anonymous=is_anonymous)[0],
        st.sampled_from(Role),
        st.integers(0, 5),
        st.booleans(),
    ),
    max_size=14,
)


@given(COUNTS, st.integers(0, 3), st.integers(0, 3), st.integers(1, 6))
def test_counts_are_shown_whole_or_not_at_all(
    counts: tuple[int, ...], dont_know: int, not_applicable: int, floor: int
) -> None:
    votes = a_round(*counts, dont_know=dont_know, not_applicable=not_applicable)
    found = shown(votes, floor=floor)
    assert found.is_shown is (votes.answer_count >= floor)
    told = (found.code_counts, found.dont_know_count, found.not_applicable_count)
    assert told == ((counts, dont_know, not_applicable) if found.is_shown else ((0,) * 6, 0, 0))
    if found.code is not None:
        assert counts[found.code]
        assert found.upper_code is not None
        assert found.upper_code >= found.code
    assert all(counts[one] and abs(one - (found.code or 0)) >= 2 for one in found.far_codes)


@given(STANDING, st.integers(1, 4), st.randoms())
def test_sides_are_told_together_and_hang_on_no_order(
    standing: list[Standing], floor: int, chance: random.Random
) -> None:
    found = side_codes(standing, floor)
    assert (found[0] is None) is (found[1] is None)
    shuffled = list(standing)
    chance.shuffle(shuffled)
    assert side_codes(shuffled, floor) == found


@given(STANDING, st.integers(2, 4))
def test_what_one_anonymous_person_of_few_said_changes_no_side(standing: list[Standing], floor: int) -> None:
    for place, one in enumerate(standing):
        alike = [other for other in standing if other.is_anonymous and _side(other) is _side(one)]
        if one.is_anonymous and len(alike) < floor:
            for code in range(6):
                changed = [*standing[:place], *said(one.role, code), *standing[place + 1 :]]
                assert side_codes(changed, floor) == side_codes(standing, floor) == (None, None)


def _side(one: Standing) -> Role | None:
    return one.role if one.role in (LEADER, MAKER) else None


@given(STANDING)
def test_a_raised_answer_never_lowers_what_a_round_comes_to(standing: list[Standing]) -> None:
    def code_of(people: Sequence[Standing]) -> int:
        counts = choice_counts(one.answer for one in people)
        return shown(a_round(*counts[:6]), floor=1).code or 0

    for place, one in enumerate(standing):
        if (one.answer.code or 0) < 5:
            raised = [*standing[:place], *said(one.role, (one.answer.code or 0) + 1), *standing[place + 1 :]]
            assert code_of(raised) >= code_of(standing)


def test_far_means_two_or_more_from_the_value() -> None:
    assert far_codes((1, 1, 1, 1, 1, 1), 2) == (0, 4, 5)
    assert far_codes((0, 1, 3, 1, 0, 0), 2) == ()
    assert far_codes((1, 0, 0, 0, 0, 1), None) == ()
