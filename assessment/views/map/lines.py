"""The linkages of one process as straight lines from the edge of its box to the edge of another's.

Lines run below the boxes, so that no name is crossed. Of several linkages from one process to another one line stands:
broken where any of them is, thick where any is stated or an interaction, as leverage counts them. A line to and one
from the same process stand apart. Linkages with every process are no lines (METHOD.md section 12).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from assessment.domain.authored.content import Linkage, LinkageKind
from assessment.domain.computed import Computed
from assessment.domain.rating.hand_offs import linkages_in_scope
from assessment.views.map.places import Place, Places

Point = tuple[float, float]
SURE = frozenset({LinkageKind.STATED, LinkageKind.INTERACTION})
APART = (0.9, 2.0)
"""How far a line out and a line in are moved from the middle of a box, across and down."""
SIGN = (1.6, 2.4)
"""Half the width and the height of the sign of a broken line."""
TRIES = 17
"""Points of a line that are tried for its mark."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What one process hands to another: `start` at the supplier's box, `end` at the receiver's.

    `is_sure`: thick, otherwise dashed. `mark` is where the sign of a broken one stands, None for any other.
    """

    id: str
    from_process: str
    to_process: str
    start: Point
    end: Point
    is_sure: bool
    is_broken: bool
    mark: Point | None


def lines_of(computed: Computed, places: Places, process_id: str) -> tuple[Line, ...]:
    """The lines out of a process and into it, in the framework's order."""
    by_pair: dict[tuple[str, str], list[Linkage]] = {}
    for linkage in linkages_in_scope(computed.framework, computed.assessment):
        ends = (linkage.from_process, linkage.to_process)
        if process_id in ends and ends[0] != ends[1]:
            by_pair.setdefault(ends, []).append(linkage)
    broken = {entry.linkage_id for entry in computed.result.broken_hand_offs}
    boxes = {box.id: box.place for box in places.processes}
    tracks = _tracks(boxes, process_id, tuple(by_pair))
    lines: list[Line] = []
    for pair, between in by_pair.items():
        marks = [_around(line.mark) for line in lines if line.mark is not None]
        is_broken = any(one.id in broken for one in between)
        lines.append(_line(between, tracks[pair], (*boxes.values(), *marks), is_broken=is_broken))
    return tuple(lines)


def _around(mark: Point) -> Place:
    """The room that the sign of a broken line takes."""
    return Place(left=mark[0] - SIGN[0], top=mark[1] - SIGN[1], width=2 * SIGN[0], height=2 * SIGN[1])


def _line(
    between: Sequence[Linkage], track: tuple[Point, Point], obstacles: Sequence[Place], *, is_broken: bool
) -> Line:
    first = between[0]
    start, end = track
    return Line(
        id=first.id,
        from_process=first.from_process,
        to_process=first.to_process,
        start=start,
        end=end,
        is_sure=any(one.kind in SURE for one in between),
        is_broken=is_broken,
        mark=_clearest(start, end, obstacles) if is_broken else None,
    )


def _tracks(
    boxes: Mapping[str, Place], process_id: str, pairs: Sequence[tuple[str, str]]
) -> Mapping[tuple[str, str], tuple[Point, Point]]:
    """Start and end of each line: they leave the chosen box evenly spread over the side that looks at the other."""
    own = boxes[process_id]
    by_side: dict[Side, list[tuple[str, str]]] = {}
    for pair in pairs:
        by_side.setdefault(_side(own, boxes[_other(pair, process_id)]), []).append(pair)
    tracks: dict[tuple[str, str], tuple[Point, Point]] = {}
    for side, members in by_side.items():
        order = {pair: _steepness(side, own, boxes[_other(pair, process_id)]) for pair in members}
        members.sort(key=lambda pair: (order[pair], pair[0] == process_id))
        for number, pair in enumerate(members, start=1):
            near = _point_on(own, side, number / (len(members) + 1))
            box, is_out = boxes[_other(pair, process_id)], pair[0] == process_id
            far = leaves(box, _moved(box.middle, APART if is_out else (-APART[0], -APART[1])), near)
            tracks[pair] = (near, far) if is_out else (far, near)
    return tracks


class Side(StrEnum):
    """A side of a box."""

    LEFT = "left"
    RIGHT = "right"
    TOP = "top"
    BOTTOM = "bottom"


def _other(pair: tuple[str, str], process_id: str) -> str:
    return pair[1] if pair[0] == process_id else pair[0]


def _side(own: Place, other: Place) -> Side:
    """The side of a box that looks at another: above or below where they share a column, else left or right."""
    if other.left < own.right and own.left < other.right:
        return Side.TOP if other.top < own.top else Side.BOTTOM
    return Side.LEFT if other.right <= own.left else Side.RIGHT


def _steepness(side: Side, own: Place, other: Place) -> float:
    """By what lines of one side are put in order, so that they do not cross near the box."""
    across, down = other.middle[0] - own.middle[0], other.middle[1] - own.middle[1]
    along, away = (down, across) if side in (Side.LEFT, Side.RIGHT) else (across, down)
    return along / abs(away)


def _point_on(box: Place, side: Side, share: float) -> Point:
    if side in (Side.LEFT, Side.RIGHT):
        return (box.left if side is Side.LEFT else box.right), box.top + share * box.height
    return box.left + share * box.width, (box.top if side is Side.TOP else box.bottom)


def _moved(point: Point, by: Point) -> Point:
    return point[0] + by[0], point[1] + by[1]


def leaves(box: Place, inside: Point, towards: Point) -> Point:
    """Where a line from a point inside a box towards another point crosses the edge of the box.

    >>> leaves(Place(left=0, top=0, width=10, height=10), (5, 5), (25, 5))
    (10.0, 5.0)
    """
    across, down = towards[0] - inside[0], towards[1] - inside[1]
    shares = []
    if across:
        shares.append(((box.right if across > 0 else box.left) - inside[0]) / across)
    if down:
        shares.append(((box.bottom if down > 0 else box.top) - inside[1]) / down)
    share = min((own for own in shares if own >= 0), default=0.0)
    return inside[0] + share * across, inside[1] + share * down


def _clearest(start: Point, end: Point, boxes: Sequence[Place]) -> Point:
    """The point of a line that is farthest from every box, the one nearest its middle of equals."""
    return max(_along(start, end), key=lambda point: round(min(_distance(point, box) for box in boxes), 6))


def _along(start: Point, end: Point) -> Iterator[Point]:
    """Points of a line from its middle outwards."""
    half = TRIES // 2
    for number in range(TRIES):
        step = (number + 1) // 2 * (1 if number % 2 else -1)
        share = 0.5 + 0.4 * step / half
        yield start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1])


def _distance(point: Point, box: Place) -> float:
    """How far a point is from a box; below 0 inside it."""
    across = max(box.left - point[0], point[0] - box.right)
    down = max(box.top - point[1], point[1] - box.bottom)
    return max(across, down)
