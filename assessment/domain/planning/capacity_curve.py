"""What one more unit of capacity buys: the best plan for a little less and for a little more of it in every wave.

| symbol | name | unit | range | direction |
|---|---|---|---|---|
| change | points that every wave has more than now | points | -4 to 8, none below an empty wave | |
| worth, value, at target, effort | see `outcome` | | | |

Each point is a plan made anew, with everything else as it is: pins, linkages, efforts, weights. Own rules: the change
is the same in every wave, from four points less to eight more, and there are no further points once each step is in
the earliest wave that its order allows, as nothing more can be bought. The worth never falls as capacity rises, as
every plan that had room still has.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from assessment.domain.planning.outcome import Outcome, outcome_of
from assessment.domain.planning.posing import Posed

MOST_FEWER = 4
MOST_MORE = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class CurvePoint:
    """The plan with `change_count` points more in every wave; `person_day_count`, `cost` where a point has any."""

    change_count: int
    capacities: tuple[int, ...]
    outcome: Outcome
    person_day_count: float | None
    cost: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CapacityCurve:
    """The points from the least capacity up; one of them has change 0: the plan as it is."""

    points: tuple[CurvePoint, ...]

    @classmethod
    def of(cls, points: Iterable[CurvePoint]) -> CapacityCurve:
        """The curve of points in any order."""
        return cls(points=tuple(sorted(points, key=lambda point: point.change_count)))

    @property
    def present(self) -> CurvePoint:
        """The plan as it is."""
        return next(point for point in self.points if not point.change_count)

    @property
    def next_gain(self) -> CurvePoint | None:
        """The nearest point with more capacity that brings more processes to target or more value; None for none."""
        now = self.present.outcome
        return next(
            (
                point
                for point in self.points
                if point.change_count > 0
                and (point.outcome.at_target_count > now.at_target_count or point.outcome.value > now.value + 1e-6)
            ),
            None,
        )

    @property
    def is_whole(self) -> bool:
        """Whether every step is funded at the highest capacity."""
        last = self.points[-1].outcome
        return last.funded_count == last.step_count


def changes_of(capacities: tuple[int, ...]) -> tuple[int, ...]:
    """By how many points capacity is changed: as it is, then more, then less.

    >>> changes_of((1, 2))
    (0, 1, 2, 3, 4, 5, 6, 7, 8, -1, -2)
    """
    fewer = min(MOST_FEWER, max(capacities, default=0))
    return (0, *range(1, MOST_MORE + 1), *range(-1, -fewer - 1, -1))


def curve_points(posed: Posed) -> Iterator[CurvePoint]:
    """The points one by one, the plan as it is first; each takes about as long as planning."""
    is_bought = False
    for change in changes_of(posed.unpinned.capacities):
        if change > 0 and is_bought:
            continue
        other = with_capacities(posed, tuple(max(0, one + change) for one in posed.unpinned.capacities))
        point = _point(other, change)
        is_bought = is_bought or _has_all(other, point.outcome)
        yield point


def with_capacities(posed: Posed, capacities: tuple[int, ...]) -> Posed:
    """The same to be planned with other capacities."""
    return replace(posed, unpinned=replace(posed.unpinned, capacities=capacities))


def _point(posed: Posed, change: int) -> CurvePoint:
    outcome, settings = outcome_of(posed), posed.settings
    days, cost = settings.person_days_per_point, settings.cost_per_point
    return CurvePoint(
        change_count=change,
        capacities=posed.unpinned.capacities,
        outcome=outcome,
        person_day_count=None if days is None else outcome.effort_count * days,
        cost=None if cost is None else outcome.effort_count * cost,
    )


def _has_all(posed: Posed, outcome: Outcome) -> bool:
    """Whether each step is as early as its order allows, or can never be: more capacity changes nothing."""
    boundless = replace(
        posed.unpinned,
        capacities=(sum(step.effort_count for step in posed.unpinned.steps),) * len(posed.unpinned.capacities),
    )
    by_hand = dict(posed.pinned.problem.pins)
    return all(
        wave == by_hand.get(index, earliest or 0)
        for index, (wave, earliest) in enumerate(zip(outcome.waves, boundless.earliest_waves, strict=True))
    )
