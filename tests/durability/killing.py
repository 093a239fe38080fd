"""Starts a server that streams answers, kills it at a random moment, and looks for what was acknowledged."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import threading
from dataclasses import dataclass
from pathlib import Path

from assessment.services.authority import LOCAL_ACTOR
from assessment.services.plumbline import open_plumbline
from assessment.store import sqlite
from tests.durability.setting import new_assessment_in, settings_in

ROOT = Path(__file__).resolve().parents[2]
RESPONDENT_COUNT = 4
Key = tuple[str, str]
Told = tuple[str, Key, int]  # begun or safe, who and what, code


@dataclass(frozen=True, slots=True, kw_only=True)
class KillOutcome:
    """What a series of kills did: answers acknowledged, and those not found afterwards."""

    kill_count: int
    acknowledged_count: int
    lost: tuple[str, ...]
    integrity: str


def kill_repeatedly(folder: Path, kill_count: int, *, is_sabotaged: bool = False, seed: int = 7) -> KillOutcome:
    """Kill a server `kill_count` times on one database; each time the next start opens what the last left behind."""
    draw = random.Random(seed)
    assessment_id = new_assessment_in(folder, RESPONDENT_COUNT)
    acknowledged_count = 0
    lost: list[str] = []
    for round_number in range(kill_count):
        told = _answer_until_killed(folder, assessment_id, round_number, draw.uniform(0.05, 0.6), is_sabotaged)
        acknowledged_count += sum(word == "safe" for word, *_ in told)
        stored = stored_in(folder, assessment_id)
        for key, allowed in allowed_by(told).items():
            if stored.get(key) not in allowed:
                lost.append(f"round {round_number}: {key} must be {allowed}, found {stored.get(key)}")
    return KillOutcome(
        kill_count=kill_count,
        acknowledged_count=acknowledged_count,
        lost=tuple(lost),
        integrity=integrity_of(folder),
    )


def _answer_until_killed(
    folder: Path, assessment_id: str, round_number: int, seconds: float, is_sabotaged: bool
) -> list[Told]:
    command = [sys.executable, "-m", "tests.durability.writer", str(folder), assessment_id, str(round_number)]
    command += ["--sabotaged"] if is_sabotaged else []
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)
    assert server.stdout is not None
    assert server.stdout.readline().strip() == "ready"
    killer = threading.Timer(seconds, server.send_signal, (signal.SIGKILL,))
    killer.start()
    told: list[Told] = []
    for line in server.stdout:
        parts = line.split()
        if len(parts) == 4 and line.endswith("\n"):  # a line cut off by the kill acknowledged nothing
            told.append((parts[0], (parts[1], parts[2]), int(parts[3])))
    killer.join()
    server.wait()
    server.stdout.close()
    return told


def allowed_by(told: list[Told]) -> dict[Key, set[int]]:
    """For each item with an acknowledged answer: that answer, or a later one that was begun when the kill fell."""
    allowed: dict[Key, set[int]] = {}
    for word, key, code in told:
        if word == "safe":
            allowed[key] = {code}
        elif key in allowed:
            allowed[key].add(code)
    return allowed


def stored_in(folder: Path, assessment_id: str) -> dict[Key, int]:
    """The codes that are stored, by respondent and item."""
    plumbline = open_plumbline(settings_in(folder))
    try:
        ratings = plumbline.assessments.load(LOCAL_ACTOR, assessment_id).ratings
    finally:
        plumbline.close()
    return {(rating.respondent_id, rating.item_id): rating.answer.code or 0 for rating in ratings}


def integrity_of(folder: Path) -> str:
    """What SQLite says of the file."""
    with sqlite.MODULE.connect(folder / "plumbline.db") as connection:
        return str(connection.execute("PRAGMA integrity_check").fetchone()[0])
