"""What each decision by hand costs is the difference of two plans, each made under settings that say so."""

from __future__ import annotations

from typing import Any

import pytest

from assessment.domain.answered.roadmap_settings import EffortOverride, LinkStrength, Pin, RoadmapSettings
from assessment.domain.computed import Computed
from assessment.domain.planning.choices import ChoiceKind
from tests.computing import computed, the_sample

LINKAGE = "supplier-management-to-availability-management"
FREED = "configuration-management-to-change-management"


def under(**changes: Any) -> Computed:
    sample = the_sample()
    settings = RoadmapSettings.model_validate({**dict(sample.assessment.roadmap), **changes})
    return computed(sample.framework, sample.assessment.model_copy(update={"roadmap": settings}))


def test_the_sample_has_one_choice_of_three_kinds() -> None:
    assert [cost.choice.kind for cost in the_sample().choices.costs] == [
        ChoiceKind.PIN,
        ChoiceKind.LINKAGE_BOUND,
        ChoiceKind.EFFORT,
    ]


@pytest.mark.parametrize(
    ("place", "without"),
    [(0, {"pins": ()}), (1, {"linkages": ()}), (2, {"efforts": ()})],
    ids=["pin", "link", "effort"],
)
def test_a_choice_costs_what_the_plan_without_it_would_bring_more(place: int, without: dict[str, Any]) -> None:
    cost, plan, other = the_sample().choices.costs[place], the_sample().roadmap, under(**without).roadmap
    assert cost.worth == pytest.approx(other.objective - plan.objective)
    assert cost.at_target_count == other.waves[-1].at_target_count - plan.waves[-1].at_target_count
    funded = [sum(step.value for wave in one.waves for step in wave.steps) for one in (other, plan)]
    assert cost.value == pytest.approx(funded[0] - funded[1])


def test_a_pin_costs_what_the_roadmap_says() -> None:
    (pin,) = the_sample().roadmap.pin_costs
    assert the_sample().choices.costs[0].worth == pytest.approx(pin.objective_without - pin.objective_with)


def test_a_step_left_out_is_an_exclusion_and_names_its_step() -> None:
    pins = (Pin(process_id="problem-management", to_level=1, wave=0),)
    (cost, *_) = under(pins=pins).choices.costs
    assert cost.choice.kind is ChoiceKind.EXCLUSION
    assert (cost.choice.process_id, cost.choice.level, cost.choice.wave) == ("problem-management", 1, None)
    assert cost.worth > 0


def test_a_linkage_let_go_brings_what_binding_it_would_cost() -> None:
    free = under(pins=(), efforts=(), linkages=(LinkStrength(linkage_id=FREED, is_hard=False),))
    (cost,) = free.choices.costs
    assert (cost.choice.kind, cost.choice.linkage_id) == (ChoiceKind.LINKAGE_FREED, FREED)
    bound = under(pins=(), efforts=(), linkages=())
    assert cost.worth == pytest.approx(bound.roadmap.objective - free.roadmap.objective)
    assert cost.worth <= 0


def test_a_linkage_that_only_weighs_or_is_as_the_framework_has_it_is_no_choice() -> None:
    as_it_is = (LinkStrength(linkage_id=FREED, is_hard=True), LinkStrength(linkage_id=LINKAGE, strength=0.2))
    assert under(pins=(), efforts=(), linkages=as_it_is).choices.costs == ()


def test_an_effort_says_what_the_framework_has_and_one_of_no_step_costs_nothing() -> None:
    stray = EffortOverride(process_id="problem-management", to_level=5, point_count=9)
    own = EffortOverride(process_id="problem-management", to_level=1, point_count=4)
    (cost,) = under(pins=(), linkages=(), efforts=(own, stray)).choices.costs
    assert (cost.choice.count, cost.choice.usual_count) == (4, 2)


def test_a_pin_that_cannot_be_kept_costs_nothing_and_is_an_impossible_wish() -> None:
    pins = (
        Pin(process_id="configuration-management", to_level=2, wave=0),
        Pin(process_id="change-management", to_level=3, wave=2),
    )
    choices = under(pins=pins, linkages=(), efforts=()).choices
    assert [(cost.choice.kind, cost.choice.process_id) for cost in choices.costs] == [
        (ChoiceKind.EXCLUSION, "configuration-management")
    ]
    assert ("change-management", 3, 2) in [(wish.process_id, wish.level, wish.wave) for wish in choices.wishes]


def test_nothing_by_hand_costs_nothing() -> None:
    choices = under(pins=(), linkages=(), efforts=()).choices
    assert (choices.costs, choices.wishes) == ((), ())


def test_what_a_reader_is_told_of_choices_is_the_same() -> None:
    assert the_sample().told.choices == the_sample().choices
