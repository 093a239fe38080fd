"""Votes of phones: what is kept, what comes late, and what is refused."""

from __future__ import annotations

from datetime import timedelta

import pytest

from assessment.domain.answered.assessment import AssessmentState
from assessment.domain.answered.entries import AnswerKind
from assessment.domain.answered.workshop import RoomKind
from assessment.domain.authored.framework import Depth, Horizon
from assessment.domain.workshop.place import COMMENT_LIMIT, Moment, VoteOutcome
from assessment.domain.workshop.room import Room
from assessment.errors import InvalidInput, NotAvailable, RoomClosed
from assessment.services.assessments import HeaderChange
from assessment.services.authority import LOCAL_ACTOR as ME
from assessment.services.plumbline import Plumbline
from tests.services.conftest import begun
from tests.services.rooms import asked, cast, changed, joined, opened_room, revealed, votes, writing

FIRST, SECOND, THIRD = "planning.delivery", "planning.ownership", "planning.quality-control"


@pytest.fixture
def assessment_id(plumbline: Plumbline) -> str:
    return begun(plumbline, depth=Depth.QUICK)


@pytest.fixture
def room(plumbline: Plumbline, assessment_id: str) -> Room:
    return opened_room(plumbline, assessment_id)


def test_a_vote_can_be_changed_until_the_reveal_and_not_after(plumbline: Plumbline, room: Room) -> None:
    one = joined(plumbline, room, "Ann")
    now = asked(plumbline, room, FIRST)
    door = plumbline.door
    assert door.vote(one.token, cast(FIRST, "2", 1)).outcome is VoteOutcome.KEPT
    assert door.vote(one.token, cast(FIRST, "dont-know", 2)).vote.answer.kind is AnswerKind.DONT_KNOW
    na = door.vote(one.token, cast(FIRST, "not-applicable", 3, reason="Outsourced")).vote
    assert (na.answer.kind, na.answer.reason) == (AnswerKind.NOT_APPLICABLE, "Outsourced")
    revealed(plumbline, now)
    told = door.vote(one.token, cast(FIRST, "5", 4))
    assert (told.outcome, told.vote.answer.reason, told.vote.is_taken) == (VoteOutcome.REVEALED, "Outsourced", True)
    assert [(vote.answer.reason, vote.sequence) for vote in votes(plumbline, room)] == [("Outsourced", 3)]


def test_a_second_round_keeps_the_former_choice_until_one_votes_again(plumbline: Plumbline, room: Room) -> None:
    one, other = joined(plumbline, room, "Ann"), joined(plumbline, room, "Ben")
    now = asked(plumbline, room, FIRST)
    for person in (one, other):
        plumbline.door.vote(person.token, cast(FIRST, "1", 1))
    asked(plumbline, revealed(plumbline, now), FIRST, 2)
    place = plumbline.door.place(one.token).asked
    assert place is not None
    assert [(vote.round_number, vote.answer.code, vote.is_taken) for vote in place.votes] == [(1, 1, True)]
    assert plumbline.door.vote(one.token, cast(FIRST, "2", 2, 2)).outcome is VoteOutcome.KEPT
    assert plumbline.door.vote(other.token, cast(FIRST, "3", 2, 1)).outcome is VoteOutcome.REVEALED
    kept = {
        vote.participant_id: (vote.round_number, vote.answer.code, vote.is_taken) for vote in votes(plumbline, room)
    }
    assert kept == {one.participant_id: (2, 2, False), other.participant_id: (1, 1, True)}


def test_what_cannot_be_voted_on_is_refused_and_nothing_is_kept(plumbline: Plumbline, room: Room) -> None:
    one = joined(plumbline, room)
    asked(plumbline, room, FIRST)
    for wrong in (
        cast(SECOND),
        cast("nothing.there"),
        cast(FIRST, round_number=2),
        cast(FIRST, round_number=0),
        cast(FIRST, horizon="to-be"),
    ):
        with pytest.raises(NotAvailable):
            plumbline.door.vote(one.token, wrong)
    for wrong in (
        cast(FIRST, "6"),
        cast(FIRST, ""),
        cast(FIRST, "not-applicable"),
        cast(FIRST, "not-applicable", reason=" "),
        cast(FIRST, "not-applicable", reason="x" * 301),
        cast(FIRST, comment="x" * (COMMENT_LIMIT + 1)),
        cast(FIRST, comment="a\x00b"),
        cast(FIRST, comment="\ud800"),
        cast(FIRST, sequence=-1),
        cast(FIRST, sequence=2**53),
        cast(FIRST, round_number=10),
        cast(FIRST, horizon="never"),
        cast("no id"),
    ):
        with pytest.raises(InvalidInput):
            plumbline.door.vote(one.token, wrong)
    assert votes(plumbline, room) == ()
    assert plumbline.door.vote(one.token, cast(FIRST, comment="x" * COMMENT_LIMIT)).outcome is VoteOutcome.KEPT


