"""Scores of a process under thousands of draws of those who answered it, all draws at once (METHOD.md section 7 b).

| symbol | name | unit | range |
|---|---|---|---|
| drawn[k, r] | how often draw k took respondent r of those who answered | count | 0 up |
| codes[k, i] | consensus of item i in draw k, NaN unless rated | ordinal | 0 to 5 |
| percents[k, a] | attribute a in draw k, NaN when not applicable | percent | 0 to 100 |
| scores[k] | score in draw k, NaN without a level | none | 0.00 to 5.00 |
| range | percentiles 5 and 95 of the scores there are | none | 0.00 to 5.00 |

Only those who answered the process are drawn: who is silent, or said only don't know or not applicable, is in no draw.
Agreed values stay fixed. The same rules as `consensus` and `capability`, written for arrays; a test holds the two
together. Own rule: a range needs five people (of three, nine in ten draws would cover only 69 %).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from assessment.domain.answered.assessment import AgreedValue
from assessment.domain.authored.framework import Horizon
from assessment.domain.rating.answer_table import BLANK_CHOICE, DONT_KNOW_CHOICE, NOT_APPLICABLE_CHOICE, AnswerTable
from assessment.domain.rating.capability import HIGHEST_PROGRESS, WEAK_CODE, Ladder
from assessment.domain.rating.scale import ACHIEVED_BOUND, CODE_COUNT, FULLY_BOUND, HIGHEST_CODE, TOLERANCE

RANGE_RESPONDENTS = 5
RANGE_PERCENTILES = (5, 95)
Floats = NDArray[np.float64]
Counts = NDArray[np.float32]  # of people, so exact
Flags = NDArray[np.bool_]


def has_range(respondent_count: int, open_item_count: int) -> bool:
    """Whether a score has a sensitivity range: five or more answered, and a rated item has no agreed value.

    >>> has_range(5, 1), has_range(4, 1), has_range(5, 0)
    (True, False, False)
    """
    return respondent_count >= RANGE_RESPONDENTS and open_item_count > 0


def range_of(scores: Floats) -> tuple[float, float] | None:
    """Percentiles 5 and 95 of the scores there are; None where no draw has one.

    >>> range_of(np.array([2.0, np.nan, 2.0])), range_of(np.array([np.nan]))
    ((2.0, 2.0), None)
    """
    known = scores[~np.isnan(scores)]
    if not len(known):
        return None
    low, high = np.percentile(known, RANGE_PERCENTILES)
    return float(low), float(high)


def draw_respondents(generator: np.random.Generator, respondent_count: int, draw_count: int) -> Counts:
    """How often each respondent is taken in each of `draw_count` draws with replacement; rows sum to their number.

    >>> draw_respondents(np.random.default_rng(1), 3, 2).sum(axis=1).tolist()
    [3.0, 3.0]
    """
    if respondent_count == 0:
        return np.zeros((draw_count, 0), dtype=np.float32)
    taken = generator.integers(respondent_count, size=(draw_count, respondent_count))
    places = taken + respondent_count * np.arange(draw_count)[:, None]
    counts = np.bincount(places.ravel(), minlength=draw_count * respondent_count)
    return counts.reshape(draw_count, respondent_count).astype(np.float32)


def lower_medians(counts: Counts) -> Floats:
    """Lower median code of each column of counts, whose last axis but one are the six codes; see `lower_median`.

    NaN without an answer.

    >>> lower_medians(np.array([[0, 0, 1, 1, 0, 0], [0, 0, 0, 0, 0, 0]], dtype=np.float32).T).tolist()
    [2.0, nan]
    """
    totals = counts.sum(axis=-2)
    position = np.floor((totals - 1) / 2)
    codes, reached = np.zeros(totals.shape), np.zeros_like(totals)
    for code in range(HIGHEST_CODE):
        reached += counts[..., code, :]
        codes += reached <= position
    return np.where(totals > 0, codes, np.nan)


def score_draws(
    ladder: Ladder,
    table: AnswerTable,
    agreed_by_item: Mapping[tuple[str, Horizon], AgreedValue],
    drawn: Counts,
    carry_percent: float,
) -> Floats:
    """The score of one process in each draw, NaN without a level; `drawn` has a column for each who answered it."""
    weights = np.array([item.weight for item in table.items])
    choices = table.choices[table.has_answered()]
    codes, applies = _consensus(table, choices, agreed_by_item, drawn)
    columns = [
        _percents(codes[:, own], applies[:, own], weights[own])
        for own in (
            np.array([item.attribute_id == attribute_id for item in table.items], dtype=bool) & (weights > 0)
            for attribute_id in ladder.attribute_ids
        )
    ]
    scores = score_profiles(ladder, np.stack(columns, axis=-1), carry_percent)
    is_assessed = (applies & ~np.isnan(codes))[:, weights > 0].any(axis=1)
    return np.where(is_assessed, scores, np.nan)


def _consensus(
    table: AnswerTable,
    choices: NDArray[np.int8],
    agreed_by_item: Mapping[tuple[str, Horizon], AgreedValue],
    drawn: Counts,
) -> tuple[Floats, Flags]:
    """Codes (NaN unless rated) and whether each item applies, in each draw."""
    is_choice = (choices[:, None, :] == np.arange(BLANK_CHOICE)[:, None]).astype(np.float32)
    counts = np.tensordot(drawn, is_choice, axes=1)
    codes = lower_medians(counts[:, :CODE_COUNT])
    number_count, not_applicable = counts[:, :CODE_COUNT].sum(axis=1), counts[:, NOT_APPLICABLE_CHOICE]
    applies = (not_applicable <= number_count) | (not_applicable < counts[:, DONT_KNOW_CHOICE])
    for column, item in enumerate(table.items):
        agreed = agreed_by_item.get((item.id, table.horizon))
        if agreed is not None:
            applies[:, column] = agreed.answer.code is not None
            codes[:, column] = np.nan if agreed.answer.code is None else agreed.answer.code
    return codes, applies


def _percents(codes: Floats, applies: Flags, weights: Floats) -> Floats:
    """Percent of one attribute in each draw: 0 where nothing is rated, NaN where nothing applies."""
    is_rated = applies & ~np.isnan(codes)
    known = np.where(is_rated, codes, 0.0)
    weight = (is_rated * weights).sum(axis=1)
    plain = np.divide(
        100 * (known * weights).sum(axis=1), HIGHEST_CODE * weight, out=np.zeros(len(codes)), where=weight > 0
    )
    is_weak = (is_rated & (known <= WEAK_CODE)).any(axis=1)
    percents = np.where(is_weak, np.minimum(plain, FULLY_BOUND), plain)
    return np.where(applies.any(axis=1), percents, np.nan)


def score_profiles(ladder: Ladder, percents: Floats, carry_percent: float) -> Floats:
    """The score of each profile (row; columns in the order of the ladder), NaN without a level; see `rate_level`."""
    members = {level: _columns(ladder.levels, level) for level in sorted(set(ladder.levels))}
    levels = np.zeros(len(percents))
    is_open = np.ones(len(percents), dtype=bool)
    for level, columns in members.items():
        own = percents[:, columns]
        is_there = ~np.isnan(own).all(axis=1)
        levels[is_open & is_there & _all_above(own, ACHIEVED_BOUND)] = level
        is_open &= ~is_there | _all_above(own, carry_percent)
    scores = levels + _progress(members, percents, levels, carry_percent)
    lowest = members[min(members)]
    return np.where(np.isnan(percents[:, lowest]).all(axis=1), np.nan, scores)


def _progress(members: Mapping[int, Sequence[int]], percents: Floats, levels: Floats, carry_percent: float) -> Floats:
    following = np.full(len(percents), np.inf)
    for level in sorted(members, reverse=True):
        is_there = ~np.isnan(percents[:, members[level]]).all(axis=1)
        following[is_there & (levels < level)] = level
    parts = np.full(percents.shape, np.nan)
    for level, columns in members.items():
        own = percents[:, columns]
        carried = np.clip((own - ACHIEVED_BOUND) / (carry_percent - ACHIEVED_BOUND), 0, 1)
        achieved = np.minimum(1.0, own / ACHIEVED_BOUND)
        is_present, is_next = (levels == level)[:, None], (following == level)[:, None]
        parts[:, columns] = np.where(is_present, carried, np.where(is_next, achieved, np.nan))
    counts = (~np.isnan(parts)).sum(axis=1)
    means = np.divide(np.nansum(parts, axis=1), counts, out=np.zeros(len(percents)), where=counts > 0)
    return np.where(np.isfinite(following), np.minimum(HIGHEST_PROGRESS, means), 0.0)


def _columns(levels: Sequence[int], level: int) -> list[int]:
    return [column for column, own in enumerate(levels) if own == level]


def _all_above(values: Floats, bound: float) -> Flags:
    above: Flags = np.all(np.isnan(values) | (values > bound + TOLERANCE), axis=1)
    return above
