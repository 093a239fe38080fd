"""What would change the order: how far one weight has to move for the second process to come before the first.

| symbol | name | unit | range | direction |
|---|---|---|---|---|
| g | need of a process | share | 0 to 1 | higher needs more |
| s[k] | criterion k of a process: pain / 5, importance / 5, leverage | share | 0 to 1 | higher matters more |
| w[k] | weight of criterion k | none | 0 up | |
| d[k] | g s[k] of the first process minus that of the second | share | -1 to 1 | above 0 speaks for the first |
| crossing | weight at which both have the same priority: w[k] - sum(w d) / d[k] | none | 0 up | |

Both priorities have the same divisor, the sum of the weights, so which is higher turns on sum(w d) alone: a crossing is
a rational number, and it is reckoned as one. Own rule: a weight is given in hundredths, the first that ranking the
processes anew shows to be enough; weights of which one is above 1 are first brought to shares of 1.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction

from assessment.domain.planning.presets import shares
from assessment.domain.planning.priority import Weights, impact_share, priority_points
from assessment.domain.planning.ranking import in_order
from assessment.domain.rating.results import AssessmentResult, PriorityResult
from assessment.domain.rating.scale import HIGHEST_CODE

STEP = Fraction(1, 100)
"""In what steps a weight is given."""
HIGHEST_WEIGHT = 1000
DENOMINATOR = 10**9
"""What a float is brought back to a fraction with: 0.6 is meant as 3/5."""


class Criterion(StrEnum):
    """What a priority weighs."""

    PAIN = "pain"
    IMPORTANCE = "importance"
    LEVERAGE = "leverage"


@dataclass(frozen=True, slots=True, kw_only=True)
class Swap:
    """One weight moved, the others as they are: `weight` in place of `present_weight` puts the second before the first.

    `crossing` is where the two are level, and `first_id` who leads at `weight`: it may be a third process.
    """

    criterion: Criterion
    present_weight: float
    crossing: Fraction
    weight: float
    first_id: str

    @property
    def distance(self) -> Fraction:
        """How far the weight is from where the two are level."""
        return abs(self.crossing - _fraction(self.present_weight))


@dataclass(frozen=True, slots=True, kw_only=True)
class Swapping:
    """The first two processes, and for each criterion that can swap them the least that does; the nearest first."""

    first_id: str
    second_id: str
    weights: Weights
    swaps: tuple[Swap, ...]


def what_swaps(result: AssessmentResult, weights: Weights) -> Swapping | None:
    """What would put the second process before the first; None where fewer than two have a need."""
    ranked = sorted((one for one in result.priorities if one.need_share > 0), key=lambda one: one.rank)
    if len(ranked) < 2:
        return None
    first, second = ranked[:2]
    plain = in_shares(weights)
    entries = {one.process_id: one for one in result.priorities}
    in_model_order = [entries[own.process_id] for own in result.processes if own.process_id in entries]
    found = (_swap(in_model_order, first, second, plain, criterion) for criterion in Criterion)
    swaps = sorted((one for one in found if one is not None), key=lambda one: one.distance)
    return Swapping(first_id=first.process_id, second_id=second.process_id, weights=plain, swaps=tuple(swaps))


def in_shares(weights: Weights) -> Weights:
    """Weights as they are, or as shares of 1 where one of them is above 1: only proportions matter.

    >>> in_shares(Weights(pain=50, importance=25, leverage=25))
    Weights(pain=0.5, importance=0.25, leverage=0.25)
    """
    if max(weights.pain, weights.importance, weights.leverage) <= 1:
        return weights
    pain, importance, leverage = shares(weights)
    return Weights(pain=pain, importance=importance, leverage=leverage)


def order_under(priorities: Sequence[PriorityResult], weights: Weights) -> tuple[str, ...]:
    """The processes in the order that other weights give; `priorities` are in the model's order."""
    points = {
        one.process_id: priority_points(
            one.need_share, impact_share(one.pain, one.importance, one.leverage_share, weights)
        )
        for one in priorities
    }
    return in_order(points, {one.process_id: one.need_share for one in priorities})


def _swap(
    priorities: Sequence[PriorityResult],
    first: PriorityResult,
    second: PriorityResult,
    weights: Weights,
    criterion: Criterion,
) -> Swap | None:
    ahead, behind = _worth(first), _worth(second)
    differences = {one: ahead[one] - behind[one] for one in Criterion}
    if not differences[criterion]:
        return None
    present = _fraction(getattr(weights, criterion))
    lead = sum((_fraction(getattr(weights, one)) * differences[one] for one in Criterion), Fraction())
    crossing = present - lead / differences[criterion]
    for weight in _beyond(crossing, present, is_rising=differences[criterion] < 0):
        moved = replace(weights, **{criterion.value: float(weight)})
        order = order_under(priorities, moved)
        if order.index(second.process_id) < order.index(first.process_id):
            return Swap(
                criterion=criterion,
                present_weight=float(present),
                crossing=crossing,
                weight=float(weight),
                first_id=order[0],
            )
    return None


def _fraction(number: float) -> Fraction:
    return Fraction(number).limit_denominator(DENOMINATOR)


def _worth(entry: PriorityResult) -> Mapping[Criterion, Fraction]:
    """Need times each criterion; 0 for one that no process has."""
    need = _fraction(entry.need_share)
    return {
        Criterion.PAIN: need * Fraction(entry.pain or 0, HIGHEST_CODE),
        Criterion.IMPORTANCE: need * Fraction(entry.importance or 0, HIGHEST_CODE),
        Criterion.LEVERAGE: need * _fraction(entry.leverage_share),
    }


def _beyond(crossing: Fraction, present: Fraction, *, is_rising: bool) -> Iterator[Fraction]:
    """The crossing in steps, and one step beyond it, away from where the weight is; nothing that is no weight."""
    steps = math.ceil(crossing / STEP) if is_rising else math.floor(crossing / STEP)
    for count in (steps, steps + 1) if is_rising else (steps, steps - 1):
        weight = count * STEP
        is_on_its_side = weight >= present if is_rising else weight <= present
        if 0 <= weight <= HIGHEST_WEIGHT and is_on_its_side:
            yield weight
