"""`make soak`: the tests that are reduced in `make test`, at full counts; what came of each goes to soak.md."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from dataclasses import dataclass

from benchmarks.measuring import ROOT, machine

OUTPUT = ROOT / "benchmarks" / "soak.md"


@dataclass(frozen=True, slots=True, kw_only=True)
class Soak:
    """One heavy test: what it shows, how it is started at full count, and the count."""

    what: str
    tests: tuple[str, ...]
    environment: dict[str, str]


SOAKS = (
    Soak(
        what="kill -9 the server while answers stream in: no acknowledged answer lost, database intact",
        tests=("tests/durability",),
        environment={"PLUMBLINE_KILLS": "200"},
    ),
    Soak(
        what="import(export(x)) == x, and damaged uploads refused with nothing changed",
        tests=("tests/services/test_exchange.py", "tests/store/test_round_trip.py"),
        environment={"PLUMBLINE_SOAK": "2000", "PLUMBLINE_FUZZ": "20000"},
    ),
    Soak(
        what="two facilitators save one value: one winner, one shown conflict, nothing lost in silence",
        tests=("tests/store/test_conflicts.py",),
        environment={"PLUMBLINE_RACES": "1000"},
    ),
    Soak(
        what="a crowd answers everything at once: every row there, none doubled",
        tests=("tests/services/test_crowd.py",),
        environment={"PLUMBLINE_CROWD": "50"},
    ),
    Soak(
        what="50 cells and 12 ways of leaving a note at 10 keys a second, near and 300 ms away: nothing typed is lost",
        tests=("tests/journeys/test_grids.py", "tests/journeys/test_typing.py"),
        environment={"PLUMBLINE_GRID_ROWS": "25", "PLUMBLINE_FAR": "1"},
    ),
    Soak(
        what="two tabs, and a click within 150 ms of choosing another person or process: nothing overwritten unseen",
        tests=("tests/journeys/test_two_tabs.py",),
        environment={"PLUMBLINE_FAR": "1"},
    ),
    Soak(
        what="from nothing to the PDF of a first assessment, without help",
        tests=("tests/journeys/test_from_nothing_to_the_report.py",),
        environment={"PLUMBLINE_FAR": "1"},
    ),
    Soak(
        what="every part of every page at 390, 1024 and 2560 px, light and dark: nothing cut, nothing found by axe",
        tests=("tests/journeys/test_every_screen.py",),
        environment={"PLUMBLINE_FAR": "1"},
    ),
)


def main() -> int:
    """Run each, write the table, and return 1 when any failed."""
    rows = []
    is_green = True
    for soak in SOAKS:
        start = time.monotonic()
        command = [sys.executable, "-m", "pytest", "-q", "--timeout", "7200", *soak.tests]
        done = subprocess.run(command, cwd=ROOT, env={**os.environ, **soak.environment}, capture_output=True, text=True)
        summary = done.stdout.strip().splitlines()[-1] if done.stdout.strip() else done.stderr.strip()[-200:]
        summary = re.sub(r"\s+in [\d.]+s.*", "", summary).strip("= ")
        is_green = is_green and done.returncode == 0
        counts = ", ".join(f"{name}={value}" for name, value in soak.environment.items())
        rows.append(f"| {soak.what} | {counts} | {summary} | {(time.monotonic() - start) / 60:.1f} min |")
        print(rows[-1], flush=True)
        if done.returncode:
            print(done.stdout[-4000:])
    header = [
        "# Soak",
        "",
        f"By `make soak` on {machine()}.",
        "",
        "| what | counts | outcome | time |",
        "|---|---|---|---|",
    ]
    OUTPUT.write_text("\n".join([*header, *rows]) + "\n")
    return 0 if is_green else 1


if __name__ == "__main__":
    sys.exit(main())
