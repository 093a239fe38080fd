"""Where a room stands, for whoever leads it and for its projector: counts, and what was revealed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from assessment.domain.answered.asking import default_attributes, process_items
from assessment.domain.answered.assessment import Assignment, Rating, Respondent
from assessment.domain.answered.workshop import RoundSource, VoteRound
from assessment.domain.authored.framework import Framework, Horizon
from assessment.domain.workshop.reveal import Revealed, Standing, reveal
from assessment.domain.workshop.room import Participant, ParticipantState, Phase, Room, Vote
from assessment.domain.workshop.sealing import is_anonymous_id, is_held_back, sealed_count
from assessment.errors import InvalidInput, NotAvailable
from assessment.store import Reader, StoredHeader

HERE_FOR = timedelta(seconds=45)
"""So long after its last sign of life a phone is taken to be here: a locked one asks no more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomState:
    """A room at one step; no value that was not revealed is in it.

    `head_count` people are in. `expected_count` of them are asked the open question, `in_count` of these have answered
    it in this round. `is_leaders_turn` is False while leadership, which votes last, has to wait for others. `revealed`
    has an entry for each horizon of the question that was revealed last, as-is first, while it is being talked about.
    """

    room: Room
    head_count: int
    in_count: int
    expected_count: int
    revealed: tuple[Revealed, ...]
    is_leaders_turn: bool = True


def read_room_state(reader: Reader, stored: StoredHeader, framework: Framework, room: Room, now: datetime) -> RoomState:
    """Where a room stands now."""
    people = people_in(reader.rooms.participants(room.id))
    item_id = room.item_id
    if item_id is None or room.phase is Phase.LOBBY:
        return RoomState(room=room, head_count=len(people), in_count=0, expected_count=0, revealed=())
    asked = asked_of(reader, framework, people, item_id)
    voted_ids = reader.rooms.voted_ids(room.id, item_id, room.round_number)
    missing = tuple(one for one in asked if one.id not in voted_ids)
    missing_roles = [one.role for one in missing if is_here(one, now)]
    waits = any(is_held_back(one.role, room.leaders, room.round_number, missing_roles) for one in missing)
    is_revealed = room.phase is Phase.REVEALED
    return RoomState(
        room=room,
        head_count=len(people),
        in_count=len(asked) - len(missing),
        expected_count=len(asked),
        revealed=read_revealed(reader, stored, room, item_id) if is_revealed else (),
        is_leaders_turn=not waits,
    )


def is_here(one: Participant, now: datetime) -> bool:
    """Whether somebody's phone was heard of a moment ago; a locked one asks no more, and comes back."""
    return one.seen_at is not None and now - one.seen_at <= HERE_FOR


def people_in(participants: Iterable[Participant]) -> tuple[Participant, ...]:
    """Those who are in the room."""
    return tuple(one for one in participants if one.state is ParticipantState.IN)


def asked_of(
    reader: Reader, framework: Framework, people: Iterable[Participant], item_id: str
) -> tuple[Participant, ...]:
    """Those of a room who are asked a question: the named by what is assigned to them, else all by their role.

    A named person who is not in the assessment any more is asked nothing.
    """
    members, item = tuple(people), framework.item_by_id.get(item_id)
    if item is None or not members:
        return ()
    assessment_id, named_ids = members[0].assessment_id, [one.respondent_id for one in members if not one.is_anonymous]
    there = {one.entry.id for one in reader.entries(assessment_id, Respondent, id=named_ids)} if named_ids else set()
    found = reader.entries(assessment_id, Assignment, respondent_id=named_ids) if named_ids else ()
    assigned: dict[str, set[str]] = {}
    for one in found:
        own = assigned.setdefault(one.entry.respondent_id, set())
        own.update(one.entry.attribute_ids if one.entry.process_id == item.process_id else ())

    def is_asked(one: Participant) -> bool:
        if not one.is_anonymous and one.respondent_id not in there:
            return False
        return item.attribute_id in assigned.get(one.respondent_id, default_attributes(framework, one.role))

    return tuple(filter(is_asked, members))


