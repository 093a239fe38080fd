"""The door: what phones may ask. Whoever holds a token of a place in a room may see that place, and vote from it.

Nothing here asks for a right; a token, a room's key or its code is the authority, and each opens one room and nothing
else. What comes back holds counts, what is asked, and the votes of whoever asks: nobody else's.
"""

from __future__ import annotations

from concurrent.futures import Future
from contextlib import suppress
from datetime import timedelta

from assessment.domain.answered.workshop import RoomKind
from assessment.domain.journal import ITSELF
from assessment.domain.workshop.place import (
    Acknowledged,
    AskedNow,
    Beat,
    Cast,
    Joined,
    Moment,
    OpenQuestion,
    OpenRoom,
    OwnVote,
    Place,
    VoteOutcome,
)
from assessment.domain.workshop.room import Participant, Room
from assessment.errors import CodeRefused, NoPlace, RoomClosed, StoreUnavailable
from assessment.services.attempts import Place as NetworkPlace
from assessment.services.ballots import ballot_of
from assessment.services.casting import Arrived, Casting
from assessment.services.door_attempts import CodeAttempts
from assessment.services.identity import new_token, room_key, token_hash
from assessment.services.joining import Coming, Joining, coming
from assessment.services.late_answers import LateAnswers
from assessment.services.places import beat_of, place_of
from assessment.services.pulse import FULL_FROM, Pulse, RoomNow
from assessment.services.repository import Repository
from assessment.services.room_asking import AskingKept
from assessment.services.vote_queue import GroupCommit
from assessment.store import Reader

__all__ = [
    "Acknowledged",
    "AskedNow",
    "Beat",
    "Cast",
    "DoorService",
    "Joined",
    "Moment",
    "OpenQuestion",
    "OpenRoom",
    "OwnVote",
    "Place",
    "VoteOutcome",
]
DEVICE_LINK_LASTS = timedelta(minutes=10)
LONGEST_CODE = 40
"""Characters that are looked at: a code with whatever was typed between its letters."""


