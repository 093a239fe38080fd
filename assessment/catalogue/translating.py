"""What pydantic and the YAML parser say, in words that tell an author what to do."""

from __future__ import annotations

import yaml
from pydantic_core import ErrorDetails

from assessment.domain.authored.content import SLUG_PATTERN

SHOWN_CHARACTERS = 40
FORMS = {
    SLUG_PATTERN: "use small letters and digits, joined by single hyphens, as in change-management",
    r"^[a-z0-9-]+\.[a-z0-9-]+$": "name an item by its process and its own id, as in change-management.ownership",
    r"^(\*|[a-z0-9-]+)$": 'write the id of a process, or "*" for every process',
    r"^\d+\.\d+\.\d+$": 'write three numbers with dots between, as in "1.0.0"',
    r"^\d+(-\d+)?(; \d+(-\d+)?)*$": 'write lines of the paper as in "12" or "12-14; 30"',
    r"^[A-Z][0-9]?$": "write one capital letter, and one digit if need be, as in D or C1",
}
# part of what the parser says, what to do, and whether the fault is where the construct opened
_SYNTAX: tuple[tuple[str, str, bool], ...] = (
    ("end of stream", "the quote that opens here is never closed", True),
    ("document indicator", "the quote that opens here is not closed before the line '---' or '...'", True),
    ("',' or", "the bracket that opens here is not closed, or a comma is missing between its entries", True),
    ("expected ':'", "this line has no colon; write 'key: value', or put a text of several lines in quotes", True),
    ("expected key", "begin all lines of a block in the same column; in a text in quotes, use the other quote", False),
    ("mapping values", "put a text with a colon in quotes; begin this line in the same column as its block", False),
    ("start any token", "indent with spaces, not with a tab; put a text that begins with @, % or ` in quotes", False),
    ("tab character", "indent with spaces, not with a tab", False),
    ("'-' indicator", "begin each entry of the list with '- ', all in the same column", False),
    ("sequence entries", "begin a list on a line of its own; put a text that begins with - in quotes", False),
    ("unknown escape", "write a backslash twice, or put the text in single quotes", False),
    ("alphabetic or numeric", "put a text that begins with * or & in quotes", False),
    ("another document", "a file holds one document; remove the line '---'", False),
    ("node content", "a value or a bracket is missing here; put a text that begins with a bracket in quotes", False),
    ("comment or line break", "put a text that begins with | or > in quotes", False),
)


def syntax_fault(error: yaml.MarkedYAMLError, text: str) -> tuple[int, str]:
    """The line (from 1) of the text that an author should look at, and what is wrong there."""
    problem = error.problem or "broken here"
    mark, remedy = error.problem_mark, f"{problem}; check quotes, colons and indentation around here"
    for part, known_remedy, is_at_opening in _SYNTAX:
        if part in problem:
            remedy = known_remedy
            mark = error.context_mark if is_at_opening and error.context_mark else mark
            break
    # what is missing at the end is missed by the parser on the line after the last
    line = min(mark.line + 1 if mark else 1, max(1, len(text.splitlines())))
    return line, f"is not valid YAML: {remedy}"


def schema_fault(detail: ErrorDetails) -> str | None:
    """What is wrong at a place; None if it only follows from another fault that is reported by itself."""
    place = ".".join(str(part) for part in detail["loc"]) or "the file"
    given, kind, context = detail["input"], detail["type"], detail.get("ctx", {})
    if kind == "too_short" and len(given) >= context["min_length"]:
        # pydantic counts only entries without a fault
        return None
    if given is None:
        return f"{place} has no value; write {'its entries, or []' if kind == 'tuple_type' else 'one'}"
    shown, written = str(given)[:SHOWN_CHARACTERS], _as_written(given)
    reasons = {
        "missing": "is missing",
        "extra_forbidden": "is not a key of this place; check its spelling",
        "string_type": f"must be text, not {written}"
        if _is_nested(given)
        else f"must be text; put {written} in quotes",
        "string_too_short": "is empty",
        "string_too_long": f"is longer than {context.get('max_length')} characters",
        "string_pattern_mismatch": f"'{shown}' has another form; {FORMS.get(context.get('pattern', ''), 'correct it')}",
        "int_type": f"must be a whole number without quotes or decimals, not {written}",
        "float_type": f"must be a number without quotes, not {written}",
        "bool_type": f"must be true or false without quotes, not {written}",
        "tuple_type": f"must be a list, not {written}; begin each entry on a line of its own with '- '",
        "model_type": f"must be a block of lines 'key: value', not {written}",
        "too_short": f"has {_count(given)} entries, at least {context.get('min_length')} are needed",
        "too_long": f"has {_count(given)} entries, at most {context.get('max_length')} are allowed",
        "enum": f"'{shown}' is none of {context.get('expected')}",
        "literal_error": f"'{shown}' is none of {context.get('expected')}",
        "less_than_equal": f"{shown} is above {context.get('le')}",
        "greater_than_equal": f"{shown} is below {context.get('ge')}",
    }
    return f"{place} {reasons.get(kind, detail['msg'].lower())}"


def _is_nested(value: object) -> bool:
    return isinstance(value, list | dict)


def _count(value: object) -> int:
    return len(value) if isinstance(value, list) else 0


def _as_written(value: object) -> str:
    """A value as its author wrote it: with quotes if it is text, true and false in small letters."""
    if isinstance(value, list):
        return "a list"
    if isinstance(value, dict):
        return "a block of keys"
    if isinstance(value, str):
        return f'"{value[:SHOWN_CHARACTERS]}"'
    return str(value)[:SHOWN_CHARACTERS].lower()
