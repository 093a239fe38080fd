"""All findings of an assessment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assessment.domain.findings.owners import owner_findings
from assessment.domain.findings.results import Findings
from assessment.domain.findings.sourcing import sourcing_findings
from assessment.domain.findings.technology import technology_findings
from assessment.domain.findings.transitions import transition_findings

if TYPE_CHECKING:
    from assessment.domain.computed import Computed


def findings_of(computed: Computed) -> Findings:
    """What follows from owners, transitions, technology and sourcing; the plan is made for it."""
    framework, assessment, result = computed.framework, computed.assessment, computed.result
    return Findings(
        owners=owner_findings(framework, assessment, result, computed.roadmap),
        transitions=transition_findings(framework, assessment, result),
        technology=technology_findings(framework, assessment, result),
        sourcing=sourcing_findings(framework, assessment, result),
    )
