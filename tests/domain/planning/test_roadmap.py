"""The roadmap of an assessment: what it plans, says and leaves out (METHOD.md section 13)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from assessment.domain.answered.assessment import Assessment, Opinion, Target
from assessment.domain.answered.organisation import Authority, Owner, Readiness, ReadinessState
from assessment.domain.answered.roadmap_settings import EffortOverride, LinkStrength, Pin, RoadmapSettings
from assessment.domain.authored.content import Effort, Preparation, ReadinessQuestion
from assessment.domain.authored.framework import Framework
from assessment.domain.planning.budgets import capacities_of
from assessment.domain.planning.results import (
    ActionKind,
    FirstAction,
    PinCost,
    PlanMethod,
    ReasonKind,
    RiskKind,
    Roadmap,
    Step,
    StepReason,
    StepRisk,
)
from assessment.domain.planning.roadmap import plan_roadmap
from assessment.domain.rating.scoring import score_assessment
from assessment.domain.rating.warnings import MethodWarning, PinRefusal, WarningKind
from tests.builders import NA, an_assessment, fields_of, rated_process, tiny_framework
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


def test_all_processes_in_scope_count_for_the_capacity_also_those_without_a_level() -> None:
    framework = tiny_framework(10)
    answers = rated_process(framework, "planning", at_level(1)) + rated_process(framework, "building", {"delivery": NA})
    roadmap = plan(an_assessment(framework, ratings=answers), framework)
    assert [wave.capacity_count for wave in roadmap.waves] == [10, 10, 10, 10]
    assert {step.process_id for step in roadmap.steps} == {"planning"}


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
    assert (first.wave, second.wave) == (1, 1)
    assert first.unblocks == ("building",)
    assert second.reason == StepReason(kind=ReasonKind.WITH_SUPPLIER, process_id="planning", level=1, wave=1)
    assert first.reason == StepReason(kind=ReasonKind.NOTHING_FIRST)


def test_a_linkage_freed_by_hand_does_not_bind() -> None:
    answers: dict[str, Values] = {"planning": at_level(0), "building": at_level(1), "releasing": at_level(2)}
    free = RoadmapSettings(linkages=(LinkStrength(linkage_id="planning-to-building", is_hard=False),))
    aims = targets(planning=1, building=2, releasing=2)
    assert step_of(plan(assessed(answers, targets=aims, roadmap=free)), "planning", 1).unblocks == ()


def test_a_supplier_with_a_low_target_is_warned_of_and_planned_to_its_own_target_first() -> None:
    answers: dict[str, Values] = {"planning": at_level(0), "building": at_level(2)}
    roadmap = plan(assessed(answers, targets=targets(planning=1, building=3, releasing=1)))
    assert warned(roadmap, WarningKind.RAISE_SUPPLIER_TARGET) == [
        MethodWarning(
            kind=WarningKind.RAISE_SUPPLIER_TARGET,
            process_id="planning",
            level=2,
            other_process_id="building",
            other_level=3,
        )
    ]
    assert 0 < step_of(roadmap, "planning", 1).wave <= step_of(roadmap, "building", 3).wave


def test_zero_capacity_puts_everything_under_not_funded() -> None:
    roadmap = plan(assessed(roadmap=RoadmapSettings(wave_count=2, capacity=(0, 0))))
    assert len(roadmap.not_funded) == 6
    assert roadmap.objective == 0
    assert {step.reason for step in roadmap.not_funded} == {StepReason(kind=ReasonKind.NO_CAPACITY)}
    assert {step.earliest_wave for step in roadmap.not_funded} == {None}
    assert not warned(roadmap, WarningKind.STEP_TOO_LARGE)


def test_a_step_larger_than_every_wave_is_to_be_split() -> None:
    large = (EffortOverride(process_id="planning", to_level=2, point_count=9),)
    roadmap = plan(assessed(roadmap=RoadmapSettings(efforts=large)))
    assert warned(roadmap, WarningKind.STEP_TOO_LARGE) == [
        MethodWarning(kind=WarningKind.STEP_TOO_LARGE, process_id="planning", level=2, count=9, limit_count=8)
    ]
    step = step_of(roadmap, "planning", 2)
    assert (step.wave, step.is_effort_set_by_hand) == (0, True)
    assert step.reason == StepReason(kind=ReasonKind.TOO_LARGE, count=9, limit_count=8)
    assert step_of(roadmap, "planning", 3).reason == StepReason(kind=ReasonKind.OWN_STEP_NOT_FUNDED, level=2)


def circled(ring: tuple[tuple[str, str], ...], **capacity: Any) -> Roadmap:
    """Planning and building one landing from level 3, with hard linkages of one's own."""
    lands_on_3: dict[str, int | str] = {"ownership": 5, "quality-control": 5, "definition": 3}
    values: Values = {**at_level(1), "delivery": 3, **lands_on_3}
    ids = {(own.from_process, own.to_process): own.id for own in FRAMEWORK.linkages}
    extra = tuple(
        FRAMEWORK.linkages[0].model_copy(update={"id": f"ring-{first}", "from_process": first, "to_process": second})
        for first, second in ring
        if (first, second) not in ids
    )
    framework = Framework(**{**fields_of(FRAMEWORK), "linkages": (*FRAMEWORK.linkages, *extra)})
    return plan(
        assessed(
            {"planning": values, "building": values, "releasing": at_level(3)},
            targets=targets(planning=3, building=3, releasing=3),
            roadmap=RoadmapSettings(**capacity),
        ),
        framework,
    )


