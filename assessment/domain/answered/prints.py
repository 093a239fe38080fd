"""The print of a row that is written into a sheet and read back: are its values still those it was written from?

A sheet is filled in elsewhere for days. Beside the values of a row it carries the print of what was stored then; on the
way back that tells what the reader of the sheet changed from what others changed meanwhile.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from datetime import date

PRINT_LENGTH = 12
Value = str | int | float | date | None


def print_of(values: Iterable[Value]) -> str:
    """Twelve hexadecimal digits, the same for the same values in the same order; nothing and an empty text are equal.

    >>> print_of(("Write the plan", None, date(2026, 3, 1)))
    'a9c0a71f4f0e'
    >>> print_of(("Write the plan", "", date(2026, 3, 1))) == print_of(("Write the plan", None, date(2026, 3, 1)))
    True
    """
    plain = [value.isoformat() if isinstance(value, date) else None if value == "" else value for value in values]
    return hashlib.sha256(json.dumps(plain, ensure_ascii=True).encode()).hexdigest()[:PRINT_LENGTH]
