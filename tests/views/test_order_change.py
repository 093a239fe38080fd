"""What would change the order is said in words, with the weights it takes."""

from __future__ import annotations

from dataclasses import replace

from assessment.domain.computed import Computed
from assessment.domain.planning.priority import Weights
from assessment.domain.planning.swapping import what_swaps
from assessment.views.order_change import order_change_view
from assessment.views.wording import order_change as words
from tests.computing import SNAPSHOT_HASH, nothing_answered, the_sample


def test_the_finding_names_both_processes_the_weight_and_both_its_values() -> None:
    computed, view = the_sample(), order_change_view(the_sample())
    swapping = what_swaps(computed.result, Weights.of(computed.assessment.roadmap))
    assert swapping is not None
    weight = words.weight_text(swapping.swaps[0].weight)
    assert view.finding == (
        f"Change Management would come before Problem Management if pain counted less: {weight} in place of 0.50, "
        "the other weights as they are."
    )


def test_each_weight_that_can_swap_them_has_a_row_the_nearest_first() -> None:
    computed, table = the_sample(), order_change_view(the_sample()).table("swaps")
    swapping = what_swaps(computed.result, Weights.of(computed.assessment.roadmap))
    assert swapping is not None
    assert [row.id for row in table.rows] == ["pain", "leverage", "importance"]
    assert [cell.value for cell in table.column("wanted")] == [swap.weight for swap in swapping.swaps]
    assert [cell.text for cell in table.column("present")] == ["0.50", "0.20", "0.30"]
    assert table.cell("importance", "leads").text == "Availability Management", "a third one leads there"


def test_a_third_process_that_leads_is_said_in_the_finding() -> None:
    assert words.third_leads("Incident Management") == "Incident Management would then come before both."


def test_where_no_weight_swaps_them_that_is_said() -> None:
    computed = the_sample()
    first, *others = sorted(computed.result.priorities, key=lambda one: one.rank)
    best = replace(first, pain=5, importance=5, leverage_share=1.0, need_share=1.0)
    result = replace(computed.result, priorities=(best, *others))
    view = order_change_view(
        Computed(
            framework=computed.framework,
            assessment=computed.assessment,
            result=result,
            hash_assessment=lambda _: SNAPSHOT_HASH,
        )
    )
    assert view.finding == "No change of a single weight puts Change Management before Problem Management."
    assert view.table("swaps").rows == ()
    assert view.table("swaps").empty == words.NO_SWAP_TABLE


def test_without_two_processes_below_target_there_is_no_order_to_change() -> None:
    assert order_change_view(nothing_answered()).empty == words.EMPTY
