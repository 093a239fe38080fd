"""What the shipped sample comes to shows every state that a page or a report can show."""

from __future__ import annotations

from collections import Counter
from functools import cache

from assessment.domain.answered.assessment import Certainty
from assessment.domain.answered.entries import AnswerKind
from assessment.domain.planning.results import PlanMethod, ReasonKind, Roadmap
from assessment.domain.planning.roadmap import plan_roadmap
from assessment.domain.rating.results import (
    AgreementState,
    Confidence,
    GapStatus,
    ItemResult,
    Outcome,
)
from assessment.domain.rating.scoring import score_assessment
from assessment.domain.rating.warnings import WarningKind
from assessment.services.export_format import from_export
from tests.questionnaires.shipped import FILE, framework, result, sample


@cache
def items() -> tuple[ItemResult, ...]:
    return tuple(item for process in result().processes for attribute in process.attributes for item in attribute.items)


@cache
def plan() -> Roadmap:
    return plan_roadmap(framework(), sample(), result())


def test_items_come_out_rated_unrated_and_not_applicable_and_some_people_are_worlds_apart() -> None:
    outcomes = Counter(item.outcome for item in items())
    assert outcomes[Outcome.UNRATED] >= 10
    assert outcomes[Outcome.NOT_APPLICABLE] >= 2
    assert any(item.not_applicable_count and item.outcome is Outcome.RATED for item in items()), "an outvoted N/A"
    counts = [item.code_counts for item in items() if item.code_counts is not None]
    assert sum(own[0] > 0 and own[5] > 0 for own in counts) >= 3


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


def test_every_degree_of_confidence_occurs_and_one_process_is_provisional() -> None:
    found = {process.process_id: process.basis for process in result().processes}
    assert {basis.confidence for basis in found.values()} == set(Confidence)
    assert [process_id for process_id, basis in found.items() if basis.is_provisional] == ["business-assessment"]
    assert any(basis.low_level != basis.high_level for basis in found.values())
    assert {basis.agreement for basis in found.values()} == {
        AgreementState.NOT_MEASURED,
        AgreementState.WITHIN_ONE_STEP,
        AgreementState.TENTATIVE,
        AgreementState.TALK_FIRST,
    }


def test_one_process_could_be_on_another_level_by_the_upper_reading_and_on_one_the_room_is_split() -> None:
    found = {process.process_id: process for process in result().processes}
    could_be = [process_id for process_id, process in found.items() if process.basis.upper_level != process.level.level]
    assert could_be == ["change-management"]
    assert found["change-management"].basis.shown_high_level == 1
    split = {process_id: process.basis.split_item_ids for process_id, process in found.items()}
    assert [process_id for process_id, item_ids in split.items() if item_ids] == ["capacity-management"]
    (item,) = (item for item in items() if item.item_id in split["capacity-management"])
    assert sum(item.code_counts or (1,)) % 2 == 0
    assert item.upper_code is not None
    assert item.code is not None
    assert item.upper_code - item.code >= 2


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


def test_many_kinds_of_warning_are_given() -> None:
    warned = {warning.kind for process in result().processes for warning in process.warnings}
    warned |= {warning.kind for warning in result().warnings}
    assert warned >= {
        WarningKind.ON_PAPER_ONLY,
        WarningKind.CHECK_ANSWER,
        WarningKind.NO_OWNER,
        WarningKind.SPLIT,
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


def test_the_roadmap_funds_most_steps_and_leaves_some_out() -> None:
    assert plan().method is PlanMethod.PROVEN
    assert [wave.capacity_count for wave in plan().waves] == [12, 12, 14, 14]
    assert all(wave.steps for wave in plan().waves)
    assert 3 <= len(plan().not_funded) < len(plan().steps) / 2
    assert any(step.owner_name is None for step in plan().steps)
    assert plan().waves[-1].at_target_count > result().whole.at_target_count


def test_one_step_is_pinned_at_a_price_and_one_effort_is_set_by_hand() -> None:
    (pinned,) = (step for step in plan().steps if step.is_pinned)
    assert (pinned.process_id, pinned.to_level, pinned.wave) == ("operations-management", 3, 2)
    unpinned = sample().roadmap.model_copy(update={"pins": ()})
    free = plan_roadmap(framework(), sample().model_copy(update={"roadmap": unpinned}), result())
    (cost,) = plan().pin_costs
    assert cost.objective_with == plan().objective
    assert cost.objective_without == plan().objective_without_pins == free.objective > plan().objective
    (by_hand,) = (step for step in plan().steps if step.is_effort_set_by_hand)
    assert (by_hand.process_id, by_hand.to_level, by_hand.effort_count) == ("problem-management", 1, 4)


def test_some_steps_land_higher_than_the_next_level_and_no_process_is_brought_to_a_level_twice() -> None:
    several = {(step.process_id, step.from_level, step.to_level) for step in plan().steps}
    assert ("build-and-test", 1, 3) in several
    assert sum(to_level > from_level + 1 for _, from_level, to_level in several) == 5
    for process in result().processes:
        own = sorted((step for step in plan().steps if step.process_id == process.process_id), key=lambda s: s.to_level)
        starts = [step.from_level for step in own]
        assert starts == [process.level.level, *(step.to_level for step in own)][: len(own)]


def test_steps_give_many_kinds_of_reason() -> None:
    assert {step.reason.kind for step in plan().steps} == {
        ReasonKind.NOTHING_FIRST,
        ReasonKind.AFTER_OWN_STEP,
        ReasonKind.WITH_SUPPLIER,
        ReasonKind.WAVES_FULL,
        ReasonKind.PINNED,
        ReasonKind.OWN_STEP_NOT_FUNDED,
        ReasonKind.NO_WAVE_LEFT,
    }


def test_no_step_is_a_quick_win_since_the_only_one_of_a_single_point_earns_too_little_for_it() -> None:
    ratios = sorted(step.value / step.effort_count for step in plan().steps)
    (small,) = (step for step in plan().steps if step.effort_count == 1)
    assert (small.process_id, small.to_level) == ("service-planning", 1)
    assert small.value < ratios[-6], "the lowest of the highest quarter of 22 steps"
    assert not any(step.is_quick_win for step in plan().steps)


def test_cells_beyond_a_target_and_a_supplier_with_a_low_target_are_named() -> None:
    beyond, supplier = plan().warnings
    assert beyond.kind is WarningKind.CELLS_BEYOND_TARGET
    assert (beyond.process_id, beyond.attribute_ids) == ("service-level-management", ("measurement", "control"))
    assert supplier.kind is WarningKind.RAISE_SUPPLIER_TARGET
    assert (supplier.process_id, supplier.level) == ("supplier-management", 3)
    assert (supplier.other_process_id, supplier.other_level) == ("availability-management", 4)
