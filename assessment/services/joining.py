"""Coming into a room: by its link or code, by a link of one's own, on a second device. Many come in at once.

Somebody with a name is a respondent of the assessment from then on, in its journal; of an anonymous one it knows
nothing until answers of theirs are taken in, and nobody keeps when they came.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from assessment.domain.answered.assessment import AssessmentState, Respondent, Role
from assessment.domain.answered.entries import AssessmentModel, PersonName
from assessment.domain.journal import ITSELF
from assessment.domain.workshop.place import Joined
from assessment.domain.workshop.room import Participant, ParticipantState, Room
from assessment.errors import AssessmentError, CodeRefused, InvalidInput, RoomClosed
from assessment.services.drafts import Draft
from assessment.services.identity import new_anonymous_id, new_id, new_people_ids, new_token, token_hash
from assessment.services.repository import Repository, locked
from assessment.services.validation import checked
from assessment.store import Writer

SHORTEST_ONCE = 20


class Your(AssessmentModel):
    """What somebody writes of themselves: an error in it is one of "Your name"."""

    name: PersonName


@dataclass(frozen=True, slots=True, kw_only=True)
class Coming:
    """Somebody who waits to be let into a room; no name: anonymous. Their token is made already."""

    room_id: str
    assessment_id: str
    participant_id: str
    respondent_id: str
    name: str | None
    role: Role
    token: str


def coming(room: Room, name: str | None, role: str, once: str | None) -> Coming:
    """Somebody at the door of an open room. InvalidInput for a name or role that cannot be.

    Two with the same `once`, which the form of a page holds at random, are one: a form that is sent twice.
    """
    if role not in tuple(Role):
        raise InvalidInput("Your role", "it is none of those offered", "Choose one of them.")
    if name is None and not room.takes_anonymous:
        raise InvalidInput("Your name", "this room asks for it", "Write your name.")
    kept = None if name is None else checked(Your, name=name).name
    token, participant_id = new_token(), new_id()
    if once is not None and len(once) >= SHORTEST_ONCE:
        made = hashlib.sha512(f"plumbline.place\n{room.id}\n{once}".encode("utf-8", "replace")).digest()
        token, participant_id = base64.urlsafe_b64encode(made[:32]).decode().rstrip("="), made[32:40].hex()
    return Coming(
        room_id=room.id,
        assessment_id=room.assessment_id,
        participant_id=participant_id,
        respondent_id=new_anonymous_id() if kept is None else new_people_ids(1)[0],
        name=kept,
        role=Role(role),
        token=token,
    )


class Joining:
    """Lets people in, many in one transaction."""

    def __init__(self, repository: Repository) -> None:
        self._repository = repository
        self._store = repository.store

    def commit(self, people: Sequence[Coming]) -> tuple[Joined | AssessmentError, ...]:
        """Let people in; what became of each, in their order, once all of an assessment are on the disk."""
        results: dict[str, Joined | AssessmentError] = {}
        for assessment_id, some in groupby(sorted(people, key=_of), key=_of):
            results.update(self._let_in(assessment_id, list(some)))
        return tuple(results[one.token] for one in people)

    def _let_in(self, assessment_id: str, people: Sequence[Coming]) -> dict[str, Joined | AssessmentError]:
        named = [one for one in people if one.name is not None]
        about = assessment_id if named else None
        results: dict[str, Joined | AssessmentError] = {}
        with self._store.writing(actor_id=ITSELF, operation="door.join", assessment_id=about) as writer:
            draft = self._draft(writer, assessment_id) if named else None
            rooms = writer.room_writer.hold({one.room_id for one in people})
            for one in people:
                room = rooms.get(one.room_id)
                if room is None or not room.is_open:
                    results[one.token] = RoomClosed()
                    continue
                _let_in(writer, draft, one, self._store.now())
                results[one.token] = Joined(token=one.token, participant_id=one.participant_id, room_id=one.room_id)
        return results

    def _draft(self, writer: Writer, assessment_id: str) -> Draft:
        stored = locked(writer, assessment_id, AssessmentState.DRAFT)
        return Draft(writer=writer, stored=stored, framework=self._repository.pinned(writer, stored))

    def join_as(self, link: str) -> Joined:
        """Let somebody in by a link of their own, into the newest open room of its assessment.

        CodeRefused where it opens nothing, RoomClosed where no room is open.
        """
        token = new_token()
        with self._store.writing(actor_id=ITSELF, operation="door.join") as writer:
            rooms = writer.room_writer
            found = rooms.personal_link(token_hash(link))
            if found is None or not writer.has_respondent(found.assessment_id, found.respondent_id):
                raise CodeRefused
            newest = next((one for one in rooms.rooms_of(found.assessment_id) if one.is_open), None)
            room = None if newest is None else rooms.hold({newest.id}).get(newest.id)
            if room is None or not room.is_open:
                raise RoomClosed
            participant = _as_before(writer, room, found.respondent_id)
            if participant is None:
                participant = self._linked(writer, room, found.respondent_id)
            rooms.add_token(participant.id, token_hash(token))
        return Joined(token=token, participant_id=participant.id, room_id=room.id)

    def join_again(self, link: str) -> Joined:
        """Let a second device in, once, by what the first one was given. CodeRefused where it opens nothing."""
        token = new_token()
        with self._store.writing(actor_id=ITSELF, operation="door.join") as writer:
            rooms = writer.room_writer
            participant = rooms.participant_by_token(token_hash(link), self._store.now())
            if participant is None:
                raise CodeRefused
            rooms.remove_token(token_hash(link))
            rooms.add_token(participant.id, token_hash(token))
        return Joined(token=token, participant_id=participant.id, room_id=participant.room_id)

    def _linked(self, writer: Writer, room: Room, respondent_id: str) -> Participant:
        stored = writer.find(room.assessment_id, Respondent, respondent_id)
        if stored is None:
            raise CodeRefused
        participant = Participant(
            id=new_id(),
            room_id=room.id,
            assessment_id=room.assessment_id,
            respondent_id=respondent_id,
            role=stored.entry.role,
            is_anonymous=False,
            is_by_link=True,
            state=ParticipantState.IN,
            seen_at=self._store.now(),
        )
        writer.room_writer.add_participant(participant)
        return participant


def _let_in(writer: Writer, draft: Draft | None, one: Coming, now: datetime) -> None:
    """Store one participant and their token; one who is there already is left as they are."""
    if writer.room_writer.participant(one.participant_id) is not None:
        return
    if draft is not None and one.name is not None:
        draft.put(Respondent(id=one.respondent_id, role=one.role, name=one.name))
    participant = Participant(
        id=one.participant_id,
        room_id=one.room_id,
        assessment_id=one.assessment_id,
        respondent_id=one.respondent_id,
        role=one.role,
        is_anonymous=one.name is None,
        is_by_link=False,
        state=ParticipantState.IN,
        seen_at=now,
    )
    writer.room_writer.add_participant(participant)
    writer.room_writer.add_token(one.participant_id, token_hash(one.token))


def _as_before(writer: Writer, room: Room, respondent_id: str) -> Participant | None:
    """The participant of a room who speaks as a respondent already; one who is in before one who was put out."""
    people = [one for one in writer.rooms.participants_of(room.assessment_id, respondent_id) if one.room_id == room.id]
    return min(people, key=lambda one: one.state is not ParticipantState.IN, default=None)


def _of(one: Coming) -> str:
    return one.assessment_id
