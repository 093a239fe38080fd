"""Who is in a room, as the one who leads it sees them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations

from assessment.domain.answered.assessment import Respondent, Role
from assessment.domain.workshop.room import Participant, ParticipantState, Phase, Room
from assessment.domain.workshop.sealing import told_role
from assessment.services.room_state import is_here, people_in
from assessment.store import Reader, folded


@dataclass(frozen=True, slots=True, kw_only=True)
class Present:
    """Somebody in a room. Of an anonymous person neither name, respondent nor whether they voted is told.

    `role` of an anonymous person is told where as many as the floor share it. `vote_count` is how many votes a named
    person has cast in the room; `has_voted` on the question that is open, None where none is.
    """

    participant_id: str
    respondent_id: str | None
    name: str | None
    role: Role | None
    is_anonymous: bool
    is_by_link: bool
    is_here: bool
    has_voted: bool | None
    vote_count: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lobby:
    """A room and who is in it: the named by name, then the anonymous by random ids.

    `doubles` are pairs of participants whose names are spelled alike. `put_out_count` people were put out.
    """

    room: Room
    participants: tuple[Present, ...]
    head_count: int
    anonymous_count: int
    put_out_count: int
    doubles: tuple[tuple[str, str], ...]


def read_lobby(reader: Reader, room: Room, floor: int, now: datetime) -> Lobby:
    """Who is in a room now."""
    everybody = reader.rooms.participants(room.id)
    people = people_in(everybody)
    named_ids = [one.respondent_id for one in people if not one.is_anonymous]
    respondents = reader.entries(room.assessment_id, Respondent, id=named_ids) if named_ids else ()
    names = {one.entry.id: one.entry.name for one in respondents}
    voted_ids = (
        reader.rooms.voted_ids(room.id, room.item_id, room.round_number)
        if room.item_id is not None and room.phase is Phase.VOTING
        else None
    )
    counts, crowd = reader.rooms.vote_counts(room.id), [one.role for one in people if one.is_anonymous]
    present = [
        _present(
            one,
            name=names.get(one.respondent_id),
            role=told_role(one.role, crowd, floor) if one.is_anonymous else one.role,
            is_here=is_here(one, now),
            has_voted=None if voted_ids is None else one.id in voted_ids,
            vote_count=counts.get(one.id, 0),
        )
        for one in people
    ]
    return Lobby(
        room=room,
        participants=tuple(sorted(present, key=_place)),
        head_count=len(people),
        anonymous_count=len(crowd),
        put_out_count=sum(one.state is ParticipantState.OUT for one in everybody),
        doubles=doubles_of(people, names),
    )


def doubles_of(people: Iterable[Participant], names: Mapping[str, str | None]) -> tuple[tuple[str, str], ...]:
    """The pairs of participants who are called alike, or are one person twice; anonymous people are nobody's double."""
    called = {one.id: folded(name) for one in people if not one.is_anonymous and (name := names.get(one.respondent_id))}
    return tuple((one, other) for one, other in combinations(sorted(called), 2) if called[one] == called[other])


def _present(
    one: Participant, *, name: str | None, role: Role, is_here: bool, has_voted: bool | None, vote_count: int
) -> Present:
    is_told = not one.is_anonymous
    return Present(
        participant_id=one.id,
        respondent_id=one.respondent_id if is_told else None,
        name=name if is_told else None,
        role=role if is_told or role is not Role.OTHER else None,
        is_anonymous=one.is_anonymous,
        is_by_link=one.is_by_link,
        is_here=is_here,
        has_voted=has_voted if is_told else None,
        vote_count=vote_count if is_told else None,
    )


def _place(one: Present) -> tuple[bool, str, str]:
    return one.is_anonymous, folded(one.name or ""), one.participant_id
