"""The way into a room on a phone: by code, by link, by a link of one's own; several people, several devices."""

from __future__ import annotations

import re

import pytest

from assessment.services.authority import LOCAL_ACTOR as ME
from assessment.services.plumbline import Plumbline
from assessment.views.wording.workshop import phone as words
from tests.web.browsing import said
from tests.web.phones import FIRST, Phone, Workshop


@pytest.fixture
def phone(workshop: Workshop) -> Phone:
    return Phone(workshop)


def names(workshop: Workshop) -> list[str | None]:
    lobby = workshop.plumbline.rooms.lobby(ME, workshop.assessment_id, workshop.room.id)
    return [one.name for one in lobby.participants]


def test_a_code_leads_over_one_screen_into_the_room(workshop: Workshop, phone: Phone) -> None:
    phone.open("/join")
    screen = phone.send("/join", code=workshop.room.code.lower())
    assert phone.seen.url.path == f"/join/k/{workshop.key}"
    assert "Tamarind" in screen or "First round" in screen
    page = phone.send(phone.seen.url.path, role="practitioner", name=" Ann ", **{"as": "name"})
    assert phone.seen.url.path == "/room"
    assert words.LOBBY_TITLE in page
    assert "Ann · Practitioner" in page
    assert names(workshop) == ["Ann"]


def test_what_is_kept_and_who_sees_it_stands_before_the_field_for_a_name(workshop: Workshop, phone: Phone) -> None:
    screen = phone.open(f"/join/k/{workshop.key}")
    kept = words.what_is_kept("Example Ltd", 3, takes_anonymous=True)
    assert screen.index(words.BEFORE) < screen.index(kept[1]) < screen.index(kept[-1]) < screen.index('name="name"')
    assert "only once 3 anonymous people share it" in screen
    for meaning in words.ROLE_MEANINGS.values():
        assert meaning in screen


def test_whoever_stays_anonymous_leaves_no_name_even_if_one_was_typed(workshop: Workshop, phone: Phone) -> None:
    phone.open(f"/join/k/{workshop.key}")
    page = phone.send(f"/join/k/{workshop.key}", role="customer", name="Ann", **{"as": "anonymous"})
    assert "Anonymous · Customer" in page
    assert names(workshop) == [None]


def test_a_room_that_asks_for_names_offers_nothing_else(with_framework: Plumbline) -> None:
    workshop = Workshop(with_framework, takes_anonymous=False)
    phone = Phone(workshop)
    screen = phone.open(f"/join/k/{workshop.key}")
    assert words.NAMED_ONLY in screen
    assert words.ANONYMOUSLY not in screen
    phone.send(f"/join/k/{workshop.key}", role="other", **{"as": "anonymous"})
    assert phone.seen.status_code == 400
    assert names(workshop) == []


def test_a_wrong_code_is_refused_in_words_and_stays_in_the_field(phone: Phone) -> None:
    page = phone.send("/join", code="WRONG123")
    assert phone.seen.status_code == 404
    assert said(phone.seen).startswith("No open room has this code or link.")
    assert 'value="WRONG123"' in page


def test_a_link_that_opens_nothing_leads_to_the_field_for_the_code(phone: Phone) -> None:
    page = phone.open("/join/k/nothing")
    assert phone.seen.status_code == 404
    assert 'name="code"' in page


def test_too_many_wrong_codes_point_at_the_link_which_still_works(workshop: Workshop) -> None:
    phone = Phone(workshop, base_url="https://room.example", at="https://room.example")
    for _ in range(80):
        phone.send("/join", code="WRONG123")
        if phone.seen.status_code == 429:
            break
    assert "Scan the QR code or open the link instead" in said(phone.seen)
    assert int(phone.seen.headers["retry-after"]) > 0
    assert words.LOBBY_TITLE in phone.join("Ann")


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"role": "practitioner", "name": "  "}, words.NAME_MISSING),
        ({"name": "Ann"}, words.ROLE_MISSING),
        ({"role": "king", "name": "Ann"}, ""),
        ({"role": "practitioner", "name": "A" * 121}, ""),
    ],
)
def test_what_was_left_out_or_cannot_be_is_said_and_what_was_typed_stays(
    workshop: Workshop, phone: Phone, fields: dict[str, str], told: str
) -> None:
    page = phone.send(f"/join/k/{workshop.key}", **fields, **{"as": "name"})
    assert phone.seen.status_code == 400
    assert told in said(phone.seen)
    assert f'value="{fields["name"]}"' in page
    assert names(workshop) == []


def test_a_form_that_is_sent_twice_lets_one_person_in(workshop: Workshop, phone: Phone) -> None:
    path = f"/join/k/{workshop.key}"
    phone.open(path)
    fields = {"role": "practitioner", "name": "Ann", "once": phone.value("once"), "as": "name"}
    phone.send(path, **fields)
    phone.send(path, **fields)
    assert names(workshop) == ["Ann"]


