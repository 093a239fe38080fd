"""A question put to a room: what is asked, what a reveal takes in and shows, what stays sealed, and who is first."""

from __future__ import annotations

import threading
from functools import partial

import pytest

from assessment.domain.answered.assessment import AgreedValue, Note, Rating, Respondent
from assessment.domain.answered.workshop import RoundSource, VoteRound
from assessment.domain.workshop.room import LeadersVote, Phase
from assessment.errors import Conflict, InvalidInput, NotAvailable, RoomClosed
from assessment.services import taking_in
from assessment.services.assessments import HeaderChange
from assessment.services.authority import LOCAL_ACTOR as ME
from assessment.services.plumbline import Plumbline
from tests.builders import agreed
from tests.far import IS_FAR
from tests.services.conftest import at_once
from tests.services.workshops import FIRST, SECOND, THIRD, UNNAMED, Workshop, a_workshop, a_workshop_of_four, reading

RACES = 1_000 if IS_FAR else 15
BALLOTS = 400 if IS_FAR else 24


@pytest.fixture
def workshop(module_plumbline: Plumbline) -> Workshop:
    """Three anonymous people and Ann in a room, and the first question is open."""
    made = a_workshop_of_four(module_plumbline)
    made.ask(FIRST)
    return made


def voted(workshop: Workshop, item_id: str, choices: dict[str, str], round_number: int = 1) -> None:
    for called, choice in choices.items():
        workshop.vote(called, item_id, choice, round_number)


ALL = {"a": "2", "b": "2", "c": "5", "Ann": "4"}


def test_a_reveal_takes_in_what_was_voted_and_shows_how_it_came_out(workshop: Workshop) -> None:
    voted(workshop, FIRST, {**ALL, "b": "dont-know"})
    workshop.vote("b", FIRST, "2", comment="We do it when we can")  # changed before the reveal
    shown = workshop.reveal()
    assert (shown.answer_count, shown.code_counts, shown.is_shown) == (4, (0, 0, 2, 0, 1, 1), True)
    assert (shown.code, shown.upper_code, shown.is_split, shown.far_codes) == (2, 4, True, (4, 5))
    assert shown.within_one_share == 0.5
    assert (shown.leadership_code, shown.practitioner_code) == (None, None)  # one person is no side
    assert workshop.codes(FIRST) == [2, 2, 4, 5]
    with reading(workshop.plumbline) as reader:
        (kept,) = reader.entries(workshop.assessment_id, VoteRound)
        (note,) = reader.entries(workshop.assessment_id, Note)
        people = {one.entry.id for one in reader.entries(workshop.assessment_id, Respondent)}
        assert all(one.is_taken for one in reader.rooms.votes(workshop.room.id))
    assert (kept.entry.number, kept.entry.source, kept.entry.code_counts) == (1, RoundSource.PHONES, (0, 0, 2, 0, 1, 1))
    assert (note.entry.text, note.entry.respondent_id) == ("We do it when we can", workshop.respondent_id("b"))
    assert people == {workshop.respondent_id(called) for called in (*UNNAMED, "Ann")}
    assert workshop.room.phase is Phase.REVEALED


def test_what_does_not_apply_and_what_nobody_knows_is_counted_apart(workshop: Workshop) -> None:
    for called, choice in {"a": "not-applicable", "b": "dont-know", "c": "not-applicable", "Ann": "1"}.items():
        workshop.vote(called, FIRST, choice, reason="We have none" if choice == "not-applicable" else "")
    shown = workshop.reveal()
    assert (shown.not_applicable_count, shown.dont_know_count, sum(shown.code_counts)) == (2, 1, 1)
    assert (shown.outcome, shown.code, shown.far_codes) == ("not-applicable", None, ())


def test_fewer_anonymous_votes_than_the_floor_stay_sealed_and_are_counted(workshop: Workshop) -> None:
    voted(workshop, FIRST, {"a": "0", "b": "5", "Ann": "4"})
    shown = workshop.reveal()
    assert (shown.answer_count, shown.is_shown, shown.sealed_count) == (1, False, 2)
    assert (shown.code, shown.code_counts) == (None, (0,) * 6)
    assert workshop.codes(FIRST) == [4]


