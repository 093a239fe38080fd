"""What phones may ask: coming in, their place, and a vote that is on the disk when it is acknowledged."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from assessment.domain.answered.assessment import Assignment, Respondent
from assessment.domain.authored.framework import Depth
from assessment.domain.workshop.place import Moment, VoteOutcome
from assessment.domain.workshop.room import LeadersVote, ParticipantState, Room
from assessment.errors import CodeRefused, InvalidInput, NoPlace, NotAvailable, PutOut, RoomClosed
from assessment.services.attempts import Place as NetworkPlace
from assessment.services.authority import LOCAL_ACTOR as ME
from assessment.services.identity import new_token, room_key, token_hash
from assessment.services.plumbline import Plumbline, open_plumbline
from assessment.settings import Settings
from assessment.store import PersonalLink
from tests.services.conftest import begun
from tests.services.rooms import asked, cast, changed, joined, opened_room, revealed, writing

FIRST, SECOND, THIRD = "planning.delivery", "planning.ownership", "planning.quality-control"
HERE = NetworkPlace(address="192.0.2.7")


@pytest.fixture
def assessment_id(plumbline: Plumbline) -> str:
    return begun(plumbline, depth=Depth.QUICK)


@pytest.fixture
def room(plumbline: Plumbline, assessment_id: str) -> Room:
    return opened_room(plumbline, assessment_id, code="K7M44QXP")


def respondents(plumbline: Plumbline, assessment_id: str) -> dict[str, str | None]:
    return {one.id: one.name for one in plumbline.assessments.load(ME, assessment_id).respondents}


def out(plumbline: Plumbline, participant_id: str, state: ParticipantState) -> None:
    with writing(plumbline) as writer:
        found = writer.rooms.participant(participant_id)
        assert found is not None
        writer.room_writer.change_participant(replace(found, state=state))


# --- coming in -------------------------------------------------------------------------------------------------------


def test_a_code_opens_its_room_however_it_is_typed(plumbline: Plumbline, room: Room) -> None:
    for typed in ("K7M44QXP", "k7m4 4qxp", " K7M4-4QXP ", "k7m4\u00a04qxp"):
        found = plumbline.door.room_by_code(typed, HERE)
        assert (found.room_id, found.key, found.assessment_name) == (room.id, room_key(room.id), "First round")


def test_the_first_phone_that_gets_through_is_remembered(plumbline: Plumbline, room: Room) -> None:
    plumbline.door.room_by_link(room_key(room.id))
    with plumbline._store.reading() as reader:
        stored = reader.rooms.room(room.id)
    assert stored is not None
    assert stored.reached_at is not None


def test_what_opens_no_open_room_is_refused_alike(plumbline: Plumbline, room: Room) -> None:
    changed(plumbline, room, is_open=False)
    door = plumbline.door
    for refused in (
        lambda: door.room_by_code(room.code, HERE),
        lambda: door.room_by_code("", HERE),
        lambda: door.room_by_link(room_key(room.id)),
        lambda: door.room_by_link("nonsense"),
        lambda: door.join(room_key(room.id), name=None, role="other"),
        lambda: door.join_by_personal_link(new_token()),
        lambda: door.join_by_device_link(new_token()),
    ):
        with pytest.raises(CodeRefused):
            refused()


def test_somebody_with_a_name_is_a_respondent_at_once_and_an_anonymous_one_leaves_no_trace(
    plumbline: Plumbline, room: Room, assessment_id: str
) -> None:
    before = respondents(plumbline, assessment_id)
    entries = len(plumbline.assessments.load(ME, assessment_id).respondents)
    anonymous = joined(plumbline, room)
    assert respondents(plumbline, assessment_id) == before
    named = joined(plumbline, room, "  Ann  ", "leadership")
    after = plumbline.assessments.load(ME, assessment_id).respondents
    assert [(one.name, str(one.role)) for one in after[entries:]] == [("Ann", "leadership")]
    places = [plumbline.door.place(one.token) for one in (anonymous, named)]
    assert [(one.name, one.is_anonymous, str(one.role)) for one in places] == [
        (None, True, "practitioner"),
        ("Ann", False, "leadership"),
    ]


def test_a_name_or_role_that_cannot_be_lets_nobody_in(plumbline: Plumbline, room: Room, assessment_id: str) -> None:
    strict = opened_room(plumbline, assessment_id, code="ABCDEFGH", takes_anonymous=False)
    for key, name, role in (
        (room.id, "", "other"),
        (room.id, "x" * 121, "other"),
        (room.id, "a\x00b", "other"),
        (room.id, "Ann", "boss"),
        (strict.id, None, "other"),
    ):
        with pytest.raises(InvalidInput, match=r"^Your (name|role): "):
            plumbline.door.join(room_key(key), name=name, role=role)
    with plumbline._store.reading() as reader:
        assert not reader.rooms.participants(room.id) + reader.rooms.participants(strict.id)


def test_a_form_that_is_sent_twice_lets_one_person_in(plumbline: Plumbline, room: Room, assessment_id: str) -> None:
    once = new_token()
    first, second = (plumbline.door.join(room_key(room.id), name="Ann", role="other", once=once) for _ in range(2))
    assert first == second
    assert list(respondents(plumbline, assessment_id).values()).count("Ann") == 1
    other = plumbline.door.join(room_key(room.id), name="Ann", role="other", once=new_token())
    assert other.participant_id != first.participant_id


def test_a_personal_link_is_the_person_it_was_made_for_on_every_device(
    plumbline: Plumbline, room: Room, assessment_id: str
) -> None:
    link = new_token()
    with writing(plumbline) as writer:
        writer.room_writer.put_personal_link(
            PersonalLink(assessment_id=assessment_id, respondent_id="r1"), token_hash(link)
        )
    first, second = plumbline.door.join_by_personal_link(link), plumbline.door.join_by_personal_link(link)
    assert first.token != second.token
    assert first.participant_id == second.participant_id
    assert plumbline.door.place(second.token).name == "Person r1"
    changed(plumbline, room, is_open=False)
    with pytest.raises(RoomClosed):
        plumbline.door.join_by_personal_link(link)
    plumbline.setup.remove(ME, assessment_id, Respondent, "r1")
    with pytest.raises(CodeRefused):
        plumbline.door.join_by_personal_link(link)


def test_a_second_device_comes_in_once_by_a_link_that_lasts_ten_minutes(plumbline: Plumbline, room: Room) -> None:
    first = joined(plumbline, room)
    link = plumbline.door.another_device(first.token)
    second = plumbline.door.join_by_device_link(link)
    assert plumbline.door.place(second.token).participant_id == first.participant_id
    with pytest.raises(CodeRefused):
        plumbline.door.join_by_device_link(link)
    late, now = plumbline.door.another_device(first.token), plumbline._store.now()
    plumbline._store._clock = lambda: now + timedelta(minutes=11)
    with pytest.raises(CodeRefused):
        plumbline.door.join_by_device_link(late)


def test_who_leaves_is_known_no_more_and_the_next_person_joins_on_the_same_phone(
    plumbline: Plumbline, room: Room
) -> None:
    first = joined(plumbline, room)
    assert plumbline.door.next_person(first.token).key == room_key(room.id)
    plumbline.door.beat(first.token)
    plumbline.door.leave(first.token)
    for gone in (plumbline.door.beat, plumbline.door.place, plumbline.door.next_person, plumbline.door.another_device):
        with pytest.raises(NoPlace):
            gone(first.token)
    with pytest.raises(NoPlace):
        plumbline.door.vote(first.token, cast(FIRST))


# --- a place ---------------------------------------------------------------------------------------------------------


def test_a_phone_hears_of_each_step_and_what_it_shows(plumbline: Plumbline, room: Room) -> None:
    one = joined(plumbline, room)
    beat = plumbline.door.beat(one.token, room.step)
    assert (beat.moment, beat.is_new, beat.item_id) == (Moment.LOBBY, False, None)
    now = asked(plumbline, room, FIRST)
    beat = plumbline.door.beat(one.token, room.step)
    assert (beat.moment, beat.is_new, beat.item_id, beat.round_number) == (Moment.ASKED, True, FIRST, 1)
    assert (beat.in_count, beat.expected_count) == (0, 1)
    now = revealed(plumbline, now)
    assert plumbline.door.beat(one.token, room.step).moment is Moment.REVEALED
    changed(plumbline, now, is_open=False)
    assert plumbline.door.beat(one.token).moment is Moment.CLOSED


def test_a_place_has_the_question_and_only_the_votes_of_its_own(plumbline: Plumbline, room: Room) -> None:
    one, other = joined(plumbline, room), joined(plumbline, room)
    asked(plumbline, room, FIRST)
    plumbline.door.vote(one.token, cast(FIRST, "4", 7, comment="  Not in the night shift "))
    mine, theirs = plumbline.door.place(one.token).asked, plumbline.door.place(other.token).asked
    assert mine is not None
    assert theirs is not None
    assert [(vote.answer.code, vote.comment, vote.sequence) for vote in mine.votes] == [
        (4, "Not in the night shift", 7)
    ]
    assert (theirs.votes, theirs.item.id, len(theirs.item.statements)) == ((), FIRST, 6)
    plumbline.door.pulse.forget_room(room.id)
    assert plumbline.door.beat(other.token).in_count == 1


def test_one_is_asked_what_the_role_or_an_assignment_says(plumbline: Plumbline, room: Room, assessment_id: str) -> None:
    customer, named = joined(plumbline, room, role="customer"), joined(plumbline, room, "Ann")
    with plumbline._store.reading() as reader:
        ann = next(one for one in reader.rooms.participants(room.id) if not one.is_anonymous)
    plumbline.setup.save(
        ME,
        assessment_id,
        Assignment(respondent_id=ann.respondent_id, process_id="planning", attribute_ids=("ownership",)),
    )
    now = asked(plumbline, room, FIRST)
    assert [plumbline.door.beat(one.token).moment for one in (customer, named)] == [Moment.ASKED, Moment.NOT_ASKED]
    with pytest.raises(NotAvailable):
        plumbline.door.vote(named.token, cast(FIRST))
    asked(plumbline, now, SECOND)
    assert [plumbline.door.beat(one.token).moment for one in (customer, named)] == [Moment.NOT_ASKED, Moment.ASKED]
    assert plumbline.door.beat(named.token).expected_count == 1
    with pytest.raises(NotAvailable):
        plumbline.door.vote(customer.token, cast(SECOND))
    assert plumbline.door.vote(named.token, cast(SECOND)).outcome is VoteOutcome.KEPT


def test_whose_word_weighs_is_asked_to_let_the_others_vote_first(plumbline: Plumbline, assessment_id: str) -> None:
    room = opened_room(plumbline, assessment_id, leaders=LeadersVote.LAST)
    boss, other = joined(plumbline, room, role="leadership"), joined(plumbline, room)
    asked(plumbline, room, FIRST)
    assert plumbline.door.beat(boss.token).moment is Moment.OTHERS_FIRST
    with pytest.raises(InvalidInput, match="leadership votes last"):
        plumbline.door.vote(boss.token, cast(FIRST))
    plumbline.door.vote(other.token, cast(FIRST))
    plumbline.door.pulse.forget_room(room.id)
    assert plumbline.door.beat(boss.token).moment is Moment.ASKED
    assert plumbline.door.vote(boss.token, cast(FIRST)).outcome is VoteOutcome.KEPT


def test_who_was_put_out_or_merged_is_told_so(plumbline: Plumbline, room: Room) -> None:
    for state, moment in ((ParticipantState.OUT, Moment.OUT), (ParticipantState.MERGED, Moment.MERGED)):
        one = joined(plumbline, room)
        asked_room = plumbline.door.place(one.token)
        assert asked_room.beat.moment is Moment.LOBBY
        out(plumbline, one.participant_id, state)
        plumbline.door.pulse.forget_room(room.id)
        place = plumbline.door.place(one.token)
        assert (place.beat.moment, place.asked, place.others) == (moment, None, ())
        with pytest.raises(PutOut) as refused:
            plumbline.door.vote(one.token, cast(FIRST))
        assert refused.value.is_merged is (state is ParticipantState.MERGED)


def test_what_was_revealed_before_somebody_came_is_open_to_them_afterwards(plumbline: Plumbline, room: Room) -> None:
    early = joined(plumbline, room)
    now = asked(plumbline, room, FIRST)
    plumbline.door.vote(early.token, cast(FIRST))
    now = asked(plumbline, revealed(plumbline, now), SECOND)
    late = joined(plumbline, room)
    place = plumbline.door.place(late.token)
    assert [(one.item_id, one.is_answered, one.is_late) for one in place.others] == [(FIRST, False, True)]
    assert (place.asked_count, place.answered_count) == (2, 0)
    named = plumbline.door.place(late.token, FIRST).asked
    assert named is not None
    assert (named.item.id, named.is_late, named.round_number) == (FIRST, True, 1)
    assert plumbline.door.vote(late.token, cast(FIRST, "1")).outcome is VoteOutcome.LATE
    place = plumbline.door.place(late.token)
    assert (place.others, place.answered_count) == ((), 1)
    assert plumbline.door.place(early.token).others == ()
    with pytest.raises(NotAvailable):
        plumbline.door.place(late.token, THIRD)


def test_a_phone_that_asks_is_seen_and_nothing_of_a_closed_room_is_written_down(
    plumbline: Plumbline, room: Room
) -> None:
    one = joined(plumbline, room)
    seen = plumbline._store.now() + timedelta(minutes=3)
    plumbline._store._clock = lambda: seen
    plumbline.door.beat(one.token)
    plumbline.door.pulse.write_seen()
    assert _seen(plumbline, one.participant_id) == seen
    plumbline.door.beat(one.token)
    with writing(plumbline) as writer:
        writer.room_writer.forget_seen(room.id)
    changed(plumbline, room, is_open=False)
    plumbline.door.pulse.write_seen()
    assert _seen(plumbline, one.participant_id) is None


def _seen(plumbline: Plumbline, participant_id: str) -> object:
    with plumbline._store.reading() as reader:
        found = reader.rooms.participant(participant_id)
    assert found is not None
    return found.seen_at


def test_everything_is_still_there_after_a_restart(plumbline: Plumbline, room: Room, settings: Settings) -> None:
    one = joined(plumbline, room, "Ann")
    asked(plumbline, room, FIRST)
    plumbline.door.vote(one.token, cast(FIRST, "4", 9))
    plumbline.close()
    again = open_plumbline(settings)
    try:
        place = again.door.place(one.token)
        assert place.name == "Ann"
        assert place.asked is not None
        assert [(vote.answer.code, vote.sequence) for vote in place.asked.votes] == [(4, 9)]
    finally:
        again.close()
