"""What a room comes to as a session: when it was held, for how long, and who took part."""

from __future__ import annotations

from datetime import datetime

from assessment.domain.answered.assessment import Respondent
from assessment.domain.answered.workshop import MOST_MINUTES, HeldSession, RoomKind
from assessment.domain.workshop.room import Room
from assessment.services.identity import token_hash
from assessment.services.room_state import people_in
from assessment.store import Reader


def session_id(room: Room) -> str:
    """The id of the session a room leaves: nothing can be found from it, for whoever knows a room's id may join it."""
    return token_hash(f"session {room.id}")[:16]


def session_of(reader: Reader, room: Room) -> HeldSession | None:
    """The session that a room has left; None before it was closed once."""
    stored = reader.find(room.assessment_id, HeldSession, session_id(room))
    return None if stored is None else stored.entry


def session_so_far(reader: Reader, room: Room, now: datetime) -> HeldSession | None:
    """The session that an open room would leave now; None where nobody took part."""
    everybody = reader.rooms.participants(room.id)
    counts, is_in = reader.rooms.vote_counts(room.id), {one.id for one in people_in(everybody)}
    took_part = [one for one in everybody if one.id in is_in or counts.get(one.id)]
    there = {key[0] for key in reader.versions(room.assessment_id, Respondent)}
    named = {one.respondent_id for one in took_part if not one.is_anonymous and one.respondent_id in there}
    anonymous_count = len({one.respondent_id for one in took_part if one.is_anonymous})
    if not named and not anonymous_count:
        return None
    before = session_of(reader, room)
    minutes = int((now - room.opened_at).total_seconds() // 60) + (before.minutes or 0 if before else 0)
    return HeldSession(
        id=session_id(room),
        kind=room.kind,
        held_on=before.held_on if before else room.opened_at.date(),
        minutes=None if room.kind is RoomKind.SURVEY else min(minutes, MOST_MINUTES),
        respondent_ids=tuple(named),
        anonymous_count=anonymous_count,
    )
