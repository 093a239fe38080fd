"""Work of others that nobody holds, and what must hold before work moves.

Own rules: others do work of a process where its sourcing choice has a code above 0, which is in-house. It is held by
nobody where measurement, control or a hand-off is rated below L, or no interface is written down. Before work moves
either way it needs an owner, a written interface, a definition and hand-offs at L; before it is given out, measurement
and control at L too. What nobody rated is unknown, and said so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from assessment.domain.answered.assessment import Assessment
from assessment.domain.answered.organisation import Sourcing, SourcingCandidate
from assessment.domain.authored.framework import Framework
from assessment.domain.findings.conditions import (
    CONTROL,
    DEFINITION,
    MEASUREMENT,
    attribute_of,
    broken_linkages,
    is_below_l,
)
from assessment.domain.findings.results import Condition, HeldByNobody, Movable, SourcingFindings
from assessment.domain.rating.hand_offs import linkage_codes
from assessment.domain.rating.results import AssessmentResult, ProcessResult

IN_HOUSE_CODE = 0
GIVEN_OUT_ALONE = frozenset((Condition.MEASUREMENT, Condition.CONTROL))


def sourcing_findings(framework: Framework, assessment: Assessment, result: AssessmentResult) -> SourcingFindings:
    """What follows from who does the work."""
    codes = linkage_codes(framework, assessment)
    sourcing = {one.process_id: one for one in assessment.sourcing}
    recorded = tuple(
        (process, sourcing[process.process_id]) for process in result.processes if process.process_id in sourcing
    )
    held = [one for entry in recorded for one in _held_by_nobody(framework, codes, *entry)]
    return SourcingFindings(
        held_by_nobody=tuple(sorted(held, key=lambda one: -_gap_count(one))),
        movable=tuple(one for entry in recorded for one in _movable(framework, assessment, codes, *entry)),
    )


def _gap_count(one: HeldByNobody) -> int:
    return len(one.weak_ids) + bool(one.broken_ids) + (not one.has_interface)


def _held_by_nobody(
    framework: Framework, codes: Mapping[str, int], process: ProcessResult, entry: Sourcing
) -> Iterator[HeldByNobody]:
    modes = {choice.id: choice.code for choice in framework.sourcing}
    if modes.get(entry.mode_id, IN_HOUSE_CODE) == IN_HOUSE_CODE:
        return
    attributes = (attribute_of(framework, number) for number in (MEASUREMENT, CONTROL))
    weak = tuple(one for one in attributes if one is not None and is_below_l(process, one))
    broken = broken_linkages(framework, codes, process.process_id)
    if weak or broken or entry.interface is None:
        yield HeldByNobody(
            id=f"held-by-nobody.{process.process_id}",
            process_ids=(process.process_id,),
            process_id=process.process_id,
            mode_id=entry.mode_id,
            weak_ids=weak,
            broken_ids=broken,
            has_interface=entry.interface is not None,
        )


def _movable(
    framework: Framework, assessment: Assessment, codes: Mapping[str, int], process: ProcessResult, entry: Sourcing
) -> Iterator[Movable]:
    if entry.candidate is SourcingCandidate.NONE:
        return
    holds = _conditions(framework, assessment, codes, process, entry)
    asked = [one for one in Condition if entry.candidate is SourcingCandidate.OUTSOURCE or one not in GIVEN_OUT_ALONE]
    yield Movable(
        id=f"movable.{process.process_id}",
        process_ids=(process.process_id,),
        process_id=process.process_id,
        mode_id=entry.mode_id,
        candidate=entry.candidate,
        nature=entry.nature,
        open_conditions=tuple(one for one in asked if holds[one] is False),
        unknown_conditions=tuple(one for one in asked if holds[one] is None),
    )


def _conditions(
    framework: Framework, assessment: Assessment, codes: Mapping[str, int], process: ProcessResult, entry: Sourcing
) -> Mapping[Condition, bool | None]:
    owner = assessment.owner_by_process.get(process.process_id)
    own = [one for one in framework.linkages if process.process_id in (one.from_process, one.to_process)]
    rated_count = sum(one.id in codes for one in own)
    broken = broken_linkages(framework, codes, process.process_id)
    below = {number: is_below_l(process, attribute_of(framework, number)) for number in (2, 3, 6)}
    return {
        Condition.OWNER: owner is not None and owner.name is not None,
        Condition.INTERFACE: entry.interface is not None,
        Condition.DEFINITION: _negated(below[DEFINITION]),
        Condition.HAND_OFFS: not broken if rated_count else None,
        Condition.MEASUREMENT: _negated(below[MEASUREMENT]),
        Condition.CONTROL: _negated(below[CONTROL]),
    }


def _negated(holds: bool | None) -> bool | None:
    return None if holds is None else not holds
