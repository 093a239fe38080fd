"""Draws follow the same rules as the base result, repeat exactly, and tell firm from open."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.domain.agreement.resampling import draw_respondents, lower_medians, score_draws, score_profiles
from assessment.domain.answered.assessment import Assessment, Opinion, Target
from assessment.domain.authored.framework import Framework, Horizon
from assessment.domain.planning.firmness import measure_firmness
from assessment.domain.planning.results import Firmness
from assessment.domain.rating.answer_table import tabulate
from assessment.domain.rating.capability import Ladder, ladder_of, rate_level
from assessment.domain.rating.scoring import score_assessment
from tests.builders import ATTRIBUTES, agreed, an_assessment, answered, rated_process, respondents, tiny_framework

LADDER = Ladder(attribute_ids=tuple(a for a, *_ in ATTRIBUTES), levels=tuple(level for _, _, level, _ in ATTRIBUTES))
PERCENTS = st.one_of(st.none(), st.sampled_from([0.0, 15.0, 50.0, 50.01, 67.5, 67.6, 80.0, 85.0, 85.1, 100.0]))


def firmness_of(framework: Framework, assessment: Assessment, **options: int) -> Firmness:
    return measure_firmness(framework, assessment, score_assessment(framework, assessment), **options)


@given(st.lists(PERCENTS, min_size=8, max_size=8), st.sampled_from([67.5, 85.0]))
def test_a_profile_scored_as_an_array_has_the_score_of_the_method(profile: list[float | None], carry: float) -> None:
    row = np.array([[np.nan if percent is None else percent for percent in profile]])
    expected = rate_level(LADDER, profile, carry).score
    (score,) = score_profiles(LADDER, row, carry)
    assert np.isnan(score) if expected is None else score == pytest.approx(expected, abs=1e-9)


@given(st.lists(st.integers(0, 5), max_size=9))
def test_the_median_of_counts_is_the_lower_median_of_the_answers(codes: Sequence[int]) -> None:
    counts = np.array([[codes.count(code) for code in range(6)]], dtype=float)
    (median,) = lower_medians(counts)
    assert np.isnan(median) if not codes else median == sorted(codes)[(len(codes) - 1) // 2]


@pytest.mark.parametrize("seed", range(5))
def test_taking_every_respondent_once_gives_the_base_score(seed: int) -> None:
    framework = tiny_framework()
    assessment = answered(framework, an_assessment(framework, respondents=respondents(5)), seed=seed, gap_share=0.3)
    item_id = framework.items("planning", assessment.header.depth, Horizon.AS_IS)[0].id
    assessment = assessment.model_copy(update={"agreed": (agreed(item_id, 5),)})
    result = score_assessment(framework, assessment)
    tables = tabulate(framework, assessment, assessment.scope, Horizon.AS_IS)
    for process in result.processes:
        table = tables[process.process_id]
        (score,) = score_draws(ladder_of(framework), table, assessment.agreed_by_item, np.ones((1, 5)), 67.5)
        assert score == pytest.approx(process.level.score, abs=1e-9)


def test_a_draw_takes_as_many_respondents_as_there_are() -> None:
    drawn = draw_respondents(np.random.default_rng(3), 7, 50)
    assert (drawn.sum(axis=1) == 7).all()
    assert (drawn.std(axis=0) > 0).all()


def test_the_same_input_gives_the_same_numbers() -> None:
    framework = tiny_framework()
    assessment = answered(framework, an_assessment(framework))
    assert firmness_of(framework, assessment) == firmness_of(framework, assessment)
    assert firmness_of(framework, assessment).draw_count == 2000


def test_where_one_process_is_far_behind_and_hurts_most_the_order_is_firm() -> None:
    framework = tiny_framework()
    people = respondents(3)
    ids = [person.id for person in people]
    ratings = (
        *rated_process(framework, "planning", 5, ids),
        *rated_process(framework, "building", 3, ids),
        *rated_process(framework, "releasing", 0, ids),
    )
    opinions = tuple(
        Opinion(respondent_id=person, process_id=process_id, pain=pain, importance=pain)
        for person in ids
        for process_id, pain in (("planning", 0), ("building", 2), ("releasing", 5))
    )
    targets = tuple(Target(process_id=process_id, level=3) for process_id in ("planning", "building", "releasing"))
    firmness = firmness_of(
        framework, an_assessment(framework, ratings=ratings, opinions=opinions, targets=targets, respondents=people)
    )
    assert firmness.word == "firm"
    first = firmness.processes[0]
    assert (first.process_id, first.median_rank, first.low_rank, first.high_rank) == ("releasing", 1, 1, 1)
    assert all(interval.low_score == interval.high_score for interval in firmness.score_intervals)


def test_an_interval_needs_three_people_and_holds_the_base_score() -> None:
    framework = tiny_framework()
    assessment = answered(framework, an_assessment(framework, respondents=respondents(6)))
    result = score_assessment(framework, assessment)
    intervals = firmness_of(framework, assessment).score_intervals
    assert [interval.process_id for interval in intervals] == list(assessment.scope)
    for interval in intervals:
        assert interval.low_score <= (result.process(interval.process_id).level.score or 0) <= interval.high_score
        assert interval.low_score < interval.high_score
    two = answered(framework, an_assessment(framework, respondents=respondents(2)))
    assert firmness_of(framework, two).score_intervals == ()


def test_without_answers_or_people_the_order_is_open() -> None:
    framework = tiny_framework(process_count=1)
    firmness = firmness_of(framework, an_assessment(framework, respondents=()))
    assert firmness.mean_tau is None
    assert firmness.word == "open"


def test_a_weight_of_zero_stays_zero_in_every_draw() -> None:
    framework = tiny_framework()
    settings = an_assessment(framework).roadmap.model_copy(
        update={"pain_weight": 1.0, "importance_weight": 0.0, "leverage_weight": 0.0}
    )
    opinions = tuple(
        Opinion(respondent_id="r1", process_id=process_id, pain=pain)
        for process_id, pain in (("planning", 1), ("building", 3), ("releasing", 5))
    )
    ratings = tuple(
        rating
        for process_id in ("planning", "building", "releasing")
        for rating in rated_process(framework, process_id, 0)
    )
    assessment = an_assessment(
        framework, respondents=respondents(1), ratings=ratings, opinions=opinions, roadmap=settings
    )
    ranks = {own.process_id: (own.low_rank, own.high_rank) for own in firmness_of(framework, assessment).processes}
    assert ranks == {"releasing": (1, 1), "building": (2, 2), "planning": (3, 3)}
