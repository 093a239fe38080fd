"""The findings on sourcing in words."""

from __future__ import annotations

from collections.abc import Sequence

from assessment.domain.answered.organisation import SourcingCandidate, SourcingNature
from assessment.domain.computed import Computed
from assessment.domain.findings.results import Condition, HeldByNobody, Movable
from assessment.domain.findings.sourcing import sourcing_findings
from assessment.views.findings.line import FindingLine
from assessment.views.names import attribute_name, process_name
from assessment.views.wording.findings import sourcing as words

NATURES = {SourcingNature.CORE: words.CORE, SourcingNature.COMMODITY: words.COMMODITY}


def sourcing_lines(computed: Computed) -> tuple[FindingLine, ...]:
    """Every finding on who does the work."""
    found = sourcing_findings(computed.framework, computed.assessment, computed.result)
    return (
        *(_held_by_nobody(computed, one) for one in found.held_by_nobody),
        *(_movable(computed, one) for one in found.movable),
    )


def mode_name(computed: Computed, mode_id: str) -> str:
    """What a sourcing choice is called."""
    return next((choice.name for choice in computed.framework.sourcing if choice.id == mode_id), mode_id)


def _held_by_nobody(computed: Computed, one: HeldByNobody) -> FindingLine:
    name = process_name(computed.framework, one.process_id)
    process = computed.result.process(one.process_id)
    weak = [
        words.attribute_gap(attribute_name(computed.framework, own), process.attribute(own).letter or "")
        for own in one.weak_ids
    ]
    broken = [words.broken_gap(len(one.broken_ids))] if one.broken_ids else []
    interface = [] if one.has_interface else [words.NO_INTERFACE]
    return FindingLine(
        finding=one,
        text=words.not_in_hand(name, [*weak, *broken, *interface]),
        basis=words.work_done(mode_name(computed, one.mode_id)),
        action=words.take_in_hand(name),
    )


def _movable(computed: Computed, one: Movable) -> FindingLine:
    name = process_name(computed.framework, one.process_id)
    missing = _names(one.open_conditions)
    says = words.may_be_given_out if one.candidate is SourcingCandidate.OUTSOURCE else words.may_be_taken_in
    basis = (
        words.work_done(mode_name(computed, one.mode_id)),
        *((NATURES[one.nature],) if one.nature is not None else ()),
        *((words.not_known(_names(one.unknown_conditions)),) if one.unknown_conditions else ()),
    )
    is_open = bool(one.open_conditions or one.unknown_conditions)
    return FindingLine(
        finding=one,
        text=says(name, missing or _names(one.unknown_conditions)),
        basis=" ".join(basis),
        action=words.settle_first(name) if is_open else words.decide_move(name),
    )


def _names(conditions: Sequence[Condition]) -> list[str]:
    return [words.CONDITIONS[one] for one in conditions]