def test_late_answers_of_anonymous_people_wait_for_each_other_and_a_named_persons_does_not(workshop: Workshop) -> None:
    voted(workshop, FIRST, ALL)
    workshop.reveal()
    for called in ("d", "e", "f"):
        workshop.join(called)
    workshop.join("Bob", name="Bob Example")
    assert [workshop.vote(one, FIRST, "0") for one in ("d", "e", "Bob")] == ["late"] * 3
    workshop.plumbline.door.settle()
    workshop.ask(SECOND)
    assert workshop.codes(FIRST) == [0, 2, 2, 4, 5]  # Bob's alone: two anonymous answers stay sealed
    taken = workshop.plumbline.voting.take_in(ME, workshop.assessment_id, workshop.room.id)
    assert (taken.answer_count, taken.sealed_count) == (0, 2)
    workshop.vote("f", FIRST, "1")
    workshop.plumbline.door.settle()
    assert workshop.codes(FIRST) == [0, 0, 0, 1, 2, 2, 4, 5]
    with reading(workshop.plumbline) as reader:
        (kept,) = reader.entries(workshop.assessment_id, VoteRound)
    assert kept.entry.answer_count == 4  # what the room was shown stays as it was


def test_a_second_round_keeps_the_first_and_what_is_not_voted_again(workshop: Workshop) -> None:
    voted(workshop, FIRST, ALL)
    workshop.reveal()
    workshop.again()
    assert workshop.plumbline.voting.state(ME, workshop.assessment_id, workshop.room.id).revealed == ()
    voted(workshop, FIRST, {"a": "3", "b": "3", "c": "3"}, 2)
    assert workshop.codes(FIRST) == [2, 2, 4, 5]
    shown = workshop.reveal()
    assert (shown.round_number, shown.code_counts, shown.earlier) == (2, (0, 0, 0, 3, 1, 0), ((0, 0, 2, 0, 1, 1),))
    assert workshop.codes(FIRST) == [3, 3, 3, 4]


def test_one_anonymous_person_who_votes_again_alone_changes_nothing(workshop: Workshop) -> None:
    voted(workshop, FIRST, ALL)
    workshop.reveal()
    workshop.again()
    voted(workshop, FIRST, {"c": "0", "Ann": "2"}, 2)
    shown = workshop.reveal()
    assert (shown.code_counts, shown.sealed_count) == ((0, 0, 3, 0, 0, 1), 1)
    assert workshop.codes(FIRST) == [2, 2, 2, 5]


def test_what_was_voted_on_a_question_that_was_left_stays_sealed_until_it_is_revealed(workshop: Workshop) -> None:
    voted(workshop, FIRST, ALL)
    workshop.ask(SECOND)
    workshop.lead(workshop.plumbline.voting.lobby_phase)
    assert workshop.codes(FIRST) == []
    assert workshop.plumbline.voting.take_in(ME, workshop.assessment_id, workshop.room.id).answer_count == 0
    workshop.ask(FIRST)
    assert workshop.room.round_number == 1
    assert workshop.reveal().answer_count == 4


def test_a_round_that_was_left_open_after_a_reveal_stays_sealed_too(workshop: Workshop) -> None:
    voted(workshop, FIRST, ALL)
    workshop.reveal()
    workshop.again()
    voted(workshop, FIRST, {"a": "0", "b": "0", "c": "0", "Ann": "0"}, 2)
    workshop.ask(SECOND)
    workshop.lead(workshop.plumbline.voting.lobby_phase)
    assert workshop.codes(FIRST) == [2, 2, 4, 5]


