"""The roadmap of an assessment: what it plans, says and leaves out (METHOD.md section 13)."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.domain.answered.assessment import Assessment, Opinion, Target
from assessment.domain.answered.organisation import Authority, Owner, Readiness, ReadinessState
from assessment.domain.answered.roadmap_settings import EffortOverride, LinkStrength, Pin, RoadmapSettings
from assessment.domain.authored.content import Effort, Preparation, ReadinessQuestion
from assessment.domain.authored.framework import Framework
from assessment.domain.planning.results import Roadmap, Step
from assessment.domain.planning.roadmap import capacities_of, plan_roadmap
from assessment.domain.rating.results import MethodWarning, WarningKind
from assessment.domain.rating.scoring import score_assessment
from tests.builders import an_assessment, answered, fields_of, rated_process, tiny_framework
from tests.domain.scored import Values, at_level

FRAMEWORK = tiny_framework()
PAIN = tuple(
    Opinion(respondent_id="r1", process_id=process_id, pain=pain, importance=3)
    for process_id, pain in (("planning", 5), ("building", 4), ("releasing", 1))
)


def assessed(answers: dict[str, Values] | None = None, **changes: Any) -> Assessment:
    """All three processes at level 1 unless told otherwise, with different pain."""
    standing: dict[str, Values] = {process.id: at_level(1) for process in FRAMEWORK.processes} | (answers or {})
    ratings = tuple(
        rating for process_id, values in standing.items() for rating in rated_process(FRAMEWORK, process_id, values)
    )
    return an_assessment(FRAMEWORK, **{"ratings": ratings, "opinions": PAIN, **changes})


def plan(assessment: Assessment, framework: Framework = FRAMEWORK) -> Roadmap:
    return plan_roadmap(framework, assessment, score_assessment(framework, assessment))


def step_of(roadmap: Roadmap, process_id: str, to_level: int) -> Step:
    return next(step for step in roadmap.steps if (step.process_id, step.to_level) == (process_id, to_level))


def warned(roadmap: Roadmap, kind: WarningKind) -> list[MethodWarning]:
    return [warning for warning in roadmap.warnings if warning.kind is kind]


def targets(**levels: int) -> tuple[Target, ...]:
    return tuple(Target(process_id=name, level=level, rationale="Needed.") for name, level in levels.items())


def test_capacity_is_the_larger_of_8_and_the_processes_in_scope_unless_set() -> None:
    assert capacities_of(RoadmapSettings(), 3) == (8, 8, 8, 8)
    assert capacities_of(RoadmapSettings(wave_count=2), 17) == (17, 17)
    assert capacities_of(RoadmapSettings(wave_count=2, capacity=(0, 0)), 17) == (0, 0)


def test_every_step_to_every_target_is_planned_or_not_funded() -> None:
    roadmap = plan(assessed())
    assert sorted((step.process_id, step.from_level, step.to_level) for step in roadmap.steps) == [
        (process_id, level, level + 1) for process_id in ("building", "planning", "releasing") for level in (1, 2)
    ]
    assert [wave.number for wave in roadmap.waves] == [1, 2, 3, 4]
    for wave in roadmap.waves:
        assert wave.effort_count == sum(step.effort_count for step in wave.steps) <= wave.capacity_count == 8
        assert all(step.wave == wave.number for step in wave.steps)
    assert all(step.wave == 0 for step in roadmap.not_funded)


def test_the_values_of_a_process_add_up_to_its_priority() -> None:
    assessment = assessed()
    roadmap = plan(assessment)
    for priority in score_assessment(FRAMEWORK, assessment).priorities:
        own = sum(step.value for step in roadmap.steps if step.process_id == priority.process_id)
        assert own == pytest.approx(priority.priority)


def test_a_hard_linkage_orders_steps_and_is_told_on_both_ends() -> None:
    answers: dict[str, Values] = {"planning": at_level(0), "building": at_level(1), "releasing": at_level(2)}
    roadmap = plan(assessed(answers, targets=targets(planning=1, building=2, releasing=2)))
    first, second = step_of(roadmap, "planning", 1), step_of(roadmap, "building", 2)
    assert 0 < first.wave <= second.wave
    assert first.unblocks == ("building",)
    assert "Planning" in second.reason


def test_a_linkage_freed_by_hand_does_not_bind() -> None:
    answers: dict[str, Values] = {"planning": at_level(0), "building": at_level(1), "releasing": at_level(2)}
    free = RoadmapSettings(linkages=(LinkStrength(linkage_id="planning-to-building", is_hard=False),))
    aims = targets(planning=1, building=2, releasing=2)
    assert step_of(plan(assessed(answers, targets=aims, roadmap=free)), "planning", 1).unblocks == ()


def test_a_supplier_aimed_too_low_is_warned_of_and_planned_to_its_own_target() -> None:
    answers: dict[str, Values] = {"planning": at_level(0), "building": at_level(2)}
    roadmap = plan(assessed(answers, targets=targets(planning=1, building=3, releasing=1)))
    (warning,) = warned(roadmap, WarningKind.RAISE_SUPPLIER_TARGET)
    assert warning.process_id == "planning"
    assert "Raise the target of Planning to 2" in warning.sentence
    assert 0 < step_of(roadmap, "planning", 1).wave <= step_of(roadmap, "building", 3).wave


def test_zero_capacity_puts_everything_under_not_funded() -> None:
    roadmap = plan(assessed(roadmap=RoadmapSettings(wave_count=2, capacity=(0, 0))))
    assert len(roadmap.not_funded) == 6
    assert roadmap.objective == 0
    assert "there is no capacity" in roadmap.not_funded[0].reason
    assert not warned(roadmap, WarningKind.STEP_TOO_LARGE)


def test_a_step_larger_than_every_wave_is_to_be_split() -> None:
    large = (EffortOverride(process_id="planning", to_level=2, point_count=9),)
    roadmap = plan(assessed(roadmap=RoadmapSettings(efforts=large)))
    (warning,) = warned(roadmap, WarningKind.STEP_TOO_LARGE)
    assert "split it or raise capacity" in warning.sentence
    step = step_of(roadmap, "planning", 2)
    assert (step.wave, step.is_effort_set_by_hand) == (0, True)
    assert "not funded either" in step_of(roadmap, "planning", 3).reason


def test_a_pin_is_kept_and_marked() -> None:
    pinned = RoadmapSettings(pins=(Pin(process_id="planning", to_level=2, wave=3),))
    step = step_of(plan(assessed(roadmap=pinned)), "planning", 2)
    assert (step.wave, step.is_pinned) == (3, True)
    assert "by hand" in step.reason


def test_an_impossible_pin_is_explained_and_the_rest_is_planned() -> None:
    pinned = RoadmapSettings(pins=(Pin(process_id="planning", to_level=3, wave=1),))
    roadmap = plan(assessed(roadmap=pinned))
    (warning,) = warned(roadmap, WarningKind.PIN_IMPOSSIBLE)
    assert warning.sentence.startswith("The step of Planning to level 3 cannot be in wave 1")
    assert not step_of(roadmap, "planning", 3).is_pinned
    assert any(wave.steps for wave in roadmap.waves)


def test_the_first_action_where_there_is_no_owner_is_to_appoint_one() -> None:
    owners = (Owner(process_id="building", name="Ada"),)
    roadmap = plan(assessed(owners=owners))
    first, second = step_of(roadmap, "planning", 2), step_of(roadmap, "planning", 3)
    assert first.first_actions[0].text.startswith("Appoint the owner of Planning")
    assert first.owner_name is None
    assert all("Appoint" not in action.text for action in second.first_actions)
    owned = step_of(roadmap, "building", 2)
    assert owned.owner_name == "Ada"
    assert all("Appoint" not in action.text for action in owned.first_actions)


def test_first_actions_start_at_the_letter_an_attribute_has_and_evidence_is_of_the_last() -> None:
    answers: dict[str, Values] = {"planning": {**at_level(1), "delivery": 4, "ownership": 2, "quality-control": 4}}
    step = step_of(plan(assessed(answers, owners=(Owner(process_id="planning", name="Ada"),))), "planning", 2)
    assert [(action.attribute_id, action.to_letter) for action in step.first_actions] == [("ownership", "L-")]
    assert step.evidence_of_done == ("ownership seen at L+.",)
    assert step.raises == ("ownership",)


def test_what_readiness_denies_is_done_first_in_the_first_step_of_the_process() -> None:
    action = Preparation(
        text="Free the hours.", deliverable="Hours.", owner_role="Sponsor", effort=Effort.SMALL, evidence="Rosters."
    )
    asked = tuple(
        ReadinessQuestion(id=name, question=f"{name}?", good="Yes.", risk=f"No {name}.", action=what)
        for name, what in (("time", action), ("training", None), ("roles", action))
    )
    framework = Framework(**{**fields_of(FRAMEWORK), "readiness": asked})
    states = (("time", ReadinessState.NO), ("training", ReadinessState.NO), ("roles", ReadinessState.PARTLY))
    readiness = tuple(Readiness(process_id="planning", question_id=name, state=state) for name, state in states)
    owners = (Owner(process_id="planning", name="Ada"), Owner(process_id="building", name="Ben"))
    roadmap = plan(assessed(readiness=readiness, owners=owners), framework)
    first, second = step_of(roadmap, "planning", 2), step_of(roadmap, "planning", 3)
    assert (first.first_actions[0].text, first.first_actions[0].attribute_id) == ("Free the hours.", None)
    assert [action.attribute_id for action in first.first_actions].count(None) == 1
    assert all(action.attribute_id for action in second.first_actions)
    assert all(action.attribute_id for action in step_of(roadmap, "building", 2).first_actions)
    assert first.risks == ("No time.", "No training.", "No roles.")


def test_what_readiness_lacks_and_an_owner_without_authority_are_risks() -> None:
    readiness = (
        Readiness(process_id="planning", question_id="roles", state=ReadinessState.PARTLY),
        Readiness(process_id="planning", question_id="sponsor", state=ReadinessState.YES),
    )
    owners = (Owner(process_id="planning", name="Ada", authority=Authority.NO),)
    roadmap = plan(assessed(readiness=readiness, owners=owners))
    risks = step_of(roadmap, "planning", 2).risks
    assert "Nobody knows who does what." in risks
    assert "Nobody pays for it." not in risks
    assert any("authority" in risk for risk in risks)
    assert step_of(roadmap, "building", 2).risks == ()


def test_person_days_and_cost_follow_the_points() -> None:
    roadmap = plan(assessed(roadmap=RoadmapSettings(person_days_per_point=5, cost_per_point=1000)))
    for wave in roadmap.waves:
        assert wave.person_day_count == 5 * wave.effort_count
        assert wave.cost == 1000 * wave.effort_count
    assert all(step.person_day_count == 5 * step.effort_count for step in roadmap.steps)
    assert plan(assessed()).waves[0].cost is None


def test_waves_are_named_by_their_months() -> None:
    labels = [wave.label for wave in plan(assessed(roadmap=RoadmapSettings(start=date(2026, 11, 1)))).waves]
    assert labels[0] == "Wave 1 (Nov 2026 to Jan 2027)"
    assert labels[3] == "Wave 4 (Aug 2027 to Oct 2027)"


def test_levels_rise_wave_by_wave_to_what_the_last_funded_step_reaches() -> None:
    roadmap = plan(assessed())
    before: dict[str, int | None] = dict.fromkeys(("planning", "building", "releasing"), 1)
    for wave in roadmap.waves:
        raised = {step.process_id: step.to_level for step in wave.steps}
        assert wave.levels_after == {**before, **raised}
        before = dict(wave.levels_after)


def test_a_quick_win_takes_one_point_gives_much_for_it_and_needs_nobody() -> None:
    cheap = [("planning", 2), ("building", 2), ("releasing", 2)]
    efforts = tuple(EffortOverride(process_id=own, to_level=level, point_count=1) for own, level in cheap)
    quick = [step for step in plan(assessed(roadmap=RoadmapSettings(efforts=efforts))).steps if step.is_quick_win]
    assert {(step.process_id, step.to_level) for step in quick} == {("planning", 2), ("building", 2)}, "the top quarter"
    waiting = plan(assessed({"planning": at_level(0)}, roadmap=RoadmapSettings(efforts=efforts)))
    assert not step_of(waiting, "building", 2).is_quick_win, "it needs planning at level 1 first"


def test_nothing_to_plan_is_a_roadmap_of_empty_waves() -> None:
    roadmap = plan(assessed(targets=targets(planning=1, building=1, releasing=1)))
    assert roadmap.steps == ()
    assert (roadmap.objective, roadmap.method) == (0.0, "nothing to plan")


@given(st.integers(0, 10_000), st.lists(st.integers(0, 9), min_size=3, max_size=3))
@settings(max_examples=25)
def test_every_roadmap_keeps_capacity_and_order_and_is_the_same_again(seed: int, capacity: list[int]) -> None:
    framework = tiny_framework(6)
    levels = tuple(Target(process_id=process.id, level=1 + seed % 4) for process in framework.processes)
    assessment = answered(framework, an_assessment(framework, targets=levels), seed=seed).model_copy(
        update={"roadmap": RoadmapSettings(wave_count=3, capacity=tuple(capacity))}
    )
    result = score_assessment(framework, assessment)
    roadmap = plan_roadmap(framework, assessment, result)
    assert all(wave.effort_count <= wave.capacity_count for wave in roadmap.waves)
    for process in framework.processes:
        own = sorted((step.to_level, step.wave) for step in roadmap.steps if step.process_id == process.id)
        waves = [wave or 4 for _, wave in own]
        assert all(first < second or second == 4 for first, second in pairwise(waves))
    supplied = {linkage.to_process: linkage.from_process for linkage in framework.linkages if linkage.is_hard}
    for step in roadmap.steps:
        supplier = supplied.get(step.process_id)
        if step.wave and supplier and step.to_level >= 2:
            level = roadmap.waves[step.wave - 1].levels_after[supplier]
            best = max([level or 0, *(own.to_level for own in roadmap.steps if own.process_id == supplier)])
            assert level is None or level >= min(step.to_level - 1, best)
    assert plan_roadmap(framework, assessment, result) == roadmap
