"""How far people agree on which processes hurt and which matter: Kendall's W over their rankings (METHOD.md section 8).

| symbol | name | unit | range | direction |
|---|---|---|---|---|
| W | Kendall's concordance, tie-corrected | share | 0 (no common order) to 1 (one order) | higher agrees more |
| place | place of a process in one person's order, 1 the most; equal ones share the mean | places | 1 to n | |
| apart | mean distance between two people's places of a process | places | 0 up | higher agrees less |

Own rules: ranked are the processes in scope on which as many people as the anonymity floor gave an opinion; counted are
the people who gave one on half of these or more; a process that one of them said nothing of takes the middle place of
that person's order, which says neither first nor last. With d a place less the middle one, W = S / (m sum(d^2)), S the
sum over the processes of the square of the sum of d over m people: without a gap this is Kendall's W with his term for
ties. Nothing is told of fewer people than the floor, nor of a process of which those left out are fewer than it.
The bounds of the words lie halfway between the values of Schmidt, Managing Delphi Surveys Using Nonparametric
Statistical Techniques (Decision Sciences, 1997): .1 very weak, .3 weak, .5 moderate, .7 strong, .9 unusually strong.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import median

from assessment.domain.answered.assessment import Assessment

ENOUGH_SHARE = 0.5
"""The share of the ranked processes that somebody has to have an opinion on to be counted. Own rule."""
FEWEST_PROCESSES = 3
"""Of fewer processes there is no order worth the name. Own rule."""
FEWEST_PEOPLE = 2
WEAK_W, MODERATE_W, STRONG_W, VERY_STRONG_W = 0.2, 0.4, 0.6, 0.8
_Codes = Mapping[str, Mapping[str, int]]


class Criterion(StrEnum):
    """What the processes are ranked by."""

    PAIN = "pain"
    IMPORTANCE = "importance"


class RankingState(StrEnum):
    """How far the orders agree, in a word; not told: by fewer people than the floor."""

    NOT_MEASURED = "not-measured"
    NOT_TOLD = "not-told"
    VERY_WEAK = "very-weak"
    WEAK = "weak"
    MODERATE = "moderate"
    STRONG = "strong"
    VERY_STRONG = "very-strong"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessPlaces:
    """Where people place one process: how many of them, their median place, and how far two of them are apart."""

    process_id: str
    people_count: int
    median_place: float
    apart_count: float


@dataclass(frozen=True, slots=True, kw_only=True)
class RankingAgreement:
    """How far people agree on an order of processes.

    `w_share` 0 to 1, None where it is not measured or not told; then the counts are 0 and `apart` is empty. `apart`
    has the ranked processes that may be told, those furthest apart first, then in the model's order.
    """

    criterion: Criterion
    state: RankingState
    w_share: float | None = None
    people_count: int = 0
    process_count: int = 0
    apart: tuple[ProcessPlaces, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OpinionAgreement:
    """Agreement on how much the processes hurt, and on how much they matter."""

    pain: RankingAgreement
    importance: RankingAgreement

    @property
    def both(self) -> tuple[RankingAgreement, RankingAgreement]:
        """Pain, then importance."""
        return self.pain, self.importance


def measure_opinions(assessment: Assessment) -> OpinionAgreement:
    """How far people agree on what hurts and what matters, above the anonymity floor alone."""
    return OpinionAgreement(
        pain=measure_ranking(assessment, Criterion.PAIN), importance=measure_ranking(assessment, Criterion.IMPORTANCE)
    )


def measure_ranking(assessment: Assessment, criterion: Criterion) -> RankingAgreement:
    """The agreement of people's orders by one criterion."""
    floor = assessment.header.anonymity_floor
    codes = _codes(assessment, criterion)
    given = {own: sum(own in said for said in codes.values()) for own in assessment.scope}
    ranked = tuple(own for own in assessment.scope if given[own] >= floor)
    counted = {who: said for who, said in codes.items() if _is_enough(said, ranked)}
    if len(ranked) < FEWEST_PROCESSES or len(counted) < FEWEST_PEOPLE:
        return RankingAgreement(criterion=criterion, state=RankingState.NOT_MEASURED)
    if len(counted) < floor:
        return RankingAgreement(criterion=criterion, state=RankingState.NOT_TOLD)
    orders = tuple(_places(said, ranked) for said in counted.values())
    w_share = concordance(orders, len(ranked))
    if w_share is None:
        return RankingAgreement(criterion=criterion, state=RankingState.NOT_MEASURED)
    return RankingAgreement(
        criterion=criterion,
        state=state_of(w_share),
        w_share=w_share,
        people_count=len(counted),
        process_count=len(ranked),
        apart=_apart(orders, ranked, given, floor),
    )


