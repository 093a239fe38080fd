"""How firm the scores and the order of processes are, from seeded draws (METHOD.md sections 7 b and 14).

| symbol | name | unit | range | direction |
|---|---|---|---|---|
| draws | resampled assessments; `draws` says what each takes | count | 2,000 | more are steadier |
| range | percentiles 5 and 95 of a score | none | 0.00 to 5.00 | narrower is surer |
| P(top 3) | draws in which a process ranks first to third | share | 0 to 1 | higher is firmer |
| tau | mean Kendall tau-b of the drawn orders with the base order | none | -1 to 1 | higher is firmer |

Fixed seed: same input, same numbers. Own rule: a draw in which a process has no level gives it no need.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from assessment.domain.agreement.measures import kendall_tau_b_each
from assessment.domain.agreement.resampling import Flags, Floats, has_range, range_of
from assessment.domain.answered.assessment import Assessment
from assessment.domain.authored.framework import Framework
from assessment.domain.planning.draws import Drawn, Draws, draw_criteria, draw_impacts, draw_scores
from assessment.domain.planning.ranking import RANKING_DIGITS
from assessment.domain.planning.results import Firmness, FirmnessWord, RankFirmness, SensitivityRange
from assessment.domain.rating.results import AssessmentResult, Outcome, ProcessResult
from assessment.domain.rating.scale import HIGHEST_CODE, TOLERANCE

DRAW_COUNT = 2000
SEED = 20000131
RANK_PERCENTILES = (5, 95)
FIRM_TAU, LIKELY_TAU = 0.80, 0.50
FEWEST_WITH_NEED = 3
TOP_COUNT = 3


def measure_firmness(
    framework: Framework,
    assessment: Assessment,
    result: AssessmentResult,
    draw_count: int = DRAW_COUNT,
    seed: int = SEED,
) -> Firmness:
    """How firm scores and order are; processes with a level follow the base order. `draw_count` is 1 or more."""
    return firmness_of(framework, assessment, result, draw(framework, assessment, result, draw_count, seed))


def draw(
    framework: Framework,
    assessment: Assessment,
    result: AssessmentResult,
    draw_count: int = DRAW_COUNT,
    seed: int = SEED,
) -> Drawn:
    """What is drawn of people and linkages: the same whatever the weights, and by far most of the work."""
    processes = _with_level(result)
    draws = _draws(framework, assessment, result, draw_count, seed)
    scores = draw_scores(draws)
    targets = np.array([process.target.target_level for process in processes], dtype=float)
    needs = np.nan_to_num(np.maximum(0.0, targets - scores)) / HIGHEST_CODE
    return Drawn(scores=scores, needs=needs, criteria=draw_criteria(draws, needs), draw_count=draw_count, seed=seed)


def _with_level(result: AssessmentResult) -> tuple[ProcessResult, ...]:
    return tuple(process for process in result.processes if process.is_assessed)


def _draws(framework: Framework, assessment: Assessment, result: AssessmentResult, draw_count: int, seed: int) -> Draws:
    return Draws(
        framework=framework,
        assessment=assessment,
        process_ids=tuple(process.process_id for process in _with_level(result)),
        draw_count=draw_count,
        seed=seed,
    )


def firmness_of(framework: Framework, assessment: Assessment, result: AssessmentResult, drawn: Drawn) -> Firmness:
    """How firm scores and order are under the weights of the assessment, given what was drawn of people."""
    processes = _with_level(result)
    draws = _draws(framework, assessment, result, drawn.draw_count, drawn.seed)
    ranks = _ranks(100 * drawn.needs * draw_impacts(draws, drawn.criteria), drawn.needs)
    base = {priority.process_id: priority.rank for priority in result.priorities}
    tau = mean_tau(
        np.array([process.target.need_share > 0 for process in processes], dtype=bool),
        np.array([base[process_id] for process_id in draws.process_ids], dtype=float),
        ranks,
    )
    firmness = [_rank_firmness(process_id, ranks[:, column]) for column, process_id in enumerate(draws.process_ids)]
    return Firmness(
        mean_tau=tau,
        word=firmness_word(tau),
        draw_count=drawn.draw_count,
        seed=drawn.seed,
        processes=tuple(sorted(firmness, key=lambda own: base[own.process_id])),
        sensitivity_ranges=tuple(_sensitivity_ranges(framework, processes, drawn.scores)),
    )


def mean_tau(has_need: Flags, base: Floats, draws: Floats) -> float | None:
    """Mean tau-b of the order in each draw (row) with the base order, over the processes with need in the base.

    All three have a column for each process; base and draws are ranks. None with fewer than three processes in need,
    or where ties leave nothing to compare.

    >>> base = np.array([1.0, 2.0, 3.0, 4.0])
    >>> mean_tau(np.array([True, True, True, False]), base, np.array([[2.0, 3.0, 4.0, 1.0]]))
    1.0
    """
    if has_need.sum() < FEWEST_WITH_NEED:
        return None
    taus = kendall_tau_b_each(base[has_need], draws[:, has_need])
    return None if np.isnan(taus).all() else float(np.nanmean(taus))


def firmness_word(tau: float | None) -> FirmnessWord:
    """Firm from .80, likely from .50, else open; None is not measured. Own rule.

    >>> [firmness_word(tau).value for tau in (0.8, 0.5, 0.49, None)]
    ['firm', 'likely', 'open', 'not-measured']
    """
    if tau is None:
        return FirmnessWord.NOT_MEASURED
    if tau >= FIRM_TAU - TOLERANCE:
        return FirmnessWord.FIRM
    return FirmnessWord.LIKELY if tau >= LIKELY_TAU - TOLERANCE else FirmnessWord.OPEN


def _sensitivity_ranges(
    framework: Framework, processes: Sequence[ProcessResult], scores: Floats
) -> Iterable[SensitivityRange]:
    for process, own in zip(processes, scores.T, strict=True):
        if not has_range(process.basis.respondent_count, _open_item_count(framework, process)):
            continue
        found = range_of(own)
        if found is not None:
            yield SensitivityRange(process_id=process.process_id, low_score=found[0], high_score=found[1])


def _open_item_count(framework: Framework, process: ProcessResult) -> int:
    """Rated items that count, have no agreed value, and whose answers may be drawn."""
    return sum(
        item.outcome is Outcome.RATED
        and not item.is_agreed
        and item.code_counts is not None
        and framework.item_by_id[item.item_id].weight > 0
        for attribute in process.attributes
        for item in attribute.items
    )


def _ranks(priorities: Floats, needs: Floats) -> Floats:
    """Rank of each process in each draw, 1 first; ties by need, then the model's order."""
    digits = RANKING_DIGITS
    order = np.lexsort((-np.round(needs, digits), -np.round(priorities, digits)), axis=-1)
    ranks = np.empty(priorities.shape)
    np.put_along_axis(ranks, order, np.arange(1.0, priorities.shape[1] + 1)[None, :], axis=1)
    return ranks


def _rank_firmness(process_id: str, ranks: Floats) -> RankFirmness:
    low, high = np.percentile(ranks, RANK_PERCENTILES)
    return RankFirmness(
        process_id=process_id,
        top_three_share=float((ranks <= TOP_COUNT).mean()),
        median_rank=float(np.median(ranks)),
        low_rank=float(low),
        high_rank=float(high),
    )
