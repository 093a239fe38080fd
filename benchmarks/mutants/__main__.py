"""`make mutants`: draws mutants, tries them on the tests that reach them, and writes benchmarks/mutants.md.

    python -m benchmarks.mutants --area ring --count 120 --minutes 40 --seed 1
    python -m benchmarks.mutants --only assessment/views/heatmap.py --count 20 --tests tests/views tests/charts

Works on copies of the tree as it is now, committed or not. With --only nothing is written but what is printed.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib
import multiprocessing
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import replace
from pathlib import Path

from benchmarks.measuring import ROOT, machine
from benchmarks.mutants.mutating import Mutant
from benchmarks.mutants.reaching import Reach, Reached, measure_reach
from benchmarks.mutants.report import Result, described, tally, write_report
from benchmarks.mutants.sampling import AREAS, Area, Part, drawn, files_of, shared_out
from benchmarks.mutants.trying import Bench, Outcome, Tried

OUTPUT = ROOT / "benchmarks" / "mutants.md"
KEPT = ROOT / "build" / "mutants"
AT_ONCE = 2
LIBRARIES = (
    *("streamlit.testing.v1", "altair", "pandas", "vl_convert", "weasyprint", "pypdf", "jinja2", "babel.dates", "yaml"),
    *("scipy.optimize", "scipy.stats", "pytest", "hypothesis", "pydantic", "sqlmodel", "alembic.command", "cachetools"),
    *("starlette.applications", "structlog"),
)
_bench: Bench  # of this process, once it has taken its copy of the tree


def main() -> int:
    """Measure what was asked for; a missed bar stands in the report."""
    asked = _asked()
    deadline = time.monotonic() + 60 * asked.minutes
    with tempfile.TemporaryDirectory(prefix="plumbline-mutants-") as folder:
        trees = [Path(folder) / f"tree-{number}" for number in range(AT_ONCE)]
        for tree in trees:
            copy_tree(tree)
        reach = measure_reach(trees[0], KEPT / _mark(trees[0], asked.tests), asked.tests)
        print(f"{len(reach.seconds)} tests pass; these do not and are not used: {', '.join(reach.failed) or 'none'}")
        if asked.only:
            part = Part(name="only", paths=tuple(asked.only))
            only = Area(name="only", parts=(part,))
            _run_area(only, asked.count, asked.seed, reach, trees, deadline, asked.tests)
            return 0
        areas = [_of(area, asked.parts) for area in ([AREAS[asked.area]] if asked.area else AREAS.values())]
        results = []
        for place, area in enumerate(areas):
            left = (deadline - time.monotonic()) / (len(areas) - place)
            until = time.monotonic() + left
            results.append(_run_area(area, asked.count, asked.seed, reach, trees, until, asked.tests))
    write_report(OUTPUT, results)
    return 0


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.mutants", description="Show that the tests can fail.")
    parser.add_argument("--area", choices=AREAS, help="one area (default: all)")
    parser.add_argument("--parts", nargs="+", metavar="NAME", help="parts of the area, such as views (default: all)")
    parser.add_argument("--only", nargs="+", metavar="PATH", help="modules or folders to put faults into")
    parser.add_argument(
        "--tests", nargs="+", metavar="PATH", default=["tests"], help="files or folders of tests to use"
    )
    parser.add_argument("--count", type=int, default=120, help="mutants to try of each area (default: 120)")
    parser.add_argument("--minutes", type=float, default=60.0, help="time for everything (default: 60)")
    parser.add_argument("--seed", type=int, default=1, help="draws other mutants (default: 1)")
    asked = parser.parse_args()
    for path in [path for path in (*(asked.only or ()), *asked.tests) if not (ROOT / path).exists()]:
        parser.error(f"there is no {path} here")
    return asked


def copy_tree(target: Path) -> None:
    """Copy what is under version control or would be, as it is now."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    for name in sorted(set(listed.split("\0")) - {""}):
        if (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, target / name)


def _mark(tree: Path, tests: Sequence[str]) -> str:
    """Names a tree and the tests asked for, by their content."""
    digest = hashlib.sha256(repr(sorted(tests)).encode())
    for path in sorted(tree.rglob("*")):
        if path.is_file() and path.suffix != ".md":
            digest.update(f"{path.relative_to(tree)} {hashlib.sha256(path.read_bytes()).hexdigest()}".encode())
    return digest.hexdigest()[:16]


def _of(area: Area, names: Sequence[str] | None) -> Area:
    """The area with the parts asked for."""
    return replace(area, parts=tuple(part for part in area.parts if names is None or part.name in names))


def _run_area(
    area: Area,
    count: int,
    seed: int,
    reach: Reach,
    trees: Sequence[Path],
    deadline: float,
    tests: Sequence[str],
) -> Result:
    """Try an area's mutants, two at a time, in an order of chance, so that time running out favours none."""
    draw = random.Random(f"{seed} {area.name}")
    lines = [sum(files_of(trees[0], part.paths).values()) for part in area.parts]
    wanted = {part.name: one for part, one in zip(area.parts, shared_out(count, lines), strict=True)}
    mutants = [(part.name, one) for part in area.parts for one in drawn(trees[0], part.paths, wanted[part.name], draw)]
    draw.shuffle(mutants)
    tried: dict[str, list[Tried]] = {part.name: [] for part in area.parts}
    for name, one in _judged(mutants, reach, trees, deadline):
        tried[name].append(one)
        if one.outcome is not Outcome.KILLED:
            print(f"{one.outcome}: {described(one)}", flush=True)
    for name, found in tried.items():
        print(area.name, name, tally(found), flush=True)
    run = f"By `python -m benchmarks.mutants` on {machine()}, seed {seed}, tests under {', '.join(tests)}."
    return Result(area=area, tried=tried, drawn_count=len(mutants), run=run)


def _judged(
    mutants: Sequence[tuple[str, Mutant]], reach: Reach, trees: Sequence[Path], deadline: float
) -> Iterator[tuple[str, Tried]]:
    """What came of each mutant, as it comes; those that are not begun before the deadline are left out."""
    for library in LIBRARIES:
        importlib.import_module(library)
    if any(name.partition(".")[0] == "assessment" for name in sys.modules):
        raise RuntimeError("the mutants would be tried on code that was imported before they were made")
    context = multiprocessing.get_context("fork")
    free = context.SimpleQueue()
    for tree in trees:
        free.put(tree)
    with ProcessPoolExecutor(len(trees), context, _take_tree, (free,)) as pool:
        names = {
            pool.submit(_judge, mutant, reach.tests_of(mutant.file, mutant.line), deadline): name
            for name, mutant in mutants
        }
        for future in as_completed(names):
            one = future.result()
            if one is not None:
                yield names[future], one


def _take_tree(free: multiprocessing.SimpleQueue[Path]) -> None:
    global _bench
    _bench = Bench(free.get())


def _judge(mutant: Mutant, reached: tuple[Reached, ...], deadline: float) -> Tried | None:
    return _bench.judge(mutant, reached) if time.monotonic() < deadline else None


if __name__ == "__main__":
    sys.exit(main())
