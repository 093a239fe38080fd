"""Scores of a process under thousands of draws of its respondents, all draws at once.

| symbol | name | unit | range |
|---|---|---|---|
| drawn[k, r] | how often draw k took respondent r | count | 0 up |
| codes[k, i] | consensus of item i in draw k, NaN unless rated | ordinal | 0 to 5 |
| percents[k, a] | attribute a in draw k, NaN when not applicable | percent | 0 to 100 |
| scores[k] | score in draw k, NaN without a level | none | 0.00 to 5.00 |

The same rules as `consensus` and `capability`, written for arrays; a test holds the two together.
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

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


def draw_respondents(generator: np.random.Generator, respondent_count: int, draw_count: int) -> Floats:
    """How often each respondent is taken in each of `draw_count` draws with replacement; rows sum to their number.

    >>> draw_respondents(np.random.default_rng(1), 3, 2).sum(axis=1).tolist()
    [3.0, 3.0]
    """
    if respondent_count == 0:
        return np.zeros((draw_count, 0))
    shares = np.full(respondent_count, 1 / respondent_count)
    return generator.multinomial(respondent_count, shares, size=draw_count).astype(float)


def lower_medians(counts: Floats) -> Floats:
    """Lower median code of counts along the last axis (six codes), NaN without an answer; see `lower_median`.

    >>> lower_medians(np.array([[0.0, 0, 1, 1, 0, 0], [0, 0, 0, 0, 0, 0]])).tolist()
    [2.0, nan]
    """
    totals = counts.sum(axis=-1)
    position = np.floor((totals - 1) / 2)
    codes = (np.cumsum(counts, axis=-1) <= position[..., None]).sum(axis=-1).astype(float)
    return np.where(totals > 0, codes, np.nan)


def score_draws(
    ladder: Ladder,
    table: AnswerTable,
    agreed_by_item: Mapping[tuple[str, Horizon], AgreedValue],
    drawn: Floats,
    carry_percent: float,
) -> Floats:
    """The score of one process in each draw; an agreed value stays fixed."""
    codes, applies = _consensus(table, agreed_by_item, drawn)
    weights = np.array([item.weight for item in table.items])
    columns = [
        _percents(codes[:, own], applies[:, own], weights[own])
        for own in (
            np.array([item.attribute_id == attribute_id for item in table.items], dtype=bool) & (weights > 0)
            for attribute_id in ladder.attribute_ids
        )
    ]
    return score_profiles(ladder, np.stack(columns, axis=-1), carry_percent)


def _consensus(
    table: AnswerTable, agreed_by_item: Mapping[tuple[str, Horizon], AgreedValue], drawn: Floats
) -> tuple[Floats, Flags]:
    """Codes (NaN unless rated) and whether each item applies, in each draw."""
    is_choice = (table.choices[:, :, None] == np.arange(BLANK_CHOICE)).astype(float)
    counts = np.tensordot(drawn, is_choice, axes=1)
    codes = lower_medians(counts[..., :CODE_COUNT])
    not_applicable = counts[..., NOT_APPLICABLE_CHOICE]
    applies = (not_applicable <= counts[..., :CODE_COUNT].sum(axis=-1)) | (
        not_applicable < counts[..., DONT_KNOW_CHOICE]
    )
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
