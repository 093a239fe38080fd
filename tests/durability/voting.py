"""A room that votes on one question after the other, killed again and again: what was acknowledged and is not there.

Started as `python -m tests.durability.voting FOLDER KILL_COUNT [--sabotaged]`, prints the outcome as JSON. The server
is a process forked from this one, which has everything imported and nothing open: its people vote without a pause,
while whoever leads them asks and reveals. What each begins and what was acknowledged goes into a file, as `writer` does
it. A sabotaged build acknowledges what only waits to be stored.
"""

from __future__ import annotations

import dataclasses
import json
import os
import random
import signal
import sys
import threading
import time
from contextlib import closing, suppress
from pathlib import Path

from assessment.domain.answered.workshop import RoomKind
from assessment.domain.authored.framework import Depth, Horizon
from assessment.domain.workshop.place import Cast, VoteOutcome
from assessment.errors import AssessmentError
from assessment.services.authority import LOCAL_ACTOR
from assessment.services.identity import room_key
from assessment.services.plumbline import Plumbline, open_plumbline
from tests.durability.killing import integrity_of
from tests.durability.setting import new_assessment_in, settings_in

NAMES = ("Ann", None, "Ben", None, None, "Cleo")
SECONDS_TO_BEGIN = 20
ROUND_SECONDS = 0.1


@dataclasses.dataclass(frozen=True, kw_only=True)
class Meeting:
    """A room, whoever is in it by their tokens, and the questions it goes through."""

    assessment_id: str
    room_id: str
    tokens: tuple[str, ...]
    participant_ids: tuple[str, ...]
    item_ids: tuple[str, ...]


@dataclasses.dataclass(frozen=True, kw_only=True)
class VotingOutcome:
    """What a series of kills did: votes acknowledged, reveals, and what was found wrong afterwards."""

    acknowledged: int
    taken: int
    lost: list[str]
    faults: list[str]
    integrity: str


def begun(folder: Path) -> Meeting:
    """A new room with people in it."""
    assessment_id = new_assessment_in(folder, 1)
    with closing(open_plumbline(settings_in(folder))) as plumbline:
        room = plumbline.rooms.open_room(LOCAL_ACTOR, assessment_id, RoomKind.WORKSHOP)
        joined = [plumbline.door.join(room_key(room.id), name=name, role="practitioner") for name in NAMES]
        framework = plumbline.assessments.framework(LOCAL_ACTOR, assessment_id)
        scope = plumbline.assessments.load(LOCAL_ACTOR, assessment_id).scope
        items = [one for process_id in scope for one in framework.items(process_id, Depth.FULL, Horizon.AS_IS)]
        return Meeting(
            assessment_id=assessment_id,
            room_id=room.id,
            tokens=tuple(one.token for one in joined),
            participant_ids=tuple(one.participant_id for one in joined),
            item_ids=tuple(one.id for one in items),
        )


def serve(folder: Path, meeting: Meeting, told: Path, is_sabotaged: bool) -> None:
    """Vote and lead until killed."""
    lock = threading.Lock()
    with told.open("a", encoding="utf-8") as file, closing(open_plumbline(settings_in(folder))) as plumbline:

        def tell(*words: object) -> None:
            with lock:
                file.write(" ".join(map(str, words)) + "\n")
                file.flush()

        def vote(person: int) -> None:
            draw = random.Random()
            while True:
                with suppress(AssessmentError):  # revealed meanwhile, or nothing is asked
                    asked = plumbline.door.place(meeting.tokens[person]).asked
                    if asked is None:
                        continue
                    sequence, code = time.time_ns() // 1000, draw.randrange(6)
                    cast = Cast(
                        item_id=asked.item.id,
                        horizon="as-is",
                        round_number=asked.round_number,
                        choice=str(code),
                        sequence=sequence,
                    )
                    place = meeting.participant_ids[person], cast.item_id
                    tell("begun", *place, sequence, code)
                    sent = plumbline.door.voting(meeting.tokens[person], cast)
                    if is_sabotaged or sent.result().outcome in (VoteOutcome.KEPT, VoteOutcome.LATE):
                        tell("safe", *place, sequence, code)

        for person in range(len(meeting.tokens)):
            threading.Thread(target=vote, args=(person,), daemon=True).start()
        lead(plumbline, meeting)


