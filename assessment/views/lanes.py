"""Labels beside dots on lanes, so that no label or dot covers another, whatever is drawn.

Dots of one band stand on lanes one above the other. From the left each dot takes the first lane on which it and its
label have room; where none has, a new lane. The label stands to the right of its dot, at the right edge to the left of
it, and is shortened where neither side has room for it. Same dots, same places.

Widths are in ems, the size of the letters, and the band is taken to be as narrow as any printer draws it: on a wider
one everything moves apart and stays apart.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

ACROSS = 46.0
"""Width of a band in ems: 552 pixels at 12, 130 mm at 8 points."""
SPACE = 0.5
"""Between a dot and its label, and between one label and the next dot."""
ELLIPSIS = "…"
_NARROW, _WIDE = frozenset("iljtfrI1.,;:'|!()[] -"), frozenset("mwMWOQGD@%&")
_USUAL_EM, _NARROW_EM, _WIDE_EM, _LARGE_EM, _FULL_EM = 0.58, 0.36, 0.92, 0.68, 1.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """What is to be placed: `across` from 0 to 100, its radius in ems, and what it is called."""

    id: str
    across: float
    radius: float
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """A dot on its lane, 0 the lowest; `low` and `high` are all it takes of the band, in ems, label and all."""

    id: str
    lane: int
    label: str
    is_left: bool
    low: float
    high: float


def laid_out(dots: Sequence[Dot], across: float = ACROSS) -> tuple[Laid, ...]:
    """A place for each dot, in the order given; the lanes of a band are as many as it takes."""
    ends: list[float] = []
    placed: dict[str, Laid] = {}
    for dot in sorted(dots, key=lambda own: (_span(own, across)[0], own.across, own.id)):
        low, high, label, is_left = _span(dot, across)
        lane = next((number for number, end in enumerate(ends) if end <= low), len(ends))
        ends[lane : lane + 1] = [high + SPACE]
        placed[dot.id] = Laid(id=dot.id, lane=lane, label=label, is_left=is_left, low=low, high=high)
    return tuple(placed[dot.id] for dot in dots)


def width_of(text: str) -> float:
    """At most so wide a text is, in ems; letters nobody knows count as wide.

    >>> width_of("ill") < width_of("abc") < width_of("MMM")
    True
    """
    return sum(_em(letter) for letter in text)


def _em(letter: str) -> float:
    if unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0.0
    if letter in _NARROW:
        return _NARROW_EM
    if letter in _WIDE:
        return _WIDE_EM
    if unicodedata.east_asian_width(letter) in "WF" or ord(letter) > 0x052F:
        return _FULL_EM
    return _LARGE_EM if letter.isupper() else _USUAL_EM


def _span(dot: Dot, across: float) -> tuple[float, float, str, bool]:
    """From where to where a dot reaches with its label, the label, and whether that stands on the left."""
    middle = dot.across / 100 * across
    before, after = middle - dot.radius, middle + dot.radius
    room_left, room_right = before - SPACE, across - after - SPACE
    wanted = width_of(dot.label)
    is_left = wanted > room_right and room_left > room_right
    label = _shortened(dot.label, max(room_left, room_right))
    width = SPACE + width_of(label)
    return (before - width, after, label, True) if is_left else (before, after + width, label, False)


def _shortened(text: str, room: float) -> str:
    """The text, or as much of its beginning as there is room for."""
    if width_of(text) <= room:
        return text
    short = text
    while short and width_of(f"{short.rstrip()}{ELLIPSIS}") > room:
        short = short[:-1]
    return f"{short.rstrip()}{ELLIPSIS}"
