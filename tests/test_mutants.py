"""Faults are put where a test can see them, and a mutant is killed by nothing but a test that notices it."""

from __future__ import annotations

import ast
import importlib
import multiprocessing
import random
import shutil
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from benchmarks.mutants.mutating import Mutant, change_in_words, drawn_mutants
from benchmarks.mutants.reaching import Reached, measure_reach, statement_span
from benchmarks.mutants.report import Result, Tally, section, tally, write_report
from benchmarks.mutants.sampling import CORE, RING, files_of, shared_out
from benchmarks.mutants.trying import TESTS_SECONDS, Bench, Outcome, Run, Tried, in_order

ROOT = Path(__file__).resolve().parent.parent
SILENT = '''"""A docstring."""
from __future__ import annotations
import structlog
_log = structlog.get_logger
__all__ = ["Pairs", "draw"]
Pairs = tuple[int, ...]
T = TypeVar("T", str, int)
if TYPE_CHECKING:
    LIMIT = 3
@fragment(run_every=2)
def draw(label: "str | None", key=make(1)) -> "None":
    """Another one."""
    _log.info("drawn", count=1)
    for one, other in zip(label, label, strict=True):
        button(key=f"page:{one}", on_click=other)
    raise ValueError("There are 3 of them.")
'''
RULE = """from dataclasses import dataclass
LIMIT = 3
def is_high(level):
    return level > LIMIT
def word(level):
    if is_high(level):
        return "high"
    return "low"
def unseen():
    return 1
"""
RULE_TESTS = """import threading
from functools import cache
from assessment.rule import word
@cache
def shared():
    found = []
    thread = threading.Thread(target=lambda: found.append(word(5)))
    thread.start()
    thread.join()
    return found
def test_something_is_said():
    assert shared()
def test_what_is_high_is_called_so():
    assert shared() == ["high"]
"""


INI = "[tool.pytest.ini_options]\n"


def changes(source: str, count: int = 200, seed: int = 1) -> list[str]:
    return [mutant.change for mutant in drawn_mutants("a.py", source, count, random.Random(seed))]


def test_every_mutant_is_a_program_that_differs_from_the_others() -> None:
    mutants = drawn_mutants("rule.py", RULE, 200, random.Random(1))
    programs = {ast.dump(ast.parse(mutant.source)) for mutant in mutants}
    assert len(programs) == len(mutants) == 9
    assert ast.dump(ast.parse(RULE)) not in programs


def test_what_no_test_should_see_is_left_alone() -> None:
    assert sorted(changes(SILENT)) == [
        "_log = structlog.get_logger → _log = None",
        'f"page:{one}", on_click=other) → f"page:{one}", on_click=None)',
        "for one, other in zip(label, label, strict=True): → for one, other in zip(None, label, strict=True):",
        "ne, other in zip(label, label, strict=True): → ne, other in zip(label, None, strict=True):",
        "ne, other in zip(label, label, strict=True): → ne, other in zip(label, strict=True):",
        'tton(key=f"page:{one}", on_click=other) → tton(key=f"page:{one}", )',
    ]


def test_the_texts_of_sentences_are_changed_and_not_only_those_in_plain_quotes() -> None:
    found = changes('def said(count):\n    return f"{count} steps"\n')
    assert 'return f"{count} steps" → return f"{count}XX stepsXX"' in found


def test_sizes_are_looked_at_and_left_alone() -> None:
    assert (
        changes('ROW_HEIGHT = 32\ndef draw():\n    st.columns([3, 2], gap="small")\n    bar(width=420, dx=6)\n') == []
    )
    assert len(changes("LIMIT = 32\ndef draw():\n    bar(count=420)\n")) > 3


def test_the_key_of_an_order_is_no_key_of_a_widget() -> None:
    assert "return sorted(a, key=size) → return sorted(a, )" in changes("def f(a):\n    return sorted(a, key=size)\n")


def test_the_same_seed_draws_the_same_mutants_and_another_seed_others() -> None:
    assert changes(RULE, count=5) == changes(RULE, count=5) != changes(RULE, count=5, seed=2)


