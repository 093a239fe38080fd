"""A text broken into lines of so many letters; it needs no library of charts, so that paper does not wait for one."""

from __future__ import annotations

import textwrap


def wrapped(text: str, width: int) -> str:
    """Text broken into lines of at most `width` characters, long words hyphenated; axes split it at the breaks."""
    words = [part for word in text.split() for part in _hyphenated(word, width)]
    return "\n".join(textwrap.wrap(" ".join(words), width, break_on_hyphens=True)) or text


def _hyphenated(word: str, width: int) -> list[str]:
    if len(word) <= width:
        return [word]
    if "-" in word[1:-1]:
        first, rest = word.split("-", 1)
        return [*_hyphenated(f"{first}-", width), *_hyphenated(rest, width)]
    half = (len(word) + 1) // 2
    return [f"{word[:half]}-", *_hyphenated(word[half:], width)]
