"""Leading a room: the transaction in which it is changed, and taking in all that waits in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from assessment.domain.answered.workshop import RoomKind
from assessment.domain.workshop.room import Room, Vote
from assessment.errors import NotAvailable, RoomClosed
from assessment.services.authority import Permit
from assessment.services.drafts import Draft
from assessment.services.repository import Repository, stored_header
from assessment.services.room_state import room_of
from assessment.services.taking_in import TakenIn, late_votes, take_in, welcome
from assessment.store import OutdatedRoom, Reader

VOTES_AT_ONCE = 200
"""Votes taken in by one transaction, unless one question has more: whoever votes meanwhile waits for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leading:
    """A room that is being changed: nobody else changes it or votes in it until the transaction ends."""

    draft: Draft
    room: Room

    def step(self, **changes: Any) -> Room:
        """The room at its next step, stored."""
        changed = replace(self.room, step=self.room.step + 1, **changes)
        self.draft.writer.room_writer.change_room(changed, self.room.step)
        return changed


@contextmanager
def leading(
    repository: Repository, permit: Permit, assessment_id: str, room_id: str, expected_step: int | None = None
) -> Iterator[Leading]:
    """A transaction on a room of a draft, whose row is locked behind that of the assessment.

    Raises NotAvailable where the assessment has no such room, Conflict where it is not at `expected_step` any more.
    """
    with repository.changing(permit, assessment_id) as draft:
        room = draft.writer.room_writer.lock(room_id)
        if room is None or room.assessment_id != assessment_id:
            raise NotAvailable("This room")
        if expected_step not in (None, room.step):
            raise OutdatedRoom(room)
        yield Leading(draft=draft, room=room)


def require_open(room: Room, kind: RoomKind | None = None) -> None:
    """Raise RoomClosed for a room that is closed, NotAvailable for one of another kind."""
    if kind not in (None, room.kind):
        raise NotAvailable("This room")
    if not room.is_open:
        raise RoomClosed


def take_in_waiting(repository: Repository, permit: Permit, assessment_id: str, room_id: str) -> TakenIn:
    """Take in what waits in a room: of a workshop late answers, of a survey all, as far as the floor lets them.

    Each transaction takes whole questions, so that many votes keep nobody waiting for long.
    """
    with repository.store.reading() as reader:
        stored_header(reader, assessment_id)
        batches = tuple(_batches(_waiting(reader, room_of(reader, assessment_id, room_id))))
    total = TakenIn()
    if len(batches) > 1:
        with leading(repository, permit, assessment_id, room_id) as led:
            welcome(led.draft, led.room, _waiting(led.draft.writer, led.room))
    for item_ids in batches:
        with leading(repository, permit, assessment_id, room_id) as led:
            own = [one for one in _waiting(led.draft.writer, led.room) if one.item_id in item_ids]
            total += take_in(led.draft, led.room, own)
    return total


def _waiting(reader: Reader, room: Room) -> tuple[Vote, ...]:
    return reader.rooms.untaken_votes(room.id) if room.kind is RoomKind.SURVEY else late_votes(reader, room)


def _batches(votes: Sequence[Vote]) -> Iterator[frozenset[str]]:
    """The items of some votes, in groups of about `VOTES_AT_ONCE` votes."""
    item_ids: set[str] = set()
    count = 0
    for item_id, own in groupby(sorted(votes, key=lambda one: one.item_id), key=lambda one: one.item_id):
        item_ids.add(item_id)
        count += sum(1 for _ in own)
        if count >= VOTES_AT_ONCE:
            yield frozenset(item_ids)
            item_ids, count = set(), 0
    if item_ids:
        yield frozenset(item_ids)
