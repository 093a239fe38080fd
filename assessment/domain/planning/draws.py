"""What each draw takes: scores, opinions, weights and leverage of every process (METHOD.md section 14).

| symbol | name | unit | range |
|---|---|---|---|
| scores[k, p] | score of process p in draw k, NaN without a level | none | 0.00 to 5.00 |
| needs[k, p] | need of process p in draw k, 0 without a level | share | 0 to 1 |
| impacts[k, p] | impact of process p in draw k | share | 0 to 1 |

A draw takes, process by process, those who answered it with replacement, and for its pain and its importance those who
gave one; weights from Dirichlet(10 * the weights in force); and one strength for all implied linkages from U(0, 1).
Every process draws from a seed of its own: same input, same numbers, and what is answered elsewhere changes none of
them. Own rules: weights in force sum to 1 and a weight of 0 stays 0; agreed values, targets and critical services stay
fixed; a linkage of a framework's own is drawn like an implied one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from zlib import crc32

import numpy as np

from assessment.domain.agreement.resampling import Floats, draw_respondents, score_draws
from assessment.domain.answered.assessment import Assessment
from assessment.domain.authored.framework import Framework, Horizon
from assessment.domain.planning.leverage import edges_of, leverage_share_of, strength_matrix
from assessment.domain.planning.priority import Weights, proposed_importances, proposed_pain, stakes_of
from assessment.domain.rating.answer_table import tabulate
from assessment.domain.rating.capability import ladder_of
from assessment.domain.rating.scale import CODE_COUNT, HIGHEST_CODE

CONCENTRATION = 10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Draws:
    """What is the same for every draw; `process_ids` are those with a level, in the model's order."""

    framework: Framework
    assessment: Assessment
    process_ids: tuple[str, ...]
    draw_count: int
    seed: int

    def generator(self, *purpose: str) -> np.random.Generator:
        """A generator of its own for each purpose: one never moves another."""
        return np.random.default_rng([self.seed, *(crc32(word.encode()) for word in purpose)])


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """What is drawn of people and linkages, a row a draw and a column a process; the weights are not in it."""

    scores: Floats
    needs: Floats
    criteria: tuple[Floats, Floats, Floats]
    draw_count: int
    seed: int


def draw_scores(draws: Draws) -> Floats:
    """The score of each process (column) in each draw, NaN without a level."""
    assessment = draws.assessment
    tables = tabulate(draws.framework, assessment, draws.process_ids, Horizon.AS_IS)
    ladder, carry_percent = ladder_of(draws.framework), assessment.header.carry_percent
    scores = np.empty((draws.draw_count, len(draws.process_ids)))
    for column, (process_id, table) in enumerate(tables.items()):
        respondent_count = int(table.has_answered().sum())
        drawn = draw_respondents(draws.generator("answers", process_id), respondent_count, draws.draw_count)
        scores[:, column] = score_draws(ladder, table, assessment.agreed_by_item, drawn, carry_percent)
    return scores


def draw_criteria(draws: Draws, needs: Floats) -> tuple[Floats, Floats, Floats]:
    """Pain, importance and leverage of each process in each draw, 0 to 1; 0 where no process has one.

    No weight is in them: what they weigh is drawn apart, so that other weights need no other draws of people.
    """
    assessment, process_ids = draws.assessment, draws.process_ids
    scenario = proposed_pain(draws.framework, assessment)
    pains = _opinions(draws, "pain", [(own.process_id, own.pain) for own in assessment.opinions])
    scenario_pains = np.array([scenario.get(process_id, np.nan) for process_id in process_ids])
    importances = _opinions(draws, "importance", [(own.process_id, own.importance) for own in assessment.opinions])
    proposed = proposed_importances(assessment.critical_services)
    services = np.array([proposed.get(process_id, np.nan) for process_id in process_ids])
    return (
        np.nan_to_num(_with_assumed(np.where(np.isnan(pains), scenario_pains, pains)) / HIGHEST_CODE),
        np.nan_to_num(_with_assumed(np.where(np.isnan(importances), services, importances)) / HIGHEST_CODE),
        _leverages(draws, needs),
    )