def test_a_change_is_told_in_one_line_however_long_its_statement_is() -> None:
    before = "a = 1\nrows = table(\n    first,\n    second,\n)\nb = 2\n"
    assert change_in_words(before, before.replace("    second,\n", "")) == "second, → "


@pytest.mark.parametrize(
    ("line", "lines"),
    [
        pytest.param(3, range(0), id="what runs at import has no lines of its own"),
        pytest.param(6, range(5, 8), id="a condition over three lines"),
        pytest.param(8, range(8, 9), id="the statement under it"),
        pytest.param(10, range(10, 11), id="an exception caught"),
    ],
)
def test_a_line_stands_for_its_statement(line: int, lines: range) -> None:
    head = "LIMITS = (\n    1,\n    2)\ndef f(a):\n    if (a\n        > 1\n        > 0):\n        return 1\n"
    source = f"{head}    try: b()\n    except A:\n        c()\n"
    assert statement_span(source, line) == lines


def test_tests_that_are_mostly_about_the_file_come_first() -> None:
    own = Reached(test="own", seconds=2.0, share=0.5)
    quick = Reached(test="quick", seconds=1.0, share=0.1)
    assert in_order((quick, own)) == (own, quick)


def a_tree(folder: Path) -> Path:
    """A product of one module, RULE, with tests that see half of it."""
    tree = folder / "tree"
    shutil.copytree(ROOT / "benchmarks", tree / "benchmarks", ignore=shutil.ignore_patterns("__pycache__"))
    for name, text in {"assessment/rule.py": RULE, "tests/test_rule.py": RULE_TESTS, "pyproject.toml": INI}.items():
        (tree / name).parent.mkdir(parents=True, exist_ok=True)
        (tree / name).write_text(text, "utf-8")
    for package in ("assessment", "tests"):
        (tree / package / "__init__.py").touch()
    shutil.copy(ROOT / "tests" / "conftest.py", tree / "tests")
    return tree


def outcomes_in(tree: Path) -> dict[str, tuple[Outcome, int]]:
    """What comes of each mutant of RULE, and of how many tests; for a process that has nothing of ours imported."""
    importlib.import_module("hypothesis")  # as in every run, once for all children
    reach = measure_reach(tree, tree.parent / "reach", ["tests"])
    assert reach.failed == []
    bench = Bench(tree)
    mutants = drawn_mutants("assessment/rule.py", RULE, 200, random.Random(1))
    tried = [bench.judge(mutant, reach.tests_of(mutant.file, mutant.line)) for mutant in mutants]
    assert (tree / "assessment" / "rule.py").read_text("utf-8") == RULE
    return {one.mutant.change: (one.outcome, one.test_count) for one in tried}


def test_a_mutant_is_killed_by_the_tests_that_reach_it_and_survives_where_they_see_nothing(tmp_path: Path) -> None:
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as fresh:
        assert fresh.submit(outcomes_in, a_tree(tmp_path)).result() == {
            "LIMIT = 3 → LIMIT = 4": (Outcome.SURVIVED, 2),
            "LIMIT = 3 → LIMIT = None": (Outcome.KILLED, 2),
            "if is_high(level): → if is_high(None):": (Outcome.KILLED, 2),
            'return "high" → return "HIGH"': (Outcome.KILLED, 2),
            'return "high" → return "XXhighXX"': (Outcome.KILLED, 2),
            'return "low" → return "LOW"': (Outcome.SURVIVED, 0),
            'return "low" → return "XXlowXX"': (Outcome.SURVIVED, 0),
            "return 1 → return 2": (Outcome.SURVIVED, 0),
            "return level > LIMIT → return level >= LIMIT": (Outcome.SURVIVED, 2),
        }


def a_run(is_green: bool = True, is_ended: bool = True, seconds: float = 1.0, failed: tuple[str, ...] = ()) -> Run:
    return Run(is_green=is_green, is_ended=is_ended, seconds=seconds, failed=failed, run_count=2)


