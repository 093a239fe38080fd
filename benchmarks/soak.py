"""`make soak`: the tests that are reduced in `make test`, at full counts; what came of each goes to soak.md.

With paths of tests, `python -m benchmarks.soak tests/journeys`, only what is under them is run.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
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
        what="comparisons: 200 pairs made by known changes, the reasons are these; nobody's value told, by trying",
        tests=(
            "tests/domain/comparing/test_known_changes.py",
            "tests/domain/comparing/test_nobody_told.py",
            "tests/views/test_since_tells_nobody.py",
        ),
        environment={"PLUMBLINE_PAIRS": "200", "PLUMBLINE_ROOMS": "100"},
    ),
    Soak(
        what="portfolios of random units: medians, quartiles, who lends and common gaps reckoned a second time",
        tests=("tests/domain/portfolio/test_portfolio.py",),
        environment={"PLUMBLINE_PORTFOLIOS": "5000"},
    ),
    Soak(
        what="kill -9 the server while answers stream in: no acknowledged answer lost, database intact",
        tests=("tests/durability/test_kill.py",),
        environment={"PLUMBLINE_KILLS": "200"},
    ),
    Soak(
        what="kill -9 of app, command or backup that share one SQLite file: nothing lost, journal and rows agree",
        tests=("tests/durability/test_together.py",),
        environment={"PLUMBLINE_KILLS_TOGETHER": "200"},
    ),
    Soak(
        what="copies taken while people answer, restored elsewhere: equal to the database at one moment",
        tests=("tests/services/test_copies_under_load.py",),
        environment={"PLUMBLINE_COPIES": "40"},
    ),
    Soak(
        what="database files with 20 random bytes turned: refused in words or healthy, none raw",
        tests=("tests/services/test_damaged_files.py",),
        environment={"PLUMBLINE_DAMAGED": "40"},
    ),
    Soak(
        what="import(export(x)) == x, and damaged uploads refused with nothing changed",
        tests=("tests/services/test_exchange.py", "tests/store/test_round_trip.py"),
        environment={"PLUMBLINE_SOAK": "2000", "PLUMBLINE_FUZZ": "20000"},
    ),
    Soak(
        what="register and answer sheet, workbook and CSV: read back as written, damaged ones refused, nothing changed",
        tests=("tests/services/test_sheet_soak.py",),
        environment={"PLUMBLINE_SOAK": "2000", "PLUMBLINE_FUZZ": "20000"},
    ),
    Soak(
        what="findings on random organisations: each named pair, person and process is one, none missed",
        tests=("tests/domain/findings",),
        environment={"PLUMBLINE_ORGANISATIONS": "100"},
    ),
    Soak(
        what="two facilitators save one value: one winner, one shown conflict, nothing lost in silence",
        tests=("tests/store/test_conflicts.py",),
        environment={"PLUMBLINE_RACES": "1000"},
    ),
    Soak(
        what="passwords, one-time links and sign-in tokens guessed: nothing hit, and the honest one gets in meanwhile",
        tests=("tests/services/test_attempts.py",),
        environment={"PLUMBLINE_GUESSES": "10000"},
    ),
    Soak(
        what="a crowd answers everything at once: every row there, none doubled",
        tests=("tests/services/test_crowd.py",),
        environment={"PLUMBLINE_CROWD": "50"},
    ),
    Soak(
        what="two processes on PostgreSQL: races, 60 people at once, either killed 50 times: none refused, none lost",
        tests=("tests/durability/test_servers.py",),
        environment={
            "PLUMBLINE_SERVER_RACES": "1000",
            "PLUMBLINE_SERVER_PEOPLE": "60",
            "PLUMBLINE_SERVER_SAVES": "300",
            "PLUMBLINE_SERVER_KILLS": "50",
        },
    ),
    Soak(
        what="kill -9 while a room votes and is revealed: no acknowledged vote lost, no reveal half taken in",
        tests=("tests/durability/test_voting.py",),
        environment={"PLUMBLINE_VOTING_KILLS": "200"},
    ),
    Soak(
        what="two facilitators agree on one value, 1,000 races; 400 votes meet a reveal: one wins, none lost",
        tests=("tests/services/test_voting.py",),
        environment={"PLUMBLINE_FAR": "1"},
    ),
    Soak(
        what="50 phones over HTTP, 340 questions, on SQLite and two processes on PostgreSQL; 200 in a survey",
        tests=("tests/durability/test_phones.py",),
        environment={"PLUMBLINE_PHONES": "50", "PLUMBLINE_PHONE_ITEMS": "340", "PLUMBLINE_FAR": "1"},
    ),
    Soak(
        what="votes sent one to five times in any order: the same state; codes and links guessed: nothing hit, 50 join",
        tests=("tests/services/test_votes_again.py", "tests/services/test_door_attempts.py"),
        environment={"PLUMBLINE_VOTES_AGAIN": "2000", "PLUMBLINE_CODE_GUESSES": "10000"},
    ),
    Soak(
        what="50 cells and 12 ways of leaving a note at 10 keys a second, near and 300 ms away: nothing typed is lost",
        tests=("tests/journeys/test_grids.py", "tests/journeys/test_typing.py", "tests/journeys/test_text_fields.py"),
        environment={"PLUMBLINE_GRID_ROWS": "25", "PLUMBLINE_FAR": "1"},
    ),
    Soak(
        what="phones of a room and a first assessment, each of their ways in a browser",
        tests=("tests/journeys/test_phones.py", "tests/journeys/test_first_assessment.py"),
        environment={"PLUMBLINE_FAR": "1"},
    ),
    Soak(
        what="two tabs, and a click within 150 ms of choosing another person or process: nothing overwritten unseen",
        tests=("tests/journeys/test_two_tabs.py",),
        environment={"PLUMBLINE_FAR": "1"},
    ),
    Soak(
        what="a chosen plan carried out on 400 random states: what keeping it loses, as a second reckoning has it",
        tests=("tests/domain/planning/test_drift.py",),
        environment={"PLUMBLINE_FAR": "1"},
    ),
    Soak(
        what="two plans kept, set side by side, one chosen, and the line of it in the report",
        tests=("tests/journeys/test_two_plans.py",),
        environment={"PLUMBLINE_FAR": "1"},
    ),
    Soak(
        what="from nothing to the PDF of a first assessment, without help",
        tests=("tests/journeys/test_from_nothing_to_the_report.py",),
        environment={"PLUMBLINE_FAR": "1"},
    ),
    Soak(
        what="kinds of report on both papers, the largest among them: within their pages, no word over another",
        tests=("tests/reporting/test_kinds.py", "tests/reporting/test_pages.py"),
        environment={"PLUMBLINE_FAR": "1"},
    ),
    Soak(
        what="a reveal on the wall within a second, 100 times; the wall from ten metres, by everybody, on a lost line",
        tests=("tests/journeys/test_projector.py",),
        environment={"PLUMBLINE_REVEALS": "100", "PLUMBLINE_FAR": "1"},
    ),
    Soak(
        what="a workshop whose phone has no network for a minute; every page of a survey on a phone in the dark",
        tests=("tests/journeys/test_workshop.py", "tests/journeys/test_survey.py"),
        environment={"PLUMBLINE_FAR": "1"},
    ),
    Soak(
        what="an upgrade of the first schema killed at each step; two documents from one printing process",
        tests=("tests/store/test_migrations.py", "tests/services/test_frameworks_on_paper.py"),
        environment={"PLUMBLINE_FAR": "1"},
    ),
    Soak(
        what="every part of every page at 390, 1024 and 2560 px, light and dark: nothing cut, nothing found by axe",
        tests=("tests/journeys/test_every_screen.py",),
        environment={"PLUMBLINE_FAR": "1"},
    ),
)


def main(wanted: Sequence[str]) -> int:
    """Run each whose tests are under one of the paths, all without a path; write the table, return 1 when any failed.

    A row that was not run keeps what it says, with the machine and commit it was run on.
    """
    rows = _rows_of_before()
    is_green = True
    for soak in SOAKS:
        if wanted and not any(test.startswith(path) for test in soak.tests for path in wanted):
            continue
        start = time.monotonic()
        command = [sys.executable, "-m", "pytest", "-q", "--timeout", "7200", *soak.tests]
        done = subprocess.run(command, cwd=ROOT, env={**os.environ, **soak.environment}, capture_output=True, text=True)
        summary = done.stdout.strip().splitlines()[-1] if done.stdout.strip() else done.stderr.strip()[-200:]
        summary = re.sub(r"\s+in [\d.]+s.*", "", summary).strip("= ")
        is_green = is_green and done.returncode == 0
        counts = ", ".join(f"{name}={value}" for name, value in soak.environment.items())
        minutes = (time.monotonic() - start) / 60
        rows[soak.what] = f"| {soak.what} | {counts} | {summary} | {minutes:.1f} min | {machine()} |"
        print(rows[soak.what], flush=True)
        if done.returncode:
            print(done.stdout[-4000:])
        _write(rows)
    return 0 if is_green else 1


def _rows_of_before() -> dict[str, str]:
    """The rows of the file as it is, by what they show."""
    lines = OUTPUT.read_text("utf-8").splitlines() if OUTPUT.exists() else []
    rows = [line for line in lines if line.startswith("| ") and not line.startswith("| what ")]
    return {row.split(" | ")[0].removeprefix("| "): row for row in rows}


def _write(rows: Mapping[str, str]) -> None:
    header = ["# Soak", "", "By `make soak`.", "", "| what | counts | outcome | time | on |", "|---|---|---|---|---|"]
    shown = [rows[soak.what] for soak in SOAKS if soak.what in rows]
    OUTPUT.write_text("\n".join([*header, *shown]) + "\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
