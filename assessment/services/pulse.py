"""What all phones of a room ask again and again, read once for all of them: the room as it was a moment ago.

One process reads a room at most every `READ_EVERY` seconds, however many phones ask; a phone's token is asked for again
after `TOKEN_SECONDS`. Nobody votes by what is kept here: a vote is looked at beside the rows themselves.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime

from cachetools import TTLCache

from assessment.domain.answered.assessment import AssessmentState
from assessment.domain.answered.workshop import RoomKind, VoteRound
from assessment.domain.journal import ITSELF
from assessment.domain.workshop.deadline import late_by
from assessment.domain.workshop.reveal import Revealed
from assessment.domain.workshop.room import Participant, Phase, Room
from assessment.domain.workshop.sealing import is_held_back
from assessment.errors import AssessmentError, NoPlace
from assessment.services.room_asking import AskingKept, RoomAsking
from assessment.services.room_state import is_here, people_in, read_revealed
from assessment.store import Reader, Store

READ_EVERY = 0.25
READ_FULL_EVERY, FULL_FROM = 1.0, 200
"""A room of so many is read less often: it takes long, and nobody in it waits for one more."""
TOKEN_SECONDS = 2.0
TOKENS_KEPT = 5_000
ROOMS_KEPT = 64
SEEN_EVERY = 10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomNow:
    """A room, who is in it, and who of them has answered the open question, as they were a moment ago.

    `asking` is None where the assessment is gone or in the bin. `revealed_items` are those that were voted on here and
    revealed, `revealed` is how the question of now came out. `expected_ids` are those who are asked that.
    """

    room: Room
    asking: RoomAsking | None
    participants: Mapping[str, Participant]
    revealed_items: frozenset[str]
    revealed: tuple[Revealed, ...]
    expected_ids: frozenset[str]
    in_ids: frozenset[str]
    read_at: datetime

    @property
    def is_open(self) -> bool:
        """Whether it takes votes."""
        if self.asking is None or self.asking.stored.header.state is not AssessmentState.DRAFT:
            return False
        return self.room.is_open and late_by(self.room.deadline, self.read_at) is None

    def joined_by(self, participant: Participant) -> RoomNow:
        """The same with somebody who came since: nobody reads the whole room for each who comes."""
        is_asked = False
        if self.asking is not None and self.room.kind is RoomKind.WORKSHOP and self.room.phase is not Phase.LOBBY:
            is_asked = bool(self.asking.horizons(participant, self.room.item_id or ""))
        return replace(
            self,
            participants={**self.participants, participant.id: participant},
            expected_ids=self.expected_ids | ({participant.id} if is_asked else frozenset()),
        )

    def waits_for_others(self, participant: Participant) -> bool:
        """Whether somebody whose word weighs is asked to let the others vote first."""
        if participant.id in self.in_ids:
            return False
        others = (self.participants[one] for one in self.expected_ids - self.in_ids)
        missing = [one.role for one in others if is_here(one, self.read_at)]
        return is_held_back(participant.role, self.room.leaders, self.room.round_number, missing)


@dataclass(slots=True)
class _Kept:
    """A room as it was read, and who reads it anew."""

    lock: threading.Lock
    now: RoomNow | None = None
    until: float = 0.0


class Pulse:
    """The rooms of this process as they were a moment ago, and whose phones were heard of. Safe from many threads."""

    def __init__(self, store: Store, asking: AskingKept, clock: Callable[[], float] = time.monotonic) -> None:
        self._store = store
        self._asking = asking
        self._clock = clock
        self._lock = threading.Lock()
        self._who: TTLCache[str, Participant] = TTLCache(TOKENS_KEPT, TOKEN_SECONDS, timer=clock)
        self._rooms: dict[str, _Kept] = {}
        self._seen: dict[str, str] = {}
        self._is_closing = threading.Event()
        self._thread: threading.Thread | None = None

    def who(self, token_hash: str) -> Participant:
        """Whom a phone's token stands for, as of `TOKEN_SECONDS` ago at most. NoPlace for one that opens nothing."""
        with self._lock:
            known = self._who.get(token_hash)
        if known is not None:
            return known
        with self._store.reading() as reader:
            participant = reader.rooms.participant_by_token(token_hash, self._store.now())
        if participant is None:
            raise NoPlace
        with self._lock:
            self._who[token_hash] = participant
        return participant

    def at_hand(self, token_hash: str) -> tuple[Participant, RoomNow] | None:
        """Whom a token stands for and their room, where both are known without a look at the database."""
        with self._lock:
            who = self._who.get(token_hash)
            kept = None if who is None else self._rooms.get(who.room_id)
        if who is None or kept is None or kept.now is None or self._clock() >= kept.until:
            return None
        return who, kept.now

    def forget(self, token_hash: str) -> None:
        """Ask for a token again."""
        with self._lock:
            self._who.pop(token_hash, None)

    def forget_room(self, room_id: str) -> None:
        """Read a room anew at the next question: whoever changed it in this process need not wait."""
        with self._lock:
            self._rooms.pop(room_id, None)

    def now(self, room_id: str) -> RoomNow:
        """A room as it was at most `READ_EVERY` seconds ago. NoPlace for one that is gone.

        One thread reads it anew; the others take it as it was, rather than wait.
        """
        with self._lock:
            if len(self._rooms) > ROOMS_KEPT:
                self._rooms.clear()
            kept = self._rooms.setdefault(room_id, _Kept(threading.Lock()))
        is_first = kept.now is None
        if kept.now is not None and self._clock() < kept.until:
            return kept.now
        if not kept.lock.acquire(blocking=is_first):
            return kept.now if kept.now is not None else self._read(room_id, None)
        try:
            if kept.now is None or self._clock() >= kept.until:
                kept.now = self._read(room_id, kept.now)
                is_full = len(kept.now.participants) >= FULL_FROM
                kept.until = self._clock() + (READ_FULL_EVERY if is_full else READ_EVERY)
            return kept.now
        finally:
            kept.lock.release()

    def saw(self, participant: Participant) -> None:
        """Remember that a phone was heard of; it is written down with the others' every few seconds."""
        with self._lock:
            self._seen[participant.id] = participant.room_id
            if self._thread is None and not self._is_closing.is_set():
                self._thread = threading.Thread(target=self._keep_writing, name="phones seen", daemon=True)
                self._thread.start()

    def close(self) -> None:
        """Write nothing down any more. Closing twice is harmless."""
        self._is_closing.set()
        if self._thread is not None:
            self._thread.join(SEEN_EVERY)

    def write_seen(self) -> None:
        """Write down whose phones were heard of since, but of a room that was closed meanwhile."""
        with self._lock:
            seen, self._seen = self._seen, {}
        if not seen:
            return
        with self._store.writing(actor_id=ITSELF, operation="door.see") as writer:
            rooms = writer.room_writer.hold(set(seen.values()))
            is_open = {room_id for room_id, room in rooms.items() if room.is_open}
            writer.room_writer.see((one for one, room_id in seen.items() if room_id in is_open), self._store.now())

    def _read(self, room_id: str, before: RoomNow | None) -> RoomNow:
        with self._store.reading() as reader:
            room = reader.rooms.room(room_id)
            if room is None:
                raise NoPlace
            return self._now(reader, room, before)

    def _now(self, reader: Reader, room: Room, before: RoomNow | None) -> RoomNow:
        stored = reader.header(room.assessment_id)
        asking = None if stored is None else self._asking.read(reader, stored)
        participants = {one.id: one for one in reader.rooms.participants(room.id)}
        is_workshop = room.kind is RoomKind.WORKSHOP
        expected = in_ids = frozenset[str]()
        if asking is not None and is_workshop and room.item_id is not None and room.phase is not Phase.LOBBY:
            expected = _expected(asking, participants, room.item_id)
            in_ids = reader.rooms.voted_ids(room.id, room.item_id, room.round_number) & expected
        is_same = before is not None and before.asking is asking and before.room.step == room.step
        if before is not None and is_same:
            revealed_items, revealed = before.revealed_items, before.revealed
        else:
            revealed_items, revealed = _revealed(reader, asking, room)
        return RoomNow(
            room=room,
            asking=asking,
            participants=participants,
            revealed_items=revealed_items,
            revealed=revealed,
            expected_ids=expected,
            in_ids=in_ids,
            read_at=self._store.now(),
        )

    def _keep_writing(self) -> None:
        while not self._is_closing.wait(SEEN_EVERY):
            with suppress(AssessmentError):  # where it is busy: with the next ones
                self.write_seen()


def _expected(asking: RoomAsking, participants: Mapping[str, Participant], item_id: str) -> frozenset[str]:
    return frozenset(one.id for one in people_in(participants.values()) if asking.horizons(one, item_id))


def _revealed(reader: Reader, asking: RoomAsking | None, room: Room) -> tuple[frozenset[str], tuple[Revealed, ...]]:
    """The items that were voted on in a workshop and revealed, and how the one of now came out."""
    if asking is None or room.kind is not RoomKind.WORKSHOP:
        return frozenset(), ()
    rounds = {key[0] for key in reader.versions(room.assessment_id, VoteRound)}
    items = reader.rooms.voted_items(room.id) & rounds
    if room.phase is not Phase.REVEALED or room.item_id is None:
        return items, ()
    return items, read_revealed(reader, asking.stored, room, room.item_id)
