"""Which mutants are tried: a seeded sample of each area's files, weighted by their lines."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.mutants.mutating import Mutant, drawn_mutants

LEAST_COUNT = 6  # mutants of the smallest part of an area
NOT_DRAWN = (
    "migrations/versions/",  # written once, never changed
    "assessment/reporting/worker.py",  # the process that prints: tests that start it are not run here
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of an area: its paths, and the percentage of its mutants that the tests are to kill, if it has one."""

    name: str
    paths: tuple[str, ...]
    bar_percent: int | None = 85


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """What is measured together."""

    name: str
    parts: tuple[Part, ...]


RING = Area(
    name="ring",
    parts=(
        Part(name="ui", paths=("assessment/ui",)),
        Part(name="views", paths=("assessment/views",)),
        Part(name="charts", paths=("assessment/charts",)),
        Part(name="reporting", paths=("assessment/reporting",)),
        Part(
            name="cli",
            paths=(
                "assessment/cli.py",
                "assessment/cli_accounts.py",
                "assessment/cli_actor.py",
                "assessment/cli_checking.py",
                "assessment/cli_compare.py",
                "assessment/cli_erasing.py",
                "assessment/cli_journal.py",
                "assessment/cli_bin.py",
                "assessment/cli_database.py",
                "assessment/cli_layouts.py",
                "assessment/cli_portfolio.py",
                "assessment/cli_plan.py",
                "assessment/cli_read_back.py",
                "assessment/cli_streams.py",
                "assessment/cli_text.py",
            ),
        ),
        Part(name="web", paths=("assessment/web",)),
    ),
)
CORE = Area(
    name="core",
    parts=(
        Part(name="domain", paths=("assessment/domain",), bar_percent=95),
        Part(name="store", paths=("assessment/store",), bar_percent=95),
        Part(name="services", paths=("assessment/services",), bar_percent=None),
    ),
)
AREAS = {area.name: area for area in (RING, CORE)}


def files_of(tree: Path, paths: Sequence[str]) -> dict[str, int]:
    """The modules under some paths, with how many lines each has."""
    found = {
        file
        for path in paths
        for file in ((tree / path).rglob("*.py") if (tree / path).is_dir() else (tree / path,))
        if not any(name in file.as_posix() for name in NOT_DRAWN)
    }
    return {file.relative_to(tree).as_posix(): len(file.read_text("utf-8").splitlines()) for file in sorted(found)}


def shared_out(count: int, weights: Sequence[int], least: int = LEAST_COUNT) -> list[int]:
    """A count shared out by weight, at least `least` each; the rest of the division goes to the heaviest.

    >>> shared_out(100, [70, 20, 10, 1])
    [66, 19, 9, 6]
    """
    counts = [max(least, count * weight // sum(weights)) for weight in weights]
    counts[weights.index(max(weights))] += count - sum(counts)
    return [max(least, one) for one in counts]


def drawn(tree: Path, paths: Sequence[str], count: int, draw: random.Random) -> Iterator[Mutant]:
    """`count` mutants of the modules under some paths, fewer where these have no more."""
    lines = files_of(tree, paths)
    files = draw.choices(list(lines), weights=list(lines.values()), k=count)
    for file, wanted in sorted(Counter(files).items()):
        yield from drawn_mutants(file, (tree / file).read_text("utf-8"), wanted, draw)
