"""The steps to a target: what each raises, what it is worth, and what it takes (METHOD.md section 13)."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.domain.answered.assessment import Target
from assessment.domain.authored.framework import Framework
from assessment.domain.planning.steps import DraftStep, StepKey, draft_steps, step_value
from assessment.domain.rating.capability import ladder_of, rate_level
from assessment.domain.rating.results import ProcessResult
from tests.builders import ATTRIBUTE_IDS, NA, tiny_framework
from tests.domain.scored import Values, at_level, process_at

FRAMEWORK = tiny_framework(1)
LADDER = ladder_of(FRAMEWORK)
EVERYTHING_ELSE = dict.fromkeys(("measurement", "control", "optimization", "continuous-improvement"), 0)


def scored(values: Values, target: int, carry: float = 67.5) -> ProcessResult:
    targets = (Target(process_id="planning", level=target, rationale="For the test."),)
    return process_at(FRAMEWORK, "planning", values, targets=targets, carry_percent=carry)


def steps_of(
    values: Values,
    target: int,
    carry: float = 67.5,
    efforts: dict[StepKey, int] | None = None,
    framework: Framework = FRAMEWORK,
) -> tuple[DraftStep, ...]:
    return draft_steps(framework, LADDER, scored(values, target, carry), 0.8, carry, efforts or {})


def spans(steps: tuple[DraftStep, ...]) -> list[tuple[int, int]]:
    return [(step.from_level, step.to_level) for step in steps]


def test_there_is_a_step_for_each_level_up_to_the_target() -> None:
    steps = steps_of(0, target=3)
    assert spans(steps) == [(0, 1), (1, 2), (2, 3)]
    assert [tuple(step.actions) for step in steps] == [("delivery",), ("ownership", "quality-control"), ("definition",)]


def test_a_step_raises_to_l_plus_what_the_levels_below_it_lack() -> None:
    (step,) = steps_of({**at_level(1), "ownership": 4, "quality-control": 2}, target=2)
    assert tuple(step.actions) == ("delivery", "quality-control")
    assert step.percents_after == (80.0, 80.0, 80.0, 0.0, 0.0, 0.0, 0.0, 0.0)


def test_what_has_the_letter_already_is_not_raised() -> None:
    steps = steps_of({**at_level(2), "ownership": 5, "quality-control": 5}, target=3)
    assert [tuple(step.actions) for step in steps] == [("definition",)]


def test_under_the_33020_bound_what_lies_below_is_raised_to_f_after_it_was_raised_to_l_plus() -> None:
    first, second = steps_of({**at_level(1), "delivery": 5}, target=3, carry=85.0)
    assert tuple(first.actions) == ("ownership", "quality-control")
    assert first.percents_after[:4] == (100.0, 80.0, 80.0, 0.0)
    assert tuple(second.actions) == ("ownership", "quality-control", "definition")
    assert second.percents_after[:4] == (100.0, 100.0, 100.0, 80.0)


def test_a_step_that_raises_nothing_more_is_merged_into_the_one_before() -> None:
    values: dict[str, int | str] = dict.fromkeys(ATTRIBUTE_IDS, 5)
    (step,) = steps_of({**values, "definition": 0}, target=5)
    assert (step.from_level, step.to_level, step.reached_level) == (2, 5, 5)
    assert step.value == pytest.approx(80 * (5 - (2 + 2 / 3)) / 5)
    assert step.score_after == 5.0


def test_a_step_may_reach_further_than_its_target() -> None:
    values: dict[str, int | str] = dict.fromkeys(ATTRIBUTE_IDS, 5)
    (step,) = steps_of({**values, "definition": 0}, target=3)
    assert (step.to_level, step.reached_level) == (3, 5)


def test_a_level_nothing_of_which_applies_is_passed_over_with_its_value() -> None:
    values: dict[str, int | str] = {**at_level(1), "ownership": NA, "quality-control": NA}
    steps = steps_of(values, target=3)
    assert spans(steps) == [(1, 3)]
    process = scored(values, target=3)
    assert sum(step.value for step in steps) == pytest.approx(100 * process.target.need_share * 0.8)
    assert spans(steps_of({**at_level(2), "definition": NA}, target=3)) == []


def test_no_steps_at_or_above_target_nor_without_a_level() -> None:
    assert steps_of(at_level(3), target=3) == ()
    assert steps_of(at_level(3), target=2) == ()
    assert steps_of({**at_level(2), "delivery": NA}, target=3) == ()


def test_values_of_the_worked_case() -> None:
    assert step_value(0.8, 1.4, 2) == pytest.approx(9.6)
    assert step_value(0.8, 1.4, 3) == pytest.approx(16.0)


@given(
    st.lists(st.sampled_from([0, 1, 2, 3, 4, 5, NA]), min_size=8, max_size=8),
    st.integers(1, 5),
    st.sampled_from([67.5, 85.0]),
)
def test_the_steps_climb_and_reach_the_target_and_their_values_add_up_to_the_priority(
    codes: list[int | str], target: int, carry: float
) -> None:
    values = dict(zip(ATTRIBUTE_IDS, codes, strict=True))
    process = scored(values, target, carry)
    steps = steps_of(values, target, carry)
    level = process.level.level
    if level is None or level >= target:
        assert steps == ()
        return
    percents = [tuple(attribute.percent for attribute in process.attributes), *(step.percents_after for step in steps)]
    for step, (before, after) in zip(steps, pairwise(percents), strict=True):
        assert all(old is None or (new is not None and new >= old) for old, new in zip(before, after, strict=True))
        reached = rate_level(LADDER, after, carry).level
        assert reached is not None
        assert step.from_level < step.to_level <= reached == step.reached_level
        assert step.effort_count >= 1
    is_target_possible = any(code != NA for code, own in zip(codes, LADDER.levels, strict=True) if own == target)
    if is_target_possible:
        assert steps[-1].to_level == target
        assert sum(step.value for step in steps) == pytest.approx(80 * process.target.need_share)


def test_effort_is_the_largest_action_ahead_of_each_attribute_summed() -> None:
    # the tiny framework: S to P- and P+, M to L- and L+, L to F
    first, second, third = steps_of({**at_level(0), "ownership": 3}, target=3)
    assert first.effort_count == 2, "delivery from N to L+: M"
    assert second.effort_count == 4, "ownership from L- and quality control from N: M and M"
    assert third.effort_count == 2
    deep = steps_of({**at_level(2), "delivery": 5, "ownership": 4, "quality-control": 4}, target=3, carry=85.0)
    assert deep[-1].effort_count == 4, "two attributes to F, L each, and definition, M: 8, of which 3 / 7 is to go"


def test_effort_counts_only_the_part_of_the_step_still_to_go() -> None:
    half_way: Values = {**at_level(1), "delivery": 4, "ownership": 1, "quality-control": 2}
    process = scored(half_way, target=2)
    assert process.level.score == pytest.approx(1 + (1 + 0.4 + 0.8) / 3)
    (step,) = steps_of(half_way, target=2)
    assert step.effort_count == 2, "M and M are 4, of which 0.27 is to go: 1.07, rounded up"


def test_an_effort_set_by_hand_stands() -> None:
    first, second = steps_of(0, target=2, efforts={("planning", 2): 9})
    assert (first.is_effort_set_by_hand, second.is_effort_set_by_hand) == (False, True)
    assert second.effort_count == 9


def test_an_effort_set_by_hand_for_a_merged_step_stands() -> None:
    values: dict[str, int | str] = {**dict.fromkeys(ATTRIBUTE_IDS, 5), "definition": 0}
    for level in (3, 5):
        (step,) = steps_of(values, target=5, efforts={("planning", level): 7})
        assert (step.effort_count, step.is_effort_set_by_hand) == (7, True)


def test_actions_are_those_above_the_letter_up_to_the_one_required() -> None:
    (step,) = steps_of({**at_level(1), "delivery": 4, "ownership": 2, "quality-control": 0}, target=2)
    letters = {attribute_id: [action.to.value for action in ahead] for attribute_id, ahead in step.actions.items()}
    assert letters == {"ownership": ["L-", "L+"], "quality-control": ["P-", "P+", "L-", "L+"]}
