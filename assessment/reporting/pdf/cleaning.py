"""Text made fit for print: no control characters, no run that cannot be broken, nothing endless."""

from __future__ import annotations

import dataclasses
import re
import unicodedata
from functools import cache
from operator import is_
from typing import Any, TypeVar

from assessment.views.wording.directions import FIRST_STRONG_ISOLATE, POP_ISOLATE
from assessment.views.wording.report import SHORTENED

RUN_LIMIT = 60
CHUNK = 30
TEXT_LIMIT = 2_000
ZERO_WIDTH_SPACE = "\u200b"
_LONG_RUN = re.compile(rf"[^\s{ZERO_WIDTH_SPACE}]{{{RUN_LIMIT + 1},}}")
_HASH = re.compile(r"[0-9a-f]{64}")
_LINE_ENDS = re.compile(r"\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_SPACES_BEFORE_END = re.compile(r"[ \t\u00a0]+(?=\n)")
_EMPTY_LINES = re.compile(r"\n{3,}")
_SPACES = re.compile(r"(?<=[^\n \t\u00a0])[ \t\u00a0]{3,}")
_DIRECTION_MARKS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067")
_DROPPED_CATEGORIES = frozenset(("Cc", "Cs", "Cn", "Co"))

Document = TypeVar("Document")


def cleaned(text: str) -> str:
    """The text without control and direction characters, long runs made breakable, cut at `TEXT_LIMIT` characters.

    Lines stay lines, whatever ended them; of several empty lines one stays. Isolates of our own sentences stay.

    >>> cleaned("a\\x00b\\u202ec")
    'abc'
    >>> cleaned("one\\x0btwo\\r\\nthree")
    'one\\ntwo\\nthree'
    """
    if text.isprintable() and len(text) <= TEXT_LIMIT:  # then it is one line without marks of direction
        if text.isascii() and len(text) <= RUN_LIMIT:
            return text
        if "   " not in text and not _LONG_RUN.search(text):
            return text
    if len(text) > TEXT_LIMIT:
        text = text[:TEXT_LIMIT].rstrip() + SHORTENED
    text = _SPACES_BEFORE_END.sub("", _LINE_ENDS.sub("\n", text))
    text = _SPACES.sub(" ", _EMPTY_LINES.sub("\n\n", text))
    kept = "".join(character for character in text if _is_printed(character))
    if kept.count(FIRST_STRONG_ISOLATE) != kept.count(POP_ISOLATE):
        kept = kept.replace(FIRST_STRONG_ISOLATE, "").replace(POP_ISOLATE, "")
    return _LONG_RUN.sub(lambda run: _broken(run.group()), kept)


def cleaned_throughout(document: Document) -> Document:
    """The same document with every text in it cleaned."""
    result: Document = _clean(document)
    return result


def _clean(value: Any) -> Any:
    """The same object where nothing in it changes: most texts need no cleaning, and parts are shared."""
    if isinstance(value, str):
        return cleaned(value)
    if isinstance(value, tuple):
        parts = tuple(map(_clean, value))
        return value if all(map(is_, parts, value)) else parts
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        before = {name: getattr(value, name) for name in _field_names(type(value))}
        after = {name: _clean(part) for name, part in before.items()}
        return value if all(map(is_, after.values(), before.values())) else type(value)(**after)
    return value


@cache
def _field_names(kind: Any) -> tuple[str, ...]:
    return tuple(entry.name for entry in dataclasses.fields(kind))


def _is_printed(character: str) -> bool:
    if character in "\n\t":
        return True
    return character not in _DIRECTION_MARKS and unicodedata.category(character) not in _DROPPED_CATEGORIES


def _broken(run: str) -> str:
    """A zero-width space after every `CHUNK` characters, never before a combining mark or a joiner.

    A SHA-256 stays whole, so that it can be copied from the page.
    """
    if _HASH.fullmatch(run):
        return run
    parts: list[str] = []
    start = 0
    while start < len(run):
        end = min(len(run), start + CHUNK)
        while end < len(run) and (unicodedata.combining(run[end]) or run[end] == "\u200d" or run[end - 1] == "\u200d"):
            end += 1
        parts.append(run[start:end])
        start = end
    return ZERO_WIDTH_SPACE.join(parts)