def draw_impacts(draws: Draws, criteria: tuple[Floats, Floats, Floats]) -> Floats:
    """Impact of each process in each draw, 0 to 1; 1 where no weight is in force."""
    assessment = draws.assessment
    scenario = proposed_pain(draws.framework, assessment)
    stakes = stakes_of(draws.process_ids, assessment.opinions, assessment.critical_services, scenario)
    weights = Weights.of(assessment.roadmap).in_force(stakes.values())
    if weights.whole == 0:
        return np.ones_like(criteria[0])
    drawn = _weights(draws, weights)
    impacts = np.zeros_like(criteria[0])
    for place, criterion in enumerate(criteria):
        impacts += drawn[:, place, None] * criterion
    return impacts


def _weights(draws: Draws, weights: Weights) -> Floats:
    """The three weights of each draw; rows sum to 1, and one that is not in force stays 0."""
    base = np.array([weights.pain, weights.importance, weights.leverage]) / weights.whole
    drawn = np.zeros((draws.draw_count, len(base)))
    concentration = CONCENTRATION * base[base > 0]
    drawn[:, base > 0] = draws.generator("weights").dirichlet(concentration, size=draws.draw_count)
    return drawn


def _opinions(draws: Draws, criterion: str, said: Iterable[tuple[str, int | None]]) -> Floats:
    """Lower median of a criterion over the people drawn among those who gave one; NaN where nobody did."""
    columns = {process_id: column for column, process_id in enumerate(draws.process_ids)}
    counts = np.zeros((len(columns), CODE_COUNT), dtype=int)
    for process_id, code in said:
        if code is not None and process_id in columns:
            counts[columns[process_id], code] += 1
    drawn = np.full((draws.draw_count, len(columns)), np.nan)
    for process_id, column in columns.items():
        if counts[column].any():
            drawn[:, column] = drawn_medians(
                draws.generator(criterion, process_id), counts[column].tolist(), draws.draw_count
            )
    return drawn


def drawn_medians(generator: np.random.Generator, counts: Sequence[int], draw_count: int) -> Floats:
    """The lower median of as many codes as there are, drawn with replacement from them, `draw_count` times.

    Of n uniform numbers the k-th smallest is distributed as Beta(k, n + 1 - k) (David and Nagaraja, Order Statistics,
    2003), so one number a draw, put through the cumulated shares of the codes, is the median of a whole resample.

    >>> drawn_medians(np.random.default_rng(1), (0, 0, 0, 4, 0, 0), 2).tolist()
    [3.0, 3.0]
    """
    total = sum(counts)
    place = (total + 1) // 2
    uniform = generator.beta(place, total + 1 - place, size=draw_count)
    return np.searchsorted(np.cumsum(counts) / total, uniform).astype(float)


def _with_assumed(codes: Floats) -> Floats:
    """Codes with the lower median of the other processes in place of NaN, draw by draw; all NaN stays so.

    >>> _with_assumed(np.array([[1.0, np.nan, 4.0, 3.0]])).tolist()
    [[1.0, 3.0, 4.0, 3.0]]
    """
    is_known = ~np.isnan(codes).any(axis=0)
    if not is_known.any():
        return codes
    known = np.sort(codes[:, is_known], axis=1)
    return np.where(is_known, codes, known[:, [(known.shape[1] - 1) // 2]])


def _leverages(draws: Draws, needs: Floats) -> Floats:
    """Leverage of each process in each draw, 0 to 1."""
    process_ids, settings = draws.process_ids, draws.assessment.roadmap
    lowest, highest = (
        strength_matrix(process_ids, edges_of(draws.framework, settings, process_ids, implied_strength=strength))
        for strength in (0.0, 1.0)
    )
    implied = draws.generator("implied").uniform(0.0, 1.0, size=draws.draw_count)
    strengths = np.maximum(lowest, implied[:, None, None] * (highest > lowest))
    return leverage_share_of(strengths, needs)
