"""An open workshop in the store, without what opening one takes."""

from __future__ import annotations

import secrets
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from assessment.domain.answered.workshop import RoomKind
from assessment.domain.workshop.room import LeadersVote, Phase, Room
from assessment.services.authority import LOCAL_ACTOR
from assessment.services.plumbline import Plumbline

OPENED = datetime(2026, 1, 15, 9, tzinfo=UTC)


def a_room(plumbline: Plumbline, assessment_id: str, **changes: Any) -> Room:
    """A new room of an assessment, at step 1 unless `changes` say otherwise."""
    room = Room(
        id=secrets.token_hex(8),
        assessment_id=assessment_id,
        kind=RoomKind.WORKSHOP,
        code=secrets.token_hex(4).upper(),
        link_hash=secrets.token_hex(32),
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
        opened_at=OPENED,
        closed_at=None,
    )
    room = replace(room, **changes)
    with plumbline._store.writing(actor_id=LOCAL_ACTOR.id, operation="rooms.test") as writer:
        writer.room_writer.add_room(room)
    return room
