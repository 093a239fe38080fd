"""App, command line and backup on one SQLite file at once, one of them killed again and again; what was lost.

Started as `python -m tests.durability.together FOLDER KILL_COUNT [--sabotaged]`, prints the outcome as JSON. Each part
is a process of its own, forked from this one, which has everything imported and nothing open. Each writes what it
begins and what was acknowledged into a file of its own, as `writer` does.
"""

from __future__ import annotations

import dataclasses
import json
import os
import random
import signal
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from assessment.domain.answered.assessment import Rating
from assessment.domain.answered.entries import Answer, AnswerKind
from assessment.domain.authored.framework import Depth, Horizon
from assessment.services.authority import LOCAL_ACTOR
from assessment.services.copies import restore_database
from assessment.services.plumbline import open_plumbline
from tests.durability.killing import Told, allowed_by, integrity_of, stored_in
from tests.durability.setting import new_assessment_in, settings_in
from tests.durability.writer import Teller, honest, main, sabotaged

KILLS_BETWEEN_LOOKS = 20
SECONDS_TO_BEGIN = 10
APP_PEOPLE = "r1 r2"
COMMAND_PERSON = "r3"


@dataclasses.dataclass(frozen=True, kw_only=True)
class TogetherOutcome:
    """What a series of kills did; `kills` of each part, what was lost, and what a check found at the looks between."""

    kills: dict[str, int]
    acknowledged: dict[str, int]
    copy_count: int
    lost: list[str]
    faults: list[str]
    integrity: str


def app(folder: Path, assessment_id: str, round_number: int, is_sabotaged: bool) -> None:
    """Two people answer without a pause."""
    os.environ["PLUMBLINE_PEOPLE"] = APP_PEOPLE
    main(folder, assessment_id, round_number, is_sabotaged)


def command(folder: Path, assessment_id: str, round_number: int, is_sabotaged: bool) -> None:
    """Commands one after the other: each opens the database, changes two answers and closes it."""
    teller = Teller()
    count = round_number
    while True:
        with closing(open_plumbline(settings_in(folder))) as plumbline:
            save = (sabotaged if is_sabotaged else honest)(plumbline, assessment_id, teller)
            framework = plumbline.assessments.framework(LOCAL_ACTOR, assessment_id)
            items = framework.items("incident-management", Depth.FULL, Horizon.AS_IS)
            for _ in range(2):
                count += 1
                answer = Answer(kind=AnswerKind.RATED, code=count % 6)
                item_id = items[count % len(items)].id
                save(Rating(respondent_id=COMMAND_PERSON, item_id=item_id, horizon=Horizon.AS_IS, answer=answer))


def backup(folder: Path, assessment_id: str, round_number: int, is_sabotaged: bool) -> None:
    """One copy after the other; the last whole one stays."""
    del assessment_id, is_sabotaged
    count = 0
    while True:
        count += 1
        target = folder / "copies" / f"copy-{round_number:05}-{count:05}.db"
        with closing(open_plumbline(settings_in(folder))) as plumbline:
            plumbline.copies.back_up(LOCAL_ACTOR, target)
        for older in sorted(target.parent.glob("*.db"))[:-1]:
            older.unlink()
        print(f"copied {target.name}", flush=True)


PARTS: dict[str, Callable[[Path, str, int, bool], None]] = {"app": app, "command": command, "backup": backup}


def start(part: str, folder: Path, assessment_id: str, round_number: int, is_sabotaged: bool) -> int:
    """Fork a part; its process id."""
    child = os.fork()
    if child:
        return child
    try:
        random.seed()
        sys.stdout = (folder / f"{part}.told").open("a", encoding="utf-8")
        sys.stderr = (folder / f"{part}.errors").open("a", encoding="utf-8")
        PARTS[part](folder, assessment_id, round_number, is_sabotaged)
    except BaseException as error:
        sys.stderr.write(f"{type(error).__name__}: {error}\n")
        sys.stderr.flush()
    finally:
        os._exit(1)


