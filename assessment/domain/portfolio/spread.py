"""How far a few levels lie apart.

| symbol | name | unit | range | direction |
|---|---|---|---|---|
| median | the middle of the levels | level | 0 to 5 | higher is better |
| lower, upper | quartiles | level | 0 to 5 | lower <= median <= upper |
| lowest, highest | the ends | level | 0 to 5 | |

Quartiles are read between the sorted levels by straight lines (type 7 of Hyndman and Fan, 1996, as spreadsheets do).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

UNITS_FOR_MEDIAN = 2
"""From how many levels up there is a median: one level is no comparison. Own rule."""
UNITS_FOR_QUARTILES = 5
"""From how many units up quartiles of levels are told: of fewer each quartile is nearly one unit's level. Own rule."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """The levels of one process over units: `count` of them have one. Quartiles are None below their floor."""

    count: int
    median: float
    lowest: int
    highest: int
    lower_quartile: float | None
    upper_quartile: float | None


def spread_of(levels: Sequence[int]) -> Spread | None:
    """The spread of some levels; None for fewer than two.

    >>> one = spread_of((1, 2, 2, 3, 5))
    >>> one.median, one.lower_quartile, one.upper_quartile, one.lowest, one.highest
    (2.0, 2.0, 3.0, 1, 5)
    >>> spread_of((1, 4)).median, spread_of((1, 4)).lower_quartile, spread_of((3,))
    (2.5, None, None)
    """
    if len(levels) < UNITS_FOR_MEDIAN:
        return None
    ordered = sorted(levels)
    has_quartiles = len(ordered) >= UNITS_FOR_QUARTILES
    return Spread(
        count=len(ordered),
        median=quantile(ordered, 0.5),
        lowest=ordered[0],
        highest=ordered[-1],
        lower_quartile=quantile(ordered, 0.25) if has_quartiles else None,
        upper_quartile=quantile(ordered, 0.75) if has_quartiles else None,
    )


def quantile(ordered: Sequence[int], share: float) -> float:
    """The value below which a share of sorted values lies, read between its two neighbours.

    >>> quantile((0, 1, 2, 3), 0.25), quantile((4,), 0.75)
    (0.75, 4.0)
    """
    place = share * (len(ordered) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])
