"""The order of the processes, its ties, what blocks them and what is said (METHOD.md sections 11 and 12)."""

from __future__ import annotations

from typing import Any

import pytest

from assessment.domain.answered.assessment import CriticalService, Opinion, Target
from assessment.domain.answered.roadmap_settings import LinkStrength, RoadmapSettings
from assessment.domain.rating.results import AssessmentResult, PriorityResult, WarningKind
from tests.builders import tiny_framework
from tests.domain.altered import altered
from tests.domain.scored import at_level, score, without_delivery

UNLINKED = altered(tiny_framework(4), linkages=(), universal=())
LINKED = tiny_framework(3)
PAIN_ONLY = RoadmapSettings(pain_weight=1.0, importance_weight=0.0, leverage_weight=0.0)


def pains(**by_process: int) -> tuple[Opinion, ...]:
    return tuple(
        Opinion(respondent_id="r1", process_id=process_id, pain=pain) for process_id, pain in by_process.items()
    )


def order(result: AssessmentResult) -> list[str]:
    return [priority.process_id for priority in result.priorities]


def priority_of(result: AssessmentResult, process_id: str) -> PriorityResult:
    return next(priority for priority in result.priorities if priority.process_id == process_id)


def test_priority_is_need_times_impact_from_the_whole_assessment() -> None:
    opinions = (Opinion(respondent_id="r1", process_id="planning", pain=4, importance=2),)
    result = score(UNLINKED, {"planning": 0}, opinions=opinions)
    own = priority_of(result, "planning")
    assert own.need_share == pytest.approx(0.6)
    assert own.impact_share == pytest.approx(0.5 * 0.8 + 0.3 * 0.4)
    assert own.priority == pytest.approx(60 * 0.52)
    assert (own.rank, own.is_provisional, own.leverage_share) == (1, False, 0.0)


def test_the_highest_priority_is_first_and_ranks_count_from_1() -> None:
    answers = {"planning": at_level(2), "building": at_level(0), "releasing": at_level(1)}
    result = score(UNLINKED, answers, opinions=pains(planning=1, building=5, releasing=5), roadmap=PAIN_ONLY)
    assert order(result) == ["building", "releasing", "planning"]
    assert [priority.rank for priority in result.priorities] == [1, 2, 3]


def test_equal_priorities_put_the_higher_need_first() -> None:
    # planning: need 0.2, pain 3 of 5; building: need 0.6, pain 1 of 5; both 12 points
    targets = (Target(process_id="planning", level=1), Target(process_id="building", level=3))
    result = score(
        UNLINKED,
        {"planning": 0, "building": 0},
        opinions=pains(planning=3, building=1),
        targets=targets,
        roadmap=PAIN_ONLY,
    )
    assert [priority.priority for priority in result.priorities] == pytest.approx([12.0, 12.0])
    assert order(result) == ["building", "planning"]


def test_equal_priority_and_need_keep_the_models_order_whatever_the_order_of_scope() -> None:
    result = score(UNLINKED, {"releasing": 0, "building": 0, "planning": 0}, roadmap=PAIN_ONLY)
    assert order(result) == ["planning", "building", "releasing"]


def test_without_a_gap_there_is_no_priority_however_much_it_hurts() -> None:
    result = score(UNLINKED, {"planning": 5, "building": 2}, opinions=pains(planning=5, building=1))
    own = priority_of(result, "planning")
    assert (own.priority, own.need_share) == (0.0, 0.0)
    assert own.reason == "No gap: it stands at 5.0 with a target of 3."
    assert order(result) == ["building", "planning"]


def test_a_process_above_target_never_offsets_another() -> None:
    alone = score(UNLINKED, {"building": 0}, opinions=pains(building=3))
    beside = score(UNLINKED, {"building": 0, "planning": 5}, opinions=pains(building=3))
    assert priority_of(alone, "building").priority == priority_of(beside, "building").priority


