"""From the ratings of an item to its one value (METHOD.md section 3).

| symbol | name | unit | range | direction |
|---|---|---|---|---|
| counts[c] | respondents who chose code c | count | 0 up | |
| code | consensus of an item | ordinal | 0 to 5, None unless rated | higher is better |

The facilitator's recorded agreement stands before everything. Otherwise the lower median (own rule): an answer that
somebody gave. Raising any rating never lowers it; going to or from not applicable or don't know is not a raise.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assessment.domain.agreement.measures import consensus_share, within_one_share
from assessment.domain.answered.assessment import AgreedValue
from assessment.domain.authored.framework import Horizon
from assessment.domain.rating.answer_table import DONT_KNOW_CHOICE, NOT_APPLICABLE_CHOICE, AnswerTable
from assessment.domain.rating.results import ItemResult, Outcome
from assessment.domain.rating.scale import CODE_COUNT


def lower_median(counts: Sequence[int]) -> int | None:
    """The lower median code of the counts of each code, `sorted(x)[(n-1)//2]`; None without an answer. Own rule.

    >>> lower_median((0, 0, 1, 1, 0, 0)), lower_median((0, 0, 1, 2, 1, 1)), lower_median((0, 0, 0, 0, 0, 0))
    (2, 3, None)
    """
    position = (sum(counts) - 1) // 2
    if position < 0:
        return None
    for code, count in enumerate(counts):
        position -= count
        if position < 0:
            return code
    return None


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


def rate_items(table: AnswerTable, agreed_by_item: Mapping[tuple[str, Horizon], AgreedValue]) -> tuple[ItemResult, ...]:
    """The consensus of every item of a table, in its order, with the dots behind it."""
    return tuple(
        _rate_item(item.id, table.horizon, counts, agreed_by_item.get((item.id, table.horizon)))
        for item, counts in zip(table.items, table.counts().tolist(), strict=True)
    )


def _rate_item(item_id: str, horizon: Horizon, counts: Sequence[int], agreed: AgreedValue | None) -> ItemResult:
    code_counts = counts[:CODE_COUNT]
    not_applicable_count, dont_know_count = counts[NOT_APPLICABLE_CHOICE], counts[DONT_KNOW_CHOICE]
    if agreed is None:
        outcome, code = reach_consensus(code_counts, not_applicable_count, dont_know_count)
    else:
        code = agreed.answer.code
        outcome = Outcome.NOT_APPLICABLE if code is None else Outcome.RATED
    none, started, partly, largely, mostly, fully = code_counts
    return ItemResult(
        item_id=item_id,
        horizon=horizon,
        outcome=outcome,
        code=code,
        is_agreed=agreed is not None,
        code_counts=(none, started, partly, largely, mostly, fully),
        not_applicable_count=not_applicable_count,
        dont_know_count=dont_know_count,
        consensus_share=consensus_share(code_counts),
        within_one_share=None if code is None else within_one_share(code_counts, code),
    )
