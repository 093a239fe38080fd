"""Labels beside a scale, moved apart no further than it takes for none to cover another."""

from __future__ import annotations

from collections.abc import Sequence


def spread(places: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Where labels stand that want to stand at `places`: `gap` apart or more, from `low` to `high`, in their order.

    Where there is no room for all, they stand evenly from end to end.

    >>> spread((1.0, 1.0, 4.0), 0.5, 0.0, 5.0)
    [0.75, 1.25, 4.0]
    """
    if not places:
        return []
    if gap * (len(places) - 1) >= high - low:
        gap = (high - low) / max(1, len(places) - 1)
    order = sorted(range(len(places)), key=lambda index: places[index])
    blocks: list[tuple[float, int]] = []  # the lowest place of labels that touch, and how many they are
    for index in order:
        blocks.append((min(max(places[index], low), high), 1))
        while len(blocks) > 1 and _end(blocks[-2], gap) > blocks[-1][0] + 1e-9:
            blocks[-2:] = [_joined(blocks[-2], blocks[-1], gap, low, high)]
    found = [0.0] * len(places)
    stands = [start + gap * number for start, count in blocks for number in range(count)]
    for index, place in zip(order, stands, strict=True):
        found[index] = place
    return found


def _end(block: tuple[float, int], gap: float) -> float:
    return block[0] + gap * block[1]


def _joined(one: tuple[float, int], other: tuple[float, int], gap: float, low: float, high: float) -> tuple[float, int]:
    """Two blocks that touch as one around their common middle."""
    count = one[1] + other[1]
    middles = [block[0] + gap * (block[1] - 1) / 2 for block in (one, other)]
    middle = (middles[0] * one[1] + middles[1] * other[1]) / count
    start = middle - gap * (count - 1) / 2
    return min(max(start, low), high - gap * (count - 1)), count
