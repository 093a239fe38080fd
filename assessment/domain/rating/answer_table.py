"""Answers of one process as a table, so that every count is taken once.

| symbol | name | unit | range |
|---|---|---|---|
| choices[r, i] | what respondent r chose for item i | choice | 0 to 5, then N/A, don't know, no answer |
| counts[i, c] | respondents who chose c for item i | count | 0 up |
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress, repeat
from operator import attrgetter, is_
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assessment.domain.answered.assessment import Assessment, Rating
from assessment.domain.answered.entries import AnswerKind
from assessment.domain.authored.framework import Framework, Horizon, Item
from assessment.domain.rating.scale import CODE_COUNT
from assessment.domain.refusal import MethodRefusal

NOT_APPLICABLE_CHOICE = 6
DONT_KNOW_CHOICE = 7
BLANK_CHOICE = 8
CHOICES = np.arange(BLANK_CHOICE, dtype=np.int8)
_NOWHERE = -1
_CHOICE_OF_CODE = {code: code for code in range(CODE_COUNT)}
_ITEM_ID = attrgetter("item_id")
_RESPONDENT_ID = attrgetter("respondent_id")
_HORIZON = attrgetter("horizon")
_CODE = attrgetter("answer.code")


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerTable:
    """What each respondent chose for each item of one process and horizon."""

    items: tuple[Item, ...]
    horizon: Horizon
    respondent_ids: tuple[str, ...]
    choices: NDArray[np.int8]

    def counts(self) -> NDArray[np.int64]:
        """How many respondents made each of the eight choices, one row for each item."""
        return count_choices(self.choices)

    def has_answered(self) -> NDArray[np.bool_]:
        """Whether each respondent answered the process: gave a number to at least one item of weight above 0."""
        return self.has_number([item.weight > 0 for item in self.items])

    def has_number(self, columns: Sequence[bool]) -> NDArray[np.bool_]:
        """Whether each respondent gave a number to at least one of the items marked in `columns`."""
        given: NDArray[np.bool_] = np.any(self.choices[:, np.array(columns, dtype=bool)] < CODE_COUNT, axis=1)
        return given

    def only(self, respondent_ids: frozenset[str]) -> NDArray[np.int8]:
        """The rows of some respondents."""
        rows = [row for row, respondent_id in enumerate(self.respondent_ids) if respondent_id in respondent_ids]
        return self.choices[rows]


def answering_ids(tables: Iterable[AnswerTable]) -> frozenset[str]:
    """Ids of the respondents who answered at least one of some processes."""
    return frozenset(
        respondent_id
        for table in tables
        for respondent_id, has_answered in zip(table.respondent_ids, table.has_answered().tolist(), strict=True)
        if has_answered
    )


def count_choices(choices: NDArray[np.int8]) -> NDArray[np.int64]:
    """Respondents for each item (row) and choice (column, 0 to 7) of a table of choices.

    >>> count_choices(np.array([[3, 6], [3, 8]], dtype=np.int8)).tolist()
    [[0, 0, 0, 2, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 1, 0]]
    """
    counts: NDArray[np.int64] = (choices[:, :, None] == CHOICES).sum(axis=0)
    return counts


def tabulate(
    framework: Framework, assessment: Assessment, process_ids: Sequence[str], horizon: Horizon
) -> Mapping[str, AnswerTable]:
    """The table of each of some processes, for one horizon; every other rating is passed over.

    One pass over the ratings for each of their fields: 17,000 ratings take some 8 ms.

    Raises
    ------
    MethodRefusal
        A rating is of a respondent who is not in the assessment.
    """
    asked = {process_id: framework.items(process_id, assessment.header.depth, horizon) for process_id in process_ids}
    items = tuple(item for own in asked.values() for item in own)
    respondent_ids = tuple(respondent.id for respondent in assessment.respondents)
    places = _Places.of([item.id for item in items], respondent_ids)
    choices = _fill(places, horizon, assessment.ratings)
    tables: dict[str, AnswerTable] = {}
    start = 0
    for process_id, own in asked.items():
        stop = start + len(own)
        tables[process_id] = AnswerTable(
            items=own, horizon=horizon, respondent_ids=respondent_ids, choices=choices[:, start:stop]
        )
        start = stop
    return tables


@dataclass(frozen=True, slots=True, kw_only=True)
class _Places:
    """The column of each item id and the row of each respondent id."""

    columns: Mapping[str, int]
    rows: Mapping[str, int]

    @classmethod
    def of(cls, item_ids: Iterable[str], respondent_ids: Iterable[str]) -> _Places:
        return cls(
            columns={item_id: column for column, item_id in enumerate(item_ids)},
            rows={respondent_id: row for row, respondent_id in enumerate(respondent_ids)},
        )


def _fill(places: _Places, horizon: Horizon, ratings: Sequence[Rating]) -> NDArray[np.int8]:
    choices = np.full((len(places.rows), len(places.columns)), BLANK_CHOICE, dtype=np.int8)
    columns = _look_up(places.columns, map(_ITEM_ID, ratings), len(ratings))
    is_asked = columns != _NOWHERE
    chosen = ratings if is_asked.all() else list(compress(ratings, is_asked.tolist()))
    columns = columns[is_asked]
    rows = _look_up(places.rows, map(_RESPONDENT_ID, chosen), len(chosen))
    codes = _look_up(_CHOICE_OF_CODE, map(_CODE, chosen), len(chosen))
    is_of_horizon = np.fromiter(map(is_, map(_HORIZON, chosen), repeat(horizon)), dtype=bool, count=len(chosen))
    for place in np.flatnonzero(codes == _NOWHERE).tolist():
        is_not_applicable = chosen[place].answer.kind is AnswerKind.NOT_APPLICABLE
        codes[place] = NOT_APPLICABLE_CHOICE if is_not_applicable else DONT_KNOW_CHOICE
    unknown = np.flatnonzero(rows == _NOWHERE)
    if len(unknown):
        rating = chosen[int(unknown[0])]
        raise MethodRefusal(
            f"the rating of {rating.item_id}",
            f"the respondent {rating.respondent_id} is not in the assessment",
            "Add the respondent or remove the rating.",
        )
    choices[rows[is_of_horizon], columns[is_of_horizon]] = codes[is_of_horizon]
    return choices


def _look_up(places: Mapping[Any, int], keys: Iterable[Any], count: int) -> NDArray[np.int64]:
    """The place of each key, `_NOWHERE` for one that has none."""
    return np.fromiter(map(places.get, keys, repeat(_NOWHERE)), dtype=np.int64, count=count)