def concordance(orders: Sequence[Mapping[str, float]], process_count: int) -> float | None:
    """W of several orders of the same processes, 0 to 1; a process that an order lacks has its middle place.

    None where nobody tells any two apart.

    >>> concordance([{"a": 1, "b": 2, "c": 3}, {"a": 1, "b": 2, "c": 3}], 3)
    1.0
    >>> concordance([{"a": 1, "b": 2, "c": 3}, {"a": 3, "b": 2, "c": 1}], 3)
    0.0
    """
    middle = (process_count + 1) / 2
    sums: dict[str, float] = {}
    for order in orders:
        for process_id, place in order.items():
            sums[process_id] = sums.get(process_id, 0.0) + place - middle
    whole = len(orders) * sum((place - middle) ** 2 for order in orders for place in order.values())
    return None if whole <= 0 else sum(one**2 for one in sums.values()) / whole


def state_of(w_share: float) -> RankingState:
    """The word for a W.

    >>> state_of(0.5), state_of(0.2)
    (<RankingState.MODERATE: 'moderate'>, <RankingState.WEAK: 'weak'>)
    """
    bounds = (
        (VERY_STRONG_W, RankingState.VERY_STRONG),
        (STRONG_W, RankingState.STRONG),
        (MODERATE_W, RankingState.MODERATE),
        (WEAK_W, RankingState.WEAK),
    )
    return next((state for bound, state in bounds if w_share >= bound - 1e-9), RankingState.VERY_WEAK)


def _codes(assessment: Assessment, criterion: Criterion) -> _Codes:
    """What each person said of each process in scope."""
    scope = frozenset(assessment.scope)
    codes: dict[str, dict[str, int]] = {}
    for opinion in assessment.opinions:
        code = opinion.pain if criterion is Criterion.PAIN else opinion.importance
        if code is not None and opinion.process_id in scope:
            codes.setdefault(opinion.respondent_id, {})[opinion.process_id] = code
    return codes


def _is_enough(said: Mapping[str, int], ranked: Sequence[str]) -> bool:
    return sum(own in said for own in ranked) >= ENOUGH_SHARE * len(ranked) > 0


def _places(said: Mapping[str, int], ranked: Sequence[str]) -> Mapping[str, float]:
    """The places of one person: their own order, moved to the middle of the places there are."""
    own = {process_id: said[process_id] for process_id in ranked if process_id in said}
    moved = (len(ranked) - len(own)) / 2
    return {
        process_id: moved
        + sum(other > code for other in own.values())
        + (sum(other == code for other in own.values()) + 1) / 2
        for process_id, code in own.items()
    }


def _apart(
    orders: Sequence[Mapping[str, float]], ranked: Sequence[str], given: Mapping[str, int], floor: int
) -> tuple[ProcessPlaces, ...]:
    found = []
    for process_id in ranked:
        places = [order[process_id] for order in orders if process_id in order]
        left_out_count = given[process_id] - len(places)
        if len(places) < max(floor, FEWEST_PEOPLE) or 0 < left_out_count < floor:
            continue
        found.append(
            ProcessPlaces(
                process_id=process_id,
                people_count=len(places),
                median_place=median(places),
                apart_count=_mean_distance(places),
            )
        )
    return tuple(sorted(found, key=lambda one: -round(one.apart_count, 9)))


def _mean_distance(places: Sequence[float]) -> float:
    """Of every two places; in their order the i-th of m is above i - 1 others and below m - i."""
    count = len(places)
    weighed = sum((2 * number - count - 1) * place for number, place in enumerate(sorted(places), start=1))
    return 2 * weighed / (count * (count - 1))
