"""Rooms on either database, led and voted in by two processes' worth of services at once."""

from __future__ import annotations

import random
import threading
from collections.abc import Callable
from functools import partial
from itertools import pairwise

from sqlalchemy import text

from assessment.domain.answered.assessment import Rating
from assessment.domain.answered.workshop import VoteRound
from assessment.domain.workshop.place import Cast
from assessment.errors import Conflict
from assessment.services.authority import LOCAL_ACTOR as ME
from assessment.services.plumbline import Plumbline
from tests.services.conftest import at_once
from tests.services.workshops import FIRST, SECOND, a_workshop, reading

PEOPLE = 14


def test_votes_that_meet_two_who_reveal_are_in_the_round_or_late(
    database_url: str, new_plumbline: Callable[[str], Plumbline]
) -> None:
    first = new_plumbline(database_url)
    second = first if database_url.startswith("sqlite") else new_plumbline(database_url)
    workshop = a_workshop(first)
    called = [f"Person {place}" for place in range(PEOPLE)]
    for one in called:
        workshop.join(one, name=one)
    workshop.ask(FIRST)
    outcomes: dict[str, str] = {}
    lock = threading.Lock()

    def cast(one: str, services: Plumbline) -> None:
        vote = Cast(item_id=FIRST, horizon="as-is", round_number=1, choice="3", sequence=1)
        told = services.door.vote(workshop.people[one].token, vote)
        with lock:
            outcomes[one] = told.outcome

    def reveal(services: Plumbline) -> None:
        services.voting.reveal(ME, workshop.assessment_id, workshop.room.id, workshop.room.step)

    votes = [partial(cast, one, (first, second)[place % 2]) for place, one in enumerate(called)]
    (wrong,) = at_once(*votes[:5], partial(reveal, first), partial(reveal, second), *votes[5:])
    assert isinstance(wrong, Conflict)  # one of the two who lead it came second
    with reading(first) as reader:
        (kept,) = reader.entries(workshop.assessment_id, VoteRound)
        answered = {one.entry.respondent_id for one in reader.entries(workshop.assessment_id, Rating)}
        stored = reader.rooms.votes(workshop.room.id)
    assert len(stored) == PEOPLE
    assert sorted(set(outcomes.values()) | {"kept", "late"}) == ["kept", "late"]
    assert kept.entry.answer_count == len(answered) == list(outcomes.values()).count("kept")
    workshop.room = second.voting.ask(ME, workshop.assessment_id, workshop.room.id, SECOND, workshop.room.step + 1)
    assert len(workshop.codes(FIRST)) == PEOPLE


def test_once_a_room_is_closed_its_rows_lie_in_the_order_of_random_ids(
    database_url: str, new_plumbline: Callable[[str], Plumbline]
) -> None:
    plumbline = new_plumbline(database_url)
    workshop = a_workshop(plumbline)
    called = [f"anonymous-{place}" for place in range(PEOPLE)]
    for one in called:
        workshop.join(one)
    workshop.ask(FIRST)
    random.Random(1).shuffle(called)
    for one in called:
        workshop.vote(one, FIRST, "3")
        workshop.vote(one, FIRST, "2")
    workshop.reveal()
    before = plumbline.answering.votes(ME, workshop.assessment_id, FIRST)
    plumbline.rooms.close_room(ME, workshop.assessment_id, workshop.room.id)
    if plumbline._store._file is None:  # SQLite has these rows by their keys
        with reading(plumbline) as reader:
            ask = reader._connection.execute
            for table, key in {"participant": "id", "vote": "participant_id", "place_token": "token_hash"}.items():
                rows = ask(text(f"select {key}, cast(xmin as text) from {table} order by ctid")).all()
                lying = [row[0] for row in rows]
                # ascending, but for one place where room that became free meanwhile was filled first
                assert sum(one > other for one, other in pairwise(lying)) <= 1, table
                assert len({row[1] for row in rows}) == 1, table  # none tells who came or voted with whom
    assert plumbline.answering.votes(ME, workshop.assessment_id, FIRST) == before
    workshop.room = plumbline.rooms.reopen_room(ME, workshop.assessment_id, workshop.room.id)
    workshop.ask(SECOND)
    assert workshop.vote(called[0], SECOND, "1") == "kept"  # each phone is known again
