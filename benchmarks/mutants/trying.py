"""Tries a mutant: runs the tests that reach it, in a copy of the tree that has its fault.

Each run is a forked child of a process that has the libraries imported but nothing of ours, so that it starts in no
time and with the code as it is then. A mutant is killed only by tests that pass without it: the same tests in the same
order must have passed on the unchanged tree, too, in a third of the time where the mutant ran out of time.
"""

from __future__ import annotations

import contextlib
import json
import math
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest

from benchmarks.mutants.mutating import Mutant
from benchmarks.mutants.reaching import Reached

TESTS_SECONDS = 30.0  # after which no further test of a mutant is begun
START_SECONDS = 10.0  # to import our own modules and to collect the tests
LIMIT_FACTOR = 3.0  # how much longer than expected a run may take before it is ended
POLL_SECONDS = 0.05
OPTIONS = (
    *("-x", "-q", "-p", "no:cacheprovider", "--hypothesis-profile=mutants"),
    *("-W", "ignore::pytest.PytestAssertRewriteWarning"),  # the libraries are imported before pytest begins
)


class Outcome(StrEnum):
    """What came of a mutant."""

    KILLED = "killed"  # a test failed
    TIMED_OUT = "timed out"  # the tests did not end; counts as killed
    SURVIVED = "survived"  # all tests passed, or none reaches the line
    UNSETTLED = "unsettled"  # the same tests fail or are too slow without the fault, too; does not count


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """A mutant and what came of it; `run_count` of the `test_count` tests that reach it were run."""

    mutant: Mutant
    outcome: Outcome
    run_count: int
    test_count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What came of a run of tests; `failed` names the first that failed, or the files that could not be imported."""

    is_green: bool
    is_ended: bool
    seconds: float
    failed: tuple[str, ...]
    run_count: int


RunTests = Callable[[Path, Sequence[str], float], Run]


class Bench:
    """A copy of the tree in which one mutant after the other is tried."""

    def __init__(self, tree: Path, run: RunTests | None = None) -> None:
        self._tree = tree
        self._run = run or run_tests
        self._trusted: set[str] = set()
        self._try_count = 0

    def judge(self, mutant: Mutant, reached: Sequence[Reached]) -> Tried:
        """Try a mutant on as many of the tests that reach it as there is time for."""
        if not reached:
            return Tried(mutant=mutant, outcome=Outcome.SURVIVED, run_count=0, test_count=0)
        ordered = in_order(reached)
        tests = [one.test for one in ordered]
        limit = LIMIT_FACTOR * (START_SECONDS + min(TESTS_SECONDS, sum(one.seconds for one in ordered)))
        with self._changed(mutant):
            run = self._run(self._tree, tests, limit)
        return Tried(
            mutant=mutant, outcome=self._outcome(run, tests, limit), run_count=run.run_count, test_count=len(tests)
        )

    def _outcome(self, mutated: Run, tests: list[str], limit: float) -> Outcome:
        if mutated.is_green:
            return Outcome.SURVIVED
        if mutated.is_ended:
            return Outcome.KILLED if self._passes_unchanged(tests, mutated.failed, limit) else Outcome.UNSETTLED
        unchanged = self._run(self._tree, tests, limit)
        is_quick = unchanged.is_green and unchanged.seconds < limit / LIMIT_FACTOR
        return Outcome.TIMED_OUT if is_quick else Outcome.UNSETTLED

    def _passes_unchanged(self, tests: list[str], failed: tuple[str, ...], limit: float) -> bool:
        """Whether the tests up to the one that failed pass on the unchanged tree; asked once for each test."""
        places = [tests.index(test) for test in failed if test in tests]
        needed = tests[: min(places, default=0) + 1]
        if not set(needed) <= self._trusted:
            unchanged = self._run(self._tree, needed, limit)
            self._trusted |= set(needed[: unchanged.run_count]) if unchanged.is_green else set()
        return set(needed) <= self._trusted

    @contextlib.contextmanager
    def _changed(self, mutant: Mutant) -> Iterator[None]:
        """The tree with the fault. Its file gets a time of its own, lest a compiled module is taken for another's."""
        path = self._tree / mutant.file
        content, times = path.read_bytes(), path.stat()
        path.write_text(mutant.source, "utf-8")
        self._try_count += 1
        os.utime(path, (times.st_atime, times.st_mtime + 2 * self._try_count))
        try:
            yield
        finally:
            path.write_bytes(content)
            os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))


