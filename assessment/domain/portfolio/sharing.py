"""What units could do for each other: who could lend practice, and which gap so many have that once is enough."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assessment.domain.portfolio.figures import ProcessFigures, UnitLine
from assessment.domain.portfolio.spread import Spread

LEVELS_ABOVE = 2
"""From how many levels above the median up a unit could lend practice. Own rule."""
COMMON_SHARE = 0.5
"""From which share of the units that have a level up a gap is a common one. Own rule."""
FEWEST_WITH_GAP = 2
"""A gap of one unit is nobody else's. Own rule."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lender:
    """A unit that could lend its practice of a process, and its level there."""

    assessment_id: str
    level: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Lending:
    """Who could lend practice of a process, the highest first, and to whom: units at the median or under it that are
    below their target there.
    """

    process_id: str
    median: float
    units: tuple[Lender, ...]
    to_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CommonGap:
    """An attribute that holds a process below its target in `unit_ids`, of `count` units that have a level there."""

    process_id: str
    attribute_id: str
    attribute_name: str
    unit_ids: tuple[str, ...]
    count: int


Place = tuple[UnitLine, ProcessFigures]


def lending_of(process_id: str, places: Sequence[Place], spread: Spread) -> Lending | None:
    """Units far enough above the median; None where no unit is."""
    levels = [(line.assessment_id, process.level, process.is_below) for line, process in places]
    found = [
        Lender(assessment_id=unit_id, level=level)
        for unit_id, level, _ in levels
        if level is not None and level >= spread.median + LEVELS_ABOVE
    ]
    if not found:
        return None
    return Lending(
        process_id=process_id,
        median=spread.median,
        units=tuple(sorted(found, key=lambda one: -one.level)),
        to_ids=tuple(
            unit_id for unit_id, level, is_below in levels if level is not None and level <= spread.median and is_below
        ),
    )


def common_gaps_of(process_id: str, places: Sequence[Place]) -> tuple[CommonGap, ...]:
    """Attributes that hold the process in so many units, the most frequent first."""
    held: dict[str, list[str]] = {}
    names: dict[str, str] = {}
    for line, process in places:
        for attribute in process.held_by if process.is_below else ():
            held.setdefault(attribute.id, []).append(line.assessment_id)
            names.setdefault(attribute.id, attribute.name)
    found = [
        CommonGap(
            process_id=process_id,
            attribute_id=attribute_id,
            attribute_name=names[attribute_id],
            unit_ids=tuple(unit_ids),
            count=len(places),
        )
        for attribute_id, unit_ids in held.items()
        if len(unit_ids) >= max(FEWEST_WITH_GAP, COMMON_SHARE * len(places))
    ]
    return tuple(sorted(found, key=lambda one: -len(one.unit_ids)))
