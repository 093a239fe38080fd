"""The order of the processes, its ties, what blocks them and what is said (METHOD.md sections 11 and 12)."""

from __future__ import annotations

from typing import Any

import pytest

from assessment.domain.answered.assessment import CriticalService, Opinion, Target
from assessment.domain.answered.roadmap_settings import LinkStrength, RoadmapSettings
from assessment.domain.rating.results import (
    AssessmentResult,
    PriorityResult,
)
from assessment.domain.rating.warnings import MethodWarning, WarningKind
from tests.builders import NA, tiny_framework
from tests.domain.altered import altered
from tests.domain.scored import Values, at_level, score, without_delivery

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
    assert own.impact_share == pytest.approx(0.4 * 0.8 + 0.3 * 0.4)
    assert own.priority == pytest.approx(60 * 0.44)
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
    assert order(result) == ["building", "planning"]


def test_a_process_above_target_never_offsets_another() -> None:
    alone = score(UNLINKED, {"building": 0}, opinions=pains(building=3))
    beside = score(UNLINKED, {"building": 0, "planning": 5}, opinions=pains(building=3))
    assert priority_of(alone, "building").priority == priority_of(beside, "building").priority


def test_a_process_without_a_level_has_no_place() -> None:
    answers: dict[str, Values] = {"planning": without_delivery(), "building": 1, "releasing": {}}
    result = score(UNLINKED, answers, opinions=pains(planning=5, releasing=5))
    assert order(result) == ["building"]
    assert priority_of(result, "building").pain is None, "what was said of processes without a level is not assumed"


def test_with_neither_pain_nor_importance_it_is_provisional_and_said_so_only_with_a_need() -> None:
    result = score(UNLINKED, {"planning": 0, "building": 5, "releasing": 0}, opinions=pains(releasing=0))
    assert priority_of(result, "planning").is_provisional
    assert priority_of(result, "building").is_provisional
    assert not priority_of(result, "releasing").is_provisional
    assert MethodWarning(kind=WarningKind.PRIORITY_PROVISIONAL, process_id="planning") in result.warnings
    said = [warning.process_id for warning in result.warnings if warning.kind is WarningKind.PRIORITY_PROVISIONAL]
    assert said == ["planning"]


def test_a_pain_nobody_gave_is_assumed_and_marked_so() -> None:
    # only pain counts and both need the same: neither comes before the other but by the model's order
    result = score(UNLINKED, {"planning": 0, "building": 0}, opinions=pains(building=4), roadmap=PAIN_ONLY)
    planning, building = priority_of(result, "planning"), priority_of(result, "building")
    assert (planning.pain, planning.pain_is_assumed, building.pain_is_assumed) == (4, True, False)
    assert planning.priority == building.priority == pytest.approx(60 * 0.8)
    assert order(result) == ["planning", "building"]
    assert (planning.importance, planning.importance_is_assumed) == (None, False)


def test_an_importance_that_services_propose_is_marked_as_proposed() -> None:
    services = (CriticalService(id="till", name="Till", importance=4, process_ids=("planning",)),)
    result = score(UNLINKED, {"planning": 0, "building": 0}, critical_services=services)
    planning, building = priority_of(result, "planning"), priority_of(result, "building")
    assert (planning.importance, planning.importance_is_proposed, planning.is_provisional) == (4, True, False)
    assert (building.importance, building.importance_is_assumed, building.is_provisional) == (4, True, True)


def no_weights(result: AssessmentResult) -> list[MethodWarning]:
    return [warning for warning in result.warnings if warning.kind is WarningKind.NO_WEIGHTS]


def test_all_weights_0_leave_need_alone_with_a_warning() -> None:
    nothing = RoadmapSettings(pain_weight=0.0, importance_weight=0.0, leverage_weight=0.0)
    result = score(UNLINKED, {"planning": at_level(1), "building": 0}, opinions=pains(planning=5), roadmap=nothing)
    assert order(result) == ["building", "planning"]
    assert {priority.impact_share for priority in result.priorities} == {1.0}
    assert no_weights(result) == [MethodWarning(kind=WarningKind.NO_WEIGHTS)]


def test_a_weight_on_nothing_but_what_no_process_has_leaves_need_alone_with_a_warning() -> None:
    answers: dict[str, Values] = {"planning": 0, "building": at_level(1)}
    nobody = score(UNLINKED, answers, roadmap=PAIN_ONLY)
    assert {priority.impact_share for priority in nobody.priorities} == {1.0}
    assert no_weights(nobody) == [MethodWarning(kind=WarningKind.NO_WEIGHTS)]
    somebody = score(UNLINKED, answers, opinions=pains(building=0), roadmap=PAIN_ONLY)
    assert {priority.impact_share for priority in somebody.priorities} == {0.0}
    assert no_weights(somebody) == []
    assert no_weights(score(UNLINKED, {"planning": without_delivery()}, roadmap=PAIN_ONLY)) == []


def test_leverage_comes_from_the_need_of_others() -> None:
    at_target = score(LINKED, {"planning": 5, "building": 5, "releasing": 5})
    assert {priority.leverage_share for priority in at_target.priorities} == {0.0}
    needing = score(LINKED, {"planning": 5, "building": 5, "releasing": 0})
    assert priority_of(needing, "planning").leverage_share > priority_of(needing, "releasing").leverage_share
    assert max(priority.leverage_share for priority in needing.priorities) < 1.0, "only one of three has a need"


def test_mending_one_process_never_raises_the_leverage_of_another() -> None:
    answers: dict[str, Values] = {"planning": 0, "building": 0, "releasing": 0}
    before = score(LINKED, answers)
    after = score(LINKED, {**answers, "releasing": at_level(3)})
    for priority in after.priorities:
        assert priority.leverage_share <= priority_of(before, priority.process_id).leverage_share
    assert priority_of(after, "building").leverage_share < priority_of(before, "building").leverage_share


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


def test_it_is_the_effective_target_that_suppliers_fall_short_of() -> None:
    values = {**at_level(0), "definition": NA}
    result = score(
        LINKED,
        {"planning": at_level(1), "building": values},
        targets=(Target(process_id="building", level=3),),
    )
    assert priority_of(result, "building").blocked_by == (), "3 cannot be and counts as 2"


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
    silent: dict[str, Values] = {"planning": {}, "building": 0}
    assert priority_of(score(LINKED, silent), "building").blocked_by == ()
