"""How firm the scores and the order of processes are, from seeded draws (METHOD.md sections 7 b and 14).

| symbol | name | unit | range | direction |
|---|---|---|---|---|
| draws | resampled assessments | count | 2,000 | more are steadier |
| interval | percentiles 5 and 95 of a score | none | 0.00 to 5.00 | narrower is surer |
| P(top 3) | draws in which a process ranks first to third | share | 0 to 1 | higher is firmer |
| tau | mean Kendall tau-b of the drawn orders with the base order | none | -1 to 1 | higher is firmer |

A draw takes respondents with replacement, weights from Dirichlet(10 * the weights in force), and one strength for
all implied linkages from U(0, 1). Fixed seed: same input, same numbers. Own rules: a weight of 0 stays 0; agreed
values, targets and critical services stay fixed; a linkage of a framework's own is drawn like an implied one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assessment.domain.agreement.measures import kendall_tau_b_each
from assessment.domain.agreement.resampling import Floats, draw_respondents, lower_medians, score_draws
from assessment.domain.answered.assessment import Assessment
from assessment.domain.authored.framework import Framework, Horizon
from assessment.domain.planning.leverage import edges_of, leverage_of, normalised, strength_matrix
from assessment.domain.planning.priority import stakes_of
from assessment.domain.planning.ranking import RANKING_DIGITS
from assessment.domain.planning.results import Firmness, RankFirmness, ScoreInterval
from assessment.domain.rating.answer_table import AnswerTable, tabulate
from assessment.domain.rating.capability import ladder_of
from assessment.domain.rating.results import AssessmentResult
from assessment.domain.rating.scale import CODE_COUNT, HIGHEST_CODE

DRAW_COUNT = 2000
SEED = 20000131
CONCENTRATION = 10.0
INTERVAL = (5, 95)
INTERVAL_RESPONDENTS = 3
FIRM_TAU, LIKELY_TAU = 0.80, 0.50
TOP_COUNT = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class _Draws:
    """What every draw took: respondents (draw, respondent), weights (draw, three), implied strength (draw)."""

    respondents: Floats
    weights: Floats
    implied_strengths: Floats


def measure_firmness(
    framework: Framework,
    assessment: Assessment,
    result: AssessmentResult,
    draw_count: int = DRAW_COUNT,
    seed: int = SEED,
) -> Firmness:
    """How firm scores and order are; processes follow the base order. `draw_count` is 1 or more.

    A score interval is given for a process that three or more respondents answered. `mean_tau` is None, and the word
    "open", where there is no order to speak of (fewer than two processes, or nothing but ties).
    """
    process_ids = tuple(process.process_id for process in result.processes if process.is_in_model)
    draws = _draw(assessment, np.random.default_rng(seed), draw_count)
    tables = tabulate(framework, assessment, process_ids, Horizon.AS_IS)
    ladder = ladder_of(framework)
    carry = assessment.header.carry_percent
    scores = np.empty((draw_count, len(process_ids)))
    for column, process_id in enumerate(process_ids):
        scores[:, column] = score_draws(ladder, tables[process_id], assessment.agreed_by_item, draws.respondents, carry)
    targets = np.array([result.process(process_id).target.target_level for process_id in process_ids], dtype=float)
    needs = np.nan_to_num(np.maximum(0.0, targets - scores)) / HIGHEST_CODE
    priorities = 100 * needs * _impacts(framework, assessment, process_ids, needs, draws)
    ranks = _ranks(priorities, needs)
    base = {priority.process_id: priority.rank for priority in result.priorities}
    mean_tau = _mean_tau(np.array([base[process_id] for process_id in process_ids], dtype=float), ranks)
    return Firmness(
        mean_tau=mean_tau,
        word=_word(mean_tau),
        draw_count=draw_count,
        seed=seed,
        processes=tuple(
            sorted(
                (_rank_firmness(process_id, ranks[:, column]) for column, process_id in enumerate(process_ids)),
                key=lambda own: base[own.process_id],
            )
        ),
        score_intervals=tuple(
            _interval(process_id, scores[:, column])
            for column, process_id in enumerate(process_ids)
            if _respondent_count(tables[process_id]) >= INTERVAL_RESPONDENTS
        ),
    )


def _draw(assessment: Assessment, generator: np.random.Generator, draw_count: int) -> _Draws:
    settings = assessment.roadmap
    weights = np.array([settings.pain_weight, settings.importance_weight, settings.leverage_weight])
    drawn_weights = np.zeros((draw_count, len(weights)))
    positive = weights > 0
    if positive.any():
        concentration = CONCENTRATION * weights[positive] / weights.sum()
        drawn_weights[:, positive] = generator.dirichlet(concentration, size=draw_count)
    return _Draws(
        respondents=draw_respondents(generator, len(assessment.respondents), draw_count),
        weights=drawn_weights,
        implied_strengths=generator.uniform(0.0, 1.0, size=draw_count),
    )


def _impacts(
    framework: Framework, assessment: Assessment, process_ids: Sequence[str], needs: Floats, draws: _Draws
) -> Floats:
    """Impact of each process in each draw; a criterion nobody spoke to leaves the weights, as in `impact_share`."""
    proposed = stakes_of(process_ids, (), assessment.critical_services)
    services = np.array([proposed[process_id].importance or np.nan for process_id in process_ids])
    pain = _opinions(assessment, process_ids, "pain", draws.respondents)
    importance = _opinions(assessment, process_ids, "importance", draws.respondents)
    importance = np.where(np.isnan(importance), services, importance)
    leverage = _leverages(framework, assessment, process_ids, needs, draws.implied_strengths)
    criteria = np.stack([pain / HIGHEST_CODE, importance / HIGHEST_CODE, leverage], axis=-1)
    weights = np.where(np.isnan(criteria), 0.0, draws.weights[:, None, :])
    whole = weights.sum(axis=-1)
    weighted = (weights * np.nan_to_num(criteria)).sum(axis=-1)
    impacts: Floats = np.divide(weighted, whole, out=np.ones_like(whole), where=whole > 0)
    return impacts


def _opinions(assessment: Assessment, process_ids: Sequence[str], field: str, drawn: Floats) -> Floats:
    """Lower median of what the drawn respondents said of each process, NaN where none of them said anything."""
    rows = {respondent.id: row for row, respondent in enumerate(assessment.respondents)}
    columns = {process_id: column for column, process_id in enumerate(process_ids)}
    said = np.zeros((len(rows), len(columns), CODE_COUNT))
    for opinion in assessment.opinions:
        code = getattr(opinion, field)
        if code is not None and opinion.process_id in columns and opinion.respondent_id in rows:
            said[rows[opinion.respondent_id], columns[opinion.process_id], code] = 1
    return lower_medians(np.tensordot(drawn, said, axes=1))


def _leverages(
    framework: Framework, assessment: Assessment, process_ids: Sequence[str], needs: Floats, implied: Floats
) -> Floats:
    """Leverage of each process in each draw, 0 to 1."""
    if not process_ids:
        return needs
    lowest, highest = (
        strength_matrix(process_ids, edges_of(framework, assessment.roadmap, process_ids, implied_strength=strength))
        for strength in (0.0, 1.0)
    )
    is_implied = highest > lowest
    strengths = np.maximum(lowest, implied[:, None, None] * is_implied)
    return normalised(leverage_of(strengths, needs))


def _ranks(priorities: Floats, needs: Floats) -> Floats:
    """Rank of each process in each draw, 1 first; ties by need, then the model's order."""
    digits = RANKING_DIGITS
    order = np.lexsort((-np.round(needs, digits), -np.round(priorities, digits)), axis=-1)
    ranks = np.empty(priorities.shape)
    np.put_along_axis(ranks, order, np.arange(1.0, priorities.shape[1] + 1)[None, :], axis=1)
    return ranks


