"""The method as a whole: its laws on any answers, and one process scored again."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.domain.answered.assessment import Assessment, Opinion, Rating, Target
from assessment.domain.answered.entries import Answer, AnswerKind
from assessment.domain.answered.organisation import LinkageRating
from assessment.domain.authored.framework import Depth, Horizon
from assessment.domain.rating.results import AssessmentResult, Outcome, ProcessResult
from assessment.domain.rating.scoring import rescore_process, score_assessment
from assessment.domain.refusal import MethodRefusal
from tests.builders import DK, NA, agreed, an_answer, an_assessment, answered, rated, rated_process, tiny_framework
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
        found += [attribute.percent, attribute.low_percent, attribute.high_percent]
    sureness = process.sureness
    found += [process.level.level, process.level.score, process.bound_33020_level, process.practice_percent]
    return [*found, sureness.low_level, sureness.high_level, sureness.low_score, sureness.high_score]


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
    level, sureness = process.level, process.sureness
    if level.level is None or level.score is None or level.shown_score is None:
        assert process.attribute("delivery").outcome is Outcome.NOT_APPLICABLE
        assert not process.is_in_model
        return
    assert int(level.score) == level.level == int(level.shown_score)
    assert bool(level.held_by) == (level.score != level.level or level.level < 5)
    assert sureness.low_level is not None
    assert sureness.high_level is not None
    assert sureness.low_level <= level.level <= sureness.high_level


def changed_answer(assessment: Assessment) -> Assessment:
    """The first rating replaced by another code."""
    first = assessment.ratings[0]
    other = rated(first.item_id, ((first.answer.code or 0) + 3) % 6, first.respondent_id)
    return assessment.model_copy(update={"ratings": (other, *assessment.ratings[1:])})


@pytest.mark.parametrize("seed", range(3))
def test_scoring_one_process_again_is_scoring_everything_again(seed: int) -> None:
    framework = tiny_framework(5)
    people = tuple(f"r{number}" for number in (1, 2, 3))
    assessment = answered(framework, an_assessment(framework), seed=seed).model_copy(
        update={
            "opinions": tuple(
                Opinion(respondent_id=person, process_id=process_id, pain=3, importance=2)
                for person in people
                for process_id in ("planning", "building")
            ),
            "targets": (Target(process_id="planning", level=4),),
        }
    )
    before = score_assessment(framework, assessment)
    after = changed_answer(assessment)
    everything = score_assessment(framework, after)
    assert rescore_process(framework, after, before, "planning") == everything
    own = tuple(rating for rating in after.ratings if rating.item_id.startswith("planning."))
    assert rescore_process(framework, after.model_copy(update={"ratings": own}), before, "planning") == everything


def test_only_a_process_in_scope_can_be_scored_again() -> None:
    framework = tiny_framework()
    assessment = an_assessment(framework, scope=("planning",))
    with pytest.raises(MethodRefusal, match="building: it is not in scope"):
        rescore_process(framework, assessment, score_assessment(framework, assessment), "building")


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
    assert [process.level.level for process in result.processes] == [0]


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


def hand_offs(codes: dict[str, int | str], **targets: int) -> AssessmentResult:
    framework = tiny_framework()
    return score(
        framework,
        {process_id: at_level(2) for process_id in ("planning", "building", "releasing")},
        linkage_ratings=tuple(LinkageRating(linkage_id=own, answer=an_answer(code)) for own, code in codes.items()),
        targets=tuple(Target(process_id=process_id, level=level) for process_id, level in targets.items()),
    )


def test_a_linkage_below_l_on_a_process_with_need_is_a_broken_hand_off() -> None:
    codes: dict[str, int | str] = {"planning-to-building": 2, "building-to-releasing": 3, "releasing-to-planning": NA}
    broken = hand_offs(codes).broken_hand_offs
    assert [(own.linkage_id, own.letter.value, own.code) for own in broken] == [("planning-to-building", "P+", 2)]


def test_a_hand_off_between_processes_at_target_is_not_broken() -> None:
    assert hand_offs({"planning-to-building": 0}, planning=2, building=2).broken_hand_offs == ()


def test_the_whole_has_the_confidence_of_all_its_items() -> None:
    framework = tiny_framework(1)
    people = ("r1", "r2", "r3")
    ratings = rated_process(framework, "planning", 4, respondent_ids=people)
    result = score_assessment(framework, an_assessment(framework, ratings=ratings))
    assert (result.confidence, result.coverage_share) == (result.process("planning").sureness.confidence, 1.0)
    nothing = score(framework, {"planning": {"delivery": NA}})
    assert nothing.confidence is None
