"""From the ratings of an item to its one value (METHOD.md section 3).

| symbol | name | unit | range | direction |
|---|---|---|---|---|
| counts[c] | respondents who chose code c | count | 0 up | |
| code | consensus of an item | ordinal | 0 to 5, None unless rated | higher is better |
| upper code | upper reading of an item | ordinal | code to 5, None unless rated | above code: people differ |

The facilitator's recorded agreement stands before everything. Otherwise the lower median (own rule): an answer that
somebody gave. Raising any rating never lowers it; going to or from not applicable or don't know is not a raise.
It leans down for even numbers of people, so the upper reading, the upper median, stands beside it (own rule).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from types import MappingProxyType

from assessment.domain.agreement.measures import consensus_share, within_one_share
from assessment.domain.answered.assessment import AgreedValue
from assessment.domain.answered.entries import Answer, AnswerKind
from assessment.domain.authored.framework import Horizon
from assessment.domain.rating.answer_table import BLANK_CHOICE, DONT_KNOW_CHOICE, NOT_APPLICABLE_CHOICE, AnswerTable
from assessment.domain.rating.results import ItemResult, Outcome
from assessment.domain.rating.scale import CODE_COUNT

SPLIT_CODES = 2
REASON_CODES = 2


def lower_median(counts: Sequence[int]) -> int | None:
    """The lower median code of the counts of each code, `sorted(x)[(n-1)//2]`; None without an answer. Own rule.

    >>> lower_median((0, 0, 1, 1, 0, 0)), lower_median((0, 0, 1, 2, 1, 1)), lower_median((0, 0, 0, 0, 0, 0))
    (2, 3, None)
    """
    total = sum(counts)
    return _code_at(counts, (total - 1) // 2) if total else None


def upper_median(counts: Sequence[int]) -> int | None:
    """The upper median code, `sorted(x)[n//2]`: the lower one unless the two middle answers of an even number differ.

    >>> upper_median((0, 0, 1, 1, 0, 0)), upper_median((0, 0, 1, 2, 1, 1)), upper_median((0, 0, 0, 0, 0, 0))
    (3, 3, None)
    """
    total = sum(counts)
    return _code_at(counts, total // 2) if total else None


def _code_at(counts: Sequence[int], position: int) -> int:
    """The code at a position, from 0, of the sorted answers, which are more than that."""
    return bisect_right(tuple(accumulate(counts)), position)


def reach_consensus(
    code_counts: Sequence[int], not_applicable_count: int, dont_know_count: int
) -> tuple[Outcome, int | None]:
    """What the answers of an item come to: rated with a code from 0 to 5, not applicable, or unrated.

    Not applicable needs more N/A votes than numeric ones and at least as many as don't-knows. Own rule.

    >>> reach_consensus((0, 0, 0, 1, 0, 0), 2, 0)
    (<Outcome.NOT_APPLICABLE: 'not-applicable'>, None)
    >>> reach_consensus((0, 0, 0, 0, 1, 0), 0, 2)
    (<Outcome.RATED: 'rated'>, 4)
    """
    if not_applicable_count > sum(code_counts) and not_applicable_count >= dont_know_count:
        return Outcome.NOT_APPLICABLE, None
    code = lower_median(code_counts)
    return (Outcome.UNRATED, None) if code is None else (Outcome.RATED, code)


def choice_counts(answers: Iterable[Answer]) -> tuple[int, ...]:
    """How many of the answers to one item make each of the eight choices: codes 0 to 5, not applicable, don't know.

    >>> choice_counts([Answer(kind=AnswerKind.RATED, code=3), Answer(kind=AnswerKind.DONT_KNOW)])
    (0, 0, 0, 1, 0, 0, 0, 1)
    """
    counts = [0] * BLANK_CHOICE
    for answer in answers:
        counts[_choice(answer)] += 1
    return tuple(counts)


def _choice(answer: Answer) -> int:
    if answer.code is not None:
        return answer.code
    return NOT_APPLICABLE_CHOICE if answer.kind is AnswerKind.NOT_APPLICABLE else DONT_KNOW_CHOICE


def needs_reason(agreed: Answer, counts: Sequence[int]) -> bool:
    """Whether an agreed value needs the room's reason: it is two codes or more from what the eight counts come to.

    Not applicable always has one; where the counts come to no code there is nothing to differ from. Own rule.

    >>> [needs_reason(Answer(kind=AnswerKind.RATED, code=code), (0, 0, 3, 0, 0, 0, 0, 0)) for code in (1, 3, 4)]
    [False, False, True]
    """
    if agreed.code is None:
        return True
    _, code = reach_consensus(counts[:CODE_COUNT], counts[NOT_APPLICABLE_CHOICE], counts[DONT_KNOW_CHOICE])
    return code is not None and abs(agreed.code - code) >= REASON_CODES


def rate_items(
    table: AnswerTable,
    agreed_by_item: Mapping[tuple[str, Horizon], AgreedValue],
    counted_by_item: Mapping[tuple[str, Horizon], int] = MappingProxyType({}),
) -> tuple[ItemResult, ...]:
    """The consensus of every item of a table, in its order, with the dots behind it.

    `counted_by_item`: how many people a show of hands or paper counted; they stand behind a value that was agreed.
    """
    known = frozenset(table.respondent_ids)
    found: list[ItemResult] = []
    for item, counts in zip(table.items, table.counts().tolist(), strict=True):
        agreed = agreed_by_item.get((item.id, table.horizon))
        present_count = 0
        if agreed is not None:
            counted = counted_by_item.get((item.id, table.horizon), 0)
            present_count = max(counted, len(known.intersection(agreed.present_ids)))
        found.append(rate_item(item.id, table.horizon, counts, agreed, present_count))
    return tuple(found)


def rate_item(
    item_id: str, horizon: Horizon, counts: Sequence[int], agreed: AgreedValue | None, present_count: int = 0
) -> ItemResult:
    """The consensus of one item from how often each of the eight choices was made, or from its agreed value.

    It is split where no value was agreed and the two middle ones of an even number of numbers are two codes or more
    apart. `present_count` people were there when the value was agreed; more of them than numbers stand behind it.
    """
    code_counts = counts[:CODE_COUNT]
    not_applicable_count, dont_know_count = counts[NOT_APPLICABLE_CHOICE], counts[DONT_KNOW_CHOICE]
    if agreed is None:
        outcome, code = reach_consensus(code_counts, not_applicable_count, dont_know_count)
        upper_code = None if code is None else upper_median(code_counts)
    else:
        code = upper_code = agreed.answer.code
        outcome = Outcome.NOT_APPLICABLE if code is None else Outcome.RATED
    none, started, partly, largely, mostly, fully = code_counts
    return ItemResult(
        item_id=item_id,
        horizon=horizon,
        outcome=outcome,
        code=code,
        upper_code=upper_code,
        is_agreed=agreed is not None,
        is_split=code is not None and upper_code is not None and upper_code - code >= SPLIT_CODES,
        code_counts=(none, started, partly, largely, mostly, fully),
        not_applicable_count=not_applicable_count,
        dont_know_count=dont_know_count,
        consensus_share=consensus_share(code_counts),
        within_one_share=None if code is None else within_one_share(code_counts, code),
        people_count=max(sum(code_counts), present_count),
    )
