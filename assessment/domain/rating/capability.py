"""From items to attributes, and from attributes to a level and a score (METHOD.md sections 4 to 6).

| symbol | name | unit | range | direction |
|---|---|---|---|---|
| w | weight of an item in its attribute | none | 0 (counts nowhere) up | |
| percent | achievement of an attribute, None when not applicable | percent | 0 to 100 | higher is better |
| carry | bound above which a lower level's attribute is good enough to build on | percent | 67.5 or 85 | |
| level | capability level, earned as a whole | ordinal | 0 to 5 | higher is better |
| progress | part of the way to the next level | share | 0 to 0.99 | higher is better |
| score | level + progress | none | 0.00 to 5.00 | higher is better |
| coverage | rated of the applicable items, by count | share | 0 to 1 | higher is surer |
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assessment.domain.authored.framework import Framework
from assessment.domain.rating.results import AttributeResult, ItemResult, LevelResult, Outcome, ProcessStatus
from assessment.domain.rating.scale import (
    ACHIEVED_BOUND,
    FULLY_BOUND,
    HIGHEST_CODE,
    LETTERS,
    band_of_percent,
    code_of_percent,
    is_above,
    shown_score,
)

HIGHEST_PROGRESS = 0.99
WEAK_CODE = 2
NOT_DONE_CODE = 0
NO_LEVEL = LevelResult(level=None, score=None, shown_score=None, held_by=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Percents:
    """The percent of an attribute, its bounds, and what it stands on; see `rate_codes`."""

    percent: float | None
    low_percent: float | None
    high_percent: float | None
    coverage_share: float | None
    is_capped: bool


def rate_codes(codes: Sequence[int | None], weights: Sequence[float]) -> Percents:
    """An attribute from its applicable items: their consensus codes (None unrated) and weights above 0.

    percent = 100 * sum(w * code) / (5 * sum(w)) over the rated ones. Above 85 % with any code of 2 or lower it is
    85 %: "no significant weakness" is what F means. Bounds take the unrated at 0 and at 5 and are capped alike.
    Nothing rated: 0 % with bounds 0 to 100. No applicable item: no percent. Cap and bounds are own rules.

    >>> rate_codes([5, 5, 5, 4, 4], [1] * 5).percent
    92.0
    >>> rate_codes([3, None], [1, 1])
    Percents(percent=60.0, low_percent=30.0, high_percent=80.0, coverage_share=0.5, is_capped=False)
    """
    if not codes:
        return Percents(percent=None, low_percent=None, high_percent=None, coverage_share=None, is_capped=False)
    rated_weight = open_weight = rated_sum = 0.0
    rated_count = 0
    is_weak = False
    for code, weight in zip(codes, weights, strict=True):
        if code is None:
            open_weight += weight
            continue
        rated_count += 1
        rated_weight += weight
        rated_sum += code * weight
        is_weak = is_weak or code <= WEAK_CODE
    whole_weight = rated_weight + open_weight
    plain = 100 * rated_sum / (HIGHEST_CODE * rated_weight) if rated_count else 0.0
    low = 100 * rated_sum / (HIGHEST_CODE * whole_weight)
    high = 100 * (rated_sum + HIGHEST_CODE * open_weight) / (HIGHEST_CODE * whole_weight)
    return Percents(
        percent=_capped(plain, is_weak),
        low_percent=_capped(low, is_weak or rated_count < len(codes)),
        high_percent=_capped(high, is_weak),
        coverage_share=rated_count / len(codes),
        is_capped=is_weak and is_above(plain, FULLY_BOUND),
    )


def _capped(percent: float, is_weak: bool) -> float:
    return min(percent, FULLY_BOUND) if is_weak else percent


def rate_attribute(
    attribute_id: str, items: tuple[ItemResult, ...], weights: Sequence[float], carry_percent: float
) -> AttributeResult:
    """One attribute from its items' consensus. Items of weight 0 are kept in the result and count nowhere.

    An attribute without an item that counts and applies is not applicable and leaves the model.
    """
    counting = [
        (item, weight)
        for item, weight in zip(items, weights, strict=True)
        if weight > 0 and item.outcome is not Outcome.NOT_APPLICABLE
    ]
    codes = [item.code for item, _ in counting]
    upper_codes = [item.upper_code for item, _ in counting]
    counting_weights = [weight for _, weight in counting]
    rated = rate_codes(codes, counting_weights)
    upper = rated if upper_codes == codes else rate_codes(upper_codes, counting_weights)
    percent = rated.percent
    is_carried = percent is not None and is_above(percent, carry_percent)
    return AttributeResult(
        attribute_id=attribute_id,
        outcome=_outcome(rated),
        percent=percent,
        letter=None if percent is None else LETTERS[code_of_percent(percent)],
        band=None if percent is None else band_of_percent(percent),
        coverage_share=rated.coverage_share,
        is_capped=rated.is_capped,
        capped_by=_at_most(WEAK_CODE, counting) if rated.is_capped else (),
        is_carried=is_carried,
        not_done=_at_most(NOT_DONE_CODE, counting) if is_carried else (),
        low_percent=rated.low_percent,
        high_percent=rated.high_percent,
        upper_percent=upper.percent,
        items=items,
    )


def _outcome(rated: Percents) -> Outcome:
    if rated.percent is None:
        return Outcome.NOT_APPLICABLE
    return Outcome.RATED if rated.coverage_share else Outcome.UNRATED


def _at_most(highest_code: int, counting: Sequence[tuple[ItemResult, float]]) -> tuple[str, ...]:
    """Ids of the rated items up to a code."""
    return tuple(item.item_id for item, _ in counting if item.code is not None and item.code <= highest_code)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder:
    """Which attribute belongs to which level; both tuples in the order of the method's table."""

    attribute_ids: tuple[str, ...]
    levels: tuple[int, ...]


