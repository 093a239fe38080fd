"""What may be taken in of a survey: what results show after, less what they showed before, is never of too few."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from assessment.domain.answered.assessment import Role
from assessment.domain.answered.entries import Answer, AnswerKind
from assessment.domain.authored.framework import Horizon
from assessment.domain.workshop.room import Participant, ParticipantState, Vote
from assessment.domain.workshop.waiting import ready, waiting

IN = ParticipantState.IN


def participant(name: str, *, is_anonymous: bool = True, state: ParticipantState = IN) -> Participant:
    return Participant(
        id=name,
        room_id="room",
        assessment_id="a",
        respondent_id=f"r-{name}",
        role=Role.OTHER,
        is_anonymous=is_anonymous,
        is_by_link=False,
        state=state,
        seen_at=None,
    )


def vote(name: str, item: str = "i.one", horizon: Horizon = Horizon.AS_IS, *, is_taken: bool = False) -> Vote:
    return Vote(
        participant_id=name,
        item_id=item,
        horizon=horizon,
        round_number=0,
        answer=Answer(kind=AnswerKind.RATED, code=3),
        comment=None,
        sequence=1,
        is_taken=is_taken,
    )


UNNAMED = tuple(participant(name) for name in "abcd")
NAMED = participant("n", is_anonymous=False)


def test_a_named_person_is_taken_in_at_any_time() -> None:
    assert ready([vote("n")], [NAMED], 3) == (vote("n"),)


def test_two_anonymous_people_wait_for_a_third_whoever_else_answered() -> None:
    two = [vote("a"), vote("b"), vote("n")]
    assert ready(two, [*UNNAMED, NAMED], 3) == (vote("n"),)
    assert ready([*two, vote("c")], [*UNNAMED, NAMED], 3) == (*two, vote("c"))


def test_each_question_and_each_horizon_waits_for_itself() -> None:
    votes = [vote("a"), vote("b"), vote("c", "i.two"), vote("c", horizon=Horizon.TO_BE)]
    assert ready(votes, UNNAMED, 3) == ()


def test_who_was_taken_in_before_does_not_make_up_the_floor() -> None:
    votes = [vote("a", is_taken=True), vote("b", is_taken=True), vote("c", is_taken=True), vote("d")]
    assert ready(votes, UNNAMED, 3) == ()
    assert waiting(votes, UNNAMED, 3).sealed_count == 1


def test_somebody_put_out_is_neither_taken_in_nor_counted() -> None:
    people = [participant("a", state=ParticipantState.OUT), *UNNAMED[1:]]
    votes = [vote("a"), vote("b"), vote("c")]
    assert ready(votes, people, 3) == ()
    assert waiting(votes, people, 3).count == 2


def test_what_waits_is_counted_and_what_of_it_is_ready() -> None:
    counted = waiting([vote("a"), vote("b"), vote("n")], [*UNNAMED, NAMED], 3)
    assert (counted.count, counted.ready_count, counted.sealed_count) == (3, 1, 2)


VOTES = st.lists(
    st.builds(vote, st.sampled_from("abcdn"), st.sampled_from(("i.one", "i.two")), is_taken=st.booleans()),
    unique_by=lambda one: (one.participant_id, one.item_id),
)


@given(VOTES, st.integers(1, 4))
def test_of_no_place_are_fewer_anonymous_answers_taken_in_than_the_floor(votes: list[Vote], floor: int) -> None:
    taken = ready(votes, [*UNNAMED, NAMED], floor)
    counts = Counter(one.item_id for one in taken if one.participant_id != NAMED.id)
    assert all(count >= floor for count in counts.values())
    assert not any(one.is_taken for one in taken)
    assert {one for one in votes if one.participant_id == NAMED.id and not one.is_taken} <= set(taken)