def test_a_process_without_a_level_has_no_place() -> None:
    assert order(score(UNLINKED, {"planning": without_delivery(), "building": 1})) == ["building"]


def test_with_neither_pain_nor_importance_it_is_provisional_and_said_so_only_with_a_need() -> None:
    result = score(UNLINKED, {"planning": 0, "building": 5, "releasing": 0}, opinions=pains(releasing=0))
    assert priority_of(result, "planning").is_provisional
    assert priority_of(result, "building").is_provisional
    assert not priority_of(result, "releasing").is_provisional
    said = [w.process_id for w in result.warnings if w.kind is WarningKind.PRIORITY_PROVISIONAL]
    assert said == ["planning"]


def test_all_weights_0_leave_need_alone_with_a_warning() -> None:
    nothing = RoadmapSettings(pain_weight=0.0, importance_weight=0.0, leverage_weight=0.0)
    result = score(UNLINKED, {"planning": at_level(1), "building": 0}, opinions=pains(planning=5), roadmap=nothing)
    assert order(result) == ["building", "planning"]
    assert {priority.impact_share for priority in result.priorities} == {1.0}
    assert WarningKind.NO_WEIGHTS in [warning.kind for warning in result.warnings]
    usual = score(UNLINKED, {"planning": 0}, opinions=pains(planning=5))
    assert WarningKind.NO_WEIGHTS not in [warning.kind for warning in usual.warnings]


def test_the_reason_tells_the_numbers() -> None:
    services = (CriticalService(id="till", name="Till", importance=4, process_ids=("planning",)),)
    result = score(UNLINKED, {"planning": at_level(1)}, opinions=pains(planning=3), critical_services=services)
    reason = priority_of(result, "planning").reason
    shown = result.process("planning").level.shown_score
    assert reason == (
        f"It stands at {shown} with a target of 3; pain 3 of 5, "
        "importance 4 of 5 (proposed by critical services), leverage 0.00 of 1."
    )


def test_leverage_comes_from_the_need_of_others() -> None:
    at_target = score(LINKED, {"planning": 5, "building": 5, "releasing": 5})
    assert {priority.leverage_share for priority in at_target.priorities} == {0.0}
    needing = score(LINKED, {"planning": 5, "building": 5, "releasing": 0})
    assert priority_of(needing, "planning").leverage_share > priority_of(needing, "releasing").leverage_share
    assert max(priority.leverage_share for priority in needing.priorities) == 1.0


def blocked(level_of_supplier: int, target: int, **changes: Any) -> tuple[str, ...]:
    """What blocks building (at 0), which planning supplies over a hard linkage."""
    result = score(
        LINKED,
        {"planning": at_level(level_of_supplier), "building": at_level(0)},
        targets=(Target(process_id="building", level=target),),
        **changes,
    )
    return priority_of(result, "building").blocked_by


def test_a_supplier_below_the_target_minus_one_blocks() -> None:
    assert blocked(level_of_supplier=1, target=3) == ("planning",)
    assert blocked(level_of_supplier=2, target=3) == ()
    assert blocked(level_of_supplier=0, target=1) == ()
    assert blocked(level_of_supplier=0, target=2) == ("planning",)


def test_only_hard_linkages_block() -> None:
    freed = RoadmapSettings(linkages=(LinkStrength(linkage_id="planning-to-building", is_hard=False),))
    assert blocked(level_of_supplier=0, target=3, roadmap=freed) == ()


def test_a_process_without_need_is_not_blocked() -> None:
    result = score(LINKED, {"planning": 0, "building": 5})
    assert priority_of(result, "building").blocked_by == ()


def test_a_supplier_out_of_scope_or_without_a_level_blocks_nobody() -> None:
    assert priority_of(score(LINKED, {"building": 0}), "building").blocked_by == ()
    without = score(LINKED, {"planning": without_delivery(), "building": 0})
    assert priority_of(without, "building").blocked_by == ()
