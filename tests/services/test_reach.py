"""How phones reach the app: which addresses are proposed, when they are let in, and when the door is shut again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from assessment.domain.workshop.reaching import ReachKind
from assessment.errors import InvalidInput, PhonesShut
from assessment.services.authority import LOCAL_ACTOR as ME
from assessment.services.identity import room_key
from assessment.services.plumbline import Plumbline
from tests.services.conftest import begun
from tests.services.rooms import changed, opened_room

BY_PHONES = "http://192.168.1.20:8601"


@dataclass
class Phones:
    """A server for phones that only says whether it runs."""

    is_running: bool = False
    is_taken: bool = False
    port: int = 8601

    def begin(self) -> None:
        if self.is_taken:
            raise PhonesShut(self.port, "another program has it", "Close it.")
        self.is_running = True

    def end(self) -> None:
        self.is_running = False


@dataclass
class Own:
    """The app's own port."""

    base_url: str = ""
    is_open: bool = False
    scheme: str = "http"

    def is_beyond_loopback(self) -> bool:
        return self.is_open

    def port_and_scheme(self) -> tuple[int, str]:
        return 8501, self.scheme


@pytest.fixture
def phones(plumbline: Plumbline) -> Iterator[Phones]:
    """On a laptop, for whoever sits at it."""
    made = Phones()
    plumbline.reach.phones, plumbline.reach.own = made, Own()
    yield made
    plumbline.reach.phones = plumbline.reach.own = None


def test_on_a_laptop_phones_come_by_their_own_port_once_they_are_let_in(plumbline: Plumbline, phones: Phones) -> None:
    id_ = begun(plumbline)
    before = plumbline.reach.ways(ME, id_)
    assert (before.needs_phones_server, before.are_let_in, before.is_plain) == (True, False, True)
    assert {one.address.rpartition(":")[2] for one in before.proposals} == {"8601"}
    assert before.proposals[-1].kind is ReachKind.THIS_MACHINE
    assert plumbline.reach.let_in(ME, id_).are_let_in
    assert phones.is_running
    assert not plumbline.reach.shut(ME, id_).are_let_in
    assert not phones.is_running


def test_an_app_that_people_reach_anyway_needs_no_other_port(plumbline: Plumbline, phones: Phones) -> None:
    id_ = begun(plumbline)
    plumbline.reach.own = Own(is_open=True, scheme="https")
    ways = plumbline.reach.ways(ME, id_)
    assert (ways.needs_phones_server, ways.are_let_in, ways.is_plain) == (False, True, False)
    assert all(one.address.startswith("https://") and one.address.endswith(":8501") for one in ways.proposals)
    plumbline.reach.own = Own(base_url="https://plumbline.example.org")
    assert [one.address for one in plumbline.reach.ways(ME, id_).proposals] == ["https://plumbline.example.org"]
    with pytest.raises(InvalidInput, match="not for this machine alone"):
        plumbline.reach.let_in(ME, id_)
    assert not phones.is_running


def test_a_port_that_cannot_be_had_is_told_to_whoever_lets_phones_in(plumbline: Plumbline, phones: Phones) -> None:
    phones.is_taken = True
    id_ = begun(plumbline)
    with pytest.raises(PhonesShut, match="another program has it"):
        plumbline.reach.let_in(ME, id_)
    assert not plumbline.reach.ways(ME, id_).are_let_in


def test_where_no_port_may_be_used_no_address_is_proposed(plumbline: Plumbline, phones: Phones) -> None:
    del phones
    plumbline.reach._port = 0
    assert plumbline.reach.ways(ME, begun(plumbline)).proposals == ()


def test_after_a_restart_phones_are_let_in_again_where_an_open_room_awaits_them(
    plumbline: Plumbline, phones: Phones
) -> None:
    id_ = begun(plumbline)
    assert not plumbline.reach.resume()
    room = opened_room(plumbline, id_, address="https://plumbline.example.org")
    assert not plumbline.reach.resume()
    room = changed(plumbline, room, address=BY_PHONES)
    assert plumbline.reach.resume()
    assert phones.is_running
    phones.end()
    changed(plumbline, room, is_open=False)
    assert not plumbline.reach.resume()


def test_no_phone_is_let_in_after_a_restart_that_serves_others_anyway(plumbline: Plumbline, phones: Phones) -> None:
    opened_room(plumbline, begun(plumbline), address=BY_PHONES)
    plumbline.reach.own = Own(is_open=True)
    assert not plumbline.reach.resume()
    assert not phones.is_running


def test_the_door_is_shut_once_the_last_room_is_closed(plumbline: Plumbline, phones: Phones) -> None:
    room = opened_room(plumbline, begun(plumbline), address=BY_PHONES)
    phones.begin()
    plumbline.reach.end_unless_needed()
    assert phones.is_running
    changed(plumbline, room, is_open=False)
    plumbline.reach.end_unless_needed()
    assert not phones.is_running


def test_a_closed_room_is_told_of_no_phone(plumbline: Plumbline, phones: Phones) -> None:
    del phones
    room = opened_room(plumbline, begun(plumbline), address=BY_PHONES)
    assert plumbline.reach.seen(room_key(room.id))
    changed(plumbline, room, is_open=False)
    assert not plumbline.reach.seen(room_key(room.id))
    assert not plumbline.reach.seen(None)


def test_without_a_server_there_is_no_way_and_nothing_fails(plumbline: Plumbline) -> None:
    id_ = begun(plumbline)
    assert plumbline.reach.ways(ME, id_).proposals == ()
    assert not plumbline.reach.resume()
    plumbline.reach.end_unless_needed()
    assert not plumbline.reach.shut(ME, id_).are_let_in