def run_tests(tree: Path, tests: Sequence[str], limit: float) -> Run:
    """Run tests of a tree in their order in a child, which is ended after `limit` seconds."""
    output = tree.parent / f"{tree.name}.json"
    output.unlink(missing_ok=True)
    start = time.monotonic()
    child = os.fork()
    if child == 0:
        _be_child(tree, tests, output)
    code = _waited(child, start + limit)
    said: dict[str, Any] = json.loads(output.read_text("utf-8")) if output.is_file() else {}
    return Run(
        is_green=code == 0,
        is_ended=code is not None,
        seconds=time.monotonic() - start,
        failed=tuple(said.get("failed", ())),
        run_count=said.get("run_count", 0),
    )


def in_order(reached: Sequence[Reached]) -> tuple[Reached, ...]:
    """The tests, fastest first, where the time of a test counts by how much of what it reaches is in the file.

    >>> whole = Reached(test="the page's own", seconds=2.0, share=0.5)
    >>> quick = Reached(test="another page's", seconds=1.0, share=0.1)
    >>> [one.test for one in in_order((quick, whole))]
    ["the page's own", "another page's"]
    """
    return tuple(sorted(reached, key=lambda one: (one.seconds / max(one.share, 1e-9), one.test)))


def _waited(child: int, until: float) -> int | None:
    """The exit code of a child, negative when a signal ended it; None when time was up. Its processes end with it."""
    code = None
    while code is None and time.monotonic() < until:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            code = os.waitstatus_to_exitcode(status)
        else:
            time.sleep(POLL_SECONDS)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child, signal.SIGKILL)
    if code is None:
        os.waitpid(child, 0)
    return code


def _be_child(tree: Path, tests: Sequence[str], output: Path) -> None:
    """What the child does; never returns."""
    code = 1
    try:
        os.setsid()
        with output.with_suffix(".log").open("wb") as log:
            os.dup2(log.fileno(), 1)
            os.dup2(log.fileno(), 2)
        os.chdir(tree)
        sys.path.insert(0, str(tree))
        for name in [name for name in sys.modules if name.partition(".")[0] in {"benchmarks", "tests"}]:
            del sys.modules[name]
        files = sorted({test.partition("::")[0] for test in tests})
        code = pytest.main([*OPTIONS, "--basetemp", f"{tree}.tmp", *files], [_Chosen(tests, output)])
    finally:
        os._exit(code)


class _Chosen:
    """Runs the chosen tests in their order while there is time, and writes down what failed and how many were run."""

    def __init__(self, tests: Sequence[str], output: Path) -> None:
        self._order = {test: place for place, test in enumerate(tests)}
        self._output = output
        self._until = math.inf
        self._failed: list[str] = []
        self._run_count = 0

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """A test whose parameters a fault has renamed is still the test: all of its kind are run."""
        lost = self._order.keys() - {item.nodeid for item in items}
        kinds = {test.partition("[")[0]: self._order[test] for test in lost}
        places = {item: self._order.get(item.nodeid, kinds.get(item.nodeid.partition("[")[0])) for item in items}
        items[:] = sorted((item for item in items if places[item] is not None), key=lambda item: places[item] or 0)
        self._until = time.monotonic() + TESTS_SECONDS

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_protocol(self) -> bool | None:
        """Pass a test over when time is up."""
        if time.monotonic() > self._until:
            return True
        self._run_count += 1
        return None

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        self._note(report)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self._note(report)

    def pytest_sessionfinish(self) -> None:
        said = {"failed": self._failed, "run_count": self._run_count}
        self._output.write_text(json.dumps(said), "utf-8")

    def _note(self, report: pytest.CollectReport | pytest.TestReport) -> None:
        if report.failed:
            self._failed.append(report.nodeid)
