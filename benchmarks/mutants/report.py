"""What came of the mutants, as a section of mutants.md for each area; a run writes its own sections anew."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.mutants.following import LEFT_OUT
from benchmarks.mutants.sampling import AREAS, Area
from benchmarks.mutants.trying import TESTS_SECONDS, Outcome, Tried

HEADING = "## "
SECONDS = f"{TESTS_SECONDS:.0f} s"
INTRODUCTION = f"""# Mutants

Small faults, put into the code one at a time by `make mutants`: a mutant is killed when a test fails that passes
without it, and survives when none does. Which are tried is drawn by a seed: a file by its lines, in it an operator,
then one of its faults. Run are the tests that reach the changed line, for {SECONDS} at most, first those that are
mostly about its file; a line that no test reaches survives. Timed out counts as killed, and only where the tests take
less than a third of that time without the fault.

{LEFT_OUT}
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """A run over an area: what was tried of each part, how many mutants were drawn, and the run in one sentence."""

    area: Area
    tried: Mapping[str, Sequence[Tried]]
    drawn_count: int
    run: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many mutants of a part came to what."""

    killed_count: int
    timed_out_count: int
    survived_count: int

    @property
    def settled_count(self) -> int:
        """Mutants that count."""
        return self.killed_count + self.timed_out_count + self.survived_count

    @property
    def killed_percent(self) -> float | None:
        """Share of the mutants that was noticed; None where none was tried."""
        return 100 * (1 - self.survived_count / self.settled_count) if self.settled_count else None


def tally(tried: Sequence[Tried]) -> Tally:
    """Count outcomes; the unsettled do not count."""
    outcomes = [one.outcome for one in tried]
    return Tally(
        killed_count=outcomes.count(Outcome.KILLED),
        timed_out_count=outcomes.count(Outcome.TIMED_OUT),
        survived_count=outcomes.count(Outcome.SURVIVED),
    )


def section(result: Result) -> str:
    """An area's table, its survivors, and what could not be settled."""
    everything = [one for tried in result.tried.values() for one in tried]
    rows = [
        _row(part.name, tally(result.tried[part.name]), part.bar_percent)
        for part in result.area.parts
        if part.name in result.tried
    ]
    lines = [
        f"{HEADING}{result.area.name}",
        "",
        f"{result.run} {len(everything)} of {result.drawn_count} drawn were tried.",
        "",
        "| part | tried | killed | timed out | survived | share killed | bar | holds |",
        "|---|---|---|---|---|---|---|---|",
        *rows,
        _row("all", tally(everything), None),
        *_listed("Survived:", everything, Outcome.SURVIVED),
        *_listed(
            "Not counted, for the same tests fail or are too slow without the fault:", everything, Outcome.UNSETTLED
        ),
    ]
    return "\n".join(lines) + "\n"


def _row(name: str, counts: Tally, bar_percent: int | None) -> str:
    percent = counts.killed_percent
    bar, holds = "", ""
    if bar_percent is not None and percent is not None:
        bar, holds = f"{bar_percent} %", "yes" if percent >= bar_percent else "**no**"
    share = "" if percent is None else f"{percent:.0f} %"
    cells = (name, counts.settled_count, counts.killed_count, counts.timed_out_count, counts.survived_count, share)
    return f"| {' | '.join(map(str, (*cells, bar, holds)))} |"


def _listed(title: str, everything: Sequence[Tried], outcome: Outcome) -> list[str]:
    found = [one for one in everything if one.outcome is outcome]
    found.sort(key=lambda one: (one.mutant.file, one.mutant.line, one.mutant.change))
    return ["", title, "", *(f"- {described(one)}" for one in found)] if found else []


def described(tried: Tried) -> str:
    """A mutant in one line: place, change, and how many tests had their say."""
    mutant = tried.mutant
    change = mutant.change.replace("`", "'")
    ran = f"{tried.run_count} of {tried.test_count} tests" if tried.test_count else "no test reaches it"
    return f"{mutant.file}:{mutant.line} `{change}` ({ran})"


def write_report(path: Path, results: Sequence[Result]) -> None:
    """Write the file; areas that were not run keep their section."""
    before = path.read_text("utf-8").split(f"\n{HEADING}")[1:] if path.is_file() else []
    sections = {text.partition("\n")[0]: f"{HEADING}{text.rstrip()}\n" for text in before}
    sections |= {result.area.name: section(result) for result in results}
    kept = [sections[name] for name in AREAS if name in sections]
    path.write_text("\n".join([INTRODUCTION, *kept]), "utf-8")
