"""Where leadership and practitioners see the same process differently (METHOD.md section 8).

| symbol | name | unit | range | direction |
|---|---|---|---|---|
| gap | leadership's percent minus practitioners' | percent points | -100 to 100 | above 0: leadership sees more |

Each side's consensus is taken from its own ratings alone; agreed values belong to nobody's side. Own rule: a side is
counted by its respondents with a numeric answer to the attribute, and shown from the anonymity floor up.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assessment.domain.answered.assessment import Respondent, Role
from assessment.domain.rating.answer_table import DONT_KNOW_CHOICE, NOT_APPLICABLE_CHOICE, AnswerTable, count_choices
from assessment.domain.rating.capability import rate_codes
from assessment.domain.rating.consensus import reach_consensus
from assessment.domain.rating.results import Outcome, PerceptionGap
from assessment.domain.rating.scale import CODE_COUNT


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """Who stands on each side, and how many of a side there must be before it is shown."""

    leadership: frozenset[str]
    practitioners: frozenset[str]
    anonymity_floor: int


def sides_of(respondents: Iterable[Respondent], anonymity_floor: int) -> Sides:
    """The two sides of the perception gap, by role."""
    members = tuple(respondents)
    return Sides(
        leadership=frozenset(person.id for person in members if person.role is Role.LEADERSHIP),
        practitioners=frozenset(person.id for person in members if person.role is Role.PRACTITIONER),
        anonymity_floor=anonymity_floor,
    )


def perceive(table: AnswerTable, attribute_ids: Sequence[str], sides: Sides) -> tuple[PerceptionGap, ...]:
    """The gaps of one process, in the order of the attributes; none where a side is below the anonymity floor."""
    leadership = table.only(sides.leadership)
    practitioners = table.only(sides.practitioners)
    if min(len(leadership), len(practitioners)) < sides.anonymity_floor:
        return ()
    members = [
        [column for column, item in enumerate(table.items) if item.attribute_id == attribute_id and item.weight > 0]
        for attribute_id in attribute_ids
    ]
    first = _side_percents(table, leadership, members, sides.anonymity_floor)
    second = _side_percents(table, practitioners, members, sides.anonymity_floor)
    return tuple(
        PerceptionGap(
            attribute_id=attribute_id, leadership_percent=lead, practitioner_percent=own, gap_percent=lead - own
        )
        for attribute_id, lead, own in zip(attribute_ids, first, second, strict=True)
        if lead is not None and own is not None
    )


def _side_percents(
    table: AnswerTable, choices: NDArray[np.int8], members: Sequence[Sequence[int]], anonymity_floor: int
) -> list[float | None]:
    """The percent of each attribute, given by the columns of its items, in the eyes of one side."""
    is_member = np.zeros((len(table.items), len(members)), dtype=np.int64)
    for place, columns in enumerate(members):
        is_member[columns, place] = 1
    answered_counts = ((choices < CODE_COUNT) @ is_member > 0).sum(axis=0).tolist()
    counts = count_choices(choices).tolist()
    return [
        _percent([counts[column] for column in columns], [table.items[column].weight for column in columns])
        if answered_count >= anonymity_floor
        else None
        for columns, answered_count in zip(members, answered_counts, strict=True)
    ]


def _percent(counts: Sequence[Sequence[int]], weights: Sequence[float]) -> float | None:
    codes: list[int | None] = []
    applicable_weights: list[float] = []
    for item_counts, weight in zip(counts, weights, strict=True):
        outcome, code = reach_consensus(
            item_counts[:CODE_COUNT], item_counts[NOT_APPLICABLE_CHOICE], item_counts[DONT_KNOW_CHOICE]
        )
        if outcome is not Outcome.NOT_APPLICABLE:
            codes.append(code)
            applicable_weights.append(weight)
    rated = rate_codes(codes, applicable_weights)
    return rated.percent if rated.coverage_share else None