def test_what_an_assessment_has_no_room_for_stays_behind_and_keeps_nothing_else_back(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(taking_in, "TEXT_LIMIT", taking_in.KEPT_FOR_REASONS + 60)
    monkeypatch.setattr(taking_in, "respondent_limit", lambda framework, depth: 4)
    for called in ("d", "e", "f"):
        workshop.join(called)
    for called in (*UNNAMED, "Ann", "d", "e", "f"):
        workshop.vote(called, FIRST, "3", comment=called * 25)
    assert workshop.reveal().answer_count == 4  # Ann, and as many new ones as there are places
    with reading(workshop.plumbline) as reader:
        assert 0 < reader.count(workshop.assessment_id, Note) < 4
        assert reader.count(workshop.assessment_id, Respondent) == 4
        assert sum(not one.is_taken for one in reader.rooms.votes(workshop.room.id)) == 3


def test_counts_tell_who_is_in_of_those_who_are_asked_and_nothing_else(workshop: Workshop) -> None:
    workshop.join("Cleo", "customer", name="Cleo Example")
    workshop.ask("planning.check-1")  # a customer is not asked about the activities of quality control
    voted(workshop, "planning.check-1", {"a": "1", "Ann": "2"})
    state = workshop.plumbline.voting.state(ME, workshop.assessment_id, workshop.room.id)
    assert (state.head_count, state.expected_count, state.in_count, state.revealed) == (5, 4, 2, ())
    workshop.plumbline.rooms.put_out(ME, workshop.assessment_id, workshop.room.id, workshop.participant_id("a"))
    state = workshop.plumbline.voting.state(ME, workshop.assessment_id, workshop.room.id)
    assert (state.head_count, state.expected_count, state.in_count) == (4, 3, 1)


def test_leaders_are_held_back_until_everybody_else_who_is_here_has_voted(module_plumbline: Plumbline) -> None:
    workshop = a_workshop(module_plumbline, leaders=LeadersVote.LAST)
    workshop.join("Ann", "leadership", name="Ann Example")
    workshop.join("Bob", name="Bob Example")
    workshop.ask(FIRST)
    assert not module_plumbline.voting.state(ME, workshop.assessment_id, workshop.room.id).is_leaders_turn
    workshop.vote("Bob", FIRST, "3")
    assert module_plumbline.voting.state(ME, workshop.assessment_id, workshop.room.id).is_leaders_turn


@pytest.mark.parametrize("leaders", [LeadersVote.TOGETHER, LeadersVote.UNMARKED])
def test_leadership_stands_beside_practitioners_unless_it_is_unmarked(
    module_plumbline: Plumbline, leaders: LeadersVote
) -> None:
    workshop = a_workshop(module_plumbline, leaders=leaders)
    for place in range(6):
        workshop.join(f"p{place}", "leadership" if place < 3 else "practitioner")
    workshop.ask(FIRST)
    voted(workshop, FIRST, {f"p{place}": "4" if place < 3 else "1" for place in range(6)})
    shown = workshop.reveal()
    told = (4, 1) if leaders is LeadersVote.TOGETHER else (None, None)
    assert (shown.leadership_code, shown.practitioner_code) == told


def test_a_vote_that_does_not_fit_any_more_keeps_nobody_elses_back(workshop: Workshop) -> None:
    services, assessment_id = workshop.plumbline, workshop.assessment_id
    voted(workshop, FIRST, ALL)
    services.setup.remove(ME, assessment_id, Respondent, workshop.respondent_id("Ann"))
    assert workshop.reveal().answer_count == 3
    workshop.ask(SECOND)
    voted(workshop, SECOND, {"a": "1", "b": "1", "c": "1"})
    services.setup.set_scope(ME, assessment_id, ("building",))
    assert workshop.lead(services.voting.reveal).revealed == ()
    assert workshop.codes(SECOND) == []
    with pytest.raises(NotAvailable):
        workshop.ask(THIRD)


def test_the_to_be_is_revealed_beside_the_as_is_where_it_is_asked(workshop: Workshop) -> None:
    services = workshop.plumbline
    services.assessments.update_header(ME, workshop.assessment_id, HeaderChange(asks_to_be=True))
    item_id = "planning.ownership"
    workshop.ask(item_id)
    for called in (*UNNAMED, "Ann"):
        workshop.vote(called, item_id, "1", comment="Said once")
        workshop.vote(called, item_id, "4", horizon="to-be", comment="Said once")
    state = workshop.lead(services.voting.reveal)
    assert [(one.horizon, one.code) for one in state.revealed] == [("as-is", 1), ("to-be", 4)]
    with reading(services) as reader:
        assert {one.entry.text for one in reader.entries(workshop.assessment_id, Note)} == {"Said once"}


# --- who is first ----------------------------------------------------------------------------------------------------


def test_of_two_who_lead_a_room_the_second_is_told_where_it_stands(workshop: Workshop) -> None:
    services, room = workshop.plumbline, workshop.room
    workshop.reveal()
    for call in (
        lambda: services.voting.reveal(ME, workshop.assessment_id, room.id, room.step),
        lambda: services.voting.ask(ME, workshop.assessment_id, room.id, SECOND, room.step),
        lambda: services.voting.lobby_phase(ME, workshop.assessment_id, room.id, room.step),
    ):
        with pytest.raises(Conflict) as caught:
            call()
        assert caught.value.version == room.step + 1
        assert "is revealed" in caught.value.theirs


def test_a_room_does_only_what_its_phase_allows(workshop: Workshop) -> None:
    services, assessment_id = workshop.plumbline, workshop.assessment_id
    with pytest.raises(InvalidInput, match="no question was revealed"):
        workshop.again()
    workshop.reveal()
    with pytest.raises(InvalidInput, match="no question is open"):
        workshop.reveal()
    for number in range(2, 10):
        workshop.again()
        assert workshop.reveal().round_number == number
    with pytest.raises(InvalidInput, match="voted on 9 times"):
        workshop.again()
    services.rooms.close_room(ME, assessment_id, workshop.room.id)
    with pytest.raises(RoomClosed):
        services.voting.ask(ME, assessment_id, workshop.room.id, SECOND, workshop.room.step + 1)
    with pytest.raises(NotAvailable):
        services.voting.state(ME, assessment_id, "nowhere")


def test_a_vote_that_meets_the_reveal_is_in_the_round_or_late_and_never_lost(module_plumbline: Plumbline) -> None:
    workshop = a_workshop(module_plumbline)
    called = [f"p{place}" for place in range(BALLOTS)]
    for one in called:
        workshop.join(one, name=one)
    workshop.ask(FIRST)
    outcomes: dict[str, str] = {}
    lock = threading.Lock()

    def cast(one: str, sequence: int) -> None:
        outcome = workshop.vote(one, FIRST, str(sequence % 6))
        with lock:
            outcomes[one] = outcome

    tasks = [lambda one=one, place=place: cast(one, place) for place, one in enumerate(called)]
    assert not at_once(*tasks[: BALLOTS // 2], workshop.reveal, *tasks[BALLOTS // 2 :])
    with reading(module_plumbline) as reader:
        (kept,) = reader.entries(workshop.assessment_id, VoteRound)
        ratings = {one.entry.respondent_id for one in reader.entries(workshop.assessment_id, Rating)}
        votes = {one.participant_id: one.is_taken for one in reader.rooms.votes(workshop.room.id)}
    assert len(votes) == BALLOTS
    in_round = {one for one in called if outcomes[one] == "kept"}
    assert kept.entry.answer_count == len(in_round) == len(ratings) == sum(votes.values())
    assert {one for one in called if votes[workshop.participant_id(one)]} == in_round
    assert set(outcomes.values()) <= {"kept", "late"}
    workshop.ask(SECOND)
    assert len(workshop.codes(FIRST)) == BALLOTS


def test_two_who_agree_on_one_value_at_once_one_wins_and_the_other_is_shown_both(module_plumbline: Plumbline) -> None:
    workshop = a_workshop(module_plumbline)
    version = 0
    for race in range(RACES):
        mine, yours = (agreed(FIRST, (race + place) % 6) for place in (1, 2))
        versions: list[int] = []

        def agree(value: AgreedValue, seen: int = version, won: list[int] = versions) -> None:
            won.append(module_plumbline.answering.agree(ME, workshop.assessment_id, value, expected_version=seen))

        (wrong,) = at_once(partial(agree, mine), partial(agree, yours))
        (version,) = versions
        assert isinstance(wrong, Conflict)
        assert wrong.version == version
        assert wrong.theirs != wrong.yours
        with reading(module_plumbline) as reader:
            stands = reader.find(workshop.assessment_id, AgreedValue, FIRST, "as-is")
        assert stands is not None
        assert stands.entry in (mine, yours)


def test_somebody_who_came_without_a_name_is_not_taken_out_of_the_results(workshop: Workshop) -> None:
    voted(workshop, FIRST, ALL)
    workshop.reveal()
    before = workshop.codes(FIRST)
    with pytest.raises(InvalidInput, match="without a name"):
        workshop.plumbline.setup.remove(ME, workshop.assessment_id, Respondent, workshop.respondent_id("a"))
    assert workshop.codes(FIRST) == before
    workshop.plumbline.setup.remove(ME, workshop.assessment_id, Respondent, workshop.respondent_id("Ann"))
    assert workshop.codes(FIRST) == [2, 2, 5]
