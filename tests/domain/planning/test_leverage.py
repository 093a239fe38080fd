"""Whose improvement helps others most, on any graph (METHOD.md section 12)."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from assessment.domain.answered.roadmap_settings import LinkStrength, RoadmapSettings
from assessment.domain.authored.content import EVERY_PROCESS, LinkageKind, UniversalLinkage
from assessment.domain.planning.leverage import (
    Edge,
    edges_of,
    hard_linkage_ids,
    hard_linkages,
    leverage_of,
    leverage_share_of,
    leverage_shares,
    strength_matrix,
)
from tests.builders import tiny_framework
from tests.domain.altered import altered

FRAMEWORK = tiny_framework(4)
DEFAULTS = RoadmapSettings()
PROCESSES = ("planning", "building", "releasing", "process-4")


def edge(supplier: str, receiver: str, strength: float = 1.0) -> Edge:
    return Edge(from_process=supplier, to_process=receiver, strength=strength)


def raw_leverage(needs: dict[str, float], *edges: Edge) -> dict[str, float]:
    raw = leverage_of(strength_matrix(tuple(needs), edges), np.array(list(needs.values())))
    return dict(zip(needs, raw.tolist(), strict=True))


def test_need_downstream_is_halved_at_each_hop() -> None:
    raw = raw_leverage({"a": 0.0, "b": 0.0, "c": 0.4}, edge("a", "b"), edge("b", "c"))
    assert raw == pytest.approx({"a": 0.1, "b": 0.2, "c": 0.0})


def test_a_receiver_shares_its_need_among_its_suppliers_by_strength() -> None:
    raw = raw_leverage({"a": 0.0, "b": 0.0, "c": 0.6}, edge("a", "c", 1.0), edge("b", "c", 0.5))
    assert raw == pytest.approx({"a": 0.2, "b": 0.1, "c": 0.0})


def test_one_supplier_of_many_gathers_all_their_need() -> None:
    raw = raw_leverage({"a": 0.0, "b": 0.4, "c": 0.2}, edge("a", "b"), edge("a", "c"))
    assert raw == pytest.approx({"a": 0.3, "b": 0.0, "c": 0.0})


def test_two_processes_that_supply_each_other_converge() -> None:
    # x = d (0.4 + y), y = d x with d = 0.5
    raw = raw_leverage({"a": 0.0, "b": 0.4}, edge("a", "b"), edge("b", "a"))
    assert raw == pytest.approx({"a": 0.2 / 0.75, "b": 0.1 / 0.75})


def test_the_need_of_a_process_itself_is_not_its_leverage() -> None:
    assert raw_leverage({"a": 0.5, "b": 0.0}, edge("a", "b")) == pytest.approx({"a": 0.0, "b": 0.0})


def shares_of(needs: dict[str, float], *edges: Edge) -> dict[str, float]:
    shares = leverage_share_of(strength_matrix(tuple(needs), edges), np.array(list(needs.values())))
    return dict(zip(needs, shares.tolist(), strict=True))


def test_leverage_is_a_share_of_the_largest_there_would_be_if_every_need_were_1() -> None:
    # every need 1: b .5, a .5 * (1 + .5) = .75
    chain = (edge("a", "b"), edge("b", "c"))
    assert shares_of({"a": 0.0, "b": 0.0, "c": 0.4}, *chain) == pytest.approx(
        {"a": 0.1 / 0.75, "b": 0.2 / 0.75, "c": 0}
    )
    assert shares_of({"a": 1.0, "b": 1.0, "c": 1.0}, *chain) == pytest.approx({"a": 1.0, "b": 0.5 / 0.75, "c": 0.0})


def test_without_need_or_without_a_linkage_leverage_is_zero() -> None:
    assert shares_of({"a": 0.0, "b": 0.0}, edge("a", "b")) == {"a": 0.0, "b": 0.0}
    assert shares_of({"a": 1.0, "b": 1.0}) == {"a": 0.0, "b": 0.0}
    assert shares_of({"a": 1.0, "b": 1.0}, edge("a", "b", 0.0)) == {"a": 0.0, "b": 0.0}
    assert leverage_shares(FRAMEWORK, DEFAULTS, dict.fromkeys(PROCESSES, 0.0)) == dict.fromkeys(PROCESSES, 0.0)
    assert leverage_shares(FRAMEWORK, DEFAULTS, {}) == {}


def test_half_the_need_everywhere_is_half_the_leverage_so_that_dates_compare() -> None:
    before = leverage_shares(FRAMEWORK, DEFAULTS, dict.fromkeys(PROCESSES, 0.8))
    after = leverage_shares(FRAMEWORK, DEFAULTS, dict.fromkeys(PROCESSES, 0.4))
    assert max(before.values()) == pytest.approx(0.8)
    assert after == pytest.approx({process_id: share / 2 for process_id, share in before.items()})


def test_between_the_same_two_the_strongest_counts_and_none_to_itself() -> None:
    matrix = strength_matrix(
        ("a", "b"), (edge("a", "b", 0.5), edge("a", "b", 1.0), edge("a", "b", 0.2), edge("a", "a"))
    )
    assert matrix.tolist() == [[0.0, 1.0], [0.0, 0.0]]


def strengths_of(settings: RoadmapSettings = DEFAULTS, process_ids: tuple[str, ...] = PROCESSES) -> dict[str, float]:
    """Strength of each linkage that is not universal, as "supplier receiver"."""
    framework = altered(FRAMEWORK, universal=())
    edges = edges_of(framework, settings, process_ids)
    return {f"{own.from_process} {own.to_process}": own.strength for own in edges}


def test_stated_and_interaction_weigh_1_and_implied_one_half() -> None:
    assert strengths_of() == {
        "planning building": 1.0,  # stated
        "building releasing": 1.0,  # stated
        "releasing process-4": 0.5,  # implied
        "releasing planning": 1.0,  # interaction
    }


def test_an_extension_weighs_like_an_implied_one() -> None:
    linkages = tuple(link.model_copy(update={"kind": LinkageKind.EXTENSION}) for link in FRAMEWORK.linkages)
    edges = edges_of(altered(FRAMEWORK, linkages=linkages, universal=()), DEFAULTS, PROCESSES)
    assert {own.strength for own in edges} == {0.5}


def test_a_strength_set_by_hand_stands_and_0_leaves_the_linkage_out() -> None:
    settings = RoadmapSettings(
        linkages=(
            LinkStrength(linkage_id="planning-to-building", strength=0.0),
            LinkStrength(linkage_id="releasing-to-process-4", strength=0.9),
            LinkStrength(linkage_id="building-to-releasing", is_hard=False),
        )
    )
    assert strengths_of(settings) == {
        "planning building": 0.0,
        "building releasing": 1.0,
        "releasing process-4": 0.9,
        "releasing planning": 1.0,
    }
    raw = raw_leverage({"a": 0.0, "b": 0.4, "c": 0.4}, edge("a", "b", 0.0), edge("c", "b", 0.5))
    assert raw == pytest.approx({"a": 0.0, "b": 0.0, "c": 0.2})


def test_linkages_out_of_scope_count_nowhere() -> None:
    assert strengths_of(process_ids=("planning", "releasing")) == {"releasing planning": 1.0}


def test_only_outgoing_universal_linkages_of_a_hub_enter_at_full_strength() -> None:
    framework = altered(FRAMEWORK, linkages=())
    pairs = {(own.from_process, own.to_process, own.strength) for own in edges_of(framework, DEFAULTS, PROCESSES)}
    assert pairs == {("planning", other, 1.0) for other in PROCESSES[1:]}


def test_a_universal_linkage_may_come_from_everyone_and_leads_nowhere_to_itself() -> None:
    universal = UniversalLinkage(
        id="all-to-planning", from_process=EVERY_PROCESS, to_process="planning", flow="Wishes.", counts_in_leverage=True
    )
    framework = altered(FRAMEWORK, linkages=(), universal=(universal,))
    pairs = {(own.from_process, own.to_process) for own in edges_of(framework, DEFAULTS, PROCESSES[:3])}
    assert pairs == {("building", "planning"), ("releasing", "planning")}


def test_a_hub_out_of_scope_supplies_nobody() -> None:
    framework = altered(FRAMEWORK, linkages=())
    assert edges_of(framework, DEFAULTS, PROCESSES[1:]) == ()


def test_hard_linkages_are_the_frameworks_unless_bound_or_freed_by_hand() -> None:
    assert hard_linkages(FRAMEWORK, DEFAULTS, PROCESSES) == (("planning", "building"), ("building", "releasing"))
    settings = RoadmapSettings(
        linkages=(
            LinkStrength(linkage_id="planning-to-building", is_hard=False),
            LinkStrength(linkage_id="releasing-to-process-4", is_hard=True, strength=0.0),
            LinkStrength(linkage_id="planning-to-all", is_hard=True),
        )
    )
    assert hard_linkages(FRAMEWORK, settings, PROCESSES) == (("building", "releasing"), ("releasing", "process-4"))


def test_the_ids_of_what_binds_follow_the_framework_and_then_the_user() -> None:
    assert hard_linkage_ids(FRAMEWORK, DEFAULTS) == {"planning-to-building", "building-to-releasing"}
    settings = RoadmapSettings(
        linkages=(
            LinkStrength(linkage_id="planning-to-building", is_hard=False),
            LinkStrength(linkage_id="building-to-releasing", strength=0.0),
            LinkStrength(linkage_id="planning-to-all", is_hard=True),
        )
    )
    assert hard_linkage_ids(FRAMEWORK, settings) == {"building-to-releasing"}


def test_hard_linkages_bind_only_what_is_in_scope_and_each_pair_once() -> None:
    assert hard_linkages(FRAMEWORK, DEFAULTS, ("planning", "releasing")) == ()
    twice = (*FRAMEWORK.linkages, FRAMEWORK.linkages[0].model_copy(update={"id": "again"}))
    assert hard_linkages(altered(FRAMEWORK, linkages=twice), DEFAULTS, PROCESSES[:2]) == (("planning", "building"),)


def graphs() -> st.SearchStrategy[tuple[list[list[float]], list[float]]]:
    shares = st.one_of(st.just(0.0), st.just(1.0), st.floats(0, 1))
    return st.integers(1, 7).flatmap(
        lambda count: st.tuples(
            st.lists(st.lists(shares, min_size=count, max_size=count), min_size=count, max_size=count),
            st.lists(shares, min_size=count, max_size=count),
        )
    )


def summed(strengths: NDArray[np.float64], needs: NDArray[np.float64], hop_count: int = 60) -> NDArray[np.float64]:
    """The need downstream, hop by hop, as the words of section 12 say."""
    incoming = strengths.sum(axis=0)
    total, passed_on = np.zeros_like(needs), needs
    for _ in range(hop_count):
        received = np.zeros_like(needs)
        for supplier in range(len(needs)):
            for receiver in range(len(needs)):
                if strengths[supplier, receiver] > 0:
                    share = strengths[supplier, receiver] / incoming[receiver]
                    received[supplier] += 0.5 * share * passed_on[receiver]
        passed_on = received
        total = total + received
    return total


def strengths_from(places: list[list[float]]) -> NDArray[np.float64]:
    edges = [edge(str(row), str(column), share) for row, own in enumerate(places) for column, share in enumerate(own)]
    return strength_matrix([str(place) for place in range(len(places))], edges)


@given(graphs())
def test_leverage_converges_on_any_graph_to_the_sum_over_all_hops(graph: tuple[list[list[float]], list[float]]) -> None:
    strengths, needs = strengths_from(graph[0]), np.array(graph[1])
    raw = leverage_of(strengths, needs)
    assert np.isfinite(raw).all()
    assert (raw >= 0).all()
    assert raw.sum() <= sum(needs) + 1e-9  # halved at each hop: 1/2 + 1/4 + ... of all need at most
    assert np.allclose(raw, summed(strengths, needs), atol=1e-9)


@given(graphs())
def test_leverage_is_a_share_and_reaches_1_only_for_the_largest_with_every_need_at_1(
    graph: tuple[list[list[float]], list[float]],
) -> None:
    strengths, needs = strengths_from(graph[0]), np.array(graph[1])
    largest = summed(strengths, np.ones_like(needs)).max()
    shares = leverage_share_of(strengths, needs)
    assert ((shares >= 0) & (shares <= 1 + 1e-9)).all()
    assert np.allclose(shares * largest, summed(strengths, needs), atol=1e-9)
    assert largest == 0 or leverage_share_of(strengths, np.ones_like(needs)).max() == pytest.approx(1.0)


@given(graphs(), st.data())
def test_mending_one_process_never_raises_the_leverage_of_another(
    graph: tuple[list[list[float]], list[float]], data: st.DataObject
) -> None:
    strengths, before = strengths_from(graph[0]), np.array(graph[1])
    mended = data.draw(st.integers(0, len(before) - 1))
    after = before.copy()
    after[mended] = data.draw(st.floats(0, float(before[mended])))
    assert (leverage_share_of(strengths, after) <= leverage_share_of(strengths, before) + 1e-9).all()


def test_many_draws_at_once_are_each_by_itself() -> None:
    generator = np.random.default_rng(7)
    strengths, needs = generator.random((5, 4, 4)), generator.random((5, 4))
    for measure in (leverage_of, leverage_share_of):
        assert np.allclose(measure(strengths, needs), [measure(strengths[draw], needs[draw]) for draw in range(5)])