def test_steps_that_need_each_other_share_a_wave() -> None:
    roadmap = circled((("planning", "building"), ("building", "planning")), wave_count=2, capacity=(3, 4))
    first, second = step_of(roadmap, "planning", 3), step_of(roadmap, "building", 3)
    assert (first.from_level, first.effort_count, first.wave) == (1, 3, 0)
    assert warned(roadmap, WarningKind.CIRCLE_TOO_LARGE) == [
        MethodWarning(kind=WarningKind.CIRCLE_TOO_LARGE, process_ids=("planning", "building"), count=6, limit_count=4)
    ]
    assert second.reason == StepReason(kind=ReasonKind.CIRCLE, process_id="planning")
    roomy = circled((("planning", "building"), ("building", "planning")), wave_count=2, capacity=(5, 6))
    assert {step.wave for step in roomy.steps} == {2}
    assert {step.earliest_wave for step in roomy.steps} == {2}
    assert {step.reason for step in roomy.steps} == {StepReason(kind=ReasonKind.WAVES_FULL, wave=1, count=6)}


def test_a_pin_is_kept_marked_and_priced() -> None:
    wanted = Pin(process_id="planning", to_level=2, wave=3)
    free, pinned = plan(assessed()), plan(assessed(roadmap=RoadmapSettings(pins=(wanted,))))
    step = step_of(pinned, "planning", 2)
    assert (step.wave, step.is_pinned, step.reason) == (3, True, StepReason(kind=ReasonKind.PINNED, wave=3))
    assert step.earliest_wave == 1
    assert pinned.objective_without_pins == pytest.approx(free.objective)
    (cost,) = pinned.pin_costs
    assert cost == PinCost(pin=wanted, objective_with=pinned.objective, objective_without=cost.objective_without)
    assert cost.objective_without == pytest.approx(free.objective)
    assert pinned.objective < free.objective
    assert (free.objective_without_pins, free.pin_costs) == (None, ())


def test_an_impossible_pin_is_explained_and_the_rest_is_planned() -> None:
    pinned = RoadmapSettings(pins=(Pin(process_id="planning", to_level=3, wave=1),))
    roadmap = plan(assessed(roadmap=pinned))
    assert warned(roadmap, WarningKind.PIN_IMPOSSIBLE) == [
        MethodWarning(
            kind=WarningKind.PIN_IMPOSSIBLE,
            process_id="planning",
            level=3,
            wave=1,
            count=1,
            pin_refusal=PinRefusal.STEPS_BEFORE,
        )
    ]
    assert not step_of(roadmap, "planning", 3).is_pinned
    assert (roadmap.pin_costs, roadmap.objective_without_pins) == ((), None)
    assert any(wave.steps for wave in roadmap.waves)


