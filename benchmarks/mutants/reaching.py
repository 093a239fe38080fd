"""Which tests reach a line: what following.py found, asked line by line.

A statement that runs when its module is imported is reached by every test of the run, which says nothing. Its tests are
those that call into the module or into one that imports it, and those of the test files that import it.
"""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from coverage import CoverageData

from benchmarks.mutants.following import is_left_out

SHARD_COUNT = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """A test that reaches a line: how long it takes alone, and the share of what it reaches that is in that file."""

    test: str
    seconds: float
    share: float


class Reach:
    """The tests of a tree by the lines they reach."""

    def __init__(self, tree: Path, outputs: Sequence[Path]) -> None:
        self._tree = tree
        self._found: dict[str, Mapping[int, set[str]]] = {}
        self._data = [CoverageData(str(output.with_suffix(".coverage"))) for output in outputs]
        for data in self._data:
            data.read()
        self.seconds: dict[str, float] = {}
        self.failed: list[str] = []
        for output in outputs:
            run = json.loads(output.with_suffix(".json").read_text("utf-8"))
            self.seconds |= run["seconds"]
            self.failed += run["failed"]

    def tests_of(self, file: str, line: int) -> tuple[Reached, ...]:
        """The passing tests that reach the statement of a line. Of a statement that runs when its module is imported:
        those that reach a function of the module or of one that imports it, or import it themselves."""
        span = statement_span(self._source(file), line)
        by_line = self._tests_by_line(file)
        tests = (
            {test for one in span for test in by_line.get(one, ())}
            if span
            else self._tests_of_importers(module_of(file))
        )
        return tuple(
            Reached(
                test=test,
                seconds=self.seconds[test],
                share=sum(test in found for found in by_line.values()) / max(1, self._line_counts[test])
                if span
                else self._nearness(test, file),
            )
            for test in sorted(tests & self.seconds.keys())
        )

    def _nearness(self, test: str, file: str) -> float:
        """How much a test is about a module whose lines run on import: of its own area, and importing it itself."""
        test_file = test.partition("::")[0]
        is_of_area = test_file.startswith(f"tests/{file.split('/')[1]}/")
        return 0.01 + 0.2 * is_of_area + (module_of(file) in self._imports.get(test_file, ()))

    def _tests_of_importers(self, module: str) -> set[str]:
        tests: set[str] = set()
        for file, imported in self._imports.items():
            if module_of(file) != module and module not in imported:
                continue
            if file.startswith("tests/"):
                tests |= {test for test in self.seconds if test.startswith(f"{file}::")}
            else:
                inside = lines_in_functions(self._source(file))
                tests |= {test for line, found in self._tests_by_line(file).items() if line in inside for test in found}
        return tests

    def _tests_by_line(self, file: str) -> Mapping[int, set[str]]:
        if file not in self._found:
            self._found[file] = self._read(file)
        return self._found[file]

    def _read(self, file: str) -> Mapping[int, set[str]]:
        found: defaultdict[int, set[str]] = defaultdict(set)
        for data in self._data:
            for line, tests in data.contexts_by_lineno(file).items():
                found[line] |= set(tests) - {""}
        return found

    def _source(self, file: str) -> str:
        return (self._tree / file).read_text("utf-8")

    @cached_property
    def _line_counts(self) -> Counter[str]:
        """How many lines each test reaches."""
        counts: Counter[str] = Counter()
        for data in self._data:
            for file in data.measured_files():
                counts.update(test for tests in data.contexts_by_lineno(file).values() for test in tests)
        return counts

    @cached_property
    def _imports(self) -> dict[str, set[str]]:
        """What each module of the product and each test file imports."""
        files = [path for folder in ("assessment", "tests") for path in sorted((self._tree / folder).rglob("*.py"))]
        return {str(path.relative_to(self._tree)): imported_by(path.read_text("utf-8")) for path in files}


def module_of(file: str) -> str:
    """The dotted name of a file: `assessment.views` for `assessment/views/__init__.py`."""
    return file.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def imported_by(source: str) -> set[str]:
    """Dotted names that may be modules imported by a source: `from a import b` gives a and a.b."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names |= {one.name for one in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{one.name}" for one in node.names)}
    return names


def lines_in_functions(source: str) -> set[int]:
    """The lines that run when a function is called, not when the module is imported."""
    functions = (
        node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )
    return {line for node in functions for line in range(node.body[0].lineno, (node.end_lineno or 0) + 1)}


def statement_span(source: str, line: int) -> range:
    """The lines of the innermost statement at a line, of a compound one its head; empty outside of functions.

    >>> statement_span("def f(a):\\n    if (a\\n        > 3):\\n        return 1\\n", 3)
    range(2, 4)
    """
    if line not in lines_in_functions(source):
        return range(0)
    heads = [head for node in ast.walk(ast.parse(source)) for head in _heads(node) if line in head]
    return max(heads, key=lambda head: head.start)


def _heads(node: ast.AST) -> Iterator[range]:
    if isinstance(node, ast.stmt | ast.ExceptHandler):
        body: Sequence[ast.stmt] = getattr(node, "body", ())
        end = max(node.lineno, body[0].lineno - 1) if body else node.end_lineno or node.lineno
        yield range(node.lineno, end + 1)
    elif isinstance(node, ast.match_case):
        yield range(node.pattern.lineno, max(node.pattern.lineno, node.body[0].lineno - 1) + 1)


def measure_reach(tree: Path, folder: Path, paths: Sequence[str]) -> Reach:
    """The reach of a tree's tests, measured two files at a time; kept in `folder` and read from there the next time."""
    outputs = [folder / f"reach-{number}" for number in range(SHARD_COUNT)]
    if not all(output.with_suffix(".json").is_file() for output in outputs):
        folder.mkdir(parents=True, exist_ok=True)
        files = sorted({file for path in paths for file in _test_files(tree, path)})
        running = []
        for number, output in enumerate(outputs):
            with output.with_suffix(".log").open("w") as log:
                command = [
                    sys.executable,
                    "-m",
                    "benchmarks.mutants.following",
                    str(output),
                    *files[number::SHARD_COUNT],
                ]
                running.append(subprocess.Popen(command, cwd=tree, stdout=log, stderr=log))
        codes = [run.wait() for run in running]
        if any(codes):
            raise RuntimeError(f"the tests could not be followed; see {folder}/reach-*.log")
    return Reach(tree, outputs)


def _test_files(tree: Path, path: str) -> Iterator[str]:
    found = [tree / path] if path.endswith(".py") else (tree / path).rglob("test_*.py")
    names = (file.relative_to(tree).as_posix() for file in found)
    return (name for name in names if not is_left_out(name))
