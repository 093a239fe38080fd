"""Texts as the cells of a file can hold them: no control character, nothing longer than a cell, headings unlike."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assessment.views.wording.numbers import NO_VALUE
from assessment.views.wording.report import SHORTENED

CELL_LIMIT = 32_767
"""UTF-16 units that Excel takes in a cell."""
HEADING_LIMIT = 250
_LINE_ENDS = re.compile(r"\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
"""What begins a character by its number: in the name of a column Excel would take it for one."""
_NOT_HELD = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def clean_text(text: str) -> str:
    """The text without characters that neither XML nor a reader can take; every end of a line is one sign.

    >>> clean_text("a\\x00b\\r\\nc")
    'ab\\nc'
    """
    if text.isascii() and text.isprintable():
        return text
    return _NOT_HELD.sub("", _LINE_ENDS.sub("\n", text))


def cell_text(text: str) -> str:
    """The cleaned text, cut with a word where a cell cannot hold it.

    >>> len(cell_text("x" * 40_000)), cell_text("x" * 40_000).endswith("whole text)")
    (32767, True)
    """
    cleaned = clean_text(text)
    if len(cleaned) <= CELL_LIMIT // 2 or _units(cleaned) <= CELL_LIMIT:
        return cleaned
    kept = cleaned.encode("utf-16-le")[: 2 * (CELL_LIMIT - len(SHORTENED))].decode("utf-16-le", errors="ignore")
    return kept + SHORTENED


def headings(names: Iterable[str]) -> tuple[str, ...]:
    """Headings of a table: in one line, none of them empty, no two alike whatever their case, as Excel asks for.

    >>> headings(("Level", "level", "", "Level (2)"))
    ('Level', 'level (2)', '–', 'Level (2) (2)')
    """
    found: list[str] = []
    taken: set[str] = set()
    for name in names:
        line = _ESCAPE.sub("-", " ".join(clean_text(name).split()))[:HEADING_LIMIT] or NO_VALUE
        heading, number = line, 1
        while heading.casefold() in taken:
            number += 1
            heading = f"{line} ({number})"
        taken.add(heading.casefold())
        found.append(heading)
    return tuple(found)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
