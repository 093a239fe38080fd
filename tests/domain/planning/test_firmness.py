"""How firm the order is: who is drawn, what repeats exactly, and what is firm, likely, open or not measured."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from assessment.domain.answered.assessment import Assessment, Opinion, Target
from assessment.domain.answered.roadmap_settings import RoadmapSettings
from assessment.domain.authored.framework import Framework, Horizon
from assessment.domain.planning.firmness import firmness_word, mean_tau, measure_firmness
from assessment.domain.planning.results import Firmness, FirmnessWord
from assessment.domain.rating.scoring import score_assessment
from tests.builders import DK, NA, agreed, an_assessment, answered, rated_process, respondents, tiny_framework
from tests.domain.altered import altered
from tests.domain.scored import at_level

FRAMEWORK = tiny_framework()
UNLINKED = altered(FRAMEWORK, linkages=(), universal=())
PROCESSES = ("planning", "building", "releasing")


def firmness_of(framework: Framework, assessment: Assessment, **options: int) -> Firmness:
    return measure_firmness(framework, assessment, score_assessment(framework, assessment), **options)


def answered_by(count: int, **changes: Any) -> Assessment:
    return answered(FRAMEWORK, an_assessment(FRAMEWORK, respondents=respondents(count), **changes))


def test_the_same_input_gives_the_same_numbers() -> None:
    assessment = answered_by(3)
    assert firmness_of(FRAMEWORK, assessment) == firmness_of(FRAMEWORK, assessment)
    assert firmness_of(FRAMEWORK, assessment).draw_count == 2000


def test_where_one_process_is_far_behind_and_hurts_most_the_order_is_firm() -> None:
    people = respondents(5)
    ids = [person.id for person in people]
    ratings = (
        *rated_process(FRAMEWORK, "planning", at_level(2), ids),
        *rated_process(FRAMEWORK, "building", at_level(1), ids),
        *rated_process(FRAMEWORK, "releasing", at_level(0), ids),
    )
    opinions = tuple(
        Opinion(respondent_id=person, process_id=process_id, pain=pain, importance=pain)
        for person in ids
        for process_id, pain in (("planning", 0), ("building", 2), ("releasing", 5))
    )
    firmness = firmness_of(FRAMEWORK, an_assessment(FRAMEWORK, ratings=ratings, opinions=opinions, respondents=people))
    assert (firmness.word, firmness.mean_tau) == (FirmnessWord.FIRM, 1.0)
    first = firmness.processes[0]
    assert (first.process_id, first.median_rank, first.low_rank, first.high_rank) == ("releasing", 1, 1, 1)
    assert [own.process_id for own in firmness.sensitivity_ranges] == list(PROCESSES)
    assert all(own.low_score == own.high_score for own in firmness.sensitivity_ranges), "all said the same"


def test_a_range_needs_five_who_answered_the_process_and_holds_the_base_score() -> None:
    assessment = answered_by(6)
    result = score_assessment(FRAMEWORK, assessment)
    ranges = firmness_of(FRAMEWORK, assessment).sensitivity_ranges
    assert [own.process_id for own in ranges] == list(PROCESSES)
    for own in ranges:
        assert own.low_score <= (result.process(own.process_id).level.score or 0) <= own.high_score
        assert own.low_score < own.high_score
    assert firmness_of(FRAMEWORK, answered_by(4)).sensitivity_ranges == ()


def test_people_are_counted_process_by_process() -> None:
    assessment = answered_by(5)
    kept = tuple(
        rating for rating in assessment.ratings if (rating.respondent_id, rating.item_id[:8]) != ("r5", "planning")
    )
    firmness = firmness_of(FRAMEWORK, assessment.model_copy(update={"ratings": kept}))
    assert [own.process_id for own in firmness.sensitivity_ranges] == ["building", "releasing"]


def test_who_is_silent_or_gives_no_number_changes_nothing() -> None:
    five = answered_by(5)
    eight = five.model_copy(
        update={
            "respondents": respondents(8),
            "ratings": (
                *five.ratings,
                *(own for process_id in PROCESSES for own in rated_process(FRAMEWORK, process_id, DK, ("r7",))),
                *rated_process(FRAMEWORK, "planning", NA, ("r8",)),
            ),
        }
    )
    assert firmness_of(FRAMEWORK, eight) == firmness_of(FRAMEWORK, five)


def test_where_every_rated_item_is_agreed_there_is_no_range() -> None:
    assessment = answered_by(6)
    items = [item for item in FRAMEWORK.items("planning", assessment.header.depth, Horizon.AS_IS) if item.weight > 0]
    all_agreed = assessment.model_copy(update={"agreed": tuple(agreed(item.id, 3) for item in items)})
    assert [own.process_id for own in firmness_of(FRAMEWORK, all_agreed).sensitivity_ranges] == [
        "building",
        "releasing",
    ]
    but_one = assessment.model_copy(update={"agreed": tuple(agreed(item.id, 3) for item in items[1:])})
    assert len(firmness_of(FRAMEWORK, but_one).sensitivity_ranges) == 3


def test_a_process_that_nobody_answered_has_no_place_among_the_draws() -> None:
    assessment = answered_by(5)
    kept = tuple(rating for rating in assessment.ratings if not rating.item_id.startswith("planning"))
    firmness = firmness_of(FRAMEWORK, assessment.model_copy(update={"ratings": kept}))
    assert {own.process_id for own in firmness.processes} == {"building", "releasing"}


def test_without_answers_or_people_the_order_is_not_measured() -> None:
    for count in (0, 3):
        firmness = firmness_of(FRAMEWORK, an_assessment(FRAMEWORK, respondents=respondents(count)))
        assert (firmness.mean_tau, firmness.word) == (None, FirmnessWord.NOT_MEASURED)
        assert (firmness.processes, firmness.sensitivity_ranges) == ((), ())


def test_fewer_than_three_processes_in_need_are_not_measured() -> None:
    people = [person.id for person in respondents(3)]
    ratings = tuple(
        own for process_id in PROCESSES for own in rated_process(FRAMEWORK, process_id, at_level(0), people)
    )
    assessment = an_assessment(FRAMEWORK, ratings=ratings)
    assert firmness_of(FRAMEWORK, assessment).word is not FirmnessWord.NOT_MEASURED
    two = assessment.model_copy(update={"targets": (Target(process_id="planning", level=0),)})
    assert firmness_of(FRAMEWORK, two).word is FirmnessWord.NOT_MEASURED


def test_only_processes_in_need_in_the_base_are_compared() -> None:
    base = np.array([1.0, 2.0, 3.0, 4.0])
    swapped = np.array([[1.0, 2.0, 3.0, 4.0], [2.0, 1.0, 3.0, 4.0]])
    assert mean_tau(np.array([True, True, True, False]), base, swapped) == pytest.approx((1 + 1 / 3) / 2)
    assert mean_tau(np.array([True, True, True, True]), base, swapped) == pytest.approx((1 + 4 / 6) / 2)
    assert mean_tau(np.array([True, True, False, False]), base, swapped) is None


@pytest.mark.parametrize(
    ("tau", "word"),
    [(1.0, "firm"), (0.8, "firm"), (0.7999, "likely"), (0.5, "likely"), (0.4999, "open"), (-1.0, "open")],
)
def test_the_word_at_its_cut_offs(tau: float, word: str) -> None:
    assert firmness_word(tau) == word


def test_a_tau_that_is_a_cut_off_but_for_rounding_is_that_cut_off() -> None:
    assert firmness_word((1 + 1 + 1 + 1 / 3 + 2 / 3) / 5 - 1e-16) is FirmnessWord.FIRM


def test_ranks_tell_how_often_a_process_is_among_the_first_three_and_how_far_it_moves() -> None:
    framework = altered(tiny_framework(4), linkages=(), universal=())
    ids = [process.id for process in framework.processes]
    people = [f"r{number}" for number in range(1, 10)]
    # three of nine put process-4 at pain 5, six at 0; the others are steady: it is drawn to the top now and then
    opinions = tuple(
        Opinion(respondent_id=person, process_id=process_id, pain=pain)
        for place, person in enumerate(people)
        for process_id, pain in zip(ids, (4, 3, 2, 5 if place < 3 else 0), strict=True)
    )
    ratings = tuple(own for process_id in ids for own in rated_process(framework, process_id, at_level(0), people))
    settings = RoadmapSettings(pain_weight=1.0, importance_weight=0.0, leverage_weight=0.0)
    assessment = an_assessment(
        framework, respondents=respondents(9), ratings=ratings, opinions=opinions, roadmap=settings
    )
    firmness = {own.process_id: own for own in firmness_of(framework, assessment).processes}
    chance = sum(c * (1 / 3) ** k * (2 / 3) ** (9 - k) for k, c in ((5, 126), (6, 84), (7, 36), (8, 9), (9, 1)))
    assert firmness["process-4"].top_three_share == pytest.approx(chance, abs=0.02)
    assert firmness["releasing"].top_three_share == pytest.approx(1 - chance, abs=0.02)
    assert (firmness["process-4"].median_rank, firmness["process-4"].low_rank) == (4, 1)
    assert (firmness["planning"].low_rank, firmness["planning"].high_rank) == (1, 2)


@pytest.mark.parametrize("carry", [67.5, 85.0])
def test_where_nothing_is_left_to_chance_every_draw_has_the_base_order(carry: float) -> None:
    # planning needs .2 with pain 3, building .6 with pain 1: 12 points each, the higher need first; releasing hurts
    # most, but its target of 3 cannot be and counts as 2, where it stands
    answers = {"planning": at_level(0), "building": at_level(0), "releasing": {**at_level(2), "definition": NA}}
    ratings = tuple(
        own for process_id, values in answers.items() for own in rated_process(UNLINKED, process_id, values)
    )
    assessment = an_assessment(
        UNLINKED,
        carry_percent=carry,
        ratings=ratings,
        opinions=tuple(
            Opinion(respondent_id="r1", process_id=process_id, pain=pain)
            for process_id, pain in zip(PROCESSES, (3, 1, 5), strict=True)
        ),
        targets=(Target(process_id="planning", level=1),),
        roadmap=RoadmapSettings(pain_weight=1.0, importance_weight=0.0, leverage_weight=0.0),
    )
    base = [priority.process_id for priority in score_assessment(UNLINKED, assessment).priorities]
    firmness = firmness_of(UNLINKED, assessment, draw_count=20)
    assert [(own.process_id, own.low_rank, own.high_rank) for own in firmness.processes] == [
        (process_id, rank, rank) for rank, process_id in enumerate(base, start=1)
    ]
    if carry == 67.5:
        assert base == ["building", "planning", "releasing"]


def test_a_weight_of_zero_stays_zero_in_every_draw() -> None:
    settings = RoadmapSettings(pain_weight=1.0, importance_weight=0.0, leverage_weight=0.0)
    opinions = tuple(
        Opinion(respondent_id="r1", process_id=process_id, pain=pain)
        for process_id, pain in (("planning", 1), ("building", 3), ("releasing", 5))
    )
    ratings = tuple(own for process_id in PROCESSES for own in rated_process(FRAMEWORK, process_id, 0))
    assessment = an_assessment(
        FRAMEWORK, respondents=respondents(1), ratings=ratings, opinions=opinions, roadmap=settings
    )
    ranks = {own.process_id: (own.low_rank, own.high_rank) for own in firmness_of(FRAMEWORK, assessment).processes}
    assert ranks == {"releasing": (1, 1), "building": (2, 2), "planning": (3, 3)}
