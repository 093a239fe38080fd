"""What is thrown on the wall of a room, for whoever may see its assessment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from threading import Lock

from cachetools import LRUCache

from assessment.domain.answered.assessment import Assessment
from assessment.domain.answered.entries import Answer
from assessment.domain.authored.framework import Horizon
from assessment.domain.workshop.reveal import Revealed
from assessment.domain.workshop.room import Phase, Room
from assessment.errors import NotAvailable
from assessment.services.authority import Permission, Permit, Subject, Thing, assessment_thing, operation
from assessment.services.identity import room_key
from assessment.services.pulse import ROOMS_KEPT, Pulse
from assessment.services.repository import Repository, stored_header
from assessment.services.room_state import people_in, read_revealed
from assessment.store import StoredHeader
from assessment.views.workshop.projector import Counted, ProjectorView, projector_view

JOIN_PATH = "/join/k/"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Seen:
    """All that a wall depends on: where two are equal, so is what they show."""

    room: Room
    head: str
    counted: Counted
    revealed: tuple[Revealed, ...]


class ProjectorService:
    """The wall of a room. Safe to use from many threads."""

    def __init__(self, repository: Repository, pulse: Pulse) -> None:
        self._repository = repository
        self._pulse = pulse
        self._kept: LRUCache[str, tuple[_Seen, ProjectorView]] = LRUCache(ROOMS_KEPT)
        self._lock = Lock()
        self.rights = repository.rights

    def _of_room(self, room_id: str) -> Thing:
        """The assessment of a room; one that nobody has, where there is no such room."""
        with self._repository.store.reading() as reader:
            room = reader.rooms.room(room_id) if isinstance(room_id, str) else None
        return assessment_thing("" if room is None else room.assessment_id)

    @operation("projector.look", Permission.READ, on=Subject.ASSESSMENT, of=("room_id",), begun_on=_of_room)
    def look(self, permit: Permit, room_id: str) -> ProjectorView:
        """The wall as it is now; nothing of it is of one person, and no vote that was not revealed.

        How many are in is at most 250 ms old, as phones have it; what was asked or revealed is as of now.
        """
        del permit
        with self._repository.store.reading() as reader:
            room = reader.rooms.room(room_id)
            if room is None:
                raise NotAvailable("This room")
            stored = stored_header(reader, room.assessment_id)
            is_revealed = room.phase is Phase.REVEALED and room.item_id is not None
            revealed = read_revealed(reader, stored, room, room.item_id or "") if is_revealed else ()
        seen = _Seen(room=room, head=stored.head, counted=self._counted(room, stored), revealed=revealed)
        with self._lock:
            kept = self._kept.get(room_id)
        if kept is not None and kept[0] == seen:
            return kept[1]
        view = self._drawn(seen)
        with self._lock:
            self._kept[room_id] = seen, view
        return view

    def _counted(self, room: Room, stored: StoredHeader) -> Counted:
        """The counts, read anew where the room or the assessment has moved on since."""
        now = self._pulse.now(room.id)
        if now.room.step != room.step or now.asking is None or now.asking.stored.head != stored.head:
            self._pulse.forget_room(room.id)
            now = self._pulse.now(room.id)
        return Counted(
            head_count=len(people_in(now.participants.values())),
            in_count=len(now.in_ids),
            expected_count=len(now.expected_ids),
        )

    def _drawn(self, seen: _Seen) -> ProjectorView:
        room = seen.room
        with self._repository.store.reading() as reader:
            stored = stored_header(reader, room.assessment_id)
            framework = self._repository.pinned(reader, stored)
            assessment = self._repository.load(reader, stored)
        return projector_view(
            framework,
            room,
            seen.counted,
            floor=stored.header.anonymity_floor,
            link=join_link(room),
            revealed=seen.revealed,
            agreed=_agreed(assessment, room),
            agenda=assessment.agenda,
        )


def join_link(room: Room) -> str | None:
    """What the QR code of a room holds; None before it has an address that phones can open."""
    return None if room.address is None else f"{room.address.rstrip('/')}{JOIN_PATH}{room_key(room.id)}"


def _agreed(assessment: Assessment, room: Room) -> Mapping[Horizon, Answer]:
    found = {horizon: assessment.agreed_by_item.get((room.item_id or "", horizon)) for horizon in Horizon}
    return {horizon: one.answer for horizon, one in found.items() if one is not None}
