"""Who answered a process on both sides, and what their answers come to when some of them change at a time.

| symbol | name | unit | range |
|---|---|---|---|
| shared | people who answered the process on both sides | people | 0 up |
| entered, gone | people on one side alone | people | 0 up |
| said[a][p] | what an item comes to: answers of the shared as before (0) or after (1), of all others likewise | | |

Own rule of disclosure: whether the same people answered is told of a process where those shared, those who came and
those who went are each nobody or as many as the floor, and of each question those who have an answer on one side alone
too. Else the numbers of two sides, laid on each other, would be what a few people said. Then answers and people stand
as one reason, which is made of nothing but what both sides tell anyhow.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assessment.domain.answered.assessment import Assessment
from assessment.domain.authored.framework import Framework, Horizon
from assessment.domain.rating.answer_table import (
    BLANK_CHOICE,
    DONT_KNOW_CHOICE,
    NOT_APPLICABLE_CHOICE,
    AnswerTable,
    count_choices,
    tabulate,
)
from assessment.domain.rating.consensus import reach_consensus
from assessment.domain.rating.results import Outcome
from assessment.domain.rating.scale import CODE_COUNT

Value = tuple[Outcome, int | None]
Said = tuple[tuple[Value, Value], tuple[Value, Value]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matched:
    """The people of one process. `shared_count` and `said` are None and empty where they are not told apart.

    `said` holds the questions that both sides ask.
    """

    is_told_apart: bool
    shared_count: int | None
    said: Mapping[str, Said]


NOT_MATCHED = Matched(is_told_apart=False, shared_count=None, said={})


def match_people(
    frameworks: tuple[Framework, Framework],
    assessments: tuple[Assessment, Assessment],
    process_ids: Sequence[str],
    floor: int,
) -> Mapping[str, Matched]:
    """The people of each of some processes, matched by their ids; the sides are before and after."""
    before, after = (
        tabulate(framework, assessment, process_ids, Horizon.AS_IS)
        for framework, assessment in zip(frameworks, assessments, strict=True)
    )
    return {process_id: _match(before[process_id], after[process_id], floor) for process_id in process_ids}


def is_told(people_count: int, floor: int) -> bool:
    """Whether something about so many people may be told: of nobody, or of as many as the floor.

    >>> [is_told(count, 3) for count in (0, 1, 2, 3)]
    [True, False, False, True]
    """
    return people_count == 0 or people_count >= floor


def _match(before: AnswerTable, after: AnswerTable, floor: int) -> Matched:
    ids = tuple(sorted({*before.respondent_ids, *after.respondent_ids}))
    answered = _spread(before.has_answered(), before, ids), _spread(after.has_answered(), after, ids)
    shared = answered[0] & answered[1]
    shared_count = int(shared.sum())
    groups = (shared_count, int((answered[0] & ~shared).sum()), int((answered[1] & ~shared).sum()))
    choices = _common(before, after, ids)
    has_answer = choices[0] != BLANK_CHOICE, choices[1] != BLANK_CHOICE
    one_sided = (*(has_answer[0] & ~has_answer[1]).sum(axis=0), *(has_answer[1] & ~has_answer[0]).sum(axis=0))
    if not all(is_told(int(count), floor) for count in (*groups, *one_sided)):
        return NOT_MATCHED
    item_ids = [item.id for item in before.items if item.id in {item.id for item in after.items}]
    return Matched(is_told_apart=True, shared_count=shared_count, said=_said(item_ids, choices, shared))


def _spread(flags: NDArray[np.bool_], table: AnswerTable, ids: Sequence[str]) -> NDArray[np.bool_]:
    """A flag for each person of both sides: False for who is not in the table."""
    own = dict(zip(table.respondent_ids, flags.tolist(), strict=True))
    return np.array([own.get(one, False) for one in ids], dtype=bool)


def _common(before: AnswerTable, after: AnswerTable, ids: Sequence[str]) -> tuple[NDArray[np.int8], NDArray[np.int8]]:
    """The choices of both sides in one shape: people of both sides, questions that both ask."""
    columns = {item.id: column for column, item in enumerate(after.items)}
    pairs = [(own, columns[item.id]) for own, item in enumerate(before.items) if item.id in columns]

    def choices(table: AnswerTable, own: list[int]) -> NDArray[np.int8]:
        rows = {respondent_id: row for row, respondent_id in enumerate(table.respondent_ids)}
        blank = np.full((1, len(table.items)), BLANK_CHOICE, dtype=np.int8)
        filled = np.concatenate((table.choices, blank))
        return filled[[rows.get(one, len(rows)) for one in ids]][:, own]

    return choices(before, [one for one, _ in pairs]), choices(after, [other for _, other in pairs])


def _said(
    item_ids: Sequence[str], choices: tuple[NDArray[np.int8], NDArray[np.int8]], shared: NDArray[np.bool_]
) -> Mapping[str, Said]:
    of_shared = [count_choices(own[shared]) for own in choices]
    of_others = [count_choices(own[~shared]) for own in choices]
    values = [[_values(same + other) for other in of_others] for same in of_shared]
    return {
        item_id: ((values[0][0][at], values[0][1][at]), (values[1][0][at], values[1][1][at]))
        for at, item_id in enumerate(item_ids)
    }


def _values(counts: NDArray[np.int64]) -> list[Value]:
    return [
        reach_consensus(row[:CODE_COUNT], row[NOT_APPLICABLE_CHOICE], row[DONT_KNOW_CHOICE]) for row in counts.tolist()
    ]
