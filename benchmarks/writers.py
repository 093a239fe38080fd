"""Many people writing into one assessment on PostgreSQL at once, through several processes: how long each save takes.

`python -m benchmarks.writers [PEOPLE] [SAVES] [PROCESSES]` starts a PostgreSQL of its own, lets the people answer, and
prints the line that results.md and soak.md are made of. Every save is followed by reading the question again, as a
click does.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from assessment.domain.answered.assessment import Rating
from assessment.domain.answered.entries import Answer, AnswerKind
from assessment.domain.authored.framework import Horizon
from assessment.errors import AssessmentError
from assessment.services.authority import LOCAL_ACTOR
from assessment.services.plumbline import Plumbline, open_plumbline
from assessment.settings import read_settings
from benchmarks.measuring import ROOT


@dataclass(frozen=True, slots=True, kw_only=True)
class Waited:
    """How long the saves of a crowd took, in milliseconds, and the saves that were refused, in words."""

    durations_ms: tuple[float, ...]
    refusals: tuple[str, ...]
    seconds: float

    def share(self, percent: int) -> float:
        """The milliseconds that so many percent of the saves took at most."""
        return sorted(self.durations_ms)[max(0, len(self.durations_ms) * percent // 100 - 1)]

    def told(self) -> str:
        """All of it in a line."""
        return (
            f"{len(self.durations_ms)} saves, {len(self.refusals)} refused, p50 {self.share(50):.0f} ms, "
            f"p95 {self.share(95):.0f} ms, max {self.share(100):.0f} ms, {self.seconds:.0f} s in all"
        )


def write_at_once(url: str, folder: Path, assessment_id: str, people: int, saves: int, processes: int) -> Waited:
    """Let `people` r1, r2, ... save `saves` answers each, spread over processes that begin at the same time."""
    names = [f"r{number}" for number in range(1, people + 1)]
    program = [sys.executable, "-m", "benchmarks.writers", "--write", url, str(folder), assessment_id, str(saves)]
    servers = [
        subprocess.Popen(
            [*program, *names[place::processes]], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
        )
        for place in range(processes)
    ]
    for server in servers:
        assert server.stdout is not None
        assert server.stdout.readline() == "ready\n"
    start = time.monotonic()
    for server in servers:
        assert server.stdin is not None
        server.stdin.write("go\n")
        server.stdin.flush()
    told = [json.loads(server.communicate()[0]) for server in servers]
    return Waited(
        durations_ms=tuple(one for part in told for one in part["durations_ms"]),
        refusals=tuple(one for part in told for one in part["refusals"]),
        seconds=time.monotonic() - start,
    )


def _write(url: str, folder: str, assessment_id: str, saves: int, people: Sequence[str]) -> None:
    """Be one of the processes: answer in the name of each of the people at once, and print how long it took."""
    plumbline = open_plumbline(read_settings({"PLUMBLINE_DATA": folder, "PLUMBLINE_DATABASE_URL": url}))
    items = items_of(plumbline, assessment_id)
    durations: list[float] = []
    refusals: list[str] = []

    def answer(person: str) -> None:
        for number in range(saves):
            item_id, code = items[number % len(items)], code_of(person, number)
            rating = Rating(
                respondent_id=person,
                item_id=item_id,
                horizon=Horizon.AS_IS,
                answer=Answer(kind=AnswerKind.RATED, code=code),
            )
            start = time.perf_counter()
            try:
                plumbline.answering.save(LOCAL_ACTOR, assessment_id, rating)
                plumbline.answering.question(LOCAL_ACTOR, assessment_id, person, item_id)
            except AssessmentError as error:
                refusals.append(str(error))
            durations.append((time.perf_counter() - start) * 1000)

    print("ready", flush=True)
    sys.stdin.readline()
    threads = [threading.Thread(target=answer, args=(person,)) for person in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(json.dumps({"durations_ms": durations, "refusals": refusals}), flush=True)
    plumbline.close()


def code_of(person: str, number: int) -> int:
    """What a person answers at the save of a number."""
    return (number + number // 6 + int(person[1:])) % 6


def items_of(plumbline: Plumbline, assessment_id: str) -> list[str]:
    """The items that are answered, in turn."""
    assessment = plumbline.assessments.load(LOCAL_ACTOR, assessment_id)
    framework = plumbline.assessments.framework(LOCAL_ACTOR, assessment_id)
    return [
        item.id
        for process_id in assessment.scope
        for item in framework.items(process_id, assessment.header.depth, Horizon.AS_IS)
    ]


def main(people: int = 60, saves: int = 300, processes: int = 1) -> None:
    """Measure on a server of its own and print what came of it."""
    from tests.durability.setting import new_assessment_in
    from tests.store.cluster import running_cluster, server_folder

    programs = server_folder()
    if programs is None:
        sys.exit("no PostgreSQL is installed here that may be started")
    with tempfile.TemporaryDirectory() as folder, running_cluster(programs) as cluster:
        url = cluster.new_database()
        assessment_id = new_assessment_in(Path(folder), people, database_url=url)
        waited = write_at_once(url, Path(folder), assessment_id, people, saves, processes)
        print(f"{people} people, {processes} processes: {waited.told()}", *sorted(set(waited.refusals)), sep="\n")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--write"]:
        _write(sys.argv[2], sys.argv[3], sys.argv[4], int(sys.argv[5]), sys.argv[6:])
    else:
        main(*(int(one) for one in sys.argv[1:]))
