"""Colours on white: how far they stand out, how far they must, and the nearest one that does.

WCAG 2.2, sections 1.4.3 (text, 4.5:1) and 1.4.11 (bars, lines and large text, 3:1).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

WHITE = "#FFFFFF"
_STEPS = 1_000


class ColourUse(StrEnum):
    """What a colour is for, which says how far it must stand out."""

    TEXT = "text"
    BARS = "bars"

    @property
    def needed_ratio(self) -> float:
        """The least contrast with white, 1 (none) to 21."""
        return 4.5 if self is ColourUse.TEXT else 3.0


@dataclass(frozen=True, slots=True, kw_only=True)
class PaleColour:
    """A colour that does not stand out enough for its use; `nearest` is of the same hue and does."""

    colour: str
    use: ColourUse
    ratio: float
    nearest: str


def contrast_ratio(first: str, second: str) -> float:
    """Contrast of two `#RRGGBB` colours, 1 (none) to 21 (black on white), by WCAG 2.2 section 1.4.3.

    >>> round(contrast_ratio("#FFFFFF", "#000000"), 1)
    21.0
    """
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def pale(colour: str, use: ColourUse) -> PaleColour | None:
    """What is wrong with a `#RRGGBB` colour on white for a use; None where it stands out enough.

    >>> pale("#767676", ColourUse.TEXT) is None, pale("#777777", ColourUse.TEXT).nearest
    (True, '#767676')
    """
    ratio = contrast_ratio(colour, WHITE)
    if ratio >= use.needed_ratio:
        return None
    return PaleColour(colour=colour, use=use, ratio=ratio, nearest=nearest_colour(colour, use))


def nearest_colour(colour: str, use: ColourUse) -> str:
    """The colour darkened, hue kept, by as little as its use on white asks; itself where it does already.

    >>> nearest_colour("#000000", ColourUse.TEXT)
    '#000000'
    """
    for step in range(_STEPS, -1, -1):
        darker = _scaled(colour, step / _STEPS)
        if contrast_ratio(darker, WHITE) >= use.needed_ratio:
            return darker
    return "#000000"


def _scaled(colour: str, share: float) -> str:
    return "#" + "".join(f"{int(channel * share):02X}" for channel in _channels(colour))


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[place : place + 2], 16) for place in (1, 3, 5))


def _luminance(colour: str) -> float:
    shares = [channel / 255 for channel in _channels(colour)]
    red, green, blue = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
