"""The steps to a target: where each lands, what it is worth, and what it takes (METHOD.md section 13)."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.domain.answered.assessment import Target, TargetCell
from assessment.domain.authored.content import Effort
from assessment.domain.planning.steps import (
    DraftStep,
    Landing,
    StepKey,
    cells_beyond_target,
    draft_steps,
    land_steps,
    step_effort,
    step_value,
)
from assessment.domain.rating.capability import ladder_of
from assessment.domain.rating.results import ProcessResult, ProcessStatus
from tests.builders import ATTRIBUTE_IDS, NA, tiny_framework
from tests.domain.altered import altered
from tests.domain.ladders import LADDER, profile
from tests.domain.landings import draw_case, effective
from tests.domain.scored import Values, at_level, process_at

FRAMEWORK = tiny_framework(1)
TINY_LADDER = ladder_of(FRAMEWORK)
F_EVERYWHERE: dict[str, int | str] = dict.fromkeys(ATTRIBUTE_IDS, 5)
CASE_SEEDS = range(500)


def landed(target: int, carry: float = 67.5, default: float = 0.0, **percents: float | None) -> tuple[Landing, ...]:
    """The steps of a profile given by the letters of its attributes."""
    return land_steps(LADDER, profile(default, **percents), target, carry)


def spans(steps: Iterable[Landing | DraftStep]) -> list[tuple[int, int]]:
    return [(step.from_level, step.to_level) for step in steps]


def scored(values: Values, target: int, carry: float = 67.5, cells: tuple[TargetCell, ...] = ()) -> ProcessResult:
    targets = (Target(process_id="planning", level=target, rationale="For the test.", cells=cells),)
    return process_at(FRAMEWORK, "planning", values, targets=targets, carry_percent=carry)


def drafted(
    values: Values, target: int, carry: float = 67.5, efforts: dict[StepKey, int] | None = None
) -> tuple[DraftStep, ...]:
    """The steps of a process, answered by one person, at an impact of 0.8."""
    return draft_steps(FRAMEWORK, TINY_LADDER, scored(values, target, carry), 0.8, carry, efforts or {})


def test_a_step_goes_to_the_next_level_and_gets_the_to_be_profile_of_it() -> None:
    steps = landed(3)
    assert spans(steps) == [(0, 1), (1, 2), (2, 3)]
    assert [step.percents_after for step in steps] == [
        profile(D=80.0),
        profile(D=80.0, C1=80.0, Q=80.0),
        profile(D=80.0, C1=80.0, Q=80.0, C6=80.0),
    ]
    assert [step.percents_before for step in steps[1:]] == [step.percents_after for step in steps[:-1]]


def test_a_step_that_lands_higher_becomes_the_step_to_there_and_does_that_work_too() -> None:
    (step,) = landed(3, D=60.0, C1=100.0, Q=100.0, C6=60.0)
    assert (step.from_level, step.to_level) == (1, 3)
    assert step.percents_after == profile(D=80.0, C1=100.0, Q=100.0, C6=80.0), "delivery alone would land on 3"


def test_landing_is_tried_again_until_nothing_changes() -> None:
    (step,) = landed(5, default=80.0, D=60.0, C6=60.0, C2=60.0, C3=60.0, C4=60.0, C5=60.0)
    assert (step.from_level, step.to_level) == (1, 5)
    assert step.percents_after == profile(80.0)


def test_the_step_after_a_higher_landing_begins_there() -> None:
    steps = landed(4, D=60.0, C1=100.0, Q=100.0, C6=60.0)
    assert spans(steps) == [(1, 3), (3, 4)]
    assert steps[1].percents_after == profile(D=80.0, C1=100.0, Q=100.0, C6=80.0, C2=80.0, C3=80.0)


def test_a_step_is_named_by_its_landing_above_the_target_and_works_on_nothing_up_there() -> None:
    (step,) = landed(2, D=60.0, C1=40.0, Q=60.0, C6=60.0)
    assert (step.from_level, step.to_level) == (1, 3)
    assert step.percents_after == profile(D=80.0, C1=80.0, Q=80.0, C6=60.0)


def test_under_the_33020_bound_what_lies_below_becomes_f() -> None:
    steps = landed(3, 85.0, D=80.0, C1=60.0, Q=60.0, C6=60.0)
    assert spans(steps) == [(1, 2), (2, 3)], "C1 and Q at L carry no level 3 there"
    assert [step.percents_after for step in steps] == [
        profile(D=100.0, C1=80.0, Q=80.0, C6=60.0),
        profile(D=100.0, C1=100.0, Q=100.0, C6=80.0),
    ]


def test_under_the_33020_bound_a_step_can_land_higher_too() -> None:
    (step,) = landed(3, 85.0, D=80.0, C1=100.0, Q=100.0, C6=60.0)
    assert (step.from_level, step.to_level) == (1, 3)
    assert step.percents_after == profile(D=100.0, C1=100.0, Q=100.0, C6=80.0)


def test_a_level_that_cannot_be_is_passed_over() -> None:
    (step,) = landed(4, D=80.0, C1=80.0, Q=80.0, C6=None, C2=40.0)
    assert (step.from_level, step.to_level) == (2, 4)
    assert step.percents_after == profile(D=80.0, C1=80.0, Q=80.0, C6=None, C2=80.0, C3=80.0)


def test_what_has_the_letter_already_keeps_its_percent() -> None:
    (step,) = landed(2, D=70.0, C1=85.0, Q=50.0)
    assert step.percents_after == profile(D=70.0, C1=85.0, Q=80.0)


def test_scores_before_and_after_are_those_of_the_profiles() -> None:
    (step,) = landed(3, D=60.0, C1=100.0, Q=100.0, C6=60.0)
    assert step.score_before == pytest.approx(1 + (10 / 17.5 + 1 + 1) / 3)
    assert step.score_after == pytest.approx(3 + (1 + 0 + 0) / 3), "definition carried, measurement and control at 0"


def test_no_step_once_the_target_is_reached_nor_without_a_level() -> None:
    assert landed(1, D=60.0) == ()
    assert landed(2, D=80.0, C1=80.0, Q=80.0, C6=60.0) == (), "above"
    assert landed(0) == ()
    assert landed(3, D=None) == ()


@pytest.mark.parametrize(
    ("impact", "score", "from_level", "to_level", "target", "points"),
    [
        (0.8, 1.4, 1, 2, 3, 9.6),
        (0.8, 1.4, 2, 3, 3, 16.0),
        (1.0, 1.0, 1, 3, 3, 40.0),
        (0.5, 1.8, 1, 3, 2, 2.0),  # lands above the target: worth nothing beyond it
        (0.0, 1.0, 1, 2, 2, 0.0),
    ],
)
def test_a_step_is_worth_the_part_of_the_way_to_the_target_that_is_not_gone_yet(
    impact: float, score: float, from_level: int, to_level: int, target: int, points: float
) -> None:
    assert step_value(impact, score, from_level, to_level, target) == pytest.approx(points)


S, M, L = Effort.SMALL, Effort.MEDIUM, Effort.LARGE


@pytest.mark.parametrize(
    ("ahead", "score", "from_level", "to_level", "points"),
    [
        ([[M], [S, M], []], 1.0, 1, 2, 5),  # 2 + 2, and 1 where there is no action
        ([[M], [S, M], []], 1.4, 1, 2, 3),  # 5 * .6 is 3 and not 4
        ([[M], [M, L]], 1 + 6 / 7, 1, 3, 3),  # 5 * (3 - 1.857) / 2 = 2.86
        ([[L], [L]], 1.5, 2, 3, 6),  # a later step of the process: the whole of it is to go
        ([[S]], 1.98, 1, 2, 1),  # never less than 1
        ([], 1.0, 1, 2, 1),
    ],
)
def test_effort_is_the_largest_size_of_each_attribute_for_the_part_to_go_rounded_up(
    ahead: list[list[Effort]], score: float, from_level: int, to_level: int, points: int
) -> None:
    assert step_effort(ahead, score, from_level, to_level) == points


def test_actions_are_those_above_the_letter_there_is_up_to_the_letter_there_will_be() -> None:
    (step,) = drafted({**at_level(1), "delivery": 4, "ownership": 2, "quality-control": 0}, target=2)
    letters = {attribute_id: [action.to.value for action in ahead] for attribute_id, ahead in step.actions.items()}
    assert letters == {"ownership": ["L-", "L+"], "quality-control": ["P-", "P+", "L-", "L+"]}


def test_the_effort_of_a_step_comes_from_the_actions_still_ahead() -> None:
    # the tiny framework: S to P- and P+, M to L- and L+, L to F
    first, second, third = drafted({**at_level(0), "ownership": 3}, target=3)
    assert first.effort_count == 2, "delivery from N to L+: M"
    assert second.effort_count == 4, "ownership from L- and quality control from N: M and M"
    assert third.effort_count == 2, "definition from N to L+: M"
    (last,) = drafted({**at_level(2), "delivery": 5, "ownership": 4, "quality-control": 4}, target=3, carry=85.0)
    assert last.effort_count == 4, "two attributes to F, L each, and definition, M: 8, of which 3 / 7 is to go"


def test_an_attribute_without_an_action_ahead_takes_one_point() -> None:
    bare = altered(
        FRAMEWORK,
        attributes=tuple(
            attribute.model_copy(update={"actions": ()}) if attribute.level == 4 else attribute
            for attribute in FRAMEWORK.attributes
        ),
    )
    (step,) = draft_steps(bare, TINY_LADDER, scored(at_level(3), 4), 0.8, 67.5, {})
    assert [len(step.actions[own]) for own in ("definition", "measurement", "control")] == [1, 0, 0]
    assert step.effort_count == 4, "definition M, 1 and 1: 4 points, of which 1 - .571 / 3 is to go: 3.2"


def test_an_effort_set_by_hand_stands_for_the_level_the_step_lands_on_and_for_no_other() -> None:
    first, second = drafted(0, target=2, efforts={("planning", 2): 9, ("other", 1): 7})
    assert (first.effort_count, first.is_effort_set_by_hand) == (2, False)
    assert (second.effort_count, second.is_effort_set_by_hand) == (9, True)
    (landing_on_5,) = drafted({**F_EVERYWHERE, "definition": 0}, target=5, efforts={("planning", 5): 7})
    assert (landing_on_5.effort_count, landing_on_5.is_effort_set_by_hand) == (7, True)
    (passing_3,) = drafted({**F_EVERYWHERE, "definition": 0}, target=5, efforts={("planning", 3): 7})
    assert (passing_3.effort_count, passing_3.is_effort_set_by_hand) == (2, False), "M, of which 7 / 9 is to go: 1.6"


def test_a_step_is_told_by_its_process_and_by_where_it_lands() -> None:
    (step,) = drafted({**at_level(1), "ownership": 2, "quality-control": 3, "definition": 3}, target=2)
    assert step.key == ("planning", 3)
    assert tuple(step.actions) == ("delivery", "ownership", "quality-control")


def test_an_impossible_target_counts_as_the_highest_level_below_it_that_can_be() -> None:
    values: Values = {**at_level(1), "delivery": 4, "ownership": 2, "quality-control": 4, "definition": NA}
    (step,) = drafted(values, target=3)
    assert (step.from_level, step.to_level) == (1, 2)
    assert step.value == pytest.approx(16 * (2 - (1 + (1 + 0.8 + 1) / 3)))


def test_a_process_that_is_not_assessed_or_not_applicable_has_no_step() -> None:
    unanswered = scored({}, target=3)
    assert unanswered.status is ProcessStatus.NOT_ASSESSED
    assert drafted({}, target=3) == ()
    assert drafted({**at_level(2), "delivery": NA}, target=3) == ()


@pytest.mark.parametrize("seed", CASE_SEEDS)
def test_steps_are_those_of_the_slow_oracle(seed: int) -> None:
    case = draw_case(seed)
    values = {own: NA if code is None else code for own, code in zip(ATTRIBUTE_IDS, case.codes, strict=True)}
    found, expected = drafted(values, case.target, case.carry), case.steps
    assert spans(found) == [(step.from_level, step.to_level) for step in expected]
    assert [step.percents_after for step in found] == [step.percents_after for step in expected]
    assert [step.effort_count for step in found] == [step.effort_count for step in expected]
    assert [step.value for step in found] == pytest.approx([step.value for step in expected])
    assert [step.score_after for step in found] == pytest.approx([step.score_after for step in expected])


def test_the_cases_of_the_oracle_are_worth_trying() -> None:
    steps = [(case, step) for case in map(draw_case, CASE_SEEDS) for step in case.steps]
    targets = [effective(case.percents, case.target) for case, _ in steps]
    assert len(steps) > 300
    assert sum(step.to_level > step.from_level + 1 for _, step in steps) > 100
    assert sum(step.to_level > target for (_, step), target in zip(steps, targets, strict=True)) > 20
    assert sum(target < case.target for (case, _), target in zip(steps, targets, strict=True)) > 10
    assert sum(case.carry > 67.5 for case, _ in steps) > 50


@given(
    st.lists(st.sampled_from([0, 1, 2, 3, 4, 5, NA]), min_size=8, max_size=8),
    st.integers(0, 5),
    st.sampled_from([67.5, 85.0]),
)
def test_steps_follow_on_each_other_reach_the_target_and_their_values_add_up_to_the_priority(
    codes: list[int | str], target: int, carry: float
) -> None:
    values = dict(zip(ATTRIBUTE_IDS, codes, strict=True))
    process, steps = scored(values, target, carry), drafted(values, target, carry)
    level, target_level = process.level.level, process.target.target_level
    if level is None or level >= target_level:
        assert steps == ()
        return
    assert [step.from_level for step in steps] == [level, *(step.to_level for step in steps[:-1])]
    assert [step.score_before for step in steps] == [process.level.score, *(step.score_after for step in steps[:-1])]
    assert steps[-1].from_level < target_level <= steps[-1].to_level
    assert sum(step.value for step in steps) == pytest.approx(80 * process.target.need_share)
    percents = tuple(attribute.percent for attribute in process.attributes)
    for step in steps:
        raised = {
            attribute_id
            for attribute_id, old, new in zip(ATTRIBUTE_IDS, percents, step.percents_after, strict=True)
            if old != new
        }
        assert raised == set(step.actions) != set()
        assert all(FRAMEWORK.attribute_by_id[attribute_id].level <= target_level for attribute_id in raised)
        percents = step.percents_after


def cell(attribute_id: str, code: int) -> TargetCell:
    return TargetCell(attribute_id=attribute_id, code=code)


@pytest.mark.parametrize(
    ("cells", "beyond"),
    [
        ((cell("measurement", 3),), ("measurement",)),  # a level above the target
        ((cell("delivery", 5),), ("delivery",)),  # L+ is asked
        ((cell("delivery", 4), cell("definition", 4)), ()),  # what the target asks anyway
        ((cell("definition", 2),), ()),  # less than it asks
        ((cell("control", 0),), ()),  # what there is already
        ((cell("optimization", 5), cell("control", 1)), ("control", "optimization")),  # in the order of the table
    ],
)
def test_cells_raised_by_hand_beyond_the_target_are_named_and_not_planned(
    cells: tuple[TargetCell, ...], beyond: tuple[str, ...]
) -> None:
    process = scored(at_level(1), 3, cells=cells)
    assert cells_beyond_target(TINY_LADDER, process, 67.5) == beyond
    assert draft_steps(FRAMEWORK, TINY_LADDER, process, 0.8, 67.5, {}) == drafted(at_level(1), target=3)


def test_under_the_33020_bound_f_below_the_target_is_not_beyond_it() -> None:
    process = scored(at_level(1), 3, 85.0, cells=(cell("delivery", 5), cell("definition", 5)))
    assert cells_beyond_target(TINY_LADDER, process, 85.0) == ("definition",)


def test_a_cell_set_by_hand_that_is_not_applicable_is_not_beyond_the_target() -> None:
    process = scored({**at_level(1), "control": NA}, 3, cells=(cell("control", 5),))
    assert cells_beyond_target(TINY_LADDER, process, 67.5) == ()
