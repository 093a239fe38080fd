"""Sentences are made in views alone: no other layer holds a text that a reader could read.

A text is a string literal with two words in it. Docstrings, the descriptions that become the JSON Schema, the texts of
errors (which build their own sentence) and of logs, and what a machine reads (markup, expressions, styles) are none.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "assessment"
LAYERS = ("domain", "ui", "charts", "reporting", "web")
WORDS = re.compile(r"[A-Za-z]{2,}[,;:.]? [A-Za-z]{2,}")
MACHINE_READ = re.compile(r"datum\.|[<>{}=\[]|url\(|^plumbline|xmlns|mm\b")
ERROR_CALLS = {"refusal", "ValueError", "MethodRefusal", "MalformedCases", "ReportFailed", "InvalidInput"}
LOG_CALLS = {"error", "warning", "info", "exception", "debug"}
ALLOWED = {
    "ui/theme.py": "comments of the generated files",
    "charts/tokens.py": "the name of the typeface",
    "reporting/bundle/stylesheet.py": "rules of a style sheet",
    "reporting/worker.py": "what went wrong with a document, inside a sentence of its error",
    "reporting/workbook/page.py": "the name of a style of tables",
}


def texts(path: Path) -> Iterator[tuple[int, str]]:
    """Line and text of each literal with two words that is not exempt."""
    tree = ast.parse(path.read_text())
    exempt = {id(node) for part in ast.walk(tree) if is_exempt(part) for node in ast.walk(part)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in exempt:
            is_text = WORDS.search(node.value) and not MACHINE_READ.search(node.value)
            if is_text:
                yield node.lineno, node.value


def is_exempt(node: ast.AST) -> bool:
    """A docstring, what is raised, an error's own sentence, a description for the JSON Schema, a line of a log."""
    match node:
        case ast.Expr(value=ast.Constant()) | ast.Raise():
            return True
        case ast.ClassDef():
            return _is_error(node)
        case ast.keyword(arg=name):
            return name in ("description", "exclude_if")
        case ast.Call(func=function):
            name = getattr(function, "attr", getattr(function, "id", ""))
            return name in ERROR_CALLS or (name in LOG_CALLS and "log" in ast.unparse(function))
    return False


def _is_error(node: ast.ClassDef) -> bool:
    return any(ast.unparse(base).endswith("Error") for base in node.bases)


def modules() -> list[Path]:
    return [path for layer in LAYERS for path in sorted((PACKAGE / layer).rglob("*.py"))]


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_sentence_is_made_outside_the_views(path: Path) -> None:
    if str(path.relative_to(PACKAGE)) in ALLOWED:
        return
    assert list(texts(path)) == []


def test_the_list_of_exceptions_is_not_longer_than_it_has_to_be() -> None:
    assert all(list(texts(PACKAGE / name)) for name in ALLOWED)


def test_the_look_for_sentences_finds_one(tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    module.write_text('"""A docstring is none."""\nlabel = f"It stands at {1}, below target"\n')
    assert [text for _, text in texts(module)] == ["It stands at ", ", below target"]
