"""The first look at an uploaded JSON file: what is too big, too deep or ambiguous is refused."""

from __future__ import annotations

import json
import re
from typing import Any, NoReturn

from assessment.errors import ImportRefused

MAX_BYTES = 50_000_000
MAX_DEPTH = 32
MAX_PARTS = 400_000  # values at most, or commas; some three times an assessment of 50 people at full depth
_TOKEN = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"|[\[{]|[\]}]', re.DOTALL)  # possessive: no backtracking, no memory


class _Refused(ValueError):
    """Raised inside the parser; its text is the reason."""


def parsed_upload(content: bytes, file_name: str) -> Any:
    """The values of a JSON file; raises ImportRefused for what is no JSON, too big, too deep, or names a key twice."""
    if len(content) > MAX_BYTES:
        raise ImportRefused(file_name, "", f"it has {len(content):,} bytes, at most {MAX_BYTES:,} are allowed")
    if content.count(b",") + content.count(b"[") + content.count(b"{") > MAX_PARTS:
        raise ImportRefused(file_name, "", f"it has more than {MAX_PARTS:,} values")
    try:
        text = content.decode("utf-8")
        _require_shallow(content)
        return json.loads(text, object_pairs_hook=_unique, parse_constant=_no_constant)
    except UnicodeDecodeError as error:
        raise ImportRefused(file_name, f"byte {error.start}", "it is not UTF-8 text") from error
    except json.JSONDecodeError as error:
        raise ImportRefused(file_name, f"line {error.lineno}, column {error.colno}", "it is not valid JSON") from error
    except _Refused as error:
        raise ImportRefused(file_name, "", str(error)) from error
    except (RecursionError, ValueError) as error:  # a number of thousands of digits raises ValueError
        raise ImportRefused(file_name, "", "it holds a number or nesting that cannot be read") from error


def _require_shallow(content: bytes) -> None:
    depth = 0
    for token in _TOKEN.finditer(content):
        mark = token.group()[:1]
        if mark in b"[{":
            depth += 1
            if depth > MAX_DEPTH:
                raise _Refused(f"it is nested deeper than {MAX_DEPTH} levels")
        elif mark in b"]}":
            depth -= 1


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        double = next(name for index, name in enumerate(names) if name in names[:index])
        raise _Refused(f"it names the key '{double[:80]}' twice in one place")
    return found


def _no_constant(name: str) -> NoReturn:
    raise _Refused(f"it holds {name}, which is no number")
