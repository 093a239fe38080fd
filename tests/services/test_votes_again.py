"""Each vote sent one to five times, in any order and at once: what is kept is what the last of each phone said."""

from __future__ import annotations

import os
import random
from concurrent.futures import wait
from dataclasses import dataclass, replace

import pytest

from assessment.domain.authored.framework import Depth
from assessment.domain.workshop.place import Cast, VoteOutcome
from assessment.domain.workshop.room import Phase
from assessment.services.plumbline import Plumbline
from assessment.store import RoomVote
from tests.services.conftest import begun
from tests.services.rooms import asked, cast, changed, joined, opened_room, votes, writing

SERIES = int(os.environ.get("PLUMBLINE_VOTES_AGAIN", "30"))
FIRST = "planning.delivery"
PEOPLE = 4


@dataclass(frozen=True, kw_only=True)
class Sent:
    person: int
    vote: Cast


def drawn(draw: random.Random) -> list[Sent]:
    """What phones send: each vote up to five times, shuffled."""
    once = [
        Sent(person=person, vote=cast(FIRST, str(draw.randrange(6)), sequence, comment=f"{person} {sequence}"))
        for person in range(PEOPLE)
        for sequence in draw.sample(range(1, 100), draw.randrange(1, 6))
    ]
    often = [one for one in once for _ in range(draw.randrange(1, 6))]
    draw.shuffle(often)
    return often


@pytest.mark.soak
@pytest.mark.timeout(1800)
def test_votes_that_come_again_and_in_any_order_leave_the_same_state(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline, depth=Depth.QUICK)
    draw = random.Random(5)
    for number in range(SERIES):
        room = opened_room(plumbline, assessment_id, code=f"SERIES{number:02}"[:8])
        people = [joined(plumbline, room) for _ in range(PEOPLE)]
        now = asked(plumbline, room, FIRST)
        sent = drawn(draw)
        told = [plumbline.door.voting(people[one.person].token, one.vote) for one in sent]
        assert not wait(told, 30).not_done
        newest = {
            person: max((one.vote for one in sent if one.person == person), key=_sequence) for person in range(PEOPLE)
        }
        kept = {one.participant_id: (one.answer.code, one.comment, one.sequence) for one in votes(plumbline, room)}
        assert kept == {
            people[person].participant_id: (int(vote.choice), vote.comment, vote.sequence)
            for person, vote in newest.items()
        }
        for one, future in zip(sent, told, strict=True):
            assert future.result().outcome in (VoteOutcome.KEPT, VoteOutcome.KNOWN)
            assert future.result().vote.sequence >= one.vote.sequence
        changed(plumbline, now, phase=Phase.LOBBY, is_open=False)


def test_of_two_processes_that_keep_one_place_at_once_the_newer_vote_stands(plumbline: Plumbline) -> None:
    room = opened_room(plumbline, begun(plumbline, depth=Depth.QUICK))
    one = joined(plumbline, room)
    asked(plumbline, room, FIRST)
    plumbline.door.vote(one.token, cast(FIRST, "4", 9))
    older = replace(votes(plumbline, room)[0], sequence=8, comment="older")
    with writing(plumbline) as writer:  # as if it had been looked at before the newer one was there
        writer.room_writer.put_votes((RoomVote(room_id=room.id, vote=older),))
    assert [(kept.sequence, kept.comment) for kept in votes(plumbline, room)] == [(9, None)]


def _sequence(vote: Cast) -> int:
    return vote.sequence
