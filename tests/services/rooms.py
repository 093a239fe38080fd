"""Rooms to test with, opened and moved on as a facilitator's services do it, straight in the store."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from assessment.domain.answered.workshop import RoomKind
from assessment.domain.workshop.place import Cast, Joined
from assessment.domain.workshop.room import LeadersVote, Phase, Room, Vote
from assessment.services.authority import LOCAL_ACTOR
from assessment.services.identity import new_room_code, new_room_id, room_key, token_hash
from assessment.services.plumbline import Plumbline
from assessment.store import Writer


@contextmanager
def writing(plumbline: Plumbline) -> Iterator[Writer]:
    """A transaction of nobody's."""
    with plumbline._store.writing(actor_id="test", operation="rooms.test") as writer:
        yield writer


def opened_room(plumbline: Plumbline, assessment_id: str, **values: Any) -> Room:
    """A new open room of a workshop, in its lobby unless `values` say otherwise."""
    room_id = new_room_id()
    room = Room(
        id=room_id,
        assessment_id=assessment_id,
        kind=RoomKind.WORKSHOP,
        code=new_room_code(),
        link_hash=token_hash(room_key(room_id)),
        is_open=True,
        phase=Phase.LOBBY,
        item_id=None,
        round_number=0,
        step=1,
        leaders=LeadersVote.TOGETHER,
        takes_anonymous=True,
        address=None,
        deadline=None,
        slot_process_id=None,
        slot_begun_at=None,
        reached_at=None,
        opened_at=plumbline._store.now(),
        closed_at=None,
    )
    room = replace(room, **values)
    with writing(plumbline) as writer:
        writer.room_writer.add_room(room)
    return room


def changed(plumbline: Plumbline, room: Room, **values: Any) -> Room:
    """The room one step on."""
    after = replace(room, step=room.step + 1, **values)
    with writing(plumbline) as writer:
        writer.room_writer.change_room(after, room.step)
    plumbline.door.pulse.forget_room(room.id)
    return after


def asked(plumbline: Plumbline, room: Room, item_id: str, round_number: int = 1) -> Room:
    """The room with a question open."""
    return changed(plumbline, room, phase=Phase.VOTING, item_id=item_id, round_number=round_number)


def revealed(plumbline: Plumbline, room: Room) -> Room:
    """The room after the reveal, with the votes of the round taken in."""
    after = plumbline.voting.reveal(LOCAL_ACTOR, room.assessment_id, room.id, room.step).room
    plumbline.door.pulse.forget_room(room.id)
    return after


def joined(plumbline: Plumbline, room: Room, name: str | None = None, role: str = "practitioner") -> Joined:
    """Somebody who came in by the link."""
    return plumbline.door.join(room_key(room.id), name=name, role=role)


def cast(item_id: str, choice: str = "3", sequence: int = 1, round_number: int = 1, **values: str) -> Cast:
    """A vote on the as-is."""
    horizon = values.pop("horizon", "as-is")
    return Cast(item_id=item_id, horizon=horizon, round_number=round_number, choice=choice, sequence=sequence, **values)


def votes(plumbline: Plumbline, room: Room) -> tuple[Vote, ...]:
    """What is kept of a room."""
    with plumbline._store.reading() as reader:
        return reader.rooms.votes(room.id)
