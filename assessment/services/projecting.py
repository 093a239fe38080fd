"""What is thrown on the wall of a room, for whoever may see its assessment."""

from __future__ import annotations

from collections.abc import Mapping

from assessment.domain.answered.assessment import Assessment
from assessment.domain.answered.entries import Answer
from assessment.domain.authored.framework import Horizon
from assessment.domain.workshop.room import Room
from assessment.errors import NotAvailable
from assessment.services.authority import Permission, Permit, Subject, Thing, assessment_thing, operation
from assessment.services.identity import room_key
from assessment.services.repository import Repository, stored_header
from assessment.services.room_state import read_room_state
from assessment.views.workshop.projector import Counted, ProjectorView, projector_view

JOIN_PATH = "/join/k/"


class ProjectorService:
    """The wall of a room. Safe to use from many threads."""

    def __init__(self, repository: Repository) -> None:
        self._repository = repository
        self.rights = repository.rights

    def _of_room(self, room_id: str) -> Thing:
        """The assessment of a room; one that nobody has, where there is no such room."""
        with self._repository.store.reading() as reader:
            room = reader.rooms.room(room_id) if isinstance(room_id, str) else None
        return assessment_thing("" if room is None else room.assessment_id)

    @operation("projector.look", Permission.READ, on=Subject.ASSESSMENT, of=("room_id",), begun_on=_of_room)
    def look(self, permit: Permit, room_id: str) -> ProjectorView:
        """The wall as it is now; nothing of it is of one person, and no vote that was not revealed."""
        del permit
        repository = self._repository
        with repository.store.reading() as reader:
            room = reader.rooms.room(room_id)
            if room is None:
                raise NotAvailable("This room")
            stored = stored_header(reader, room.assessment_id)
            framework = repository.pinned(reader, stored)
            state = read_room_state(reader, stored, framework, room, repository.store.now())
            assessment = repository.load(reader, stored)
        return projector_view(
            framework,
            room,
            Counted(head_count=state.head_count, in_count=state.in_count, expected_count=state.expected_count),
            floor=stored.header.anonymity_floor,
            link=join_link(room),
            revealed=state.revealed,
            agreed=_agreed(assessment, room),
            agenda=assessment.agenda,
        )


def join_link(room: Room) -> str | None:
    """What the QR code of a room holds; None before it has an address that phones can open."""
    return None if room.address is None else f"{room.address.rstrip('/')}{JOIN_PATH}{room_key(room.id)}"


def _agreed(assessment: Assessment, room: Room) -> Mapping[Horizon, Answer]:
    found = {horizon: assessment.agreed_by_item.get((room.item_id or "", horizon)) for horizon in Horizon}
    return {horizon: one.answer for horizon, one in found.items() if one is not None}
