"""Texts in CSV files: none acts as a formula in a spreadsheet, and each comes back as it was."""

from __future__ import annotations

_MARK = "'"
_ACTS_AS_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def guarded(text: str) -> str:
    """The text; one that a spreadsheet would compute begins with an apostrophe, one that looks guarded with another.

    >>> guarded("=1+1"), guarded("'=1+1"), guarded("1 - 1"), guarded("'tis")
    ("'=1+1", "''=1+1", '1 - 1', "'tis")
    """
    return _MARK + text if text.lstrip(_MARK).startswith(_ACTS_AS_FORMULA) else text


def unguarded(text: str) -> str:
    """What was guarded.

    >>> [unguarded(guarded(text)) for text in ("=1+1", "'=1+1", "1 - 1", "'tis", "'", "")]
    ['=1+1', "'=1+1", '1 - 1', "'tis", "'", '']
    """
    is_guarded = text.startswith(_MARK) and text.lstrip(_MARK).startswith(_ACTS_AS_FORMULA)
    return text[1:] if is_guarded else text
