"""The workshop's page: each step of a room is made on it, and what it shows is what the store holds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assessment.domain.answered.workshop import RoomKind
from assessment.domain.workshop.reaching import Proposal, ReachKind
from assessment.domain.workshop.room import LeadersVote, Phase
from assessment.services.authority import LOCAL_ACTOR as ME
from assessment.services.plumbline import Plumbline
from assessment.services.reach import Ways
from tests.ui.assessed import HOSTILE, opened, page, words
from tests.ui.in_a_room import ITEM, NEXT, InRoom, a_room, an_unanswered_one


@pytest.fixture
def plumbline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Plumbline]:
    with opened(tmp_path, monkeypatch) as plumbline:
        yield plumbline


def pressed(test: AppTest, key: str) -> AppTest:
    test = test.button(key=key).click().run()
    assert not test.exception
    return test


def phase(room: InRoom) -> Phase:
    return room.room.phase


def steps(test: AppTest) -> list[str]:
    """The labels of the bar's steps, the marked one last."""
    return [one.label for one in test.button if ":step:" in (one.key or "")]


# --- no room ----------------------------------------------------------------------------------------------------------


def test_without_a_room_it_says_what_a_workshop_is_and_opens_one_as_it_was_chosen(plumbline: Plumbline) -> None:
    assessment_id = an_unanswered_one(plumbline)
    test = page("workshop", None, assessment=assessment_id)
    assert "No room is open" in words(test)
    assert "they vote unseen by each other" in words(test)

    test.radio(key=f"workshop:{assessment_id}:leaders").set_value(LeadersVote.LAST)
    test.toggle(key=f"workshop:{assessment_id}:anonymous").set_value(False)
    pressed(test, f"workshop:{assessment_id}:open")

    (room,) = plumbline.rooms.rooms(ME, assessment_id)
    assert (room.kind, room.is_open, room.leaders, room.takes_anonymous) == (
        RoomKind.WORKSHOP,
        True,
        LeadersVote.LAST,
        False,
    )
    assert test.title[0].value == "Who is here?"


def test_a_room_is_closed_from_its_lobby_and_opened_again_with_everybody_in_it(plumbline: Plumbline) -> None:
    room = a_room(plumbline, "Ann", "Bob")
    test = pressed(room.page(), room.key("close:go"))
    assert not room.room.is_open
    assert "Rooms that were closed" in words(test)

    pressed(test, room.key(f"reopen:{room.room_id}"))
    assert room.room.is_open
    assert "Here: Ann and Bob" in words(test) or "Phone asleep or away: Ann and Bob" in words(test)


def test_a_validated_assessment_opens_no_room(plumbline: Plumbline) -> None:
    assessment_id = an_unanswered_one(plumbline)
    plumbline.assessments.validate(ME, assessment_id)
    test = page("workshop", None, assessment=assessment_id)
    assert "Open the room" not in [one.label for one in test.button]


# --- the lobby --------------------------------------------------------------------------------------------------------


def test_the_lobby_shows_the_code_who_is_here_and_how_many(plumbline: Plumbline) -> None:
    room = a_room(plumbline, "Ann", HOSTILE)
    room.join(None)
    code = room.room.code

    said = words(room.page())

    assert f"**{code[:4]} {code[4:]}**" in said
    assert "3 people in" in said
    assert f"Here: {HOSTILE}, Ann and 1 anonymous person" in said.replace("\u2060", "")
    assert "No address that phones can open has been chosen yet" in said