def test_the_place_is_in_a_cookie_that_no_script_reads(workshop: Workshop, phone: Phone) -> None:
    answer = phone.browser.post(f"/join/k/{workshop.key}", data={"role": "other", "as": "anonymous"})
    (cookie,) = answer.headers.get_list("set-cookie")
    assert cookie.startswith("plumbline_place=")
    assert {"httponly", "samesite=lax", "path=/"} <= set(cookie.lower().split("; "))


def test_no_page_of_another_origin_joins_or_votes_with_this_phone(workshop: Workshop, phone: Phone) -> None:
    phone.join("Ann")
    for path in (f"/join/k/{workshop.key}", "/room/vote", "/room/leave", "/room/device"):
        answer = phone.browser.post(path, data={}, headers={"Origin": "https://evil.test"})
        assert answer.status_code == 403
    assert "Ann" in phone.open()


def test_a_phone_without_a_place_is_told_how_to_come_in(phone: Phone) -> None:
    page = phone.open("/room")
    assert phone.seen.status_code == 403
    assert said(phone.seen).startswith("This phone is in no room.")
    assert 'href="/join"' in page
    phone.browser.client.cookies.set("plumbline_place", "x" * 43)
    phone.open("/room")
    assert phone.seen.status_code == 403


def test_two_people_take_turns_on_one_phone_and_neither_sees_the_other(workshop: Workshop, phone: Phone) -> None:
    phone.join("Ann")
    workshop.ask()
    phone.vote(**{"as-is": "4", "comment": "Ann's own words"})
    screen = phone.send("/room/add-person")
    assert words.ALREADY_IN in screen
    page = phone.send(phone.seen.url.path, role="leadership", name="Ben", **{"as": "name"})
    assert "Ben · Leadership" in page
    assert "Ann" not in page
    assert phone.chosen() == []
    phone.vote(**{"as-is": "1"})
    page = phone.send("/room/next-person")
    assert "Ann · Practitioner" in page
    assert phone.chosen() == ["4"]
    assert "Ben · Leadership" in phone.send("/room/next-person")
    assert phone.chosen() == ["1"]


def test_a_form_of_one_person_is_not_taken_as_the_others(workshop: Workshop, phone: Phone) -> None:
    phone.join("Ann")
    workshop.ask()
    phone.open()
    hers = phone.hidden()
    mark = phone.fact("mark")
    phone.join("Ben")
    phone.send("/room/vote", **hers, **{"as-is": "5"})
    assert workshop.votes() == ()
    phone.open()
    answer = phone.cast("5", 1, mark=mark)
    assert answer.json() == {"is_gone": True}
    assert workshop.votes() == ()


def test_one_comes_back_to_a_room_by_its_link_as_whom_one_was(workshop: Workshop, phone: Phone) -> None:
    phone.join("Ann")
    assert words.ALREADY_IN in phone.open(f"/join/k/{workshop.key}")
    assert "Ann · Practitioner" in phone.send(f"/join/k/{workshop.key}", **{"as": "back"})
    assert names(workshop) == ["Ann"]


def test_a_phone_holds_four_people_of_a_room(workshop: Workshop, phone: Phone) -> None:
    for name in ("Ann", "Ben", "Cem", "Dana"):
        phone.join(name)
    phone.join("Eve")
    assert phone.seen.status_code == 400
    assert words.FULL in said(phone.seen)
    assert len(names(workshop)) == 4


def test_another_device_goes_on_as_the_same_person(workshop: Workshop, phone: Phone) -> None:
    phone.join("Ann")
    workshop.ask()
    phone.vote(**{"as-is": "2"})
    page = phone.send("/room/device")
    (link,) = re.findall(r"http://127\.0\.0\.1:8501(/join/d/[\w-]+)<", page)
    assert "<svg" in page
    other = Phone(workshop)
    assert words.DEVICE_NOTE in other.open(link)
    assert "Ann · Practitioner" in other.send(link)
    assert other.chosen() == ["2"]
    assert names(workshop) == ["Ann"]


def test_a_personal_link_is_used_by_its_button_and_not_by_being_looked_at(workshop: Workshop, phone: Phone) -> None:
    link = workshop.plumbline.rooms.personal_link(ME, workshop.assessment_id, "r1")
    assert words.LINK_NOTE in phone.open(f"/join/p/{link}")
    assert names(workshop) == []
    phone.send(f"/join/p/{link}")
    assert phone.seen.url.path == "/room"
    assert len(names(workshop)) == 1
    phone.send("/join/p/nothing")
    assert phone.seen.status_code == 404


def test_leaving_takes_the_place_from_the_phone_and_keeps_the_answer(workshop: Workshop, phone: Phone) -> None:
    phone.join("Ann")
    workshop.ask()
    phone.vote(**{"as-is": "2"})
    assert words.LEFT_NOTE in phone.send("/room/leave")
    assert not phone.browser.client.cookies.get("plumbline_place")
    assert [(vote.item_id, vote.answer.code) for vote in workshop.votes()] == [(FIRST, 2)]
    phone.open()
    assert phone.seen.status_code == 403