def _mean_tau(base: Floats, ranks: Floats) -> float | None:
    if len(base) < 2:
        return None
    taus = kendall_tau_b_each(base, ranks)
    return None if np.isnan(taus).all() else float(np.nanmean(taus))


def _word(mean_tau: float | None) -> str:
    """Firm from .80, likely from .50, else open. Own rule."""
    if mean_tau is None or mean_tau < LIKELY_TAU:
        return "open"
    return "firm" if mean_tau >= FIRM_TAU else "likely"


def _rank_firmness(process_id: str, ranks: NDArray[np.float64]) -> RankFirmness:
    low, high = np.percentile(ranks, INTERVAL)
    return RankFirmness(
        process_id=process_id,
        top_three_share=float((ranks <= TOP_COUNT).mean()),
        median_rank=float(np.median(ranks)),
        low_rank=float(low),
        high_rank=float(high),
    )


def _interval(process_id: str, scores: Floats) -> ScoreInterval:
    known = scores[~np.isnan(scores)]
    low, high = np.percentile(known, INTERVAL) if len(known) else (0.0, 0.0)
    return ScoreInterval(process_id=process_id, low_score=float(low), high_score=float(high))


def _respondent_count(table: AnswerTable) -> int:
    return int((table.choices < CODE_COUNT).any(axis=1).sum())