def test_the_address_is_changed_with_one_choice_and_is_what_the_code_leads_to(
    plumbline: Plumbline, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = a_room(plumbline)
    wanted = "http://192.168.1.20:8601"
    ways = Ways(
        proposals=(Proposal(address=wanted, kind=ReachKind.NETWORK, interface="wlan0"),),
        needs_phones_server=False,
        are_let_in=False,
        is_plain=True,
    )
    monkeypatch.setattr(plumbline.reach, "ways", lambda *_: ways)
    test = room.page()

    test.selectbox(key=room.key("address")).set_value(wanted).run()

    assert room.room.address == wanted
    assert "192.168.1.20:8601/join" in words(test).replace("\u2060", "")


def test_the_marked_step_of_the_lobby_asks_the_next_best_question(plumbline: Plumbline) -> None:
    room = a_room(plumbline, "Ann")
    best = plumbline.agenda.next_items(ME, room.assessment_id)[0]

    pressed(room.page(), room.key("step:ask"))

    assert (room.room.phase, room.room.item_id, room.room.round_number) == (Phase.VOTING, best.item_id, 1)


def test_any_question_of_any_process_can_be_asked_instead(plumbline: Plumbline) -> None:
    room = a_room(plumbline, "Ann")
    test = room.page(kept={room.key(f"another:{room.room.step}"): True})
    test.selectbox(key=room.key("process")).set_value("releasing").run()
    pressed(test, room.key("releasing.ownership:ask"))
    assert room.room.item_id == "releasing.ownership"


# --- voting -----------------------------------------------------------------------------------------------------------


def test_while_votes_come_in_it_shows_the_six_statements_how_many_are_in_and_who_and_no_value(
    plumbline: Plumbline,
) -> None:
    room = a_room(plumbline, "Ann", "Bob", "Cid").asked()
    for who, value in (("Ann", 5), ("Bob", 1)):
        room.vote(who, value)

    test = room.page()

    assert test.title[0].value == "Planning: Do you deliver-1?"
    said = words(test)
    assert [line for line in said.splitlines() if "One sees point" in line] == [
        f"**{letter}**\u2002One sees point {code}." for code, letter in enumerate("ABCDEF")
    ]
    assert "2 of 3 are in" in said
    assert "In: Ann and Bob" in said
    assert "Not yet: Cid" in said
    assert steps(test) == ["Pause", "Park it", "Show how they voted"]
    assert not plumbline.assessments.load(ME, room.assessment_id).ratings


def test_who_stays_anonymous_is_counted_and_nobody_is_told_whether_they_voted(plumbline: Plumbline) -> None:
    room = a_room(plumbline, "Ann").asked()
    joined = room.join(None)
    room.vote(joined.participant_id, 4)

    said = words(room.page())

    assert "1 of 2 is in" in said
    assert "Not told of: 1 anonymous person" in said


def test_somebody_who_is_not_asked_the_question_is_not_waited_for(plumbline: Plumbline) -> None:
    room = a_room(plumbline, "Ann")
    room.join("Cora", "customer")
    room.asked("planning.ownership")

    said = words(room.page())

    assert "0 of 1 are in" in said
    assert "Not asked this one: Cora" in said


def test_the_reveal_takes_the_votes_in_and_a_pause_leaves_them_sealed(plumbline: Plumbline) -> None:
    room = a_room(plumbline, "Ann", "Bob", "Cid").asked()
    room.vote("Ann", 2)
    test = pressed(room.page(), room.key("step:pause"))
    assert phase(room) == Phase.LOBBY
    assert not plumbline.assessments.load(ME, room.assessment_id).ratings

    room.asked()
    pressed(test.run(), room.key("step:reveal"))
    assert phase(room) == Phase.REVEALED
    (rating,) = plumbline.assessments.load(ME, room.assessment_id).ratings
    assert (rating.item_id, rating.answer.code) == (ITEM, 2)


def test_a_step_from_a_page_that_is_behind_changes_nothing_and_says_so(plumbline: Plumbline) -> None:
    room = a_room(plumbline, "Ann").asked()
    test = room.page()
    room.asked(NEXT)
    before = room.room

    pressed(test, room.key("step:reveal"))

    assert room.room == before
    assert "Not saved." in words(test)


# --- presenter --------------------------------------------------------------------------------------------------------


def test_the_presenter_view_has_the_guide_and_what_comes_next_beside_the_same_question(plumbline: Plumbline) -> None:
    room = a_room(plumbline, "Ann").asked("planning.ownership")
    test = room.page(view="presenter")

    assert test.title[0].value == "How is ownership of Planning?"
    said = words(test)
    assert "What good looks like" in said
    assert "- A record." in said
    assert "What comes next" in said
    assert "- Check 1" in said
    assert steps(test)[-1] == "Show how they voted"

    pressed(test, room.key("leave"))
    assert [one.label for one in test.tabs][:1] == ["In the room"]


def test_while_it_pauses_the_presenter_view_asks_who_is_here_and_has_no_guide(plumbline: Plumbline) -> None:
    room = a_room(plumbline, "Ann").asked("planning.ownership")
    test = pressed(room.page(view="presenter"), room.key("step:pause"))

    assert test.title[0].value == "Who is here?"
    assert "What good looks like" not in words(test)


def test_leadership_that_votes_last_is_said(plumbline: Plumbline) -> None:
    room = a_room(plumbline, "Ann", leaders=LeadersVote.LAST)
    room.join("Lea", "leadership")
    room.asked()
    assert "Leadership votes once everybody else is in." in words(room.page())
    room.vote("Ann", 3)
    assert "Leadership votes once everybody else is in." not in words(room.page())


def test_the_page_is_there_for_those_who_edit_and_says_which_assessment_where_none_is_open(
    plumbline: Plumbline,
) -> None:
    an_unanswered_one(plumbline)
    test = page("workshop")
    assert "Which assessment?" in words(test)
