"""The former plan against what was reached; every kind of fate, and the wave ends by hand."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime

import pytest

from assessment.domain.answered.assessment import Target
from assessment.domain.answered.plans import SavedPlan, SavedStep
from assessment.domain.answered.roadmap_settings import RoadmapSettings
from assessment.domain.authored.framework import Depth
from assessment.domain.comparing.comparison import compare
from assessment.domain.comparing.reached import wave_end
from assessment.domain.comparing.results import NothingReason, StepFate, StepReached
from assessment.domain.computed import Computed
from tests.builders import NA, an_assessment, rated_process, respondents, tiny_framework
from tests.computing import computed
from tests.domain.comparing.pairs import LATER

FRAMEWORK = tiny_framework()
START = date(2024, 4, 1)


def a_side(codes: Mapping[str, int | str | None], **changes: object) -> Computed:
    """Each process with one value for everything: 4 is level 5, 3 level 1, 2 level 0; None: nobody answers."""
    ratings = tuple(
        rating
        for process_id, code in codes.items()
        if code is not None
        for rating in rated_process(FRAMEWORK, process_id, code, depth=Depth.QUICK)
    )
    content = {"depth": Depth.QUICK, "respondents": respondents(1), "ratings": ratings, "scope": tuple(codes)}
    return computed(FRAMEWORK, an_assessment(FRAMEWORK, **{**content, **changes}))


def a_plan(*steps: tuple[str, int, int, int], is_chosen: bool = True, **settings: object) -> SavedPlan:
    return SavedPlan(
        id="p1",
        name="The board's plan",
        saved_at=datetime(2024, 3, 2, tzinfo=UTC),
        revision=1,
        state_hash="a" * 64,
        settings=RoadmapSettings(start=START, **settings),  # type: ignore[arg-type]
        steps=tuple(
            SavedStep(process_id=one, from_level=low, to_level=high, wave=wave, effort_count=1, value=1.0)
            for one, low, high, wave in steps
        ),
        process_count=1,
        is_chosen=is_chosen,
    )


def fates(
    plan: SavedPlan, before: Mapping[str, int | str | None], after: Mapping[str, int | str | None], **changes: object
) -> tuple[StepReached, ...]:
    later = a_side(after, **{"id": "later", "assessed_on": LATER, **changes})
    found = compare(a_side(before, plans=(plan,)), later).planned
    assert found.plan_name == "The board's plan"
    return found.steps


def test_a_step_landed_where_the_process_stands_there_or_above() -> None:
    plan = a_plan(("planning", 0, 1, 1), ("planning", 1, 2, 2), ("building", 0, 1, 1))
    steps = fates(plan, {"planning": 2, "building": 2}, {"planning": 3, "building": 4})
    assert [(one.process_id, one.to_level, one.fate, one.reached_level) for one in steps] == [
        ("planning", 1, StepFate.LANDED, 1),
        ("building", 1, StepFate.LANDED, 5),
        ("planning", 2, StepFate.NOT_LANDED, 1),
        ("building", 5, StepFate.UNPLANNED, 5),
    ]
    assert [(one.wave, one.from_level) for one in steps if one.fate is StepFate.UNPLANNED] == [(None, 1)]


def test_what_was_reached_without_any_step_is_unplanned() -> None:
    (step,) = fates(a_plan(), {"planning": 2, "building": 3}, {"planning": 3, "building": 3})
    assert (step.process_id, step.from_level, step.to_level, step.fate) == ("planning", 0, 1, StepFate.UNPLANNED)


@pytest.mark.parametrize(
    ("before", "after", "target", "reason"),
    [
        (2, 2, 0, NothingReason.TARGET_LOWERED),
        (3, 2, 3, NothingReason.ALREADY_THERE),
        (2, NA, 3, NothingReason.NOT_APPLICABLE),
        (2, None, 3, None),
        (2, 2, 1, None),
    ],
)
def test_what_nobody_needs_any_more_was_planned_for_nothing(
    before: int, after: int | str | None, target: int, reason: NothingReason | None
) -> None:
    plan = a_plan(("planning", 0, 1, 1))
    targets = (Target(process_id="planning", level=target),)
    (step,) = fates(plan, {"planning": before}, {"planning": after}, targets=targets)
    assert step.for_nothing is reason
    if reason is None:
        assert step.fate is (StepFate.UNKNOWN if after is None else StepFate.NOT_LANDED)
    else:
        assert step.fate is StepFate.FOR_NOTHING


def test_a_step_of_a_process_that_left_was_for_nothing_and_one_that_landed_was_not_whatever_the_target() -> None:
    plan = a_plan(("planning", 0, 1, 1), ("building", 0, 1, 1))
    targets = (Target(process_id="planning", level=0),)
    steps = fates(plan, {"planning": 2, "building": 2}, {"planning": 3}, targets=targets)
    assert [(one.fate, one.for_nothing, one.reached_level) for one in steps] == [
        (StepFate.LANDED, None, 1),
        (StepFate.FOR_NOTHING, NothingReason.LEFT_SCOPE, None),
    ]


def test_a_step_over_several_levels_is_needed_as_long_as_its_target_is_above_where_it_began() -> None:
    plan = a_plan(("planning", 0, 3, 1))
    targets = (Target(process_id="planning", level=1),)
    (step,) = fates(plan, {"planning": 2}, {"planning": 2}, targets=targets)
    assert (step.fate, step.for_nothing) == (StepFate.NOT_LANDED, None)


def test_steps_that_are_not_funded_are_not_planned_and_what_they_would_bring_is_unplanned() -> None:
    steps = fates(a_plan(("planning", 0, 1, 0)), {"planning": 2}, {"planning": 3})
    assert [one.fate for one in steps] == [StepFate.UNPLANNED]


def test_a_step_is_due_once_its_wave_is_over() -> None:
    plan = a_plan(("planning", 0, 1, 4), ("building", 0, 1, 3), ("releasing", 0, 1, 1))
    nothing = dict.fromkeys(("planning", "building", "releasing"), 2)
    steps = fates(plan, {**nothing}, {**nothing})  # LATER is 1 March 2025, the third wave ends with 2024
    assert [(one.wave, one.is_due) for one in steps] == [(1, True), (3, True), (4, False)]
    last_day = fates(plan, {**nothing}, {**nothing}, assessed_on=date(2024, 12, 31))
    assert [one.is_due for one in last_day] == [True, True, False]
    endless = plan.model_copy(update={"settings": RoadmapSettings()})
    assert [one.is_due for one in fates(endless, {**nothing}, {**nothing})] == [None, None, None]


def test_the_last_day_of_a_wave_follows_from_the_lengths_of_those_before() -> None:
    plain = RoadmapSettings(start=date(2024, 11, 15), wave_count=3, wave_months=2)
    assert [wave_end(plain, number) for number in (1, 2, 3)] == [
        date(2024, 12, 31),
        date(2025, 2, 28),
        date(2025, 4, 30),
    ]
    uneven = plain.model_copy(update={"wave_lengths": (1, 6, 3)})
    assert [wave_end(uneven, number) for number in (1, 2)] == [date(2024, 11, 30), date(2025, 5, 31)]
    assert wave_end(RoadmapSettings(), 1) is None


def test_the_roadmap_stands_in_where_no_plan_was_chosen() -> None:
    saved = a_plan(("planning", 0, 4, 1), is_chosen=False)
    before = a_side({"planning": 2}, plans=(saved,), roadmap=RoadmapSettings(start=START))
    found = compare(before, a_side({"planning": 3}, id="later", assessed_on=LATER)).planned
    assert found.plan_name is None
    wanted = [
        (step.process_id, step.from_level, step.to_level, wave.number, wave.ends_on)
        for wave in before.roadmap.waves
        for step in wave.steps
    ]
    assert wanted
    assert [
        (one.process_id, one.from_level, one.to_level, one.wave) for one in found.steps if one.wave is not None
    ] == [one[:4] for one in wanted]
    assert [one.is_due for one in found.steps if one.wave is not None] == [one[4] <= LATER for one in wanted if one[4]]