@pytest.mark.parametrize(
    ("mutated", "unchanged", "outcome"),
    [
        pytest.param(a_run(is_green=False, failed=("b",)), a_run(), Outcome.KILLED, id="a test fails with it alone"),
        pytest.param(
            a_run(is_green=False, failed=("b",)),
            a_run(is_green=False, failed=("a",)),
            Outcome.UNSETTLED,
            id="the tests fail without it, too",
        ),
        pytest.param(a_run(is_green=False, is_ended=False), a_run(), Outcome.TIMED_OUT, id="it never ends"),
        pytest.param(
            a_run(is_green=False, is_ended=False),
            a_run(seconds=TESTS_SECONDS),
            Outcome.UNSETTLED,
            id="the tests are slow without it, too",
        ),
        pytest.param(a_run(), a_run(is_green=False), Outcome.SURVIVED, id="no test fails"),
    ],
)
def test_a_fault_is_blamed_only_for_what_does_not_happen_without_it(
    mutated: Run, unchanged: Run, outcome: Outcome, tmp_path: Path
) -> None:
    (mutant,) = drawn_mutants("rule.py", RULE, 1, random.Random(1))
    (tmp_path / "rule.py").write_text(RULE, "utf-8")

    def run(tree: Path, tests: Sequence[str], limit: float) -> Run:
        return unchanged if (tree / "rule.py").read_text("utf-8") == RULE else mutated

    reached = tuple(Reached(test=name, seconds=1.0, share=1.0) for name in "ab")
    assert Bench(tmp_path, run).judge(mutant, reached).outcome is outcome


def tried(outcome: Outcome, line: int, run_count: int = 2) -> Tried:
    mutant = Mutant(file="assessment/web/health.py", line=line, change="a → b", source="")
    return Tried(mutant=mutant, outcome=outcome, run_count=run_count, test_count=run_count)


def test_the_report_counts_timed_out_as_killed_and_leaves_the_unsettled_out() -> None:
    found = [tried(one, 1) for one in (Outcome.KILLED, Outcome.TIMED_OUT, Outcome.SURVIVED, Outcome.UNSETTLED)]
    assert tally(found) == Tally(killed_count=1, timed_out_count=1, survived_count=1)
    text = section(Result(area=RING, tried={"web": found}, drawn_count=9, run="On a machine."))
    assert "| web | 3 | 1 | 1 | 1 | 67 % | 85 % | **no** |" in text
    assert "On a machine. 4 of 9 drawn were tried." in text


def test_the_report_lists_the_survivors_by_place_and_says_which_no_test_reaches() -> None:
    found = [tried(Outcome.SURVIVED, 20), tried(Outcome.KILLED, 5), tried(Outcome.SURVIVED, 3, run_count=0)]
    text = section(Result(area=RING, tried={"web": found}, drawn_count=3, run=""))
    assert [line for line in text.splitlines() if line.startswith("- ")] == [
        "- assessment/web/health.py:3 `a → b` (no test reaches it)",
        "- assessment/web/health.py:20 `a → b` (2 of 2 tests)",
    ]


def test_an_area_that_was_not_run_keeps_its_section(tmp_path: Path) -> None:
    path = tmp_path / "mutants.md"
    for area, run in ((CORE, "First."), (RING, "Second."), (RING, "Third.")):
        write_report(path, [Result(area=area, tried={}, drawn_count=0, run=run)])
    text = path.read_text("utf-8")
    assert text.index("## ring\n\nThird.") < text.index("## core\n\nFirst.")
    assert "Second." not in text


def test_each_part_gets_its_share_of_the_mutants_and_the_smallest_some() -> None:
    assert shared_out(100, [70, 20, 10, 1]) == [66, 19, 9, 6]


def test_the_areas_hold_every_module_that_answers_or_draws_and_no_migration() -> None:
    files = {file for area in (RING, CORE) for part in area.parts for file in files_of(ROOT, part.paths)}
    homes = {file.split("/")[1] for file in files}
    assert homes == {
        "ui",
        "views",
        "charts",
        "reporting",
        *(path.name for path in (ROOT / "assessment").glob("cli*.py")),
        "web",
        "domain",
        "store",
        "services",
    }
    assert not [file for file in files if "/migrations/versions/" in file]
    assert "assessment/reporting/worker.py" not in files
    assert (ROOT / "assessment/reporting/worker.py").is_file()
