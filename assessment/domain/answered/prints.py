"""The print of a row that is written into a sheet and read back: are its values still those it was written from?

A sheet is filled in elsewhere for days. Beside the values of a row it carries the print of what was stored then; on the
way back that tells what the reader of the sheet changed from what others changed meanwhile.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable
from datetime import date

PRINT_LENGTH = 12
_LINE_ENDS = re.compile(r"\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")
_NOT_HELD = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
Value = str | int | float | date | None


def print_of(values: Iterable[Value]) -> str:
    """Twelve hexadecimal digits, the same for the same values in the same order; nothing and an empty text are equal.

    >>> print_of(("Write the plan", None, date(2026, 3, 1)))
    'a9c0a71f4f0e'
    >>> print_of(("Write the plan", "", date(2026, 3, 1))) == print_of(("Write the plan", None, date(2026, 3, 1)))
    True
    """
    plain = [value.isoformat() if isinstance(value, date) else _compared(value) for value in values]
    return hashlib.sha256(json.dumps(plain, ensure_ascii=True).encode()).hexdigest()[:PRINT_LENGTH]


def on_paper(text: str) -> str:
    """A text as a file can hold it: without invisible characters and space around it, one sign for a new line.

    >>> on_paper(" a\\x01b\\r\\nc ")
    'ab\\nc'
    """
    return _NOT_HELD.sub("", _LINE_ENDS.sub("\n", text)).strip()


def _compared(value: str | int | float | None) -> str | int | float | None:
    return on_paper(value) or None if isinstance(value, str) else value
