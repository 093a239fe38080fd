"""How much room a text takes, from the advances of the product's own typeface; unknown letters count as wide.

A tenth is added: where the typeface is not installed another one, mostly a wider one, is put in its place. Sizes are in
points, widths in points.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

from fontTools.ttLib import TTFont

from assessment.charts.tokens import FONT_FACES, FONT_FOLDER, REGULAR_WEIGHT, SEMIBOLD_WEIGHT

SPARE = 1.1
LEADING = 1.22
"""Height of a line, in parts of the letters' size; set exactly in every paragraph."""
UNKNOWN, WIDE = 0.62, 1.05
ELLIPSIS = "…"
_ASSETS = Path(__file__).resolve().parents[3] / "assets" / FONT_FOLDER
_BREAKS = " \t\n\u200b"
_SPACE = 0.2


@cache
def _advances(weight: int) -> dict[str, float]:
    """The width of each letter of a weight, in parts of its size."""
    found: dict[str, float] = {}
    for face in (face for face in FONT_FACES if face.weight == weight):
        with TTFont(_ASSETS / face.file, lazy=True) as font:
            units = font["head"].unitsPerEm
            metrics = font["hmtx"].metrics
            for code, name in font.getBestCmap().items():
                found.setdefault(chr(code), metrics[name][0] / units)
    return found


def _letter(letter: str, advances: dict[str, float]) -> float:
    known = advances.get(letter)
    if known is not None:
        return known
    if unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0.0
    return WIDE if unicodedata.east_asian_width(letter) in "WF" else UNKNOWN


@lru_cache(maxsize=8192)
def _words(text: str, is_bold: bool) -> tuple[tuple[float, ...], ...]:
    """The widths of the letters of each word, at one point; a letter of a script without spaces is a word."""
    advances = _advances(SEMIBOLD_WEIGHT if is_bold else REGULAR_WEIGHT)
    return tuple(tuple(SPARE * _letter(letter, advances) for letter in word) for word in _split(text))


def _split(text: str) -> Iterator[str]:
    word = ""
    for letter in text:
        if letter in _BREAKS:
            if word:
                yield word
            word = ""
        elif unicodedata.east_asian_width(letter) in "WF":
            if word:
                yield word
            yield letter
            word = ""
        else:
            word += letter
    if word:
        yield word


def text_width(text: str, size: float, *, is_bold: bool = False) -> float:
    """The width of a text on one line."""
    words = _words(text, is_bold)
    return size * (sum(sum(word) for word in words) + SPARE * _SPACE * max(0, len(words) - 1))


def line_count(text: str, size: float, width: float, *, is_bold: bool = False) -> int:
    """So many lines a text takes in a width; a word wider than it is broken. An empty text takes one line.

    >>> line_count("one two", 10, 500), line_count("one two", 10, 20), line_count("", 10, 20)
    (1, 2, 1)
    """
    return sum(_lines(part, size, width, is_bold) for part in text.split("\n"))


def _lines(text: str, size: float, width: float, is_bold: bool) -> int:
    room, lines, used = width / size, 1, 0.0
    for word in _words(text, is_bold):
        own = sum(word)
        gap = SPARE * _SPACE if used else 0.0
        if used + gap + own <= room:
            used += gap + own
            continue
        if used:
            lines, used = lines + 1, 0.0
        if own <= room:
            used = own
            continue
        for letter in word:
            if used + letter > room and used:
                lines, used = lines + 1, 0.0
            used += letter
    return lines


def shortened(text: str, size: float, width: float, limit: int, *, is_bold: bool = False) -> str:
    """The text, or as much of it as takes so many lines, with an ellipsis behind.

    >>> shortened("one two three", 10, 500, 1), shortened("one two three", 10, 42, 1)
    ('one two three', 'one two…')
    """
    if line_count(text, size, width, is_bold=is_bold) <= limit:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if line_count(_cut(text, middle), size, width, is_bold=is_bold) <= limit:
            low = middle
        else:
            high = middle - 1
    return _cut(text, low)


def _cut(text: str, length: int) -> str:
    """So many letters, back to the end of a word where one is near, never between a letter and its marks."""
    while 0 < length < len(text) and (unicodedata.combining(text[length]) or text[length] in "\u200d\ufe0f"):
        length -= 1
    kept = text[:length]
    end = max(kept.rfind(" "), kept.rfind("\n"))
    if end > length - 16 and length < len(text) and text[length] not in _BREAKS and end > 0:
        kept = kept[:end]
    return kept.rstrip(" \t\n,;:.\u200b") + ELLIPSIS


def line_height(size: float) -> float:
    """The height of a line in points."""
    return size * LEADING
