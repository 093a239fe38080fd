"""The lines of a name in a box or over a group: as many as there is room for, the last one shortened."""

from __future__ import annotations

from assessment.charts.wrapping import wrapped
from assessment.views.map.process_map import Box, Frame

LETTERS_ACROSS = 14
"""Letters that a box of usual width has room for in one line."""
LINE_LIMIT = 3
HEAD_LIMIT = 2
ELLIPSIS = "…"


def box_lines(box: Box) -> tuple[str, ...]:
    """The name of a process, and under it what is said of it."""
    limit = LINE_LIMIT - 1 if box.note else LINE_LIMIT
    return (*_limited(box.name, LETTERS_ACROSS, limit), *((box.note,) if box.note else ()))


def frame_lines(frame: Frame, column_count: float) -> tuple[str, ...]:
    """The name of a group, as wide as its boxes are."""
    columns = max(1, round(frame.place.width / 100 * column_count))
    return _limited(frame.name, columns * (LETTERS_ACROSS + 2), HEAD_LIMIT)


def _limited(text: str, width: int, limit: int) -> tuple[str, ...]:
    lines = wrapped(text, width).split("\n")
    if len(lines) <= limit:
        return tuple(lines)
    last = lines[limit - 1][: width - 1].rstrip()
    return (*lines[: limit - 1], f"{last}{ELLIPSIS}")