def ladder_of(framework: Framework) -> Ladder:
    """The framework's assignment of attributes to levels."""
    return Ladder(
        attribute_ids=tuple(attribute.id for attribute in framework.attributes),
        levels=tuple(attribute.level for attribute in framework.attributes),
    )


def status_of(ladder: Ladder, attributes: Sequence[AttributeResult]) -> ProcessStatus:
    """Whether a process has a level, from its attributes in the order of the ladder.

    Not applicable where every attribute of the lowest level (delivery) is, whatever is open elsewhere. Otherwise not
    assessed where no item that counts is rated: nobody said anything, which is not level 0. Own rule.
    """
    lowest = min(ladder.levels)
    outcomes = [attribute.outcome for attribute in attributes]
    first = (outcome for outcome, level in zip(outcomes, ladder.levels, strict=True) if level == lowest)
    if all(outcome is Outcome.NOT_APPLICABLE for outcome in first):
        return ProcessStatus.NOT_APPLICABLE
    return ProcessStatus.ASSESSED if Outcome.RATED in outcomes else ProcessStatus.NOT_ASSESSED


def rate_level(ladder: Ladder, percents: Sequence[float | None], carry_percent: float) -> LevelResult:
    """Level and score of a profile: one percent (None not applicable) for each attribute of the ladder.

    The level is the largest n with every attribute of level n above 50 % and every attribute below above the carry
    bound. A level all of whose attributes are not applicable cannot be the level. No level at all where the lowest
    level (delivery) is not applicable. Score: level + progress, see METHOD.md section 6; the attributes that keep it
    from the next level are in `held_by`, by level, then in the order of the table.
    Source: after ISO/IEC 33020 clause 5.6; the assignment of attributes, the carry bound and the score are own rules.

    >>> ladder = Ladder(attribute_ids=("delivery", "ownership"), levels=(1, 2))
    >>> rate_level(ladder, (60.0, 50.0), 85.0).held_by
    ('delivery', 'ownership')
    >>> rate_level(ladder, (67.5, 25.0), 85.0).score
    1.5
    >>> rate_level(ladder, (None, 25.0), 85.0).level is None
    True
    """
    by_level: dict[int, list[int]] = {level: [] for level in sorted(ladder.levels)}
    for index, level in enumerate(ladder.levels):
        if percents[index] is not None:
            by_level[level].append(index)
    if not next(iter(by_level.values()), []):
        return NO_LEVEL
    rungs = [
        (level, [float(percents[index] or 0.0) for index in members]) for level, members in by_level.items() if members
    ]
    place = -1
    for index, (_, values) in enumerate(rungs):
        if all(is_above(value, ACHIEVED_BOUND) for value in values):
            place = index
        if not all(is_above(value, carry_percent) for value in values):
            break
    present = rungs[place] if place >= 0 else (0, [])
    following = rungs[place + 1] if place + 1 < len(rungs) else None
    score = float(present[0])
    if following is not None:
        score += _progress(present[1], following[1], carry_percent)
    return LevelResult(
        level=present[0],
        score=score,
        shown_score=shown_score(score),
        held_by=_held_by(ladder, percents, present[0], following, carry_percent),
    )


def _progress(present: Sequence[float], following: Sequence[float], carry_percent: float) -> float:
    """The mean of how far the present level is carried and how far the next is achieved, at most 0.99."""
    span = carry_percent - ACHIEVED_BOUND
    parts = [min(1.0, max(0.0, (value - ACHIEVED_BOUND) / span)) for value in present]
    parts += [min(1.0, value / ACHIEVED_BOUND) for value in following]
    return min(HIGHEST_PROGRESS, sum(parts) / len(parts))


def _held_by(
    ladder: Ladder,
    percents: Sequence[float | None],
    level: int,
    following: tuple[int, list[float]] | None,
    carry_percent: float,
) -> tuple[str, ...]:
    if following is None:
        return ()
    holding: list[tuple[int, int]] = []
    for index, (own_level, percent) in enumerate(zip(ladder.levels, percents, strict=True)):
        if percent is None:
            continue
        is_loose = own_level == level and not is_above(percent, carry_percent)
        is_short = own_level == following[0] and not is_above(percent, ACHIEVED_BOUND)
        if is_loose or is_short:
            holding.append((own_level, index))
    return tuple(ladder.attribute_ids[index] for _, index in sorted(holding))


def rate_process(ladder: Ladder, attributes: Sequence[AttributeResult], carry_percent: float) -> LevelResult:
    """Level and score of a process from its attributes in the order of the ladder; none unless it is assessed."""
    if status_of(ladder, attributes) is not ProcessStatus.ASSESSED:
        return NO_LEVEL
    return rate_level(ladder, [attribute.percent for attribute in attributes], carry_percent)


def mean_percent(percents: Sequence[float | None]) -> float | None:
    """Coverage of practice: the plain mean of the applicable percents, 0 to 100. It is not a level.

    >>> mean_percent([60.0, None, 80.0])
    70.0
    """
    known = [percent for percent in percents if percent is not None]
    return sum(known) / len(known) if known else None