def test_a_closed_room_takes_no_vote_but_knows_those_it_has(
    plumbline: Plumbline, room: Room, assessment_id: str
) -> None:
    one = joined(plumbline, room)
    now = asked(plumbline, room, FIRST)
    plumbline.door.vote(one.token, cast(FIRST, "2", 5))
    changed(plumbline, now, is_open=False)
    assert plumbline.door.vote(one.token, cast(FIRST, "2", 5)).outcome is VoteOutcome.KNOWN
    with pytest.raises(RoomClosed):
        plumbline.door.vote(one.token, cast(FIRST, "2", 6))


def test_an_assessment_that_is_no_draft_any_more_takes_no_vote(
    plumbline: Plumbline, room: Room, assessment_id: str
) -> None:
    one = joined(plumbline, room)
    asked(plumbline, room, FIRST)
    with writing(plumbline) as writer:
        stored = writer.lock(assessment_id)
        assert stored is not None
        header = stored.header.model_copy(update={"state": AssessmentState.VALIDATED})
        writer.change_header(stored, header, stored.scope)
    with pytest.raises(RoomClosed):
        plumbline.door.vote(one.token, cast(FIRST))
    assert plumbline.door.beat(one.token).moment is Moment.CLOSED


def test_a_survey_takes_every_question_at_any_time_until_its_deadline(plumbline: Plumbline, assessment_id: str) -> None:
    now = plumbline._store.now()
    room = opened_room(plumbline, assessment_id, kind=RoomKind.SURVEY, deadline=now + timedelta(hours=1))
    one = joined(plumbline, room)
    place = plumbline.door.place(one.token)
    assert (place.beat.moment, place.is_survey, place.asked_count) == (Moment.SURVEY, True, 24)
    assert place.asked is not None
    assert place.asked.item.id == FIRST
    assert plumbline.door.vote(one.token, cast(SECOND, round_number=0)).outcome is VoteOutcome.KEPT
    place = plumbline.door.place(one.token)
    assert place.answered_count == 1
    assert [other.is_answered for other in place.others][:3] == [False, True, False]
    with writing(plumbline) as writer:
        writer.room_writer.mark_taken(votes(plumbline, room))
    assert plumbline.door.vote(one.token, cast(SECOND, "5", 2, 0)).outcome is VoteOutcome.KEPT
    assert [(vote.answer.code, vote.is_taken) for vote in votes(plumbline, room)] == [(5, False)]
    plumbline._store._clock = lambda: now + timedelta(hours=1, seconds=1)
    with pytest.raises(RoomClosed):
        plumbline.door.vote(one.token, cast(THIRD, round_number=0))


def test_the_to_be_is_voted_on_where_it_is_asked(plumbline: Plumbline, room: Room, assessment_id: str) -> None:
    plumbline.assessments.update_header(ME, assessment_id, HeaderChange(asks_to_be=True))
    one = joined(plumbline, room)
    asked(plumbline, room, FIRST)
    place = plumbline.door.place(one.token)
    assert place.asked is not None
    assert place.asked.horizons == (Horizon.AS_IS, Horizon.TO_BE)
    plumbline.door.vote(one.token, cast(FIRST, "1"))
    assert plumbline.door.place(one.token).answered_count == 0
    plumbline.door.vote(one.token, cast(FIRST, "4", horizon="to-be"))
    assert plumbline.door.place(one.token).answered_count == 1


def test_a_late_answer_of_somebody_named_goes_in_at_once_and_anonymous_ones_as_a_crowd(
    plumbline: Plumbline, room: Room, assessment_id: str
) -> None:
    people = [joined(plumbline, room, name) for name in ("Ann", "Ben", None, None, None)]
    now = asked(plumbline, room, FIRST)
    plumbline.door.vote(people[0].token, cast(FIRST, "2"))
    revealed(plumbline, now)
    counts = []
    for one in people[1:]:
        assert plumbline.door.vote(one.token, cast(FIRST, "4")).outcome is VoteOutcome.LATE
        plumbline.door.settle()
        counts.append(len(plumbline.assessments.load(ME, assessment_id).ratings))
    assert counts == [2, 2, 2, 5]
