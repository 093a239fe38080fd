"""The method as a whole: its laws on any answers, and what it says of processes without a level."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.domain.answered.assessment import Assessment, Rating, Target
from assessment.domain.answered.entries import Answer, AnswerKind
from assessment.domain.authored.framework import Depth, Horizon
from assessment.domain.rating.results import (
    Confidence,
    Outcome,
    ProcessResult,
    ProcessStatus,
)
from assessment.domain.rating.scoring import score_assessment
from assessment.domain.rating.warnings import WarningKind
from assessment.domain.refusal import MethodRefusal
from tests.builders import (
    DK,
    NA,
    agreed,
    an_assessment,
    rated,
    rated_process,
    respondents,
    tiny_framework,
)
from tests.domain.altered import weighted_framework
from tests.domain.scored import at_level, score

WEIGHTED = weighted_framework()
ITEM_IDS = tuple(item.id for item in WEIGHTED.items("planning", Depth.FULL, Horizon.AS_IS))
VALUES: st.SearchStrategy[int | str | None] = st.sampled_from([0, 1, 2, 2, 3, 3, 4, 4, 5, 5, NA, DK, None])
AGREED_VALUES: st.SearchStrategy[int | str] = st.sampled_from([0, 3, 5, NA])


@st.composite
def assessments(draw: st.DrawFn) -> Assessment:
    """One process, three respondents, any answers; up to two values are agreed."""
    ratings = tuple(
        rated(item_id, value, respondent_id)
        for respondent_id in ("r1", "r2", "r3")
        for item_id in ITEM_IDS
        if (value := draw(VALUES)) is not None
    )
    agreed_values = tuple(
        agreed(item_id, value)
        for item_id, value in draw(st.dictionaries(st.sampled_from(ITEM_IDS), AGREED_VALUES, max_size=2)).items()
    )
    carry = draw(st.sampled_from([67.5, 85.0]))
    return an_assessment(WEIGHTED, ratings=ratings, agreed=agreed_values, carry_percent=carry)


def planning(assessment: Assessment) -> ProcessResult:
    return score_assessment(WEIGHTED, assessment).process("planning")


def raised(rating: Rating, code: int) -> Rating:
    return rating.model_copy(update={"answer": Answer(kind=AnswerKind.RATED, code=code)})


def numbers(process: ProcessResult) -> list[float | int | None]:
    """Everything that raising an answer must never lower, in a fixed order."""
    found: list[float | int | None] = [item.code for attribute in process.attributes for item in attribute.items]
    for attribute in process.attributes:
        found += [attribute.percent, attribute.low_percent, attribute.high_percent, attribute.upper_percent]
    basis = process.basis
    found += [process.level.level, process.level.score, process.bound_33020_level, process.practice_percent]
    found += [basis.low_level, basis.high_level, basis.low_score, basis.high_score]
    return [*found, basis.upper_level, basis.upper_score, basis.shown_low_level, basis.shown_high_level]


@given(assessments(), st.data())
@settings(max_examples=150)
def test_raising_any_rating_never_lowers_a_consensus_percent_level_score_or_bound(
    assessment: Assessment, data: st.DataObject
) -> None:
    can_rise = [
        index
        for index, rating in enumerate(assessment.ratings)
        if rating.answer.code is not None and rating.answer.code < 5
    ]
    if not can_rise:
        return
    index = data.draw(st.sampled_from(can_rise))
    present = assessment.ratings[index].answer.code or 0
    ratings = list(assessment.ratings)
    ratings[index] = raised(ratings[index], data.draw(st.integers(present + 1, 5)))
    before = numbers(planning(assessment))
    after = numbers(planning(assessment.model_copy(update={"ratings": tuple(ratings)})))
    for lower, higher in zip(before, after, strict=True):
        assert (lower is None) == (higher is None)
        if lower is not None and higher is not None:
            assert higher >= lower - 1e-9


def test_the_answer_that_lifts_the_cap_does_not_lower_the_attribute_nor_its_bounds() -> None:
    framework = tiny_framework(1, delivery_count=13)
    found = []
    for code in (2, 3, 5):
        ratings = rated_process(framework, "planning", {"delivery": 5})
        ratings = (rated("planning.deliver-1", code), *ratings[1:-1])  # the last item stays unanswered
        process = score_assessment(framework, an_assessment(framework, ratings=ratings)).process("planning")
        delivery = process.attribute("delivery")
        found.append((delivery.low_percent, delivery.percent, delivery.high_percent))
    assert found[0] == (85.0, 85.0, 85.0)
    assert found[1][0] == 85.0, "the unanswered item at 0 caps the low bound still"
    assert found == sorted(found)
    assert found[2][1:] == (100.0, 100.0)


@given(assessments(), st.randoms(use_true_random=False))
@settings(max_examples=50)
def test_the_order_of_respondents_and_ratings_is_irrelevant(assessment: Assessment, chance: Any) -> None:
    ratings, people = list(assessment.ratings), list(assessment.respondents)
    chance.shuffle(ratings)
    chance.shuffle(people)
    shuffled = assessment.model_copy(update={"ratings": tuple(ratings), "respondents": tuple(people)})
    assert score_assessment(WEIGHTED, shuffled) == score_assessment(WEIGHTED, assessment)


@given(assessments())
@settings(max_examples=100)
def test_the_integer_part_of_the_score_is_the_level_and_bounds_hold_it(assessment: Assessment) -> None:
    process = planning(assessment)
    level, basis = process.level, process.basis
    if level.level is None or level.score is None or level.shown_score is None:
        is_rated = any(attribute.outcome is Outcome.RATED for attribute in process.attributes)
        assert process.attribute("delivery").outcome is Outcome.NOT_APPLICABLE or not is_rated
        assert not process.is_assessed
        return
    assert int(level.score) == level.level == int(level.shown_score)
    assert bool(level.held_by) == (level.score != level.level or level.level < 5)
    assert basis.low_level is not None
    assert basis.high_level is not None
    assert basis.upper_level is not None
    assert basis.low_level <= level.level <= min(basis.high_level, basis.upper_level)
    shown = (basis.low_level, max(basis.high_level, basis.upper_level))
    assert (basis.shown_low_level, basis.shown_high_level) == shown


@given(assessments())
@settings(max_examples=50)
def test_agreeing_on_the_upper_reading_of_everything_gives_its_level_and_score(assessment: Assessment) -> None:
    before = planning(assessment)
    upper = tuple(
        agreed(item.item_id, NA if item.upper_code is None else item.upper_code)
        for attribute in before.attributes
        for item in attribute.items
        if item.outcome is not Outcome.UNRATED
    )
    after = planning(assessment.model_copy(update={"agreed": upper}))
    assert (before.basis.upper_level, before.basis.upper_score) == (after.level.level, after.level.score)
    assert after.basis.split_item_ids == ()


def test_where_a_process_has_no_level_it_is_said_whether_it_applies() -> None:
    framework = tiny_framework()
    result = score(framework, {"planning": {"delivery": NA}, "building": {"delivery": DK}, "releasing": {"control": 0}})
    statuses = [process.status for process in result.processes]
    assert statuses == [ProcessStatus.NOT_APPLICABLE, ProcessStatus.NOT_ASSESSED, ProcessStatus.ASSESSED]
    for process in result.processes[:2]:
        level = process.level
        assert (level.level, level.score, level.shown_score, level.held_by) == (None, None, None, ())
        assert (process.bound_33020_level, process.practice_percent, process.is_assessed) == (None, None, False)
        assert process.basis.coverage_share == 0.0
    assert (result.processes[2].level.level, result.processes[2].practice_percent) == (0, 0.0)


def test_what_is_not_assessed_is_in_no_mean_floor_level_count_rank_or_count_at_target() -> None:
    framework = tiny_framework()
    result = score(framework, {"planning": at_level(2), "building": {}, "releasing": at_level(1)})
    alone = score(framework, {"planning": at_level(2), "releasing": at_level(1)})
    assert result.whole.not_assessed_ids == ("building",)
    assert (result.whole.process_count, result.whole.level_counts) == (2, (0, 1, 1, 0, 0, 0))
    assert (result.whole.mean_score, result.whole.floor_process_ids) == (alone.whole.mean_score, ("releasing",))
    assert sorted(priority.process_id for priority in result.priorities) == ["planning", "releasing"]
    assert result.characteristics == alone.characteristics
    unassessed = result.process("building").target
    assert (unassessed.need_share, unassessed.status, unassessed.level_gap) == (0.0, None, None)


def test_no_target_of_a_process_without_a_level_is_warned_about() -> None:
    framework = tiny_framework()
    result = score(framework, {"planning": {}, "building": 3}, targets=(Target(process_id="planning", level=5),))
    assert [warning.kind for warning in result.process("planning").warnings] == [WarningKind.NO_OWNER]


def test_what_nobody_answered_makes_the_whole_less_sure_and_what_does_not_apply_does_not() -> None:
    framework = tiny_framework(2)
    ratings = rated_process(framework, "planning", 4, respondent_ids=("r1", "r2", "r3"))
    half = score_assessment(framework, an_assessment(framework, ratings=ratings))
    assert (half.coverage_share, half.confidence) == (0.5, Confidence.LOW)
    out = tuple(rated(f"building.deliver-{number}", NA) for number in (1, 2, 3))
    whole = score_assessment(framework, an_assessment(framework, ratings=(*ratings, *out)))
    assert (whole.coverage_share, whole.confidence) == (1.0, Confidence.HIGH)


def test_the_whole_has_the_roles_of_everybody_behind_a_value() -> None:
    framework = tiny_framework(2)
    by_leaders = tuple(
        rating
        for process_id in ("planning", "building")
        for rating in rated_process(framework, process_id, 2, respondent_ids=("r1", "r3", "r5"))
    )

    def confidence(*others: Rating) -> Confidence | None:
        ratings = (*by_leaders, *others)
        assessment = an_assessment(framework, ratings=ratings, respondents=respondents(5))
        return score_assessment(framework, assessment).confidence

    assert confidence() is Confidence.MEDIUM
    assert confidence(rated("building.deliver-1", 2, "r2")) is Confidence.HIGH


def test_a_scope_with_a_process_the_framework_does_not_have_is_refused() -> None:
    framework = tiny_framework()
    with pytest.raises(MethodRefusal, match="no process gardening"):
        score_assessment(framework, an_assessment(framework, scope=("planning", "gardening")))


def test_processes_follow_the_models_order_and_only_those_in_scope_count() -> None:
    framework = tiny_framework()
    result = score(framework, {"releasing": 5, "planning": at_level(1)})
    assert [process.process_id for process in result.processes] == ["planning", "releasing"]
    with pytest.raises(KeyError):
        result.process("building")


def test_out_of_scope_is_out_of_scope_whatever_was_answered() -> None:
    framework = tiny_framework()
    ratings = rated_process(framework, "building", 5)
    result = score_assessment(framework, an_assessment(framework, scope=("planning",), ratings=ratings))
    assert [(process.process_id, process.status) for process in result.processes] == [
        ("planning", ProcessStatus.NOT_ASSESSED)
    ]


def test_quick_depth_asks_eight_items_and_its_level_is_indicative() -> None:
    framework = tiny_framework(1)
    ratings = rated_process(framework, "planning", 4, depth=Depth.QUICK)
    quick = an_assessment(framework, depth=Depth.QUICK, ratings=ratings)
    process = score_assessment(framework, quick).process("planning")
    assert sum(len(attribute.items) for attribute in process.attributes) == 8
    assert process.level.level == 5
    assert process.is_indicative
    assert not score_assessment(framework, an_assessment(framework)).process("planning").is_indicative


def test_the_level_under_the_33020_bound_is_computed_beside() -> None:
    process = score(tiny_framework(1), {"planning": 4}).process("planning")
    assert (process.level.level, process.bound_33020_level) == (5, 1)


def test_coverage_of_practice_is_the_mean_of_the_applicable_percents() -> None:
    values: dict[str, int | str] = {"delivery": 5, "ownership": 1, "quality-control": NA}
    values |= dict.fromkeys(("definition", "measurement", "control", "optimization"), 0)
    process = score(tiny_framework(1), {"planning": values}).process("planning")
    assert process.practice_percent == pytest.approx((100 + 20) / 7)


def test_the_whole_has_the_confidence_of_all_its_items() -> None:
    framework = tiny_framework(1)
    people = ("r1", "r2", "r3")
    ratings = rated_process(framework, "planning", 4, respondent_ids=people)
    result = score_assessment(framework, an_assessment(framework, ratings=ratings))
    assert (result.confidence, result.coverage_share) == (Confidence.HIGH, 1.0)
    nothing = score(framework, {"planning": {"delivery": NA}})
    assert (nothing.confidence, nothing.coverage_share) == (None, 0.0)
