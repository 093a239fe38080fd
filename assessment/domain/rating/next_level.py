"""What stands between a process and its next level: the attributes that hold it and the fewest answers that free it.

| symbol | name | unit | range | direction |
|---|---|---|---|---|
| bound | what the percent of a holding attribute has to pass | percent | 50 or the carry bound | |
| raise | an agreed answer that has to rise, and to which code | code | 1 to 5 | fewer and smaller is nearer |

Only answers that exist are raised; questions without an answer are counted beside them. Own rule: first the fewest
answers, then the lowest codes that are still enough.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assessment.domain.authored.framework import Framework
from assessment.domain.rating.capability import WEAK_CODE, rate_codes
from assessment.domain.rating.results import AttributeResult, Outcome, ProcessResult
from assessment.domain.rating.scale import ACHIEVED_BOUND, FULLY_BOUND, HIGHEST_CODE, is_above


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerRaise:
    """One consensus that has to rise from one code to another, both 0 to 5."""

    item_id: str
    from_code: int
    to_code: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributeNeed:
    """What one holding attribute needs: to pass `bound_percent`. `raises` is empty where nothing is rated."""

    attribute_id: str
    percent: float
    bound_percent: float
    raises: tuple[AnswerRaise, ...]
    unanswered_count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NextLevel:
    """The next level and what each attribute that holds the process needs for it."""

    level: int
    needs: tuple[AttributeNeed, ...]

    @property
    def raise_count(self) -> int:
        """How many answers have to rise in all."""
        return sum(len(need.raises) for need in self.needs)


def find_next_level(framework: Framework, process: ProcessResult, carry_percent: float) -> NextLevel | None:
    """What the process needs for its next level; None at the highest level, or where it has no level at all."""
    present = process.level.level
    if present is None or not process.level.held_by:
        return None
    levels = {attribute.id: attribute.level for attribute in framework.attributes}
    needs = []
    for attribute_id in process.level.held_by:
        bound = carry_percent if levels[attribute_id] == present else ACHIEVED_BOUND
        needs.append(_need(framework, process.attribute(attribute_id), bound))
    above = (levels[entry.attribute_id] for entry in process.attributes if entry.outcome is not Outcome.NOT_APPLICABLE)
    return NextLevel(level=min(level for level in above if level > present), needs=tuple(needs))


def _need(framework: Framework, attribute: AttributeResult, bound: float) -> AttributeNeed:
    counting = [
        item
        for item in attribute.items
        if item.outcome is not Outcome.NOT_APPLICABLE and framework.item_by_id[item.item_id].weight > 0
    ]
    codes = {item.item_id: item.code for item in counting if item.code is not None}
    weights = {item_id: framework.item_by_id[item_id].weight for item_id in codes}
    raised = fewest_raises(codes, weights, bound)
    return AttributeNeed(
        attribute_id=attribute.attribute_id,
        percent=attribute.percent or 0.0,
        bound_percent=bound,
        raises=tuple(
            AnswerRaise(item_id=item_id, from_code=codes[item_id], to_code=code) for item_id, code in raised.items()
        ),
        unanswered_count=len(counting) - len(codes),
    )


def fewest_raises(codes: Mapping[str, int], weights: Mapping[str, float], bound: float) -> Mapping[str, int]:
    """The fewest answers to raise, and to what, so that their percent passes the bound; empty when it already does.

    Passing is linear in the codes, sum(w * (code - bound / 20)) > 0, so taking the largest gains w * (5 - code) first
    is the fewest. From a bound of 85 % on, every answer of 2 or lower caps the attribute and has to rise as well.

    >>> fewest_raises({"a": 2, "b": 2, "c": 3}, {"a": 1, "b": 1, "c": 1}, 50.0)
    {'a': 3}
    """
    raised: dict[str, int] = {}
    if not is_above(FULLY_BOUND, bound):
        raised = {item_id: HIGHEST_CODE for item_id, code in codes.items() if code <= WEAK_CODE}
    by_gain = sorted(
        (item_id for item_id, code in codes.items() if code < HIGHEST_CODE and item_id not in raised),
        key=lambda item_id: -weights[item_id] * (HIGHEST_CODE - codes[item_id]),
    )
    for item_id in by_gain:
        if _passes(codes, raised, weights, bound):
            break
        raised[item_id] = HIGHEST_CODE
    return _lowered(codes, raised, weights, bound)


def _lowered(
    codes: Mapping[str, int], raised: Mapping[str, int], weights: Mapping[str, float], bound: float
) -> Mapping[str, int]:
    """The raised answers lowered code by code, the highest first, as long as the bound is still passed."""
    lowered = dict(raised)
    is_lower = True
    while is_lower:
        is_lower = False
        for item_id in sorted(lowered, key=lambda item_id: -lowered[item_id]):
            tried = {**lowered, item_id: lowered[item_id] - 1}
            if tried[item_id] > codes[item_id] and _passes(codes, tried, weights, bound):
                lowered, is_lower = tried, True
                break
    return lowered


def _passes(codes: Mapping[str, int], raised: Mapping[str, int], weights: Mapping[str, float], bound: float) -> bool:
    values = [raised.get(item_id, code) for item_id, code in codes.items()]
    percent = rate_codes(values, [weights[item_id] for item_id in codes]).percent
    return percent is not None and is_above(percent, bound)
