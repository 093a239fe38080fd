"""Codes cannot be guessed, nor can links; and the honest come in meanwhile.

`PLUMBLINE_CODE_GUESSES` is how many codes, and how many links, are guessed.
"""

from __future__ import annotations

import os
import random
import secrets
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import pytest

from assessment.domain.authored.framework import Depth
from assessment.domain.workshop.room import Room
from assessment.errors import AssessmentError, CodeRefused, NoPlace, TooManyCodes
from assessment.services import door_attempts
from assessment.services.attempts import Place
from assessment.services.identity import new_room_code, new_token, room_key
from assessment.services.plumbline import Plumbline
from assessment.settings import Settings
from tests.services.accounts import Clock, opened
from tests.services.conftest import begun
from tests.services.rooms import cast, opened_room

GUESSES = int(os.environ.get("PLUMBLINE_CODE_GUESSES", "400"))
HONEST_PHONES = 50
ATTACKER = Place(address="203.0.113.66")
NEW = Place(address="192.0.2.99")
Outcomes = Counter[type[AssessmentError]]


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def door(settings: Settings, clock: Clock) -> Iterator[Plumbline]:
    with opened(settings, clock) as plumbline:
        yield plumbline


@pytest.fixture
def room(door: Plumbline) -> Room:
    return opened_room(door, begun(door, depth=Depth.QUICK))


def refused(*tasks: Callable[[], object]) -> Outcomes:
    """How tasks are refused; one that is not fails the test."""
    outcomes: Outcomes = Counter()
    for task in tasks:
        with pytest.raises(AssessmentError) as error:
            task()
        outcomes[error.type] += 1
    return outcomes


def wrong_codes(door: Plumbline, count: int, place: Place = ATTACKER) -> Outcomes:
    return refused(*[lambda: door.door.room_by_code("WRNG2345", place)] * count)


def elsewhere(number: int) -> Place:
    return Place(address=f"198.51.{number // 200}.{number % 200 + 1}")


def test_thirty_wrong_codes_and_then_not_even_the_right_one_until_ten_minutes_are_over(
    door: Plumbline, room: Room, clock: Clock
) -> None:
    assert wrong_codes(door, 32) == {CodeRefused: 30, TooManyCodes: 2}
    clock.go_on(minutes=9, seconds=20)
    with pytest.raises(TooManyCodes, match=r"^Too many wrong codes were typed here\. Scan the QR code") as told:
        door.door.room_by_code(room.code, ATTACKER)
    assert told.value.seconds == 40
    assert door.door.room_by_link(room_key(room.id)).room_id == room.id
    assert door.door.room_by_code(room.code, NEW).room_id == room.id
    clock.go_on(seconds=40)
    assert door.door.room_by_code(room.code, ATTACKER).room_id == room.id


def test_right_codes_count_nothing(door: Plumbline, room: Room) -> None:
    for _ in range(60):
        door.door.room_by_code(room.code, ATTACKER)
    assert wrong_codes(door, 30) == {CodeRefused: 30}


def test_one_customer_with_many_addresses_is_one(door: Plumbline, room: Room) -> None:
    places = [Place(address=f"2001:db8:1:2::{number:x}") for number in range(35)]
    outcomes = sum((wrong_codes(door, 1, place) for place in places), Counter())
    assert outcomes == {CodeRefused: 30, TooManyCodes: 5}


def test_a_thousand_wrong_ones_from_everywhere_leave_each_address_three_tries(
    door: Plumbline, room: Room, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(door_attempts, "HOT_COUNT", 40)
    assert sum((wrong_codes(door, 20, elsewhere(number)) for number in range(2)), Counter()) == {CodeRefused: 40}
    assert wrong_codes(door, 5, NEW) == {CodeRefused: 3, TooManyCodes: 2}
    assert door.door.room_by_code(room.code, elsewhere(7)).room_id == room.id
    clock.go_on(minutes=10)
    assert wrong_codes(door, 5, NEW) == {CodeRefused: 5}


def test_what_is_refused_writes_nothing(door: Plumbline, room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    wrong_codes(door, 30)
    monkeypatch.setattr(door._store, "writing", lambda **named: pytest.fail("it wrote"))
    assert wrong_codes(door, 5) == {TooManyCodes: 5}
    refused(*[lambda: door.door.room_by_link(secrets.token_urlsafe(16))] * 20)
    refused(*[lambda: door.door.beat(new_token())] * 20)


@pytest.mark.soak
@pytest.mark.timeout(1800)
def test_guessing_hits_nothing_while_fifty_phones_join(settings: Settings) -> None:
    with opened(settings, Clock()) as door:
        room = opened_room(door, begun(door, depth=Depth.QUICK))
        seconds: list[float] = []
        with ThreadPoolExecutor(4) as guessing, ThreadPoolExecutor(HONEST_PHONES) as phones:
            guessed = [guessing.submit(guess, door, number) for number in range(4)]
            joining = [phones.submit(join, door, room, number, seconds) for number in range(HONEST_PHONES)]
            joined = [one.result() for one in joining]
            outcomes = sum((one.result() for one in guessed), Counter())
        assert len(set(joined)) == HONEST_PHONES
        assert max(seconds) <= 10
        assert set(outcomes) == {CodeRefused, TooManyCodes, NoPlace}
        assert outcomes.total() == 4 * (GUESSES // 4) * 5
        with door._store.reading() as reader:
            assert len(reader.rooms.participants(room.id)) == HONEST_PHONES


def join(door: Plumbline, room: Room, number: int, seconds: list[float]) -> str:
    """One honest phone: half of them by the link from where the guesser is, half by the code from elsewhere."""
    start = time.monotonic()
    if number % 2:
        key = door.door.room_by_link(room_key(room.id)).key
    else:
        key = door.door.room_by_code(room.code, elsewhere(number % 5)).key
    token = door.door.join(key, name=None, role="practitioner").token
    door.door.place(token)
    seconds.append(time.monotonic() - start)
    return token


def guess(door: Plumbline, seed: int) -> Outcomes:
    """Codes and links of every kind, all wrong, from one address and from many."""
    draw, outcomes = random.Random(seed), Counter[type[AssessmentError]]()
    for number in range(GUESSES // 4):
        place = ATTACKER if number % 2 else elsewhere(500 + draw.randrange(400))
        outcomes += refused(
            partial(door.door.room_by_code, new_room_code(), place),
            partial(door.door.room_by_link, secrets.token_urlsafe(16)),
            partial(door.door.join_by_personal_link, new_token()),
            partial(door.door.join_by_device_link, new_token()),
            partial(door.door.vote, new_token(), cast("planning.delivery")),
        )
    return outcomes