def wait_for_news(folder: Path, part: str) -> None:
    """Wait until a part has done something since, as long as that may take to begin with."""
    told = folder / f"{part}.told"
    before = told.stat().st_size if told.exists() else 0
    end = time.monotonic() + SECONDS_TO_BEGIN
    while time.monotonic() < end and (not told.exists() or told.stat().st_size == before):
        time.sleep(0.01)


def kill(child: int) -> None:
    """Kill -9; what had ended by itself is noticed by its file of errors."""
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def told_by(file: Path) -> list[Told]:
    """What a part began and what was acknowledged, in order; a line cut off acknowledged nothing."""
    lines = file.read_text("utf-8").splitlines(keepends=True) if file.exists() else []
    parts = [line.split() for line in lines if line.endswith("\n")]
    return [(one[0], (one[1], one[2]), int(one[3])) for one in parts if len(one) == 4]


def run(folder: Path, kill_count: int, is_sabotaged: bool) -> TogetherOutcome:
    """Kill one of the three again and again; every so often all of them, and look at what they left."""
    draw = random.Random(11)
    assessment_id = new_assessment_in(folder, 3)
    kills = dict.fromkeys(PARTS, 0)
    lost: list[str] = []
    faults: list[str] = []
    running: dict[str, int] = {}
    for number in range(kill_count):
        for part in PARTS:
            if part not in running:
                running[part] = start(part, folder, assessment_id, number, is_sabotaged)
        part = draw.choice(list(PARTS))
        wait_for_news(folder, part)
        time.sleep(draw.uniform(0.0, 0.3))
        kill(running.pop(part))
        kills[part] += 1
        if number % KILLS_BETWEEN_LOOKS == KILLS_BETWEEN_LOOKS - 1 or number == kill_count - 1:
            for child in running.values():
                kill(child)
            running.clear()
            lost += looked_at(folder, assessment_id, faults)
    faults += [f"{part}: {line}" for part in PARTS for line in errors_of(folder / f"{part}.errors")]
    return TogetherOutcome(
        kills=kills,
        acknowledged={part: sum(word == "safe" for word, *_ in told_by(folder / f"{part}.told")) for part in PARTS},
        copy_count=copies_told(folder),
        lost=lost,
        faults=faults,
        integrity=integrity_of(folder),
    )


def looked_at(folder: Path, assessment_id: str, faults: list[str]) -> list[str]:
    """What was acknowledged and is not there; what a check of the database and of the last copy finds is added."""
    stored = stored_in(folder, assessment_id)
    with closing(open_plumbline(settings_in(folder))) as plumbline:
        faults += [str(fault) for fault in plumbline.copies.check(LOCAL_ACTOR).faults]
    for copy in sorted((folder / "copies").glob("*.db"))[-1:]:
        place = folder / "restored" / copy.stem
        if place.exists():  # no newer one since
            continue
        faults += [str(fault) for fault in restore_database(settings_in(place), copy, as_it_is=True).faults]
    told = [one for part in ("app", "command") for one in told_by(folder / f"{part}.told")]
    return [
        f"{key} must be {allowed}, found {stored.get(key)}"
        for key, allowed in allowed_by(told).items()
        if stored.get(key) not in allowed
    ]


def errors_of(file: Path) -> list[str]:
    """What a part said before it ended by itself."""
    return file.read_text("utf-8").splitlines() if file.exists() else []


def copies_told(folder: Path) -> int:
    """How many copies were made whole."""
    file = folder / "backup.told"
    return file.read_text("utf-8").count("copied ") if file.exists() else 0


if __name__ == "__main__":
    outcome = run(Path(sys.argv[1]), int(sys.argv[2]), "--sabotaged" in sys.argv)
    sys.stdout.write(json.dumps(dataclasses.asdict(outcome)))
