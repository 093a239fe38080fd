"""Numbers and lists as words, the same in charts, tables and report: rounded once, here."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

DIRECTION_WORDS: Mapping[str, str] = {"up": "higher is better", "down": "lower is better", "range": "within a range"}
MATCH_WORDS: Mapping[str, str] = {"full": "all of this work", "partial": "part of this work"}
CHOOSING = (
    "Teams and weaknesses that a statement names are examples; yours may be others. "
    "Choose the statement whose reach and weaknesses come closest."
)
NO_VALUE = "–"
NO_DATA = "•"


def counted(count: int, noun: str, plural: str | None = None) -> str:
    """A count with its noun.

    >>> counted(1, "process", "processes"), counted(3, "item")
    ('1 process', '3 items')
    """
    return f"{count} {noun if count == 1 else plural or noun + 's'}"


def listed(names: Sequence[str], limit: int | None = None) -> str:
    """Names as a sentence part; past `limit` the rest is counted.

    >>> listed(("A", "B", "C"))
    'A, B and C'
    >>> listed(("A", "B", "C", "D"), limit=2)
    'A, B and 2 more'
    """
    if limit is not None and len(names) > limit:
        return f"{', '.join(names[:limit])} and {len(names) - limit} more"
    if len(names) <= 1:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def whole(value: float) -> int:
    """Rounded to the nearest whole number, halves away from zero.

    >>> whole(0.5), whole(67.4), whole(-2.5)
    (1, 67, -3)
    """
    return int(math.copysign(math.floor(abs(value) + 0.5), value))


def rounded(value: float, decimals: int = 1) -> float:
    """Rounded to so many decimals, halves away from zero, as every text shows it.

    >>> rounded(6.55), rounded(0.125, 2)
    (6.6, 0.13)
    """
    scale: int = 10**decimals
    return whole(round(value * scale, 6)) / scale


def percent_text(value: float | None) -> str:
    """A percentage, whole; a dash where there is none.

    >>> percent_text(67.5), percent_text(None)
    ('68 %', '–')
    """
    return NO_VALUE if value is None else f"{whole(value)} %"


def share_text(share: float | None) -> str:
    """A share from 0 to 1 as a whole percentage, rounded down, so that a shown 90 % is never short of it.

    >>> share_text(0.905), share_text(0.29), share_text(None)
    ('90 %', '29 %', '–')
    """
    return NO_VALUE if share is None else f"{math.floor(share * 100 + 1e-9)} %"


def score_text(score: float | None) -> str:
    """A score to one decimal, rounded down, so that a shown 3.0 is always level 3.

    >>> score_text(2.99), score_text(3.0)
    ('2.9', '3.0')
    """
    return NO_VALUE if score is None else f"{math.floor(score * 10 + 1e-9) / 10:.1f}"


def number_text(value: float | None, decimals: int = 1) -> str:
    """A plain number; whole numbers without decimals.

    >>> number_text(3.0), number_text(2.25), number_text(None)
    ('3', '2.3', '–')
    """
    if value is None:
        return NO_VALUE
    scaled = rounded(value, decimals)
    return f"{scaled:.{decimals}f}" if scaled % 1 else f"{scaled:.0f}"


def tenth_text(value: float) -> str:
    """A number with one decimal, always.

    >>> tenth_text(3.0), tenth_text(18.25)
    ('3.0', '18.3')
    """
    return f"{rounded(value):.1f}"


def hundredth_text(value: float) -> str:
    """A number with two decimals, always.

    >>> hundredth_text(1.0), hundredth_text(0.125)
    ('1.00', '0.13')
    """
    return f"{rounded(value, 2):.2f}"


def signed_text(value: float | None) -> str:
    """A whole number with its sign; a true minus.

    >>> signed_text(40.0), signed_text(-20.0), signed_text(0.0)
    ('+40', '−20', '0')
    """
    if value is None:
        return NO_VALUE
    rounded = whole(round(value, 6))
    return f"+{rounded}" if rounded > 0 else f"−{-rounded}" if rounded < 0 else "0"


def level_text(level: int | None) -> str:
    """A level's digit, or a dash where the process has none.

    >>> level_text(0), level_text(None)
    ('0', '–')
    """
    return NO_VALUE if level is None else str(level)


def bare(sentence: str) -> str:
    """A sentence without its last stop, to go on with.

    >>> bare("It works.")
    'It works'
    """
    return sentence.rstrip(". ")
