"""Rooms that people join by phone: opening and closing one, who is in it, who is there twice, links of their own.

A room is open or closed; closing it takes in what may be taken in and leaves a session in the assessment. While one is
open its assessment can neither be validated, signed off nor removed: what was voted would be lost, or come too late.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated

from pydantic import AwareDatetime, StringConstraints

from assessment.domain.answered.assessment import Respondent
from assessment.domain.answered.entries import AssessmentModel
from assessment.domain.answered.workshop import HeldSession, RoomKind, SlotState
from assessment.domain.workshop.room import LeadersVote, Participant, ParticipantState, Phase, Room
from assessment.domain.workshop.sealing import is_anonymous_id
from assessment.errors import InvalidInput, NotAvailable
from assessment.services.authority import Permission, Permit, Subject, operation
from assessment.services.identity import new_room_code, new_room_id, new_token, room_key, token_hash
from assessment.services.leading import Leading, leading, take_in_waiting
from assessment.services.lobby import Lobby, Present, read_lobby
from assessment.services.merging import MergeConflict, Merged, merge_speakers
from assessment.services.repository import Repository, stored_header
from assessment.services.room_state import room_of
from assessment.services.running_slot import keep_slot_time
from assessment.services.sessions import session_of, session_so_far
from assessment.services.taking_in import TakenIn, take_in, tell_roles
from assessment.services.validation import checked, validated
from assessment.store import PersonalLink, Reader

__all__ = ["Closed", "Lobby", "MergeConflict", "Merged", "Present", "RoomChange", "RoomService"]
Address = Annotated[str, StringConstraints(pattern=r"^https?://[^\s/]+(/[^\s]*)?$", max_length=300)]


class RoomChange(AssessmentModel):
    """A change of a room beside its questions and its clock: fields that are left out stay; None takes a value out.

    `address` is where phones find the app, such as http://192.168.1.20:8601.
    """

    leaders: LeadersVote | None = None
    takes_anonymous: bool | None = None
    address: Address | None = None
    deadline: AwareDatetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Closed:
    """A room that was closed, what was taken in at that, and the session it left; None where nobody took part."""

    room: Room
    taken_in: TakenIn
    session: HeldSession | None


class RoomService:
    """Rooms of an assessment."""

    def __init__(self, repository: Repository) -> None:
        self.rights = repository.rights
        self._repository = repository

    @operation("rooms.open", Permission.PEOPLE, on=Subject.ASSESSMENT)
    def open_room(
        self,
        permit: Permit,
        assessment_id: str,
        kind: RoomKind,
        *,
        leaders: LeadersVote = LeadersVote.TOGETHER,
        takes_anonymous: bool = True,
        address: str | None = None,
        deadline: datetime | None = None,
    ) -> Room:
        """Open a room with a new code and link; `room_key` of its id is what the QR code holds.

        InvalidInput where a room of this kind is open already.
        """
        change = checked(RoomChange, address=address, deadline=deadline)
        with self._repository.changing(permit, assessment_id) as draft:
            rooms = draft.writer.room_writer
            _require_alone(rooms.rooms_of(assessment_id), kind)
            room_id = new_room_id()
            room = Room(
                id=room_id,
                assessment_id=assessment_id,
                kind=kind,
                code=_free_code(draft.writer),
                link_hash=token_hash(room_key(room_id)),
                is_open=True,
                phase=Phase.LOBBY,
                item_id=None,
                round_number=0,
                step=1,
                leaders=leaders,
                takes_anonymous=takes_anonymous,
                address=change.address,
                deadline=change.deadline,
                slot_process_id=None,
                slot_begun_at=None,
                reached_at=None,
                opened_at=self._repository.store.now(),
                closed_at=None,
            )
            rooms.add_room(room)
            return room

    @operation("rooms.close", Permission.PEOPLE, on=Subject.ASSESSMENT)
    def close_room(self, permit: Permit, assessment_id: str, room_id: str, expected_step: int | None = None) -> Closed:
        """Close a room: take in what may be taken in, leave a session, and forget when phones were heard of.

        What fewer anonymous people than the floor said of a question stays sealed. Closing a closed room changes
        nothing. Conflict where it is not at `expected_step`.
        """
        taken = take_in_waiting(self._repository, permit, assessment_id, room_id)
        with leading(self._repository, permit, assessment_id, room_id, expected_step) as led:
            if not led.room.is_open:
                return Closed(room=led.room, taken_in=taken, session=session_of(led.draft.writer, led.room))
            rooms = led.draft.writer.room_writer
            last = take_in(led.draft, led.room, rooms.untaken_votes(room_id))
            tell_roles(led.draft, led.room)
            now = self._repository.store.now()
            keep_slot_time(led.draft, led.room, SlotState.PLANNED, now)
            session = _held(led, now)
            rooms.forget_seen(room_id)
            rooms.lay_anew(room_id)
            room = led.step(is_open=False, phase=Phase.LOBBY, closed_at=now, slot_process_id=None, slot_begun_at=None)
            return Closed(room=room, taken_in=last.after(taken), session=session)

    @operation("rooms.reopen", Permission.PEOPLE, on=Subject.ASSESSMENT)
    def reopen_room(
        self, permit: Permit, assessment_id: str, room_id: str, *, deadline: datetime | None = None
    ) -> Room:
        """Open a room again with everybody who was in it, by the code and link it had.

        A deadline that is over is taken out, unless another is given. InvalidInput where another room of its kind is
        open. Its code is a new one where another room has the old one by now.
        """
        change = checked(RoomChange, deadline=deadline)
        with leading(self._repository, permit, assessment_id, room_id) as led:
            if led.room.is_open:
                return led.room
            rooms, now = led.draft.writer.room_writer, self._repository.store.now()
            _require_alone(rooms.rooms_of(assessment_id), led.room.kind)
            is_over = led.room.deadline is not None and led.room.deadline <= now
            return led.step(
                is_open=True,
                code=led.room.code if rooms.room_by_code(led.room.code) is None else _free_code(led.draft.writer),
                deadline=change.deadline or (None if is_over else led.room.deadline),
                opened_at=now,
                closed_at=None,
            )

    @operation("rooms.change", Permission.PEOPLE, on=Subject.ASSESSMENT)
    def change(self, permit: Permit, assessment_id: str, room_id: str, expected_step: int, change: RoomChange) -> Room:
        """Change how people vote, where phones find the app, or the deadline; Conflict at another step."""
        values = validated(change)
        given = {name: getattr(values, name) for name in change.model_fields_set}
        kept = {name: value for name, value in given.items() if value is not None or name in _EMPTIED}
        with leading(self._repository, permit, assessment_id, room_id, expected_step) as led:
            return led.step(**kept)

    @operation("rooms.list", Permission.EDIT, on=Subject.ASSESSMENT)
    def rooms(self, permit: Permit, assessment_id: str) -> tuple[Room, ...]:
        """The rooms of an assessment, open and closed, the newest first."""
        del permit
        with self._repository.store.reading() as reader:
            stored_header(reader, assessment_id)
            return reader.rooms.rooms_of(assessment_id)

    @operation("rooms.lobby", Permission.PEOPLE, on=Subject.ASSESSMENT)
    def lobby(self, permit: Permit, assessment_id: str, room_id: str) -> Lobby:
        """Who is in a room, who of them is here, and who seems to be in it twice."""
        del permit
        with self._repository.store.reading() as reader:
            stored = stored_header(reader, assessment_id)
            room = room_of(reader, assessment_id, room_id)
            return read_lobby(reader, room, stored.header.anonymity_floor, self._repository.store.now())

    @operation("rooms.put-out", Permission.PEOPLE, on=Subject.ASSESSMENT)
    def put_out(self, permit: Permit, assessment_id: str, room_id: str, participant_id: str) -> None:
        """Put somebody out of a room: their sealed votes are never taken in. What was taken in before stays.

        A second time changes nothing; they may join again.
        """
        with leading(self._repository, permit, assessment_id, room_id) as led:
            one = _participant(led.draft.writer, led.room, participant_id)
            if one.state is ParticipantState.IN:
                led.draft.writer.room_writer.change_participant(replace(one, state=ParticipantState.OUT))
                led.step()

    @operation("rooms.merge", Permission.PEOPLE, on=Subject.ASSESSMENT)
    def merge(
        self, permit: Permit, assessment_id: str, room_id: str, from_participant_id: str, into_respondent_id: str
    ) -> Merged:
        """Let a named participant speak as another named person of the assessment, who they are too.

        Their answers and notes go there; where both have one the newer stays, and it is said which. The person they
        were goes to the bin where nothing of theirs is left. InvalidInput where either is anonymous: nobody may find
        out who somebody is by merging them.
        """
        with leading(self._repository, permit, assessment_id, room_id) as led:
            one = _participant(led.draft.writer, led.room, from_participant_id)
            into = led.draft.writer.find(assessment_id, Respondent, into_respondent_id)
            if into is None or one.state is not ParticipantState.IN:
                raise NotAvailable("This person")
            if one.is_anonymous or is_anonymous_id(into_respondent_id):
                reason = "somebody who is anonymous cannot be joined with anybody"
                raise InvalidInput("The person", reason, "Put one of the two phones out instead.")
            merged = merge_speakers(led.draft, led.room, one, into.entry)
            led.step()
            return merged

    @operation("rooms.personal-link", Permission.PEOPLE, on=Subject.ASSESSMENT)
    def personal_link(self, permit: Permit, assessment_id: str, respondent_id: str) -> str:
        """Make a link of their own for a person, anew: the token of it, /join/p/<token>. The one before opens nothing.

        Phones that came by it before stay in. InvalidInput for somebody anonymous.
        """
        if is_anonymous_id(respondent_id):
            raise InvalidInput("The person", "a link of their own would name them", "Let them join by the code.")
        token = new_token()
        with self._repository.changing(permit, assessment_id) as draft:
            if not draft.writer.has_respondent(assessment_id, respondent_id):
                raise NotAvailable("This person")
            link = PersonalLink(assessment_id=assessment_id, respondent_id=respondent_id)
            draft.writer.room_writer.put_personal_link(link, token_hash(token))
        return token


_EMPTIED = frozenset({"address", "deadline"})


def _require_alone(rooms: tuple[Room, ...], kind: RoomKind) -> None:
    if any(one.is_open and one.kind is kind for one in rooms):
        raise InvalidInput("The room", f"another {kind} of this assessment is open", "Go on there, or close it first.")


def _free_code(reader: Reader) -> str:
    while True:
        code = new_room_code()
        if reader.rooms.room_by_code(code) is None:
            return code


def _participant(reader: Reader, room: Room, participant_id: str) -> Participant:
    one = reader.rooms.participant(participant_id)
    if one is None or one.room_id != room.id:
        raise NotAvailable("This person")
    return one


def _held(led: Leading, now: datetime) -> HeldSession | None:
    """Keep that a room was held, once however often it is reopened; None where nobody took part."""
    session = session_so_far(led.draft.writer, led.room, now)
    if session is not None:
        led.draft.put(session)
    return session
