"""Draws of those who answered follow the same rules as the base result (METHOD.md section 7 b)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.domain.agreement.resampling import (
    draw_respondents,
    has_range,
    lower_medians,
    range_of,
    score_draws,
    score_profiles,
)
from assessment.domain.answered.assessment import Assessment
from assessment.domain.authored.framework import Horizon
from assessment.domain.rating.answer_table import tabulate
from assessment.domain.rating.capability import Ladder, ladder_of, rate_level
from assessment.domain.rating.scoring import score_assessment
from tests.builders import (
    ATTRIBUTES,
    DK,
    NA,
    agreed,
    an_assessment,
    answered,
    rated,
    rated_process,
    respondents,
    tiny_framework,
)
from tests.domain.scored import at_level

FRAMEWORK = tiny_framework()
LADDER = Ladder(attribute_ids=tuple(a for a, *_ in ATTRIBUTES), levels=tuple(level for _, _, level, _ in ATTRIBUTES))
PERCENTS = st.one_of(st.none(), st.sampled_from([0.0, 15.0, 50.0, 50.01, 67.5, 67.6, 80.0, 85.0, 85.1, 100.0]))


@given(st.lists(PERCENTS, min_size=8, max_size=8), st.sampled_from([67.5, 85.0]))
def test_a_profile_scored_as_an_array_has_the_score_of_the_method(profile: list[float | None], carry: float) -> None:
    row = np.array([[np.nan if percent is None else percent for percent in profile]])
    expected = rate_level(LADDER, profile, carry).score
    (score,) = score_profiles(LADDER, row, carry)
    assert np.isnan(score) if expected is None else score == pytest.approx(expected, abs=1e-9)


@given(st.lists(st.lists(st.integers(0, 5), max_size=9), min_size=1, max_size=4))
def test_the_medians_of_counts_are_the_lower_medians_of_the_answers(answers: Sequence[Sequence[int]]) -> None:
    counts = np.array([[codes.count(code) for codes in answers] for code in range(6)], dtype=np.float32)
    for codes, median in zip(answers, lower_medians(counts), strict=True):
        assert np.isnan(median) if not codes else median == sorted(codes)[(len(codes) - 1) // 2]


def scores_of(assessment: Assessment, drawn: Sequence[Sequence[float]], process_id: str = "planning") -> list[float]:
    table = tabulate(FRAMEWORK, assessment, [process_id], Horizon.AS_IS)[process_id]
    counts = np.array(drawn, dtype=np.float32)
    carry = assessment.header.carry_percent
    scores: list[float] = score_draws(ladder_of(FRAMEWORK), table, assessment.agreed_by_item, counts, carry).tolist()
    return scores


@pytest.mark.parametrize("carry", [67.5, 85.0])
@pytest.mark.parametrize("seed", range(5))
def test_taking_everybody_who_answered_once_gives_the_base_score(seed: int, carry: float) -> None:
    empty = an_assessment(FRAMEWORK, respondents=respondents(5), carry_percent=carry)
    assessment = answered(FRAMEWORK, empty, seed=seed, gap_share=0.3)
    item_id = FRAMEWORK.items("planning", assessment.header.depth, Horizon.AS_IS)[0].id
    assessment = assessment.model_copy(update={"agreed": (agreed(item_id, 5),)})
    result = score_assessment(FRAMEWORK, assessment)
    for process in result.processes:
        assert scores_of(assessment, [[1] * 5], process.process_id) == [pytest.approx(process.level.score, abs=1e-9)]


def test_who_said_nothing_or_gave_no_number_is_in_no_draw() -> None:
    people = respondents(5)
    numbers = (*rated_process(FRAMEWORK, "planning", 4, ("r1",)), *rated_process(FRAMEWORK, "planning", 1, ("r3",)))
    silence = (
        *rated_process(FRAMEWORK, "planning", NA, ("r2",)),
        *rated_process(FRAMEWORK, "planning", DK, ("r4",)),
        rated("planning.improve-process", 5, "r5"),  # weight 0 counts nowhere
    )
    assessment = an_assessment(FRAMEWORK, respondents=people, ratings=(*numbers, *silence))
    table = tabulate(FRAMEWORK, assessment, ["planning"], Horizon.AS_IS)["planning"]
    assert table.has_answered().tolist() == [True, False, True, False, False]
    assert scores_of(assessment, [[2, 0], [0, 2]]) == [5.0, pytest.approx(20 / 50)]


def test_a_draw_weighs_a_person_as_often_as_it_took_them() -> None:
    ratings = tuple(
        rating
        for number, level in enumerate((3, 1, 1), start=1)
        for rating in rated_process(FRAMEWORK, "planning", at_level(level), (f"r{number}",))
    )
    assessment = an_assessment(FRAMEWORK, ratings=ratings)
    one, three = scores_of(assessment, [[1, 1, 1], [2, 1, 0]])
    assert (int(one), int(three)) == (1, 3)


def test_a_draw_in_which_delivery_is_not_applicable_or_nothing_is_rated_has_no_score() -> None:
    delivery = [f"planning.deliver-{number}" for number in (1, 2, 3)]
    ratings = (
        *(rated(item_id, NA, "r1") for item_id in delivery),
        rated("planning.ownership", 5, "r1"),
        *(rated(item_id, 4, "r2") for item_id in delivery),
    )
    assessment = an_assessment(FRAMEWORK, ratings=ratings)
    without, with_level = scores_of(assessment, [[2, 0], [0, 2]])
    assert np.isnan(without)
    assert with_level == pytest.approx(1 + (1 + 0 + 0) / 3)
    (nobody,) = scores_of(an_assessment(FRAMEWORK), [[]])
    assert np.isnan(nobody)


def test_an_agreed_value_stays_whoever_is_drawn() -> None:
    ratings = (*rated_process(FRAMEWORK, "planning", 4, ("r1",)), *rated_process(FRAMEWORK, "planning", 0, ("r2",)))
    values = tuple(
        agreed(item.id, 4) for item in FRAMEWORK.items("planning", an_assessment(FRAMEWORK).header.depth, Horizon.AS_IS)
    )
    assessment = an_assessment(FRAMEWORK, ratings=ratings, agreed=values)
    assert scores_of(assessment, [[2, 0], [1, 1], [0, 2]]) == [5.0, 5.0, 5.0]


def test_a_draw_takes_as_many_respondents_as_there_are_and_each_as_often_as_any_other() -> None:
    drawn = draw_respondents(np.random.default_rng(3), 7, 5000)
    assert (drawn.sum(axis=1) == 7).all()
    assert drawn.mean(axis=0) == pytest.approx(np.ones(7), abs=0.06)
    assert (drawn == 0).mean() == pytest.approx((6 / 7) ** 7, abs=0.01)
    assert draw_respondents(np.random.default_rng(3), 0, 4).shape == (4, 0)


@pytest.mark.parametrize(
    ("respondent_count", "open_item_count", "expected"), [(5, 1, True), (4, 20, False), (50, 0, False), (6, 2, True)]
)
def test_a_range_needs_five_who_answered_and_something_not_agreed(
    respondent_count: int, open_item_count: int, expected: bool
) -> None:
    assert has_range(respondent_count, open_item_count) is expected


def test_a_range_runs_from_the_5th_to_the_95th_percentile_of_the_scores_there_are() -> None:
    scores = np.array([*np.arange(101.0), *[np.nan] * 50])
    assert range_of(scores) == (5.0, 95.0)
    assert range_of(np.array([np.nan, np.nan])) is None
