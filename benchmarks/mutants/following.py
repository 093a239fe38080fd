"""Runs tests under coverage.py with each test as a context of its own, so that each line knows the tests that reach it.

    python -m benchmarks.mutants.following OUTPUT FILE...   writes OUTPUT.coverage and OUTPUT.json

Each test runs as if it were the only one: fixtures of every scope are taken down after it and `functools.cache` is
emptied, so that what a test shares with those before it counts as reached by it, too. Threads are followed, and so the
pages that Streamlit runs in them; other processes are not: tests that start one are left out, and the slow ones with
them.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest
from _pytest.runner import runtestprotocol
from coverage import Coverage

LEFT_OUT = """\
Not run are tests that drive a browser, start a server or a printing process, use PostgreSQL, or are soak tests, and
those of test_one_truth.py, each of which takes as long as a mutant may. So reporting/worker.py, which is that process,
gets no mutants; nor do widths, heights and distances, which are looked at."""
LEFT_OUT_FOLDERS = ("tests/durability/", "tests/journeys/")
LEFT_OUT_FILES = ("tests/reporting/test_worker.py", "tests/test_one_truth.py")
LEFT_OUT_MARKS = ("browser", "soak")
LEFT_OUT_FIXTURES = {"address", "browser", "cluster", "worker"}


def is_left_out(file: str) -> bool:
    """Whether no test of a file is followed."""
    return file in LEFT_OUT_FILES or file.startswith(LEFT_OUT_FOLDERS)


class _Following:
    """Tells coverage.py which test runs, and keeps how long each took and which failed."""

    def __init__(self, coverage: Coverage) -> None:
        self._coverage = coverage
        self.seconds: dict[str, float] = {}
        self.failed: set[str] = set()

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = [item for item in items if not _needs_another_process(item)]

    def pytest_runtest_protocol(self, item: pytest.Item) -> bool:
        _empty_caches()
        self._coverage.switch_context(item.nodeid)
        reports = runtestprotocol(item, nextitem=None)
        self._coverage.switch_context("")
        if all(report.passed for report in reports):
            self.seconds[item.nodeid] = round(sum(report.duration for report in reports), 3)
        elif any(report.failed for report in reports):
            self.failed.add(item.nodeid)
        return True

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            self.failed.add(report.nodeid)


def _needs_another_process(item: pytest.Item) -> bool:
    fixtures = set(getattr(item, "fixturenames", ()))
    parameters: Mapping[str, Any] = getattr(getattr(item, "callspec", None), "params", {})
    is_marked = any(item.get_closest_marker(mark) for mark in LEFT_OUT_MARKS)
    return is_marked or bool(fixtures & LEFT_OUT_FIXTURES) or "postgresql" in parameters.values()


def _empty_caches() -> None:
    ours = [module for name, module in sys.modules.items() if name.startswith(("assessment.", "tests."))]
    for value in [value for module in ours for value in vars(module).values()]:
        if callable(value) and hasattr(value, "cache_clear"):
            value.cache_clear()


def main(output: Path, files: Iterable[str]) -> int:
    """Follow the tests of some files; 0 unless pytest could not run at all."""
    coverage = Coverage(
        data_file=str(output.with_suffix(".coverage")),
        include=["assessment/*"],
        concurrency=["thread"],
        config_file=False,
    )
    coverage.set_option("run:relative_files", True)
    following = _Following(coverage)
    options = ["-q", "--continue-on-collection-errors", "-p", "no:cacheprovider", "--hypothesis-profile=mutants"]
    coverage.start()
    code = pytest.main([*options, *files], [following])
    coverage.stop()
    coverage.save()
    run = {"seconds": following.seconds, "failed": sorted(following.failed)}
    output.with_suffix(".json").write_text(json.dumps(run, indent=0), "utf-8")
    return int(code > pytest.ExitCode.INTERRUPTED)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))
