"""Items on which the votes agree so far that the room can take their values all at once.

| symbol | name | unit | range | direction |
|---|---|---|---|---|
| Cns | Tastle-Wierman consensus of one item | share | 0 to 1 | higher agrees more |
| bound | Cns from which on an item may be accepted with others | share | 0 to 1 | higher lets fewer through |

Own rule: nothing agreed yet; as many numeric answers as the floor or more, more of them than don't-knows, and no vote
for not applicable; Cns at the bound (0.8 unless set) or above; and every answer at most one step from the lower median.
Such a value needs no reason, as it is what the answers come to.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from assessment.domain.agreement.measures import consensus_share, within_one_share
from assessment.domain.answered.asking import process_items
from assessment.domain.answered.assessment import Assessment
from assessment.domain.authored.framework import Framework, Horizon
from assessment.domain.rating.answer_table import DONT_KNOW_CHOICE, NOT_APPLICABLE_CHOICE
from assessment.domain.rating.consensus import choice_counts, lower_median
from assessment.domain.rating.scale import CODE_COUNT, TOLERANCE

ACCEPT_BOUND = 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Acceptable:
    """An item that may be accepted with others, and what stands behind its value.

    `code` is what the answers come to, `answer_count` how many gave a number, `same_count` how many gave that one.
    `respondent_ids` are those who answered it, in the order of their ids: they count as present.
    """

    item_id: str
    horizon: Horizon
    code: int
    answer_count: int
    same_count: int
    consensus_share: float
    respondent_ids: tuple[str, ...]


class LeftOutReason(StrEnum):
    """Why a value on the list was not taken."""

    AGREED = "agreed"  # somebody agreed on a value meanwhile
    VOTES = "votes"  # other votes came in, or were changed
    SCOPE = "scope"  # its process is not in scope any more


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A value on the list that was not taken."""

    item_id: str
    horizon: Horizon
    reason: LeftOutReason


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """What was taken, and what was left out because it changed after the list was shown."""

    taken: tuple[Acceptable, ...]
    left_out: tuple[LeftOut, ...]


def is_close(code_counts: Sequence[int], bound: float = ACCEPT_BOUND) -> bool:
    """Whether numeric answers are close: consensus at the bound or above, and each within one step of the lower median.

    False with fewer than two answers: there is nothing to agree with.

    >>> is_close((0, 0, 0, 6, 2, 0)), is_close((0, 0, 1, 3, 1, 0))
    (True, True)
    >>> is_close((0, 0, 2, 0, 2, 0)), is_close((0, 0, 0, 1, 0, 0))
    (False, False)
    """
    code, share = lower_median(code_counts), consensus_share(code_counts)
    near_share = None if code is None else within_one_share(code_counts, code)
    return share is not None and near_share is not None and share >= bound - TOLERANCE and near_share >= 1.0


def agrees(counts: Sequence[int], floor: int, bound: float = ACCEPT_BOUND) -> bool:
    """Whether the eight counts of an item (codes 0 to 5, not applicable, don't know) may be accepted. Own rule.

    >>> agrees((0, 0, 0, 2, 1, 0, 0, 0), 3), agrees((0, 0, 0, 2, 0, 0, 0, 0), 3)
    (True, False)
    >>> agrees((0, 0, 0, 4, 0, 0, 1, 0), 3), agrees((0, 0, 0, 4, 0, 0, 0, 4), 3)
    (False, False)
    """
    answer_count = sum(counts[:CODE_COUNT])
    if answer_count < floor or answer_count <= counts[DONT_KNOW_CHOICE] or counts[NOT_APPLICABLE_CHOICE]:
        return False
    return is_close(counts[:CODE_COUNT], bound)


def acceptable_items(
    framework: Framework, assessment: Assessment, bound: float = ACCEPT_BOUND, process_ids: Iterable[str] | None = None
) -> tuple[Acceptable, ...]:
    """The items of processes in scope whose votes agree, in the model's order, an item's as-is before its to-be.

    `process_ids` are the processes asked about, None for all in scope. As many people as the anonymity floor have
    answered each item that is named.
    """
    asked = frozenset(assessment.scope if process_ids is None else process_ids) & frozenset(assessment.scope)
    found: list[Acceptable] = []
    for process in framework.processes:
        if process.id in asked:
            found.extend(_of_process(framework, assessment, process.id, bound))
    return tuple(found)


def _of_process(framework: Framework, assessment: Assessment, process_id: str, bound: float) -> Iterator[Acceptable]:
    for item, horizon in process_items(framework, assessment.header, process_id):
        one = acceptable_item(assessment, item.id, horizon, bound)
        if one is not None:
            yield one


def acceptable_item(
    assessment: Assessment, item_id: str, horizon: Horizon, bound: float = ACCEPT_BOUND
) -> Acceptable | None:
    """One item as it may be accepted, None where something is agreed already or its votes do not agree far enough."""
    if (item_id, horizon) in assessment.agreed_by_item:
        return None
    ratings = assessment.ratings_by_item.get((item_id, horizon), ())
    counts = choice_counts(rating.answer for rating in ratings)
    code_counts = counts[:CODE_COUNT]
    code, share = lower_median(code_counts), consensus_share(code_counts)
    if code is None or share is None or not agrees(counts, assessment.header.anonymity_floor, bound):
        return None
    return Acceptable(
        item_id=item_id,
        horizon=horizon,
        code=code,
        answer_count=sum(code_counts),
        same_count=code_counts[code],
        consensus_share=share,
        respondent_ids=tuple(sorted(rating.respondent_id for rating in ratings)),
    )