def test_a_pin_and_an_effort_for_a_level_that_no_step_lands_on_any_more() -> None:
    lands_on_3 = {**at_level(1), "ownership": 5, "quality-control": 5, "definition": 3}
    stored = RoadmapSettings(
        pins=(Pin(process_id="planning", to_level=2, wave=2),),
        efforts=(EffortOverride(process_id="planning", to_level=2, point_count=7),),
    )
    roadmap = plan(assessed({"planning": lands_on_3}, roadmap=stored))
    (warning,) = warned(roadmap, WarningKind.PIN_IMPOSSIBLE)
    assert (warning.pin_refusal, warning.level) == (PinRefusal.NO_SUCH_STEP, 2)
    step = step_of(roadmap, "planning", 3)
    assert (step.from_level, step.is_pinned, step.is_effort_set_by_hand) == (1, False, False)


APPOINT = FirstAction(kind=ActionKind.APPOINT_OWNER)


def test_the_first_action_where_there_is_no_owner_is_to_appoint_one() -> None:
    owners = (Owner(process_id="building", name="Ada"),)
    roadmap = plan(assessed(owners=owners))
    first, second = step_of(roadmap, "planning", 2), step_of(roadmap, "planning", 3)
    assert first.first_actions[0] == APPOINT
    assert first.owner_name is None
    assert APPOINT not in second.first_actions
    owned = step_of(roadmap, "building", 2)
    assert owned.owner_name == "Ada"
    assert APPOINT not in owned.first_actions


def test_first_actions_start_at_the_letter_an_attribute_has_and_evidence_is_of_the_last() -> None:
    answers: dict[str, Values] = {"planning": {**at_level(1), "delivery": 4, "ownership": 2, "quality-control": 4}}
    step = step_of(plan(assessed(answers, owners=(Owner(process_id="planning", name="Ada"),))), "planning", 2)
    (action,) = step.first_actions
    next_one = next(own for own in FRAMEWORK.actions("planning", "ownership") if own.to.value == "L-")
    assert action == FirstAction(kind=ActionKind.STEP, attribute_id="ownership", action=next_one)
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
    preparing = [own for own in first.first_actions if own.prepares]
    assert [(own.kind, own.question_id) for own in preparing] == [(ActionKind.READINESS, "time")]
    assert first.first_actions[0] == preparing[0]
    assert not any(own.prepares for own in (*second.first_actions, *step_of(roadmap, "building", 2).first_actions))
    assert [risk.question_id for risk in first.risks] == ["time", "training", "roles"]


def test_what_readiness_lacks_and_an_owner_without_authority_are_risks() -> None:
    readiness = (
        Readiness(process_id="planning", question_id="roles", state=ReadinessState.PARTLY),
        Readiness(process_id="planning", question_id="sponsor", state=ReadinessState.YES),
    )
    owners = (
        Owner(process_id="planning", name="Ada", authority=Authority.NO),
        Owner(process_id="building", name="Ben", authority=Authority.YES),
        Owner(process_id="releasing", name=None, authority=Authority.NO),
    )
    roadmap = plan(assessed(readiness=readiness, owners=owners))
    assert step_of(roadmap, "planning", 2).risks == (
        StepRisk(kind=RiskKind.AUTHORITY, authority=Authority.NO),
        StepRisk(kind=RiskKind.READINESS, question_id="roles"),
    )
    assert step_of(roadmap, "building", 2).risks == ()
    assert step_of(roadmap, "releasing", 2).risks == (), "nobody owns it: the owner is to be appointed"
    assert step_of(roadmap, "releasing", 2).first_actions[0] == APPOINT
    assert step_of(roadmap, "releasing", 2).owner_name is None


def test_person_days_and_cost_follow_the_points() -> None:
    roadmap = plan(assessed(roadmap=RoadmapSettings(person_days_per_point=5, cost_per_point=1000)))
    for wave in roadmap.waves:
        assert wave.person_day_count == 5 * wave.effort_count
        assert wave.cost == 1000 * wave.effort_count
    assert all(step.person_day_count == 5 * step.effort_count for step in roadmap.steps)
    assert all(step.cost == 1000 * step.effort_count for step in roadmap.steps)
    assert {step.effort_count for step in roadmap.steps} != {1}
    free = plan(assessed())
    assert {(step.person_day_count, step.cost) for step in free.steps} == {(None, None)}
    assert {(wave.person_day_count, wave.cost) for wave in free.waves} == {(None, None)}


