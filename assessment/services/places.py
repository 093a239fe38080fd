"""What one phone is told of its room: a room as it was a moment ago, seen from one participant's place."""

from __future__ import annotations

from collections.abc import Iterator, Set

from assessment.domain.answered.workshop import RoomKind
from assessment.domain.authored.framework import Horizon, Item
from assessment.domain.workshop.place import AskedNow, Beat, Moment, OpenQuestion, Place
from assessment.domain.workshop.room import SURVEY_ROUND, Participant, ParticipantState, Phase
from assessment.errors import NotAvailable, RoomClosed
from assessment.services.casting import QUESTION, own_vote
from assessment.services.pulse import RoomNow
from assessment.services.room_asking import RoomAsking
from assessment.store import Reader

SHORTEST_WAIT_MS, LONGEST_WAIT_MS = 1_500, 5_000
WAIT_A_HEAD_MS = 30
LONGER_WHEN_IN = 2
"""Whoever has answered waits for others: their phone asks half as often until all are in."""
SURVEY_WAIT_MS = 15_000
_ENDED = {ParticipantState.OUT: Moment.OUT, ParticipantState.MERGED: Moment.MERGED}


def beat_of(now: RoomNow, participant: Participant, step: int | None) -> Beat:
    """Whether a room moved on since a step, and what a participant's phone shows now."""
    room = now.room
    return Beat(
        room_id=room.id,
        step=room.step,
        moment=moment_of(now, participant),
        item_id=room.item_id if room.phase is not Phase.LOBBY else None,
        round_number=room.round_number,
        in_count=len(now.in_ids),
        expected_count=len(now.expected_ids),
        is_new=step is None or room.step > step,
        wait_ms=wait_ms(now, participant),
    )


def wait_ms(now: RoomNow, participant: Participant) -> int:
    """When a phone asks again: more phones, less often; in a survey only to hear that it is closed."""
    if now.room.kind is RoomKind.SURVEY:
        return SURVEY_WAIT_MS
    usual = max(SHORTEST_WAIT_MS, WAIT_A_HEAD_MS * len(now.participants))
    waits_for_others = participant.id in now.in_ids and now.in_ids != now.expected_ids
    return min(LONGEST_WAIT_MS, usual * (LONGER_WHEN_IN if waits_for_others else 1))


def moment_of(now: RoomNow, participant: Participant) -> Moment:
    """What a participant's phone shows."""
    room = now.room
    if participant.state in _ENDED:
        return _ENDED[participant.state]
    if not now.is_open:
        return Moment.CLOSED
    if room.kind is RoomKind.SURVEY:
        return Moment.SURVEY
    if room.phase is Phase.LOBBY or room.item_id is None:
        return Moment.LOBBY
    if room.phase is Phase.REVEALED:
        return Moment.REVEALED
    if now.asking is None or not now.asking.horizons(participant, room.item_id):
        return Moment.NOT_ASKED
    return Moment.OTHERS_FIRST if now.waits_for_others(participant) else Moment.ASKED


def place_of(reader: Reader, now: RoomNow, participant: Participant, item_id: str | None) -> Place:
    """All that a participant's page shows; their own votes as the transaction of `reader` sees them.

    NotAvailable for a named question that is not open to them, RoomClosed where the assessment is gone.
    """
    asking = now.asking
    if asking is None:
        raise RoomClosed
    beat, header = beat_of(now, participant, None), asking.stored.header
    is_in = beat.moment not in (Moment.OUT, Moment.MERGED, Moment.CLOSED)
    put = tuple(_put(now, asking, participant)) if is_in else ()
    put_ids = {item.id for item, _ in put}
    voted = reader.rooms.voted_places(participant.id)
    others = _others(now, asking, put, voted)
    return Place(
        beat=beat,
        participant_id=participant.id,
        assessment_name=header.name,
        organisation=header.organisation,
        name=asking.names.get(participant.respondent_id),
        role=participant.role,
        is_anonymous=participant.is_anonymous,
        is_survey=now.room.kind is RoomKind.SURVEY,
        anonymity_floor=header.anonymity_floor,
        deadline=now.room.deadline,
        asked=_asked(reader, now, asking, participant, item_id, others) if is_in else None,
        others=others,
        asked_count=len(put_ids),
        answered_count=len(put_ids - _missing(put, voted)),
        revealed=now.revealed if is_in else (),
    )


def _put(now: RoomNow, asking: RoomAsking, participant: Participant) -> Iterator[tuple[Item, Horizon]]:
    """What was put to a participant so far; in a survey everything that is asked of them."""
    is_survey, now_id = now.room.kind is RoomKind.SURVEY, _now_id(now)
    for item, horizon in asking.places(participant):
        if is_survey or item.id == now_id or item.id in now.revealed_items:
            yield item, horizon


def _others(
    now: RoomNow,
    asking: RoomAsking,
    put: tuple[tuple[Item, Horizon], ...],
    voted: Set[tuple[str, Horizon]],
) -> tuple[OpenQuestion, ...]:
    """Further questions that are open: all of a survey, of a workshop those revealed that were not answered."""
    is_survey, now_id = now.room.kind is RoomKind.SURVEY, _now_id(now)
    missing = _missing(put, voted)
    items = {item.id: item for item, _ in put if is_survey or item.id in missing}
    return tuple(
        OpenQuestion(
            item_id=item.id,
            name=item.name,
            process_id=item.process_id,
            process_name=asking.framework.process_by_id[item.process_id].name,
            is_answered=item.id not in missing,
            is_late=not is_survey,
        )
        for item in items.values()
        if item.id != now_id
    )


def _asked(
    reader: Reader,
    now: RoomNow,
    asking: RoomAsking,
    participant: Participant,
    item_id: str | None,
    others: tuple[OpenQuestion, ...],
) -> AskedNow | None:
    """The question that is shown: a named one, else the one of now; in a survey the first without an answer."""
    is_survey, now_id = now.room.kind is RoomKind.SURVEY, _now_id(now)
    first = next((one.item_id for one in others if not one.is_answered), None) if is_survey else now_id
    wanted = item_id or first
    horizons = () if wanted is None else asking.horizons(participant, wanted)
    is_open = wanted == now_id or any(one.item_id == wanted for one in others)
    if wanted is None or not horizons or not is_open:
        if item_id not in (None, now_id):
            raise NotAvailable(QUESTION)
        return None
    item, is_now = asking.framework.item_by_id[wanted], wanted == now_id
    votes = reader.rooms.votes_on((participant.id,), (wanted,))
    return AskedNow(
        item=item,
        process_name=asking.framework.process_by_id[item.process_id].name,
        horizons=horizons,
        round_number=_round(now, is_now=is_now),
        is_late=not is_survey and (not is_now or now.room.phase is Phase.REVEALED),
        votes=tuple(own_vote(one) for one in votes if one.horizon in horizons),
    )


def _now_id(now: RoomNow) -> str | None:
    """The question that the whole room has before it."""
    has_none = now.room.kind is RoomKind.SURVEY or now.room.phase is Phase.LOBBY
    return None if has_none else now.room.item_id


def _round(now: RoomNow, *, is_now: bool) -> int:
    """The round that an answer is for: that of the room, none in a survey, the first for a question of before."""
    if now.room.kind is RoomKind.SURVEY:
        return SURVEY_ROUND
    return now.room.round_number if is_now else 1


def _missing(put: tuple[tuple[Item, Horizon], ...], voted: Set[tuple[str, Horizon]]) -> Set[str]:
    """The items that lack an answer for one of their horizons."""
    return {item.id for item, horizon in put if (item.id, horizon) not in voted}
