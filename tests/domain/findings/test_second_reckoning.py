"""On random organisations every pair, person and process that is named is one, and none is missed."""

from __future__ import annotations

import os

import pytest

from assessment.domain.findings.whole import findings_of
from tests.computing import computed
from tests.domain.findings.organisations import an_organisation
from tests.domain.findings.reckoning import Reckoned

COUNT = int(os.environ.get("PLUMBLINE_ORGANISATIONS", "12"))


@pytest.mark.parametrize("seed", range(COUNT))
def test_each_finding_is_one_and_none_is_missed(seed: int) -> None:
    framework, assessment, codes = an_organisation(seed)
    whole = computed(framework, assessment)
    found, by_hand = findings_of(whole), Reckoned(framework, assessment, codes)
    levels = {one.process_id: one.level.level for one in whole.result.processes}
    assert levels == {own: by_hand.level(own) if by_hand.is_assessed(own) else None for own in by_hand.scope}

    first_wave = {(step.process_id, step.to_level) for step in whole.roadmap.waves[0].steps}
    owners = found.owners
    assert {one.process_id for one in owners.without_owner} == by_hand.without_owner()
    assert {frozenset(one.process_ids) for one in owners.too_many} == by_hand.too_many()
    assert {one.process_id for one in owners.authority_ends} == by_hand.authority_ends()
    assert {(one.process_id, one.to_level, frozenset(one.question_ids)) for one in owners.stopped} == by_hand.stopped(
        first_wave
    )
    assert {
        one.transition_id: (one.distance, one.is_furthest, frozenset(one.process_ids)) for one in found.transitions
    } == by_hand.ways()

    pairs = by_hand.unconnected()
    assert {frozenset(one.process_ids) for one in found.technology.unconnected} == set(pairs)
    for one in found.technology.unconnected:
        worth, broken, waiting = pairs[frozenset(one.process_ids)]
        assert one.worth == pytest.approx(worth)
        assert (frozenset(one.broken_ids), frozenset(one.waiting_ids)) == (broken, waiting)
    worths = [round(one.worth, 9) for one in found.technology.unconnected]
    assert worths == sorted(worths, reverse=True)
    assert {one.process_id for one in found.technology.without_process} == by_hand.without_process()

    sourcing = found.sourcing
    assert {
        one.process_id: (frozenset(one.weak_ids), frozenset(one.broken_ids), one.has_interface)
        for one in sourcing.held_by_nobody
    } == by_hand.held_by_nobody()
    assert {
        one.process_id: (
            frozenset(own.value for own in one.open_conditions),
            frozenset(own.value for own in one.unknown_conditions),
        )
        for one in sourcing.movable
    } == by_hand.movable()


def test_the_organisations_hold_every_kind_of_finding() -> None:
    kinds = set()
    for seed in range(COUNT):
        framework, assessment, _ = an_organisation(seed)
        found = findings_of(computed(framework, assessment))
        kinds |= {type(one).__name__ for one in (*found.owners.all, *found.transitions)}
        kinds |= {type(one).__name__ for one in (*found.technology.all, *found.sourcing.all)}
    assert kinds == {
        "WithoutOwner",
        "TooManyOwned",
        "AuthorityEnds",
        "StepStopped",
        "WayToGo",
        "Unconnected",
        "ToolWithoutProcess",
        "HeldByNobody",
        "Movable",
    }