def test_the_steps_of_a_wave_stand_by_their_value_and_the_others_by_the_model() -> None:
    roadmap = plan(assessed(roadmap=RoadmapSettings(wave_count=1, capacity=(15,))))
    (wave,) = roadmap.waves
    assert [step.process_id for step in wave.steps] == ["planning", "building", "releasing"], "pain 5, 4 and 1"
    assert [step.value for step in wave.steps] == sorted((step.value for step in wave.steps), reverse=True)
    assert [step.process_id for step in roadmap.not_funded] == ["planning", "building", "releasing"]
    reversed_pain = tuple(
        opinion.model_copy(update={"pain": pain}) for opinion, pain in zip(PAIN, (1, 4, 5), strict=True)
    )
    (wave,) = plan(assessed(opinions=reversed_pain, roadmap=RoadmapSettings(wave_count=1, capacity=(15,)))).waves
    assert [step.process_id for step in wave.steps] == ["releasing", "building", "planning"]


def months(roadmap: Roadmap) -> list[tuple[int, int]]:
    return [(wave.first_month, wave.last_month) for wave in roadmap.waves]


def dates(roadmap: Roadmap) -> list[tuple[date | None, date | None]]:
    return [(wave.starts_on, wave.ends_on) for wave in roadmap.waves]


def test_waves_have_months_counted_from_the_start_of_the_roadmap() -> None:
    assert months(plan(assessed())) == [(1, 3), (4, 6), (7, 9), (10, 12)]
    assert months(plan(assessed(roadmap=RoadmapSettings(wave_months=1, wave_count=2)))) == [(1, 1), (2, 2)]
    assert dates(plan(assessed()))[0] == (None, None)


def test_waves_have_dates_from_the_first_of_a_month_to_the_last_where_there_is_a_start() -> None:
    settings = RoadmapSettings(start=date(2026, 11, 15))
    assert dates(plan(assessed(roadmap=settings)))[:2] == [
        (date(2026, 11, 1), date(2027, 1, 31)),
        (date(2027, 2, 1), date(2027, 4, 30)),
    ]
    leap = RoadmapSettings(start=date(2023, 12, 31), wave_months=1, wave_count=3)
    assert dates(plan(assessed(roadmap=leap)))[2] == (date(2024, 2, 1), date(2024, 2, 29))


def test_levels_and_scores_rise_wave_by_wave_to_where_the_last_funded_step_lands() -> None:
    assessment = assessed()
    result, roadmap = score_assessment(FRAMEWORK, assessment), plan(assessment)
    levels: dict[str, int | None] = {own.process_id: own.level.level for own in result.processes}
    scores: dict[str, float | None] = {own.process_id: own.level.score for own in result.processes}
    for wave in roadmap.waves:
        for step in wave.steps:
            assert (step.from_level, step.score_before) == (levels[step.process_id], scores[step.process_id])
        levels |= {step.process_id: step.to_level for step in wave.steps}
        scores |= {step.process_id: step.score_after for step in wave.steps}
        assert (wave.levels_after, wave.scores_after) == (levels, scores)
        assert wave.at_target_count == sum((level or 0) >= 3 for level in levels.values())
    assert roadmap.waves[-1].at_target_count == 3


def test_a_wave_counts_at_target_by_the_effective_target_and_only_processes_with_a_level() -> None:
    answers: dict[str, Values] = {
        "planning": {**at_level(2), "definition": NA},
        "building": {**at_level(3), "delivery": NA},
        "releasing": at_level(3),
    }
    assessment = assessed(answers, roadmap=RoadmapSettings(wave_count=1))
    assert [wave.at_target_count for wave in plan(assessment).waves] == [2], "planning: 3 cannot be, and 2 it is"


def test_a_process_that_is_not_assessed_is_in_no_step_and_binds_nobody() -> None:
    answers: dict[str, Values] = {"planning": {}, "building": at_level(1), "releasing": at_level(1)}
    roadmap = plan(assessed(answers))
    assert {step.process_id for step in roadmap.steps} == {"building", "releasing"}
    assert step_of(roadmap, "building", 2).reason == StepReason(kind=ReasonKind.NOTHING_FIRST)
    assert roadmap.waves[0].levels_after["planning"] is None
    assert not warned(roadmap, WarningKind.RAISE_SUPPLIER_TARGET)


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
    assert (roadmap.objective, roadmap.gap_share, roadmap.method) == (0.0, 0.0, PlanMethod.NOTHING)
    assert [wave.effort_count for wave in roadmap.waves] == [0, 0, 0, 0]
