"""Rooms: opening, closing and reopening one, who is in it, who is there twice, own links, what they stay out of."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from assessment.domain.answered.assessment import Note, NoteKind, Rating, Respondent, Role
from assessment.domain.answered.workshop import HeldSession, RoomKind
from assessment.domain.erasing import AnswersBecome
from assessment.domain.workshop.room import LeadersVote, ParticipantState, Phase
from assessment.errors import CodeRefused, Conflict, InvalidInput, NoPlace, NotAvailable, PutOut, RoomClosed
from assessment.services.authority import LOCAL_ACTOR as ME
from assessment.services.erasing import Erasure
from assessment.services.identity import CODE_LETTERS, room_key, token_hash
from assessment.services.plumbline import Plumbline
from assessment.services.rooms import RoomChange
from tests.builders import rated
from tests.services.conftest import begun
from tests.services.rooms import writing
from tests.services.workshops import FIRST, SECOND, UNNAMED, Workshop, a_workshop, a_workshop_of_four, reading


@pytest.fixture
def workshop(module_plumbline: Plumbline) -> Workshop:
    """Three anonymous people, Ann and Bob in a room."""
    made = a_workshop_of_four(module_plumbline)
    made.join("Bob", name="Bob Example")
    return made


def sessions(workshop: Workshop) -> list[HeldSession]:
    with reading(workshop.plumbline) as reader:
        return [one.entry for one in reader.entries(workshop.assessment_id, HeldSession)]


def ratings(workshop: Workshop) -> dict[str, list[int | None]]:
    """The codes of each respondent, by item."""
    found: dict[str, list[int | None]] = {}
    with reading(workshop.plumbline) as reader:
        for one in reader.entries(workshop.assessment_id, Rating):
            found.setdefault(one.entry.respondent_id, []).append(one.entry.answer.code)
    return found


# --- opening, closing, reopening -------------------------------------------------------------------------------------


def test_a_room_has_a_code_that_is_easily_read_and_a_link_that_is_kept_as_a_hash(module_plumbline: Plumbline) -> None:
    workshop = a_workshop(module_plumbline, address="http://192.168.1.20:8601", leaders=LeadersVote.LAST)
    room = workshop.room
    assert len(room.code) == 8
    assert set(room.code) <= set(CODE_LETTERS)
    assert not set("IO01") & set(CODE_LETTERS)
    assert room.link_hash == token_hash(room_key(room.id))
    assert (room.phase, room.step, room.leaders, room.address) == (
        Phase.LOBBY,
        1,
        LeadersVote.LAST,
        "http://192.168.1.20:8601",
    )
    assert module_plumbline.rooms.rooms(ME, workshop.assessment_id) == (room,)
    assert module_plumbline.door.room_by_link(room_key(room.id)).room_id == room.id


def test_one_workshop_and_one_survey_of_an_assessment_are_open_at_a_time(workshop: Workshop) -> None:
    rooms, assessment_id = workshop.plumbline.rooms, workshop.assessment_id
    with pytest.raises(InvalidInput, match="another workshop"):
        rooms.open_room(ME, assessment_id, RoomKind.WORKSHOP)
    survey = rooms.open_room(ME, assessment_id, RoomKind.SURVEY)
    rooms.close_room(ME, assessment_id, workshop.room.id)
    second = rooms.open_room(ME, assessment_id, RoomKind.WORKSHOP)
    assert {one.id for one in rooms.rooms(ME, assessment_id)} == {survey.id, workshop.room.id, second.id}
    with pytest.raises(InvalidInput, match="another workshop"):
        rooms.reopen_room(ME, assessment_id, workshop.room.id)


def test_closing_takes_in_what_may_be_and_leaves_a_session(workshop: Workshop) -> None:
    services, assessment_id = workshop.plumbline, workshop.assessment_id
    services.door.pulse.write_seen()
    workshop.ask(FIRST)
    for called in (*UNNAMED, "Ann"):
        workshop.vote(called, FIRST, "3")
    workshop.ask(SECOND)
    for called in ("a", "b", "Bob"):
        workshop.vote(called, SECOND, "1")
    closed = services.rooms.close_room(ME, assessment_id, workshop.room.id, workshop.room.step)
    assert (closed.taken_in.answer_count, closed.taken_in.sealed_count) == (5, 2)
    assert workshop.codes(FIRST) == [3, 3, 3, 3]
    assert workshop.codes(SECOND) == [1]
    named = tuple(sorted(workshop.respondent_id(called) for called in ("Ann", "Bob")))
    (session,) = sessions(workshop)
    assert closed.session == session
    assert (session.kind, session.respondent_ids, session.anonymous_count) == (RoomKind.WORKSHOP, named, 3)
    assert (session.held_on, session.minutes) == (workshop.room.opened_at.date(), 0)
    assert workshop.room.id[:8] not in session.id
    assert (closed.room.is_open, closed.room.phase, closed.room.step) == (False, Phase.LOBBY, workshop.room.step + 1)
    with reading(services) as reader:
        assert {one.seen_at for one in reader.rooms.participants(workshop.room.id)} == {None}
    with pytest.raises(CodeRefused):
        services.door.room_by_link(room_key(workshop.room.id))
    with pytest.raises(RoomClosed):
        workshop.vote("Bob", FIRST, "1")
    assert services.rooms.close_room(ME, assessment_id, workshop.room.id).room == closed.room


def test_a_room_that_is_reopened_has_its_people_its_code_and_one_session(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    services, assessment_id, store = workshop.plumbline, workshop.assessment_id, workshop.plumbline._store
    begun_at = store.now()
    monkeypatch.setattr(store, "_clock", lambda: begun_at + timedelta(minutes=90, seconds=30))
    services.rooms.close_room(ME, assessment_id, workshop.room.id)
    monkeypatch.setattr(store, "_clock", lambda: begun_at + timedelta(days=2))
    again = services.rooms.reopen_room(ME, assessment_id, workshop.room.id)
    assert (again.is_open, again.code, again.closed_at) == (True, workshop.room.code, None)
    assert services.rooms.reopen_room(ME, assessment_id, again.id) == again
    workshop.room = again
    workshop.join("d")
    workshop.ask(FIRST)
    assert workshop.vote("Ann", FIRST, "2") == "kept"
    monkeypatch.setattr(store, "_clock", lambda: begun_at + timedelta(days=2, minutes=30))
    services.rooms.close_room(ME, assessment_id, again.id)
    (session,) = sessions(workshop)
    assert (session.minutes, session.anonymous_count, session.held_on) == (120, 4, begun_at.date())


def test_a_room_that_nobody_came_to_leaves_no_session(module_plumbline: Plumbline) -> None:
    workshop = a_workshop(module_plumbline)
    assert module_plumbline.rooms.close_room(ME, workshop.assessment_id, workshop.room.id).session is None
    assert sessions(workshop) == []


def test_a_deadline_that_is_over_is_gone_when_a_survey_is_reopened(module_plumbline: Plumbline) -> None:
    assessment_id, now = begun(module_plumbline), module_plumbline._store.now()
    survey = module_plumbline.rooms.open_room(ME, assessment_id, RoomKind.SURVEY, deadline=now - timedelta(hours=1))
    module_plumbline.rooms.close_room(ME, assessment_id, survey.id)
    assert module_plumbline.rooms.reopen_room(ME, assessment_id, survey.id).deadline is None
    module_plumbline.rooms.close_room(ME, assessment_id, survey.id)
    later = now + timedelta(days=3)
    assert module_plumbline.rooms.reopen_room(ME, assessment_id, survey.id, deadline=later).deadline == later


def test_a_room_is_changed_field_by_field_from_the_step_it_was_seen_at(workshop: Workshop) -> None:
    rooms, room = workshop.plumbline.rooms, workshop.room
    changed = rooms.change(ME, workshop.assessment_id, room.id, 1, RoomChange(address="https://x.example/p"))
    assert (changed.address, changed.leaders, changed.step) == ("https://x.example/p", room.leaders, 2)
    changed = rooms.change(
        ME, workshop.assessment_id, room.id, 2, RoomChange(leaders=LeadersVote.LAST, takes_anonymous=False)
    )
    assert (changed.address, changed.takes_anonymous) == ("https://x.example/p", False)
    assert rooms.change(ME, workshop.assessment_id, room.id, 3, RoomChange(address=None)).address is None
    with pytest.raises(Conflict):
        rooms.change(ME, workshop.assessment_id, room.id, 3, RoomChange(takes_anonymous=True))
    with pytest.raises(InvalidInput):
        rooms.open_room(ME, workshop.assessment_id, RoomKind.SURVEY, address="javascript:alert(1)")


def test_a_room_is_that_of_its_own_assessment_alone(workshop: Workshop) -> None:
    services, other = workshop.plumbline, begun(workshop.plumbline)
    for call in (
        lambda: services.rooms.close_room(ME, other, workshop.room.id),
        lambda: services.rooms.lobby(ME, other, workshop.room.id),
        lambda: services.voting.state(ME, other, workshop.room.id),
        lambda: services.voting.ask(ME, other, workshop.room.id, FIRST, 1),
        lambda: services.rooms.put_out(ME, workshop.assessment_id, workshop.room.id, "nobody"),
    ):
        with pytest.raises(NotAvailable):
            call()


def test_an_assessment_with_an_open_room_is_neither_validated_nor_signed_off_nor_removed(workshop: Workshop) -> None:
    services, assessment_id = workshop.plumbline.assessments, workshop.assessment_id
    calls = (
        lambda: services.validate(ME, assessment_id),
        lambda: services.sign_off(ME, assessment_id, "Ann Example"),
        lambda: services.remove(ME, assessment_id),
    )
    for call in calls:
        with pytest.raises(InvalidInput, match="open to phones"):
            call()
    workshop.plumbline.rooms.close_room(ME, assessment_id, workshop.room.id)
    services.validate(ME, assessment_id)


# --- who is in it ----------------------------------------------------------------------------------------------------


def test_the_lobby_names_the_named_and_of_the_anonymous_tells_neither_name_nor_vote(workshop: Workshop) -> None:
    services = workshop.plumbline
    workshop.ask(FIRST)
    workshop.vote("a", FIRST, "3")
    workshop.vote("Bob", FIRST, "3")
    services.door.pulse.write_seen()
    lobby = services.rooms.lobby(ME, workshop.assessment_id, workshop.room.id)
    assert (lobby.head_count, lobby.anonymous_count, lobby.doubles) == (5, 3, ())
    told = [(one.name, one.role, one.has_voted, one.vote_count) for one in lobby.participants]
    assert told == [
        ("Ann Example", Role.LEADERSHIP, False, 0),
        ("Bob Example", Role.PRACTITIONER, True, 1),
        *[(None, Role.PRACTITIONER, None, None)] * 3,
    ]
    assert {one.respondent_id for one in lobby.participants if one.is_anonymous} == {None}
    assert all(one.is_here for one in lobby.participants)


def test_somebody_who_is_put_out_votes_no_more_and_what_is_sealed_of_them_is_never_taken_in(
    workshop: Workshop,
) -> None:
    services, room_id = workshop.plumbline, workshop.room.id
    workshop.ask(FIRST)
    for called in (*UNNAMED, "Bob"):
        workshop.vote(called, FIRST, "5")
    services.rooms.put_out(ME, workshop.assessment_id, room_id, workshop.participant_id("Bob"))
    services.rooms.put_out(ME, workshop.assessment_id, room_id, workshop.participant_id("Bob"))
    with pytest.raises(PutOut):
        workshop.vote("Bob", FIRST, "4")
    with reading(services) as reader:
        workshop.room = reader.rooms.room(room_id) or workshop.room
    assert workshop.reveal().answer_count == 3
    lobby = services.rooms.lobby(ME, workshop.assessment_id, room_id)
    assert (lobby.head_count, lobby.put_out_count) == (4, 1)


# --- one person twice ------------------------------------------------------------------------------------------------


def twice(workshop: Workshop, newest: int = 4) -> str:
    """Ann comes in by a second phone, spelled another way, and both answer; as whom she speaks by the first."""
    first, second = (("Ann", "1"), ("Ann again", "4")) if newest == 4 else (("Ann again", "4"), ("Ann", "1"))
    workshop.join("Ann again", "leadership", name=" ann  EXAMPLE")
    workshop.ask(FIRST)
    for called, choice in (first, second, ("a", "3"), ("b", "3"), ("c", "3")):
        workshop.vote(called, FIRST, choice, comment=f"By {called}")
    workshop.reveal()
    workshop.ask(SECOND)
    workshop.vote("Ann again", SECOND, "2")
    return workshop.respondent_id("Ann")


def test_one_person_who_is_there_twice_is_seen(workshop: Workshop) -> None:
    twice(workshop)
    ids = tuple(sorted(workshop.participant_id(called) for called in ("Ann", "Ann again")))
    assert workshop.plumbline.rooms.lobby(ME, workshop.assessment_id, workshop.room.id).doubles == (ids,)


@pytest.mark.parametrize("newest", [1, 4])
def test_merging_moves_answers_and_says_where_there_were_two(workshop: Workshop, newest: int) -> None:
    services, ann = workshop.plumbline, twice(workshop, newest)
    double, place = workshop.respondent_id("Ann again"), workshop.participant_id("Ann again")
    merged = services.rooms.merge(ME, workshop.assessment_id, workshop.room.id, place, ann)
    (conflict,) = merged.conflicts
    assert (conflict.item_id, conflict.kept.code, conflict.dropped.code) == (FIRST, newest, 5 - newest)
    assert merged.is_removed
    found = ratings(workshop)
    assert double not in found
    assert found[ann] == [newest]
    assert services.rooms.lobby(ME, workshop.assessment_id, workshop.room.id).doubles == ()
    with reading(services) as reader:
        workshop.room = reader.rooms.room(workshop.room.id) or workshop.room
        former = reader.rooms.participant(place)
        assert former is not None
        assert former.state is ParticipantState.MERGED
    assert workshop.vote("Ann again", SECOND, "0") == "kept"  # the second phone goes on as the first
    workshop.reveal()
    assert ratings(workshop)[ann] == [newest, 0]
    assert [one.entry.name for one in services.bin.entries(ME, workshop.assessment_id)] == ["ann  EXAMPLE"]


def test_somebody_who_typed_a_name_is_merged_into_the_person_of_the_set_up(workshop: Workshop) -> None:
    services, assessment_id = workshop.plumbline, workshop.assessment_id
    services.setup.save(ME, assessment_id, Respondent(id="r9", role=Role.CUSTOMER, name="Bob Example"))
    services.answering.save_note(
        ME, assessment_id, Note(respondent_id="r9", item_id=FIRST, kind=NoteKind.NOTE, text="Said before")
    )
    workshop.ask(FIRST)
    workshop.vote("Bob", FIRST, "2", comment="Said in the room")
    workshop.reveal()
    merged = services.rooms.merge(ME, assessment_id, workshop.room.id, workshop.participant_id("Bob"), "r9")
    assert (merged.moved_count, merged.conflicts, merged.is_removed) == (2, (), True)
    assert (workshop.respondent_id("Bob"), ratings(workshop)["r9"]) == ("r9", [2])
    with reading(services) as reader:
        note = reader.find(assessment_id, Note, "r9", FIRST, "note")
        participant = reader.rooms.participant(workshop.participant_id("Bob"))
    assert note is not None
    assert participant is not None
    assert (note.entry.text, participant.role, participant.state) == (
        "Said in the room",
        Role.CUSTOMER,
        ParticipantState.IN,
    )


def test_nobody_is_found_out_by_merging_them(workshop: Workshop) -> None:
    services, ann = workshop.plumbline, workshop.respondent_id("Ann")
    anonymous = workshop.participant_id("a")
    for from_id, into_id in ((anonymous, ann), (workshop.participant_id("Ann"), workshop.respondent_id("a"))):
        with pytest.raises((InvalidInput, NotAvailable)):
            services.rooms.merge(ME, workshop.assessment_id, workshop.room.id, from_id, into_id)
    assert workshop.respondent_id("a") != ann


# --- links of their own, and what rooms stay out of ------------------------------------------------------------------


def test_a_link_made_anew_ends_the_one_before(workshop: Workshop) -> None:
    services, assessment_id = workshop.plumbline, workshop.assessment_id
    services.setup.save(ME, assessment_id, Respondent(id="r9", role=Role.CUSTOMER, name="Cleo Example"))
    lost = services.rooms.personal_link(ME, assessment_id, "r9")
    found = services.rooms.personal_link(ME, assessment_id, "r9")
    with pytest.raises(CodeRefused):
        services.door.join_by_personal_link(lost)
    workshop.people["Cleo"] = services.door.join_by_personal_link(found)
    assert workshop.respondent_id("Cleo") == "r9"
    with pytest.raises(NotAvailable):
        services.rooms.personal_link(ME, assessment_id, "nobody")


def test_a_copy_an_import_and_the_bin_carry_no_room(workshop: Workshop) -> None:
    services, assessment_id = workshop.plumbline, workshop.assessment_id
    copy_id = services.assessments.copy(ME, assessment_id, "Copy", date(2026, 2, 1), True)
    assert services.rooms.rooms(ME, copy_id) == ()
    services.rooms.close_room(ME, assessment_id, workshop.room.id)
    content = services.exchange.export_json(ME, assessment_id)
    assert workshop.room.id.encode() not in content
    services.assessments.remove(ME, assessment_id)
    with pytest.raises(CodeRefused):
        services.door.room_by_link(room_key(workshop.room.id))
    services.bin.forget_assessment(ME, assessment_id)
    with reading(services) as reader:
        assert reader.rooms.room(workshop.room.id) is None
        assert reader.rooms.participants(workshop.room.id) == ()


@pytest.mark.parametrize("becomes", AnswersBecome)
def test_erasing_somebody_ends_their_place_and_what_is_sealed_of_them(
    workshop: Workshop, becomes: AnswersBecome
) -> None:
    services, assessment_id, bob = workshop.plumbline, workshop.assessment_id, workshop.respondent_id("Bob")
    services.rooms.personal_link(ME, assessment_id, bob)
    workshop.ask(FIRST)
    workshop.vote("Bob", FIRST, "2", comment="It was me, Bob Example")
    workshop.vote("a", FIRST, "2", comment="Ask Bob Example")
    preview = services.erasing.preview(ME, assessment_id, "Bob Example")
    mention_ids = tuple(one.id for one in preview.mentions)
    services.erasing.erase(ME, assessment_id, Erasure(name="Bob Example", mention_ids=mention_ids, answers=becomes))
    with writing(services) as writer:
        votes = writer.rooms.votes(workshop.room.id)
        assert [one.comment for one in votes] == ["Ask …"]
        assert bob not in writer.rooms.linked_respondent_ids(assessment_id)
        (participant,) = writer.rooms.participants_of(assessment_id, bob)
        assert participant.state is ParticipantState.OUT
    with pytest.raises(NoPlace):
        workshop.vote("Bob", FIRST, "4")
    services.answering.save(ME, assessment_id, rated(SECOND, 1, workshop.respondent_id("Ann")))
