"""What the shipped sample comes to shows every state that a page or a report can show."""

from __future__ import annotations

from collections import Counter
from functools import cache

from assessment.domain.answered.assessment import Certainty
from assessment.domain.answered.entries import AnswerKind
from assessment.domain.planning.roadmap import plan_roadmap
from assessment.domain.planning.waves import PlanMethod
from assessment.domain.rating.results import AgreementState, Confidence, GapStatus, ItemResult, Outcome, WarningKind
from assessment.domain.rating.scoring import score_assessment
from assessment.services.export_format import from_export
from tests.questionnaires.shipped import FILE, framework, result, sample


@cache
def items() -> tuple[ItemResult, ...]:
    return tuple(item for process in result().processes for attribute in process.attributes for item in attribute.items)


def test_items_come_out_rated_unrated_and_not_applicable_and_some_people_are_worlds_apart() -> None:
    outcomes = Counter(item.outcome for item in items())
    assert outcomes[Outcome.UNRATED] >= 10
    assert outcomes[Outcome.NOT_APPLICABLE] >= 2
    assert any(item.not_applicable_count and item.outcome is Outcome.RATED for item in items()), "an outvoted N/A"
    assert sum(item.code_counts[0] > 0 and item.code_counts[5] > 0 for item in items()) >= 3


def test_agreed_values_of_each_certainty_give_their_reason_and_some_overrule_the_median() -> None:
    certainties = Counter(value.certainty for value in sample().agreed)
    assert 15 <= sum(certainties.values()) <= 25
    assert min(certainties[certainty] for certainty in Certainty) >= 4
    without = from_export(FILE.read_text(encoding="utf-8")).model_copy(update={"agreed": ()})
    medians = {
        item.item_id: item.code
        for process in score_assessment(framework(), without).processes
        for attribute in process.attributes
        for item in attribute.items
    }
    changed = [item.item_id for item in items() if item.is_agreed and item.code != medians[item.item_id]]
    assert len(changed) >= 4


def test_levels_spread_from_0_to_4_and_processes_stand_below_on_and_above_target() -> None:
    assert result().whole.level_counts[:5] == (5, 6, 3, 2, 1)
    stands = Counter(process.target.status for process in result().processes)
    assert stands == {GapStatus.BELOW: 13, GapStatus.ON: 3, GapStatus.ABOVE: 1}
    assert {process.target.target_level for process in result().processes} == {2, 3, 4}
    defaults = [process.process_id for process in result().processes if process.target.is_default]
    assert defaults == ["customer-management"]


def test_every_degree_of_sureness_occurs_and_one_process_is_provisional() -> None:
    found = {process.process_id: process.sureness for process in result().processes}
    assert {sureness.confidence for sureness in found.values()} == set(Confidence)
    assert [process_id for process_id, sureness in found.items() if sureness.is_provisional] == ["business-assessment"]
    assert any(sureness.low_level != sureness.high_level for sureness in found.values())
    assert {sureness.agreement for sureness in found.values()} == set(AgreementState) - {AgreementState.UNANIMOUS}


def test_one_attribute_leaves_the_model_one_has_no_evidence_and_one_is_capped() -> None:
    attributes = [(process.process_id, attribute) for process in result().processes for attribute in process.attributes]
    gone = [
        (process_id, attribute.attribute_id)
        for process_id, attribute in attributes
        if attribute.outcome is Outcome.NOT_APPLICABLE
    ]
    assert gone == [("cost-management", "optimization")]
    assert any(attribute.outcome is Outcome.UNRATED for _, attribute in attributes)
    capped = {process_id: attribute.capped_by for process_id, attribute in attributes if attribute.is_capped}
    assert capped == {"security-management": ("security-management.establish-supplier-relationships-for-security",)}


def test_every_warning_that_an_assessment_can_give_is_given() -> None:
    warned = {warning.kind for process in result().processes for warning in process.warnings}
    warned |= {warning.kind for warning in result().warnings}
    assert warned >= {
        WarningKind.ON_PAPER_ONLY,
        WarningKind.CHECK_ANSWER,
        WarningKind.NO_OWNER,
        WarningKind.TARGET_NOT_REACHED_BY_CELLS,
        WarningKind.TARGET_WITHOUT_RATIONALE,
        WarningKind.PRIORITY_PROVISIONAL,
    }


def test_leadership_sees_change_management_rosier_than_those_who_do_the_work() -> None:
    seen = {gap.attribute_id: gap.gap_percent for gap in result().process("change-management").perception_gaps}
    assert seen["delivery"] > 30
    assert sum(bool(process.perception_gaps) for process in result().processes) >= 6
    assert any(gap.gap_percent < 0 for process in result().processes for gap in process.perception_gaps)


def test_priorities_lead_from_the_help_desk_story_to_problem_and_change_management() -> None:
    ranked = [priority.process_id for priority in result().priorities]
    assert set(ranked[:2]) == {"problem-management", "change-management"}
    assert any(priority.importance_is_proposed for priority in result().priorities)
    assert any(priority.blocked_by for priority in result().priorities)
    assert 0.0 in {priority.priority for priority in result().priorities}


def test_some_hand_offs_are_broken_and_others_hold() -> None:
    rated = sample().linkage_ratings
    assert 30 <= len(rated) <= 45
    assert 10 <= len(result().broken_hand_offs) <= len(rated) - 10
    assert any(rating.answer.kind is AnswerKind.NOT_APPLICABLE for rating in rated)


def test_the_roadmap_funds_most_steps_leaves_some_out_and_warns_of_a_supplier_aimed_too_low() -> None:
    plan = plan_roadmap(framework(), sample(), result())
    assert plan.method == PlanMethod.PROVEN
    assert all(wave.steps for wave in plan.waves)
    assert 3 <= len(plan.not_funded) < len(plan.steps) / 2
    assert sum(step.is_pinned for step in plan.steps) == 1
    assert sum(step.is_effort_set_by_hand for step in plan.steps) == 1
    assert any(step.is_quick_win for step in plan.steps)
    assert any(step.owner_name is None for step in plan.steps)
    assert {warning.kind for warning in plan.warnings} == {WarningKind.RAISE_SUPPLIER_TARGET}
