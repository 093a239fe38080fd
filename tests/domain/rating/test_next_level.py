"""The shortest way to the next level is enough, and nothing shorter is."""

from __future__ import annotations

from itertools import combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.domain.answered.assessment import Assessment
from assessment.domain.authored.framework import Framework
from assessment.domain.rating.capability import rate_codes
from assessment.domain.rating.next_level import fewest_raises, find_next_level
from assessment.domain.rating.results import ProcessResult
from assessment.domain.rating.scale import is_above
from assessment.domain.rating.scoring import score_assessment
from tests.builders import agreed, an_assessment, answered, rated_process, tiny_framework

BOUNDS = (50.0, 67.5, 85.0)


def passes(codes: list[int], weights: list[float], bound: float) -> bool:
    percent = rate_codes(codes, weights).percent
    return percent is not None and is_above(percent, bound)


def fewest_by_trying(codes: list[int], weights: list[float], bound: float) -> int:
    """How few answers have to become F, by trying every choice of them."""
    for count in range(len(codes) + 1):
        for chosen in combinations(range(len(codes)), count):
            if passes([5 if place in chosen else code for place, code in enumerate(codes)], weights, bound):
                return count
    raise AssertionError("F everywhere is not enough")


@given(
    st.lists(st.tuples(st.integers(0, 5), st.sampled_from((0.5, 1.0, 2.0))), min_size=1, max_size=6),
    st.sampled_from(BOUNDS),
)
@settings(max_examples=200, deadline=None)
def test_the_fewest_answers_are_as_few_as_trying_everything_finds(items: list[tuple[int, float]], bound: float) -> None:
    codes, weights = [code for code, _ in items], [weight for _, weight in items]
    by_id = {str(place): code for place, code in enumerate(codes)}

    raised = fewest_raises(by_id, {str(place): weight for place, weight in enumerate(weights)}, bound)

    after = [raised.get(str(place), code) for place, code in enumerate(codes)]
    assert passes(after, weights, bound)
    assert len(raised) == fewest_by_trying(codes, weights, bound)
    assert all(raised[item_id] > by_id[item_id] for item_id in raised)


@pytest.mark.parametrize(("seed", "carry_percent"), list(product(range(6), (67.5, 85.0))))
def test_raising_what_is_named_reaches_the_next_level(seed: int, carry_percent: float) -> None:
    framework = tiny_framework()
    assessment = answered(framework, an_assessment(framework, carry_percent=carry_percent), seed=seed, gap_share=0.0)
    for process in score_assessment(framework, assessment).processes:
        following = find_next_level(framework, process, carry_percent)
        if following is None:
            continue
        assert following.raise_count
        after = process_after(framework, assessment, process, carry_percent)
        assert after.level.level is not None
        assert after.level.level >= following.level


def process_after(
    framework: Framework, assessment: Assessment, process: ProcessResult, carry_percent: float
) -> ProcessResult:
    following = find_next_level(framework, process, carry_percent)
    assert following is not None
    values = [agreed(change.item_id, change.to_code) for need in following.needs for change in need.raises]
    content = {name: getattr(assessment, name) for name in Assessment.model_fields}
    changed = Assessment(**{**content, "agreed": tuple(values)})
    return score_assessment(framework, changed).process(process.process_id)


def test_the_highest_level_needs_nothing() -> None:
    framework = tiny_framework()
    everything = rated_process(framework, "planning", 5)
    result = score_assessment(framework, an_assessment(framework, ratings=everything))

    assert find_next_level(framework, result.process("planning"), 67.5) is None


def test_an_attribute_without_answers_names_its_questions_and_raises_nothing() -> None:
    framework = tiny_framework()
    result = score_assessment(
        framework, an_assessment(framework, ratings=rated_process(framework, "planning", {"delivery": 5}))
    )

    following = find_next_level(framework, result.process("planning"), 67.5)

    assert following is not None
    assert following.level == 2
    assert {need.attribute_id: (need.raises, need.unanswered_count) for need in following.needs} == {
        "ownership": ((), 1),
        "quality-control": ((), 2),
    }