class DoorService:
    """What phones ask. Safe to use from many threads."""

    def __init__(self, repository: Repository) -> None:
        asking = AskingKept(repository)
        self._store = repository.store
        self._joining = Joining(repository)
        self._late = LateAnswers(repository)
        casting = Casting(repository, asking, self._late.came_into)
        self._votes: GroupCommit[Arrived, Acknowledged] = GroupCommit("votes", casting.commit)
        self._joins: GroupCommit[Coming, Joined] = GroupCommit("joins", self._joining.commit)
        self.pulse = Pulse(repository.store, asking)

    def room_by_code(self, code: str, network: NetworkPlace) -> OpenRoom:
        """The open room of a typed code, in whatever case and with whatever gaps.

        CodeRefused where no open room has it, TooManyCodes where too many wrong ones came from there.
        """
        with self._store.reading() as reader:
            CodeAttempts(reader.access, self._store.now(), network.address).require()
            room = reader.rooms.room_by_code(_plain(code))
            if room is not None:
                found = self._open_room(reader, room)
        if room is None:
            with self._store.writing(actor_id=ITSELF, operation="door.attempt") as writer:
                CodeAttempts(writer.access_writer, self._store.now(), network.address).failed()
            raise CodeRefused
        self._reached(room)
        return found

    def room_by_link(self, key: str) -> OpenRoom:
        """The open room of a link's key, the one of the QR code. CodeRefused where no open room has it."""
        room, found = self._room_of(key)
        self._reached(room)
        return found

    def join(self, key: str, *, name: str | None, role: str, once: str | None = None) -> Joined:
        """Come in, by the key of the room's link; without a name: anonymous, where the room takes it.

        `once` is something random that the form held: a form that is sent twice lets one person in.
        CodeRefused where no open room has the key, InvalidInput for a name or role that cannot be.
        """
        room, _ = self._room_of(key)
        return self._joins.put(coming(room, name, role, once)).result()

    def join_by_personal_link(self, link: str) -> Joined:
        """Come in as the person a link was made for; a second time it is another device of theirs.

        CodeRefused where it opens nothing, RoomClosed where no room of its assessment is open.
        """
        return self._joining.join_as(link)

    def join_by_device_link(self, link: str) -> Joined:
        """Come in on a second device, once, by what `another_device` gave out in the last ten minutes. CodeRefused."""
        return self._joining.join_again(link)

    def beat(self, token: str, step: int | None = None) -> Beat:
        """Whether the room moved on since a step. Cheap: at most 250 ms old. NoPlace for a token that opens nothing."""
        participant = self.pulse.who(token_hash(token))
        return self._beat(participant, self.pulse.now(participant.room_id), step)

    def beat_at_hand(self, token: str, step: int | None = None) -> Beat | None:
        """The same at once, where it is known without a look at the database; None where it is not."""
        known = self.pulse.at_hand(token_hash(token))
        return None if known is None else self._beat(*known, step)

    def _beat(self, participant: Participant, now: RoomNow, step: int | None) -> Beat:
        if now.is_open:
            self.pulse.saw(participant)
        return beat_of(now, now.participants.get(participant.id, participant), step)

    def place(self, token: str, item_id: str | None = None) -> Place:
        """All that the participant's page shows, with one of the questions that are open to them if named.

        NoPlace for a token that opens nothing, NotAvailable for a question that is not open to them.
        """
        hashed = token_hash(token)
        known = self.pulse.who(hashed)
        now = self.pulse.now(known.room_id)
        if known.id not in now.participants:  # who came a moment ago is not shown as somebody else, or as not asked
            if len(now.participants) < FULL_FROM:
                self.pulse.forget_room(known.room_id)
                now = self.pulse.now(known.room_id)
            now = now.joined_by(known)
        participant = now.participants.get(known.id, known)
        with self._store.reading() as reader:
            place = place_of(reader, now, participant, item_id)
        if now.is_open:
            self.pulse.saw(participant)
        return place

    def vote(self, token: str, cast: Cast) -> Acknowledged:
        """Keep a vote; it is on the disk when this returns. Repeating it is harmless.

        Raises NoPlace, PutOut, RoomClosed, NotAvailable for a question that is not theirs to answer now, InvalidInput.
        """
        return self.voting(token, cast).result()

    def voting(self, token: str, cast: Cast) -> Future[Acknowledged]:
        """The same for who must not wait: what comes of it, or the error, is in the future. InvalidInput at once."""
        return self._votes.put(Arrived(token_hash=token_hash(token), ballot=ballot_of(cast)))

    def another_device(self, token: str) -> str:
        """What lets a second device of the same participant in, for ten minutes: /join/d/<it>. NoPlace."""
        link = new_token()
        with self._store.writing(actor_id=ITSELF, operation="door.device") as writer:
            now = self._store.now()
            participant = writer.rooms.participant_by_token(token_hash(token), now)
            if participant is None:
                raise NoPlace
            writer.room_writer.add_token(participant.id, token_hash(link), now + DEVICE_LINK_LASTS)
        return link

    def next_person(self, token: str) -> OpenRoom:
        """The room of a place, for another person to join on the same phone. NoPlace, RoomClosed."""
        with self._store.reading() as reader:
            participant = reader.rooms.participant_by_token(token_hash(token), self._store.now())
            if participant is None:
                raise NoPlace
            room = reader.rooms.room(participant.room_id)
            if room is None or not room.is_open:
                raise RoomClosed
            return self._open_room(reader, room)

    def leave(self, token: str) -> None:
        """Forget a token; what was voted stays. A token that opens nothing is left alone."""
        with self._store.writing(actor_id=ITSELF, operation="door.leave") as writer:
            writer.room_writer.remove_token(token_hash(token))
        self.pulse.forget(token_hash(token))

    def settle(self) -> None:
        """Wait until the late answers that came are taken in, as far as they may be."""
        self._late.settle()

    def close(self) -> None:
        """Keep what waits and take nothing more. Closing twice is harmless."""
        self._votes.close()
        self._joins.close()
        self._late.close()
        self.pulse.close()

    def _room_of(self, key: str) -> tuple[Room, OpenRoom]:
        with self._store.reading() as reader:
            room = reader.rooms.room_by_link(token_hash(key))
            if room is None or not room.is_open:
                raise CodeRefused
            return room, self._open_room(reader, room)

    def _open_room(self, reader: Reader, room: Room) -> OpenRoom:
        stored = reader.header(room.assessment_id)
        if stored is None:
            raise CodeRefused
        return OpenRoom(
            room_id=room.id,
            key=room_key(room.id),
            is_survey=room.kind is RoomKind.SURVEY,
            assessment_name=stored.header.name,
            organisation=stored.header.organisation,
            takes_anonymous=room.takes_anonymous,
            anonymity_floor=stored.header.anonymity_floor,
            deadline=room.deadline,
        )

    def _reached(self, room: Room) -> None:
        """Remember that a phone got through; where the database is busy the next one says so."""
        if room.reached_at is None:
            with suppress(StoreUnavailable), self._store.writing(actor_id=ITSELF, operation="door.reach") as writer:
                writer.room_writer.mark_reached(room.id, self._store.now())


def _plain(code: str) -> str:
    """A typed code without what stands between its letters.

    >>> _plain("k7m4-4q xp")
    'K7M44QXP'
    """
    return "".join(letter for letter in code[:LONGEST_CODE].upper() if letter.isascii() and letter.isalnum())
