"""Timing, percentiles, the machine, and the table that results are written to."""

from __future__ import annotations

import os
import platform
import statistics
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurement:
    """One line of the table: what was measured, the figures, and the bar it is held against."""

    what: str
    unit: str
    p50: float
    p95: float
    count: int
    bar: float | None
    bar_is_on: str = "p95"

    @property
    def holds(self) -> bool | None:
        """Whether the bar holds; None where there is none."""
        if self.bar is None:
            return None
        return (self.p50 if self.bar_is_on == "p50" else self.p95) <= self.bar


def percentile(values: Sequence[float], percent: float) -> float:
    """The value below which `percent` of the values lie (nearest rank)."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, max(0, round(percent / 100 * len(ordered) + 0.5) - 1))]


def timed(run: Callable[[], object], count: int, warm_up: int = 1) -> list[float]:
    """Milliseconds of each of `count` runs, after `warm_up` runs that do not count."""
    for _ in range(warm_up):
        run()
    durations = []
    for _ in range(count):
        start = time.perf_counter()
        run()
        durations.append((time.perf_counter() - start) * 1000)
    return durations


def measured(
    what: str, durations: Sequence[float], bar: float | None, unit: str = "ms", on: str = "p95"
) -> Measurement:
    """A measurement from single durations."""
    return Measurement(
        what=what,
        unit=unit,
        p50=statistics.median(durations),
        p95=percentile(durations, 95),
        count=len(durations),
        bar=bar,
        bar_is_on=on,
    )


def commit() -> str:
    """The commit that is checked out, short."""
    asked = ["git", "rev-parse", "--short", "HEAD"]
    return subprocess.run(asked, cwd=ROOT, capture_output=True, text=True).stdout.strip() or "unknown"


def processor() -> str:
    """The processor's name as the system has it."""
    lines = Path("/proc/cpuinfo").read_text().splitlines()
    names = (line.split(":")[1].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.machine())


def machine() -> str:
    """One line on the machine: cores, memory, system, Python, date and commit."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (
        f"{os.cpu_count()} cores ({processor()}), {memory:.0f} GiB, {platform.system()} {platform.release()}, "
        f"Python {platform.python_version()}, {datetime.now(UTC):%Y-%m-%d}, commit {commit()}"
    )


def row(one: Measurement) -> str:
    """What was measured as cells of a Markdown table, from the bar before the first to the one behind the last."""
    bar = "" if one.bar is None else f"{one.bar:g} {one.unit} ({one.bar_is_on})"
    holds = {None: "", True: "yes", False: "**no**"}[one.holds]
    return f"| {one.what} | {one.p50:.1f} {one.unit} | {one.p95:.1f} {one.unit} | {one.count} | {bar} | {holds} |"
