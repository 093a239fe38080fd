"""A room full of phones against a running app: how soon votes are acknowledged, and whether each is one row.

`python -m benchmarks.rooms [KIND] [PHONES] [ITEMS] [PROCESSES]`, KIND being `workshop` or `survey`; with two processes
on a PostgreSQL of its own, else on SQLite. The phones are a process of their own (`benchmarks.phones`), and so is
whoever leads them: here, on the same database as the app, asking the state of the room as the page Workshop does.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from assessment.domain.answered.workshop import RoomKind
from assessment.domain.authored.framework import Depth, Horizon
from assessment.domain.workshop.room import Room, Vote
from assessment.errors import StoreUnavailable
from assessment.services.assessments import NewAssessment
from assessment.services.authority import LOCAL_ACTOR
from assessment.services.identity import room_key
from assessment.services.plumbline import Plumbline, open_plumbline
from assessment.settings import read_settings
from benchmarks.measuring import ROOT, percentile
from benchmarks.phones import Load
from benchmarks.serving import free_port, start_server

SECONDS_TO_ANSWER = 15.0
SECONDS_TO_LOOK = 0.5
STATE_EVERY = 0.25
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is measured: `item_count` questions, in a survey the first ones of everybody."""

    kind: RoomKind
    phone_count: int
    item_count: int
    think_seconds: float = 2.0
    process_count: int = 1
    database_url: str = ""
    join_seconds: float = 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What came of it. `wrong` says in words which acknowledged votes are not one row each; `reveal_ms` from asking for
    the reveal until the wall shows it; `cpu_ms` is what all app processes used, for each acknowledged vote."""

    vote_count: int
    wrong: tuple[str, ...]
    refused: tuple[str, ...]
    vote_ms: tuple[float, ...]
    reveal_ms: tuple[float, ...]
    place_ms: tuple[float, ...]
    beat_ms: tuple[float, ...]
    joined_ms: tuple[float, ...]
    all_in_seconds: float
    cpu_ms: float
    lag_ms: tuple[float, ...]
    seconds: float

    def told(self) -> str:
        """All of it in a few lines."""
        parts = [
            f"{self.vote_count} votes in {self.seconds:.0f} s, {len(self.wrong)} wrong, {len(self.refused)} refused"
        ]
        parts += [
            f"{name} p50 {percentile(values, 50):.0f} p95 {percentile(values, 95):.0f} max {max(values):.0f} ms"
            for name, values in (
                ("acknowledged", self.vote_ms),
                ("reveal on the wall", self.reveal_ms),
                ("new question on a phone", self.place_ms),
                ("asked for news", self.beat_ms),
                ("joined", self.joined_ms),
                ("late by the client itself", self.lag_ms),
            )
            if values
        ]
        parts.append(f"all in after {self.all_in_seconds:.1f} s; app processes {self.cpu_ms:.1f} ms of CPU a vote")
        return "\n".join((*parts, *self.wrong[:5], *sorted(set(self.refused))[:5]))


def measure_room(folder: Path, wanted: Wanted) -> Measured:
    """Open a room, let phones in, lead them through the questions, close it, and count the rows."""
    environment = {"PLUMBLINE_DATABASE_URL": wanted.database_url} if wanted.database_url else {}
    settings = read_settings({"PLUMBLINE_DATA": str(folder), **environment})
    with closing(open_plumbline(settings)) as plumbline:
        assessment_id = _new_assessment(plumbline)
        room = plumbline.rooms.open_room(LOCAL_ACTOR, assessment_id, wanted.kind)
    with _served(folder, wanted, environment) as servers, closing(open_plumbline(settings)) as plumbline:
        ports, processes = [port for port, _ in servers], [process for _, process in servers]
        is_survey = wanted.kind is RoomKind.SURVEY
        load = Load(
            addresses=[f"http://127.0.0.1:{port}" for port in ports],
            key=room_key(room.id),
            phone_count=wanted.phone_count,
            think_seconds=wanted.think_seconds,
            is_survey=is_survey,
            answer_count=wanted.item_count if is_survey else 0,
            join_seconds=wanted.join_seconds,
            projector="" if is_survey else room.id,
        )
        command = [sys.executable, "-m", "benchmarks.phones"]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT) as phones:
            assert phones.stdin is not None
            assert phones.stdout is not None
            phones.stdin.write(json.dumps(asdict(load)) + "\n")
            phones.stdin.flush()
            assert phones.stdout.readline() == "in\n"
            before, start = sum(map(_cpu_seconds, processes)), time.monotonic()
            revealed_at = [] if is_survey else _lead(plumbline, room, wanted)
            if not is_survey:
                plumbline.rooms.close_room(LOCAL_ACTOR, assessment_id, room.id)
            came: dict[str, Any] = json.loads(phones.stdout.read())
        seconds, used = time.monotonic() - start, sum(map(_cpu_seconds, processes)) - before
        with plumbline._store.reading() as reader:
            votes = reader.rooms.votes(room.id)
    return _measured(came, votes, revealed_at, seconds, used)


def _measured(
    came: dict[str, Any], votes: Sequence[Vote], revealed_at: Sequence[float], seconds: float, used: float
) -> Measured:
    acknowledged: dict[str, int] = came["acknowledged"]
    kept = sorted(one.sequence for one in votes)
    wrong = [] if len(votes) == len(acknowledged) else [f"{len(votes)} rows for {len(acknowledged)} votes"]
    if kept != sorted(acknowledged.values()):
        wrong.append("another vote than the newest that was acknowledged is kept")
    shown = [at for at, stage in came["shown"] if stage == "revealed"]
    delays = [min((at - asked for at in shown if at >= asked), default=60.0) * 1000 for asked in revealed_at]
    return Measured(
        vote_count=len(acknowledged),
        wrong=tuple(wrong),
        refused=tuple(came["refused"]),
        vote_ms=tuple(came["vote_ms"]),
        reveal_ms=tuple(delays),
        place_ms=tuple(came["place_ms"]),
        beat_ms=tuple(came["beat_ms"]),
        joined_ms=tuple(came["joined_ms"]),
        all_in_seconds=came["all_in_seconds"],
        cpu_ms=used * 1000 / max(1, len(acknowledged)),
        lag_ms=tuple(came["lag_ms"]),
        seconds=seconds,
    )


def _lead(plumbline: Plumbline, room: Room, wanted: Wanted) -> list[float]:
    """Ask, wait until everybody has answered, reveal, look at it; when each reveal was asked for."""
    assessment_id, step, revealed_at = room.assessment_id, room.step, []
    for item_id in _items(plumbline, assessment_id)[: wanted.item_count]:
        step = plumbline.voting.ask(LOCAL_ACTOR, assessment_id, room.id, item_id, step).step
        end = time.monotonic() + SECONDS_TO_ANSWER
        while time.monotonic() < end:
            time.sleep(STATE_EVERY)
            with suppress(StoreUnavailable):
                state = plumbline.voting.state(LOCAL_ACTOR, assessment_id, room.id)
                if state.in_count >= state.expected_count:
                    break
        time.sleep(wanted.think_seconds / 4)  # some change their mind
        revealed_at.append(time.time())
        step = plumbline.voting.reveal(LOCAL_ACTOR, assessment_id, room.id, step).room.step
        time.sleep(SECONDS_TO_LOOK)
    return revealed_at


@contextmanager
def _served(
    folder: Path, wanted: Wanted, environment: dict[str, str]
) -> Iterator[list[tuple[int, subprocess.Popen[bytes]]]]:
    """The app, as often as wanted, each at a port of its own."""
    with ExitStack() as stack:
        servers = []
        for _ in range(wanted.process_count):
            port = free_port()
            server = start_server(folder, port, environment)
            stack.callback(_stop, server)
            servers.append((port, server))
        yield servers


def _stop(server: subprocess.Popen[bytes]) -> None:
    server.terminate()
    server.wait(timeout=30)


def _cpu_seconds(server: subprocess.Popen[bytes]) -> float:
    """What a process used so far, for itself and in the kernel."""
    fields = Path(f"/proc/{server.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def _new_assessment(plumbline: Plumbline) -> str:
    new = NewAssessment(
        name="Workshop",
        organisation="Invented Ltd",
        assessed_on=date(2026, 1, 15),
        framework_id="itsm-reference",
        depth=Depth.FULL,
    )
    return plumbline.assessments.create(LOCAL_ACTOR, new)


def _items(plumbline: Plumbline, assessment_id: str) -> list[str]:
    assessment = plumbline.assessments.load(LOCAL_ACTOR, assessment_id)
    framework = plumbline.assessments.framework(LOCAL_ACTOR, assessment_id)
    return [
        item.id
        for process_id in assessment.scope
        for item in framework.items(process_id, assessment.header.depth, Horizon.AS_IS)
    ]


def measure_fresh(wanted: Wanted) -> Measured:
    """On a database of its own: SQLite, or with several processes a PostgreSQL that is started for it."""
    from tests.store.cluster import running_cluster, server_folder

    with tempfile.TemporaryDirectory() as folder:
        if wanted.process_count == 1:
            return measure_room(Path(folder), wanted)
        programs = server_folder()
        if programs is None:
            raise RuntimeError("no PostgreSQL is installed here that may be started")
        with running_cluster(programs) as cluster:
            return measure_room(Path(folder), replace(wanted, database_url=cluster.new_database()))


def main(kind: str = "workshop", phone_count: int = 50, item_count: int = 20, process_count: int = 1) -> None:
    """Measure and print what came of it."""
    wanted = Wanted(kind=RoomKind(kind), phone_count=phone_count, item_count=item_count, process_count=process_count)
    print(f"{kind}, {phone_count} phones, {item_count} questions, {process_count} processes:")
    print(measure_fresh(wanted).told())


if __name__ == "__main__":
    main(sys.argv[1] if sys.argv[1:] else "workshop", *(int(one) for one in sys.argv[2:]))