def lead(plumbline: Plumbline, meeting: Meeting) -> None:
    """Ask, wait a little, reveal; from where the last one was killed."""
    number = random.randrange(len(meeting.item_ids))
    while True:
        number += 1
        item_id = meeting.item_ids[number % len(meeting.item_ids)]
        step = plumbline.rooms.rooms(LOCAL_ACTOR, meeting.assessment_id)[0].step
        with suppress(AssessmentError):  # asked as often as may be
            step = plumbline.voting.ask(LOCAL_ACTOR, meeting.assessment_id, meeting.room_id, item_id, step).step
            time.sleep(ROUND_SECONDS)
            plumbline.voting.reveal(LOCAL_ACTOR, meeting.assessment_id, meeting.room_id, step)
        time.sleep(ROUND_SECONDS / 10)


def run(folder: Path, kill_count: int, is_sabotaged: bool) -> VotingOutcome:
    """Kill the server again and again, and look at what it left at the end of each."""
    draw, meeting, told = random.Random(13), begun(folder), folder / "votes.told"
    lost: list[str] = []
    faults: list[str] = []
    taken = 0
    for number in range(kill_count):
        child = os.fork()
        if not child:
            try:
                serve(folder, meeting, told, is_sabotaged)
            finally:
                os._exit(1)
        _wait_for_news(told)
        time.sleep(draw.uniform(0.1, 0.6))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        taken = _look(folder, meeting, told, number, lost, faults)
    safe = sum(line.startswith("safe ") for line in told.read_text("utf-8").splitlines())
    return VotingOutcome(acknowledged=safe, taken=taken, lost=lost, faults=faults, integrity=integrity_of(folder))


def _wait_for_news(told: Path) -> None:
    before, end = told.stat().st_size if told.exists() else 0, time.monotonic() + SECONDS_TO_BEGIN
    while time.monotonic() < end and (not told.exists() or told.stat().st_size == before):
        time.sleep(0.005)


def _look(folder: Path, meeting: Meeting, told: Path, number: int, lost: list[str], faults: list[str]) -> int:
    """What was acknowledged and is neither there nor followed by what was begun later; and halves of a reveal."""
    newest: dict[tuple[str, str], int] = {}
    begun_since: dict[tuple[str, str], dict[int, str]] = {}
    for line in told.read_text("utf-8").splitlines(keepends=True):
        words = line.split()
        if len(words) != 5 or not line.endswith("\n"):
            continue
        place, sequence = (words[1], words[2]), int(words[3])
        begun_since.setdefault(place, {})[sequence] = words[4]
        if words[0] == "safe":
            newest[place] = max(sequence, newest.get(place, 0))
    with closing(open_plumbline(settings_in(folder))) as plumbline:
        with plumbline._store.reading() as reader:
            votes = {(one.participant_id, one.item_id): one for one in reader.rooms.votes(meeting.room_id)}
            people = {one.id: one.respondent_id for one in reader.rooms.participants(meeting.room_id)}
        ratings = plumbline.assessments.load(LOCAL_ACTOR, meeting.assessment_id).ratings
    rated = {(one.respondent_id, one.item_id): one.answer.code for one in ratings}
    for place, sequence in newest.items():
        kept = votes.get(place)
        if kept is None or kept.sequence < sequence or begun_since[place].get(kept.sequence) != str(kept.answer.code):
            lost.append(f"kill {number}: {place} must be {sequence} or later, found {kept}")
    for (participant_id, item_id), vote in votes.items():
        if vote.is_taken and rated.get((people[participant_id], item_id)) != vote.answer.code:
            faults.append(f"kill {number}: {participant_id} {item_id} was taken in and is not in the assessment")
    return sum(one.is_taken for one in votes.values())


if __name__ == "__main__":
    outcome = run(Path(sys.argv[1]), int(sys.argv[2]), "--sabotaged" in sys.argv)
    sys.stdout.write(json.dumps(dataclasses.asdict(outcome)))