def horizons_of(stored: StoredHeader, framework: Framework, item_id: str) -> tuple[Horizon, ...]:
    """The horizons that an assessment asks of an item, as-is first; none for one that it does not ask."""
    item = framework.item_by_id.get(item_id)
    if item is None or item.process_id not in stored.scope:
        return ()
    places = process_items(framework, stored.header, item.process_id)
    return tuple(horizon for one, horizon in places if one.id == item_id)


def read_revealed(reader: Reader, stored: StoredHeader, room: Room, item_id: str) -> tuple[Revealed, ...]:
    """The last round of a question, for each horizon that was voted on."""
    participants = reader.rooms.participants(room.id)
    anonymous_ids = frozenset(one.id for one in participants if one.is_anonymous)
    in_ids = frozenset(one.id for one in people_in(participants))
    votes = reader.rooms.votes(room.id, item_id)
    rounds = [one.entry for one in reader.entries(stored.header.id, VoteRound, item_id=item_id)]
    ratings = reader.entries(stored.header.id, Rating, item_id=item_id)
    floor, found = stored.header.anonymity_floor, []
    for horizon in (Horizon.AS_IS, Horizon.TO_BE):
        own = [one for one in rounds if one.horizon is horizon and one.source is RoundSource.PHONES]
        last = next((one for one in own if one.number == room.round_number), None)
        if last is None:
            continue
        waiting = [one for one in votes if one.horizon is horizon and not one.is_taken and one.participant_id in in_ids]
        found.append(
            reveal(
                last,
                standing(participants, votes, (one.entry for one in ratings), horizon),
                floor=floor,
                leaders=room.leaders,
                former=(one for one in own if one.number < last.number),
                sealed_count=sealed_count(waiting, anonymous_ids, floor),
            )
        )
    return tuple(found)


def standing(
    participants: Iterable[Participant], votes: Iterable[Vote], ratings: Iterable[Rating], horizon: Horizon
) -> tuple[Standing, ...]:
    """The answers of those who voted in a room, as they count in the assessment: what is sealed is not among them."""
    voted_ids = {one.participant_id for one in votes if one.horizon is horizon}
    speakers = {one.respondent_id: one for one in participants if one.id in voted_ids}
    return tuple(
        Standing(role=speaker.role, is_anonymous=speaker.is_anonymous, answer=rating.answer)
        for rating in ratings
        if rating.horizon is horizon and (speaker := speakers.get(rating.respondent_id)) is not None
    )


def room_of(reader: Reader, assessment_id: str, room_id: str) -> Room:
    """A room of an assessment; NotAvailable where it has none of that id."""
    room = reader.rooms.room(room_id)
    if room is None or room.assessment_id != assessment_id:
        raise NotAvailable("This room")
    return room


def require_no_open_room(reader: Reader, assessment_id: str) -> None:
    """Raise InvalidInput while an assessment has an open room: what was voted in it would come too late."""
    if any(one.is_open for one in reader.rooms.rooms_of(assessment_id)):
        raise InvalidInput("Assessment", "a room of it is open to phones", "Close it on the page Workshop first.")


def require_floor_as_told(reader: Reader, assessment_id: str, told: int, floor: int) -> None:
    """Raise InvalidInput for another floor than people without a name were told: what is sealed would come out.

    It may be raised once no room is open, and never lowered, also where their answers were imported.
    """
    if floor == told:
        return
    ids = {key[0] for key in reader.versions(assessment_id, Respondent)}
    if not (reader.rooms.anonymous_respondent_ids(assessment_id) or any(map(is_anonymous_id, ids))):
        return
    if floor < told or any(one.is_open for one in reader.rooms.rooms_of(assessment_id)):
        reason = f"people came without a name and were told that it is {told}"
        raise InvalidInput("Anonymity floor", reason, f"Leave it at {told}; it may be more once no room is open.")
