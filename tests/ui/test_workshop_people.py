"""Who is in a room: two phones of one name, putting somebody out, a new link; and who may not know names."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from streamlit.testing.v1 import AppTest

from assessment.domain.workshop.room import Phase
from assessment.errors import PutOut
from assessment.services.authority import LOCAL_ACTOR as ME
from assessment.services.plumbline import Plumbline
from assessment.ui import access
from tests.ui.assessed import opened, words
from tests.ui.in_a_room import ITEM, InRoom, a_room


@pytest.fixture(scope="module")
def plumbline(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Plumbline]:
    with pytest.MonkeyPatch.context() as patched, opened(tmp_path_factory.mktemp("opened"), patched) as plumbline:
        yield plumbline


def people(room: InRoom, **kept: object) -> AppTest:
    return room.page(kept={room.key(name): value for name, value in kept.items()}, tab="People")


def in_room(room: InRoom) -> list[str | None]:
    lobby = room.plumbline.rooms.lobby(ME, room.assessment_id, room.room_id)
    return [one.name for one in lobby.participants]


def pressed(test: AppTest, prefix: str) -> AppTest:
    test = next(one for one in test.button if (one.key or "").startswith(prefix)).click().run()
    assert not test.exception
    return test


def test_two_phones_of_one_name_are_merged_into_one_person(plumbline: Plumbline) -> None:
    room = a_room(plumbline, "Ann", "Bob", "Ann")
    test = people(room)
    assert "Two phones came in as Ann. One person, or two?" in words(test)

    pressed(test, room.key("merge:"))

    assert in_room(room) == ["Ann", "Bob"]
    assert "Two phones" not in words(test)


def test_two_people_of_one_name_are_kept_apart_and_not_asked_about_again(plumbline: Plumbline) -> None:
    room = a_room(plumbline, "Ann", "Ann")
    test = pressed(people(room), room.key("apart:"))

    assert "Two phones" not in words(test)
    assert in_room(room) == ["Ann", "Ann"]


def test_somebody_is_put_out_and_their_phone_is_told(plumbline: Plumbline) -> None:
    room = a_room(plumbline, "Ann", "Bob")
    bob = room.phones["Bob"]
    test = people(room, managed=bob.participant_id)

    test.button(key=room.key("out:go")).click().run()

    assert in_room(room) == ["Ann"]
    room.asked()
    with pytest.raises(PutOut):
        room.vote("Bob", 3)


def test_a_new_personal_link_is_shown_once_and_lets_that_person_in(plumbline: Plumbline) -> None:
    room = a_room(plumbline, "Ann", "Bob")
    test = people(room, managed=room.phones["Bob"].participant_id)
    test.button(key=room.key("link")).click().run()

    (link,) = [one.value for one in test.code]
    joined = plumbline.door.join_by_personal_link(link.rpartition("/")[2])
    assert plumbline.door.place(joined.token).name == "Bob"
    assert not people(room, managed=room.phones["Bob"].participant_id).code


def test_of_somebody_anonymous_no_link_is_made(plumbline: Plumbline) -> None:
    room = a_room(plumbline)
    joined = room.join(None)
    test = people(room, managed=joined.participant_id)
    assert [one.key for one in test.button] == [room.key("out:go")]


def test_who_may_not_change_people_leads_the_votes_and_is_told_no_names(
    plumbline: Plumbline, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(access, "may", lambda *_: False)
    room = a_room(plumbline, "Ann", "Bob", "Cid").asked()
    for who in ("Ann", "Bob", "Cid"):
        room.vote(who, 3)

    test = room.page()
    assert "3 of 3 are in" in words(test)
    assert "Ann" not in words(test)
    test.button(key=room.key("step:reveal")).click().run()
    test.button(key=room.key("step:agree")).click().run()

    (value,) = plumbline.assessments.load(ME, room.assessment_id).agreed
    assert (value.item_id, value.answer.code, value.present_ids) == (ITEM, 3, ())
    assert room.room.phase is Phase.VOTING
    assert "Who is in the room is told to whoever may change its people." in words(people(room))
