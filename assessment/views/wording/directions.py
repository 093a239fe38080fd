"""Which way a text runs, and names that keep their own direction in the middle of a sentence.

Without an isolate a number behind an Arabic or Hebrew name moves to the other side of the name, away from its noun.
"""

from __future__ import annotations

import unicodedata

FIRST_STRONG_ISOLATE = "\u2068"
POP_ISOLATE = "\u2069"
_RIGHT_TO_LEFT = frozenset(("R", "AL"))


def isolated(text: str) -> str:
    """What somebody wrote, for the middle of a sentence: isolated, once, where letters run from right to left.

    >>> isolated("Payroll"), isolated("\u05d0") == "\u2068\u05d0\u2069"
    ('Payroll', True)
    """
    if text.isascii() or FIRST_STRONG_ISOLATE in text:
        return text
    if not any(unicodedata.bidirectional(letter) in _RIGHT_TO_LEFT for letter in text):
        return text
    return f"{FIRST_STRONG_ISOLATE}{text.replace(POP_ISOLATE, '')}{POP_ISOLATE}"


def runs_right_to_left(text: str) -> bool:
    """Whether the first letter outside an isolate that has a direction runs from right to left.

    >>> runs_right_to_left("1. \u05d0b"), runs_right_to_left("\u2068\u05d0\u2069 leans on"), runs_right_to_left("12")
    (True, False, False)
    """
    if text.isascii():
        return False
    depth = 0
    for letter in text:
        depth += (letter == FIRST_STRONG_ISOLATE) - (letter == POP_ISOLATE)
        if depth == 0 and unicodedata.bidirectional(letter) in ("L", "R", "AL"):
            return unicodedata.bidirectional(letter) != "L"
    return False
