"""Where groups and processes stand on the map, from what the framework says and nothing else.

The hub stands in the middle. The other groups stand around it clockwise in the order of the framework, which is that of
the life cycle: the first at the top left, the next ones down the right side, the last ones up the left side. Of the
paper's Figure 6 the words alone are left (lines 797 to 910); its Figure 5 is read so: business and IT at the top left,
design at the top right, deployment below it, operation at the bottom left, assurance in the middle. A group's processes
fill its rows from the left in the framework's order. A framework without a hub has its groups on two sides, and one of
a single group is a grid: whoever writes a framework needs no Python for a map, only the order of groups.

Places run from 0 to 100 across and down; `row_count` is the height in rows of boxes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from assessment.domain.authored.content import Group
from assessment.domain.authored.framework import Framework
from assessment.domain.authored.hub import hub_of

MOST_COLUMNS = 6
"""Boxes side by side: more leave no room for names at 1,024 pixels and on paper."""
HEAD = 0.42
"""Height of a group's name, in rows."""
AIR = 0.14
"""Between boxes and around them, in rows and in columns of boxes alike."""
GUTTER = 0.3
"""Between the columns of groups, in columns of boxes: where lines are seen best."""
BETWEEN = 0.2
"""At least so much between groups one above the other, in rows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A rectangle from 0 to 100 across and down."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.top + self.height

    @property
    def middle(self) -> tuple[float, float]:
        """Its middle, across and down."""
        return self.left + self.width / 2, self.top + self.height / 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A group or a process, by its id, with its place."""

    id: str
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Every group and every process of a framework; `hub_id` is "" where no group is the hub."""

    groups: tuple[Placed, ...]
    processes: tuple[Placed, ...]
    hub_id: str
    row_count: float
    column_count: float


@dataclass(frozen=True, slots=True, kw_only=True)
class _Side:
    """Groups one above the other, each with so many boxes side by side."""

    groups: tuple[Group, ...]
    column_count: int

    def row_counts(self) -> tuple[int, ...]:
        """The rows of boxes of each group."""
        return tuple(-(-len(group.processes) // self.column_count) for group in self.groups)

    @property
    def height(self) -> float:
        """At least so high, in rows."""
        return sum(_height(count) for count in self.row_counts()) + BETWEEN * (len(self.groups) - 1)


def places_of(framework: Framework) -> Places:
    """The place of each group and process: the same for every assessment of the framework."""
    hub = hub_of(framework)
    sides = _sides(framework, hub)
    height = max(side.height for side in sides)
    column_count = sum(side.column_count for side in sides) + GUTTER * (len(sides) - 1)
    across, down = 100 / column_count, 100 / height
    groups: list[Placed] = []
    processes: list[Placed] = []
    left = 0.0
    for side in sides:
        for group, top, rows in _stacked(side, height):
            frame = Place(
                left=left * across, top=top * down, width=side.column_count * across, height=_height(rows) * down
            )
            groups.append(Placed(id=group.id, place=frame))
            processes.extend(_boxes(group, side.column_count, left, top, across, down))
        left += side.column_count + GUTTER
    order = {process.id: number for number, process in enumerate(framework.processes)}
    return Places(
        groups=tuple(groups),
        processes=tuple(sorted(processes, key=lambda one: order[one.id])),
        hub_id=hub.id if hub else "",
        row_count=height,
        column_count=column_count,
    )


def _sides(framework: Framework, hub: Group | None) -> tuple[_Side, ...]:
    """Left, middle and right as far as each has a group, as wide as makes the map lowest."""
    around = [group for group in framework.groups if group is not hub]
    right_count = len(around) // 2
    right = tuple(around[1 : 1 + right_count])
    left = (*around[:1], *reversed(around[1 + right_count :]))
    stacks = [stack for stack in (left, (hub,) if hub else (), right) if stack]
    chosen = min(_widths(len(stacks)), key=lambda widths: _cost(stacks, widths))
    return tuple(_Side(groups=stack, column_count=width) for stack, width in zip(stacks, chosen, strict=True))


def _widths(side_count: int) -> Iterator[tuple[int, ...]]:
    """Every way to give sides their columns of boxes."""
    for widths in product(range(1, MOST_COLUMNS + 1), repeat=side_count):
        if sum(widths) <= MOST_COLUMNS:
            yield widths


def _cost(stacks: Sequence[tuple[Group, ...]], widths: tuple[int, ...]) -> tuple[float, int, tuple[int, ...]]:
    """The lowest map first, then the one with the fewest columns, then the first of these."""
    heights = (_Side(groups=stack, column_count=width).height for stack, width in zip(stacks, widths, strict=True))
    return max(heights), sum(widths), widths


def _height(row_count: int) -> float:
    """The height of a group with so many rows of boxes."""
    return HEAD + row_count + AIR


def _stacked(side: _Side, height: float) -> Iterator[tuple[Group, float, int]]:
    """Each group with its upper edge and its rows: alone in the middle, several spread over the whole height."""
    spare = height - side.height
    between = BETWEEN + (spare / (len(side.groups) - 1) if len(side.groups) > 1 else 0.0)
    top = spare / 2 if len(side.groups) == 1 else 0.0
    for group, rows in zip(side.groups, side.row_counts(), strict=True):
        yield group, top, rows
        top += _height(rows) + between


def _boxes(group: Group, column_count: int, left: float, top: float, across: float, down: float) -> Iterator[Placed]:
    """The processes of a group, row by row from the left; where a row is not full, its boxes stay as wide as others."""
    width = (column_count - AIR) / column_count
    for number, process_id in enumerate(group.processes):
        row, column = divmod(number, column_count)
        box = Place(
            left=(left + AIR / 2 + column * width + AIR / 4) * across,
            top=(top + HEAD + row + AIR / 2) * down,
            width=(width - AIR / 2) * across,
            height=(1 - AIR) * down,
        )
        yield Placed(id=process_id, place=box)
