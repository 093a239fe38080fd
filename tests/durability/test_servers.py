"""Several processes on one PostgreSQL: one truth. What one acknowledged the other has, and nobody is refused."""

from __future__ import annotations

import os
import random
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from assessment.domain.answered.assessment import Rating
from assessment.domain.answered.entries import Answer, AnswerKind
from assessment.domain.authored.framework import Horizon
from assessment.errors import AssessmentError
from assessment.services.authority import LOCAL_ACTOR
from assessment.services.plumbline import Plumbline, open_plumbline
from benchmarks.writers import code_of, items_of, write_at_once
from tests.durability.killing import ROOT, Told, allowed_by
from tests.durability.setting import new_assessment_in, settings_in
from tests.store.cluster import Cluster
from tests.store.databases import cluster, migrated_database

__all__ = ["cluster", "migrated_database"]
RACES = int(os.environ.get("PLUMBLINE_SERVER_RACES", "30"))
SAVES = int(os.environ.get("PLUMBLINE_SERVER_SAVES", "10"))
KILLS = int(os.environ.get("PLUMBLINE_SERVER_KILLS", "2"))
PEOPLE = int(os.environ.get("PLUMBLINE_SERVER_PEOPLE", "30"))
RECOVERED_SECONDS = 10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A database of PostgreSQL with an assessment that people r1, r2, ... answer."""

    url: str
    folder: Path
    assessment_id: str

    def opened(self) -> Plumbline:
        """A Plumbline on it."""
        return open_plumbline(settings_in(self.folder, self.url))

    def started(self, module: str, *arguments: str, people: str = "r1") -> subprocess.Popen[str]:
        """A process on it; it is ready when this returns."""
        process = subprocess.Popen(
            [sys.executable, "-m", module, str(self.folder), self.assessment_id, *arguments],
            cwd=ROOT,
            env={**os.environ, "PLUMBLINE_DATABASE_URL": self.url, "PLUMBLINE_PEOPLE": people},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        return process


def new_place(cluster: Cluster, migrated: str, folder: Path) -> Place:
    url = cluster.new_database(migrated)
    return Place(url=url, folder=folder, assessment_id=new_assessment_in(folder, PEOPLE, database_url=url))


@pytest.fixture
def place(cluster: Cluster, migrated_database: str, tmp_path: Path) -> Place:
    return new_place(cluster, migrated_database, tmp_path)


@pytest.fixture(scope="module")
def racers(
    cluster: Cluster, migrated_database: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[subprocess.Popen[str], ...]]:
    """Two processes that do what they are told."""
    own = new_place(cluster, migrated_database, tmp_path_factory.mktemp("racers"))
    processes = tuple(own.started("tests.durability.racer") for _ in range(2))
    yield processes
    for process in processes:
        process.communicate()


def tell(process: subprocess.Popen[str], line: str) -> None:
    assert process.stdin is not None
    process.stdin.write(f"{line}\n")
    process.stdin.flush()


def heard(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def ask(process: subprocess.Popen[str], line: str) -> str:
    tell(process, line)
    return heard(process)


@pytest.mark.soak
@pytest.mark.timeout(1800)
def test_of_two_who_save_one_text_through_two_processes_one_wins_and_the_other_is_shown_both(
    racers: tuple[subprocess.Popen[str], ...],
) -> None:
    version = int(ask(racers[0], "read").split()[1])
    for number in range(RACES):
        texts = [f"first-{number}", f"second-{number}"]
        for process, text in zip(racers, texts, strict=True):
            tell(process, f"save {text} {version}")
        told = [heard(process) for process in racers]
        winner = next(place for place, line in enumerate(told) if line.startswith("saved "))
        assert told[1 - winner] == f"conflict {texts[winner]} {texts[1 - winner]}", told
        version = int(told[winner].split()[1])
        assert {ask(process, "read") for process in racers} == {f"{texts[winner]} {version}"}


def test_a_change_made_in_one_process_is_seen_in_the_other_at_its_next_look(
    racers: tuple[subprocess.Popen[str], ...],
) -> None:
    version = int(ask(racers[0], "read").split()[1])
    for number in range(10):
        writing, looking = racers[number % 2], racers[1 - number % 2]
        version = int(ask(writing, f"save text-{number} {version}").split()[1])
        assert ask(looking, "read") == f"text-{number} {version}"


@pytest.mark.soak
@pytest.mark.timeout(1800)
def test_a_crowd_that_answers_through_two_processes_is_not_refused_and_leaves_exactly_its_answers(place: Place) -> None:
    waited = write_at_once(place.url, place.folder, place.assessment_id, PEOPLE, SAVES, 2)
    print(waited.told())
    assert waited.refusals == ()
    assert len(waited.durations_ms) == PEOPLE * SAVES
    assert waited.share(100) < 10 * max(waited.share(50), 100)  # nobody is passed over again and again
    plumbline = place.opened()
    items = items_of(plumbline, place.assessment_id)
    expected = {
        (f"r{person}", items[number % len(items)]): code_of(f"r{person}", number)
        for person in range(1, PEOPLE + 1)
        for number in range(SAVES)
    }
    ratings = plumbline.assessments.load(LOCAL_ACTOR, place.assessment_id).ratings
    assert {(one.respondent_id, one.item_id): one.answer.code for one in ratings} == expected
    assert len(ratings) == len(expected)
    assert plumbline.assessments.verify_journal(LOCAL_ACTOR, place.assessment_id) is None
    plumbline.close()


@dataclass(slots=True)
class Writing:
    """A process in the name of some people that is killed and started again, and all that it ever told."""

    place: Place
    people: str
    told: list[Told] = field(default_factory=list)
    process: subprocess.Popen[str] | None = None
    hearing: threading.Thread | None = None

    def start(self, round_number: int) -> None:
        """Start it; what it says is heard from now on."""
        self.process = self.place.started("tests.durability.writer", str(round_number), people=self.people)
        self.hearing = threading.Thread(target=self._hear, args=(self.process,))
        self.hearing.start()

    def kill(self) -> None:
        """kill -9."""
        assert self.process is not None
        assert self.hearing is not None
        self.process.send_signal(signal.SIGKILL)
        self.hearing.join()
        self.process.communicate()

    def _hear(self, process: subprocess.Popen[str]) -> None:
        assert process.stdout is not None
        for line in process.stdout:
            parts = line.split()
            if len(parts) == 4 and line.endswith("\n"):
                self.told.append((parts[0], (parts[1], parts[2]), int(parts[3])))


@pytest.mark.soak
@pytest.mark.timeout(1800)
def test_whichever_process_is_killed_nothing_that_either_acknowledged_is_lost(place: Place) -> None:
    draw = random.Random(11)
    servers = [Writing(place=place, people=people) for people in ("r1 r2", "r3 r4")]
    for server in servers:
        server.start(0)
    for number in range(KILLS):
        time.sleep(draw.uniform(0.05, 0.6))
        servers[number % 2].kill()
        servers[number % 2].start(number + 1)
    for server in servers:
        server.kill()
    plumbline = place.opened()
    ratings = plumbline.assessments.load(LOCAL_ACTOR, place.assessment_id).ratings
    stored = {(one.respondent_id, one.item_id): one.answer.code for one in ratings}
    for server in servers:
        assert sum(word == "safe" for word, *_ in server.told) > 5 * KILLS
        lost = {key: codes for key, codes in allowed_by(server.told).items() if stored.get(key) not in codes}
        assert lost == {}
    assert plumbline.assessments.verify_journal(LOCAL_ACTOR, place.assessment_id) is None
    plumbline.close()


def test_after_the_database_was_restarted_everybody_writes_again_and_nothing_is_lost(
    cluster: Cluster, place: Place
) -> None:
    servers = [place.opened(), place.opened()]
    items = items_of(servers[0], place.assessment_id)
    safe: dict[str, int] = {}
    safe_at: dict[str, float] = {}
    refused: list[str] = []
    is_over = threading.Event()

    def answer(server: Plumbline, person: str) -> None:
        number = 0
        while not is_over.is_set():
            number += 1
            answer = Answer(kind=AnswerKind.RATED, code=number % 6)
            rating = Rating(respondent_id=person, item_id=items[0], horizon=Horizon.AS_IS, answer=answer)
            try:
                server.answering.save(LOCAL_ACTOR, place.assessment_id, rating)
                safe[person], safe_at[person] = number % 6, time.monotonic()
            except AssessmentError as error:
                refused.append(str(error))
                number -= 1  # said again, as a person would
                time.sleep(0.1)

    threads = [threading.Thread(target=answer, args=(servers[n % 2], f"r{n + 1}")) for n in range(8)]
    for thread in threads:
        thread.start()
    time.sleep(1)
    cluster.stop()
    cluster.start()
    back_at = time.monotonic()
    while len(safe_at) < len(threads) or min(safe_at.values()) < back_at:
        assert time.monotonic() - back_at < RECOVERED_SECONDS, (safe_at, refused[-3:])
        time.sleep(0.05)
    is_over.set()
    for thread in threads:
        thread.join()
    stored = {
        one.respondent_id: one.answer.code
        for one in servers[0].assessments.load(LOCAL_ACTOR, place.assessment_id).ratings
    }
    assert stored == safe
    assert all(re.match("The database cannot be used: ", one) for one in refused)
    assert servers[1].assessments.verify_journal(LOCAL_ACTOR, place.assessment_id) is None
    for server in servers:
        server.close()
