"""How phones reach the app: the addresses there are, the server for phones of a laptop, and the first phone.

An app that people reach anyway (an address was set, or it listens for others) has the phones' routes on its own port.
One for this machine alone has them on a port of their own, which whoever leads a workshop opens and closes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol
from urllib.parse import urlsplit

from assessment.domain.journal import ITSELF
from assessment.domain.workshop.reaching import Proposal, proposals
from assessment.errors import InvalidInput
from assessment.services.authority import Permission, Permit, Subject, operation
from assessment.services.identity import token_hash
from assessment.services.interfaces import interfaces
from assessment.services.repository import Repository


class PhonesServer(Protocol):
    """What lets phones in: `assessment.web.phones_server`."""

    @property
    def is_running(self) -> bool:
        """Whether it lets phones in now."""

    @property
    def port(self) -> int:
        """The port it has, or would have; 0 where it may not be."""

    def begin(self) -> None:
        """Let phones in; nothing happens where it does already. PhonesShut where it cannot."""

    def end(self) -> None:
        """Let no phones in any more."""


class OwnPort(Protocol):
    """What is known of the app's own port: `assessment.web.access.Access`."""

    @property
    def base_url(self) -> str:
        """The address people use, "" where none was set."""

    def is_beyond_loopback(self) -> bool:
        """Whether it listens for others than this machine."""

    def port_and_scheme(self) -> tuple[int, str]:
        """Its port, and "http" or "https"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """The addresses phones may use, the likeliest first.

    `needs_phones_server`: they lead nowhere until phones are let in; `are_let_in`: they are. `is_plain`: whoever
    listens on the network can read what phones send.
    """

    proposals: tuple[Proposal, ...]
    needs_phones_server: bool
    are_let_in: bool
    is_plain: bool


class ReachService:
    """How phones reach the app. `phones` and `own` are set by the app that serves; without one nothing is reached."""

    def __init__(self, repository: Repository, phones_port: int) -> None:
        self._repository = repository
        self.rights = repository.rights
        self._port = phones_port
        self.phones: PhonesServer | None = None
        self.own: OwnPort | None = None

    @operation("reach.ways", Permission.PEOPLE, on=Subject.ASSESSMENT)
    def ways(self, permit: Permit, assessment_id: str) -> Ways:
        """The addresses that phones may use for a room of this assessment."""
        del permit, assessment_id
        return self._ways()

    @operation("reach.let-in", Permission.PEOPLE, on=Subject.ASSESSMENT)
    def let_in(self, permit: Permit, assessment_id: str) -> Ways:
        """Let phones in on this network, through a port that has their pages and nothing else.

        InvalidInput where they need none, PhonesShut where the port cannot be had.
        """
        del permit, assessment_id
        if self.phones is None or not self._needs_server():
            raise InvalidInput(
                "Letting phones in",
                "this Plumbline is not for this machine alone",
                "Phones reach it by the address that everybody uses.",
            )
        self.phones.begin()
        return self._ways()

    @operation("reach.shut", Permission.PEOPLE, on=Subject.ASSESSMENT)
    def shut(self, permit: Permit, assessment_id: str) -> Ways:
        """Let no phones in any more; what they sent is kept."""
        del permit, assessment_id
        self._end()
        return self._ways()

    def seen(self, key: str | None) -> bool:
        """A phone got through: remember it for the room of a link's key; whether there was an open room to tell.

        Without a key it counts for every open room whose phones come by the server for phones: on a laptop whoever
        leads one room leads all.
        """
        store = self._repository.store
        with store.reading() as reader:
            if key is None:
                rooms = tuple(room for room in reader.rooms.open_rooms() if self._is_by_phones_server(room.address))
            else:
                found = reader.rooms.room_by_link(token_hash(key))
                rooms = (found,) if found is not None and found.is_open else ()
        waiting = [room.id for room in rooms if room.reached_at is None]
        if waiting:
            with store.writing(actor_id=ITSELF, operation="reach.seen") as writer:
                for room_id in waiting:
                    writer.room_writer.mark_reached(room_id, store.now())
        return bool(rooms)

    def resume(self) -> bool:
        """Let phones in again after a restart, where an open room told them to come that way; whether it does."""
        if self.phones is None or not self._needs_server():
            return False
        with self._repository.store.reading() as reader:
            is_awaited = any(self._is_by_phones_server(room.address) for room in reader.rooms.open_rooms())
        if is_awaited:
            self.phones.begin()
        return self.phones.is_running

    def end_unless_needed(self) -> None:
        """Let no phones in any more once no room is open."""
        if self.phones is None or not self.phones.is_running:
            return
        with self._repository.store.reading() as reader:
            is_needed = bool(reader.rooms.open_rooms())
        if not is_needed:
            self._end()

    def _end(self) -> None:
        if self.phones is not None:
            self.phones.end()

    def _is_by_phones_server(self, address: str | None) -> bool:
        return address is not None and self._port != 0 and _port_of(address) == self._port

    def _needs_server(self) -> bool:
        return self.own is not None and not self.own.base_url and not self.own.is_beyond_loopback()

    def _ways(self) -> Ways:
        if self.own is None:
            return Ways(proposals=(), needs_phones_server=False, are_let_in=False, is_plain=True)
        needs = self._needs_server()
        port, scheme = (self._port, "http") if needs else self.own.port_and_scheme()
        base_url = self.own.base_url or None
        found = () if base_url is not None or port == 0 else interfaces()
        proposed = proposals(found, port, base_url=base_url, is_https=scheme == "https")
        return Ways(
            proposals=proposed,
            needs_phones_server=needs,
            are_let_in=not needs or (self.phones is not None and self.phones.is_running),
            is_plain=any(one.address.startswith("http:") for one in proposed),
        )


def _port_of(address: str) -> int | None:
    try:
        return urlsplit(address).port
    except ValueError:
        return None
