"""What waits in a survey is counted, and how much of it may be taken in."""

from __future__ import annotations

from assessment.domain.answered.assessment import Role
from assessment.domain.answered.entries import Answer, AnswerKind
from assessment.domain.authored.framework import Horizon
from assessment.domain.workshop.room import Participant, ParticipantState, Vote
from assessment.domain.workshop.waiting import waiting

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


def test_who_was_taken_in_before_does_not_make_up_the_floor() -> None:
    votes = [vote("a", is_taken=True), vote("b", is_taken=True), vote("c", is_taken=True), vote("d")]
    assert waiting(votes, UNNAMED, 3).count == 1
    assert waiting(votes, UNNAMED, 3).sealed_count == 1


def test_somebody_put_out_is_neither_taken_in_nor_counted() -> None:
    people = [participant("a", state=ParticipantState.OUT), *UNNAMED[1:]]
    votes = [vote("a"), vote("b"), vote("c")]
    assert waiting(votes, people, 3).count == 2
    assert waiting(votes, people, 3).ready_count == 0


def test_what_waits_is_counted_and_what_of_it_is_ready() -> None:
    counted = waiting([vote("a"), vote("b"), vote("n")], [*UNNAMED, NAMED], 3)
    assert (counted.count, counted.ready_count, counted.sealed_count) == (3, 1, 2)
