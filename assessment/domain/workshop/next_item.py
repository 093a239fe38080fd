"""Which question to talk about next, and why (own rule; METHOD.md section 8 for how far people agree).

| place | reason | which questions |
|---|---|---|
| 1 | level | a value that somebody gave, or F where nobody answered, would change the level of the process |
| 2 | spread | people differ: split ones first, then the lowest consensus |
| 3 | unanswered | no number stands for it |
| 4 | to agree | people agree, and nothing is agreed yet |

Within a place the wider change of the level or the lower consensus comes first, then the model's order. What was put
off comes after everything else, in the same order, so that nothing is lost. A question with an agreed value is done.
Raising an answer never lowers a level, so the lowest and the highest value that somebody gave say whether the question
moves it. Where nobody answered, only the rise is looked at: an answer that is not there holds nothing up.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass, replace
from enum import StrEnum

from assessment.domain.answered.assessment import Assessment
from assessment.domain.authored.framework import Framework
from assessment.domain.rating.capability import Ladder, ladder_of, rate_attribute, rate_process
from assessment.domain.rating.results import AssessmentResult, AttributeResult, ItemResult, Outcome, ProcessResult
from assessment.domain.rating.scale import CODE_COUNT, HIGHEST_CODE
from assessment.domain.workshop.accepting import is_close


class NextReason(StrEnum):
    """Why a question comes when it comes; in the order in which they count."""

    LEVEL = "level"
    SPREAD = "spread"
    UNANSWERED = "unanswered"
    TO_AGREE = "to-agree"


@dataclass(frozen=True, slots=True, kw_only=True)
class NextItem:
    """One open question, and why it comes when it comes.

    `present_level` is that of its process, 0 to 5, None without one; `other_level` the one it would have by another
    answer, None where none changes it. `consensus_share` is None with fewer than two numbers. `is_put_off`: somebody
    chose to come back to it.
    """

    item_id: str
    process_id: str
    reason: NextReason
    present_level: int | None
    other_level: int | None
    consensus_share: float | None
    is_split: bool
    answer_count: int
    is_put_off: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rules:
    """What is the same for every question."""

    framework: Framework
    ladder: Ladder
    carry_percent: float


def next_items(
    framework: Framework,
    assessment: Assessment,
    result: AssessmentResult,
    *,
    process_ids: Set[str] | None = None,
    put_off_ids: Set[str] = frozenset(),
) -> tuple[NextItem, ...]:
    """Every question of the as-is that has no agreed value, the next best first; empty when all is agreed.

    `process_ids` are the processes asked about, None for all in scope; `put_off_ids` the questions to come back to.
    """
    rules = _Rules(framework=framework, ladder=ladder_of(framework), carry_percent=assessment.header.carry_percent)
    found = [
        replace(one, is_put_off=one.item_id in put_off_ids)
        for process in result.processes
        if process_ids is None or process.process_id in process_ids
        for one in _of_process(rules, process)
    ]
    return tuple(sorted(found, key=_place))


def _place(one: NextItem) -> tuple[bool, int, float]:
    """What a question is sorted by, the lowest first; the model's order stays among equal ones."""
    return (one.is_put_off, tuple(NextReason).index(one.reason), _within(one))


def _within(one: NextItem) -> float:
    """The order among questions of one reason."""
    if one.reason is NextReason.LEVEL and one.present_level is not None and one.other_level is not None:
        return -float(abs(one.other_level - one.present_level))
    if one.reason is NextReason.SPREAD and one.consensus_share is not None:
        return one.consensus_share - (1.0 if one.is_split else 0.0)
    return 0.0


def _of_process(rules: _Rules, process: ProcessResult) -> Iterator[NextItem]:
    for attribute in process.attributes:
        for item in attribute.items:
            if item.is_agreed:
                continue
            other_level = _other_level(rules, process, attribute, item)
            yield NextItem(
                item_id=item.item_id,
                process_id=process.process_id,
                reason=_reason(item, other_level),
                present_level=process.level.level,
                other_level=other_level,
                consensus_share=item.consensus_share,
                is_split=item.is_split,
                answer_count=item.answer_count or 0,
            )


def _reason(item: ItemResult, other_level: int | None) -> NextReason:
    if other_level is not None:
        return NextReason.LEVEL
    if item.outcome is Outcome.UNRATED:
        return NextReason.UNANSWERED
    return NextReason.SPREAD if differs(item) else NextReason.TO_AGREE


def differs(item: ItemResult) -> bool:
    """Whether two people or more gave numbers that are too far apart to be accepted with others (`accepting`)."""
    return item.consensus_share is not None and item.code_counts is not None and not is_close(item.code_counts)


def _other_level(rules: _Rules, process: ProcessResult, attribute: AttributeResult, item: ItemResult) -> int | None:
    """The level the process would have if the room agreed on the highest or lowest value somebody gave.

    The rise counts where both would change it. None where neither does, and where the process has no level yet.
    """
    present = process.level.level
    is_counted = bool(rules.framework.item_by_id[item.item_id].weight) and item.outcome is not Outcome.NOT_APPLICABLE
    if present is None or not is_counted:
        return None
    levels = (_level_with(rules, process, attribute, item, code) for code in _other_codes(item))
    return next((level for level in levels if level is not None and level != present), None)


def _other_codes(item: ItemResult) -> tuple[int, ...]:
    """The highest and the lowest value that somebody gave, without the one that counts; F where nobody gave any."""
    if item.code is None or item.code_counts is None:
        return (HIGHEST_CODE,)
    given = [code for code in range(CODE_COUNT) if item.code_counts[code]]
    return tuple(code for code in (given[-1], given[0]) if code != item.code)


def _level_with(
    rules: _Rules, process: ProcessResult, attribute: AttributeResult, item: ItemResult, code: int
) -> int | None:
    """The level of the process with another value of one of its items."""
    agreed = replace(item, outcome=Outcome.RATED, code=code, upper_code=code)
    items = tuple(agreed if one is item else one for one in attribute.items)
    weights = [rules.framework.item_by_id[one.item_id].weight for one in items]
    changed = rate_attribute(attribute.attribute_id, items, weights, rules.carry_percent)
    attributes = [changed if one is attribute else one for one in process.attributes]
    return rate_process(rules.ladder, attributes, rules.carry_percent).level
