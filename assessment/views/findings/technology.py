"""The findings on tools in words."""

from __future__ import annotations

from assessment.domain.computed import Computed
from assessment.domain.findings.results import ToolWithoutProcess, Unconnected
from assessment.domain.findings.technology import technology_findings
from assessment.views.findings.line import FindingLine
from assessment.views.names import process_name
from assessment.views.wording.findings import technology as words

SHOWN_PAIRS = 6
"""So many pairs stand on page and paper, those that pay most; the sheet has all. Own rule."""


def technology_lines(computed: Computed, *, is_whole: bool = False) -> tuple[FindingLine, ...]:
    """The findings on tools, of the pairs those that pay most; `is_whole`: every one."""
    found = technology_findings(computed.framework, computed.assessment, computed.result)
    pairs = found.unconnected if is_whole else found.unconnected[:SHOWN_PAIRS]
    return (
        *(_unconnected(computed, one, is_first=place == 0) for place, one in enumerate(pairs)),
        *(_without_process(computed, one) for one in found.without_process),
    )


def left_pair_count(computed: Computed) -> int:
    """How many pairs stand on the sheet alone."""
    found = technology_findings(computed.framework, computed.assessment, computed.result)
    return max(0, len(found.unconnected) - SHOWN_PAIRS)


def _unconnected(computed: Computed, one: Unconnected, *, is_first: bool) -> FindingLine:
    first, second = (process_name(computed.framework, own) for own in (one.first_id, one.second_id))
    basis = words.connect_basis(len(one.linkage_ids), len(one.broken_ids), one.strength, one.need_share)
    return FindingLine(
        finding=one,
        text=words.connect(first, second, len(one.waiting_ids), is_first=is_first),
        basis=f"{basis} {words.tools_at(one.first_code, one.second_code)}",
        action=words.exchange(first, second),
    )


def _without_process(computed: Computed, one: ToolWithoutProcess) -> FindingLine:
    name = process_name(computed.framework, one.process_id)
    return FindingLine(
        finding=one,
        text=words.no_process_to_run_it(name, one.to_be_code),
        basis=words.undefined_basis(one.definition_percent, one.as_is_code),
        action=words.define_first(name),
    )
